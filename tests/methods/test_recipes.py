from collections import Counter

import pytest

from tests.core.story import LOG, Story
from workshop.core.planning import WORKING, Plan
from workshop.methods import METHODS, RECIPES, Recipe
from workshop.web.wishing import Wish, agenda_of


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
        ("co-creation", 120),
        ("innovate", 180),
        ("two-cycles", 210),
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


def test_to_innovate_is_to_open_for_more_than_half_of_the_working_minutes():
    """75 of 145, as the source of this recipe reckons."""
    minutes = minutes_by_phase(RECIPES["innovate"])

    assert minutes == {"frame": 25, "open": 75, "break": 10, "integrate": 35, "close": 35}


def test_the_second_of_two_cycles_begins_after_the_break_and_goes_all_the_way():
    steps = RECIPES["two-cycles"].steps
    second = [step.phase for step in steps if step.cycle == 2]

    assert [step.cycle for step in steps] == [1] * 7 + [2] * 8
    assert second == ["open", "open", "integrate", "integrate", "close", "close", "frame", "frame"]


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_each_cycle_of_a_recipe_opens_first_and_closes_last(recipe):
    for cycle in {step.cycle for step in recipe.steps}:
        working = [it.phase for it in recipe.steps if it.cycle == cycle and it.phase in WORKING]
        assert (working[0], working[-1]) == ("open", "close")
        assert set(working) == set(WORKING)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_step_uses_a_known_method_in_a_phase_that_fits_it(recipe):
    assert [step for step in recipe.steps if step.phase not in METHODS[step.method].phases] == []


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_a_step_lasts_at_least_a_minute_and_at_most_a_day(recipe):
    assert all(1 <= step.minutes <= 480 for step in recipe.steps)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_each_step_works_on_what_an_earlier_one_left(recipe):
    """Never forward in time; and what is promised goes back to what was thought in the open."""
    sources = {place: it.source for place, it in enumerate(recipe.steps) if it.source is not None}
    assert all(source < place for place, source in sources.items())

    at = max(place for place, step in enumerate(recipe.steps) if step.method == "actions")
    while at in sources:
        at = sources[at]
    assert (recipe.steps[at].method, recipe.steps[at].phase) == ("brainwrite", "open")


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_the_rooms_question_stands_where_it_is_answered(recipe):
    asking = [step.method for step in recipe.steps if step.asks]

    assert asking in (["brainwrite"], ["talk", "brainwrite"])


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_where_time_runs_short_a_recipe_leaves_each_method_what_it_needs(recipe):
    steps = {step.id: step for step in agenda_of(Wish(title="-", recipe=recipe.id)).steps}
    cuts = Story(tuple(steps.values())).place.get(Plan, LOG).cuts

    left = [(steps[cut.step], steps[cut.step].minutes - cut.minutes) for cut in cuts]
    assert left != []
    assert [step.method for step, minutes in left if minutes < METHODS[step.method].least] == []
    assert {step.method for step, _ in left}.isdisjoint(it.id for it in METHODS.values() if it.keep)


def test_gradients_are_never_offered_in_two_minutes_nor_a_vote_in_three():
    found = {}
    for recipe in ("co-creation", "innovate"):
        steps = {step.id: step for step in agenda_of(Wish(title="-", recipe=recipe)).steps}
        cuts = Story(tuple(steps.values())).place.get(Plan, LOG).cuts
        found |= {steps[it.step].method: steps[it.step].minutes - it.minutes for it in cuts}

    assert (found["gradients"], found["dot_vote"]) == (8, 5)
