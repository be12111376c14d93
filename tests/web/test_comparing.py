"""A table and a matrix on the page without scripts: rows as forms, and what came of the marks."""

from typing import Any

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_plain import Person

FIELDS = [{"id": "option", "title": "Option"}, {"id": "since", "title": "Since", "form": "date"}]
USE = {"id": "use", "title": "Use", "low": 1, "high": 5}


@pytest.fixture
def table(room):
    """A step that compares options, and the room in it."""
    step = new_id()
    setup = {"fields": FIELDS, "scales": [USE], "nothing": True, "doing_nothing": "Do nothing"}
    fields = {"title": "Options", "minutes": 5, "types": ["pro", "con"], "anonymous": True}
    words = {"method": "options", "layout": "table", "phase": "close", "visibility": "private"}
    room.done(room.facilitator, "AddStep", id=step, place=1, setup=setup, **fields, **words)
    room.done(room.facilitator, "StartStep", step=step)
    return step


def writes(person: Person, step: str, **cells: str) -> Any:
    texts = {f"cells.{field}": text for field, text in cells.items()}
    return person.send("AddRow", id=new_id(), step=step, **texts)


@pytest.mark.rule("H7")
def test_a_row_is_written_changed_and_removed(room, table):
    ada, bo = Person(room, name="Ada"), Person(room, name="Bo")
    assert "Do nothing" in words_of(ada.read())

    page = writes(ada, table, option="Call", since="2024-01-02")

    assert "Call" in words_of(page)
    assert 'name="row"' in page.text
    assert 'name="row"' not in bo.read().text
    row = page.text.split('name="row" value="')[1].split('"')[0]
    changed = ada.send("ChangeRow", row=row, **{"cells.option": "Call at noon", "cells.since": ""})
    assert "Call at noon" in words_of(changed)
    assert "Call at noon" not in words_of(ada.send("RemoveRow", row=row))


@pytest.mark.rule("H7")
def test_what_was_typed_is_still_there_when_it_is_refused(room, table):
    ada = Person(room, name="Ada")

    page = writes(ada, table, option="", since="2024-01-02")

    assert "Nothing is written yet" in words_of(page)
    assert 'value="2024-01-02"' in page.text


@pytest.mark.rule("H7")
def test_what_speaks_for_a_row_is_ones_own_until_the_reveal(room, table):
    ada, bo = Person(room, name="Ada"), Person(room, name="Bo")
    page = writes(ada, table, option="Call")
    about = page.text.split('name="about" value="')[1].split('"')[0]

    mine = ada.send("AddNote", id=new_id(), step=table, type="con", text="It costs", about=about)

    assert "It costs" in words_of(mine)
    assert "It costs" not in bo.read().text
    room.done(room.facilitator, "RevealNotes", step=table)
    assert "It costs" in words_of(bo.read())


@pytest.mark.rule("H7")
def test_the_order_and_what_is_dropped_are_shown_and_chosen_without_scripts(room, table):
    people = [Person(room) for _ in range(4)]
    writes(people[0], table, option="Call")
    scoring = new_id()
    room.done(room.facilitator, "OpenScoring", id=scoring, step=table)
    page = people[0].read()
    item = page.text.split('name="item" value="')[1].split('"')[0]
    for person, value in zip(people, "4455", strict=True):
        person.send("GiveScore", scoring=scoring, item=item, scale="use", value=value)
    room.done(room.facilitator, "CloseScoring", scoring=scoring)

    told = words_of(people[0].read())
    assert "4 of 4 answered" in told
    assert "1 Call 4.5" in told

    leads = room.facilitator
    assert "Drop" in words_of(leads.get(f"/w/{room.id}/plain?as=facilitator"))
    choice = {"step": table, "item": item, "choice": "drop", "reason": "Too dear"}
    room.done(leads, "ChooseItem", **choice)
    assert "We drop on purpose Call Too dear" in words_of(people[0].read())
