"""Who takes part. A name is optional; the id says nothing."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .limits import LIMITS
from .messages import By, Command, Event, Refused, Text
from .records import Place, Record
from .text import line, within
from .workshop import WorkshopChanged, the_workshop


class Participant(Record, frozen=True, kw_only=True, tag="participant"):
    """One person, its own owner. `shown` lets the board write the name.
    `group` is the one they work in.

    `seat`: somebody without a phone, for whom a facilitator speaks. `removed`: shown out; what they
    made stays.
    """

    name: str
    role: str
    shown: bool = False
    group: str = ""
    seat: bool = False
    removed: bool = False

    @property
    def owner(self) -> str:
        return self.id


class JoinWorkshop(Command, frozen=True, kw_only=True):
    """Only the server makes this one, after it has looked at the code or the key."""

    server_only: ClassVar[bool] = True
    after_close: ClassVar[bool] = True  # for facilitators alone: their key opens what is left
    name: Text = ""


class ChangeName(Command, frozen=True, kw_only=True):
    name: Text


class ParticipantJoined(Event, frozen=True, kw_only=True):
    id: str
    name: str
    role: str


class NameChanged(Event, frozen=True, kw_only=True):
    id: str
    name: str


def name_of(text: str) -> str:
    return within(line(text), LIMITS.name_graphemes, "name")


def the_participant(place: Place, participant: str) -> Participant:
    if (person := place.get(Participant, participant)) is None:
        raise Refused("no_such_participant", "participant")
    return person


def group_of(place: Place, actor: str) -> str:
    """The id of the group that this person works in; empty for none."""
    person = place.get(Participant, actor)
    return person.group if person else ""


def name_of_group(group: str) -> str:
    """The name that all of a group go by: what is theirs alone is owned by it."""
    return f"group {group}"


def names_by_group(place: Place, actor: str) -> frozenset[str]:
    group = group_of(place, actor)
    return frozenset([name_of_group(group)] if group else [])


def is_seat(place: Place, participant: str) -> bool:
    person = place.get(Participant, participant)
    return person is not None and person.seat


def check_here(place: Place, actor: str) -> None:
    """Who was removed does nothing any more, whatever token they hold."""
    person = place.get(Participant, actor)
    if person and person.removed:
        raise Refused("removed")


def check_room(place: Place) -> None:
    """Who was shown out takes no room."""
    if sum(not person.removed for person in place.all(Participant)) >= LIMITS.participants:
        raise Refused("workshop_full", limit=LIMITS.participants)


def join_workshop(place: Place, command: JoinWorkshop, by: By) -> Iterator[Event]:
    workshop = the_workshop(place)
    if workshop.state == "closed" and by.role != "facilitator":
        raise Refused("workshop_closed")
    if place.get(Participant, by.actor):
        return
    if workshop.door_closed and by.role != "facilitator":
        raise Refused("code_not_open", "code")
    if by.role != "facilitator":  # whoever holds the key must get in to make room
        check_room(place)
    yield ParticipantJoined(id=by.actor, name=name_of(command.name), role=by.role)


def change_name(place: Place, command: ChangeName, by: By) -> Iterator[Event]:
    person = place.get(Participant, by.actor)
    if person is None:
        raise Refused("forbidden")
    if person.name != (name := name_of(command.name)):
        yield NameChanged(id=person.id, name=name)


def participant_joined(place: Place, event: ParticipantJoined) -> Iterator[Record]:
    yield Participant(
        id=event.id, name=event.name, role=event.role, shown=the_workshop(place).names_shown
    )


def name_changed(place: Place, event: NameChanged) -> Iterator[Record]:
    if person := place.get(Participant, event.id):
        yield msgspec.structs.replace(person, name=event.name)


def names_shown(place: Place, event: WorkshopChanged) -> Iterator[Record]:
    """What a board may read of a person stands in the person's own record (the law of view)."""
    if "names_shown" in event.changes:
        shown = bool(event.changes["names_shown"])
        for person in list(place.all(Participant)):
            yield msgspec.structs.replace(person, shown=shown)


RULES = {JoinWorkshop: join_workshop, ChangeName: change_name}
EFFECTS = {
    ParticipantJoined: participant_joined,
    NameChanged: name_changed,
    WorkshopChanged: names_shown,
}
