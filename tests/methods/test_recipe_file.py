"""A recipe as a file: what is kept comes in again as it was, and what is wrong is named where it is."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.story import MINI, Story, id_of
from workshop.core.agenda import Step, in_order
from workshop.core.changing import AddStep, ChangeStep
from workshop.core.messages import Refused
from workshop.core.workshop import the_workshop
from workshop.methods.recipe_file import (
    FileStep,
    RecipeFile,
    read,
    recipe_of,
    shared_fields,
    steps_of,
    write,
)
from workshop.words import sentence

ROOT = Path(__file__).parents[2]
STEP = {"layout": "wall", "phase": "open", "title": "Write", "minutes": 5}
FILE = {
    "format": "rytme-recipe",
    "version": 1,
    "title": "Our own hour",
    "language": "nb",
    "steps": [STEP],
}


def packed(**fields: object) -> bytes:
    return json.dumps({**FILE, **fields}).encode()


def said(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(data)
    assert (refused.value.code, refused.value.field) == ("bad_recipe", "recipe")
    opening = "This file cannot be used as a recipe. "
    words = sentence(refused.value, "en")
    assert words.startswith(opening)
    return words.removeprefix(opening)


def test_the_least_that_a_recipe_needs_is_little():
    assert read(packed()) == RecipeFile(
        title="Our own hour",
        language="nb",
        steps=(FileStep(layout="wall", phase="open", title="Write", minutes=5),),
    )


def test_an_agenda_is_kept_with_all_its_words_and_comes_in_again():
    story = Story()
    steps = in_order(story.place)

    kept = write(recipe_of(the_workshop(story.place), steps))
    again = steps_of(read(kept), [step.id for step in steps])

    assert again == MINI


def test_nothing_that_a_room_has_made_is_in_the_file():
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    note = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "A secret"}
    story.says("ada", "AddNote", **note)
    story.says("finn", "LockStep", step=id_of("write"), locked=True)

    kept = write(recipe_of(the_workshop(story.place), in_order(story.place)))

    assert b"A secret" not in kept
    assert id_of("write").encode() not in kept
    assert {step.state for step in steps_of(read(kept), list("abcde"))} == {"planned"}


def test_a_source_is_told_by_its_place_and_the_new_steps_have_new_ids():
    kept = read(write(recipe_of(the_workshop(Story().place), MINI)))
    ids = [id_of(f"new{place}") for place in range(5)]

    steps = steps_of(kept, ids)

    assert [step.source for step in kept.steps] == [None, None, 1, 2, 3]
    assert [step.source for step in steps] == ["", "", *ids[1:4]]
    assert [(step.id, step.place) for step in steps] == list(zip(ids, range(5), strict=True))


def test_a_file_says_every_field_so_that_it_means_the_same_in_years():
    told = json.loads(write(read(packed())))

    assert set(told["steps"][0]) == set(FileStep.__struct_fields__)
    assert list(told)[:2] == ["format", "version"]


def test_a_file_holds_all_that_a_step_is_planned_with():
    made = {"id", "place", "state", "until", "revealed", "locks", "sealed", "left_out"}
    made |= {"naming", "came", "stayed", "glided", "collected"}

    assert set(Step.__struct_fields__) - set(FileStep.__struct_fields__) == made
    assert set(shared_fields(MINI[0])) == set(FileStep.__struct_fields__)


def test_a_step_that_is_added_or_copied_has_all_that_a_file_holds_of_it():
    """Each of these lists its fields, for a command, a file and a copy differ in kind; none may miss one."""
    planned = set(FileStep.__struct_fields__) - {"cycle"}
    added = set(AddStep.__struct_fields__) - {"op", "log", "id", "place"}
    changed = set(ChangeStep.__struct_fields__) - {"op", "log", "step"}
    script = (ROOT / "static" / "js" / "lib" / "agenda.js").read_text("utf-8")
    copied = set(re.findall(r'"(\w+)"', script.split("const FIELDS = [")[1].split("]")[0]))

    assert (added, changed, copied) == (planned, planned, planned)


def test_people_may_write_their_own_words_and_they_are_made_safe_to_show():
    steps = [{**STEP, "title": " Skriv\u202e ", "script": ["Si dette.", " "], "types": ["Styrke"]}]

    (step,) = read(packed(title="  Vår\ntime ", steps=steps)).steps

    assert (step.title, step.script, step.types) == ("Skriv", ("Si dette.",), ("Styrke",))
    assert read(packed(title="  Vår\ntime ")).title == "Vår time"


def test_a_file_from_an_editor_that_marks_its_bytes_is_read():
    assert read(b"\xef\xbb\xbf" + packed()).title == "Our own hour"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nothing like it",
        packed()[:-20],
        packed() + b"x",
        b"\xff\xfe\x00",
        b'{"format": "\xff"}',
        b'{"format": "rytme-recipe", "version": NaN}',
        b'{"a":' * 30_000,
    ],
)
def test_what_is_no_json_is_said_to_be_none(data):
    assert said(data) == "It is not JSON, or not all of it. Choose a file that was saved here."


@pytest.mark.parametrize("data", [b"null", b"1", b'"recipe"', b"[]", b"[" * 100_000])
def test_what_is_json_and_something_else_is_no_recipe(data):
    words = "It does not say that it is a recipe. Choose a file that was saved here."

    assert said(data) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"format": "cake"}, "“format” in the file: It does not say that it is a recipe."),
        ({"version": 2}, "“version” in the file: It is a recipe of version 2, and only version 1"),
        ({"version": "1"}, "“version” in the file: What stands there does not fit."),
        ({"owner": "me"}, "“owner” in the file: A recipe has no such field."),
        ({"title": " "}, "“title” in the file: Nothing is written yet."),
        ({"title": "x" * 121}, "“title” in the file: That is 121 characters, and 120 fit."),
        ({"purpose": "x" * 501}, "“purpose” in the file: That is 501 characters"),
        ({"language": "../nb"}, "“language” in the file: What stands there does not fit."),
        ({"steps": []}, "“steps” in the file: What stands there does not fit."),
        ({"steps": [STEP] * 61}, "“steps” in the file: What stands there does not fit."),
    ],
)
def test_what_is_wrong_in_a_recipe_is_told_where_it_is(fields, words):
    assert said(packed(**fields)).startswith(f"Look at {words}")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"layout": "carousel"}, ", layout” in the file: What stands there does not fit."),
        ({"phase": "later"}, ", phase” in the file: What stands there does not fit."),
        ({"minutes": 0}, ", minutes” in the file: What stands there does not fit."),
        ({"minutes": 1e300}, ", minutes” in the file: What stands there does not fit."),
        ({"minutes": "5"}, ", minutes” in the file: What stands there does not fit."),
        ({"title": ""}, ", title” in the file: Nothing is written yet."),
        ({"title": None}, ", title” in the file: What stands there does not fit."),
        ({"prompt": "x" * 501}, ", prompt” in the file: That is 501 characters"),
        ({"half_time": "x" * 501}, ", half_time” in the file: That is 501 characters"),
        ({"script": ["x" * 501]}, ", script” in the file: That is 501 characters"),
        ({"script": ["x"] * 21}, ", script” in the file: What stands there does not fit."),
        ({"script": [1]}, ", script 1” in the file: What stands there does not fit."),
        ({"types": ["x" * 41]}, ", types” in the file: That is 41 characters"),
        ({"types": [str(n) for n in range(13)]}, ", types” in the file: What stands there"),
        ({"method": "../etc"}, ", method” in the file: What stands there does not fit."),
        ({"source": 7}, ", source” in the file: What stands there does not fit."),
        ({"source": -1}, ", source” in the file: What stands there does not fit."),
        ({"source": 1}, ", source” in the file: Two steps cannot work on each other's notes."),
        ({"source": 2}, ", source” in the file: Two steps cannot work on each other's notes."),
        ({"moderated": True}, ", moderated” in the file: Notes can be looked over only where"),
        ({"budget": 51}, ", budget” in the file: What stands there does not fit."),
        ({"id": "x"}, ", id” in the file: A recipe has no such field."),
        ({"state": "open"}, ", state” in the file: A recipe has no such field."),
    ],
)
def test_a_wrong_step_is_counted_as_people_count(fields, words):
    steps = [STEP, {**STEP, **fields}, {**STEP, "source": 1}]

    assert said(packed(steps=steps)).startswith(f"Look at “steps 2{words}")


def test_a_missing_field_is_told_by_its_name():
    steps = [{name: value for name, value in STEP.items() if name != "minutes"}]

    assert said(packed(steps=steps)) == (
        "Look at “steps 1, minutes” in the file: It is needed, and it is missing."
    )


def test_a_file_is_bounded_before_it_is_read():
    assert said(packed(title="x" * 300_000)) == (
        "It is larger than the 256 kB that a recipe can be."
    )


@pytest.mark.parametrize("fields", [{"title": "x" * 121}, {"steps": [{**STEP, "minutes": 0}]}])
def test_what_is_wrong_is_told_in_the_readers_language(fields):
    with pytest.raises(Refused) as refused:
        read(packed(**fields))

    words = sentence(refused.value, "nb")
    assert words.startswith("Denne fila kan ikke brukes som oppskrift. Se på «")
    assert not [word for word in ("Look", "That", "What") if word in words]


def code_of(step: dict[str, object]) -> str:
    try:
        read(packed(steps=[step]))
    except Refused as refused:
        return refused.code
    return ""


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_whatever_stands_in_a_field_is_read_or_refused_by_name(value):
    outcomes = {code_of({**STEP, name: value}) for name in FileStep.__struct_fields__}

    assert outcomes <= {"", "bad_recipe"}


@given(st.binary(max_size=200))
def test_whatever_a_file_holds_it_is_read_or_refused_by_name(data):
    with pytest.raises(Refused) as refused:
        read(data)

    assert refused.value.code == "bad_recipe"
