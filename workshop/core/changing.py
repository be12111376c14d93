"""The planner's hand on the agenda: steps are changed and moved."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from .agenda import (
    Few,
    Layout,
    Least,
    Minutes,
    Order,
    Phase,
    Readers,
    Step,
    Visibility,
    in_order,
    numbered,
    sources,
    the_step,
)
from .clusters import Cluster
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .notes import Note
from .records import Gone, Place, Record, kind_of
from .setup import Setup, safe
from .text import line, tidy, within, written

FIXED_AT_START = (
    "method",
    "layout",
    "can_build",
    "visibility",
    "readers",
    "anonymous",
    "moderated",
)
Position = Annotated[int, Meta(ge=0, le=200)]
Script = Annotated[tuple[Text, ...], Meta(max_length=LIMITS.script_lines)]
Types = Annotated[tuple[Text, ...], Meta(max_length=LIMITS.types)]
MethodId = Annotated[str, Meta(pattern=r"^[0-9a-z_-]{0,40}$")]


class AddStep(Command, frozen=True, kw_only=True):
    """At the place (0 is first) in the agenda. A copy of a step is this with the fields of the other."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    place: Position
    method: MethodId
    layout: Layout
    phase: Phase
    title: Text
    minutes: Minutes
    prompt: Text = ""
    script: Script = ()
    half_time: Text = ""
    types: Types = ()
    source: OptionalId = ""
    visibility: Visibility = "live"
    readers: Readers = "author"
    anonymous: bool = False
    can_build: bool = False
    moderated: bool = False
    order: Order = "shuffled"
    budget: Few = 0
    per_item: Few = 0
    top: Few = 3
    least: Least = 0
    keep: bool = False
    setup: Setup = Setup()


class RemoveStep(Command, frozen=True, kw_only=True):
    """Only what nobody has met: a step that has begun stays in the agenda."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id


class ChangeStep(Command, frozen=True, kw_only=True):
    """With another method and its layout, a step that nobody has met becomes another in its place."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    method: MethodId | UnsetType = UNSET
    layout: Layout | UnsetType = UNSET
    can_build: bool | UnsetType = UNSET
    phase: Phase | UnsetType = UNSET
    title: Text | UnsetType = UNSET
    prompt: Text | UnsetType = UNSET
    minutes: Minutes | UnsetType = UNSET
    script: Script | UnsetType = UNSET
    half_time: Text | UnsetType = UNSET
    types: Types | UnsetType = UNSET
    source: OptionalId | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET
    readers: Readers | UnsetType = UNSET
    anonymous: bool | UnsetType = UNSET
    moderated: bool | UnsetType = UNSET
    order: Order | UnsetType = UNSET
    budget: Few | UnsetType = UNSET
    per_item: Few | UnsetType = UNSET
    top: Few | UnsetType = UNSET
    least: Least | UnsetType = UNSET
    keep: bool | UnsetType = UNSET
    setup: Setup | UnsetType = UNSET


class MoveStep(Command, frozen=True, kw_only=True):
    """To the place (0 is first) in the agenda."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    place: Position


class StepAdded(Event, frozen=True, kw_only=True):
    step: Step


class StepRemoved(Event, frozen=True, kw_only=True):
    step: str


class StepChanged(Event, frozen=True, kw_only=True):
    step: str
    changes: dict[str, str | int | bool | tuple[str, ...] | Setup]


class StepMoved(Event, frozen=True, kw_only=True):
    step: str
    place: int


def title_of(text: str) -> str:
    return written(line(text), LIMITS.title_graphemes, "title")


def prompt_of(text: str) -> str:
    return within(tidy(text), LIMITS.prompt_graphemes, "prompt")


def half_time_of(text: str) -> str:
    return within(tidy(text), LIMITS.prompt_graphemes, "half_time")


def script_of(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The facilitator's lines; empty ones are left out."""
    told = (within(tidy(text), LIMITS.prompt_graphemes, "script") for text in lines)
    return tuple(text for text in told if text)


