"""The parking lot: a plain list for what came too late or belongs elsewhere. Nobody's name is on it."""

from collections.abc import Iterator

from .limits import LIMITS
from .messages import By, Command, Event, Id, Refused, Text
from .records import Place, Record
from .text import written
from .workshop import the_workshop


class Parked(Record, frozen=True, kw_only=True, tag="parked"):
    """`continued` is what it was continued from: an earlier workshop had parked it."""

    text: str
    continued: str = ""


class ParkNote(Command, frozen=True, kw_only=True):
    id: Id
    text: Text


class NoteParked(Event, frozen=True, kw_only=True):
    id: str
    text: str


def park_note(place: Place, command: ParkNote, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    if place.count(Parked) >= LIMITS.parked:
        raise Refused("workshop_full", "text", limit=LIMITS.parked)
    text = written(command.text, the_workshop(place).note_limit)
    yield NoteParked(id=command.id, text=text)


def note_parked(place: Place, event: NoteParked) -> Iterator[Record]:
    yield Parked(id=event.id, text=event.text)


RULES = {ParkNote: park_note}
EFFECTS = {NoteParked: note_parked}
