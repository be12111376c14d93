"""Showing someone out, and letting them in again. What they made belongs to the room and stays."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .people import Participant, the_participant
from .records import Place, Record


class RemoveParticipant(Command, frozen=True, kw_only=True):
    """Their token opens nothing from here on. In an open vote they stay in the electorate."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: Id


class ReadmitParticipant(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: Id


class ParticipantRemoved(Event, frozen=True, kw_only=True):
    participant: str


class ParticipantReadmitted(Event, frozen=True, kw_only=True):
    participant: str


def remove_participant(place: Place, command: RemoveParticipant, by: By) -> Iterator[Event]:
    """A co-facilitator too, for a link may be stolen; never oneself, so that someone always leads."""
    person = the_participant(place, command.participant)
    if person.id == by.actor:
        raise Refused("not_yourself", "participant")
    if not person.removed:
        yield ParticipantRemoved(participant=person.id)


def readmit_participant(place: Place, command: ReadmitParticipant, by: By) -> Iterator[Event]:
    person = the_participant(place, command.participant)
    if person.removed:
        yield ParticipantReadmitted(participant=person.id)


def participant_removed(place: Place, event: ParticipantRemoved) -> Iterator[Record]:
    if person := place.get(Participant, event.participant):
        yield msgspec.structs.replace(person, removed=True)


def participant_readmitted(place: Place, event: ParticipantReadmitted) -> Iterator[Record]:
    if person := place.get(Participant, event.participant):
        yield msgspec.structs.replace(person, removed=False)


RULES = {RemoveParticipant: remove_participant, ReadmitParticipant: readmit_participant}
EFFECTS = {
    ParticipantRemoved: participant_removed,
    ParticipantReadmitted: participant_readmitted,
}
