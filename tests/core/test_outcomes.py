"""Decisions and actions: exactly one owner, taken on by the owner's own hand."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.messages import Refused
from workshop.core.outcomes import Action

CALL = id_of("call")


@pytest.fixture
def story():
    told = Story().joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("promise"))
    told.says("ada", "AddAction", id=CALL, step=id_of("promise"), what="Call the day after")
    return told


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def test_an_action_is_taken_on_by_one(story):
    story.says("bo", "TakeAction", action=CALL, taken=True, who="Bo")
    assert (
        refusal(story, "ada", "TakeAction", action=CALL, taken=True, who="Ada") == "already_taken"
    )
    story.says("bo", "TakeAction", action=CALL, taken=False)
    story.says("ada", "TakeAction", action=CALL, taken=True, who="Ada")
    assert story.place.get(Action, CALL).who == "Ada"


def test_an_action_is_taken_on_with_a_name(story):
    assert refusal(story, "bo", "TakeAction", action=CALL, taken=True, who=" ") == "empty"


def test_who_took_it_on_sets_date_and_first_step(story):
    assert refusal(story, "bo", "ChangeAction", action=CALL, due="2026-12-04") == "not_yours"
    story.says("bo", "TakeAction", action=CALL, taken=True, who="Bo")
    assert refusal(story, "bo", "ChangeAction", action=CALL, due="4. desember") == "bad_date"
    story.says("bo", "ChangeAction", action=CALL, due="2026-12-04", first_step="Make the list")
    assert story.place.get(Action, CALL) == Action(
        id=CALL,
        step=id_of("promise"),
        what="Call the day after",
        who="Bo",
        due="2026-12-04",
        first_step="Make the list",
        participant=id_of("bo"),
    )


def test_the_facilitator_may_name_another_owner(story):
    story.says("bo", "TakeAction", action=CALL, taken=True, who="Bo")
    story.says("finn", "ChangeAction", action=CALL, who="Kari")
    found = story.place.get(Action, CALL)
    assert (found.who, found.participant) == ("Kari", "")


def test_actions_belong_to_their_step(story):
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("late"), "step": id_of("promise"), "what": "Late"}
    assert refusal(story, "ada", "AddAction", **given) == "step_closed"


def test_only_facilitators_write_decisions_down(story):
    given = {"id": id_of("d"), "step": id_of("promise"), "text": "We call"}
    assert refusal(story, "ada", "AddDecision", **given) == "forbidden"
    story.says("finn", "AddDecision", **given)
    story.says("finn", "ChangeDecision", decision=id_of("d"), text="We call everyone")
    story.says("finn", "RemoveDecision", decision=id_of("d"))
    assert refusal(story, "finn", "RemoveDecision", decision=id_of("d")) == "no_such_decision"
