"""The plan: does the agenda fit its time, its aim and the people's need of rest; and what may go.

Shares, breaks and slack: 45 % of the working minutes open to innovate, at most 30 % to improve, a
break for every 75 minutes (60 remote), a tenth of the time unplanned. The shares are judgement; the
rest is what clearleft.com and workshopr.io advise.
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from .agenda import Step, StepFinished, StepStarted, in_order
from .changing import StepAdded, StepChanged, StepMoved, StepRemoved
from .collecting import CollectingOpened
from .cycles import CycleStarted
from .history import Undone
from .importing import WorkshopImported
from .lifecycle import WorkshopCreated
from .messages import Event
from .records import Place, Record
from .workshop import Workshop, WorkshopChanged, the_workshop

WORKING = ("open", "integrate", "close")
BUFFER = 10  # percent of the time there is
OPEN_AT_LEAST = 45  # percent of the working minutes, to innovate
OPEN_AT_MOST = 30  # percent of the working minutes, to improve
WITHOUT_BREAK = 75  # minutes
WITHOUT_BREAK_REMOTE = 60
# The fewest minutes that still make sense, for a step whose method does not say it.
LEAST = {
    "talk": 1,
    "wall": 4,
    "columns": 5,
    "clusters": 5,
    "table": 5,
    "matrix": 6,
    "poll": 2,
    "vote": 3,
    "form": 4,
    "actions": 4,
}
LEAST_ELSEWHERE = 4
HIDING = ("vote", "matrix", "poll")  # what people give there is secret until it is closed


class PlanWarning(msgspec.Struct, frozen=True, kw_only=True):
    """What does not fit, at which step if at one, and by how much.

    `n` is for over_time the minutes too many; for no_buffer the minutes left over; for no_break the
    minutes on end, and `step` where a break belongs; for open_short and open_long the percent.
    """

    code: str
    step: str = ""
    n: int = 0


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes that a step can give, never below its least; all of them where it can be left out."""

    step: str
    minutes: int


class Plan(Record, frozen=True, kw_only=True, tag="plan"):
    """Sums in minutes over the whole agenda; `cuts` the best first. For facilitators."""

    minutes: int
    open: int
    integrate: int
    close: int
    buffer: int
    warnings: tuple[PlanWarning, ...]
    cuts: tuple[Cut, ...]


def plan_of(workshop: Workshop, steps: list[Step]) -> Plan:
    minutes = sum(step.minutes for step in steps)
    shares = {
        phase: sum(step.minutes for step in steps if step.phase == phase) for phase in WORKING
    }
    return Plan(
        id=workshop.id,
        minutes=minutes,
        buffer=max(0, workshop.planned_minutes - minutes),
        warnings=(
            *time_warnings(workshop.planned_minutes, minutes),
            *break_warnings(steps, workshop.remote),
            *share_warnings(workshop.aim, shares),
        ),
        cuts=cuts_of(workshop, steps),
        **shares,
    )


def time_warnings(there_is: int, minutes: int) -> Iterator[PlanWarning]:
    if not there_is:
        return
    left = there_is - minutes
    if left < 0:
        yield PlanWarning(code="over_time", n=-left)
    elif 100 * left < BUFFER * there_is:
        yield PlanWarning(code="no_buffer", n=left)


def break_warnings(steps: list[Step], remote: bool) -> Iterator[PlanWarning]:
    """One for each stretch that is too long, at the step in which it becomes so."""
    most = WITHOUT_BREAK_REMOTE if remote else WITHOUT_BREAK
    for stretch in stretches(steps):
        on_end = sum(step.minutes for step in stretch)
        if on_end > most:
            yield PlanWarning(code="no_break", step=step_at(stretch, most).id, n=on_end)


def stretches(steps: list[Step]) -> Iterator[list[Step]]:
    """The steps between the breaks."""
    stretch: list[Step] = []
    for step in steps:
        if step.phase == "break":
            yield stretch
            stretch = []
        else:
            stretch.append(step)
    yield stretch


def step_at(stretch: list[Step], most: int) -> Step:
    """The step in which the minutes run past what people can sit."""
    passed = 0
    for step in stretch:
        passed += step.minutes
        if passed > most:
            return step
    return stretch[-1]


def share_warnings(aim: str, shares: dict[str, int]) -> Iterator[PlanWarning]:
    working = sum(shares.values())
    opened = 100 * shares["open"]
    if aim == "innovate" and opened < OPEN_AT_LEAST * working:
        yield PlanWarning(code="open_short", n=opened // working)
    if aim == "improve" and opened > OPEN_AT_MOST * working:
        yield PlanWarning(code="open_long", n=-(-opened // working))


def cuts_of(workshop: Workshop, steps: list[Step]) -> tuple[Cut, ...]:
    """The largest first, of what is yet to come; to innovate, the open phase last.

    Never the talk after a reveal: what people gave in secret wants to be heard.
    """
    used = {step.source for step in steps}
    kept = {step.id for step in steps if step.keep} | talks_after_a_reveal(steps)
    coming = [s for s in steps if s.state == "planned" and s.id not in kept and s.phase != "break"]
    spared = [s for s in coming if workshop.aim == "innovate" and s.phase == "open"]
    cuts = [
        (step in spared, Cut(step=step.id, minutes=can_give(step, step.id in used)))
        for step in coming
    ]
    cuts.sort(key=lambda found: (found[0], -found[1].minutes))
    return tuple(cut for _, cut in cuts if cut.minutes > 0)


def talks_after_a_reveal(steps: list[Step]) -> set[str]:
    """The talks that come right after a step in which people wrote, voted or marked unseen; a break between
    them changes nothing.
    """
    awake = [step for step in steps if step.phase != "break"]
    return {talk.id for step, talk in pairwise(awake) if talk.layout == "talk" and hides(step)}


def hides(step: Step) -> bool:
    return step.visibility == "private" or step.layout in HIDING


def can_give(step: Step, is_used: bool) -> int:
    """Talk in a working phase can be left out; else what is above the least that makes sense."""
    if step.layout == "talk" and step.phase in WORKING and not is_used:
        return step.minutes
    return step.minutes - fewest(step.layout, step.least)


def fewest(layout: str, least: int) -> int:
    """What a step needs by its method, or else by its layout."""
    return least or LEAST.get(layout, LEAST_ELSEWHERE)


def planned(place: Place, event: Event) -> Iterator[Record]:
    yield plan_of(the_workshop(place), in_order(place))


RULES: dict[type, object] = {}
EFFECTS = {
    WorkshopCreated: planned,
    WorkshopImported: planned,
    WorkshopChanged: planned,
    StepAdded: planned,
    StepRemoved: planned,
    StepChanged: planned,
    StepMoved: planned,
    StepStarted: planned,
    StepFinished: planned,
    CollectingOpened: planned,
    CycleStarted: planned,
    Undone: planned,
}
