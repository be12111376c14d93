"""Reading the room: paces are counts, hands are a queue, and neither gates anything."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.changes import own_records, shared_records
from workshop.core.counts import counts
from workshop.core.messages import Refused
from workshop.core.signals import Hand, Pace


@pytest.fixture
def story():
    told = Story().joins("ada", "bo", "cy").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("hello"))
    return told


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def pace(story, who, said):
    return story.says(who, "SetPace", step=id_of("hello"), pace=said)


def seen(story, kind, role, name=""):
    names = frozenset([id_of(name)] if name else [])
    held = shared_records(story.place, role) + own_records(story.place, role, names)
    return [record["id"] for record in held if record["kind"] == kind]


@pytest.mark.rule("R3")
def test_paces_are_counted_and_can_be_taken_back(story):
    for who, said in (("ada", "done"), ("bo", "more"), ("cy", "done"), ("cy", "")):
        pace(story, who, said)
    assert pace(story, "ada", "done") == []
    assert (counts(story.place)["done"], counts(story.place)["more"]) == (1, 1)


@pytest.mark.rule("R3")
def test_a_pace_is_seen_by_its_person_alone(story):
    pace(story, "ada", "more")
    assert seen(story, "pace", "participant", "ada") == [id_of("ada")]
    assert seen(story, "pace", "facilitator", "finn") == seen(story, "pace", "board") == []


@pytest.mark.rule("R3")
def test_paces_go_when_a_step_starts_and_are_of_the_rooms_step_alone(story):
    pace(story, "ada", "done")
    story.says("finn", "StartStep", step=id_of("write"))
    assert story.place.count(Pace) == 0
    assert refusal(story, "ada", "SetPace", step=id_of("hello"), pace="done") == "step_closed"
    assert refusal(story, "ada", "SetPace", step=id_of("none"), pace="done") == "no_such_step"


@pytest.mark.rule("R3")
def test_hands_stand_in_the_order_in_which_they_went_up(story):
    for who in ("cy", "ada"):
        story.says(who, "RaiseHand", raised=True)
    assert story.says("cy", "RaiseHand", raised=True) == []
    queue = sorted(story.place.all(Hand), key=lambda hand: hand.at)
    assert [hand.name for hand in queue] == ["Cy", "Ada"]
    assert len(seen(story, "hand", "facilitator")) == 2
    assert seen(story, "hand", "participant", "ada") == [id_of("ada")]
    assert seen(story, "hand", "participant", "bo") == seen(story, "hand", "board") == []


@pytest.mark.rule("R3")
def test_a_hand_comes_down_by_its_own_or_by_the_facilitator(story):
    for who in ("ada", "bo"):
        story.says(who, "RaiseHand", raised=True)
    story.says("ada", "RaiseHand", raised=False)
    assert story.says("ada", "RaiseHand", raised=False) == []
    bo = {"participant": id_of("bo")}
    assert refusal(story, "ada", "LowerHand", **bo) == "forbidden"
    story.says("finn", "LowerHand", **bo)
    assert refusal(story, "finn", "LowerHand", **bo) == "no_such_hand"
    assert story.place.count(Hand) == 0


@pytest.mark.rule("R3")
def test_a_hand_has_the_persons_present_name_and_goes_with_the_person(story):
    story.says("ada", "RaiseHand", raised=True)
    pace(story, "ada", "more")
    story.says("ada", "ChangeName", name="Ada L.")
    assert [hand.name for hand in story.place.all(Hand)] == ["Ada L."]
    story.says("finn", "RemoveParticipant", participant=id_of("ada"))
    assert (story.place.count(Hand), story.place.count(Pace)) == (0, 0)


@pytest.mark.rule("R4")
def test_the_spread_says_how_many_wrote_how_much_and_not_who(story):
    story.joins("dan", "eva")
    story.says("finn", "StartStep", step=id_of("write"))
    for who, number in (("ada", 2), ("bo", 3), ("cy", 6), ("dan", 1)):
        for each in range(number):
            given = {"step": id_of("write"), "type": "idea", "text": "A thought"}
            story.says(who, "AddNote", id=id_of(f"{who}{each}"), **given)
    assert counts(story.place)["spread"] == [1, 2, 1, 1]
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "SealStep", step=id_of("write"))
    assert counts(story.place)["spread"] == []


@pytest.mark.rule("R4")
def test_the_spread_of_fewer_than_four_is_told_to_nobody(story):
    given = {"step": id_of("hello"), "type": "hello", "text": "Hei"}
    story.says("ada", "AddNote", id=id_of("hei"), **given)
    of_three = counts(story.place)["spread"]
    story.joins("dan")
    assert (of_three, counts(story.place)["spread"]) == ([], [3, 1, 0, 0])
