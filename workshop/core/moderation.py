"""Visible moderation: a note is held with a reason that its writer reads, and every act is on record.

Who wrote it stays unknown to the facilitator, and that it was held stays unknown to the room.
"""

from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple, TypeVar

import msgspec

from .agenda import Step, the_step
from .candidates import Candidate, Choice
from .limits import LIMITS
from .lot import Parked
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, Time, digest
from .notes import Note, come_anew, copies_of
from .people import Participant
from .ranking import Result
from .records import Gone, Place, Record
from .rows import Row
from .scorings import ScoredItem, Scoring
from .text import line, written
from .votes import Round

HELD = {"hide": "hidden", "return": "returned", "show": ""}  # the note's state after each act
Of = Literal["note", "parked"]
C = TypeVar("C", Candidate, Result, ScoredItem, Choice)


class Moderation(Record, frozen=True, kw_only=True, tag="moderation"):
    """One act, for facilitators: hide, return or show; `who` is the facilitator's name.

    `of` says what `note` is: a note, or a thought in the parking lot. What was parked in words that
    are held is held at once, by nobody.
    """

    note: str
    act: str
    reason: str
    who: str
    at: Time
    of: Of = "note"


class HideNote(Command, frozen=True, kw_only=True):
    """`note` may be a thought in the parking lot as well."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    note: Id
    reason: Text


class ReturnNote(Command, frozen=True, kw_only=True):
    """Its writer may change it; then a facilitator looks at it again."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    note: Id
    reason: Text


