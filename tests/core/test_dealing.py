"""Build rounds: three notes of others for each, dealt evenly, known to nobody else, and gone with the seal."""

import pytest

from tests.core.story import Story, id_of, step
from workshop.core.dealing import Deal, NotesDealt
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.setup import Setup
from workshop.core.view import Viewer, view

STEPS = (
    step("write", 0, "wall", "open", types=("idea",), visibility="private", anonymous=True),
    step(
        "build",
        1,
        "wall",
        "open",
        types=("idea",),
        source=id_of("write"),
        can_build=True,
        anonymous=True,
        setup=Setup(deal=3),
    ),
    step("group", 2, "clusters", "integrate", source=id_of("write")),
)
PEOPLE = ("ada", "bo", "cy")


@pytest.fixture
def story():
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for person in PEOPLE:
        for n in (1, 2):
            given = {"id": id_of(f"{person}{n}"), "type": "idea", "text": f"Thought {n}"}
            told.says(person, "AddNote", step=id_of("write"), **given)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("build"))
    return told


def deals(story, person):
    """The notes that the person was dealt, by the person's first letter and number, in order."""
    (event,) = story.says(person, "TakeDeal", step=id_of("build"))
    return [note.rstrip("x") for note in event.deal.notes]


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def wall(story):
    notes = sorted(story.place.all(Note), key=lambda note: note.place)
    return [note.id.rstrip("x") for note in notes]


def test_each_gets_three_of_others_and_none_of_their_own(story):
    for person in PEOPLE:
        dealt = deals(story, person)
        assert len(set(dealt)) == 3
        assert not any(note.startswith(person) for note in dealt)


def test_hands_follow_each_other_round_the_wall(story):
    """Six notes, three a hand: ada's begins at the first, bo's at the fourth, cy's at the first again."""
    ring = wall(story)
    from_first = [note for note in ring if not note.startswith("ada")]
    from_fourth = [note for note in ring[3:] + ring[:3] if not note.startswith("bo")]

    assert deals(story, "ada") == from_first[:3]
    assert deals(story, "bo") == from_fourth[:3]


def test_a_deal_is_taken_once(story):
    deals(story, "ada")

    assert story.says("ada", "TakeDeal", step=id_of("build")) == []


def test_only_whose_it_is_gets_to_know_it(story):
    deals(story, "ada")
    (deal,) = story.place.all(Deal)

    seen = {
        who: view(deal, Viewer(role=role, names=story.names(id_of(who))))
        for who, role in (("ada", "participant"), ("bo", "participant"), ("finn", "facilitator"))
    }
    assert (seen["bo"], seen["finn"]) == (None, None)
    assert seen["ada"] == {
        "kind": "deal",
        "id": deal.id,
        "step": id_of("build"),
        "source": id_of("write"),
        "notes": deal.notes,
    }


def test_it_is_signed_as_the_notes_are_and_goes_with_them(story):
    deals(story, "ada")
    entry = story.entries[-1]
    assert (entry.scope, entry.by == id_of("ada")) == (id_of("write"), False)

    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    assert list(story.place.all(Deal)) == []
    assert [e.events for e in story.entries if e.scope and not e.op][-1] == (NotesDealt(deal=None),)


def test_nothing_is_dealt_from_a_sealed_step(story):
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    assert refusal(story, "ada", "TakeDeal", step=id_of("build")) == "step_sealed"


def test_a_step_that_deals_nothing_says_so(story):
    story.says("finn", "ChangeStep", step=id_of("build"), setup=Setup())

    assert refusal(story, "ada", "TakeDeal", step=id_of("build")) == "no_deal_here"


def test_who_wrote_all_there_is_has_nothing_to_build_on(story):
    for person in ("bo", "cy"):
        for n in (1, 2):
            story.says(person, "RemoveNote", note=id_of(f"{person}{n}"))

    assert refusal(story, "ada", "TakeDeal", step=id_of("build")) == "nothing_to_deal"
    assert len(deals(story, "bo")) == 2


def test_what_ada_gets_says_nothing_of_who_else_wrote_what():
    """Two rooms that differ only in which of the others wrote which note deal ada the same hand."""
    hands = []
    for writers in (("bo", "cy"), ("cy", "bo")):
        told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
        told.says("finn", "StartStep", step=id_of("write"))
        for n, person in enumerate(writers * 2):
            given = {"id": id_of(f"note{n}"), "type": "idea", "text": "A thought"}
            told.says(person, "AddNote", step=id_of("write"), **given)
        told.says("finn", "RevealNotes", step=id_of("write"))
        told.says("finn", "StartStep", step=id_of("build"))
        told.says("bo", "TakeDeal", step=id_of("build"))
        hands.append(told.says("ada", "TakeDeal", step=id_of("build"))[0].deal.notes)

    assert hands[0] == hands[1]


def test_a_note_that_lies_in_two_clusters_is_dealt_once(story):
    ring = wall(story)
    story.says("finn", "StartStep", step=id_of("group"))
    for word in ("one", "two"):
        story.says("finn", "AddCluster", id=id_of(word), step=id_of("group"), notes=(id_of("bo1"),))
    to = {"note": id_of("bo1"), "cluster": id_of("one"), "step": id_of("group")}
    story.says("finn", "CopyNote", id=id_of("copy"), **to)
    story.says("finn", "StartStep", step=id_of("build"))

    hands = [*deals(story, "ada"), *deals(story, "bo"), *deals(story, "cy")]

    assert set(hands) <= set(ring)


def test_what_was_hidden_since_the_last_hand_is_dealt_no_more(story):
    others = [note for note in wall(story) if not note.startswith("cy")]
    deals(story, "ada")

    story.says("finn", "HideNote", note=id_of(others[0]), reason="It names somebody")

    assert sorted(deals(story, "cy")) == sorted(others[1:])
