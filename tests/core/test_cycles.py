"""One more cycle: planned right after where the room is, with what the room takes along."""

import pytest

from tests.core.story import LOG, Story, id_of, records, replayed, step
from workshop.core.agenda import Step, in_order
from workshop.core.clusters import Cluster
from workshop.core.cycles import Cycle
from workshop.core.history import Deed
from workshop.core.lot import Parked
from workshop.core.messages import Refused
from workshop.core.notes import Authorship, Note
from workshop.core.workshop import the_workshop

CYCLE = {"id": id_of("again"), "question": "What did we miss?"}


@pytest.fixture
def story():
    """A cycle gone through: three notes, two of them in a cluster, and the room at the vote."""
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word in ("one", "two", "three"):
        write(told, word)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("group"))
    pile = {"id": id_of("pile"), "step": id_of("group"), "title": "Calls"}
    told.says("ada", "AddCluster", **pile, notes=(id_of("one"), id_of("two")))
    told.says("finn", "StartStep", step=id_of("vote"))
    return told


def write(story, word, **fields):
    given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": f"Thought {word}"}
    return story.says("ada", "AddNote", **{**given, **fields})


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def started(story, **fields):
    (event,) = story.says("finn", "StartCycle", **{**CYCLE, **fields})
    return event


def agenda(story):
    return [(step.title, step.cycle) for step in in_order(story.place)]


def test_the_working_steps_are_planned_again_right_after_the_rooms(story):
    started(story)

    assert agenda(story) == [
        ("hello", 1),
        ("write", 1),
        ("group", 1),
        ("vote", 1),
        ("write", 2),
        ("group", 2),
        ("vote", 2),
        ("promise", 2),
        ("promise", 1),
    ]
    assert [step.place for step in in_order(story.place)] == list(range(9))
    assert the_workshop(story.place).step == id_of("vote")


def test_the_new_steps_are_as_they_were_planned_and_work_on_one_another(story):
    story.says("finn", "LockStep", step=id_of("write"), locked=True)
    story.says("finn", "SealStep", step=id_of("write"))

    writing, grouping, voting, promising = started(story).steps

    assert {step.state for step in (writing, grouping, voting, promising)} == {"planned"}
    assert (writing.revealed, writing.sealed, writing.locks) == (False, False, ())
    assert (writing.came, writing.stayed) == ("", 0)
    assert (writing.visibility, writing.anonymous) == ("private", True)
    assert [step.source for step in (writing, grouping, voting)] == ["", writing.id, grouping.id]


def test_the_first_step_that_takes_notes_asks_the_new_question(story):
    event = started(story)

    assert [step.prompt for step in event.steps[:2]] == ["What did we miss?", "group?"]
    assert story.place.get(Cycle, id_of("again")) == Cycle(
        id=id_of("again"),
        number=2,
        question="What did we miss?",
        step=event.steps[0].id,
        at=story.entries[-1].at,
    )


def test_without_a_question_the_old_one_is_asked_again(story):
    assert started(story, question="").steps[0].prompt == "write?"


def test_a_carried_note_is_a_copy_that_everyone_sees_and_nobody_owns(story):
    event = started(story, notes=(id_of("three"),))

    (note,) = event.notes
    old = story.place.get(Note, id_of("three"))
    assert note == Note(
        id=note.id,
        step=event.steps[0].id,
        type="idea",
        text="Thought three",
        place=4,
        carried=old.id,
    )
    assert old.owner != ""
    assert story.place.get(Authorship, note.id) is None


def test_who_takes_a_note_back_takes_its_copies_too(story):
    first = started(story, notes=(id_of("one"), id_of("two")))
    story.says("finn", "StartStep", step=first.steps[0].id)
    carried = tuple(note.id for note in first.notes)
    started(story, id=id_of("third"), notes=carried)

    story.says("ada", "RemoveNote", note=id_of("one"))

    left = sorted(note.text for note in story.place.all(Note))
    assert left == ["Thought three", "Thought two", "Thought two", "Thought two"]


