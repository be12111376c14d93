"""What a facilitator asks for, and the agenda that it becomes."""

import secrets
from itertools import accumulate, pairwise
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta

from workshop.core.agenda import Step
from workshop.core.limits import LIMITS
from workshop.core.messages import Op, Refused
from workshop.core.workshop import Aim, Days, PlannedMinutes, purpose_of
from workshop.insight.guide import BREAK, Proposal, propose, with_buffer
from workshop.methods import RECIPES, Recipe, RecipeStep, recipe_file, worded
from workshop.words import LANGUAGES, translator

USUAL = "mini-cycle"
OWN = "own"  # where a file was brought; no recipe of the house is called so


class Wish(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`minutes` of 0 keeps the recipe's own length, and plans a tenth more for what happens. With `people` the start guide fits the recipe to
    the minutes, breaks and a buffer included, and chooses it where none is named. A file takes the
    place of a recipe."""

    title: str
    op: Op | None = None
    recipe: str = ""
    recipe_file: dict[str, Any] | None = None
    language: str = LANGUAGES[0]
    purpose: str = ""
    minutes: PlannedMinutes = 0
    people: Annotated[int, Meta(ge=0, le=LIMITS.participants)] = 0
    remote: bool = False
    aim: Aim = ""
    retention_days: Days = 30


class Agenda(NamedTuple):
    """`minutes` is the time that is planned for the steps."""

    recipe: str
    steps: tuple[Step, ...]
    minutes: int


def agenda_of(wish: Wish) -> Agenda:
    """The steps of a new workshop, as records with ids of their own."""
    if wish.recipe_file is not None:
        recipe, steps = OWN, brought(wish.recipe_file, wish.minutes)
    else:
        found = recipe_of(wish)
        recipe, steps = found.id, in_words(found, wish)
    return Agenda(recipe, steps, wish.minutes or usual_time(steps))


def usual_time(steps: tuple[Step, ...]) -> int:
    """The time that such an agenda asks for; 0 where it is longer than a plan can be, for then nobody knows."""
    minutes = with_buffer(sum(step.minutes for step in steps))
    return minutes if minutes <= LIMITS.minutes else 0


def brought(content: dict[str, Any], wanted: int) -> tuple[Step, ...]:
    recipe = recipe_file.read(msgspec.json.encode(content))
    steps = recipe_file.steps_of(recipe, [secrets.token_hex(16) for _ in recipe.steps])
    minutes = scaled([step.minutes for step in steps], wanted)
    return tuple(
        msgspec.structs.replace(step, minutes=each)
        for step, each in zip(steps, minutes, strict=True)
    )


def recipe_of(wish: Wish) -> Recipe:
    """The recipe, its minutes fitted to the time; `no_such_recipe`, `too_short`."""
    if wish.recipe and wish.recipe not in RECIPES:
        raise Refused("no_such_recipe", "recipe")
    if wish.people and wish.minutes:
        wanted = RECIPES.get(wish.recipe)
        return as_recipe(propose(wish.aim, wish.minutes, wish.people, wish.remote, wanted))
    recipe = RECIPES[wish.recipe or USUAL]
    minutes = scaled([step.minutes for step in recipe.steps], wish.minutes)
    return msgspec.structs.replace(
        recipe,
        steps=tuple(
            msgspec.structs.replace(step, minutes=each)
            for step, each in zip(recipe.steps, minutes, strict=True)
        ),
    )


def as_recipe(proposal: Proposal) -> Recipe:
    """The recipe with the proposed minutes, and with its breaks among the steps."""
    recipe, steps, stands = RECIPES[proposal.recipe], [], {}
    for place, step in enumerate(recipe.steps):
        if place in proposal.breaks:
            rest = RecipeStep(method="break", phase="break", minutes=BREAK, cycle=step.cycle)
            steps.append(rest)
        stands[place] = len(steps)
        source = None if step.source is None else stands[step.source]
        steps.append(msgspec.structs.replace(step, minutes=proposal.minutes[place], source=source))
    return msgspec.structs.replace(recipe, steps=tuple(steps))


def in_words(recipe: Recipe, wish: Wish) -> tuple[Step, ...]:
    """The recipe's steps as records, worded in the workshop's language."""
    plans = worded(recipe, translator(wish.language), purpose_of(wish.purpose))
    ids = [secrets.token_hex(16) for _ in plans]
    return tuple(
        Step(
            id=ids[plan.place],
            **{
                **msgspec.structs.asdict(plan),
                "source": "" if plan.source is None else ids[plan.source],
            },
        )
        for plan in plans
    )


def scaled(minutes: list[int], wanted: int) -> list[int]:
    """The minutes of each step scaled to a wanted sum; none gets less than one."""
    count, total = len(minutes), sum(minutes)
    wanted = max(wanted or total, count)
    ends: list[int] = [0]
    for number, end in enumerate(accumulate(minutes), start=1):
        upto = round(end * wanted / total)
        ends.append(min(max(upto, ends[-1] + 1), wanted - (count - number)))
    return [end - start for start, end in pairwise(ends)]
