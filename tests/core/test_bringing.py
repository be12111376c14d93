"""A facilitator brings in notes from elsewhere: for all to see, nobody's, and taken back together."""

import pytest

from tests.core.story import MINI, Story, id_of, records
from workshop.core.bringing import BroughtNote
from workshop.core.clusters import Cluster
from workshop.core.history import Deed
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.notes import Authorship, Note
from workshop.core.setup import Column, Setup
from workshop.core.view import Viewer, view

GROUP, WRITE = id_of("group"), id_of("write")
CALL = BroughtNote(text="Call the day after", type="idea", cluster=0)
LIST = BroughtNote(text="One  list", type="need")
MIXED = {"notes": (CALL, LIST), "clusters": ("Calls",)}


@pytest.fixture
def story():
    return Story(MINI).joins("ada").joins("finn", role="facilitator")


def brings(story, person="finn", **fields):
    return story.says(person, "BringIn", **{"step": GROUP, **fields})


def refusal(story, **fields):
    before = records(story.place)
    with pytest.raises(Refused) as refused:
        brings(story, **fields)
    assert records(story.place) == before
    return refused.value.code


def there(story):
    return {(note.text, note.cluster) for note in story.place.all(Note)}


@pytest.mark.rule("O4")
def test_notes_come_in_clusters_marked_and_are_nobodys(story):
    brings(story, **MIXED)

    (pile,) = story.place.all(Cluster)
    call, one = story.place.all(Note)
    assert pile == Cluster(id=pile.id, step=GROUP, title="Calls", place=0)
    assert call == Note(
        id=call.id,
        step=GROUP,
        type="idea",
        text="Call the day after",
        cluster=pile.id,
        place=call.place,
        brought=True,
    )
    assert (one.text, one.cluster, one.place) == ("One list", "", call.place + 1)
    assert list(story.place.all(Authorship)) == []


@pytest.mark.rule("O4")
def test_everyone_sees_at_once_what_came_and_nobody_is_named(story):
    brings(story, **MIXED)

    for role in ("facilitator", "participant", "board"):
        sent = [view(note, Viewer(role=role)) for note in story.place.all(Note)]
        assert [note["text"] for note in sent] == ["Call the day after", "One list"]
        assert all(note["name"] == "" and "owner" not in note for note in sent)


@pytest.mark.rule("O4")
def test_beside_what_waits_for_its_reveal_nothing_comes_in(story):
    assert refusal(story, step=WRITE, notes=(LIST,)) == "hidden_until_reveal"
    story.says("finn", "StartStep", step=WRITE)
    story.says("ada", "AddNote", id=id_of("own"), step=WRITE, type="idea", text="Mine")
    assert refusal(story, step=WRITE, notes=(LIST,)) == "hidden_until_reveal"

    story.says("finn", "RevealNotes", step=WRITE)
    brings(story, step=WRITE, notes=(LIST,))

    assert there(story) == {("Mine", ""), ("One list", "")}


def test_a_title_that_is_there_already_is_that_cluster(story):
    brings(story, **MIXED)
    (pile,) = story.place.all(Cluster)

    more = tuple(BroughtNote(text=text, type="idea", cluster=n) for n, text in enumerate("ab"))
    brings(story, notes=more, clusters=("Calls ", "New"))

    assert [it.title for it in story.place.all(Cluster)] == ["Calls", "New"]
    assert ("a", pile.id) in there(story)


def test_a_note_goes_to_the_column_that_was_chosen_and_takes_its_type(story):
    columns = (Column(id="now", title="Now"), Column(id="then", title="Then", type="need"))
    given = {"place": 0, "method": "retro", "layout": "columns", "phase": "frame", "minutes": 5}
    setup = Setup(columns=columns)
    story.says(
        "finn", "AddStep", id=id_of("cols"), title="x", types=("idea", "need"), setup=setup, **given
    )
    notes = tuple(BroughtNote(text=it, type="idea", column=it) for it in ("now", "then"))

    brings(story, step=id_of("cols"), notes=notes)

    assert [(it.column, it.type) for it in story.place.all(Note)] == [
        ("now", "idea"),
        ("then", "need"),
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"step": id_of("vote"), "notes": (LIST,)}, "no_bringing_here"),
        ({"step": id_of("promise"), "notes": (LIST,)}, "no_bringing_here"),
        ({"step": id_of("gone"), "notes": (LIST,)}, "no_such_step"),
        (
            {"step": id_of("hello"), "notes": (BroughtNote(text="x", type="need"),)},
            "no_such_type",
        ),
        ({"notes": (BroughtNote(text="x", type="hello"),)}, "no_such_type"),
        ({"notes": (BroughtNote(text=" \u200b", type="idea"),)}, "empty"),
        ({"notes": (BroughtNote(text="x" * 281, type="idea"),)}, "too_long"),
        ({"notes": (CALL,), "clusters": ("x" * 121,)}, "too_long"),
        ({"notes": (CALL,)}, "no_such_cluster"),
    ],
)
def test_what_a_step_cannot_take_is_refused_and_nothing_of_it_comes(story, fields, code):
    assert refusal(story, **fields) == code


