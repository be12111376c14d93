"""Polls that tell groups of voters apart: who marks as whom is secret, and few are never told."""

import pytest

from tests.core.story import Story, id_of, replayed, step
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.scorings import ScaleResult, Scoring
from workshop.core.setup import Scale, Setup
from workshop.core.standpoints import Standpoint
from workshop.core.view import AUDIENCES, Viewer, view

POLL = id_of("poll")
PEOPLE = [f"p{number}" for number in range(11)]
STAND = Scale(id="stand", title="Where do you stand?", high=3)
SETUP = Setup(
    scales=(STAND,), proposal=True, needed="none_opposed", groups=("Users", "Staff", "Leaders")
)
STEPS = (
    step("agree", 0, "poll", "close", setup=SETUP),
    step("weigh", 1, "matrix", "close", setup=SETUP),
)


@pytest.fixture
def story():
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("agree"))
    told.says("finn", "OpenScoring", id=POLL, step=id_of("agree"), text="We call the day after.")
    return told


def stands(story, person, group):
    return story.says(person, "ChooseScorerGroup", scoring=POLL, group=group)


def gives(story, person, value):
    fields = {"scoring": POLL, "item": POLL, "scale": "stand", "value": value}
    return story.says(person, "GiveScore", **fields)


def answers(story, **marks):
    """Each group's marks, given by one person after the other."""
    people = iter(PEOPLE)
    for group, values in marks.items():
        for value in values:
            stands(story, person := next(people), group)
            gives(story, person, value)


def closed(story):
    story.says("finn", "CloseScoring", scoring=POLL)
    return story.place.get(Scoring, POLL).results


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


@pytest.mark.rule("C4")
def test_each_group_of_four_is_told_with_how_its_marks_lie(story):
    """By hand: all nine are 1 1 1 2 2 2 3 3 3, the middle 2; of the lower four 1 1 1 2 the middle is 1,
    of the upper four 2 3 3 3 it is 3. One at 3 is the last quarter of three marks, so it is opposed.
    """
    answers(story, Users=(1, 1, 2, 3), Staff=(1, 2, 2, 3, 3))

    assert closed(story) == (
        ScaleResult(
            item=POLL,
            scale="stand",
            answers=9,
            counts=(3, 3, 3),
            median="2",
            q1="1",
            q3="3",
            iqr="2",
            met="no",
            by_group=((2, 1, 1), (1, 2, 2), ()),
        ),
    )


@pytest.mark.rule("C4")
def test_a_group_by_which_two_others_could_be_reckoned_is_not_told(story):
    answers(story, Users=(1, 1, 2, 3), Staff=(2, 2, 3, 3, 3), Leaders=(1, 2))

    (result,) = closed(story)

    assert result.by_group == ((), (0, 2, 3), ())


@pytest.mark.rule("C4")
def test_as_whom_one_answers_is_said_first_and_can_be_changed_until_the_end(story):
    assert refusal(story, "p0", "GiveScore", scoring=POLL, item=POLL, scale="stand", value=1) == (
        "no_group_yet",
        "scoring",
    )
    stands(story, "p0", "Users")
    assert stands(story, "p0", "Users") == []
    stands(story, "p0", "Staff")

    assert [it.group for it in story.place.all(Standpoint)] == ["Staff"]
    nobody = {"scoring": POLL, "group": "Nobody"}
    assert refusal(story, "p0", "ChooseScorerGroup", **nobody) == ("no_such_group", "group")
    wish = {"scoring": POLL, "group": "Users"}
    assert refusal(story, "finn", "ChooseScorerGroup", **wish) == ("not_in_electorate", "")
    closed(story)
    assert refusal(story, "p0", "ChooseScorerGroup", **wish) == ("scoring_closed", "scoring")


@pytest.mark.rule("C4")
def test_as_whom_one_answers_is_the_own_secret_and_goes_with_the_marks(story):
    answers(story, Users=(1, 2), Staff=(3,))
    (one, *_) = story.place.all(Standpoint)
    names = {it.owner for it in story.place.all(Standpoint)}

    assert [view(one, Viewer(role=role)) for role in AUDIENCES] == [None] * len(AUDIENCES)
    own = Viewer(role="participant", names=story.names(id_of("p0")))
    assert view(one, own) == {"kind": "standpoint", "id": one.id, "scoring": POLL, "group": "Users"}

    closed(story)
    story.end_keys()
    assert story.place.count(Standpoint) == 0
    log = repr(story.entries)
    assert not [name for name in names if name in log]
    assert "group='Users'" not in log
    assert replayed(story.entries).count(Standpoint) == 0


@pytest.mark.rule("U3")
def test_it_goes_with_a_poll_that_is_taken_back(story):
    stands(story, "p0", "Users")
    opened = max(deed.id for deed in story.place.all(Deed) if deed.did == "OpenScoring")

    story.says("finn", "Undo", deed=opened)

    assert story.place.count(Standpoint) == 0


def test_what_is_no_poll_tells_no_groups_apart():
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("weigh"))
    told.says("finn", "OpenScoring", id=POLL, step=id_of("weigh"), text="We call the day after.")

    assert told.place.get(Scoring, POLL).groups == ()
