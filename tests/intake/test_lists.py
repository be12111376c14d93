"""A pasted list: one note a line, and a line that ends with a colon names a cluster."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.intake import read_lines

WORDS = st.text(st.sampled_from("aå: -*1.\t\n\r"), max_size=60)


def notes(text):
    found = read_lines(text)
    return [
        (note.text, None if note.cluster is None else found.clusters[note.cluster])
        for note in found.notes
    ]


def test_each_line_is_a_note_and_an_empty_one_is_nothing():
    assert notes("One list\n\n  A number \r\n\tLate\n") == [
        ("One list", None),
        ("A number", None),
        ("Late", None),
    ]


def test_a_line_with_a_colon_at_its_end_names_a_cluster_for_those_below():
    assert notes("Alone\nCalls:\n\nAt night\n- By day\nLists :\nOne") == [
        ("Alone", None),
        ("At night", "Calls"),
        ("By day", "Calls"),
        ("One", "Lists"),
    ]


def test_a_title_with_nothing_below_it_is_a_note_so_that_nothing_is_lost():
    assert notes("Calls:\nLists:\nOne\nLater:") == [
        ("Calls:", None),
        ("One", "Lists"),
        ("Later:", "Lists"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- One",
        "* One",
        "•\tOne",
        "– One",
        "o\tOne",
        "- [ ] One",
        "- [x] One",
        "☐ One",
        "\uf0b7 One",
    ],
)
def test_what_an_editor_puts_before_a_line_is_left_out(line):
    assert notes(line) == [("One", None)]


def test_numbers_that_count_up_are_left_out_and_a_date_is_kept():
    assert notes("1. One\n2) Two\n3. Three") == [("One", None), ("Two", None), ("Three", None)]
    assert notes("A:\n1. One\n2. Two\nB:\n1. Three") == [
        ("One", "A"),
        ("Two", "A"),
        ("Three", "B"),
    ]
    assert notes("1. mai er fri") == [("1. mai er fri", None)]
    assert notes("17. mai\n24. desember") == [("17. mai", None), ("24. desember", None)]
    assert notes("1.5 million") == [("1.5 million", None)]


@pytest.mark.parametrize("line", ["-5 degrees", "+ good", "-", "*bold*", ":"])
def test_what_is_no_bullet_stays(line):
    assert notes(line) == [(line, None)]


@given(WORDS)
def test_any_list_is_read_and_no_note_of_it_is_empty(text):
    found = read_lines(text)

    assert all(note.text.strip() for note in found.notes)
    assert all(note.cluster in (None, *range(len(found.clusters))) for note in found.notes)