def test_clusters_come_only_where_the_room_groups(story):
    hello = BroughtNote(text="Hi", type="hello", cluster=0)

    assert refusal(story, step=id_of("hello"), notes=(hello,), clusters=("A",)) == (
        "no_grouping_here"
    )


def test_in_silence_clusters_have_no_names_yet(story):
    story.says("finn", "ChangeStep", step=GROUP, setup=Setup(silent=True))

    assert refusal(story, **MIXED) == "names_later"


def test_a_lock_a_seal_and_the_end_of_a_step_hold(story):
    story.says("finn", "LockStep", step=GROUP, locked=True, what="writing")
    assert refusal(story, notes=(LIST,)) == "step_locked"
    story.says("finn", "LockStep", step=GROUP, locked=False, what="writing")
    story.says("finn", "LockStep", step=GROUP, locked=True, what="moving")
    assert refusal(story, **MIXED) == "step_locked"
    story.says("finn", "StartStep", step=GROUP)
    story.says("finn", "StartStep", step=id_of("vote"))
    assert refusal(story, notes=(LIST,)) == "step_closed"
    story.says("finn", "SealStep", step=GROUP)
    assert refusal(story, notes=(LIST,)) == "step_sealed"


def test_only_facilitators_bring_in(story):
    assert refusal(story, person="ada", notes=(LIST,)) == "forbidden"


def test_a_workshop_holds_so_many_notes_and_clusters(story):
    many = tuple(BroughtNote(text=f"n{n}", type="idea") for n in range(LIMITS.brought))
    for _ in range(LIMITS.notes // LIMITS.brought):
        brings(story, notes=many)
    assert refusal(story, notes=(LIST,)) == "workshop_full"


def test_so_many_clusters_too(story):
    titles = tuple(f"c{n}" for n in range(LIMITS.clusters))
    brings(story, notes=(CALL,), clusters=titles)
    assert refusal(story, notes=(CALL,), clusters=("one more",)) == "too_many_clusters"
    brings(story, notes=(CALL,), clusters=("c7",))


@pytest.mark.rule("O4")
@pytest.mark.rule("U2")
def test_one_undo_takes_all_of_it_back_and_one_more_brings_it_again(story):
    brings(story, **MIXED)
    brought = there(story)
    (deed,) = story.place.all(Deed)
    assert (deed.did, deed.about) == ("BringIn", GROUP)

    story.says("finn", "Undo", deed=deed.id)

    assert [kind for kind, _ in records(story.place) if kind in ("note", "cluster")] == []
    story.says("finn", "Undo", deed=max(it.id for it in story.place.all(Deed)))
    assert there(story) == brought


@pytest.mark.rule("U3")
def test_what_somebody_has_moved_since_is_not_taken_from_under_them(story):
    story.says("finn", "StartStep", step=GROUP)
    brings(story, **MIXED)
    deed = max(it.id for it in story.place.all(Deed))
    note = next(it for it in story.place.all(Note) if it.cluster)
    story.says("ada", "MoveNote", step=GROUP, note=note.id, cluster="")

    with pytest.raises(Refused, match="changed_since"):
        story.says("finn", "Undo", deed=deed)


@pytest.mark.rule("U3")
def test_what_was_taken_back_does_not_come_again_where_its_step_is_gone(story):
    brings(story, notes=(LIST,))
    (deed,) = story.place.all(Deed)
    story.says("finn", "Undo", deed=deed.id)
    undo = max(it.id for it in story.place.all(Deed))
    story.says("finn", "ChangeStep", step=id_of("vote"), source=WRITE)
    story.says("finn", "RemoveStep", step=GROUP)

    with pytest.raises(Refused, match="changed_since"):
        story.says("finn", "Undo", deed=undo)


def test_a_facilitator_can_hold_back_what_came(story):
    brings(story, notes=(LIST,))
    (note,) = story.place.all(Note)

    story.says("finn", "HideNote", note=note.id, reason="A name")

    (held,) = story.place.all(Note)
    assert view(held, Viewer(role="participant")) is None
