"""What marks come to, worked out by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.core.marks import agreed, all_met, decimal, median, quartiles, result
from workshop.core.scorings import ScaleResult
from workshop.core.setup import Scale

EIGHT = Scale(id="stand", title="Where do you stand?", high=8)


def test_the_middle_of_five_is_the_third_and_of_six_is_half_way():
    assert median([5, 1, 2, 4, 4]) == 4
    assert median([5, 1, 2, 4, 4, 1]) == 3
    assert median([1, 2]) == Fraction(3, 2)


def test_quartiles_are_the_middles_of_the_two_halves():
    assert quartiles([1, 2, 4, 7, 9]) == (Fraction(3, 2), 8)
    assert quartiles([1, 2, 4, 7, 9, 9]) == (2, 9)
    assert quartiles([3, 3, 3, 3]) == (3, 3)


def test_a_result_counts_each_mark_from_the_lowest_to_the_highest():
    scale = Scale(id="value", title="Value", low=0, high=4)

    told = result("tea", scale, [4, 0, 4, 3, 1], "")

    assert told == ScaleResult(
        item="tea",
        scale="value",
        answers=5,
        counts=(1, 1, 0, 1, 2),
        median="3",
        q1="0.5",
        q3="4",
        iqr="3.5",
    )


@pytest.mark.parametrize("marks", [[8], [8, 8], [1, 8, 8]])
def test_under_four_answers_nothing_is_told_but_that_they_are_few(marks):
    assert result("tea", EIGHT, marks, "no_veto") == ScaleResult(
        item="tea", scale="stand", answers=-1
    )
    assert result("tea", EIGHT, [], "no_veto").answers == 0


def of_eight(*marks):
    return [marks.count(mark) for mark in range(1, 9)]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((1, 2, 3, 4), {"no_veto", "none_opposed", "all_support"}),
        ((1, 2, 3, 3, 4), {"no_veto", "none_opposed", "most_support", "all_support"}),
        ((1, 2, 3, 3, 6), {"no_veto", "none_opposed", "most_support"}),
        ((1, 1, 1, 1, 5, 5), {"no_veto", "none_opposed"}),
        ((1, 1, 1, 1, 7), {"no_veto"}),
        ((1, 1, 1, 1, 8), set()),
    ],
)
def test_the_four_levels_of_agreement(marks, expected):
    levels = ("no_veto", "none_opposed", "most_support", "all_support")

    assert {level for level in levels if agreed(of_eight(*marks), level)} == expected


def test_a_scale_of_five_marks_is_read_in_the_same_shares():
    assert agreed([4, 0, 0, 1, 0], "none_opposed")
    assert not agreed([4, 0, 0, 0, 1], "no_veto")
    assert agreed([4, 0, 1, 0, 0], "most_support")
    assert not agreed([4, 0, 1, 0, 0], "all_support")


def test_all_is_met_only_where_each_is():
    def told(met):
        return ScaleResult(item="", scale="", answers=4, met=met)

    assert all_met([told("yes"), told("yes")]) == "yes"
    assert all_met([told("yes"), told("no"), told("")]) == "no"
    assert all_met([told("yes"), told("")]) == ""
    assert all_met([]) == ""


@given(st.lists(st.integers(0, 10), min_size=4, max_size=40))
def test_the_marks_lie_round_their_middle(marks):
    low, high = quartiles(marks)

    assert min(marks) <= low <= median(marks) <= high <= max(marks)
    assert Fraction(decimal(median(marks))) == median(marks)
    assert Fraction(decimal(high - low)) == high - low
