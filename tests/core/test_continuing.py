"""A workshop goes on from an earlier one: what comes along is marked, and can be taken back."""

import msgspec
import pytest

from tests.core.story import LOG, Story, id_of
from tests.core.wander import AIM, STEPS
from workshop.core.continuing import Continued, EarlierAction, EarlierField
from workshop.core.forms import Sheet
from workshop.core.history import Deed
from workshop.core.lot import Parked
from workshop.core.messages import Refused
from workshop.core.outcomes import Action

CALL = EarlierAction(what="Call the day after", who="Ane and Finn", due="2026-10-09", daily="Daily")
GOAL = EarlierField(field="goal", title="The goal", text="Nobody goes home alone")


@pytest.fixture
def story():
    return Story(STEPS).joins("ada").joins("finn", role="facilitator")


def continues(story, word="from", person="finn", **fields):
    given = {"workshop": id_of("earlier"), "title": "Safe at home", "held": "2026-10-02", **fields}
    return story.says(person, "ContinueFrom", id=id_of(word), **given)


def refusal(story, **fields):
    with pytest.raises(Refused) as refused:
        continues(story, **fields)
    return refused.value.code


def test_actions_goal_and_parking_lot_come_along_marked(story):
    continues(story, actions=(CALL,), goal=(GOAL,), parked=("Keys?",))

    (action,), (goal,) = story.place.all(Action), story.place.all(Sheet)
    (parked,), (mark,) = story.place.all(Parked), story.place.all(Continued)
    assert (mark.title, mark.held, mark.workshop) == (
        "Safe at home",
        "2026-10-02",
        id_of("earlier"),
    )
    assert action == Action(
        id=action.id,
        step="",
        what="Call the day after",
        who="Ane and Finn",
        due="2026-10-09",
        daily="Daily",
        continued=mark.id,
    )
    assert (goal.subject, goal.version, goal.values) == ("goal", 1, {"goal": GOAL.text})
    assert (goal.titles, goal.continued) == ({"goal": "The goal"}, mark.id)
    assert (parked.text, parked.continued) == ("Keys?", mark.id)


def test_an_action_that_came_along_can_be_done_here(story):
    """As it was left, under way; its owner takes it on by hand, and says so."""
    under_way = msgspec.structs.replace(CALL, status="doing")
    continues(story, actions=(under_way,))
    (action,) = story.place.all(Action)
    assert action.status == "doing"

    story.says("ada", "TakeAction", action=action.id, taken=True, who="Ada")
    story.says("ada", "ChangeAction", action=action.id, status="done")

    assert story.place.get(Action, action.id).status == "done"


def test_the_goal_that_came_along_is_the_version_before_the_next(story):
    continues(story, goal=(GOAL,))
    (earlier,) = story.place.all(Sheet)
    story.says("finn", "StartStep", step=AIM.id)
    given = {"values": {"goal": "Nobody is alone at night"}, "before": earlier.id}
    story.says("ada", "SaveSheet", id=id_of("next"), step=AIM.id, **given)
    assert story.place.get(Sheet, id_of("next")).version == 2


def test_what_came_along_gets_one_owner_and_a_day_to_come(story):
    """It may come with two names and a day that has passed; it does not go on with them."""
    continues(story, actions=(CALL,))
    (action,) = story.place.all(Action)
    with pytest.raises(Refused, match="past_date"):
        story.says("finn", "ChangeAction", action=action.id, due="2026-10-10")
    story.says("finn", "ChangeAction", action=action.id, due="2026-12-04", who="Ane")
    story.says("ada", "TakeAction", action=action.id, taken=True, who="Ada")
    (action,) = story.place.all(Action)
    assert (action.who, action.due) == ("Ada", "2026-12-04")


def test_only_facilitators_continue(story):
    with pytest.raises(Refused, match="forbidden"):
        continues(story, person="ada", parked=("x",))


def test_a_workshop_continues_from_another_one_and_once(story):
    assert refusal(story, workshop=LOG, parked=("x",)) == "same_workshop"
    assert refusal(story) == "nothing_to_continue"
    continues(story, parked=("x",))
    assert refusal(story, word="again", parked=("x",)) == "continued_already"
    continues(story, word="file", workshop="", parked=("y",))
    continues(story, word="other", workshop="", parked=("z",))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"actions": (EarlierAction(what=" "),)}, "empty"),
        ({"actions": (EarlierAction(what="x", due="soon"),)}, "bad_date"),
        ({"actions": (EarlierAction(what="x" * 281),)}, "too_long"),
        ({"goal": (EarlierField(field="goal", title="t", text="x" * 501),)}, "too_long"),
        ({"parked": ("",)}, "empty"),
        ({"parked": ("x",), "title": " "}, "empty"),
        ({"parked": ("x",), "held": "then"}, "bad_date"),
    ],
)
def test_a_file_that_somebody_has_written_in_is_checked_like_anything_else(story, fields, code):
    assert refusal(story, **fields) == code
    assert list(story.place.all(Continued)) == []


def test_it_can_be_taken_back_whole_until_something_leans_on_it(story):
    continues(story, actions=(CALL,), goal=(GOAL,), parked=("Keys?",))
    (deed,) = story.place.all(Deed)
    story.says("finn", "Undo", deed=deed.id)
    left = [kind for kind, _ in story.place.everything() if kind in ("action", "sheet", "parked")]
    assert left == list(story.place.all(Continued)) == []
