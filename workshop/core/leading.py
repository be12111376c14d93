"""Who leads: one facilitator where that was chosen, else all of them alike."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .messages import FACILITATOR, By, Command, Event, Refused
from .people import Participant
from .records import Place, Record
from .workshop import Workshop, the_workshop


class TakeLead(Command, frozen=True, kw_only=True):
    """Also from another: a room never waits for somebody who has left it."""

    roles: ClassVar[frozenset[str]] = FACILITATOR


class HandOver(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: str


class ShareLead(Command, frozen=True, kw_only=True):
    """Every facilitator leads again, as at the beginning."""

    roles: ClassVar[frozenset[str]] = FACILITATOR


class LeadTaken(Event, frozen=True, kw_only=True):
    """With an empty `participant` the lead is shared."""

    participant: str


def check_lead(place: Place, workshop: Workshop, by: By) -> None:
    """What moves the whole room is the leader's; `not_leading` names who that is."""
    if workshop.lead not in ("", by.actor):
        leader = place.get(Participant, workshop.lead)
        raise Refused("not_leading", name=(leader and leader.name) or "…")


def take_lead(place: Place, command: TakeLead, by: By) -> Iterator[Event]:
    yield from led_by(place, by.actor)


def hand_over(place: Place, command: HandOver, by: By) -> Iterator[Event]:
    person = place.get(Participant, command.participant)
    if person is None or person.removed:
        raise Refused("no_such_participant", "participant")
    if person.role != "facilitator":
        raise Refused("not_a_facilitator", "participant", name=person.name or "…")
    yield from led_by(place, person.id)


def share_lead(place: Place, command: ShareLead, by: By) -> Iterator[Event]:
    yield from led_by(place, "")


def led_by(place: Place, person: str) -> Iterator[Event]:
    if the_workshop(place).lead != person:
        yield LeadTaken(participant=person)


def lead_taken(place: Place, event: LeadTaken) -> Iterator[Record]:
    yield msgspec.structs.replace(the_workshop(place), lead=event.participant)


RULES = {TakeLead: take_lead, HandOver: hand_over, ShareLead: share_lead}
EFFECTS = {LeadTaken: lead_taken}