class ShowNote(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    note: Id


class NoteModerated(Event, frozen=True, kw_only=True):
    """`shown` is the whole note where the room sees it from here on: what came before may be blanked."""

    id: str
    note: str
    act: str
    reason: str
    who: str
    at: Time
    held: str
    readers: str
    shown: Note | None = None
    of: Of = "note"


def moderable(place: Place, note_id: str) -> tuple[Note, Step]:
    """A note that facilitators may read; any other does not exist for them."""
    note = place.get(Note, note_id)
    if note is None or note.readers not in ("all", "facilitator", "held"):
        raise Refused("no_such_note", "note")
    step = the_step(place, note.step)
    if note.readers == "facilitator" and not step.moderated:
        raise Refused("not_moderated", "note", title=step.title)
    return note, step


def the_thing(place: Place, thing_id: str) -> Note | Parked:
    return place.get(Parked, thing_id) or moderable(place, thing_id)[0]


def hide_note(place: Place, command: HideNote, by: By) -> Iterator[Event]:
    yield from hold(place, the_thing(place, command.note), "hide", command.reason, by)


def return_note(place: Place, command: ReturnNote, by: By) -> Iterator[Event]:
    note, step = moderable(place, command.note)
    if step.sealed or note.copied or not note.owner:
        raise Refused("step_sealed", "note")
    yield from hold(place, note, "return", command.reason, by)


def hold(
    place: Place, note: Note | Parked, act: str, reason: str, by: By
) -> Iterator[NoteModerated]:
    reason = written(line(reason), LIMITS.note_graphemes, "reason")
    if (note.held, note.reason) != (held := HELD[act], reason):
        readers = "held" if note.readers == "all" else note.readers
        yield moderated(place, note, act, by, held=held, readers=readers, reason=reason)


def show_note(place: Place, command: ShowNote, by: By) -> Iterator[Event]:
    """Back to where it would be: to the room where its step is revealed, else to wait for the reveal."""
    thing = the_thing(place, command.note)
    if thing.held:
        yield from let_go(place, thing, by)


def let_go(place: Place, thing: Note | Parked, by: By) -> Iterator[NoteModerated]:
    if isinstance(thing, Parked):
        yield moderated(place, thing, "show", by, held="", readers="all")
    else:
        yield from shown_again(place, thing, the_step(place, thing.step), by)


def shown_again(place: Place, note: Note, step: Step, by: By) -> Iterator[NoteModerated]:
    if note.readers == "facilitator" and not step.revealed:
        yield moderated(place, note, "show", by, held="", readers="facilitator")
        return
    shown = msgspec.structs.replace(
        note, held="", reason="", readers="all", place=note.place or place.last_note_place + 1
    )
    yield moderated(place, note, "show", by, held="", readers="all", shown=shown)


def moderated(
    place: Place,
    note: Note | Parked,
    act: str,
    by: By,
    *,
    held: str,
    readers: str,
    reason: str = "",
    shown: Note | None = None,
) -> NoteModerated:
    person = place.get(Participant, by.actor)
    return NoteModerated(
        id=digest(by.chance, note.id),
        note=note.id,
        act=act,
        reason=reason,
        who=person.name if person else "",
        at=by.at,
        held=held,
        readers=readers,
        shown=shown,
        of="parked" if isinstance(note, Parked) else "note",
    )


def is_newest(place: Place, act: Moderation) -> bool:
    """Whether the note is still as this act left it; a writer may have changed what was returned."""
    note = place.get(Note, act.note) or place.get(Parked, act.note)
    return note is not None and acts_on(place, note)[-1] == act and note.held == HELD[act.act]


def taken_back(place: Place, act: Moderation, by: By) -> Iterator[Event]:
    """One more act on record, which does again what the act before this one had done."""
    thing = the_thing(place, act.note)
    match acts_on(place, thing)[:-1]:
        case [*_, Moderation(act="hide" | "return" as before, reason=reason)]:
            yield from hold(place, thing, before, reason, by)
        case _:
            yield from let_go(place, thing, by)


def acts_on(place: Place, note: Note | Parked) -> list[Moderation]:
    return [act for act in place.all(Moderation) if act.note == note.id]


def note_moderated(place: Place, event: NoteModerated) -> Iterator[Record | Gone]:
    yield Moderation(
        id=event.id,
        note=event.note,
        act=event.act,
        reason=event.reason,
        who=event.who,
        at=event.at,
        of=event.of,
    )
    if event.shown:
        yield from shown_now(place, event.shown)
    elif thing := place.get(Note, event.note) or place.get(Parked, event.note):
        yield msgspec.structs.replace(
            thing, held=event.held, reason=event.reason, readers=event.readers
        )


def shown_now(place: Place, shown: Note) -> Iterator[Record | Gone]:
    """Back where it stood, or as a new one where the room sees it for the first time."""
    note = place.get(Note, shown.id)
    yield from [shown] if note and note.place else come_anew(shown)
    place.last_note_place = max(place.last_note_place, shown.place)


def copies_moderated(place: Place, event: NoteModerated) -> Iterator[Record]:
    """Copies are of what the room has seen: they are held too, and shown again as it reads now."""
    for copy in copies_of(place, event.note):
        note = place.get(Note, copy)
        if note is None:
            continue
        if event.shown:
            yield msgspec.structs.replace(
                note,
                held="",
                reason="",
                readers="all",
                text=event.shown.text,
                type=event.shown.type,
                evidence=event.shown.evidence,
                role=event.shown.role,
            )
        elif event.readers == "held":
            yield msgspec.structs.replace(note, held="hidden", reason=event.reason, readers="held")
        elif event.readers == "all":  # a thought in the parking lot, which a cycle has taken on
            yield msgspec.structs.replace(note, held="", reason="", readers="all")


def words_moderated(place: Place, event: NoteModerated) -> Iterator[Record]:
    """Votes, choices and rows keep a held note, and its words no longer; shown, they are back."""
    note = event.shown or place.get(Note, event.note)
    if note is None or not (event.shown or event.readers == "held"):
        return
    words = ("", note.text) if event.shown else (note.text, "")
    # Its copies, and what a later cycle carried on of it, go by the same words.
    notes = {note.id, *copies_of(place, note.id)}
    piles = {it.cluster for each in notes if (it := place.get(Note, each))}
    its = (notes | piles) - {""}
    rows = [row for row in place.all(Row) if row.about in its or notes & {*row.quotes.values()}]
    called = Called(notes, its | {row.id for row in rows}, *words)
    yield from votes_moderated(place, called)
    for choice in list(place.all(Choice)):
        if (told := called.told(choice)) != choice:
            yield told
    for row in rows:
        yield from row_moderated(place, row, called)


class Called(NamedTuple):
    """What may go by the words of a note: itself, a cluster without a name, a row taken from them.

    What was frozen in a log from before `called` and `quotes` is known by the words alone.
    """

    notes: set[str]
    items: set[str]
    old: str
    new: str

    def told(self, each: C) -> C:
        by_words = not each.called and each.item in self.items and each.title == self.old
        is_its = by_words or not self.notes.isdisjoint((each.item, each.called))
        return msgspec.structs.replace(each, title=self.new) if is_its else each


def votes_moderated(place: Place, called: Called) -> Iterator[Record]:
    for found in place.all(Round):
        candidates = tuple(map(called.told, found.candidates))
        results = tuple(map(called.told, found.results))
        if (candidates, results) != (found.candidates, found.results):
            yield msgspec.structs.replace(found, candidates=candidates, results=results)
    for scoring in place.all(Scoring):
        items = tuple(map(called.told, scoring.items))
        if items != scoring.items:
            yield msgspec.structs.replace(scoring, items=items)


def row_moderated(place: Place, row: Row, called: Called) -> Iterator[Record]:
    cells = {**row.cells, **dict.fromkeys(cells_called(place, row, called), called.new)}
    if cells != row.cells:
        yield msgspec.structs.replace(row, cells=cells)


def cells_called(place: Place, row: Row, called: Called) -> list[str]:
    if row.quotes:
        quotes = row.quotes.items()
        return [it for it, note in quotes if called.notes & {note, row.about}]
    first = [field.id for field in the_step(place, row.step).setup.fields][:1]
    return [it for it in first if row.cells.get(it, "") == called.old]


def moderation(place: Place, event: NoteModerated) -> Iterator[Record | Gone]:
    # While the note still has the words that were frozen.
    yield from words_moderated(place, event)
    yield from note_moderated(place, event)
    yield from copies_moderated(place, event)


RULES = {HideNote: hide_note, ReturnNote: return_note, ShowNote: show_note}
EFFECTS = {NoteModerated: moderation}
