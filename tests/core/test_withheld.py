"""Words that are hidden go from everything that took them, and no undo brings them back."""

import json

import pytest

from tests.core.story import Story, id_of, records, replayed, step
from workshop.core.agenda import in_order
from workshop.core.changes import shared_records
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.rows import Row
from workshop.core.setup import Field, Setup
from workshop.export.report import report

WORDS = "Nurse Holm fell"
FIELDS = (Field(id="what", title="What"), Field(id="cost", title="Cost"))
STEPS = (
    step("write", 0, "wall", "open", types=("idea",)),
    step("group", 1, "clusters", "integrate", source=id_of("write")),
    step("table", 2, "table", "close", source=id_of("group"), setup=Setup(fields=FIELDS)),
    step("vote", 3, "vote", "close", source=id_of("table"), top=1),
)
GROUP, TABLE = {"step": id_of("group")}, {"step": id_of("table")}


def parked_and_carried_on(story):
    story.says("ada", "ParkNote", id=id_of("later"), text="Nurse Holm again")
    goes_to(story, "group")
    story.says("finn", "StartCycle", id=id_of("again"), parked=(id_of("later"),))


@pytest.fixture
def story():
    told = Story(STEPS).joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word, text in (("first", WORDS), ("second", "Somebody else")):
        given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": text}
        told.says("ada", "AddNote", **given)
    return told


def goes_to(story, where):
    story.says("finn", "StartStep", step=id_of(where))


def takes_row(story, about, who="bo", where=TABLE):
    goes_to(story, "table")
    story.says(who, "AddRow", id=id_of("row"), cells={}, about=about, **where)


def piles_up(story, word, *notes, title=""):
    fields = {"id": id_of(word), "title": title, "notes": tuple(map(id_of, notes))}
    story.says("finn", "AddCluster", **fields, **GROUP)


def copies(story):
    """The first note lies in a cluster, and its copy in another one without a name."""
    goes_to(story, "group")
    piles_up(story, "one", "first", title="One")
    piles_up(story, "two")
    to = {"note": id_of("first"), "cluster": id_of("two"), **GROUP}
    story.says("bo", "CopyNote", id=id_of("copy"), **to)


def carries(story):
    story.says("finn", "StartCycle", id=id_of("again"), notes=(id_of("first"),))


def hide(story, word="first"):
    story.says("finn", "HideNote", note=id_of(word), reason="It names a nurse")


def says_it(story, words=WORDS):
    """Who still reads the words somewhere: all of a room but the facilitators, and the report."""
    shared = {role: shared_records(story.place, role) for role in ("participant", "board")}
    told = {role: json.dumps(held) for role, held in shared.items()}
    told["report"] = repr(report(story.place))
    return {reader for reader, text in told.items() if words in text}


EVERYONE = {"participant", "board", "report"}


def about_the_note(story):
    takes_row(story, id_of("first"))


def about_a_copy(story):
    copies(story)
    takes_row(story, id_of("copy"))


def about_a_copy_that_is_gone(story):
    about_a_copy(story)
    goes_to(story, "group")
    story.says("bo", "MoveNote", note=id_of("copy"), cluster=id_of("one"), **GROUP)
    assert story.place.get(Note, id_of("copy")) is None


def about_a_cluster_of_a_copy(story):
    copies(story)
    takes_row(story, id_of("two"))


def about_what_a_cycle_carried_on(story):
    carries(story)
    (carried,) = [it for it in story.place.all(Note) if it.carried]
    table = next(it for it in in_order(story.place) if it.cycle == 2 and it.layout == "table")
    story.says("finn", "StartStep", step=table.id)
    row = {"id": id_of("row"), "step": table.id, "cells": {}, "about": carried.id}
    story.says("bo", "AddRow", **row)


def about_a_cluster_that_it_has_left(story):
    goes_to(story, "group")
    piles_up(story, "one", "first", "second")
    takes_row(story, id_of("one"))
    goes_to(story, "group")
    story.says("bo", "MoveNote", note=id_of("first"), cluster="", **GROUP)


def edited_since(story):
    takes_row(story, id_of("first"))
    story.says("ada", "ChangeNote", note=id_of("first"), text=f"{WORDS} twice")


def in_a_field_that_is_not_the_first_any_more(story):
    takes_row(story, id_of("first"))
    setup = Setup(fields=FIELDS[::-1])
    story.says("finn", "ChangeStep", step=id_of("table"), setup=setup)


def kept_and_voted_on(story):
    about_a_copy(story)
    story.says("finn", "ChooseItem", item=id_of("row"), choice="keep", **TABLE)
    goes_to(story, "vote")
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))


def voted_on_by_a_copy_that_is_gone(story):
    copies(story)
    goes_to(story, "vote")
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"))
    goes_to(story, "group")
    story.says("bo", "MoveNote", note=id_of("copy"), cluster=id_of("one"), **GROUP)


def carried_on_from_a_copy_that_is_gone(story):
    copies(story)
    story.says("finn", "StartCycle", id=id_of("again"), notes=(id_of("copy"),))
    story.says("bo", "MoveNote", note=id_of("copy"), cluster=id_of("one"), **GROUP)


TAKEN = (
    about_the_note,
    about_a_copy,
    about_a_copy_that_is_gone,
    about_a_cluster_of_a_copy,
    about_what_a_cycle_carried_on,
    about_a_cluster_that_it_has_left,
    edited_since,
    in_a_field_that_is_not_the_first_any_more,
    kept_and_voted_on,
    voted_on_by_a_copy_that_is_gone,
    carried_on_from_a_copy_that_is_gone,
)