def test_a_carried_cluster_brings_its_notes(story):
    event = started(story, clusters=(id_of("pile"),))

    (pile,) = event.clusters
    assert (pile.title, pile.step, pile.place) == ("Calls", event.steps[1].id, 1)
    assert {note.carried for note in event.notes} == {id_of("one"), id_of("two")}
    assert {note.cluster for note in event.notes} == {pile.id}
    assert story.place.get(Cluster, id_of("pile")).step == id_of("group")


def test_a_note_without_its_cluster_stands_alone(story):
    (note,) = started(story, notes=(id_of("one"),)).notes

    assert note.cluster == ""


def test_a_note_keeps_what_it_builds_on_where_both_are_carried(story):
    story.says("finn", "StartStep", step=id_of("write"))
    write(story, "built", parent=id_of("three"))

    both = started(story, notes=(id_of("built"), id_of("three"))).notes

    assert [note.parent for note in both] == ["", both[0].id]


def test_a_note_from_outside_the_cycle_goes_where_writing_begins(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    write(story, "hi", step=id_of("hello"), type="hello")

    event = started(story, notes=(id_of("hi"),))

    assert [note.step for note in event.notes] == [event.steps[0].id]


def test_the_carried_can_be_grouped_and_voted_on_in_the_new_cycle(story):
    event = started(story, clusters=(id_of("pile"),), notes=(id_of("three"),))
    voting = next(step for step in event.steps if step.layout == "vote")
    story.says("finn", "StartStep", step=voting.id)

    (opened,) = story.says("finn", "OpenVote", id=id_of("round"), step=voting.id)

    assert [it.title for it in opened.round.candidates] == ["Calls", "Thought three"]


def test_cycles_are_counted_on(story):
    first = started(story)
    story.says("finn", "StartStep", step=first.steps[0].id)

    second = started(story, id=id_of("oncemore"))

    assert (second.cycle.number, len(second.steps)) == (3, 4)
    assert {step.id for step in second.steps}.isdisjoint(step.id for step in first.steps)


def planned_for_two_cycles():
    """A recipe of two cycles: a question, three steps of work, a break, three more, and the end."""
    steps = (
        step("hello", 0, "talk", "frame"),
        step("write", 1, "wall", "open", types=("idea",)),
        step("vote", 2, "vote", "close", source=id_of("write")),
        step("goal", 3, "form", "close"),
        step("rest", 4, "talk", "break"),
        step("ideas", 5, "wall", "open", cycle=2, types=("idea",)),
        step("promise", 6, "actions", "close", cycle=2, source=id_of("ideas")),
        step("end", 7, "talk", "frame", cycle=2),
    )
    return Story(steps).joins("ada").joins("finn", role="facilitator")


def test_a_cycle_before_one_that_was_planned_comes_before_it_in_number_too():
    told = planned_for_two_cycles()
    told.says("finn", "StartStep", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("vote"))

    event = started(told)

    assert event.cycle.number == 2
    assert agenda(told) == [
        ("hello", 1),
        ("write", 1),
        ("vote", 1),
        ("write", 2),
        ("vote", 2),
        ("goal", 2),
        ("goal", 1),
        ("rest", 1),
        ("ideas", 3),
        ("promise", 3),
        ("end", 3),
    ]
    assert records(replayed(told.entries)) == records(told.place)


def test_a_cycle_that_the_room_has_been_in_keeps_its_number():
    told = planned_for_two_cycles()
    for word in ("write", "ideas", "vote"):
        told.says("finn", "StartStep", step=id_of(word))

    assert started(told).cycle.number == 3
    assert [cycle for title, cycle in agenda(told) if title == "ideas"] == [2]


def test_a_new_cycle_that_waits_counts_on_with_its_question():
    told = planned_for_two_cycles()
    told.says("finn", "StartStep", step=id_of("write"))
    first = started(told)

    second = started(told, id=id_of("sooner"), question="And what comes before that?")

    numbers = {cycle.question: cycle.number for cycle in told.place.all(Cycle)}
    assert numbers == {second.cycle.question: 2, first.cycle.question: 3}
    assert [cycle for title, cycle in agenda(told) if title == "ideas"] == [4]


def test_taking_a_new_cycle_back_gives_the_later_ones_their_number_again():
    told = planned_for_two_cycles()
    told.says("finn", "StartStep", step=id_of("write"))
    before = in_order(told.place)
    started(told)
    deed = max(told.place.all(Deed), key=lambda deed: deed.id)

    told.says("finn", "Undo", deed=deed.id)

    assert in_order(told.place) == before


def test_a_step_that_only_holds_what_was_carried_is_not_removed(story):
    event = started(story, notes=(id_of("one"),))

    given = {"step": event.steps[0].id}
    assert refusal(story, "finn", "RemoveStep", **given) == "step_started"


def test_only_what_was_shown_is_carried(story):
    event = started(story)
    story.says("finn", "StartStep", step=event.steps[0].id)
    given = {"id": id_of("own"), "step": event.steps[0].id, "type": "idea", "text": "Hidden"}
    story.says("finn", "AddNote", **given)

    mine = {**CYCLE, "id": id_of("third"), "notes": (id_of("own"),)}
    assert refusal(story, "finn", "StartCycle", **mine) == "not_revealed"
    nothing = {**mine, "notes": (id_of("nothing"),)}
    assert refusal(story, "finn", "StartCycle", **nothing) == "no_such_note"
    nothing = {**mine, "notes": (), "clusters": (id_of("nothing"),)}
    assert refusal(story, "finn", "StartCycle", **nothing) == "no_such_cluster"


def test_the_room_has_begun_before_it_begins_again():
    lobby = Story().joins("finn", role="facilitator")

    assert refusal(lobby, "finn", "StartCycle", **CYCLE) == "not_started"


def test_a_cycle_without_working_steps_is_not_repeated():
    only = Story(tuple(step for step in Story().place.all(Step) if step.title == "hello"))
    only.joins("finn", role="facilitator")
    only.says("finn", "StartStep", step=id_of("hello"))

    assert refusal(only, "finn", "StartCycle", **CYCLE) == "nothing_to_repeat"


def test_cycles_end_where_the_agenda_is_full(story):
    for number in range(13):
        started(story, id=id_of(f"cycle{number}"))

    assert story.place.count(Step) == 57
    assert refusal(story, "finn", "StartCycle", **CYCLE) == "too_many_steps"


def test_a_cycle_is_the_leaders_and_no_participants(story):
    story.joins("gro", role="facilitator").says("gro", "TakeLead")

    assert refusal(story, "finn", "StartCycle", **CYCLE) == "not_leading"
    assert refusal(story, "ada", "StartCycle", **CYCLE) == "forbidden"
    assert refusal(story, "gro", "StartCycle", **{**CYCLE, "id": LOG}) == "id_taken"
    too_long = {**CYCLE, "question": "x" * 501}
    assert refusal(story, "gro", "StartCycle", **too_long) == "too_long"


def test_a_held_note_that_is_taken_back_takes_its_copies_from_a_blanked_log_too(story):
    started(story, notes=(id_of("one"),))
    story.says("finn", "HideNote", note=id_of("one"), reason="A name")
    story.says("ada", "RemoveNote", note=id_of("one"))
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    assert records(replayed(story.entries)) == records(story.place)
    assert not [note for note in story.place.all(Note) if note.carried]


def test_a_cycle_carries_on_what_was_parked_and_leaves_it_there():
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("ada", "ParkNote", id=id_of("later"), text="What about the weekends?")
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "StartCycle", id=id_of("again"), parked=(id_of("later"),) * 2)

    (note,) = story.place.all(Note)
    step = story.place.get(Step, note.step)
    assert (note.text, note.type, note.owner, note.readers) == (
        "What about the weekends?",
        "idea",
        "",
        "all",
    )
    assert (step.cycle, step.title) == (2, "write")
    assert story.place.get(Parked, id_of("later"))
    nothing = {"id": id_of("third"), "parked": (id_of("nothing"),)}
    with pytest.raises(Refused) as refused:
        story.says("finn", "StartCycle", **nothing)
    assert (refused.value.code, refused.value.field) == ("no_such_note", "parked")
