"""Seats: people in the room who have no phone; a facilitator writes and votes for each of them."""

from collections.abc import Iterator
from typing import ClassVar

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text
from .people import NameChanged, Participant, check_room, name_of, the_participant
from .records import Place, Record
from .text import written
from .workshop import the_workshop


class AddSeat(Command, frozen=True, kw_only=True):
    """The name is asked for: whoever speaks for a seat has to know whose it is."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    name: Text


class NameSeat(Command, frozen=True, kw_only=True):
    """The name of a seat; who has a phone chooses their own there."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: Id
    name: Text


class SeatAdded(Event, frozen=True, kw_only=True):
    id: str
    name: str


def add_seat(place: Place, command: AddSeat, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    check_room(place)
    name = written(name_of(command.name), LIMITS.name_graphemes, "name")
    yield SeatAdded(id=command.id, name=name)


def name_seat(place: Place, command: NameSeat, by: By) -> Iterator[Event]:
    person = the_participant(place, command.participant)
    if not person.seat:
        raise Refused("not_a_seat", "participant", name=person.name or "…")
    name = written(name_of(command.name), LIMITS.name_graphemes, "name")
    if person.name != name:
        yield NameChanged(id=person.id, name=name)


def seat_added(place: Place, event: SeatAdded) -> Iterator[Record]:
    shown = the_workshop(place).names_shown
    yield Participant(id=event.id, name=event.name, role="participant", seat=True, shown=shown)


RULES: dict[type[Command], object] = {AddSeat: add_seat, NameSeat: name_seat}
EFFECTS = {SeatAdded: seat_added}
