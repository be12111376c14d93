"""The shared timer: a signal, never a loss. Deadlines are times, so it needs no ticks."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from .agenda import StepStarted, open_step
from .messages import FACILITATOR, By, Command, Event, Refused, Time
from .records import Place, Record
from .times import later, seconds_between
from .workshop import the_workshop

Seconds = Annotated[int, Meta(ge=0, le=8 * 60 * 60)]
MINUTE = 60


class Timer(Record, frozen=True, kw_only=True, tag="timer"):
    """The one timer of a place, with the workshop's id. `left` is seconds, when it does not run."""

    step: str
    state: str = "stopped"
    ends_at: Time = ""
    left: int = 0


class StartTimer(Command, frozen=True, kw_only=True):
    """For so many seconds, or 0: what is left of the step."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    seconds: Seconds = 0


class PauseTimer(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR


class ExtendTimer(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    seconds: Seconds = MINUTE


class TimerStarted(Event, frozen=True, kw_only=True):
    ends_at: Time


class TimerPaused(Event, frozen=True, kw_only=True):
    left: int


class TimerExtended(Event, frozen=True, kw_only=True):
    ends_at: Time
    left: int


def the_timer(place: Place) -> Timer:
    workshop = the_workshop(place)
    step = open_step(place, workshop.step)
    return place.get(Timer, workshop.id) or Timer(id=workshop.id, step=step.id)


def start_timer(place: Place, command: StartTimer, by: By) -> Iterator[Event]:
    timer = the_timer(place)
    if timer.state == "running" and not command.seconds:
        return
    seconds = command.seconds or timer.left or MINUTE
    yield TimerStarted(ends_at=later(by.at, seconds))


def pause_timer(place: Place, command: PauseTimer, by: By) -> Iterator[Event]:
    timer = the_timer(place)
    if timer.state != "running":
        raise Refused("timer_not_running")
    yield TimerPaused(left=seconds_between(by.at, timer.ends_at))


def extend_timer(place: Place, command: ExtendTimer, by: By) -> Iterator[Event]:
    timer = the_timer(place)
    if timer.state == "running":
        ends_at = later(max(by.at, timer.ends_at), command.seconds)
        yield TimerExtended(ends_at=ends_at, left=0)
    else:
        yield TimerExtended(ends_at="", left=timer.left + command.seconds)


def timer_reset(place: Place, event: StepStarted) -> Iterator[Record]:
    """A new step has its own minutes; the facilitator starts the time when people are ready."""
    yield Timer(id=place.log, step=event.step.id, left=event.step.minutes * MINUTE)


def timer_started(place: Place, event: TimerStarted) -> Iterator[Record]:
    yield Timer(id=place.log, step=the_workshop(place).step, state="running", ends_at=event.ends_at)


def timer_paused(place: Place, event: TimerPaused) -> Iterator[Record]:
    yield Timer(id=place.log, step=the_workshop(place).step, state="paused", left=event.left)


def timer_extended(place: Place, event: TimerExtended) -> Iterator[Record]:
    state = "running" if event.ends_at else the_timer(place).state
    yield Timer(
        id=place.log,
        step=the_workshop(place).step,
        state=state,
        ends_at=event.ends_at,
        left=event.left,
    )


RULES = {StartTimer: start_timer, PauseTimer: pause_timer, ExtendTimer: extend_timer}
EFFECTS = {
    StepStarted: timer_reset,
    TimerStarted: timer_started,
    TimerPaused: timer_paused,
    TimerExtended: timer_extended,
}
