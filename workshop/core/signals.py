"""Reading the room: who is done or needs more time, and who would like to speak. Nothing is gated by it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

import msgspec

from .agenda import StepStarted, open_step
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Time
from .people import NameChanged, Participant
from .records import Gone, Place, Record, kind_of
from .removing import ParticipantRemoved

Tempo = Literal["done", "more", ""]


class Pace(Record, frozen=True, kw_only=True, tag="pace"):
    """How one person stands in the room's step, with the person's id; others get counts alone."""

    step: str
    pace: Tempo

    @property
    def owner(self) -> str:
        return self.id


class Hand(Record, frozen=True, kw_only=True, tag="hand"):
    """A raised hand, with the person's id; `at` gives the order in which to speak."""

    participant: str
    name: str
    at: Time

    @property
    def owner(self) -> str:
        return self.participant


class SetPace(Command, frozen=True, kw_only=True):
    step: Id
    pace: Tempo


class RaiseHand(Command, frozen=True, kw_only=True):
    raised: bool


class LowerHand(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: Id


class PaceSet(Event, frozen=True, kw_only=True):
    participant: str
    step: str
    pace: Tempo


class HandRaised(Event, frozen=True, kw_only=True):
    participant: str
    at: Time


class HandLowered(Event, frozen=True, kw_only=True):
    participant: str


def set_pace(place: Place, command: SetPace, by: By) -> Iterator[Event]:
    step = open_step(place, command.step)
    given = place.get(Pace, by.actor)
    if command.pace != (given.pace if given and given.step == step.id else ""):
        yield PaceSet(participant=by.actor, step=step.id, pace=command.pace)


def raise_hand(place: Place, command: RaiseHand, by: By) -> Iterator[Event]:
    is_up = place.get(Hand, by.actor) is not None
    if command.raised and not is_up:
        yield HandRaised(participant=by.actor, at=by.at)
    elif is_up and not command.raised:
        yield HandLowered(participant=by.actor)


def lower_hand(place: Place, command: LowerHand, by: By) -> Iterator[Event]:
    if place.get(Hand, command.participant) is None:
        raise Refused("no_such_hand", "participant")
    yield HandLowered(participant=command.participant)


def pace_set(place: Place, event: PaceSet) -> Iterator[Record | Gone]:
    if event.pace:
        yield Pace(id=event.participant, step=event.step, pace=event.pace)
    elif place.get(Pace, event.participant):
        yield Gone(kind_of(Pace), event.participant)


def paces_cleared(place: Place, event: StepStarted) -> Iterator[Gone]:
    for pace in list(place.all(Pace)):
        yield Gone(kind_of(Pace), pace.id)


def hand_raised(place: Place, event: HandRaised) -> Iterator[Record]:
    person = place.get(Participant, event.participant)
    name = person.name if person else ""
    yield Hand(id=event.participant, participant=event.participant, name=name, at=event.at)


def hand_lowered(place: Place, event: HandLowered) -> Iterator[Gone]:
    if place.get(Hand, event.participant):
        yield Gone(kind_of(Hand), event.participant)


def hand_renamed(place: Place, event: NameChanged) -> Iterator[Record]:
    if hand := place.get(Hand, event.id):
        yield msgspec.structs.replace(hand, name=event.name)


def signals_gone(place: Place, event: ParticipantRemoved) -> Iterator[Gone]:
    for kind in (Pace, Hand):
        if place.get(kind, event.participant):
            yield Gone(kind_of(kind), event.participant)


RULES = {SetPace: set_pace, RaiseHand: raise_hand, LowerHand: lower_hand}
EFFECTS = {
    PaceSet: pace_set,
    StepStarted: paces_cleared,
    HandRaised: hand_raised,
    HandLowered: hand_lowered,
    NameChanged: hand_renamed,
    ParticipantRemoved: signals_gone,
}
