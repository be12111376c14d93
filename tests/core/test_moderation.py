"""Visible moderation: a reason for the writer, a record for facilitators, nothing for the room."""

import pytest

from tests.core.story import Story, id_of, records, replayed
from workshop.core.agenda import Step
from workshop.core.changes import for_audience, net
from workshop.core.counts import counts
from workshop.core.messages import Refused
from workshop.core.moderation import Moderation
from workshop.core.notes import Note
from workshop.core.view import Viewer, view
from workshop.core.votes import Round

READERS = {"ada": "participant", "bo": "participant", "finn": "facilitator", "": "board"}


@pytest.fixture
def story():
    """An anonymous private step whose notes the facilitator reads and moderates."""
    told = Story().joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "ChangeStep", step=id_of("write"), readers="facilitator", moderated=True)
    told.says("finn", "StartStep", step=id_of("write"))
    for who in ("ada", "bo"):
        given = {"step": id_of("write"), "type": "idea", "text": f"By {who}"}
        told.says(who, "AddNote", id=id_of(f"n{who}"), **given)
    return told


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def note(story, word="nada"):
    return story.place.get(Note, id_of(word))


def readers(story, word="nada"):
    return {
        name
        for name, role in READERS.items()
        if view(note(story, word), Viewer(role=role, names=story.names(id_of(name or "board"))))
    }


def hide(story, kind="HideNote", reason="It names a patient"):
    return story.says("finn", kind, note=id_of("nada"), reason=reason)


def reveal(story):
    story.says("finn", "RevealNotes", step=id_of("write"))


@pytest.mark.rule("M1")
def test_the_writer_reads_the_reason_and_the_room_nothing(story):
    hide(story)
    assert (note(story).held, note(story).reason) == ("hidden", "It names a patient")
    assert readers(story) == {"ada", "finn"}
    assert not for_audience(net(story.changed), "participant")
    assert not for_audience(net(story.changed), "board")


@pytest.mark.rule("M2")
def test_what_is_held_is_not_revealed_and_does_not_hinder_the_seal(story):
    hide(story)
    reveal(story)
    assert (readers(story), readers(story, "nbo")) == ({"ada", "finn"}, set(READERS))
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()
    assert (note(story), story.place.get(Step, id_of("write")).left_out) == (None, 1)
    assert "By ada" not in repr(story.entries)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("M1")
def test_a_returned_note_is_changed_and_looked_at_again(story):
    hide(story, "ReturnNote")
    returned = note(story).held
    story.says("ada", "ChangeNote", note=id_of("nada"), text="By a nurse")
    changed = note(story).held
    reveal(story)
    assert (returned, changed, readers(story)) == ("returned", "changed", {"ada", "finn"})
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert readers(story) == set(READERS)
    assert (note(story).held, note(story).reason, note(story).place) == ("", "", 2)


@pytest.mark.rule("M1")
def test_a_note_let_go_before_the_reveal_waits_for_it(story):
    hide(story)
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert (note(story).held, readers(story)) == ("", {"ada", "finn"})
    assert story.says("finn", "ShowNote", note=id_of("nada")) == []
    reveal(story)
    assert readers(story) == set(READERS)


@pytest.mark.rule("M2")
def test_a_note_is_held_after_the_reveal_and_comes_back_to_its_place(story):
    reveal(story)
    before = note(story)
    hide(story)
    assert (note(story).readers, readers(story)) == ("held", {"ada", "finn"})
    move = {"step": id_of("group"), "title": "x", "notes": (id_of("nada"),)}
    story.says("finn", "StartStep", step=id_of("group"))
    assert refusal(story, "bo", "AddCluster", id=id_of("c"), **move) == ("no_such_note", "note")
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert note(story) == before


