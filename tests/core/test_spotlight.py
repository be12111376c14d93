"""The spotlight and the dark board: what all screens show is only ever what all may see."""

import pytest

from tests.core.story import MINI, Story, id_of, step
from workshop.core.agenda import Step
from workshop.core.decider import evolve
from workshop.core.messages import Refused
from workshop.core.spotlight import Lit, SpotlightEnded, SpotlightSet
from workshop.core.workshop import BoardBlanked, the_workshop


@pytest.fixture
def story():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("first"), "step": id_of("write"), "type": "idea", "text": "A thought"}
    told.says("ada", "AddNote", **given)
    return told


@pytest.fixture
def revealed(story):
    story.says("finn", "RevealNotes", step=id_of("write"))
    return story


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def lit(story):
    return story.place.get(Lit, story.place.log)


def shine(story, of, item=""):
    return story.says("finn", "Spotlight", of=of, item=id_of(item) if item else "")


def test_a_note_stands_in_the_light_until_it_is_ended(revealed):
    assert shine(revealed, "note", "first") == [SpotlightSet(of="note", item=id_of("first"))]
    assert lit(revealed) == Lit(id=revealed.place.log, of="note", item=id_of("first"))

    assert revealed.says("finn", "EndSpotlight") == [SpotlightEnded()]

    assert lit(revealed) is None
    assert revealed.says("finn", "EndSpotlight") == []


def test_one_thing_at_a_time_stands_in_the_light(revealed):
    shine(revealed, "note", "first")
    shine(revealed, "step", "write")

    assert (lit(revealed).of, revealed.place.count(Lit)) == ("step", 1)
    assert shine(revealed, "step", "write") == []


def test_a_purpose_needs_no_item(revealed):
    assert refusal(revealed, "finn", "Spotlight", of="purpose") == ("not_revealed", "item")
    revealed.says("finn", "ChangeWorkshop", purpose="To come home safe")

    revealed.says("finn", "Spotlight", of="purpose", item=id_of("anything"))

    assert (lit(revealed).of, lit(revealed).item) == ("purpose", "")


def test_what_the_room_answered_stands_in_the_light_until_the_next_step(story):
    asked = {"id": id_of("ready"), "question": "Ready to go on?", "form": "yes_no"}
    story.says("finn", "AskRoom", **asked)
    assert refusal(story, "finn", "Spotlight", of="poll", item=id_of("ready")) == (
        "not_revealed",
        "item",
    )

    story.says("finn", "ClosePoll", poll=id_of("ready"))
    assert lit(story) == Lit(id=story.place.log, of="poll", item=id_of("ready"))
    story.says("finn", "StartStep", step=id_of("hello"))

    assert lit(story) is None
    shine(story, "poll", "ready")
    assert lit(story).item == id_of("ready")


def test_a_question_that_the_end_closes_lights_nothing(story):
    story.says("finn", "AskRoom", id=id_of("ready"), question="Ready?", form="yes_no")

    story.says("finn", "CloseWorkshop")

    assert lit(story) is None


def test_a_cycle_stands_in_the_light_whole_and_the_first_needs_no_item(revealed):
    assert shine(revealed, "cycle") == [SpotlightSet(of="cycle", item="", number=1)]
    revealed.says("finn", "EndSpotlight")

    revealed.says("finn", "StartCycle", id=id_of("again"), question="And whom do we forget?")
    assert refusal(revealed, "finn", "Spotlight", of="cycle", item=id_of("again")) == (
        "not_revealed",
        "item",
    )
    again = next(step for step in revealed.place.all(Step) if step.cycle == 2)
    revealed.says("finn", "StartStep", step=again.id)
    shine(revealed, "cycle", "again")

    assert lit(revealed) == Lit(id=revealed.place.log, of="cycle", number=2)
    assert revealed.says("finn", "Spotlight", of="cycle", number=2) == []


def test_a_cycle_that_was_planned_from_the_beginning_is_lit_by_its_number():
    story = Story((*MINI, step("more", 5, "wall", "open", cycle=2))).joins(
        "finn", role="facilitator"
    )
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"of": "cycle", "number": 2}
    assert refusal(story, "finn", "Spotlight", **given) == ("not_revealed", "item")
    story.says("finn", "StartStep", step=id_of("more"))

    story.says("finn", "Spotlight", **given)

    assert lit(story) == Lit(id=story.place.log, of="cycle", number=2)
    story.says("finn", "Spotlight", of="cycle", number=1)
    assert lit(story) == Lit(id=story.place.log, of="cycle", number=1)


@pytest.mark.parametrize(("item", "number"), [("", 1), (id_of("again"), 2)])
def test_an_older_log_that_names_a_cycle_by_its_record_lights_the_same_one(revealed, item, number):
    revealed.says("finn", "StartCycle", id=id_of("again"), question="And whom do we forget?")

    evolve(revealed.place, [SpotlightSet(of="cycle", item=item)])

    assert lit(revealed) == Lit(id=revealed.place.log, of="cycle", number=number)


