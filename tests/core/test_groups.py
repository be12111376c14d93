"""Groups: dealt or chosen, each with its own wall, and three notes at most that a group tells the others."""

import pytest

from tests.core.story import Story, id_of, step
from workshop.core.groups import Group, NewGroup
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.people import Participant
from workshop.core.setup import Setup

STEPS = (
    step("apart", 0, "wall", "open", types=("idea",), anonymous=True, setup=Setup(in_groups=True)),
)
PEOPLE = ("ada", "bo", "cy", "dag", "eva")
RED, BLUE = NewGroup(id=id_of("red"), title="Red"), NewGroup(id=id_of("blue"), title="Blue")


@pytest.fixture
def story():
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("apart"))
    return told


def forms(story, how="dealt", groups=(RED, BLUE)):
    story.says("finn", "FormGroups", groups=groups, how=how)


def sizes(story):
    return [(group.title, group.people) for group in story.place.all(Group)]


def group_of(story, person):
    return story.place.get(Participant, id_of(person)).group


def writes(story, person, word):
    given = {"id": id_of(word), "step": id_of("apart"), "type": "idea", "text": word}
    story.says(person, "AddNote", **given)
    return story.place.get(Note, id_of(word))


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def test_dealt_groups_are_as_even_as_can_be_and_hold_everyone_who_takes_part(story):
    forms(story)

    assert sizes(story) == [("Red", 3), ("Blue", 2)]
    assert {group_of(story, person) for person in PEOPLE} == {RED.id, BLUE.id}
    assert group_of(story, "finn") == ""


def test_who_comes_late_is_dealt_into_the_smallest(story):
    forms(story)
    story.joins("fia")

    assert group_of(story, "fia") == BLUE.id
    assert sizes(story) == [("Red", 3), ("Blue", 3)]


def test_chosen_groups_fill_as_people_choose(story):
    forms(story, "chosen")
    assert group_of(story, "ada") == ""

    story.says("ada", "JoinGroup", group=RED.id)
    story.says("bo", "JoinGroup", group=RED.id)
    story.says("ada", "JoinGroup", group=BLUE.id)

    assert sizes(story) == [("Red", 1), ("Blue", 1)]


def test_out_of_a_dealt_group_only_a_facilitator_places(story):
    forms(story)
    there = RED.id if group_of(story, "ada") == BLUE.id else BLUE.id

    assert refusal(story, "ada", "JoinGroup", group=there) == "groups_dealt"
    story.says("finn", "PlaceInGroup", participant=id_of("ada"), group=there)
    assert group_of(story, "ada") == there


def test_a_note_bears_the_group_it_was_written_in(story):
    forms(story)

    assert writes(story, "ada", "first").group == group_of(story, "ada")


def test_without_a_group_nothing_is_written(story):
    given = {"id": id_of("note"), "step": id_of("apart"), "type": "idea", "text": "A thought"}

    assert refusal(story, "ada", "AddNote", **given) == "no_group"


def test_a_group_tells_of_three_notes_at_most(story):
    forms(story)
    for word in ("one", "two", "three", "four"):
        writes(story, "ada", word)
    for word in ("one", "two", "three"):
        story.says("ada", "ReportNote", note=id_of(word), on=True)

    assert refusal(story, "ada", "ReportNote", note=id_of("four"), on=True) == "enough_reported"
    story.says("ada", "ReportNote", note=id_of("one"), on=False)
    story.says("ada", "ReportNote", note=id_of("four"), on=True)
    told = {note.text for note in story.place.all(Note) if note.reported}
    assert told == {"two", "three", "four"}


def test_what_a_group_tells_is_its_own_choice(story):
    forms(story)
    writes(story, "ada", "one")
    stranger = next(p for p in PEOPLE if group_of(story, p) != group_of(story, "ada"))

    assert refusal(story, stranger, "ReportNote", note=id_of("one"), on=True) == "not_your_group"


def test_who_is_shown_out_leaves_a_place_free(story):
    forms(story)
    story.says("finn", "RemoveParticipant", participant=id_of("ada"))

    assert sum(people for _, people in sizes(story)) == 4


def test_forming_anew_takes_the_old_groups_away_and_undo_brings_them_back(story):
    forms(story)
    before = {person: group_of(story, person) for person in PEOPLE}
    forms(story, groups=(NewGroup(id=id_of("one"), title="One"), RED))
    assert sizes(story) == [("Red", 2), ("One", 3)]

    deed = max(story.place.all(Deed), key=lambda deed: deed.id)
    story.says("finn", "Undo", deed=deed.id)

    assert {person: group_of(story, person) for person in PEOPLE} == before
    assert sorted(sizes(story)) == [("Blue", 2), ("Red", 3)]


@pytest.mark.parametrize("groups", [(RED,), (RED, RED)], ids=["one group", "one id twice"])
def test_groups_are_at_least_two(story, groups):
    assert refusal(story, "finn", "FormGroups", groups=groups) == "too_few_groups"


def test_without_any_group_everyone_is_together_again(story):
    forms(story)
    forms(story, groups=())

    assert sizes(story) == []
    assert {group_of(story, person) for person in PEOPLE} == {""}