def carry(story, *words):
    """One more cycle, with copies of these notes; gives them by their words."""
    story.says("finn", "StartStep", step=id_of("group"))
    carried = tuple(map(id_of, words))
    story.says("finn", "StartCycle", id=id_of("again"), question="", notes=carried, clusters=())
    return {it.carried: it.id for it in story.place.all(Note) if it.carried}


@pytest.mark.rule("M2")
def test_a_held_note_is_held_in_later_cycles_too_and_comes_back_as_it_reads_then(story):
    reveal(story)
    copy = carry(story, "nada", "nbo")[id_of("nada")]
    hide(story, "ReturnNote")
    assert (readers(story, copy), readers(story, "nbo")) == ({"finn"}, set(READERS))
    story.says("ada", "ChangeNote", note=id_of("nada"), text="By a nurse")
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert (readers(story, copy), note(story, copy).text) == (set(READERS), "By a nurse")


def titles(story):
    (round_,) = story.place.all(Round)
    return [sorted(each.title for each in listed) for listed in (round_.candidates, round_.results)]


@pytest.mark.rule("M2")
@pytest.mark.parametrize("closed", [False, True])
def test_a_vote_keeps_a_held_note_without_its_words(story, closed):
    reveal(story)
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    if closed:
        story.says("finn", "CloseVote", round=id_of("round"))
        story.end_keys()
    before = titles(story)
    hide(story)
    assert titles(story) == [["", "By bo"], ["", "By bo"] if closed else []]
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert titles(story) == before
    assert records(replayed(story.entries)) == records(story.place)


@pytest.fixture
def voted(story):
    """A vote on one cluster without a name, which goes by the words of Ada's note."""
    reveal(story)
    story.says("finn", "StartStep", step=id_of("group"))
    fields = {"step": id_of("group"), "notes": (id_of("nada"), id_of("nbo"))}
    story.says("finn", "AddCluster", id=id_of("pair"), **fields)
    first = min(story.place.all(Note), key=lambda note: note.place)
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    return story, first


def dissolve(story):
    story.says("finn", "StartStep", step=id_of("group"))
    story.says("finn", "RemoveCluster", cluster=id_of("pair"))


@pytest.mark.rule("M2")
def test_a_cluster_has_its_words_back_when_its_note_is_shown_again_elsewhere(voted):
    story, first = voted
    story.says("finn", "HideNote", note=first.id, reason="It names a patient")
    held = titles(story)
    dissolve(story)
    story.says("finn", "ShowNote", note=first.id)
    assert (held, titles(story)) == ([[""], []], [[first.text], []])


@pytest.mark.rule("M2")
def test_a_cluster_loses_the_words_of_a_note_that_had_left_it(voted):
    story, first = voted
    dissolve(story)
    story.says("finn", "HideNote", note=first.id, reason="It names a patient")
    assert titles(story) == [[""], []]


@pytest.mark.rule("M2")
def test_a_vote_of_a_later_cycle_loses_the_words_with_the_note_it_carried_on(story):
    reveal(story)
    story.says("finn", "StartStep", step=id_of("promise"))
    story.says("finn", "StartCycle", id=id_of("again"), notes=(id_of("nada"),))
    last = max((it for it in story.place.all(Step) if it.layout == "vote"), key=lambda it: it.place)
    story.says("finn", "StartStep", step=last.id)
    story.says("finn", "OpenVote", id=id_of("round"), step=last.id)
    before = titles(story)

    hide(story)
    held = titles(story)
    story.says("finn", "ShowNote", note=id_of("nada"))

    assert (before, held, titles(story)) == ([["By ada"], []], [[""], []], before)


@pytest.mark.rule("M2")
def test_what_is_shown_again_outlives_the_seal_with_its_latest_words(story):
    reveal(story)
    hide(story, "ReturnNote")
    story.says("ada", "ChangeNote", note=id_of("nada"), text="By a nurse")
    story.says("finn", "ShowNote", note=id_of("nada"))
    owner = note(story).owner
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()
    assert (note(story).text, owner in repr(story.entries)) == ("By a nurse", False)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("M2")
