"""Reckoning with a result: hand-worked examples of groups, ties, lots and run-offs."""

from hashlib import sha256

from workshop.core.candidates import Candidate
from workshop.core.ranking import (
    TieBreak,
    cut_again,
    decided,
    drawn,
    is_from_few,
    ranked,
    tie_at_cut,
    told_apart,
)


def results(top, **dots):
    """Each name with its dots, ranked with the cut after place `top`."""
    listed = [Candidate(item=name, title=name, notes=1) for name in dots]
    return ranked(listed, top, dots, {})


def test_a_group_of_one_to_three_voters_is_never_told_apart():
    assert told_apart((7, 5, 4), everyone=16) == (True, True, True)
    assert told_apart((9, 3), everyone=12) == (False, False)
    assert told_apart((9, 0), everyone=9) == (True, False)


def test_a_small_group_is_not_found_by_taking_the_others_from_the_whole():
    # 14 - 7 - 5 would leave the two, so the five are not told either; 14 - 7 leaves seven.
    assert told_apart((7, 5, 2), everyone=14) == (True, False, False)
    # 6 + 2 who chose no group, or whose dots are gone: the group is not told alone.
    assert told_apart((6,), everyone=8) == (False,)
    assert told_apart((6, 6, 1, 3), everyone=16) == (True, True, False, False)


def test_a_tie_is_at_the_cut_only_where_it_goes_across_it():
    # Ranks 1, 2, 2, 2: with the cut after place 3, three tie for two places.
    assert tie_at_cut(results(3, a=5, b=3, c=3, d=3), 3) == (("b", "c", "d"), 2)
    assert tie_at_cut(results(1, a=5, b=3, c=3), 1) == ((), 0)
    assert tie_at_cut(results(3, a=5, b=3, c=3), 3) == ((), 0)
    assert tie_at_cut(results(1, a=0, b=0), 1) == ((), 0)


def test_a_lot_can_be_drawn_again_by_hand():
    items = ("a", "b", "c")
    by_hand = sorted(items, key=lambda item: sha256(f"seed|{item}".encode()).hexdigest())

    assert drawn("seed", items, 2) == tuple(by_hand[:2])
    assert {drawn(f"seed {n}", items, 1) for n in range(40)} == {("a",), ("b",), ("c",)}


def test_a_run_off_brings_some_up_some_down_and_leaves_what_ties_again():
    # Two places: 5 dots is in; 3 and 3 tie for the other; 1 is out.
    assert decided(results(2, a=5, b=3, c=3, d=1), 2) == (("a",), ("d",))
    # Nobody gave a dot: nothing is decided.
    assert decided(results(2, a=0, b=0, c=0), 2) == ((), ())


def test_what_a_run_off_left_ties_for_the_places_that_are_left():
    found = results(3, a=9, b=4, c=4, d=4, e=1)
    trail = [TieBreak(how="run_off", items=("b", "c", "d"), chosen=("b",))]

    assert tie_at_cut(found, 3, trail) == (("c", "d"), 1)
    lot = TieBreak(how="lot", items=("c", "d"), chosen=("d",), out=("c",))
    assert tie_at_cut(found, 3, [*trail, lot]) == ((), 0)
    above = [it.item for it in cut_again(found, lot.out) if it.above_cut]
    assert above == ["a", "b", "d"]


def test_few_are_a_third_at_most_and_many_are_one_and_a_half_dots_from_each():
    assert is_from_few(6, 4, ballots=12)
    assert not is_from_few(6, 4, ballots=11)  # four of eleven are more than a third
    assert not is_from_few(5, 4, ballots=12)  # 1.25 from each


def test_a_number_of_people_that_is_not_told_counts_as_three():
    """One with four dots reads as three with four would, so the mark tells nothing of who."""
    assert not is_from_few(4, -1, ballots=30)
    assert is_from_few(5, -1, ballots=30)
    assert not is_from_few(5, -1, ballots=8)


def test_what_nobody_chose_is_from_nobody():
    assert not is_from_few(0, 0, ballots=12)
