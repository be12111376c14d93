"""Collecting before the meeting: hidden until the reveal, and ended by a deadline that is kept."""

import pytest

from tests.core.story import NINE, Story, id_of
from workshop.core.agenda import Step
from workshop.core.collecting import CollectingOpened
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.times import later
from workshop.core.view import Viewer, view
from workshop.core.workshop import the_workshop

TEN = later(NINE, 60 * 60)


@pytest.fixture
def story():
    return Story().joins("ada").joins("finn", role="facilitator")


@pytest.fixture
def collecting(story):
    story.says("finn", "CollectNotes", step=id_of("write"), until=TEN)
    return story


def write(story, word, step="write", note_type="idea"):
    given = {"id": id_of(word), "step": id_of(step), "type": note_type, "text": "A thought"}
    return story.says("ada", "AddNote", **given)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def the(story, word):
    return story.place.get(Step, id_of(word))


def test_a_step_is_opened_early_and_hidden_while_the_room_waits(story):
    (opened,) = story.says("finn", "CollectNotes", step=id_of("hello"), until=TEN)

    step = the(story, "hello")
    assert opened == CollectingOpened(step=step)
    assert (step.state, step.visibility, step.until) == ("early", "private", TEN)
    assert step.collected
    assert (the_workshop(story.place).state, the_workshop(story.place).step) == ("lobby", "")


def test_what_is_written_early_is_its_authors_alone(collecting):
    write(collecting, "first")

    note = collecting.place.get(Note, id_of("first"))
    assert note.readers == "author"
    assert note.owner in collecting.names(id_of("ada")) - {id_of("ada")}


def test_the_question_is_told_to_those_who_write_early(collecting):
    seen = view(the(collecting, "write"), Viewer(role="participant"))

    assert (seen["prompt"], seen["script"]) == ("write?", ())


@pytest.mark.rule("S13")
def test_after_the_deadline_nothing_is_written(collecting):
    write(collecting, "first")
    collecting.told = 60 * 60

    given = {"id": id_of("late"), "step": id_of("write"), "type": "idea", "text": "Late"}
    change = {"note": id_of("first"), "text": "Late"}
    assert refusal(collecting, "ada", "AddNote", **given) == ("deadline_passed", "text")
    assert refusal(collecting, "ada", "ChangeNote", **change) == ("deadline_passed", "text")


def test_a_note_may_be_taken_back_after_the_deadline(collecting):
    write(collecting, "first")
    collecting.told = 60 * 60

    collecting.says("ada", "RemoveNote", note=id_of("first"))

    assert collecting.place.get(Note, id_of("first")) is None


def test_the_last_minute_counts_whole_for_secret_and_for_named_notes(story):
    half_past = later(NINE, 30 * 60 + 45)
    for word in ("hello", "write"):
        story.says("finn", "CollectNotes", step=id_of(word), until=half_past)
    assert the(story, "write").until == later(NINE, 30 * 60)

    story.told = 30 * 60 - 10
    write(story, "secret")
    write(story, "named", step="hello", note_type="hello")

    assert story.place.count(Note) == 2


def test_starting_the_step_opens_it_as_any_and_shows_nothing(collecting):
    write(collecting, "first")
    collecting.told = 2 * 60 * 60

    collecting.says("finn", "StartStep", step=id_of("write"))
    write(collecting, "second")

    step = the(collecting, "write")
    assert (step.state, step.until, step.revealed) == ("open", "", False)
    readers = {note.readers for note in collecting.place.all(Note)}
    owners = {note.owner for note in collecting.place.all(Note)}
    assert (readers, len(owners)) == ({"author"}, 1)


def test_collecting_can_be_finished_before_the_deadline(collecting):
    collecting.says("finn", "FinishStep", step=id_of("write"))

    assert the(collecting, "write").state == "done"


def test_what_was_collected_and_never_shown_goes_when_the_workshop_closes(collecting):
    write(collecting, "first")

    collecting.says("finn", "CloseWorkshop")
    collecting.end_keys()

    assert (collecting.place.count(Note), the(collecting, "write").left_out) == (0, 1)
    assert "A thought" not in repr(collecting.entries)


@pytest.mark.parametrize(
    "until",
    [
        "",
        "tomorrow",
        "2026-11-21T10:00:00",
        NINE,
        "2026-11-20T10:00:00Z",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_a_deadline_is_a_time_to_come_with_its_zone(story, until):
    given = {"step": id_of("write"), "until": until}

    assert refusal(story, "finn", "CollectNotes", **given) == ("bad_time", "until")


def test_a_deadline_may_be_told_in_any_zone(story):
    story.says("finn", "CollectNotes", step=id_of("write"), until="2026-11-21T11:00+01:00")

    assert the(story, "write").until == TEN


def test_only_a_planned_step_with_notes_collects(story):
    story.says("finn", "StartStep", step=id_of("hello"))

    given = {"until": TEN}
    started = refusal(story, "finn", "CollectNotes", step=id_of("hello"), **given)
    without = refusal(story, "finn", "CollectNotes", step=id_of("vote"), **given)
    nowhere = refusal(story, "finn", "CollectNotes", step=id_of("nowhere"), **given)
    assert started == ("step_started", "step")
    assert without == ("no_notes_here", "step")
    assert nowhere == ("no_such_step", "step")
    assert refusal(story, "ada", "CollectNotes", step=id_of("write"), **given)[0] == "forbidden"


@pytest.mark.parametrize("how", ["passed", "closed", "early"])
def test_notes_are_collected_again_with_another_deadline(collecting, how):
    write(collecting, "first")
    if how == "passed":
        collecting.told += 2 * 60 * 60
    if how == "closed":
        collecting.says("finn", "FinishStep", step=id_of("write"))
    later_on = later(TEN, 4 * 60 * 60)

    collecting.says("finn", "CollectNotes", step=id_of("write"), until=later_on)
    write(collecting, "second")

    step = the(collecting, "write")
    assert (step.state, step.until, step.collected) == ("early", later_on, True)
    notes = list(collecting.place.all(Note))
    assert {note.readers for note in notes} == {"author"}
    assert len({note.owner for note in notes}) == 1  # one key for all of the step


@pytest.mark.parametrize("how", ["came", "revealed", "sealed"])
def test_what_the_room_has_met_is_not_collected_again(collecting, how):
    write(collecting, "first")
    if how == "came":
        collecting.says("finn", "StartStep", step=id_of("write"))
        collecting.says("finn", "StartStep", step=id_of("group"))
    else:
        collecting.says("finn", "RevealNotes", step=id_of("write"))
    if how == "sealed":
        collecting.says("finn", "SealStep", step=id_of("write"))
    fields = {"step": id_of("write"), "until": later(TEN, 60 * 60)}
    assert refusal(collecting, "finn", "CollectNotes", **fields) == ("step_started", "step")
