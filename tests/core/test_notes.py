"""Notes: private until revealed, shuffled by the reveal, nobody's after the seal."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.messages import Refused
from workshop.core.notes import Authorship, Note, NoteAdded, NoteRemoved, NotesRevealed


@pytest.fixture
def story():
    told = Story().joins("ada", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    return told


def write(story, person, word, text="A thought", **fields):
    given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": text, **fields}
    return story.says(person, "AddNote", **given)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def note(story, word):
    return story.place.get(Note, id_of(word))


def test_a_private_note_is_signed_with_a_pseudonym(story):
    (added,) = write(story, "ada", "first")
    assert added == NoteAdded(
        note=Note(
            id=id_of("first"),
            step=id_of("write"),
            type="idea",
            text="A thought",
            readers="author",
            place=0,
            owner=added.note.owner,
        )
    )
    assert added.note.owner in story.names(id_of("ada"))
    assert id_of("ada") not in repr(story.entries[-1])


def test_a_named_step_signs_with_the_name(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    write(story, "ada", "hi", step=id_of("hello"), type="hello")
    assert (note(story, "hi").name, note(story, "hi").readers) == ("Ada", "all")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "  \u200b "}, ("empty", "text")),
        ({"text": "x" * 281}, ("too_long", "text")),
        ({"text": "👩‍👩‍👧‍👦" * 281}, ("too_long", "text")),
        ({"type": "hello"}, ("no_such_type", "type")),
        ({"step": id_of("group")}, ("step_closed", "text")),
        ({"step": id_of("nowhere")}, ("no_such_step", "step")),
        ({"parent": id_of("nothing")}, ("no_such_note", "parent")),
    ],
)
def test_a_bad_note_changes_nothing(story, fields, code):
    given = {"id": id_of("bad"), "step": id_of("write"), "type": "idea", "text": "ok", **fields}
    assert refusal(story, "ada", "AddNote", **given) == code
    assert note(story, "bad") is None


def test_as_many_signs_as_people_count(story):
    write(story, "ada", "family", text="👩‍👩‍👧‍👦" * 100)
    assert note(story, "family").text == "👩‍👩‍👧‍👦" * 100


def test_only_the_author_changes_a_note(story):
    write(story, "ada", "first")
    assert refusal(story, "bo", "ChangeNote", note=id_of("first"), text="Mine") == (
        "no_such_note",
        "note",
    )
    story.says("ada", "ChangeNote", note=id_of("first"), text="Better", type="need")
    assert (note(story, "first").text, note(story, "first").type) == ("Better", "need")


def test_the_author_removes_a_note(story):
    write(story, "ada", "first")
    (removed,) = story.says("ada", "RemoveNote", note=id_of("first"))
    assert removed == NoteRemoved(step=id_of("write"), note=id_of("first"), hidden=True)
    assert (note(story, "first"), story.place.get(Authorship, id_of("first"))) == (None, None)


def test_the_reveal_shows_all_at_once_in_an_order_of_chance(story):
    words = [f"note{number}" for number in range(8)]
    for word in words:
        write(story, "ada", word)
    (revealed,) = story.says("finn", "RevealNotes", step=id_of("write"))
    shown = [one.id for one in revealed.notes]
    assert sorted(shown) == sorted(map(id_of, words))
    assert shown != list(map(id_of, words))
    assert [one.place for one in revealed.notes] == list(range(1, 9))
    assert {one.readers for one in story.place.all(Note)} == {"all"}


def test_after_the_reveal_a_note_is_seen_at_once_and_may_be_built_on(story):
    write(story, "ada", "first")
    story.says("finn", "RevealNotes", step=id_of("write"))
    write(story, "bo", "built", parent=id_of("first"))
    assert (note(story, "built").readers, note(story, "built").parent) == ("all", id_of("first"))


def test_nobody_builds_on_what_is_hidden(story):
    write(story, "ada", "first")
    given = {"id": id_of("b"), "step": id_of("write"), "type": "idea", "text": "And"}
    parent = id_of("first")
    assert refusal(story, "bo", "AddNote", **given, parent=parent) == ("no_such_note", "parent")
    assert refusal(story, "ada", "AddNote", **given, parent=parent) == ("not_revealed", "parent")


def test_nothing_to_reveal(story):
    assert refusal(story, "finn", "RevealNotes", step=id_of("write")) == (
        "nothing_to_reveal",
        "step",
    )


def test_a_sealed_note_is_nobodys(story):
    write(story, "ada", "first")
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "SealStep", step=id_of("write"))
    assert note(story, "first").owner == ""
    assert refusal(story, "ada", "ChangeNote", note=id_of("first"), text="Late") == (
        "not_yours",
        "note",
    )


def test_what_is_hidden_cannot_be_sealed(story):
    write(story, "ada", "first")
    assert refusal(story, "finn", "SealStep", step=id_of("write")) == ("not_revealed", "step")


def test_a_locked_step_takes_no_notes(story):
    story.says("finn", "LockStep", step=id_of("write"), locked=True)
    given = {"id": id_of("late"), "step": id_of("write"), "type": "idea", "text": "Late"}
    assert refusal(story, "ada", "AddNote", **given) == ("step_locked", "text")


def test_fifty_notes_a_person_a_step(story):
    for number in range(50):
        write(story, "ada", f"n{number}")
    given = {"id": id_of("n50"), "step": id_of("write"), "type": "idea", "text": "One more"}
    assert refusal(story, "ada", "AddNote", **given) == ("too_many_notes", "text")
    write(story, "bo", "n51")


def test_a_note_that_came_too_late_is_parked(story):
    write(story, "ada", "first")
    story.says("finn", "StartStep", step=id_of("group"))
    given = {"id": id_of("late"), "step": id_of("write"), "type": "idea", "text": "Late"}
    assert refusal(story, "ada", "AddNote", **given) == ("step_closed", "text")
    story.says("ada", "ParkNote", id=id_of("late"), text="Late")
    assert id_of("ada") not in repr(story.entries[-1])


def test_closing_leaves_out_what_the_room_never_saw(story):
    write(story, "ada", "shown")
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("hello"))
    closed = Story().joins("ada").joins("finn", role="facilitator")
    closed.says("finn", "StartStep", step=id_of("write"))
    write(closed, "ada", "unseen")
    closed.says("finn", "CloseWorkshop")
    assert note(closed, "unseen") is None


def test_closing_may_reveal_first(story):
    write(story, "ada", "unseen")
    events = story.says("finn", "CloseWorkshop", reveal=(id_of("write"),))
    assert isinstance(events[0], NotesRevealed)
    assert (note(story, "unseen").readers, note(story, "unseen").owner) == ("all", "")


def test_the_place_finds_notes_by_owner(story):
    write(story, "ada", "first")
    write(story, "bo", "second")
    write(story, "ada", "third")

    owner = note(story, "first").owner

    found = {one.id for one in story.place.owned_by(owner, Note)}
    assert found == {id_of("first"), id_of("third")}
