"""Blanking: what the log forgets is forgotten, and what the room saw is still there on replay."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import Story, id_of, records, replayed
from tests.core.wander import told, told_again, told_apart, wander
from workshop.core.notes import Note
from workshop.core.wire import decode_events, encode_events


@pytest.mark.parametrize("begun", [told, told_again])
@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_blanked_log_replays_to_the_same_place(begun, rng):
    replays_to_the_same_place(begun(), rng)


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_so_it_does_where_groups_work_apart(rng):
    replays_to_the_same_place(told_apart(), rng)


def replays_to_the_same_place(story, rng):
    for _ in range(40):
        wander(rng, story)
        story.end_keys()
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.parametrize("seed", range(6))
def test_events_survive_the_log(seed):
    rng, story = Random(seed), told()
    for _ in range(80):
        wander(rng, story)
    for entry in story.entries:
        assert decode_events(encode_events(entry.events)) == entry.events


def sealed() -> tuple[Story, set[str]]:
    """A step written, changed, revealed, added to and sealed; and the pseudonyms it knew."""
    story = told()
    story.says("finn", "StartStep", step=id_of("write"))
    for who, word in (("ada", "first"), ("bo", "second"), ("bo", "taken")):
        given_fields = {"id": id_of(word), "step": id_of("write"), "type": "idea"}
        story.says(who, "AddNote", **given_fields, text=f"Draft of {word}")
    story.says("ada", "ChangeNote", note=id_of("first"), text="Shown by ada")
    story.says("bo", "RemoveNote", note=id_of("taken"))
    names = {note.owner for note in story.place.all(Note)}
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "SealStep", step=id_of("write"))
    story.end_keys()
    return story, names


def test_a_sealed_step_keeps_no_draft_no_order_and_no_author():
    story, names = sealed()
    log = repr(story.entries)
    assert "Shown by ada" in log
    assert not [trace for trace in (*names, "Draft of first", "Draft of taken") if trace in log]
    scoped = [entry for entry in story.entries if entry.scope == id_of("write")]
    assert {(entry.by, entry.op) for entry in scoped} == {("", "")}
    assert not [entry for entry in scoped if id_of("first") in repr(entry.events)]


def test_a_closed_vote_keeps_totals_only():
    story, _ = sealed()
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"), budget=3, per_item=3)
    cast = {"round": id_of("round"), "item": id_of("first")}
    story.says("ada", "CastVote", **cast, dots=3)
    (owner,) = {entry.by for entry in story.entries if entry.scope == id_of("round")}
    story.says("finn", "CloseVote", round=id_of("round"))
    story.end_keys()
    ballots = [entry for entry in story.entries if entry.scope == id_of("round")]
    assert owner not in repr(story.entries)
    assert [(entry.by, entry.op) for entry in ballots] == [("", "")]
    assert id_of("first") not in repr(ballots)


def test_what_was_never_shown_is_gone_from_the_log_when_the_workshop_closes():
    story = told()
    story.says("finn", "StartStep", step=id_of("write"))
    given_fields = {"id": id_of("secret"), "step": id_of("write"), "type": "idea"}
    story.says("ada", "AddNote", **given_fields, text="Never shown")
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    assert "Never shown" not in repr(story.entries)
    assert story.keys == {}
