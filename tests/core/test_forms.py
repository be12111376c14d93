"""A form and its versions: a goal that moves leaves every version of itself behind."""

import pytest

from tests.core.story import Story, id_of, step
from workshop.core.forms import Sheet, headline
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.setup import Field, Scale, Setup

GOAL = step(
    "goal",
    0,
    "form",
    "close",
    types=("learning",),
    visibility="private",
    setup=Setup(
        subject="goal",
        scales=(Scale(id="confidence", title="How sure?"),),
        fields=(
            Field(id="challenge", title="Challenge", form="text"),
            Field(id="goal", title="The goal"),
            Field(id="by", title="By when", form="date"),
            Field(id="owner", title="Whose", form="person"),
        ),
    ),
)
PLAIN = step("sheet", 1, "form", "close", setup=Setup(fields=(Field(id="word", title="A word"),)))
EMPTY = step("nothing", 2, "form", "close")


@pytest.fixture
def story():
    told = Story((GOAL, PLAIN, EMPTY)).joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=GOAL.id)
    return told


def saves(story, person, word, step_id=GOAL.id, **fields):
    return story.says(person, "SaveSheet", id=id_of(word), step=step_id, **fields)


def refusal(story, person, word="no", **fields):
    with pytest.raises(Refused) as refused:
        saves(story, person, word, **fields)
    return refused.value.code, refused.value.field


def sheet(story, word):
    return story.place.get(Sheet, id_of(word))


def test_anyone_writes_the_goal_and_the_form_gives_the_order(story):
    saves(story, "ada", "one", values={"goal": " Nobody goes home  alone ", "challenge": "A\n\nB"})

    assert sheet(story, "one") == Sheet(
        id=id_of("one"),
        step=GOAL.id,
        subject="goal",
        version=1,
        values={"challenge": "A\n\nB", "goal": "Nobody goes home alone"},
        titles={"challenge": "Challenge", "goal": "The goal"},
        at=story.entries[-1].at,
    )
    assert list(sheet(story, "one").values) == ["challenge", "goal"]
    assert headline(sheet(story, "one")) == "Nobody goes home alone"


@pytest.mark.rule("O2")
def test_a_next_version_says_why_and_the_one_before_is_kept(story):
    saves(story, "ada", "one", values={"goal": "Nobody goes home alone"})
    story.says("bo", "AddNote", id=id_of("n"), step=GOAL.id, type="learning", text="Nights too")
    story.says("finn", "RevealNotes", step=GOAL.id)
    saves(
        story,
        "bo",
        "two",
        values={"goal": "Nobody is alone the first night"},
        reason="The nights are worst",
        insights=(id_of("n"), id_of("n")),
        before=id_of("one"),
    )

    first, second = sheet(story, "one"), sheet(story, "two")
    assert (first.version, second.version, second.before) == (1, 2, id_of("one"))
    assert (second.reason, second.insights) == ("The nights are worst", (id_of("n"),))
    assert first.values == {"goal": "Nobody goes home alone"}


@pytest.mark.rule("O2")
def test_two_who_write_at_once_do_not_go_past_each_other(story):
    saves(story, "ada", "one", values={"goal": "First"}, before="")
    saves(story, "ada", "two", values={"goal": "By ada"}, before=id_of("one"))

    assert refusal(story, "bo", values={"goal": "By bo"}, before=id_of("one")) == (
        "moved_meanwhile",
        "values",
    )
    saves(story, "bo", "three", values={"goal": "By bo"}, before=id_of("two"))
    assert sheet(story, "three").version == 3