@pytest.mark.rule("M2")
@pytest.mark.parametrize("taken", TAKEN)
def test_hidden_words_go_from_all_that_took_them_and_come_back_with_the_note(story, taken):
    taken(story)
    before = says_it(story)

    hide(story)
    held = says_it(story)
    story.says("finn", "ShowNote", note=id_of("first"))

    assert (before, held, says_it(story)) == (EVERYONE, set(), EVERYONE)
    assert records(replayed(story.entries)) == records(story.place)


def cells(story):
    return story.place.get(Row, id_of("row")).cells


@pytest.mark.rule("M2")
def test_what_was_written_in_place_of_a_notes_words_stays_when_it_is_hidden(story):
    takes_row(story, id_of("first"))
    story.says("finn", "ChangeRow", row=id_of("row"), cells={"what": "A fall", "cost": "40"})

    hide(story)
    held = cells(story)
    story.says("finn", "ShowNote", note=id_of("first"))

    assert held == cells(story) == {"what": "A fall", "cost": "40"}


@pytest.mark.rule("M2")
def test_a_row_that_says_of_itself_what_a_note_says_loses_no_other_cell(story):
    takes_row(story, id_of("first"))
    story.says("finn", "ChangeRow", row=id_of("row"), cells={"cost": "40"})

    hide(story)

    assert cells(story) == {"what": "", "cost": "40"}


@pytest.mark.rule("M2")
def test_a_row_from_before_it_was_kept_whose_words_it_has_is_known_by_them(story):
    takes_row(story, id_of("first"))
    before_quotes(story)

    hide(story)
    held = says_it(story)
    story.says("finn", "ShowNote", note=id_of("first"))

    assert (held, says_it(story)) == (set(), EVERYONE)


def before_quotes(story):
    import msgspec

    row = story.place.get(Row, id_of("row"))
    story.place.put(msgspec.structs.replace(row, quotes={}))


def last(story):
    return max(deed.id for deed in story.place.all(Deed))


def undo(story, deed=""):
    story.says("finn", "Undo", deed=deed or last(story))


def refused(story, deed):
    with pytest.raises(Refused) as error:
        undo(story, deed)
    return error.value.code


def carried(story):
    carries(story)
    undo(story)


def carried_with_its_cluster(story):
    goes_to(story, "group")
    piles_up(story, "one", "first")
    story.says("finn", "StartCycle", id=id_of("again"), clusters=(id_of("one"),))
    undo(story)


def row_taken_away(story):
    takes_row(story, id_of("first"))
    story.says("finn", "RemoveRow", row=id_of("row"))


def row_of_a_cluster_taken_away(story):
    about_a_cluster_that_it_has_left(story)
    story.says("finn", "RemoveRow", row=id_of("row"))


def row_changed(story):
    takes_row(story, id_of("first"))
    story.says("finn", "ChangeRow", row=id_of("row"), cells={"what": "A fall"})


def row_undone(story):
    takes_row(story, id_of("first"), "finn")
    undo(story)


def choice_let_go(story):
    goes_to(story, "table")
    for choice in ("keep", ""):
        story.says("finn", "ChooseItem", item=id_of("first"), choice=choice, **TABLE)


def choice_of_a_row_let_go(story):
    takes_row(story, id_of("first"))
    for choice in ("keep", ""):
        story.says("finn", "ChooseItem", item=id_of("row"), choice=choice, **TABLE)


UNDONE = (
    carried,
    carried_with_its_cluster,
    row_taken_away,
    row_of_a_cluster_taken_away,
    row_changed,
    row_undone,
    choice_let_go,
    choice_of_a_row_let_go,
)


def withdraw(story):
    story.says("ada", "RemoveNote", note=id_of("first"))


def correct(story):
    story.says("ada", "ChangeNote", note=id_of("first"), text="A nurse fell")


@pytest.mark.rule("U3", "U4")
@pytest.mark.parametrize("withhold", [hide, withdraw, correct])
@pytest.mark.parametrize("undone", UNDONE)
def test_an_undo_brings_no_words_back_that_were_withheld_since(story, undone, withhold):
    undone(story)
    deed = last(story)
    withhold(story)
    before = says_it(story)

    assert refused(story, deed) == "changed_since"
    assert says_it(story) == before


@pytest.mark.rule("U2")
@pytest.mark.parametrize("undone", UNDONE)
def test_what_is_read_by_all_comes_back(story, undone):
    undone(story)
    hide(story, "second")

    undo(story, max(it.id for it in story.place.all(Deed) if it.did != "HideNote"))

    assert says_it(story) == EVERYONE


@pytest.mark.rule("U3")
def test_a_row_from_before_it_was_kept_whose_words_it_has_does_not_bring_hidden_ones_back(story):
    takes_row(story, id_of("first"))
    before_quotes(story)
    story.says("finn", "RemoveRow", row=id_of("row"))
    removed = last(story)
    hide(story)

    assert refused(story, removed) == "changed_since"


def test_a_thought_that_was_taken_back_comes_back_in_no_cycle(story):
    parked_and_carried_on(story)
    undo(story)
    undone = last(story)
    story.says("ada", "RemoveParked", parked=id_of("later"))

    assert refused(story, undone) == "changed_since"
    assert says_it(story, "Nurse Holm again") == set()


def test_a_thought_that_is_hidden_is_hidden_where_a_cycle_has_taken_it_on(story):
    parked_and_carried_on(story)
    hide(story, "later")
    assert says_it(story, "Nurse Holm again") == set()

    story.says("finn", "ShowNote", note=id_of("later"))
    (carried,) = [note for note in story.place.all(Note) if note.carried]
    assert (carried.readers, carried.held) == ("all", "")
    assert says_it(story, "Nurse Holm again") == EVERYONE