def types_of(types: tuple[str, ...]) -> tuple[str, ...]:
    """What a note can be here, each once; a room may name types of its own."""
    told = (written(line(text), LIMITS.name_graphemes, "types") for text in types)
    return tuple(dict.fromkeys(told))


WORDS: dict[str, Callable[[Any], Any]] = {
    "title": title_of,
    "prompt": prompt_of,
    "half_time": half_time_of,
    "script": script_of,
    "types": types_of,
    "setup": safe,
}


def wanted(command: AddStep | ChangeStep) -> dict[str, Any]:
    """What the command says of the step."""
    return in_words(
        {
            name: value
            for name in ChangeStep.__struct_fields__
            if name not in ("op", "log", "step") and (value := getattr(command, name)) is not UNSET
        }
    )


def in_words(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a step, those that people write made safe to show."""
    return {name: WORDS[name](it) if name in WORDS else it for name, it in fields.items()}


def check_step(place: Place, step: Step) -> None:
    """A step as it is to be: what it works on is there, and moderating it is no breach of promise."""
    if step.source:
        source = the_step(place, step.source, "source")
        if step.id in sources(place, source):
            raise Refused("bad_source", "source", title=source.title)
    check_moderated(step.moderated, step.readers)


def check_moderated(moderated: bool, readers: Readers) -> None:
    if moderated and readers != "facilitator":
        raise Refused("not_readable", "moderated")


def add_step(place: Place, command: AddStep, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    if place.count(Step) >= LIMITS.steps:
        raise Refused("too_many_steps", limit=LIMITS.steps)
    step = Step(
        id=command.id,
        place=min(command.place, place.count(Step)),
        **wanted(command),
    )
    check_step(place, step)
    yield StepAdded(step=step)


def remove_step(place: Place, command: RemoveStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    made = {note.step for note in place.all(Note)} | {pile.step for pile in place.all(Cluster)}
    if step.state != "planned" or step.id in made:
        raise Refused("step_started", "step")
    yield StepRemoved(step=step.id)


def change_step(place: Place, command: ChangeStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    changes = {
        name: value for name, value in wanted(command).items() if getattr(step, name) != value
    }
    if step.state != "planned" and (fixed := set(changes) & set(FIXED_AT_START)):
        raise Refused("step_started", min(fixed))
    check_step(place, msgspec.structs.replace(step, **changes))
    if changes:
        yield StepChanged(step=step.id, changes=changes)


def move_step(place: Place, command: MoveStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    there = min(command.place, place.count(Step) - 1)
    if step.place != there:
        yield StepMoved(step=step.id, place=there)


def step_added(place: Place, event: StepAdded) -> Iterator[Record]:
    steps = in_order(place)
    steps.insert(event.step.place, event.step)
    yield event.step
    yield from numbered(steps)


def step_removed(place: Place, event: StepRemoved) -> Iterator[Record | Gone]:
    """Who worked on what it left works on what it worked on."""
    removed = the_step(place, event.step)
    yield Gone(kind_of(Step), removed.id)
    left = [step for step in in_order(place) if step.id != removed.id]
    for number, step in enumerate(left):
        source = removed.source if step.source == removed.id else step.source
        if (step.place, step.source) != (number, source):
            yield msgspec.structs.replace(step, place=number, source=source)


def step_changed(place: Place, event: StepChanged) -> Iterator[Record]:
    yield msgspec.structs.replace(the_step(place, event.step), **event.changes)


def step_moved(place: Place, event: StepMoved) -> Iterator[Record]:
    steps = [step for step in in_order(place) if step.id != event.step]
    steps.insert(event.place, the_step(place, event.step))
    yield from numbered(steps)


RULES = {
    AddStep: add_step,
    RemoveStep: remove_step,
    ChangeStep: change_step,
    MoveStep: move_step,
}
EFFECTS = {
    StepAdded: step_added,
    StepRemoved: step_removed,
    StepChanged: step_changed,
    StepMoved: step_moved,
}
