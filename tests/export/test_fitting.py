"""What fits on a slide is reckoned before it is set, so that nothing is ever set smaller."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.export.fitting import WIDE, begun, fitted, lines, paged, width

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=300)


def test_what_fits_stays_as_it_was():
    assert fitted("Someone calls the day after", WIDE, 1) == "Someone calls the day after"


def test_what_does_not_fit_is_cut_between_words():
    text = "Someone calls everybody who came home the day before, by noon at the latest"

    assert fitted(text, 400, 2) == "Someone calls everybody who came home the …"
    assert lines(fitted(text, 400, 2), 400) <= 2


def test_a_word_that_is_too_long_by_itself_is_cut_and_no_sign_in_two():
    family = "👩‍👩‍👧‍👦"

    assert fitted("W" * 500, 300, 1).endswith("W…")
    assert begun(family * 9, 200, 30) == family * (len(begun(family * 9, 200, 30)) // len(family))


@given(WORDS, st.sampled_from([200.0, 330.0, 816.0]), st.integers(1, 4))
@settings(max_examples=50, deadline=None)
def test_nothing_takes_more_lines_than_it_may(text, wide, most):
    assert lines(fitted(text, wide, most), wide) <= most


@pytest.mark.parametrize("wide", ["漢", "W", "—"])
def test_broad_signs_count_as_broad(wide):
    assert width(wide) == 30


def test_pieces_are_shared_out_in_order_and_one_that_is_too_high_has_a_page_of_its_own():
    assert paged([("a", 2.0), ("b", 2.0), ("c", 9.0), ("d", 1.0)], 5) == [["a", "b"], ["c"], ["d"]]
    assert paged([], 5) == [[]]
