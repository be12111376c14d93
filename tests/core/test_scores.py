"""Scoring: secret marks on frozen items, a level of agreement that was set before, and texts in versions."""

import msgspec
import pytest

from tests.core.story import MINI, Story, id_of, records, replayed, step
from workshop.core.changes import for_audience, for_person, net
from workshop.core.counts import counts
from workshop.core.marks import result
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.scores import Card, Score
from workshop.core.scorings import ScaleResult, ScoredItem, Scoring
from workshop.core.setup import Scale, Setup

SCORING = id_of("scoring")
PEOPLE = [f"p{number}" for number in range(5)]
STAND = Scale(id="stand", title="Where do you stand?", high=8)
PULSE = (Scale(id="clear", title="I understand"), Scale(id="keen", title="I want to"))
STEPS = (
    *MINI,
    step(
        "agree",
        5,
        "poll",
        "close",
        setup=Setup(scales=(STAND,), proposal=True, needed="none_opposed"),
    ),
    step("pulse", 6, "poll", "frame", setup=Setup(scales=PULSE, subject="pulse")),
    step("accept", 7, "poll", "close", source=id_of("write"), types=("reservation",)),
)


@pytest.fixture
def story():
    """Five people, two ideas that the room has seen, and steps to be scored in."""
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for person, word in (("p0", "tea"), ("p1", "calls")):
        told.says(person, "AddNote", **note(word, "write", "idea"))
    told.says("finn", "RevealNotes", step=id_of("write"))
    return told


def note(word, where, note_type):
    return {"id": id_of(word), "step": id_of(where), "type": note_type, "text": word.title()}


def opens(story, where, word="scoring", **fields):
    story.says("finn", "StartStep", step=id_of(where))
    story.says("finn", "OpenScoring", id=id_of(word), step=id_of(where), **fields)
    return story.place.get(Scoring, id_of(word))


def gives(story, person, value, item="scoring", scale="stand", word="scoring"):
    fields = {"scoring": id_of(word), "item": id_of(item), "scale": scale, "value": value}
    return story.says(person, "GiveScore", **fields)


def closes(story, word="scoring"):
    story.says("finn", "CloseScoring", scoring=id_of(word))
    story.end_keys()
    return story.place.get(Scoring, id_of(word))


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


@pytest.mark.rule("C1")
def test_a_text_is_polled_word_by_word(story):
    assert opens(story, "agree", text=" We call the day after. ") == Scoring(
        id=SCORING,
        step=id_of("agree"),
        items=(ScoredItem(item=SCORING, title="We call the day after."),),
        scales=(STAND,),
        electorate=5,
        text="We call the day after.",
        needed="none_opposed",
    )
    assert len(list(story.place.all(Card))) == 5


@pytest.mark.rule("C1")
def test_a_poll_that_works_on_no_step_asks_its_own_question(story):
    found = opens(story, "pulse")

    assert found.items == (ScoredItem(item=id_of("pulse"), title="pulse?"),)
    assert [scale.id for scale in found.scales] == ["clear", "keen"]


@pytest.mark.rule("C1")
def test_what_a_vote_would_choose_among_can_be_scored_and_is_frozen(story):
    story.says("finn", "StartStep", step=id_of("accept"))
    story.says("p3", "AddNote", **note("doubt", "accept", "reservation"))

    found = opens(story, "accept", scales=(STAND,))
    assert sorted(each.title for each in found.items) == ["Calls", "Tea"]

    closes(story)
    some = opens(story, "accept", "second", scales=(STAND,), items=(id_of("calls"),))
    assert some.items == (ScoredItem(item=id_of("calls"), title="Calls"),)


@pytest.mark.rule("C1")
def test_a_mark_is_set_and_can_be_taken_back(story):
    opens(story, "pulse")
    for value in (2, 4, 4):
        gives(story, "p0", value, "pulse", "clear")
    assert [score.value for score in story.place.all(Score)] == [4]
    assert gives(story, "p0", 4, "pulse", "clear") == []
    assert counts(story.place)["scored"] == 1

    gives(story, "p0", None, "pulse", "clear")
    assert list(story.place.all(Score)) == []
    assert counts(story.place)["scored"] == 0


