"""The lead: all facilitators alike, until one takes it."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.leading import LeadTaken
from workshop.core.messages import Refused
from workshop.core.workshop import the_workshop


@pytest.fixture
def story():
    return Story().joins("ada").joins("finn", "gro", role="facilitator")


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def lead(story):
    return the_workshop(story.place).lead


def test_until_somebody_takes_the_lead_all_facilitators_lead(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("gro", "StartStep", step=id_of("write"))

    assert (lead(story), the_workshop(story.place).step) == ("", id_of("write"))


def test_who_takes_the_lead_has_it_and_a_second_time_changes_nothing(story):
    assert story.says("finn", "TakeLead") == [LeadTaken(participant=id_of("finn"))]
    assert lead(story) == id_of("finn")
    assert story.says("finn", "TakeLead") == []


def test_the_lead_can_be_taken_from_another_so_that_no_room_waits(story):
    story.says("finn", "TakeLead")
    story.says("gro", "TakeLead")

    assert lead(story) == id_of("gro")


def test_the_lead_is_handed_over_and_shared_again(story):
    story.says("finn", "TakeLead")
    story.says("finn", "HandOver", participant=id_of("gro"))
    assert lead(story) == id_of("gro")

    assert story.says("gro", "ShareLead") == [LeadTaken(participant="")]

    assert lead(story) == ""
    assert story.says("gro", "ShareLead") == []


def test_only_a_facilitator_can_be_handed_the_lead(story):
    person = {"participant": id_of("ada")}
    assert refusal(story, "finn", "HandOver", **person) == "not_a_facilitator"
    nobody = {"participant": id_of("nobody")}
    assert refusal(story, "finn", "HandOver", **nobody) == "no_such_participant"


def test_who_was_shown_out_is_handed_nothing(story):
    story.says("finn", "RemoveParticipant", participant=id_of("gro"))

    gone = {"participant": id_of("gro")}
    assert refusal(story, "finn", "HandOver", **gone) == "no_such_participant"


def test_a_participant_takes_no_lead(story):
    for kind, fields in (
        ("TakeLead", {}),
        ("ShareLead", {}),
        ("HandOver", {"participant": id_of("gro")}),
    ):
        assert refusal(story, "ada", kind, **fields) == "forbidden"


def voting(story):
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("first"), "step": id_of("write"), "type": "idea", "text": "A thought"}
    story.says("ada", "AddNote", **given)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("StartStep", {"step": id_of("write")}),
        ("RevealNotes", {"step": id_of("write")}),
        ("SealStep", {"step": id_of("write")}),
        ("OpenVote", {"id": id_of("again"), "step": id_of("vote")}),
        ("CloseVote", {"round": id_of("round")}),
        ("CloseWorkshop", {}),
    ],
)
def test_what_moves_the_whole_room_is_the_leaders(story, kind, fields):
    voting(story)
    story.says("finn", "TakeLead")

    with pytest.raises(Refused) as refused:
        story.says("gro", kind, **fields)

    assert (refused.value.code, refused.value.values) == ("not_leading", {"name": "Finn"})


def test_the_leader_leads_and_the_others_still_help(story):
    story.says("finn", "TakeLead")

    story.says("finn", "StartStep", step=id_of("write"))
    story.says("gro", "StartTimer")
    story.says("gro", "LockStep", step=id_of("write"), locked=True)
    story.says("gro", "Spotlight", of="step", item=id_of("write"))

    assert the_workshop(story.place).step == id_of("write")
