"""Columns: several prompts side by side, and what a note says of itself beside its words."""

import msgspec
import pytest

from tests.core.story import Story, id_of, records, replayed, step
from workshop.core.messages import Refused
from workshop.core.notes import Note, NoteChanged
from workshop.core.setup import Column, Setup
from workshop.core.sorting import NoteSorted
from workshop.core.view import Viewer, view
from workshop.core.wire import decode_events

FOUR = Setup(
    columns=(
        Column(id="works", title="Works now"),
        Column(id="hurts", title="Hurts now", type="problem"),
        Column(id="fear", title="We fear", type="worry"),
    ),
    roles=("A neighbour", "The next shift"),
    evidence=True,
)
STEPS = (
    step(
        "now",
        0,
        "columns",
        "open",
        types=("idea", "problem"),
        visibility="private",
        anonymous=True,
        setup=FOUR,
    ),
    step("sort", 1, "columns", "integrate", source=id_of("now"), setup=FOUR),
    step("wall", 2, "wall", "open", types=("idea",)),
)


@pytest.fixture
def story():
    told = Story(STEPS).joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("now"))
    return told


def write(story, person, word, **fields):
    given = {"id": id_of(word), "step": id_of("now"), "type": "idea", "text": word, **fields}
    return story.says(person, "AddNote", **given)


def note(story, word):
    return story.place.get(Note, id_of(word))


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def sorting(story):
    """Two notes of Ada's, shown, and the room in the step that sorts them."""
    write(story, "ada", "lists")
    write(story, "ada", "doors", column="hurts")
    story.says("finn", "RevealNotes", step=id_of("now"))
    story.says("finn", "StartStep", step=id_of("sort"))


@pytest.mark.rule("K1")
def test_a_note_lies_in_the_first_column_where_none_is_named(story):
    write(story, "ada", "lists")

    assert note(story, "lists").column == "works"


def test_a_column_gives_its_type_to_what_is_written_in_it(story):
    write(story, "ada", "lists", column="hurts")
    write(story, "ada", "weekend", column="fear")

    assert (note(story, "lists").type, note(story, "weekend").type) == ("problem", "idea")


def test_a_note_says_how_its_writer_knows_it_and_as_whom_it_was_written(story):
    write(story, "ada", "lists", evidence="heard", role="A neighbour")

    assert (note(story, "lists").evidence, note(story, "lists").role) == ("heard", "A neighbour")
    assert id_of("ada") not in repr(story.entries[-1])


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"column": "elsewhere"}, ("no_such_column", "column")),
        ({"role": "The king"}, ("no_such_role", "role")),
    ],
)
def test_what_the_step_does_not_have_is_refused(story, fields, code):
    given = {"id": id_of("bad"), "step": id_of("now"), "type": "idea", "text": "ok", **fields}

    assert refusal(story, "ada", "AddNote", **given) == code
    assert note(story, "bad") is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"column": "works"}, ("no_such_column", "column")),
        ({"evidence": "seen"}, ("no_evidence_here", "evidence")),
        ({"role": "A neighbour"}, ("no_such_role", "role")),
    ],
)
def test_a_plain_wall_takes_none_of_it(story, fields, code):
    story.says("finn", "StartStep", step=id_of("wall"))
    given = {"id": id_of("bad"), "step": id_of("wall"), "type": "idea", "text": "ok", **fields}

    assert refusal(story, "ada", "AddNote", **given) == code


@pytest.mark.rule("K2")
def test_a_writer_moves_the_own_note_while_it_is_hidden_and_leaves_no_trace(story):
    write(story, "ada", "lists")
    changed = story.says(
        "ada", "ChangeNote", note=id_of("lists"), column="hurts", role="The next shift"
    )

    assert changed == [
        NoteChanged(
            step=id_of("now"),
            note=id_of("lists"),
            text="lists",
            type="problem",
            hidden=True,
            column="hurts",
            role="The next shift",
        )
    ]
    assert story.entries[-1].scope == id_of("now")
    assert all(
        kind != "deed" or it.did != "ChangeNote" for (kind, _), it in records(story.place).items()
    )


def test_a_change_of_words_alone_keeps_the_column_and_the_marks(story):
    write(story, "ada", "lists", column="hurts", evidence="seen", role="A neighbour")
    story.says("ada", "ChangeNote", note=id_of("lists"), text="Two lists")

    assert note(story, "lists") == Note(
        id=id_of("lists"),
        step=id_of("now"),
        type="problem",
        text="Two lists",
        column="hurts",
        evidence="seen",
        role="A neighbour",
        readers="author",
        owner=note(story, "lists").owner,
    )


@pytest.mark.rule("K1")
def test_what_a_note_had_stays_good_when_the_step_is_planned_otherwise(story):
    write(story, "ada", "lists", column="hurts", role="A neighbour")
    story.says("finn", "ChangeStep", step=id_of("now"), setup=Setup(columns=FOUR.columns[:1]))
    story.says("ada", "ChangeNote", note=id_of("lists"), text="Two lists", type="idea")

    assert (note(story, "lists").column, note(story, "lists").role) == ("hurts", "A neighbour")
    assert refusal(story, "ada", "ChangeNote", note=id_of("lists"), column="fear") == (
        "no_such_column",
        "column",
    )


