"""What stands in the way of a text: written in private and shown together, version by version."""

import pytest

from tests.core.story import MINI, Story, id_of, step
from workshop.core.agenda import Step
from workshop.core.candidates import candidates_of
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.scorings import Scoring
from workshop.core.setup import Scale, Setup
from workshop.core.view import Viewer, view

AGREE = id_of("agree")
STAND = Scale(id="stand", title="Where do you stand?", high=8)
STEPS = (
    *MINI,
    step(
        "agree",
        len(MINI),
        "poll",
        "close",
        types=("reservation",),
        visibility="private",
        anonymous=True,
        setup=Setup(scales=(STAND,), proposal=True),
    ),
)


@pytest.fixture
def story():
    """The first version is polled, and what stood in its way has been shown."""
    told = Story(STEPS).joins("ada", "bo", "cy").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=AGREE)
    polls(told, "one")
    doubts(told, "ada", "weekends")
    closes(told, "one")
    told.says("finn", "RevealNotes", step=AGREE)
    return told


def polls(story, word, **fields):
    given = {"step": AGREE, "text": f"We call, says {word}."}
    story.says("finn", "OpenScoring", id=id_of(word), **given, **fields)


def closes(story, word):
    story.says("finn", "CloseScoring", scoring=id_of(word))


def doubts(story, person, word, **fields):
    given = {"step": AGREE, "type": "reservation", "text": word}
    story.says(person, "AddNote", id=id_of(word), **given, **fields)


def note(story, word):
    return story.place.get(Note, id_of(word))


def reads(story, word):
    """Which audiences have it."""
    roles = ("facilitator", "participant", "board")
    return [role for role in roles if view(note(story, word), Viewer(role=role))]


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


ALL = ["facilitator", "participant", "board"]


@pytest.mark.rule("C6")
def test_what_stands_in_the_way_of_the_next_version_is_private_as_well(story):
    assert reads(story, "weekends") == ALL

    polls(story, "two", amends=id_of("one"))
    doubts(story, "bo", "holidays")

    assert not story.place.get(Step, AGREE).revealed
    assert reads(story, "holidays") == []
    assert reads(story, "weekends") == ALL
    closes(story, "two")
    assert reads(story, "holidays") == []
    story.says("finn", "RevealNotes", step=AGREE)
    assert reads(story, "holidays") == ALL


@pytest.mark.rule("C6")
def test_each_speaks_of_the_version_that_was_polled(story):
    doubts(story, "cy", "afterwards")
    polls(story, "two", amends=id_of("one"))
    doubts(story, "bo", "holidays")
    doubts(story, "cy", "late", about=id_of("one"))

    told = {
        word: note(story, word).about for word in ("weekends", "afterwards", "holidays", "late")
    }

    one, two = id_of("one"), id_of("two")
    assert told == {"weekends": one, "afterwards": one, "holidays": two, "late": one}
    assert reads(story, "late") == []


@pytest.mark.rule("C6")
def test_nothing_is_shown_while_the_poll_is_open(story):
    polls(story, "two", amends=id_of("one"))
    doubts(story, "bo", "holidays")

    assert refusal(story, "finn", "RevealNotes", step=AGREE) == ("still_asked", "step")
    story.says("finn", "CloseWorkshop", reveal=(AGREE,))
    assert reads(story, "holidays") == ALL


@pytest.mark.rule("C6")
def test_a_thought_speaks_of_no_other_steps_poll(story):
    fields = {"step": AGREE, "type": "reservation", "text": "Hm", "about": id_of("nothing")}
    assert refusal(story, "bo", "AddNote", id=id_of("hm"), **fields) == ("no_such_scoring", "about")


@pytest.mark.rule("C6")
def test_a_step_that_was_open_to_all_or_is_sealed_stays_as_it_is(story):
    story.says("finn", "SealStep", step=AGREE)
    polls(story, "two")
    assert story.place.get(Step, AGREE).revealed

    other = Story(STEPS).joins("ada").joins("finn", role="facilitator")
    other.says("finn", "ChangeStep", step=AGREE, visibility="live")
    other.says("finn", "StartStep", step=AGREE)
    polls(other, "one")
    doubts(other, "ada", "weekends")
    assert reads(other, "weekends") == ALL


def test_what_stood_in_the_way_can_be_chosen_among_in_a_step_of_its_own(story):
    step = story.place.get(Step, AGREE)

    assert [it.title for it in candidates_of(story.place, step)] == ["weekends"]


@pytest.mark.rule("U3")
def test_a_poll_that_something_hidden_speaks_of_is_not_taken_back(story):
    polls(story, "two", amends=id_of("one"))
    opening = f"{story.place.seq:016}"
    doubts(story, "bo", "holidays")
    assert refusal(story, "finn", "Undo", deed=opening) == ("changed_since", "deed")

    story.says("bo", "RemoveNote", note=id_of("holidays"))
    story.says("finn", "Undo", deed=opening)
    assert story.place.get(Scoring, id_of("two")) is None
    assert story.place.get(Step, AGREE).revealed
