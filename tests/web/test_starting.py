"""A new workshop: from three questions, from a recipe one knows, or from a recipe of one's own."""

import io
import json
import re

import pytest

from tests.web.conftest import Room, words_of
from tests.web.test_api import conforms, error_of
from workshop.core.planning import Plan
from workshop.core.workshop import the_workshop
from workshop.web.wishing import Wish, agenda_of

ANSWERS = "/new?purpose=Why%3F&aim=innovate&minutes=180&people=24&remote=1"


def values(page, name):
    return re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)"', page.text)


def test_a_new_workshop_begins_with_three_questions_that_can_be_skipped(client):
    page = client.get("/new")

    assert "Three questions" in words_of(page)
    assert 'href="/new?own=1"' in page.text
    assert 'name="recipe"' in client.get("/new?own=1").text
    assert 'value="one-hour" checked' in client.get("/new?recipe=one-hour").text


def test_the_answers_propose_a_recipe_with_minutes_breaks_and_band(client):
    page = client.get(ANSWERS)

    words = words_of(page)
    assert "A way through 180 minutes" in words
    assert "Break 10 min" in words
    assert "Unplanned, for what happens" in words
    assert '<svg class="band band--console"' in page.text
    assert (values(page, "recipe"), values(page, "people")) == (["innovate"], ["24", "24"])


def test_too_little_time_is_said_beside_the_minutes_and_the_answers_stay(client):
    page = client.get("/new?purpose=Why%3F&aim=improve&minutes=5&people=24")

    assert page.status_code == 409
    assert "That is too short for this." in words_of(page)
    assert ">Why?</textarea>" in page.text
    assert 'value="improve" checked' in page.text


@pytest.mark.parametrize("minutes", ["", "many", "-3", "481", 5000 * "9"], ids=lambda it: it[:6])
def test_minutes_that_are_none_are_asked_for_again(client, minutes):
    page = client.get(f"/new?minutes={minutes}&people=12&aim=")

    assert page.status_code == 400
    assert "Write a number from 1 to 480." in words_of(page)
    assert 'aria-describedby="minutes-error"' in page.text


def test_people_that_are_none_are_asked_for_again(client):
    page = client.get("/new?minutes=60&people=2000&aim=")

    assert "Write a number from 1 to 1000." in words_of(page)
    assert 'aria-describedby="people-error"' in page.text


def test_what_was_proposed_is_what_is_made(app):
    page = app.test_client().get(ANSWERS)
    form = {
        name: values(page, name)[0] for name in ("recipe", "minutes", "people", "remote", "aim")
    }
    made = app.test_client().post("/new", data={"op": "op-12345678", "title": "Fjord", **form})

    assert made.status_code == 200
    place = app.extensions["rytme"].conductor.place(re.search(r"/f/(\w{32})#", made.text)[1])
    workshop, plan = the_workshop(place), place.get(Plan, place.log)
    assert (workshop.planned_minutes, workshop.remote, workshop.aim) == (180, True, "innovate")
    assert plan.warnings == ()
    assert plan.buffer >= 18


@pytest.mark.rule("H1")
def test_a_wish_with_people_is_guided(app):
    room = Room(app, minutes=90, people=10, aim="improve")

    place = room.house.conductor.place(room.id)
    plan = place.get(Plan, place.log)
    assert (plan.warnings, the_workshop(place).recipe) == ((), "one-hour")


@pytest.mark.rule("H1")
@pytest.mark.parametrize(
    ("recipe", "minutes"),
    [("mini-cycle", 28), ("one-hour", 67), ("co-creation", 134), ("two-cycles", 234)],
)
def test_a_recipe_that_was_chosen_plans_its_length_and_a_tenth_more(app, recipe, minutes):
    """One hour: a tenth of 67 is 6.7, and 67 less 7 is 60; of 66 too few minutes would be left."""
    room = Room(app, recipe=recipe)

    place = room.house.conductor.place(room.id)
    warned = {warning.code for warning in place.get(Plan, room.id).warnings}
    assert the_workshop(place).planned_minutes == minutes
    assert warned.isdisjoint({"over_time", "no_buffer"})


