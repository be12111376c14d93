"""A form without scripts: written, written anew, asked about, and never past each other."""

import re

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_plain import Person

FIELDS = [
    {"id": "challenge", "title": "The challenge", "form": "text"},
    {"id": "goal", "title": "The goal"},
]
SCALES = [{"id": "sure", "title": "How sure are you?"}]
SETUP = {"subject": "goal", "fields": FIELDS, "scales": SCALES}


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


@pytest.fixture
def step(room):
    made = new_id()
    given = {"phase": "frame", "title": "The goal", "minutes": 5, "method": "goal", "place": 0}
    room.done(room.facilitator, "AddStep", id=made, layout="form", setup=SETUP, **given)
    room.done(room.facilitator, "StartStep", step=made)
    return made


def saves(person, step, before, **values):
    texts = {f"values.{field}": text for field, text in values.items()}
    return person.send("SaveSheet", id=new_id(), step=step, before=before, **texts)


def before_in(page):
    return re.search(r'name="before" value="(\w*)"', page.text)[1]


@pytest.mark.rule("H7")
def test_a_goal_is_written_and_written_anew(ada, step):
    page = saves(ada, step, "", goal="Nobody goes alone", challenge="")
    assert "Version 1 The goal Nobody goes alone" in words_of(page)

    page = saves(ada, step, before_in(page), goal="Nobody is alone at night", challenge="Dark")
    assert "Version 2 The challenge Dark The goal Nobody is alone at night" in words_of(page)
    assert "1 earlier version Version 1 The goal Nobody goes alone" in words_of(page)


def test_who_comes_second_reads_the_other_first_and_loses_no_word(room, ada, step):
    bo = Person(room, name="Bo")
    seen = before_in(ada.read())
    saves(ada, step, seen, goal="By ada", challenge="")
    page = saves(bo, step, seen, goal="By bo", challenge="Kept")

    assert "Someone has saved version 1 meanwhile." in words_of(page)
    assert "By ada" in words_of(page)
    assert 'value="By bo"' in page.text
    assert ">Kept</textarea>" in page.text
    page = saves(bo, step, before_in(page), goal="By bo", challenge="Kept")
    assert "Version 2" in words_of(page)


def test_the_goal_stands_by_in_the_steps_that_follow(room, ada, step):
    saves(ada, step, "", goal="Nobody goes alone", challenge="")
    assert "Goal: Nobody goes alone" not in words_of(ada.read())
    room.start("wall")
    assert "Goal: Nobody goes alone" in words_of(ada.read())


def test_the_room_is_asked_how_sure_it_is(room, ada, step):
    saves(ada, step, "", goal="Nobody goes alone", challenge="")
    scoring = new_id()
    given = {"id": scoring, "step": step, "text": "Nobody goes alone"}
    room.done(room.facilitator, "OpenScoring", **given)
    page = ada.read()
    assert "How sure are you?" in words_of(page)
    page = ada.send("GiveScore", scoring=scoring, item=scoring, scale="sure", value="4")
    assert "you gave 4" in words_of(page)


def test_two_owners_are_asked_beside_the_form(room, ada):
    step = room.start("actions")
    given = {"what": "Call", "who": "Ada and Bo", "due": "", "helpers": "", "daily": "Mondays"}
    page = ada.send("AddAction", id=new_id(), step=step, **given)

    assert "An action has one owner. Who of them does it? Keep Ada or another" in words_of(page)
    assert 'value="Mondays"' in page.text
