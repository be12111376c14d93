"""The start guide: from an aim and a time to a recipe and the minutes of each of its steps.

A tenth of the time is left as buffer. Of what remains, the frame gets what its recipe gives it, less
where time is short, and never more: a welcome does not grow with the day. The rest is the working
minutes, and the open phase gets its share of them: that of the recipe, but

    innovate   at least 45 %   (needs for innovation ask for the most open process)
    improve    at most 30 %    (to better what is there asks for less)

and integrate and close get the others in the recipe's proportions. No step gets less than makes
sense for its method (`Method.least`), and grouping and reading two minutes more where more than
twelve people leave that much more to read. A recipe's own breaks keep their minutes, and a break of
ten minutes comes wherever more than 75 minutes would pass without one, 60 remote. Minutes that fit nowhere are buffer.

Source: the facilitation seeds of this project (shares), clearleft.com (breaks), workshopr.io (slack);
the very numbers are judgement.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.planning import (
    BUFFER,
    OPEN_AT_LEAST,
    OPEN_AT_MOST,
    WITHOUT_BREAK,
    WITHOUT_BREAK_REMOTE,
    WORKING,
    fewest,
)
from workshop.core.workshop import Aim
from workshop.methods import METHODS, RECIPES, Recipe, RecipeStep

BREAK = 10  # minutes
MANY = 12  # people; above it there is more to read
MORE_TO_READ = 2  # minutes
FAR = 0.05  # a recipe whose open share is further from the aim is for something else


class Proposal(NamedTuple):
    """`minutes` of each step of the recipe; `breaks` of ten minutes stand before these of its places.

    All of it and `buffer` together are the time that was asked for.
    """

    recipe: str
    minutes: tuple[int, ...]
    breaks: tuple[int, ...]
    buffer: int


def propose(
    aim: Aim, minutes: int, people: int, remote: bool, wanted: Recipe | None = None
) -> Proposal:
    """The recipe for the time, or the one that is wanted fitted to it.

    `too_short` says how many minutes it needs, or the shortest one.
    """
    for recipe in [wanted] if wanted else fitting(aim, minutes):
        if proposal := fitted(recipe, aim, minutes, people, remote):
            return proposal
    raise Refused("too_short", "minutes", limit=shortest(aim, people, remote, wanted))


def shortest(aim: Aim, people: int, remote: bool, wanted: Recipe | None = None) -> int:
    """The fewest minutes for which there is a proposal."""
    recipe = wanted or min(whole(), key=lambda it: it.minutes)
    times = range(1, LIMITS.minutes + 1)
    return next(time for time in times if fitted(recipe, aim, time, people, remote))


def whole() -> list[Recipe]:
    """The recipes that go all the way from open to close."""
    return [it for it in RECIPES.values() if set(WORKING) <= {step.phase for step in it.steps}]


def fitting(aim: Aim, minutes: int) -> list[Recipe]:
    """The recipes that are no longer than the time, the longest first; else the shortest there is.

    What is made for the aim goes before what is longer. An hour is for the recipe of an hour: its
    steps are scaled until the buffer is free.
    """
    recipes = sorted(whole(), key=lambda it: (distance(it, aim) > FAR, -it.minutes))
    short = min(recipes, key=lambda it: it.minutes)
    return [it for it in recipes if it.minutes <= minutes] or [short]


def distance(recipe: Recipe, aim: Aim) -> float:
    """How far the recipe's own open share is from the aim's."""
    share = phase_minutes(recipe, ("open",)) / phase_minutes(recipe, WORKING)
    if aim == "innovate":
        return max(0, OPEN_AT_LEAST / 100 - share)
    return max(0, share - OPEN_AT_MOST / 100) if aim == "improve" else 0


def phase_minutes(recipe: Recipe, phases: Sequence[str]) -> int:
    return sum(step.minutes for step in recipe.steps if step.phase in phases)


def buffer_of(minutes: int) -> int:
    return -(-minutes * BUFFER // 100)


def with_buffer(minutes: int) -> int:
    """The shortest time in which so many minutes leave their tenth unplanned.

    >>> with_buffer(60), 67 - buffer_of(67), 66 - buffer_of(66)
    (67, 60, 59)
    """
    return -(-minutes * 100 // (100 - BUFFER))


def fitted(recipe: Recipe, aim: Aim, minutes: int, people: int, remote: bool) -> Proposal | None:
    """The most minutes of the recipe that fit, breaks and buffer included; None where it cannot be."""
    time = minutes - buffer_of(minutes)
    sitting = WITHOUT_BREAK_REMOTE if remote else WITHOUT_BREAK
    for planned in range(time, 0, -1):
        each = allotted(recipe, aim, planned, people)
        if each is None:
            return None
        breaks = breaks_in(recipe.steps, each, sitting)
        used = sum(each) + BREAK * len(breaks)
        if used <= time and max(each) <= sitting:
            return Proposal(recipe.id, tuple(each), breaks, minutes - used)
    return None


def allotted(recipe: Recipe, aim: Aim, planned: int, people: int) -> list[int] | None:
    """So many minutes over the steps of a recipe but its breaks; None where a step would get too few."""
    frame = phase_minutes(recipe, ("frame",))
    framing = [step for step in recipe.steps if step.phase == "frame"]
    opening = [step for step in recipe.steps if step.phase == "open"]
    others = [step for step in recipe.steps if step.phase in WORKING and step.phase != "open"]
    around = max(min(frame, frame * planned // awake(recipe)), sum(leasts(framing, people)))
    opened = open_minutes(recipe, aim, planned - around)
    parts = [
        (framing, shared(around, framing, people)),
        (opening, shared(opened, opening, people)),
        (others, shared(planned - around - opened, others, people)),
    ]
    each = {id(step): step.minutes for step in recipe.steps if step.phase == "break"}
    for steps, found in parts:
        if found is None:
            return None
        each |= {id(step): minutes for step, minutes in zip(steps, found, strict=True)}
    return [each[id(step)] for step in recipe.steps]


def awake(recipe: Recipe) -> int:
    """The minutes of a recipe that are no break."""
    return phase_minutes(recipe, ("frame", *WORKING))


def open_minutes(recipe: Recipe, aim: Aim, working: int) -> int:
    """The open phase's part of the working minutes, rounded to the side that the aim is on."""
    opened = working * phase_minutes(recipe, ("open",)) / phase_minutes(recipe, WORKING)
    if aim == "innovate":
        return max(round(opened), -(-working * OPEN_AT_LEAST // 100))
    if aim == "improve":
        return min(round(opened), working * OPEN_AT_MOST // 100)
    return round(opened)


def leasts(steps: Sequence[RecipeStep], people: int) -> list[int]:
    """The fewest minutes that make sense for each step."""
    return [least(step, people) for step in steps]


def least(step: RecipeStep, people: int) -> int:
    method = METHODS[step.method]
    reads = method.layout == "clusters" or (method.layout == "wall" and step.source is not None)
    needed = fewest(method.layout, method.least if step.least is None else step.least)
    return needed + (MORE_TO_READ if reads and people > MANY else 0)


def shared(total: int, steps: Sequence[RecipeStep], people: int) -> list[int] | None:
    """The total in the recipe's proportions, whole minutes, none below its least.

    Who would get less than the least gets the least, and the others share what is left; the minutes
    that rounding down leaves go to those that lost most by it.
    """
    floor = leasts(steps, people)
    if total < sum(floor):
        return None
    held: set[int] = set()
    while True:
        free = [at for at in range(len(steps)) if at not in held]
        left = total - sum(floor[at] for at in held)
        weight = sum(steps[at].minutes for at in free)
        exact = {at: left * steps[at].minutes / weight for at in free}
        short = {at for at in free if exact[at] < floor[at]}
        if not short:
            break
        held |= short
    given = [int(exact[at]) if at in exact else floor[at] for at in range(len(steps))]
    by_loss = sorted(exact, key=lambda at: (int(exact[at]) - exact[at], at))
    for at in by_loss[: total - sum(given)]:
        given[at] += 1
    return given


def breaks_in(steps: Sequence[RecipeStep], minutes: Sequence[int], sitting: int) -> tuple[int, ...]:
    """The places before which people need one more break, having sat since the last one."""
    found, passed = [], 0
    for place, (step, long) in enumerate(zip(steps, minutes, strict=True)):
        if step.phase == "break":
            passed = 0
            continue
        if passed and passed + long > sitting:
            found.append(place)
            passed = 0
        passed += long
    return tuple(found)
