"""Columns, marks and trays on the page without scripts."""

import re

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_plain import Person

SETUP = {
    "columns": [
        {"id": "works", "title": "Works now", "hint": "What should we keep?"},
        {"id": "hurts", "title": "Hurts now", "type": "problem"},
    ],
    "trays": ["unknown"],
    "roles": ["A neighbour"],
    "evidence": True,
}


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


def begins(room, phase, **fields):
    step = new_id()
    given = {"place": 1, "method": "retro", "layout": "columns", "title": "Now", "minutes": 5}
    types = ["idea", "problem", "unknown"]
    room.done(
        room.facilitator,
        "AddStep",
        **{"id": step, "phase": phase, "types": types, "setup": SETUP, **given, **fields},
    )
    room.done(room.facilitator, "StartStep", step=step)
    return step


@pytest.mark.rule("H7")
def test_a_note_is_written_in_a_column_and_says_how_it_is_known(room, ada):
    step = begins(room, "open")
    page = ada.write(step, "Two lists", column="hurts", evidence="heard", role="A neighbour")

    told = words_of(page)
    assert "Works now 0 What should we keep? Hurts now 1 Two lists Problem" in told
    assert "Heard Written as: A neighbour" in told


def test_what_lies_apart_stands_last_under_its_own_words(room, ada):
    step = begins(room, "open")

    page = ada.write(step, "Who has the key?", type="unknown")

    assert "Hurts now 0 We don't know yet 1 Who has the key?" in words_of(page)


def test_lessons_that_were_written_before_are_gathered_and_nothing_else(room, ada):
    before = begins(room, "open", types=["idea", "learning"], setup={})
    ada.write(before, "Two lists")
    ada.write(before, "Ask sooner", type="learning")

    begins(room, "close", types=["learning"], source=before)

    assert "In no column yet 1 Ask sooner Learning" in words_of(ada.read())


def test_a_note_is_moved_by_all_while_the_room_integrates(room, ada):
    step = begins(room, "integrate")
    note = re.search(r'name="note" value="(\w+)"', ada.write(step, "Two lists").text)[1]

    page = Person(room, name="Bo").send("SortNote", step=step, note=note, column="hurts")

    assert "Works now 0 What should we keep? Hurts now 1 Two lists" in words_of(page)


def test_in_the_open_phase_a_writer_moves_the_own_note_and_nobody_elses(room, ada):
    step = begins(room, "open")
    note = re.search(r'name="note" value="(\w+)"', ada.write(step, "Two lists").text)[1]
    bo = Person(room, name="Bo")

    moved = ada.send("ChangeNote", note=note, column="hurts")
    refused = bo.send("SortNote", step=step, note=note, column="works")

    assert "Hurts now 1 Two lists" in words_of(moved)
    assert "Notes keep their column in this step." in words_of(refused)
    assert 'value="SortNote"' not in bo.read().text
