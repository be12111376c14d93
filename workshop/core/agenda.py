"""The agenda: steps in order, each with its phase, minutes and rules; one of them is the room's now."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, Time
from .records import Place, Record
from .text import line, tidy, within
from .workshop import the_workshop

Minutes = Annotated[int, Meta(ge=1, le=LIMITS.minutes)]
Few = Annotated[int, Meta(ge=0, le=50)]
Readers = Literal["author", "facilitator"]
Visibility = Literal["private", "live"]
FIXED_AT_START = ("visibility", "readers", "anonymous")


class Step(Record, frozen=True, kw_only=True, tag="step"):
    """One point of the agenda. It works on its own notes and those of `source`, and so on back.

    `readers` says who may read a note before the reveal; `budget`, `per_item` and `top` are counts
    of dots and places, 0 meaning the formula in `votes`. `state` is planned, open or done. `left_out`
    counts the notes that were never shown when the step was sealed.
    """

    place: int
    method: str
    layout: str
    phase: str
    title: str
    prompt: str
    minutes: int
    script: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    source: str = ""
    visibility: Visibility = "live"
    readers: Readers = "author"
    anonymous: bool = False
    can_build: bool = False
    budget: int = 0
    per_item: int = 0
    top: int = 3
    state: str = "planned"
    revealed: bool = False
    locked: bool = False
    sealed: bool = False
    left_out: int = 0


class ChangeStep(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    title: Text | UnsetType = UNSET
    prompt: Text | UnsetType = UNSET
    minutes: Minutes | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET
    readers: Readers | UnsetType = UNSET
    anonymous: bool | UnsetType = UNSET
    budget: Few | UnsetType = UNSET
    per_item: Few | UnsetType = UNSET
    top: Few | UnsetType = UNSET


class MoveStep(Command, frozen=True, kw_only=True):
    """To the place (0 is first) in the agenda."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    place: Annotated[int, Meta(ge=0, le=200)]


class StartStep(Command, frozen=True, kw_only=True):
    """Next, back and jump are all this: the step becomes the room's now, nothing of another is lost."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id


class LockStep(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    locked: bool


class StepChanged(Event, frozen=True, kw_only=True):
    step: str
    changes: dict[str, str | int | bool]


class StepMoved(Event, frozen=True, kw_only=True):
    step: str
    place: int


class StepStarted(Event, frozen=True, kw_only=True):
    """Carries the whole step, so that an old log opens after its method was redesigned."""

    step: Step
    at: Time


class StepLocked(Event, frozen=True, kw_only=True):
    step: str
    locked: bool


def the_step(place: Place, step_id: str) -> Step:
    if (step := place.get(Step, step_id)) is None:
        raise Refused("no_such_step", "step")
    return step


def open_step(place: Place, step_id: str, field: str = "") -> Step:
    """The step, if it is the room's now; `step_closed` otherwise (S13)."""
    step = the_step(place, step_id)
    if the_workshop(place).step != step.id:
        raise Refused("step_closed", field, title=step.title)
    return step


def writable_step(place: Place, step_id: str, field: str = "") -> Step:
    """The room's step, if the facilitator has not locked it."""
    step = open_step(place, step_id, field)
    if step.locked:
        raise Refused("step_locked", field)
    return step


def sources(place: Place, step: Step) -> set[str]:
    """The ids of the steps whose notes this one works on: itself, its source, and so on back."""
    found: set[str] = set()
    while step.id not in found:
        found.add(step.id)
        step = place.get(Step, step.source) or step
    return found


def in_order(place: Place) -> list[Step]:
    return sorted(place.all(Step), key=lambda step: step.place)


def change_step(place: Place, command: ChangeStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    names = ("minutes", "budget", "per_item", "top", *FIXED_AT_START)
    wanted: dict[str, str | int | bool] = {
        name: value for name in names if (value := getattr(command, name)) is not UNSET
    }
    if command.title is not UNSET:
        wanted["title"] = within(line(command.title), LIMITS.title_graphemes, "title")
    if command.prompt is not UNSET:
        wanted["prompt"] = within(tidy(command.prompt), LIMITS.prompt_graphemes, "prompt")
    changes = {name: value for name, value in wanted.items() if getattr(step, name) != value}
    if step.state != "planned" and (fixed := set(changes) & set(FIXED_AT_START)):
        raise Refused("step_started", min(fixed))
    if changes:
        yield StepChanged(step=step.id, changes=changes)


def move_step(place: Place, command: MoveStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    wanted = min(command.place, place.count(Step) - 1)
    if step.place != wanted:
        yield StepMoved(step=step.id, place=wanted)


def start_step(place: Place, command: StartStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if the_workshop(place).step != step.id:
        yield StepStarted(step=msgspec.structs.replace(step, state="open"), at=by.at)


def lock_step(place: Place, command: LockStep, by: By) -> Iterator[Event]:
    if the_step(place, command.step).locked != command.locked:
        yield StepLocked(step=command.step, locked=command.locked)


def step_changed(place: Place, event: StepChanged) -> Iterator[Record]:
    yield msgspec.structs.replace(the_step(place, event.step), **event.changes)


def step_moved(place: Place, event: StepMoved) -> Iterator[Record]:
    steps = [step for step in in_order(place) if step.id != event.step]
    steps.insert(event.place, the_step(place, event.step))
    for number, step in enumerate(steps):
        if step.place != number:
            yield msgspec.structs.replace(step, place=number)


def step_started(place: Place, event: StepStarted) -> Iterator[Record]:
    workshop = the_workshop(place)
    if before := place.get(Step, workshop.step):
        yield msgspec.structs.replace(before, state="done")
    yield event.step
    yield msgspec.structs.replace(
        workshop,
        state="running",
        step=event.step.id,
        started_at=workshop.started_at or event.at,
    )


def step_locked(place: Place, event: StepLocked) -> Iterator[Record]:
    yield msgspec.structs.replace(the_step(place, event.step), locked=event.locked)


RULES = {
    ChangeStep: change_step,
    MoveStep: move_step,
    StartStep: start_step,
    LockStep: lock_step,
}
EFFECTS = {
    StepChanged: step_changed,
    StepMoved: step_moved,
    StepStarted: step_started,
    StepLocked: step_locked,
}
