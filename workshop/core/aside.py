"""A note is set aside: it goes to the parking lot as it reads, and what lies there follows it."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec.structs import replace

from .lot import Parked, set_aside_from
from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .moderation import NoteModerated
from .notes import Note, NoteChanged, NoteRemoved, StepSealed, copies_of, the_note
from .parking import check_room
from .records import Gone, Place, Record, kind_of


class SetAside(Command, frozen=True, kw_only=True):
    """Parks a note that the room sees; it stays where it is, too."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    note: Id


class NoteSetAside(Event, frozen=True, kw_only=True):
    parked: Parked


def set_aside(place: Place, command: SetAside, by: By) -> Iterator[Event]:
    note = the_note(place, command.note, by)
    if note.readers != "all":
        raise Refused("not_revealed", "note")
    if any(set_aside_from(place, note.id)):
        raise Refused("parked_already", "note")
    check_room(place, command.id)
    yield NoteSetAside(parked=Parked(id=command.id, text=note.text, note=note.id))


def note_set_aside(place: Place, event: NoteSetAside) -> Iterator[Record]:
    yield event.parked


def changed_with_its_note(place: Place, event: NoteChanged) -> Iterator[Record]:
    """While its note is held it waits, and reads as the note does once that is shown."""
    if not event.hidden:
        for parked in set_aside_from(place, event.note):
            yield replace(parked, text=event.text)


def removed_with_its_note(place: Place, event: NoteRemoved) -> Iterator[Gone]:
    """Who takes a note back takes it back from here too; the event names these among its copies."""
    for copy in event.copies:
        if place.get(Parked, copy):
            yield Gone(kind_of(Parked), copy)


def held_with_its_note(place: Place, event: NoteModerated) -> Iterator[Record]:
    for parked in set_aside_from(place, event.note, *copies_of(place, event.note)):
        if event.shown:
            yield replace(parked, held="", reason="", readers="all", text=event.shown.text)
        elif event.readers == "held":
            yield replace(parked, held="hidden", reason=event.reason, readers="held")


def gone_at_the_seal(place: Place, event: StepSealed) -> Iterator[Gone]:
    """What is held goes with its note, which has gone just now."""
    for parked in place.all(Parked):
        if parked.note and parked.readers == "held" and place.get(Note, parked.note) is None:
            yield Gone(kind_of(Parked), parked.id)


RULES = {SetAside: set_aside}
EFFECTS = {
    NoteSetAside: note_set_aside,
    NoteChanged: changed_with_its_note,
    NoteRemoved: removed_with_its_note,
    NoteModerated: held_with_its_note,
    StepSealed: gone_at_the_seal,
}