def test_an_agenda_that_is_longer_than_a_plan_can_be_plans_no_time():
    step = {"layout": "talk", "phase": "frame", "title": "Talk", "minutes": 440}
    file = {"format": "rytme-recipe", "version": 1, "title": "A day", "language": "en"}

    assert agenda_of(Wish(title="x", recipe_file={**file, "steps": [step]})).minutes == 0
    shorter = {**file, "steps": [{**step, "minutes": 432}]}
    assert agenda_of(Wish(title="x", recipe_file=shorter)).minutes == 480


@pytest.mark.rule("H1")
def test_a_wish_with_people_for_a_recipe_that_does_not_fit_says_how_long_it_takes(client):
    wish = {"title": "x", "recipe": "one-hour", "minutes": 15, "people": 10}
    answer = client.post("/api/workshops", json=wish)

    assert (answer.status_code, error_of(answer)["code"]) == (409, "too_short")


@pytest.mark.rule("H1")
def test_an_agenda_is_kept_as_a_file_and_brought_in_again(app):
    first = Room(app, recipe="one-hour", purpose="Why?")
    first.done(first.facilitator, "ChangeStep", step=first.steps()[2].id, title="Write, please")
    kept = first.facilitator.get(f"/w/{first.id}/recipe.json")
    second = Room(app, recipe_file=kept.json)

    assert kept.headers["Content-Disposition"] == (
        'attachment; filename="fra-sykehus-til-hjem.recipe.json"'
    )
    again = second.facilitator.get(f"/w/{second.id}/recipe.json").json
    assert again["steps"] == kept.json["steps"]
    assert again["steps"][2]["title"] == "Write, please"
    assert {it.id for it in first.steps()}.isdisjoint({it.id for it in second.steps()})


@pytest.mark.rule("H1")
def test_a_file_brought_in_by_the_form_takes_the_place_of_the_recipe(app):
    kept = Room(app, recipe="one-hour")
    content = kept.facilitator.get(f"/w/{kept.id}/recipe.json").data

    answer = send(app.test_client(), content)

    assert answer.status_code == 200
    assert "Fjord" in words_of(answer)


def send(client, content, **typed):
    form = {"title": "Fjord", "purpose": "Why?", "recipe": "mini-cycle", **typed}
    form["recipe_file"] = (io.BytesIO(content), "mine.recipe.json")
    return client.post("/new", data=form, content_type="multipart/form-data")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello", "This file cannot be used as a recipe."),
        (b'{"format": "other"}', "It does not say that it is a recipe."),
        (b"[" + b"1," * 200_000 + b"1]", "It is larger than the 256 kB that a recipe can be."),
    ],
    ids=["no json", "no recipe", "too large"],
)
def test_a_bad_file_says_what_is_wrong_and_keeps_what_was_typed(client, content, words):
    answer = send(client, content, retention_days="90")

    assert answer.status_code == 409
    assert words in words_of(answer)
    assert 'value="Fjord"' in answer.text
    assert ">Why?</textarea>" in answer.text
    assert '<option value="90" selected>' in answer.text


@pytest.mark.rule("H1")
def test_a_bad_step_is_told_at_its_place(app):
    kept = Room(app)
    recipe = kept.facilitator.get(f"/w/{kept.id}/recipe.json").json
    recipe["steps"][2]["minutes"] = 0
    answer = app.test_client().post("/api/workshops", json={"title": "x", "recipe_file": recipe})

    error = error_of(answer)
    assert (error["code"], error["field"]) == ("bad_recipe", "recipe")
    assert "steps 3, minutes" in error["message"]
    conforms(answer, "Error")


def test_a_form_far_too_large_is_stopped_at_the_door(client):
    form = b"--x\r\n" + b" " * 600_000
    answer = client.post("/new", data=form, content_type="multipart/form-data; boundary=x")

    assert answer.status_code == 413


def test_the_file_holds_nothing_that_the_room_has_made(room):
    step = room.start("wall")
    ada = room.device(name="Ada")
    room.done(ada, "AddNote", id="n" * 24, step=step, type="idea", text="Secret thought")

    kept = room.facilitator.get(f"/w/{room.id}/recipe.json").data

    assert b"Secret thought" not in kept
    assert b"Ada" not in kept
    assert set(json.loads(kept)) == {
        "format",
        "version",
        "title",
        "purpose",
        "language",
        "steps",
    }
