"""The matrix by consensus: placed together by a facilitator's hand, for all to see, weighed as ever."""

import pytest

from tests.core.story import MINI, Story, id_of, records, replayed, step
from workshop.core.changes import shared_records
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.scores import Card
from workshop.core.scorings import ScaleResult, Scoring
from workshop.core.setup import Scale, Setup
from workshop.core.weighing import Weighed, Weighing

PLOT = id_of("plot")
SCALES = (
    Scale(id="value", title="Value", low=0, high=10, weight=2),
    Scale(id="effort", title="Effort", low=0, high=10, weight=-1),
)
STEPS = (
    *MINI,
    step("matrix", len(MINI), "matrix", "close", source=id_of("write"), setup=Setup(scales=SCALES)),
    step("agree", len(MINI) + 1, "poll", "close", setup=Setup(scales=SCALES)),
)


@pytest.fixture
def story():
    """Two ideas that the room has seen, to be placed together."""
    told = Story(STEPS).joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word in ("tea", "calls"):
        given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": word}
        told.says("ada", "AddNote", **given)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("matrix"))
    told.says("finn", "OpenScoring", id=PLOT, step=id_of("matrix"), consensus=True)
    return told


def puts(story, item, scale, value, person="finn"):
    fields = {"scoring": PLOT, "item": id_of(item), "scale": scale, "value": value}
    return story.says(person, "PlaceItem", **fields)


def places(story, item, value, effort):
    puts(story, item, "value", value)
    puts(story, item, "effort", effort)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def weighed(story):
    return story.place.get(Weighing, PLOT).items


CALLS = Weighed(item=id_of("calls"), score="7.67", value="8", effort="3", quadrant="first", rank=1)
TEA = Weighed(item=id_of("tea"), score="3.33", value="2", effort="4", quadrant="small", rank=2)


@pytest.mark.rule("C5")
def test_what_is_placed_is_weighed_at_once_by_the_same_formula(story):
    """By hand: (2·8 + (10-3)) / 3 = 23/3 = 7.67, and (2·2 + (10-4)) / 3 = 10/3 = 3.33; the cut is at 5."""
    places(story, "calls", 8, 3)
    places(story, "tea", 2, 4)

    assert weighed(story) == (CALLS, TEA)


@pytest.mark.rule("C5")
def test_everyone_sees_it_while_it_is_placed(story):
    puts(story, "calls", "value", 8)

    for role in ("participant", "board", "facilitator"):
        kinds = {it["kind"]: it for it in shared_records(story.place, role)}
        assert [it["median"] for it in kinds["scoring"]["results"]] == ["8"]
        assert {it["value"] for it in kinds["weighing"]["items"]} == {"8", ""}
    assert story.place.count(Card) == 0


@pytest.mark.rule("C5")
def test_closed_it_says_that_nobody_marked_and_nothing_lies_apart(story):
    places(story, "calls", 8, 3)
    before = weighed(story)

    story.says("finn", "CloseScoring", scoring=PLOT)

    found = story.place.get(Scoring, PLOT)
    assert (found.state, found.consensus, found.ballots, found.met) == ("closed", True, 0, "")
    assert found.results == (
        ScaleResult(item=id_of("calls"), scale="value", answers=0, median="8"),
        ScaleResult(item=id_of("calls"), scale="effort", answers=0, median="3"),
    )
    assert weighed(story) == before
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("C5")
def test_a_thing_is_placed_anew_taken_off_and_put_back_by_undo(story):
    places(story, "calls", 8, 3)
    assert puts(story, "calls", "value", 8) == []
    puts(story, "calls", "value", None)
    assert {(it.score, it.effort) for it in weighed(story)} == {("", "3"), ("", "")}

    newest = max(story.place.all(Deed), key=lambda deed: deed.id)
    story.says("finn", "Undo", deed=newest.id)

    assert weighed(story)[0] == CALLS


@pytest.mark.rule("C5")
def test_a_drag_over_the_picture_is_one_deed_with_one_undo(story):
    mark = {"scoring": PLOT, "item": id_of("calls"), "scale": "value", "value": 8}
    before = story.place.count(Deed)
    placed = story.says("finn", "PlaceItem", **mark, also={"effort": 3})
    assert [(it.scale, it.value) for it in placed] == [("value", 8), ("effort", 3)]
    assert (weighed(story)[0], story.place.count(Deed)) == (CALLS, before + 1)
    assert story.says("finn", "PlaceItem", **mark, also={"effort": 3}) == []

    newest = max(story.place.all(Deed), key=lambda deed: deed.id)
    story.says("finn", "Undo", deed=newest.id)

    assert {(it.score, it.value, it.effort) for it in weighed(story)} == {("", "", "")}


@pytest.mark.rule("C5")
def test_where_one_mark_of_a_drag_cannot_be_none_is_placed(story):
    mark = {"scoring": PLOT, "item": id_of("calls"), "scale": "value", "value": 8}
    unknown = refusal(story, "finn", "PlaceItem", **mark, also={"x": 3})

    assert unknown == ("no_such_scale", "scale")
    assert story.place.get(Scoring, PLOT).results == ()


@pytest.mark.rule("C5")
def test_the_opening_is_taken_back_with_its_weighing(story):
    opened = max(story.place.all(Deed), key=lambda deed: deed.id)
    story.says("finn", "Undo", deed=opened.id)

    assert (story.place.count(Scoring), story.place.count(Weighing)) == (0, 0)


@pytest.mark.rule("C5")
def test_it_is_a_facilitators_hand_on_a_matrix_and_nobody_marks_beside_it(story):
    mark = {"scoring": PLOT, "item": id_of("tea"), "scale": "value", "value": 5}
    late = {"scoring": PLOT, "participant": id_of("ada")}

    assert refusal(story, "ada", "PlaceItem", **mark) == ("forbidden", "")
    assert refusal(story, "ada", "GiveScore", **mark) == ("not_in_electorate", "")
    assert refusal(story, "finn", "AdmitScorer", **late) == ("by_consensus", "scoring")
    assert refusal(story, "finn", "PlaceItem", **{**mark, "value": 10, "scale": "x"}) == (
        "no_such_scale",
        "scale",
    )
    assert refusal(story, "finn", "PlaceItem", **{**mark, "item": id_of("milk")}) == (
        "no_such_item",
        "item",
    )


@pytest.mark.rule("C5")
def test_what_is_no_matrix_is_not_placed_and_what_is_scored_is_not_either(story):
    story.says("finn", "CloseScoring", scoring=PLOT)
    alone = {"id": id_of("alone"), "step": id_of("matrix")}
    story.says("finn", "OpenScoring", **alone)
    mark = {"scoring": id_of("alone"), "item": id_of("tea"), "scale": "value", "value": 5}
    assert refusal(story, "finn", "PlaceItem", **mark) == ("not_by_consensus", "scoring")

    story.says("finn", "StartStep", step=id_of("agree"))
    poll = {"id": id_of("poll"), "step": id_of("agree"), "consensus": True}
    assert refusal(story, "finn", "OpenScoring", **poll) == ("no_consensus_here", "consensus")
