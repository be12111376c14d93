"""Decisions and actions: exactly one owner, taken on by the owner's own hand."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.messages import Refused
from workshop.core.outcomes import Action, Decision
from workshop.core.workshop import the_workshop

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


@pytest.mark.parametrize("day", ["0026-12-04", "1899-12-31", "2201-01-01", "9999-12-31"])
def test_a_day_in_a_year_that_nobody_means_is_asked_for_again(story, day):
    story.says("finn", "AddDecision", id=id_of("d"), step=id_of("promise"), text="One number")
    due = refusal(story, "finn", "ChangeAction", action=CALL, due=day)
    decided = refusal(story, "finn", "ChangeDecision", decision=id_of("d"), decided_on=day)
    follow_up = refusal(story, "finn", "ChangeWorkshop", follow_up=day)

    assert [due, decided, follow_up] == ["far_date"] * 3


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


def test_how_far_it_has_come_is_said_by_who_took_it_on_and_by_a_facilitator(story):
    assert refusal(story, "bo", "ChangeAction", action=CALL, status="done") == "not_yours"
    story.says("bo", "TakeAction", action=CALL, taken=True, who="Bo")
    story.says("bo", "ChangeAction", action=CALL, status="doing")
    assert story.place.get(Action, CALL).status == "doing"

    story.says("finn", "ChangeAction", action=CALL, status="dropped")

    found = story.place.get(Action, CALL)
    assert (found.status, found.participant) == ("dropped", id_of("bo"))


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


@pytest.mark.rule("O1")
@pytest.mark.parametrize(
    "who",
    [
        "Kari and Ola",
        "Kari og Ola",
        "Kari OCH Ola",
        "Kari ja Ola",
        "Kari, Ola",
        "Kari/Ola",
        "Kari & Ola",
        "Kari + Ola",
        "Kari; Ola",
    ],
)
def test_two_names_are_asked_which_of_them_it_is(story, who):
    given = {"id": id_of("two"), "step": id_of("promise"), "what": "Call"}
    assert refusal(story, "ada", "AddAction", **given, who=who) == "two_owners"
    assert refusal(story, "finn", "ChangeAction", action=CALL, who=who) == "two_owners"
    assert refusal(story, "bo", "TakeAction", action=CALL, taken=True, who=who) == "two_owners"


@pytest.mark.parametrize("who", ["Kari Nordmann", "Sandor", "Ogmund Jansen", "Anne-Kari", "Kari,"])
def test_one_name_is_one_owner_however_it_is_written(story, who):
    story.says("finn", "ChangeAction", action=CALL, who=who)
    assert story.place.get(Action, CALL).who == who


def test_the_others_are_helpers_and_the_normal_week_is_told(story):
    story.says("bo", "TakeAction", action=CALL, taken=True, who="Bo")
    given = {"helpers": "Kari, Ola", "daily": "After the morning round"}
    story.says("bo", "ChangeAction", action=CALL, **given)
    found = story.place.get(Action, CALL)
    assert (found.helpers, found.daily) == ("Kari, Ola", "After the morning round")
    assert (found.who, found.participant) == ("Bo", id_of("bo"))


@pytest.mark.rule("O1")
def test_a_promise_is_for_a_day_to_come(story):
    """It is nine in the morning of 21 November, UTC: in the last time zone it is still the 20th."""
    given = {"id": id_of("late"), "step": id_of("promise"), "what": "Call"}
    assert refusal(story, "ada", "AddAction", **given, due="2026-11-19") == "past_date"
    assert refusal(story, "finn", "ChangeAction", action=CALL, due="2026-11-19") == "past_date"
    story.says("ada", "AddAction", **given, due="2026-11-20")
    assert refusal(story, "finn", "ChangeWorkshop", follow_up="2026-11-01") == "past_date"
    story.says("finn", "ChangeWorkshop", follow_up="2027-01-12")
    assert the_workshop(story.place).follow_up == "2027-01-12"


def test_a_decision_keeps_what_it_rests_on_and_what_else_there_was(story):
    """The day is the one it was written down, where nobody says another."""
    given = {"id": id_of("d"), "step": id_of("promise"), "text": "We call"}
    story.says("finn", "AddDecision", **given, basis="The vote", alternatives="Visit\nWrite")
    more = {"decider": "The leader group", "decided_on": "2026-11-20", "daily": "From Monday"}
    story.says("finn", "ChangeDecision", decision=id_of("d"), **more)
    assert refusal(story, "finn", "ChangeDecision", decision=id_of("d"), text="") == "empty"
    assert refusal(story, "finn", "ChangeDecision", decision=id_of("d"), decided_on="x") == (
        "bad_date"
    )

    assert story.place.get(Decision, id_of("d")) == Decision(
        id=id_of("d"),
        step=id_of("promise"),
        text="We call",
        basis="The vote",
        alternatives="Visit\nWrite",
        decider="The leader group",
        decided_on="2026-11-20",
        daily="From Monday",
    )


def test_a_decision_is_dated_by_the_day_it_was_written_down(story):
    story.says("finn", "AddDecision", id=id_of("d"), step=id_of("promise"), text="We call")
    assert story.place.get(Decision, id_of("d")).decided_on == "2026-11-21"
