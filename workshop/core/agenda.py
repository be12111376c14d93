"""The agenda: steps in order, each with its phase, minutes and rules; one of them is the room's now."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Time
from .records import Place, Record
from .setup import Setup
from .times import seconds_between
from .workshop import the_workshop

Minutes = Annotated[int, Meta(ge=1, le=LIMITS.minutes)]
Least = Annotated[int, Meta(ge=0, le=LIMITS.minutes)]
Few = Annotated[int, Meta(ge=0, le=50)]
Phase = Literal["frame", "open", "integrate", "close", "break"]
Layout = Literal[
    "wall", "columns", "clusters", "table", "matrix", "poll", "vote", "form", "actions", "talk"
]
Readers = Literal["author", "facilitator"]
Visibility = Literal["private", "live"]
Order = Literal["shuffled", "author"]
Lock = Literal["writing", "moving", "voting"]


class Step(Record, frozen=True, kw_only=True, tag="step"):
    """One point of the agenda. It works on its own notes and those of `source`, and so on back.

    `readers` says who may read a note before the reveal; `budget`, `per_item` and `top` are counts
    of dots and places, 0 meaning the formula in `votes`. `state` is planned, early (it takes notes
    `until` then, before the room comes to it), open or done. With the order `author` notes that carry
    names are laid out by them, for a presenting round. `least` is the fewest minutes in which it
    makes sense, 0 where nobody has said; `keep` asks that the step is never cut when time runs short. `setup` is what its layout works with.
    `naming` says that the silence of a silent step is over. `left_out` counts the notes that were never shown when it was sealed.

    How it was really held: `came` is when the room came to it last, `stayed` the seconds that the
    room has spent there in all when it left, `glided` whether it went on taking notes then, and
    `collected` whether it took notes before the meeting.
    """

    place: int
    method: str
    layout: str
    phase: str
    title: str
    prompt: str
    minutes: int
    cycle: int = 1
    script: tuple[str, ...] = ()
    half_time: str = ""
    types: tuple[str, ...] = ()
    source: str = ""
    visibility: Visibility = "live"
    readers: Readers = "author"
    anonymous: bool = False
    can_build: bool = False
    moderated: bool = False
    order: Order = "shuffled"
    budget: int = 0
    per_item: int = 0
    top: int = 3
    least: int = 0
    keep: bool = False
    setup: Setup = Setup()
    state: str = "planned"
    until: Time = ""
    revealed: bool = False
    locks: tuple[Lock, ...] = ()
    sealed: bool = False
    left_out: int = 0
    naming: bool = False
    came: Time = ""
    stayed: int = 0
    glided: bool = False
    collected: bool = False


class StartStep(Command, frozen=True, kw_only=True):
    """Next, back and jump are all this: the step becomes the room's now, nothing of another is lost.

    `before` is the step that the speaker saw the room in, empty for the lobby, so that two who press
    at once do not go two steps. With `keep_open` the step that is left goes on taking notes.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    step: Id
    before: OptionalId | UnsetType = UNSET
    keep_open: bool = False


class FinishStep(Command, frozen=True, kw_only=True):
    """A step that was kept open, or was opened early, takes no more."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id


class StepStarted(Event, frozen=True, kw_only=True):
    """Carries the whole step, so that an old log opens after its method was redesigned."""

    step: Step
    at: Time
    keep_open: bool = False


class StepFinished(Event, frozen=True, kw_only=True):
    step: str


def the_step(place: Place, step_id: str, field: str = "step") -> Step:
    if (step := place.get(Step, step_id)) is None:
        raise Refused("no_such_step", field)
    return step


def open_step(place: Place, step_id: str, field: str = "") -> Step:
    """The step, if it is the room's now; `step_closed` otherwise (S13)."""
    step = the_step(place, step_id)
    if the_workshop(place).step != step.id:
        raise Refused("step_closed", field, title=step.title)
    return step


def writable_step(place: Place, step_id: str, at: Time, field: str = "") -> Step:
    """The step, if it takes notes at this time: `step_closed`, `deadline_passed`, `step_locked` (S13)."""
    step = the_step(place, step_id)
    if step.state not in ("open", "early"):
        raise Refused("step_closed", field, title=step.title)
    check_deadline(step, at, field)
    check_unlocked(step, "writing", field)
    return step


def check_deadline(step: Step, at: Time, field: str = "") -> None:
    if step.state == "early" and at >= step.until:
        raise Refused("deadline_passed", field, title=step.title)


def check_unlocked(step: Step, what: Lock, field: str = "") -> None:
    if what in step.locks:
        raise Refused("step_locked", field)


def sources(place: Place, step: Step) -> set[str]:
    """The ids of the steps whose notes this one works on: itself, its source, and so on back."""
    found: set[str] = set()
    while step.id not in found:
        found.add(step.id)
        step = place.get(Step, step.source) or step
    return found


def in_order(place: Place) -> list[Step]:
    return sorted(place.all(Step), key=lambda step: step.place)


def numbered(steps: list[Step]) -> Iterator[Step]:
    """Of the steps in their new order, those whose place is another now."""
    for number, step in enumerate(steps):
        if step.place != number:
            yield msgspec.structs.replace(step, place=number)


def start_step(place: Place, command: StartStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    workshop = the_workshop(place)
    if command.before is not UNSET and command.before != workshop.step:
        now = place.get(Step, workshop.step)
        raise Refused("moved_on", "before", title=now.title if now else workshop.title)
    if workshop.step != step.id:
        opened = msgspec.structs.replace(step, state="open", until="", came=by.at)
        yield StepStarted(step=opened, at=by.at, keep_open=command.keep_open)


def finish_step(place: Place, command: FinishStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if the_workshop(place).step == step.id:
        raise Refused("room_is_here", "step", title=step.title)
    if step.state in ("open", "early"):
        yield StepFinished(step=step.id)


def step_started(place: Place, event: StepStarted) -> Iterator[Record]:
    workshop = the_workshop(place)
    before = place.get(Step, workshop.step)
    if before:
        yield left(before, event)
    yield with_its_locks(place, event.step)
    yield msgspec.structs.replace(
        workshop,
        state="running",
        step=event.step.id,
        started_at=workshop.started_at or event.at,
    )


def with_its_locks(place: Place, step: Step) -> Step:
    """Starting a step leaves its locks alone; in logs from before `locks` the event does not tell them."""
    known = place.get(Step, step.id)
    return msgspec.structs.replace(step, locks=known.locks) if known else step


def left(step: Step, event: StepStarted) -> Step:
    """The step that the room goes on from, with the time that it took there."""
    stayed = step.stayed + (seconds_between(step.came, event.at) if step.came else 0)
    state = step.state if event.keep_open else "done"
    glided = step.glided or event.keep_open
    return msgspec.structs.replace(step, state=state, stayed=stayed, glided=glided)


def step_finished(place: Place, event: StepFinished) -> Iterator[Record]:
    yield msgspec.structs.replace(the_step(place, event.step), state="done", until="")


RULES = {StartStep: start_step, FinishStep: finish_step}
EFFECTS = {StepStarted: step_started, StepFinished: step_finished}
