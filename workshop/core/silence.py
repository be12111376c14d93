"""Silence, and when a name comes: after the grouping, and in a silent step when the facilitator says so.

Silence while grouping curbs coercion and argument, and a title that comes after the grouping says
what is there instead of what was expected (KJ method, as 18F and Pocket UMoD describe it).
"""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .agenda import Step, open_step
from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .records import Place, Record

WORTH_A_NAME = 2  # notes; what a single one says stands in it already


class EndSilence(Command, frozen=True, kw_only=True):
    """From here on the room gives names."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id


class SilenceEnded(Event, frozen=True, kw_only=True):
    step: str


def check_naming(step: Step, title: str, notes: int, by: By) -> None:
    """`names_later` before the silence of a silent step ends; `too_few_to_name` where anyone but a
    facilitator would name fewer than two notes.
    """
    if not title:
        return
    if step.setup.silent and not step.naming:
        raise Refused("names_later", "title")
    if notes < WORTH_A_NAME and by.role != "facilitator":
        raise Refused("too_few_to_name", "title", limit=WORTH_A_NAME)


def end_silence(place: Place, command: EndSilence, by: By) -> Iterator[Event]:
    step = open_step(place, command.step, "step")
    if step.layout != "clusters" or not step.setup.silent:
        raise Refused("not_silent", "step", title=step.title)
    if not step.naming:
        yield SilenceEnded(step=step.id)


def silence_ended(place: Place, event: SilenceEnded) -> Iterator[Record]:
    if step := place.get(Step, event.step):
        yield msgspec.structs.replace(step, naming=True)


RULES = {EndSilence: end_silence}
EFFECTS = {SilenceEnded: silence_ended}