def test_nothing_of_a_cycle_is_shown_before_the_start():
    story = Story().joins("finn", role="facilitator")

    assert refusal(story, "finn", "Spotlight", of="cycle", item="") == ("not_revealed", "item")


def test_what_not_all_may_see_is_not_shown_to_all(story):
    given = {"of": "note", "item": id_of("first")}
    assert refusal(story, "finn", "Spotlight", **given) == ("no_such_note", "item")
    given = {"of": "step", "item": id_of("vote")}
    assert refusal(story, "finn", "Spotlight", **given) == ("not_revealed", "item")


def test_a_hidden_note_of_ones_own_is_not_shown_either(story):
    given = {"id": id_of("own"), "step": id_of("write"), "type": "idea", "text": "Mine"}
    story.says("finn", "AddNote", **given)

    given = {"of": "note", "item": id_of("own")}
    assert refusal(story, "finn", "Spotlight", **given) == ("not_revealed", "item")


@pytest.mark.parametrize(
    ("of", "code"),
    [
        ("note", "no_such_note"),
        ("cluster", "no_such_cluster"),
        ("step", "no_such_step"),
        ("decision", "no_such_decision"),
        ("cycle", "no_such_cycle"),
    ],
)
def test_what_is_not_there_cannot_be_shown(revealed, of, code):
    given = {"of": of, "item": id_of("nothing")}

    assert refusal(revealed, "finn", "Spotlight", **given)[0] == code


def test_a_participant_turns_no_light(revealed):
    given = {"of": "note", "item": id_of("first")}
    assert refusal(revealed, "ada", "Spotlight", **given)[0] == "forbidden"
    assert refusal(revealed, "ada", "EndSpotlight")[0] == "forbidden"
    assert refusal(revealed, "ada", "BlankBoard", blank=True)[0] == "forbidden"


def test_the_light_goes_out_when_the_room_moves_on(revealed):
    shine(revealed, "note", "first")

    revealed.says("finn", "StartStep", step=id_of("group"))

    assert lit(revealed) is None


def test_the_light_goes_out_with_its_note(revealed):
    shine(revealed, "note", "first")

    revealed.says("ada", "RemoveNote", note=id_of("first"))

    assert lit(revealed) is None


def test_the_light_goes_out_with_its_cluster_and_its_decision(revealed):
    revealed.says("finn", "StartStep", step=id_of("group"))
    revealed.says("ada", "AddCluster", id=id_of("pile"), step=id_of("group"))
    given = {"id": id_of("chosen"), "step": id_of("group"), "text": "We call"}
    revealed.says("finn", "AddDecision", **given)

    shine(revealed, "cluster", "pile")
    revealed.says("ada", "RemoveCluster", cluster=id_of("pile"))
    assert lit(revealed) is None

    shine(revealed, "decision", "chosen")
    revealed.says("finn", "RemoveDecision", decision=id_of("chosen"))
    assert lit(revealed) is None


def test_the_light_stays_when_another_thing_goes(revealed):
    given = {"id": id_of("second"), "step": id_of("write"), "type": "idea", "text": "Also"}
    revealed.says("ada", "AddNote", **given)
    shine(revealed, "note", "first")

    revealed.says("ada", "RemoveNote", note=id_of("second"))

    assert lit(revealed).item == id_of("first")


def test_the_light_goes_out_when_the_workshop_closes(revealed):
    shine(revealed, "note", "first")

    revealed.says("finn", "CloseWorkshop")

    assert lit(revealed) is None


def test_the_board_goes_dark_and_comes_back(story):
    assert story.says("finn", "BlankBoard", blank=True) == [BoardBlanked(blank=True)]
    assert the_workshop(story.place).board_blank is True
    assert story.says("finn", "BlankBoard", blank=True) == []

    story.says("finn", "BlankBoard", blank=False)

    assert the_workshop(story.place).board_blank is False


def test_time_place_and_aim_are_settings(story):
    given = {"planned_minutes": 90, "remote": True, "aim": "innovate"}

    story.says("finn", "ChangeWorkshop", **given)

    workshop = the_workshop(story.place)
    assert {name: getattr(workshop, name) for name in given} == given


def test_the_growth_can_be_looked_back_at_once_the_room_has_begun(story):
    before = Story().joins("finn", role="facilitator")
    assert refusal(before, "finn", "Spotlight", of="growth") == ("not_started", "")

    assert shine(story, "growth") == [SpotlightSet(of="growth", item="")]

    assert lit(story).of == "growth"
    story.says("finn", "StartStep", step=id_of("group"))
    assert lit(story) is None


def test_after_the_close_the_growth_alone_is_shown(revealed):
    revealed.says("finn", "CloseWorkshop")

    assert refusal(revealed, "finn", "Spotlight", of="note", item=id_of("first"))[0] == (
        "workshop_closed"
    )
    shine(revealed, "growth")
    assert lit(revealed).of == "growth"
    revealed.says("finn", "EndSpotlight")
    assert lit(revealed) is None
