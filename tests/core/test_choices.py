"""What is kept, what is dropped on purpose, and what goes on to the next step."""

import pytest

from tests.core.story import MINI, Story, id_of, step
from workshop.core.agenda import Step
from workshop.core.candidates import Candidate, Choice, candidates_of
from workshop.core.choices import ItemChosen
from workshop.core.decider import evolve
from workshop.core.messages import Refused
from workshop.core.rows import Row
from workshop.core.setup import Field, Setup

OPTIONS = step(
    "options",
    5,
    "table",
    "integrate",
    source=id_of("group"),
    types=("pro", "con"),
    setup=Setup(fields=(Field(id="option", title="Option"),)),
)
MATRIX = step("matrix", 6, "matrix", "close", source=id_of("options"))


@pytest.fixture
def story():
    told = Story((*MINI, OPTIONS, MATRIX)).joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word in ("call", "list"):
        note = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": f"A {word}"}
        told.says("ada", "AddNote", **note)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("options"))
    return told


def writes(story, word):
    row = {"id": id_of(word), "step": id_of("options"), "cells": {"option": word}}
    story.says("ada", "AddRow", **row)


def chooses(story, word, choice, where="options", **more):
    return story.says(
        "finn", "ChooseItem", step=id_of(where), item=id_of(word), choice=choice, **more
    )


def items(story, where):
    return [it.title for it in candidates_of(story.place, story.place.get(Step, id_of(where)))]


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def test_rows_stand_for_what_they_were_taken_from(story):
    assert sorted(items(story, "matrix")) == ["A call", "A list"]
    row = {"id": id_of("one"), "step": id_of("options"), "cells": {}, "about": id_of("call")}
    story.says("finn", "AddRow", **row)
    writes(story, "One number")

    found = candidates_of(story.place, story.place.get(Step, id_of("matrix")))

    assert found == (
        Candidate(item=id_of("one"), title="A call", notes=0, called=id_of("call")),
        Candidate(item=id_of("One number"), title="One number", notes=0),
    )


def test_what_speaks_for_a_row_is_no_candidate_itself(story):
    writes(story, "One number")
    note = {"step": id_of("options"), "type": "pro", "text": "Quick", "about": id_of("One number")}
    story.says("bo", "AddNote", id=id_of("quick"), **note)
    story.says("ada", "RemoveRow", row=id_of("One number"))

    assert sorted(items(story, "matrix")) == ["A call", "A list"]


def test_what_is_dropped_does_not_go_on_and_the_reason_stays(story):
    writes(story, "One number")
    writes(story, "Two numbers")
    chooses(story, "Two numbers", "drop", reason=" Nobody would\nknow which ")

    choices = list(story.place.all(Choice))

    assert [(it.title, it.choice, it.reason) for it in choices] == [
        ("Two numbers", "drop", "Nobody would know which")
    ]
    assert items(story, "matrix") == ["One number"]
    assert items(story, "options") == ["One number", "Two numbers"]
    chooses(story, "Two numbers", "")
    assert list(story.place.all(Choice)) == []
    assert items(story, "matrix") == ["One number", "Two numbers"]


def test_an_item_is_chosen_once_in_a_step(story):
    writes(story, "One number")
    chooses(story, "One number", "drop", reason="Too dear")

    assert chooses(story, "One number", "drop", reason="Too dear") == []
    chooses(story, "One number", "keep")

    assert [it.choice for it in story.place.all(Choice)] == ["keep"]


def test_a_row_that_was_taken_out_stays_in_the_list_of_what_was_dropped(story):
    writes(story, "One number")
    chooses(story, "One number", "drop", reason="Too dear")
    story.says("ada", "RemoveRow", row=id_of("One number"))
    assert story.place.get(Row, id_of("One number")) is None

    chooses(story, "One number", "drop", reason="Too late")

    (choice,) = story.place.all(Choice)
    assert (choice.title, choice.reason) == ("One number", "Too late")


def test_only_a_facilitator_chooses_and_only_what_is_there(story):
    writes(story, "One number")
    wish = {"step": id_of("options"), "item": id_of("One number"), "choice": "keep"}

    assert refusal(story, "ada", "ChooseItem", **wish) == "forbidden"
    assert refusal(story, "finn", "ChooseItem", **{**wish, "item": id_of("x")}) == "no_such_item"
    assert (
        refusal(story, "finn", "ChooseItem", **{**wish, "step": id_of("matrix")}) == "step_closed"
    )
    story.says("finn", "StartStep", step=id_of("write"))
    elsewhere = {**wish, "step": id_of("write"), "item": id_of("call")}
    assert refusal(story, "finn", "ChooseItem", **elsewhere) == "no_choosing_here"


@pytest.mark.rule("O6")
@pytest.mark.parametrize("reason", ["", " \n "])
def test_what_is_dropped_needs_a_reason(story, reason):
    writes(story, "One number")
    wish = {"step": id_of("options"), "item": id_of("One number"), "choice": "drop"}

    with pytest.raises(Refused) as refused:
        story.says("finn", "ChooseItem", **wish, reason=reason)

    assert (refused.value.code, refused.value.field) == ("no_reason", "reason")
    assert list(story.place.all(Choice)) == []


def test_what_an_older_log_dropped_without_a_reason_is_dropped_still(story):
    writes(story, "One number")
    dropped = {"step": id_of("options"), "item": id_of("One number"), "title": "One number"}

    evolve(story.place, [ItemChosen(**dropped, choice="drop", reason="")])

    assert [(it.choice, it.reason) for it in story.place.all(Choice)] == [("drop", "")]
    assert chooses(story, "One number", "keep") != []


def test_a_choice_is_taken_back_by_undo(story):
    writes(story, "One number")
    chooses(story, "One number", "drop", reason="Too dear")
    deed = max(record.id for kind, record in story.place.everything() if kind == "deed")

    story.says("finn", "Undo", deed=deed)

    assert list(story.place.all(Choice)) == []
