"""From made to closed: the two commands that know every part of a workshop."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .agenda import Step
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, Time
from .notes import StepSealed, hidden_notes, reveal, unseen_notes
from .parking import lot_sealed_now
from .polls import open_polls, poll_ended
from .records import Place, Record
from .results import end_votes
from .scores import scoring_ended
from .scorings import open_scorings
from .workshop import (
    Aim,
    Days,
    PlannedMinutes,
    Workshop,
    purpose_of,
    the_workshop,
    title_of,
)


class CreateWorkshop(Command, frozen=True, kw_only=True):
    """Only the server makes this one: the steps come worded from a recipe."""

    server_only: ClassVar[bool] = True
    id: Id
    title: Text
    purpose: Text
    language: str
    recipe: str
    code: str
    retention_days: Days
    steps: tuple[Step, ...]
    planned_minutes: PlannedMinutes = 0
    remote: bool = False
    aim: Aim = ""


class CloseWorkshop(Command, frozen=True, kw_only=True):
    """Final. Steps in `reveal` are shown to everyone first; what stays hidden in others is gone for good."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    reveal: tuple[Id, ...] = ()
    share: bool = True


class WorkshopCreated(Event, frozen=True, kw_only=True):
    workshop: Workshop
    steps: tuple[Step, ...]


class WorkshopClosed(Event, frozen=True, kw_only=True):
    at: Time
    shared: bool


def create_workshop(place: Place, command: CreateWorkshop, by: By) -> Iterator[Event]:
    if place.get(Workshop, command.id):
        raise Refused("id_taken", "id")
    workshop = Workshop(
        id=command.id,
        title=title_of(command.title),
        purpose=purpose_of(command.purpose),
        language=command.language,
        recipe=command.recipe,
        code=command.code,
        created_at=by.at,
        retention_days=command.retention_days,
        planned_minutes=command.planned_minutes,
        remote=command.remote,
        aim=command.aim,
    )
    yield WorkshopCreated(workshop=workshop, steps=command.steps)


def close_workshop(place: Place, command: CloseWorkshop, by: By) -> Iterator[Event]:
    yield from end_votes(place)
    for poll in open_polls(place):
        yield poll_ended(place, poll)
    for scoring in open_scorings(place):
        yield scoring_ended(place, scoring)
    for step_id in dict.fromkeys(command.reveal):
        if hidden_notes(place, step_id):
            yield reveal(place, step_id, by)
    for step in place.all(Step):
        if step.state != "planned" and not step.sealed:
            revealed = hidden_notes(place, step.id) if step.id in command.reveal else ()
            unseen = len(unseen_notes(place, step.id)) - len(revealed)
            yield StepSealed(step=step.id, left_out=unseen)
    yield from lot_sealed_now(place)
    yield WorkshopClosed(at=by.at, shared=command.share)


def workshop_created(place: Place, event: WorkshopCreated) -> Iterator[Record]:
    yield event.workshop
    yield from event.steps


def workshop_closed(place: Place, event: WorkshopClosed) -> Iterator[Record]:
    yield msgspec.structs.replace(
        the_workshop(place), state="closed", closed_at=event.at, results_shared=event.shared
    )


RULES = {CreateWorkshop: create_workshop, CloseWorkshop: close_workshop}
EFFECTS = {WorkshopCreated: workshop_created, WorkshopClosed: workshop_closed}