def test_the_same_words_without_a_reason_are_no_new_version(story):
    saves(story, "ada", "one", values={"goal": "Kept"})
    assert saves(story, "ada", "two", values={"goal": "Kept"}) == []
    saves(story, "ada", "three", values={"goal": "Kept"}, reason="Still right after cycle one")
    assert sheet(story, "three").version == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"values": {"goal": " "}}, "empty"),
        ({"values": {}}, "empty"),
        ({"values": {"other": "x"}}, "not_asked_for"),
        ({"values": {"by": "soon"}}, "bad_date"),
        ({"values": {"by": "9999-12-31"}}, "far_date"),
        ({"values": {"goal": "x" * 281}}, "too_long"),
        ({"values": {"owner": "x" * 41}}, "too_long"),
        ({"values": {"goal": "x"}, "reason": "x" * 501}, "too_long"),
        ({"values": {"goal": "x"}, "insights": (id_of("none"),)}, "no_such_note"),
    ],
)
def test_what_a_form_does_not_take_is_refused_by_name(story, fields, code):
    assert refusal(story, "ada", **fields)[0] == code


def test_a_note_that_is_hidden_moves_no_goal_yet(story):
    story.says("ada", "AddNote", id=id_of("n"), step=GOAL.id, type="learning", text="Mine")
    given = {"values": {"goal": "x"}, "insights": (id_of("n"),)}
    assert refusal(story, "ada", **given) == ("not_revealed", "insights")
    assert refusal(story, "bo", **given) == ("no_such_note", "insights")


def test_a_form_takes_words_while_the_room_is_in_it_and_unlocked(story):
    story.says("finn", "LockStep", step=GOAL.id, locked=True, what="writing")
    assert refusal(story, "ada", values={"goal": "x"})[0] == "step_locked"
    saves(story, "finn", "one", values={"goal": "x"})
    story.says("finn", "StartStep", step=PLAIN.id)
    assert refusal(story, "ada", values={"goal": "y"})[0] == "step_closed"


def test_a_step_without_fields_has_no_form(story):
    story.says("finn", "StartStep", step=EMPTY.id)
    assert refusal(story, "ada", step_id=EMPTY.id, values={"a": "x"})[0] == "no_form_here"


def test_a_form_without_a_subject_has_versions_of_its_own(story):
    saves(story, "ada", "one", values={"goal": "The goal"})
    story.says("finn", "StartStep", step=PLAIN.id)
    saves(story, "ada", "two", step_id=PLAIN.id, values={"word": "Rest"})
    assert (sheet(story, "two").subject, sheet(story, "two").version) == (PLAIN.id, 1)


def test_a_version_is_taken_back_until_another_stands_on_it(story):
    saves(story, "ada", "one", values={"goal": "First"})
    first = max(deed.id for deed in story.place.all(Deed))
    saves(story, "bo", "two", values={"goal": "Second"})
    second = max(deed.id for deed in story.place.all(Deed))

    with pytest.raises(Refused, match="changed_since"):
        story.says("ada", "Undo", deed=first)
    story.says("bo", "Undo", deed=second)
    story.says("ada", "Undo", deed=first)
    assert list(story.place.all(Sheet)) == []


@pytest.mark.rule("U3")
def test_a_lock_holds_a_version_too(story):
    saves(story, "ada", "one", values={"goal": "First"})
    deed = max(deed.id for deed in story.place.all(Deed))
    story.says("finn", "LockStep", step=GOAL.id, locked=True, what="writing")
    with pytest.raises(Refused, match="step_locked"):
        story.says("ada", "Undo", deed=deed)


def test_how_sure_the_room_is_belongs_to_the_version_that_was_asked_about(story):
    saves(story, "ada", "one", values={"goal": "First"})
    story.says("finn", "OpenScoring", id=id_of("sure"), step=GOAL.id, text="First")
    assert sheet(story, "one").confidence == id_of("sure")
    story.says(
        "ada", "GiveScore", scoring=id_of("sure"), item=id_of("sure"), scale="confidence", value=4
    )
    story.says("finn", "CloseScoring", scoring=id_of("sure"))
    saves(story, "ada", "two", values={"goal": "Second"})
    assert (sheet(story, "one").confidence, sheet(story, "two").confidence) == (id_of("sure"), "")


def test_a_question_that_is_taken_back_was_never_asked(story):
    saves(story, "ada", "one", values={"goal": "First"})
    story.says("finn", "OpenScoring", id=id_of("sure"), step=GOAL.id, text="First")
    story.says("finn", "Undo", deed=max(deed.id for deed in story.place.all(Deed)))
    assert sheet(story, "one").confidence == ""
