"""The start guide: three answers give a recipe with minutes, and the minutes keep what the page promises."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.core.messages import Refused
from workshop.core.planning import WORKING
from workshop.insight.guide import BREAK, Proposal, least, propose, shortest
from workshop.methods import RECIPES

AIMS = ("", "innovate", "improve")
times = st.integers(min_value=34, max_value=480)
anyone = st.tuples(st.sampled_from(AIMS), times, st.integers(0, 300), st.booleans())


def in_phases(proposal: Proposal, *phases: str) -> int:
    steps = RECIPES[proposal.recipe].steps
    return sum(n for n, step in zip(proposal.minutes, steps, strict=True) if step.phase in phases)


def stretches(proposal: Proposal) -> list[int]:
    """The minutes that people sit between breaks."""
    found = [0]
    steps = RECIPES[proposal.recipe].steps
    for place, (step, minutes) in enumerate(zip(steps, proposal.minutes, strict=True)):
        if place in proposal.breaks or step.phase == "break":
            found.append(0)
        found[-1] += 0 if step.phase == "break" else minutes
    return found


def test_an_hour_is_the_recipe_of_an_hour_with_six_minutes_free():
    """54 minutes: a frame of 13 * 54 // 60 = 11, so 43 work; 43 * 15 / 47 = 13.7 of them open."""
    assert propose("", 60, 8, False) == Proposal(
        recipe="one-hour", minutes=(4, 3, 9, 5, 11, 7, 11, 4), breaks=(), buffer=6
    )


def test_to_innovate_an_hour_opens_for_20_of_its_43_working_minutes():
    """45 % of 43 is 19.35; the other 23 are shared as 12, 8 and 12."""
    assert propose("innovate", 60, 8, False) == Proposal(
        recipe="one-hour", minutes=(4, 3, 13, 7, 9, 6, 8, 4), breaks=(), buffer=6
    )


def test_to_improve_an_hour_opens_for_12_of_its_43_working_minutes():
    """30 % of 43 is 12.9."""
    assert propose("improve", 60, 8, False) == Proposal(
        recipe="one-hour", minutes=(4, 3, 8, 4, 12, 8, 11, 4), breaks=(), buffer=6
    )


def test_twenty_five_minutes_hold_one_small_cycle():
    """22 minutes: a frame of 4 * 22 // 25 = 3, so 19 work; 19 * 5 / 21 = 4.5 of them open."""
    assert propose("improve", 25, 8, False) == Proposal(
        recipe="mini-cycle", minutes=(2, 5, 6, 4, 4, 1), breaks=(), buffer=3
    )


def test_a_hundred_minutes_have_a_break_before_the_76th():
    """90 minutes: 80 and a break; with the closing people would sit for more than 75."""
    proposal = propose("", 100, 8, False)

    assert (proposal.recipe, proposal.breaks, proposal.buffer) == ("one-hour", (7,), 10)
    assert stretches(proposal) == [sum(proposal.minutes[:7]), sum(proposal.minutes[7:])]


def test_two_hours_are_a_meeting_whose_own_break_is_enough():
    """108 minutes, 5 of them a break: 103, of which a frame of 18 * 103 // 115 = 16 and 87 that work;
    87 * 30 / 97 = 26.9 of them open.
    """
    assert propose("", 120, 8, False) == Proposal(
        recipe="co-creation",
        minutes=(5, 2, 14, 11, 13, 5, 14, 13, 9, 13, 7, 2),
        breaks=(),
        buffer=12,
    )


def test_to_innovate_is_another_recipe_than_to_be_longer():
    """Two cycles fit into four hours, but open for a third of their time; the other for half."""
    proposals = {aim: propose(aim, 240, 12, False).recipe for aim in AIMS}

    assert proposals == {"": "two-cycles", "innovate": "innovate", "improve": "two-cycles"}


def test_who_sits_before_a_screen_rests_sooner():
    at_hand, remote = propose("", 90, 8, False), propose("", 90, 8, True)

    assert (at_hand.breaks, stretches(at_hand)) == ((), [75])
    assert len(remote.breaks) == 1
    assert max(stretches(remote)) <= 60


def test_more_people_get_more_time_to_read():
    steps = RECIPES["one-hour"].steps

    assert [least(step, 12) for step in steps] == [4, 1, 4, 4, 5, 5, 5, 1]
    assert [least(step, 13) for step in steps] == [4, 1, 4, 6, 7, 5, 5, 1]


def test_a_recipe_may_need_less_than_its_methods():
    """The mini cycle chooses among few things, and promises one."""
    steps = RECIPES["mini-cycle"].steps

    assert [(step.method, least(step, 12)) for step in steps[3:5]] == [
        ("dot_vote", 4),
        ("actions", 3),
    ]


def test_a_meeting_in_an_hour_still_hears_who_is_against():
    """Where gradients get less than eight minutes there is no proposal; it is said how long it takes."""
    fewest = shortest("", 8, False, RECIPES["co-creation"])
    proposal = propose("", fewest, 8, False, RECIPES["co-creation"])

    at = [step.method for step in RECIPES["co-creation"].steps].index("gradients")
    assert proposal.minutes[at] >= 8
    with pytest.raises(Refused):
        propose("", 53, 8, False, RECIPES["co-creation"])


@given(anyone)
def test_no_minute_is_lost_and_a_tenth_is_free(asked):
    proposal = propose(*asked)

    planned = sum(proposal.minutes) + BREAK * len(proposal.breaks)
    assert planned + proposal.buffer == asked[1]
    assert 10 * proposal.buffer >= asked[1]


@given(anyone)
def test_the_open_phase_gets_what_the_aim_asks_for(asked):
    aim, *_ = asked
    proposal = propose(*asked)

    opened, working = in_phases(proposal, "open"), in_phases(proposal, *WORKING)
    assert aim != "innovate" or 100 * opened >= 45 * working
    assert aim != "improve" or 100 * opened <= 30 * working


@given(anyone)
def test_nobody_sits_too_long(asked):
    assert max(stretches(propose(*asked))) <= (60 if asked[3] else 75)


@given(anyone)
def test_no_step_gets_less_than_makes_sense(asked):
    proposal = propose(*asked)

    steps = RECIPES[proposal.recipe].steps
    pairs = list(zip(steps, proposal.minutes, strict=True))
    assert [step.method for step, minutes in pairs if minutes < least(step, asked[2])] == []


@pytest.mark.parametrize(("aim", "people"), list(product(AIMS, (5, 50))))
def test_too_short_a_time_is_refused_with_the_least_there_is(aim, people):
    fewest = shortest(aim, people, False)
    assert propose(aim, fewest, people, False).recipe == "mini-cycle"

    with pytest.raises(Refused) as refused:
        propose(aim, fewest - 1, people, False)

    assert (refused.value.code, refused.value.field) == ("too_short", "minutes")
    assert refused.value.values == {"limit": fewest}
