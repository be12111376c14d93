"""Locks: writing, moving and voting are held still each on its own, and let go again."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.agenda import Step
from workshop.core.locks import StepLocked
from workshop.core.messages import Refused


@pytest.fixture
def story():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    write(told, "first")
    told.says("finn", "RevealNotes", step=id_of("write"))
    return told


def write(story, word):
    given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": "A thought"}
    return story.says("ada", "AddNote", **given)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def lock(story, step, locked=True, what="all"):
    return story.says("finn", "LockStep", step=id_of(step), locked=locked, what=what)


def locks(story, step):
    return story.place.get(Step, id_of(step)).locks


def test_a_lock_on_all_is_the_three_of_them(story):
    (locked,) = lock(story, "write")

    assert locked == StepLocked(step=id_of("write"), locked=True, what="all")
    assert locks(story, "write") == ("writing", "moving", "voting")


def test_one_lock_leaves_the_others_as_they_are(story):
    lock(story, "write")

    lock(story, "write", locked=False, what="moving")

    assert locks(story, "write") == ("writing", "voting")


def test_what_is_locked_already_is_not_locked_again(story):
    lock(story, "write", what="voting")

    assert lock(story, "write", what="voting") == []
    assert lock(story, "write", locked=False, what="moving") == []


def test_a_lock_on_writing_holds_new_and_old_notes(story):
    lock(story, "write", what="writing")

    note = {"note": id_of("first")}
    given = {"id": id_of("late"), "step": id_of("write"), "type": "idea", "text": "Late"}
    assert refusal(story, "ada", "AddNote", **given) == "step_locked"
    assert refusal(story, "ada", "ChangeNote", **note, text="Late") == "step_locked"
    assert refusal(story, "ada", "RemoveNote", **note) == "step_locked"


def test_people_write_on_where_only_moving_is_locked(story):
    lock(story, "write", what="moving")

    assert len(write(story, "second")) == 1


def test_a_lock_on_moving_holds_every_hand_on_the_clusters(story):
    story.says("finn", "StartStep", step=id_of("group"))
    pile = {"id": id_of("pile"), "step": id_of("group"), "notes": (id_of("first"),)}
    story.says("ada", "AddCluster", **pile)
    lock(story, "group", what="moving")

    step, cluster = id_of("group"), id_of("pile")
    move = {"step": step, "note": id_of("first"), "cluster": ""}
    assert refusal(story, "ada", "AddCluster", id=id_of("more"), step=step) == "step_locked"
    assert refusal(story, "ada", "MoveNote", **move) == "step_locked"
    assert refusal(story, "ada", "NameCluster", cluster=cluster, title="Us") == "step_locked"
    assert refusal(story, "ada", "RemoveCluster", cluster=cluster) == "step_locked"


def test_a_lock_on_voting_holds_the_dots_until_it_is_let_go(story):
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    dot = {"round": id_of("round"), "item": id_of("first"), "dots": 1}
    lock(story, "vote", what="voting")
    assert refusal(story, "ada", "CastVote", **dot) == "step_locked"

    lock(story, "vote", locked=False, what="voting")

    assert len(story.says("ada", "CastVote", **dot)) == 1


def test_a_step_that_is_not_there_is_not_locked(story):
    given = {"step": id_of("nowhere"), "locked": True}
    assert refusal(story, "finn", "LockStep", **given) == "no_such_step"


def test_a_participant_locks_nothing(story):
    given = {"step": id_of("write"), "locked": True}
    assert refusal(story, "ada", "LockStep", **given) == "forbidden"
