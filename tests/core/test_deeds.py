"""History and undo: what was done can be seen, and taken back while nothing leans on it."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import Story, id_of, records, replayed
from tests.core.wander import STEPS
from workshop.core.agenda import Step
from workshop.core.clusters import Cluster
from workshop.core.decider import EVENTS
from workshop.core.deeds import MOST
from workshop.core.done import DONE
from workshop.core.history import Deed
from workshop.core.lifecycle import WorkshopCreated
from workshop.core.messages import Refused
from workshop.core.notes import Authorship, Note
from workshop.core.people import Participant
from workshop.core.planning import Plan
from workshop.core.spotlight import Lit
from workshop.core.view import Viewer, view
from workshop.core.wire import encode
from workshop.core.workshop import Workshop, the_workshop


@pytest.fixture
def story():
    return Story(STEPS).joins("ada", "bo").joins("finn", "eva", role="facilitator")


def refusal(story, person, deed):
    with pytest.raises(Refused) as refused:
        story.says(person, "Undo", deed=deed)
    return refused.value.code


def deeds(story):
    return sorted(story.place.all(Deed), key=lambda deed: deed.id)


def last(story):
    return deeds(story)[-1].id


def without_deeds(story):
    return {key: record for key, record in records(story.place).items() if key[0] != "deed"}


def says_hello(story, person="ada", word="hei"):
    story.says("finn", "StartStep", step=id_of("hello"))
    given = {"step": id_of("hello"), "type": "hello", "text": "Hei"}
    story.says(person, "AddNote", id=id_of(word), **given)


def grouping(story):
    """Two notes that all have seen, and the room groups."""
    story.says("finn", "StartStep", step=id_of("write"))
    for word in ("first", "second"):
        given = {"step": id_of("write"), "type": "idea", "text": word}
        story.says("ada", "AddNote", id=id_of(word), **given)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))


def cluster(story, person, word="pair", notes=("first",)):
    given = {"step": id_of("group"), "notes": tuple(map(id_of, notes))}
    story.says(person, "AddCluster", id=id_of(word), **given)
    return last(story)


@pytest.mark.rule("U1")
def test_a_deed_names_the_facilitator_and_never_a_participant(story):
    grouping(story)
    cluster(story, "ada")

    told = [(deed.did, deed.who, deed.role, deed.about) for deed in deeds(story)]
    assert told == [
        ("StartStep", "Finn", "facilitator", id_of("write")),
        ("RevealNotes", "Finn", "facilitator", id_of("write")),
        ("StartStep", "Finn", "facilitator", id_of("group")),
        ("AddCluster", "", "participant", id_of("pair")),
    ]


@pytest.mark.rule("U1")
def test_facilitators_see_all_deeds_and_others_their_last_own(story):
    grouping(story)
    cluster(story, "ada", "one")
    cluster(story, "ada", "two")

    def seen(role, name=""):
        viewer = Viewer(role=role, names=frozenset([id_of(name)] if name else []))
        return [each["about"] for deed in deeds(story) if (each := view(deed, viewer))]

    assert len(seen("facilitator")) == 5
    assert seen("participant", "ada") == [id_of("two")]
    assert seen("participant", "bo") == seen("board") == []
    assert {"owner", "changes"}.isdisjoint(view(deeds(story)[0], Viewer(role="facilitator")))


@pytest.mark.rule("U1")
def test_what_is_hidden_leaves_no_deed(story):
    story.says("finn", "ChangeStep", step=id_of("write"), anonymous=False)
    story.says("finn", "StartStep", step=id_of("write"))
    before = len(deeds(story))
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "Hidden"}
    story.says("ada", "AddNote", **given)
    story.says("ada", "ChangeNote", note=id_of("n"), text="Still hidden")
    story.says("ada", "RemoveNote", note=id_of("n"))
    story.says("ada", "ParkNote", id=id_of("p"), text="Later")
    assert len(deeds(story)) == before


@pytest.mark.rule("U1")
def test_only_so_many_are_remembered(story):
    for number in range(MOST + 5):
        story.says("finn", "ChangeWorkshop", title=f"Title {number}")
    assert len(deeds(story)) == MOST
    assert deeds(story)[0].id < deeds(story)[-1].id == f"{story.place.seq:016}"


def test_every_event_leaves_a_deed_or_is_known_not_to():
    silent = {event.__name__ for event in EVENTS if event not in DONE}
    assert silent == {
        WorkshopCreated.__name__,
        "WorkshopImported",  # nobody is here yet
        "ParticipantJoined",  # coming in is nobody's to undo
        "NoteParked",  # always secret
        "ParkedRemoved",  # the same
        "LotSealed",  # what closing says is said by another
        "VoteCast",
        "VoterGroupChosen",
        "PollAnswered",
        "ScoreGiven",
        "ScorerGroupChosen",
        "PaceSet",  # one's own, and has a switch of its own
        "HandRaised",
        "PageTurned",  # turning back is as near
        "NotesDealt",  # it takes nothing from anybody, and is the same when asked for again
    }


@pytest.mark.rule("U2")
def test_undo_puts_everything_back_and_undoing_that_does_it_again(story):
    grouping(story)
    before = without_deeds(story)
    done = cluster(story, "finn", notes=("first", "second"))
    after = without_deeds(story)

    story.says("eva", "Undo", deed=done)
    back = without_deeds(story)
    redo = last(story)
    story.says("finn", "Undo", deed=redo)

    assert (back, without_deeds(story)) == (before, after)
    assert [deed.undone for deed in deeds(story)][-3:] == [False, True, False]
    story.says("finn", "Undo", deed=last(story))
    assert without_deeds(story) == before
    assert [deed.undone for deed in deeds(story)][-4:] == [True, False, True, False]


@pytest.mark.rule("U2")
def test_the_plan_follows_what_is_undone(story):
    before = story.place.get(Plan, story.place.log)
    story.says("finn", "ChangeStep", step=id_of("write"), minutes=30)
    story.says("finn", "Undo", deed=last(story))
    assert story.place.get(Plan, story.place.log) == before


@pytest.mark.rule("U2")
def test_a_participant_takes_back_what_they_did_last(story):
    grouping(story)
    first = cluster(story, "ada", "one")
    second = cluster(story, "ada", "two", ())
    cluster(story, "bo", "three", ())

    assert refusal(story, "bo", second) == "no_such_deed"
    assert refusal(story, "finn", second) == "not_your_deed"
    assert refusal(story, "ada", first) == "no_such_deed"
    story.says("ada", "Undo", deed=second)
    assert {found.id for found in story.place.all(Cluster)} == {id_of("one"), id_of("three")}


@pytest.mark.rule("U2")
def test_a_note_that_was_taken_away_comes_back_as_its_authors(story):
    says_hello(story)
    before = without_deeds(story)
    story.says("ada", "RemoveNote", note=id_of("hei"))
    story.says("ada", "Undo", deed=last(story))
    assert without_deeds(story) == before
    assert story.place.get(Authorship, id_of("hei")).owner == id_of("ada")


@pytest.mark.rule("U2")
def test_taking_names_off_the_board_again_goes_for_who_came_since(story):
    story.says("finn", "ChangeWorkshop", names_shown=True)
    shown = last(story)
    story.joins("cy")
    story.says("finn", "Undo", deed=shown)
    assert {person.shown for person in story.place.all(Participant)} == {False}
    assert the_workshop(story.place).names_shown is False


@pytest.mark.rule("U3")
def test_what_is_final_stays_and_all_before_it(story):
    story.says("finn", "ChangeWorkshop", title="Another")
    grouping(story)
    title, started, reveal, _ = (deed.id for deed in deeds(story))

    assert [refusal(story, "finn", deed) for deed in (title, started, reveal)] == ["final"] * 3
    assert [deed.final for deed in deeds(story)] == [True, True, True, False]


@pytest.mark.rule("U3")
def test_boards_that_were_shut_out_do_not_come_back_and_an_open_door_does(story):
    grouping(story)
    story.says("finn", "ChangeWorkshop", title="Another")
    titled = last(story)
    story.says("finn", "CloseDoor", closed=True)
    story.says("finn", "Undo", deed=last(story))
    story.says("finn", "Undo", deed=titled)
    story.says("finn", "CloseDoor", closed=True, boards=True)
    assert refusal(story, "finn", last(story)) == "final"


QUESTIONS = ("round", "paper", "poll", "scoring", "card")


def asks(story, question):
    """A vote, a poll or a scoring is open, and ada can answer it: what she says, and as which command."""
    if question == "round":
        story.says("finn", "StartStep", step=id_of("vote"))
        story.says("finn", "OpenVote", id=id_of("asked"), step=id_of("vote"))
        return "CastVote", {"round": id_of("asked"), "item": id_of("first"), "dots": 1}
    if question == "scoring":
        setup = msgspec.structs.replace(the_setup(story, "score"), groups=())
        story.says("finn", "ChangeStep", step=id_of("score"), setup=setup)
        story.says("finn", "StartStep", step=id_of("score"))
        story.says("finn", "OpenScoring", id=id_of("asked"), step=id_of("score"))
        mark = {"item": id_of("first"), "scale": "value", "value": 2}
        return "GiveScore", {"scoring": id_of("asked"), **mark}
    story.says("finn", "AskRoom", id=id_of("asked"), question="Ready?", form="yes_no")
    return "AnswerPoll", {"poll": id_of("asked"), "answer": "yes"}


def the_setup(story, word):
    return story.place.get(Step, id_of(word)).setup


@pytest.mark.rule("U3")
@pytest.mark.parametrize("question", ["round", "poll", "scoring"])
def test_a_question_nobody_has_answered_is_taken_back_for_good(story, question):
    grouping(story)
    before = {key for key in without_deeds(story) if key[0] in QUESTIONS}
    asks(story, question)
    story.says("finn", "Undo", deed=last(story))
    story.end_keys()

    assert {key for key in without_deeds(story) if key[0] in QUESTIONS} == before
    assert id_of("asked") not in story.keys
    assert refusal(story, "finn", last(story)) == "final"
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("U3")
@pytest.mark.parametrize("question", ["round", "poll", "scoring"])
def test_a_question_that_somebody_has_answered_is_not_taken_back(story, question):
    grouping(story)
    kind, answer = asks(story, question)
    asked = last(story)
    story.says("ada", kind, **answer)

    assert refusal(story, "finn", asked) == "changed_since"


@pytest.mark.rule("U3")
def test_a_record_that_has_changed_since_is_left_alone(story):
    grouping(story)
    made = cluster(story, "finn", notes=("first", "second"))
    story.says("ada", "NameCluster", cluster=id_of("pair"), title="Better")
    assert refusal(story, "finn", made) == "changed_since"


@pytest.mark.rule("U3")
def test_a_group_that_others_have_filled_is_not_taken_from_under_their_notes(story):
    grouping(story)
    made = cluster(story, "finn", notes=())
    move = {"step": id_of("group"), "note": id_of("second"), "cluster": id_of("pair")}
    story.says("ada", "MoveNote", **move)
    assert refusal(story, "finn", made) == "changed_since"
    story.says("ada", "MoveNote", **{**move, "cluster": ""})
    story.says("finn", "Undo", deed=made)


@pytest.mark.rule("U3")
def test_a_step_in_which_somebody_wrote_does_not_become_planned_again(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("finn", "StartStep", step=id_of("write"))
    started = last(story)
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "Hidden"}
    story.says("ada", "AddNote", **given)
    assert refusal(story, "finn", started) == "changed_since"
    story.says("ada", "RemoveNote", note=id_of("n"))
    story.says("finn", "Undo", deed=started)
    assert story.place.get(Step, id_of("write")).state == "planned"
    assert story.place.get(Workshop, story.place.log).step == id_of("hello")


@pytest.mark.rule("U3")
def test_nothing_is_undone_twice_and_nothing_that_was_not_done(story):
    story.says("finn", "ChangeWorkshop", title="Another")
    done = last(story)
    story.says("finn", "Undo", deed=done)
    assert refusal(story, "finn", done) == "undone_already"
    assert refusal(story, "finn", id_of("nothing")) == "no_such_deed"


@pytest.mark.rule("U3")
def test_what_only_the_leader_does_only_the_leader_takes_back(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    started = last(story)
    story.says("eva", "ChangeStep", step=id_of("vote"), minutes=9)
    changed = last(story)
    story.says("finn", "TakeLead")
    assert refusal(story, "eva", started) == "not_leading"
    story.says("eva", "Undo", deed=changed)


@pytest.mark.rule("U3")
def test_an_undo_of_an_undo_moves_the_room_for_the_leader_alone(story):
    story.says("finn", "TakeLead")
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("finn", "Undo", deed=last(story))
    taken_back = last(story)
    assert refusal(story, "eva", taken_back) == "not_leading"
    story.says("finn", "Undo", deed=taken_back)
    assert refusal(story, "eva", last(story)) == "not_leading"


@pytest.mark.rule("U4")
def test_what_an_undo_put_back_is_blanked_with_its_step(story):
    grouping(story)
    cluster(story, "finn", notes=("first", "second"))
    story.says("finn", "Undo", deed=last(story))
    names = {note.owner for note in story.place.all(Note)} - {""}
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()

    assert names
    assert not [name for name in names if name in repr(story.entries)]
    assert records(replayed(story.entries)) == records(story.place)


texts = st.text(alphabet="abcdef ghij", min_size=1, max_size=20).filter(str.strip)
hidden = st.tuples(st.sampled_from(["ada", "bo"]), texts)


@pytest.mark.rule("U4")
@given(st.lists(st.tuples(hidden, hidden), min_size=1, max_size=5), st.booleans())
@settings(max_examples=60, deadline=None)
def test_histories_that_differ_in_what_is_hidden_give_the_same_deeds(pairs, anonymous):
    told = []
    for which in (0, 1):
        story = Story().joins("ada", "bo").joins("finn", role="facilitator")
        story.says("finn", "ChangeStep", step=id_of("write"), anonymous=anonymous)
        story.says("finn", "StartStep", step=id_of("write"))
        started = last(story)
        for number, both in enumerate(pairs):
            author, text = both[which]
            given_fields = {"step": id_of("write"), "type": "idea", "text": text}
            story.says(author, "AddNote", id=id_of(f"n{number}"), **given_fields)
        story.says("finn", "LockStep", step=id_of("write"), locked=True)
        story.says("finn", "Undo", deed=last(story))
        viewer = Viewer(role="facilitator")
        told.append(
            ([view(deed, viewer) for deed in deeds(story)], refusal(story, "finn", started))
        )
    assert encode(told[0]) == encode(told[1])


@pytest.mark.rule("U3")
def test_a_note_does_not_come_back_to_a_group_that_is_gone(story):
    grouping(story)
    cluster(story, "finn", "pair")
    story.says("finn", "MoveNote", step=id_of("group"), note=id_of("first"), cluster="")
    taken_out = last(story)
    story.says("finn", "RemoveCluster", cluster=id_of("pair"))
    assert refusal(story, "finn", taken_out) == "changed_since"


@pytest.mark.rule("U3")
def test_a_step_does_not_come_back_to_a_place_that_is_taken_or_a_source_that_is_gone(story):
    added = {"layout": "talk", "phase": "close", "minutes": 5, "method": "", "title": "More"}
    story.says("finn", "RemoveStep", step=id_of("promise"))
    removed = last(story)
    story.says("finn", "AddStep", id=id_of("more"), place=60, **added)
    assert refusal(story, "finn", removed) == "changed_since"
    story.says("finn", "ChangeStep", step=id_of("vote"), source=id_of("more"))
    story.says("finn", "ChangeStep", step=id_of("vote"), source="")
    unhooked = last(story)
    story.says("finn", "RemoveStep", step=id_of("more"))
    assert refusal(story, "finn", unhooked) == "changed_since"


def taken_draft(story):
    """The step is started, a note written and taken away, and the start undone; the key at that time."""
    story.says("finn", "StartStep", step=id_of("write"))
    started = last(story)
    given = {"step": id_of("write"), "type": "idea", "text": "Never shown"}
    story.says("ada", "AddNote", id=id_of("draft"), **given)
    story.says("ada", "RemoveNote", note=id_of("draft"))
    story.says("finn", "Undo", deed=started)
    assert "Never shown" in repr(story.entries)


@pytest.mark.rule("U4")
@pytest.mark.parametrize("anonymous", [True, False])
@pytest.mark.parametrize("end", [("CloseWorkshop", {}), ("RemoveStep", {"step": id_of("write")})])
def test_drafts_of_a_step_whose_start_was_undone_go_at_the_latest_with_it(story, end, anonymous):
    story.says("finn", "ChangeStep", step=id_of("write"), anonymous=anonymous)
    taken_draft(story)
    kind, fields = end
    story.says("finn", kind, **fields)
    story.end_keys()
    assert "Never shown" not in repr(story.entries)
    assert id_of("write") not in story.keys
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("U4")
def test_an_anonymous_step_that_is_begun_by_an_undo_has_its_key(story):
    taken_draft(story)
    unstarted = last(story)
    story.says("finn", "RemoveStep", step=id_of("write"))
    story.end_keys()
    story.says("finn", "Undo", deed=last(story))
    story.says("finn", "Undo", deed=unstarted)

    given = {"step": id_of("write"), "type": "idea", "text": "Mine"}
    (event,) = story.says("ada", "AddNote", id=id_of("again"), **given)
    assert event.note.owner not in ("", id_of("ada"))


@pytest.mark.rule("U4")
def test_what_was_written_while_a_note_was_held_stays_in_no_undo(story):
    grouping(story)
    cluster(story, "finn", notes=("first", "second"))
    story.says("finn", "ReturnNote", note=id_of("first"), reason="A name")
    story.says("ada", "ChangeNote", note=id_of("first"), text="Never shown")
    story.says("finn", "RemoveCluster", cluster=id_of("pair"))
    story.says("finn", "Undo", deed=last(story))
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()
    assert "Never shown" not in repr(story.entries)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("U3")
def test_a_lock_holds_those_who_would_take_something_back(story):
    grouping(story)
    moved = cluster(story, "ada")
    story.says("finn", "LockStep", step=id_of("group"), locked=True, what="moving")
    assert refusal(story, "ada", moved) == "step_locked"
    story.says("finn", "LockStep", step=id_of("group"), locked=False, what="moving")
    story.says("ada", "Undo", deed=moved)

    says_hello(story)
    story.says("finn", "LockStep", step=id_of("hello"), locked=True, what="writing")
    written = next(deed.id for deed in deeds(story) if deed.did == "AddNote")
    assert refusal(story, "ada", written) == "step_locked"


@pytest.mark.rule("U3")
def test_nothing_is_taken_back_in_a_step_that_the_room_has_left(story):
    says_hello(story)
    written = last(story)
    story.says("finn", "StartStep", step=id_of("vote"), keep_open=True)
    story.says("finn", "FinishStep", step=id_of("hello"))
    assert refusal(story, "ada", written) == "step_closed"

    grouping(story)
    grouped = cluster(story, "ada")
    story.says("finn", "StartStep", step=id_of("vote"))
    assert refusal(story, "ada", grouped) == "step_closed"


@pytest.mark.rule("U2")
def test_in_a_step_that_still_takes_notes_the_own_last_one_is_taken_back(story):
    says_hello(story)
    written = last(story)
    story.says("finn", "StartStep", step=id_of("vote"), keep_open=True)
    story.says("ada", "Undo", deed=written)
    assert not list(story.place.all(Note))


@pytest.mark.rule("U2")
def test_the_light_goes_out_over_a_step_that_is_planned_again(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    started = last(story)
    story.says("finn", "Spotlight", of="step", item=id_of("hello"))
    story.says("finn", "Undo", deed=started)
    assert not list(story.place.all(Lit))
