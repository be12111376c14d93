"""A step of an agenda in one language: what a recipe says, and else its method."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from workshop.core import setup
from workshop.core.agenda import Layout, Order, Phase, Readers, Visibility
from workshop.core.setup import Setup
from workshop.methods.method import Method
from workshop.methods.recipe import RecipeStep

T = TypeVar("T")


class StepPlan(msgspec.Struct, frozen=True, kw_only=True):
    """All of a step's record but its id and its state; `source` is the place of an earlier step.

    `script` is what the facilitator says, then what only the facilitator needs to know, and at
    last when to move on.
    """

    place: int
    method: str
    layout: Layout
    phase: Phase
    title: str
    prompt: str
    minutes: int
    cycle: int
    script: tuple[str, ...]
    half_time: str
    types: tuple[str, ...]
    source: int | None
    visibility: Visibility
    readers: Readers
    anonymous: bool
    can_build: bool
    moderated: bool
    order: Order
    budget: int
    per_item: int
    top: int
    least: int
    keep: bool
    setup: Setup


def planned(
    place: int,
    step: RecipeStep,
    method: Method,
    translate: Callable[[str], str],
    question: str,
) -> StepPlan:
    """One step of a recipe, its gaps filled by the method, its words translated."""
    prompt = (
        question if step.asks and question else said(_or(step.prompt, method.prompt), translate)
    )
    return StepPlan(
        place=place,
        method=method.id,
        layout=method.layout,
        phase=step.phase,
        title=said(_or(step.title, method.title), translate),
        prompt=prompt,
        minutes=step.minutes,
        cycle=step.cycle,
        script=tuple(said(line, translate) for line in script(step, method)),
        half_time=said(_or(step.half_time, method.half_time), translate),
        types=_or(step.types, method.types),
        source=step.source,
        visibility=_or(step.visibility, method.visibility),
        readers=_or(step.readers, method.readers),
        anonymous=_or(step.anonymous, method.anonymous),
        can_build=_or(step.can_build, method.can_build),
        moderated=_or(step.moderated, method.moderated),
        order=_or(step.order, method.order),
        budget=_or(step.budget, method.budget),
        per_item=_or(step.per_item, method.per_item),
        top=_or(step.top, method.top),
        least=_or(step.least, method.least),
        keep=_or(step.keep, method.keep),
        setup=setup.said(_or(step.setup, method.setup), translate),
    )


def script(step: RecipeStep, method: Method) -> tuple[str, ...]:
    """The facilitator's lines, in the order in which they are needed."""
    lines = _or(step.script, method.script)
    leave_when = _or(step.leave_when, method.leave_when)
    return tuple(line for line in (*lines, leave_when) if line)


def said(words: str, translate: Callable[[str], str]) -> str:
    """The words in the reader's language; gettext answers the empty string with its own header."""
    return translate(words) if words else ""


def _or(chosen: T | None, default: T) -> T:
    return default if chosen is None else chosen