def test_a_held_note_that_its_writer_takes_away_leaves_nothing(story):
    hide(story)
    story.says("ada", "RemoveNote", note=id_of("nada"))
    assert note(story) is None
    reveal(story)
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    assert "By ada" not in repr(story.entries)
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("M3")
def test_each_act_is_on_record_for_facilitators_alone(story):
    hide(story)
    assert hide(story) == []
    hide(story, "ReturnNote", "Without the name, please")
    story.says("finn", "ShowNote", note=id_of("nada"))
    acts = [(each.act, each.reason, each.who) for each in story.place.all(Moderation)]
    assert acts == [
        ("hide", "It names a patient", "Finn"),
        ("return", "Without the name, please", "Finn"),
        ("show", "", "Finn"),
    ]
    (first, *_) = story.place.all(Moderation)
    seen = {role for role in READERS.values() if view(first, Viewer(role=role))}
    assert seen == {"facilitator"}


@pytest.mark.rule("M1")
def test_moderating_needs_a_reason_and_a_facilitator(story):
    held = {"note": id_of("nada"), "reason": " "}
    for kind in ("HideNote", "ReturnNote"):
        assert refusal(story, "finn", kind, **held) == ("empty", "reason")
        assert refusal(story, "bo", kind, **held) == ("forbidden", "")
        long = {**held, "reason": "x" * 300}
        assert refusal(story, "finn", kind, **long) == ("too_long", "reason")
    assert refusal(story, "bo", "ShowNote", note=id_of("nada")) == ("forbidden", "")


@pytest.mark.rule("M1")
@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"readers": "author"}, "no_such_note"),
        ({"readers": "facilitator"}, "not_moderated"),
    ],
)
def test_before_the_reveal_only_what_was_said_to_be_moderated(wish, code):
    story = Story().joins("ada").joins("finn", role="facilitator")
    story.says("finn", "ChangeStep", step=id_of("write"), **wish)
    story.says("finn", "StartStep", step=id_of("write"))
    given = {"step": id_of("write"), "type": "idea", "text": "Mine"}
    story.says("ada", "AddNote", id=id_of("nada"), **given)
    held = {"note": id_of("nada"), "reason": "Why not"}
    assert refusal(story, "finn", "HideNote", **held) == (code, "note")
    assert refusal(story, "finn", "ReturnNote", **held) == (code, "note")
    assert refusal(story, "finn", "ShowNote", note=id_of("nada")) == (code, "note")
    nothing = {"note": id_of("nothing"), "reason": "Why not"}
    assert refusal(story, "finn", "HideNote", **nothing) == ("no_such_note", "note")


@pytest.mark.rule("M1")
def test_after_the_seal_nobody_can_change_a_note_but_it_can_be_hidden(story):
    reveal(story)
    story.says("finn", "SealStep", step=id_of("write"))
    held = {"note": id_of("nada"), "reason": "It names a patient"}
    assert refusal(story, "finn", "ReturnNote", **held) == ("step_sealed", "note")
    hide(story)
    assert readers(story) == {"finn"}
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert readers(story) == set(READERS)


@pytest.mark.rule("M1")
def test_no_count_of_the_step_tells_the_board_that_a_note_is_held(story):
    told = counts(story.place)["hidden"]
    hide(story)
    assert counts(story.place)["hidden"] == told == 2
    reveal(story)
    assert (counts(story.place)["hidden"], counts(story.place)["writers"]) == (0, 0)
    story.says("finn", "HideNote", note=id_of("nbo"), reason="It names a patient")
    assert counts(story.place)["hidden"] == 0


@pytest.mark.rule("R4")
def test_the_count_of_notes_is_of_those_that_stand_on_the_board(story):
    reveal(story)
    hide(story)
    assert counts(story.place)["notes"] == 1
    story.says("finn", "ShowNote", note=id_of("nada"))
    assert counts(story.place)["notes"] == 2
