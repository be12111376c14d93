"""The parking lot at work: what is parked, taken back, looked at, and what becomes of it."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from .limits import LIMITS
from .lot import Becomes, Parked, Withdrawn, set_aside_from, the_thought
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text, digest
from .moderation import Moderation, NoteModerated
from .notes import Authorship, Note
from .records import Gone, Place, Record, kind_of
from .text import line, within, written
from .workshop import the_workshop


class ParkNote(Command, frozen=True, kw_only=True):
    """`note` is the speaker's own one whose words these were to be, if there was one."""

    id: Id
    text: Text
    note: OptionalId = ""


class RemoveParked(Command, frozen=True, kw_only=True):
    """By who parked it, until the close."""

    parked: Id


class SettleParked(Command, frozen=True, kw_only=True):
    """What becomes of it; empty where that is open again."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    parked: Id
    becomes: Becomes
    word: Text = ""


class NoteParked(Event, frozen=True, kw_only=True):
    """In older logs nobody could take it back: there it has no owner, and no lot."""

    id: str
    text: str
    owner: str = ""
    lot: str = ""


class ParkedRemoved(Event, frozen=True, kw_only=True):
    parked: str


class ParkedSettled(Event, frozen=True, kw_only=True):
    parked: str
    becomes: Becomes
    word: str


class LotSealed(Event, frozen=True, kw_only=True):
    """Ends everybody's hold on what they parked. `gone` is what was taken back, or is held."""

    gone: tuple[str, ...]


def park_note(place: Place, command: ParkNote, by: By) -> Iterator[Event]:
    check_room(place, command.id)
    text = written(command.text, the_workshop(place).note_limit)
    yield NoteParked(id=command.id, text=text, owner=by.name, lot=place.log)
    if reason := why_held(place, command, text, by):
        yield held_at_once(command.id, reason, by)


def check_room(place: Place, parked: str) -> None:
    place.check_new(parked)
    if place.count(Parked) >= LIMITS.parked:
        raise Refused("workshop_full", "text", limit=LIMITS.parked)


def why_held(place: Place, command: ParkNote, text: str, by: By) -> str:
    """The reason, where these words are held as a note or a thought: parking is no way round that."""
    note = place.get(Note, command.note)
    if note and note.held and note.owner in by.names:
        return note.reason
    return words_held(place).get(plain(text), "")


def words_held(place: Place) -> dict[str, str]:
    """With the reason; found by the acts of moderation, and not among all the notes there are."""
    acted = dict.fromkeys(act.note for act in place.all(Moderation))
    return {plain(it.text): it.reason for each in acted for it in things(place, each) if it.held}


def things(place: Place, moderated: str) -> Iterator[Note | Parked | Withdrawn]:
    note, parked = place.get(Note, moderated), place.get(Parked, moderated)
    yield from filter(None, (note, parked, place.get(Withdrawn, moderated)))
    yield from set_aside_from(place, moderated)


def plain(text: str) -> str:
    """The words alone: neither case nor space makes them others."""
    return " ".join(text.casefold().split())


def held_at_once(parked: str, reason: str, by: By) -> NoteModerated:
    """On record as every act is, and nobody's: who parked it is no facilitator's to know."""
    return NoteModerated(
        id=digest(by.chance, parked),
        note=parked,
        of="parked",
        act="hide",
        reason=reason,
        who="",
        at=by.at,
        held="hidden",
        readers="held",
    )


def remove_parked(place: Place, command: RemoveParked, by: By) -> Iterator[Event]:
    parked = place.get(Parked, command.parked)
    if parked is None or not (parked.readers == "all" or parked.owner in by.names):
        raise Refused("no_such_note", "parked")
    if not parked.owner or parked.owner not in by.names:
        raise Refused("not_yours", "parked")
    yield ParkedRemoved(parked=parked.id)


def settle_parked(place: Place, command: SettleParked, by: By) -> Iterator[Event]:
    parked = the_thought(place, command.parked)
    word = within(line(command.word), LIMITS.note_graphemes, "word") if command.becomes else ""
    if (parked.becomes, parked.word) != (command.becomes, word):
        yield ParkedSettled(parked=parked.id, becomes=command.becomes, word=word)


def lot_sealed_now(place: Place) -> Iterator[LotSealed]:
    held = [parked.id for parked in place.all(Parked) if parked.readers != "all"]
    if place.count(Parked) or place.count(Withdrawn):
        yield LotSealed(gone=(*held, *(it.id for it in place.all(Withdrawn))))


def note_parked(place: Place, event: NoteParked) -> Iterator[Record]:
    yield Parked(id=event.id, text=event.text, owner=event.owner, lot=event.lot)
    if event.owner:
        yield Authorship(id=event.id, owner=event.owner)


def parked_removed(place: Place, event: ParkedRemoved) -> Iterator[Record | Gone]:
    parked = place.get(Parked, event.parked)
    yield from gone(place, event.parked)
    if parked and parked.held:
        held = {"text": parked.text, "held": parked.held, "reason": parked.reason}
        yield Withdrawn(id=event.parked, **held)
    else:
        yield Withdrawn(id=event.parked)


def gone(place: Place, parked: str) -> Iterator[Gone]:
    for kind in (Parked, Authorship):
        if place.get(kind, parked):
            yield Gone(kind_of(kind), parked)


def parked_settled(place: Place, event: ParkedSettled) -> Iterator[Record]:
    if parked := place.get(Parked, event.parked):
        yield replace(parked, becomes=event.becomes, word=event.word)


def lot_sealed(place: Place, event: LotSealed) -> Iterator[Record | Gone]:
    for parked in place.all(Parked):
        if parked.id in event.gone:
            yield from gone(place, parked.id)
        elif parked.owner:
            yield Gone(kind_of(Authorship), parked.id)
            yield replace(parked, owner="")
    for withdrawn in place.all(Withdrawn):
        yield Gone(kind_of(Withdrawn), withdrawn.id)


RULES = {ParkNote: park_note, RemoveParked: remove_parked, SettleParked: settle_parked}
EFFECTS = {
    NoteParked: note_parked,
    ParkedRemoved: parked_removed,
    ParkedSettled: parked_settled,
    LotSealed: lot_sealed,
}
