"""Seats: people in the room who have no phone; a facilitator writes and votes for each of them."""

from collections.abc import Iterator
from typing import ClassVar

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Text
from .people import Participant, check_room, name_of
from .records import Place, Record
from .text import written
from .workshop import the_workshop


class AddSeat(Command, frozen=True, kw_only=True):
    """The name is asked for: whoever speaks for a seat has to know whose it is."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    name: Text


class SeatAdded(Event, frozen=True, kw_only=True):
    id: str
    name: str


def add_seat(place: Place, command: AddSeat, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    check_room(place)
    name = written(name_of(command.name), LIMITS.name_graphemes, "name")
    yield SeatAdded(id=command.id, name=name)


def seat_added(place: Place, event: SeatAdded) -> Iterator[Record]:
    shown = the_workshop(place).names_shown
    yield Participant(id=event.id, name=event.name, role="participant", seat=True, shown=shown)


RULES = {AddSeat: add_seat}
EFFECTS = {SeatAdded: seat_added}