@pytest.mark.rule("C1")
def test_only_marks_of_the_scale_on_things_of_the_scoring(story):
    opens(story, "agree", text="We call.")
    fields = {"scoring": SCORING, "item": SCORING, "scale": "stand", "value": 3}

    assert refusal(story, "p0", "GiveScore", **{**fields, "value": 9}) == ("off_the_scale", "value")
    assert refusal(story, "p0", "GiveScore", **{**fields, "value": 0}) == ("off_the_scale", "value")
    assert refusal(story, "p0", "GiveScore", **{**fields, "scale": "x"}) == (
        "no_such_scale",
        "scale",
    )
    assert refusal(story, "p0", "GiveScore", **{**fields, "item": id_of("tea")}) == (
        "no_such_item",
        "item",
    )
    assert refusal(story, "p0", "GiveScore", **{**fields, "scoring": id_of("none")}) == (
        "no_such_scoring",
        "scoring",
    )
    assert refusal(story, "finn", "GiveScore", **fields) == ("not_in_electorate", "")
    assert refusal(story, "p0", "CloseScoring", scoring=SCORING) == ("forbidden", "")
    story.says("finn", "LockStep", step=id_of("agree"), locked=True, what="voting")
    assert refusal(story, "p0", "GiveScore", **fields) == ("step_locked", "")


@pytest.mark.rule("C1")
def test_what_cannot_be_opened_says_why(story):
    def opening(**fields):
        given = {"id": SCORING, "step": id_of("accept"), "scales": (STAND,), **fields}
        return refusal(story, "finn", "OpenScoring", **given)

    assert opening() == ("step_closed", "")
    assert opening(step=id_of("write")) == ("no_scoring_here", "step")
    story.says("finn", "StartStep", step=id_of("accept"))
    assert opening(scales=()) == ("no_scales", "scales")
    assert opening(items=(id_of("none"),)) == ("no_such_item", "items")
    assert opening(amends=id_of("none")) == ("no_such_scoring", "amends")
    assert opening(scales=(Scale(id="a", title="A", low=3, high=3),)) == ("bad_setup", "setup")
    assert opening(text="x" * 501) == ("too_long", "text")
    assert opening(id=id_of("tea")) == ("id_taken", "id")
    story.says("finn", "StartStep", step=id_of("agree"))
    assert opening(step=id_of("agree"), text=" ") == ("empty", "text")
    story.says("finn", "StartStep", step=id_of("accept"))
    story.says("finn", "OpenScoring", id=SCORING, step=id_of("accept"), scales=(STAND,))
    assert opening(id=id_of("next")) == ("scoring_open", "")


@pytest.mark.rule("C1")
def test_nothing_and_nobody_to_score(story):
    story.says("p0", "RemoveNote", note=id_of("tea"))
    story.says("p1", "RemoveNote", note=id_of("calls"))
    story.says("finn", "StartStep", step=id_of("accept"))
    fields = {"id": SCORING, "step": id_of("accept"), "scales": (STAND,)}
    assert refusal(story, "finn", "OpenScoring", **fields) == ("nothing_to_score", "")

    empty = Story(STEPS).joins("finn", role="facilitator")
    empty.says("finn", "StartStep", step=id_of("pulse"))
    fields = {"id": SCORING, "step": id_of("pulse")}
    assert refusal(empty, "finn", "OpenScoring", **fields) == ("nobody_to_vote", "")


@pytest.mark.rule("C1")
def test_who_comes_later_is_let_in_by_one_tap(story):
    opens(story, "pulse")
    story.joins("late")
    fields = {"scoring": SCORING, "item": id_of("pulse"), "scale": "clear", "value": 3}
    assert refusal(story, "late", "GiveScore", **fields) == ("not_in_electorate", "")

    story.says("finn", "AdmitScorer", scoring=SCORING, participant=id_of("late"))
    story.says("late", "GiveScore", **fields)

    found = story.place.get(Scoring, SCORING)
    assert (found.electorate, found.late) == (6, 1)


@pytest.mark.rule("C1")
def test_a_text_is_amended_and_polled_again_as_the_next_version(story):
    opens(story, "agree", text="We call.")
    closes(story)
    second = opens(story, "agree", "second", text="We call within a day.", amends=SCORING)

    assert (second.version, second.amends) == (2, SCORING)
    assert story.place.get(Scoring, SCORING).text == "We call."


