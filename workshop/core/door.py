"""The door: whether the code still lets people in, which code it is, and which boards may look on."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .messages import FACILITATOR, By, Command, Event
from .records import Place, Record
from .workshop import the_workshop


class CloseDoor(Command, frozen=True, kw_only=True):
    """Who takes part already still comes back. With `boards`, every board is shut out for good."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    closed: bool
    boards: bool = False


class RotateCode(Command, frozen=True, kw_only=True):
    """Only the server makes this one: a code has to be free in the whole directory.

    With `invitation` the link that was sent out opens nothing any more either.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    server_only: ClassVar[bool] = True
    final: ClassVar[bool] = True
    code: str
    invitation: bool = False


class DoorClosed(Event, frozen=True, kw_only=True):
    closed: bool
    boards: bool


class CodeRotated(Event, frozen=True, kw_only=True):
    code: str
    invitation: bool = False


def close_door(place: Place, command: CloseDoor, by: By) -> Iterator[Event]:
    if command.boards or command.closed != the_workshop(place).door_closed:
        yield DoorClosed(closed=command.closed, boards=command.boards)


def rotate_code(place: Place, command: RotateCode, by: By) -> Iterator[Event]:
    yield CodeRotated(code=command.code, invitation=command.invitation)


def door_closed(place: Place, event: DoorClosed) -> Iterator[Record]:
    workshop = the_workshop(place)
    boards = workshop.boards + event.boards
    yield msgspec.structs.replace(workshop, door_closed=event.closed, boards=boards)


def code_rotated(place: Place, event: CodeRotated) -> Iterator[Record]:
    workshop = the_workshop(place)
    invites = workshop.invites + event.invitation
    yield msgspec.structs.replace(workshop, code=event.code, invites=invites)


RULES = {CloseDoor: close_door, RotateCode: rotate_code}
EFFECTS = {DoorClosed: door_closed, CodeRotated: code_rotated}
