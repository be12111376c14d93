"""Notes before the meeting: a step is opened early, with a deadline, and stays hidden until the reveal."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

import msgspec

from .agenda import Step, the_step
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Time
from .records import Place, Record
from .times import stamp, to_the_minute


class CollectNotes(Command, frozen=True, kw_only=True):
    """`until` is a time with its zone, cut to the minute: a secret note's own time says no more.

    Sent again it gives the step another deadline, also where the first one has passed or it was closed,
    as long as the room has not come to it.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    until: str


class CollectingOpened(Event, frozen=True, kw_only=True):
    """Carries the whole step, as StepStarted does."""

    step: Step


def collect_notes(place: Place, command: CollectNotes, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if step.state != "planned" and not (step.collected and is_still_before(step)):
        raise Refused("step_started", "step")
    if step.sealed:
        raise Refused("step_sealed", "step")
    if not step.types:
        raise Refused("no_notes_here", "step", title=step.title)
    until = deadline(command.until, by.at)
    yield CollectingOpened(
        step=msgspec.structs.replace(
            step, state="early", visibility="private", until=until, collected=True
        )
    )


def is_still_before(step: Step) -> bool:
    """Whether the room has never been in the step, nor seen what was written there."""
    return not step.came and not step.revealed


def deadline(text: str, now: Time) -> Time:
    """The time to the minute; `bad_time` where it is none, has no zone, or has come already."""
    try:
        when = datetime.fromisoformat(text)
        until = to_the_minute(stamp(when)) if when.tzinfo else ""
    except (ValueError, OverflowError):
        until = ""
    if until <= now:
        raise Refused("bad_time", "until")
    return until


def collecting_opened(place: Place, event: CollectingOpened) -> Iterator[Record]:
    yield event.step


RULES = {CollectNotes: collect_notes}
EFFECTS = {CollectingOpened: collecting_opened}