@pytest.mark.rule("C2")
def test_nobody_else_sees_a_mark_and_the_log_forgets_it(story):
    opens(story, "agree", text="We call.")
    for person in PEOPLE:
        gives(story, person, 7)
        changed = net(story.changed)
        for role in ("participant", "facilitator", "board"):
            assert not for_audience(changed, role)
        assert not for_person(changed, "facilitator", story.names(id_of("finn")))
        (own,) = for_person(changed, "participant", story.names(id_of(person))).put
        assert (own["value"], "owner" in own) == (7, False)
    owners = {score.owner for score in story.place.all(Score)}
    gives(story, "p0", 2)

    closes(story)

    log = repr(story.entries)
    assert not [owner for owner in owners if owner in log]
    scoped = [entry for entry in story.entries if entry.scope == SCORING]
    assert {(entry.by, entry.op) for entry in scoped} == {("", "")}
    assert "value=7" not in repr(scoped)
    assert (list(story.place.all(Score)), list(story.place.all(Card))) == ([], [])
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("C2")
def test_a_closed_scoring_shows_how_the_marks_lie(story):
    opens(story, "pulse")
    for person, value in zip(PEOPLE, (2, 3, 3, 5, 4), strict=True):
        gives(story, person, value, "pulse", "clear")
    for person in PEOPLE[:3]:
        gives(story, person, 1, "pulse", "keen")

    found = closes(story)

    assert (found.state, found.ballots, found.met) == ("closed", 5, "")
    assert found.results == (
        ScaleResult(
            item=id_of("pulse"),
            scale="clear",
            answers=5,
            counts=(0, 1, 2, 1, 1),
            median="3",
            q1="2.5",
            q3="4.5",
            iqr="2",
        ),
        ScaleResult(item=id_of("pulse"), scale="keen", answers=-1),
    )


@pytest.mark.rule("C3")
@pytest.mark.parametrize(("last", "met"), [(6, "yes"), (7, "no")])
def test_the_level_that_was_set_before_is_met_or_not(story, last, met):
    opens(story, "agree", text="We call.")
    for person, value in zip(PEOPLE, (1, 2, 2, 3, last), strict=True):
        gives(story, person, value)

    assert closes(story).met == met


@pytest.mark.rule("C3")
def test_the_room_can_choose_another_level_when_it_opens(story):
    opens(story, "agree", text="We call.", needed="no_veto")
    for person in PEOPLE:
        gives(story, person, 7)

    found = closes(story)

    assert (found.needed, found.met) == ("no_veto", "yes")


@pytest.mark.rule("C2")
def test_the_end_of_the_workshop_closes_the_scoring(story):
    opens(story, "agree", text="We call.")
    for person in PEOPLE:
        gives(story, person, 1)

    story.says("finn", "CloseWorkshop")
    story.end_keys()

    found = story.place.get(Scoring, SCORING)
    assert (found.state, found.results[0].counts[0], story.keys) == ("closed", 5, {})


@pytest.mark.rule("C1")
def test_closing_is_final(story):
    opens(story, "agree", text="We call.")
    closes(story)

    fields = {"scoring": SCORING, "item": SCORING, "scale": "stand", "value": 3}
    assert refusal(story, "p0", "GiveScore", **fields) == ("scoring_closed", "scoring")
    assert refusal(story, "finn", "CloseScoring", scoring=SCORING) == ("scoring_closed", "scoring")


@pytest.mark.rule("C1")
def test_marks_wait_while_the_room_is_elsewhere(story):
    opens(story, "agree", text="We call.")
    story.says("finn", "StartStep", step=id_of("pulse"))

    fields = {"scoring": SCORING, "item": SCORING, "scale": "stand", "value": 3}
    assert refusal(story, "p0", "GiveScore", **fields) == ("step_closed", "")
    story.says("finn", "OpenScoring", id=id_of("other"), step=id_of("pulse"))


@pytest.mark.rule("C1")
def test_a_hundred_scorings_of_a_hundred_and_twenty_things_are_the_most(story):
    for number in range(120):
        story.place.put(another(story, number))
    story.says("finn", "StartStep", step=id_of("accept"))
    fields = {"id": SCORING, "step": id_of("accept"), "scales": (STAND,)}
    assert refusal(story, "finn", "OpenScoring", **fields) == ("too_many_items", "")
    for number in range(100):
        item = ScoredItem(item=id_of("tea"), title="Tea")
        closed = Scoring(
            id=f"{number:016}",
            step=id_of("accept"),
            items=(item,),
            scales=(STAND,),
            electorate=1,
            state="closed",
            results=(result(item.item, STAND, (), ""),),
        )
        story.place.put(closed)
    assert refusal(story, "finn", "OpenScoring", **fields) == ("too_many_scorings", "")


def another(story, number):
    return msgspec.structs.replace(story.place.get(Note, id_of("tea")), id=id_of(f"more{number}"))


@pytest.mark.rule("M2")
def test_words_that_are_held_leave_the_scoring_and_come_back(story):
    opens(story, "accept", scales=(STAND,))

    def titles():
        return {each.item: each.title for each in story.place.get(Scoring, SCORING).items}

    story.says("finn", "HideNote", note=id_of("tea"), reason="It names someone")
    assert titles() == {id_of("tea"): "", id_of("calls"): "Calls"}
    story.says("finn", "ShowNote", note=id_of("tea"))
    assert titles()[id_of("tea")] == "Tea"
