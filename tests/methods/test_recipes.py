from collections import Counter
from itertools import pairwise

import pytest

from workshop.methods import METHODS, RECIPES, Recipe


def minutes_by_phase(recipe: Recipe) -> dict[str, int]:
    total: Counter[str] = Counter()
    for step in recipe.steps:
        total[step.phase] += step.minutes
    return dict(total)


def agenda(recipe: Recipe) -> list[tuple[str, str, int]]:
    return [(step.phase, step.method, step.minutes) for step in recipe.steps]


def test_recipes_are_found_the_shortest_first():
    assert [(it.id, it.minutes) for it in RECIPES.values()] == [
        ("mini-cycle", 25),
        ("one-hour", 60),
    ]


def test_the_mini_cycle_goes_from_a_question_to_one_action():
    assert agenda(RECIPES["mini-cycle"]) == [
        ("frame", "talk", 2),
        ("open", "brainwrite", 5),
        ("integrate", "cluster", 7),
        ("close", "dot_vote", 4),
        ("close", "actions", 5),
        ("frame", "talk", 2),
    ]


def test_one_hour_has_time_to_check_in_and_to_read():
    assert agenda(RECIPES["one-hour"]) == [
        ("frame", "check_in", 5),
        ("frame", "talk", 3),
        ("open", "brainwrite", 10),
        ("open", "read", 5),
        ("integrate", "cluster", 12),
        ("close", "dot_vote", 8),
        ("close", "actions", 12),
        ("frame", "talk", 5),
    ]


def test_phases_get_their_share_of_the_minutes():
    assert minutes_by_phase(RECIPES["mini-cycle"]) == {
        "frame": 4,
        "open": 5,
        "integrate": 7,
        "close": 9,
    }
    assert minutes_by_phase(RECIPES["one-hour"]) == {
        "frame": 13,
        "open": 15,
        "integrate": 12,
        "close": 20,
    }


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_recipe_opens_before_it_integrates_and_closes_last(recipe):
    working = [step.phase for step in recipe.steps if step.phase != "frame"]
    order = ["open", "integrate", "close"]

    assert all(order.index(a) <= order.index(b) for a, b in pairwise(working))
    assert set(working) == set(order)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_step_uses_a_known_method_in_a_phase_that_fits_it(recipe):
    assert [step for step in recipe.steps if step.phase not in METHODS[step.method].phases] == []


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_step_lasts_at_least_a_minute_and_at_most_a_day(recipe):
    assert all(1 <= step.minutes <= 480 for step in recipe.steps)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_each_step_works_on_what_the_one_before_it_left(recipe):
    """Silent notes, (read,) clusters, vote, actions: one chain, never forward in time."""
    sources = [(place, step.source) for place, step in enumerate(recipe.steps)]
    chained = [(place, source) for place, source in sources if source is not None]

    assert [place - source for place, source in chained] == [1] * len(chained)
    assert [recipe.steps[place].method for place, _ in chained][-3:] == [
        "cluster",
        "dot_vote",
        "actions",
    ]
    assert recipe.steps[chained[0][1]].method == "brainwrite"


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_the_question_stands_where_it_is_asked_and_where_it_is_answered(recipe):
    asking = [step.method for step in recipe.steps if step.asks]

    assert asking == ["talk", "brainwrite"]