def test_nobody_else_sees_column_and_marks_before_the_reveal(story):
    write(story, "ada", "lists", column="hurts", evidence="seen", role="A neighbour")
    others = [Viewer(role=role) for role in ("facilitator", "participant", "board")]

    assert [view(note(story, "lists"), viewer) for viewer in others] == [None, None, None]


@pytest.mark.rule("K2")
def test_any_hand_sorts_what_the_room_makes_sense_of_and_the_last_move_holds(story):
    sorting(story)
    story.says("bo", "SortNote", step=id_of("sort"), note=id_of("lists"), column="fear")
    moved = story.says("finn", "SortNote", step=id_of("sort"), note=id_of("lists"), column="hurts")

    assert moved == [NoteSorted(note=id_of("lists"), column="hurts", type="idea")]
    assert note(story, "lists").column == "hurts"
    assert (
        story.says("bo", "SortNote", step=id_of("sort"), note=id_of("lists"), column="hurts") == []
    )


def test_a_note_that_is_sorted_takes_the_type_of_its_column():
    typed = (
        STEPS[0],
        step(
            "sort",
            1,
            "columns",
            "integrate",
            source=id_of("now"),
            setup=FOUR,
            types=("idea", "problem"),
        ),
    )
    story = Story(typed).joins("ada", "bo").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("now"))
    sorting(story)

    story.says("bo", "SortNote", step=id_of("sort"), note=id_of("lists"), column="hurts")

    assert note(story, "lists").type == "problem"


@pytest.mark.rule("K2")
def test_where_only_writing_goes_on_a_facilitator_alone_sorts(story):
    write(story, "ada", "lists")
    move = {"step": id_of("now"), "note": id_of("lists"), "column": "hurts"}

    assert refusal(story, "finn", "SortNote", **move) == ("no_such_note", "note")

    story.says("finn", "RevealNotes", step=id_of("now"))

    assert refusal(story, "bo", "SortNote", **move) == ("no_sorting_here", "step")
    story.says("finn", "SortNote", **move)
    assert note(story, "lists").column == "hurts"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"column": "elsewhere"}, ("no_such_column", "column")),
        ({"step": id_of("now")}, ("step_closed", "")),
        ({"note": id_of("nothing")}, ("no_such_note", "note")),
    ],
)
def test_a_move_that_cannot_be_is_refused(story, fields, code):
    sorting(story)
    move = {"step": id_of("sort"), "note": id_of("lists"), "column": "hurts", **fields}

    assert refusal(story, "bo", "SortNote", **move) == code


def test_a_locked_step_holds_its_notes_where_they_are(story):
    sorting(story)
    story.says("finn", "LockStep", step=id_of("sort"), locked=True, what="moving")
    move = {"step": id_of("sort"), "note": id_of("lists"), "column": "hurts"}

    assert refusal(story, "bo", "SortNote", **move) == ("step_locked", "")


def test_a_move_is_taken_back_by_who_made_it(story):
    sorting(story)
    story.says("bo", "SortNote", step=id_of("sort"), note=id_of("lists"), column="hurts")
    (deed,) = (
        it
        for (kind, _), it in records(story.place).items()
        if kind == "deed" and it.did == "SortNote"
    )
    story.says("bo", "Undo", deed=deed.id)

    assert (deed.about, note(story, "lists").column) == (id_of("lists"), "works")


def test_after_the_seal_column_and_marks_stand_and_the_writer_is_nobody(story):
    write(story, "ada", "lists", column="hurts", evidence="seen", role="A neighbour")
    pseudonym = note(story, "lists").owner
    story.says("finn", "RevealNotes", step=id_of("now"))
    story.says("finn", "SealStep", step=id_of("now"))
    story.end_keys()
    told = replayed(story.entries)

    assert records(told) == records(story.place)
    sealed = told.get(Note, id_of("lists"))
    assert (sealed.column, sealed.evidence, sealed.role) == ("hurts", "seen", "A neighbour")
    assert (sealed.owner, pseudonym in repr(story.entries)) == ("", False)


def test_a_note_that_was_changed_in_an_older_log_has_no_column():
    old = '[{"kind":"NoteChanged","step":"s","note":"n","text":"t","type":"idea","hidden":false}]'

    assert decode_events(old) == (
        NoteChanged(step="s", note="n", text="t", type="idea", hidden=False),
    )


def test_nothing_is_counted_note_by_note():
    """An early liking pulls the later ones after it, also where nobody knows whose it was: so there is none."""
    fields = {field.name: field.type for field in msgspec.structs.fields(Note)}

    assert {name for name, kind in fields.items() if kind is int} <= {"place", "moves"}
