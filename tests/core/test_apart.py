"""Groups that put things together apart: each has clusters of its own, until the room comes together."""

import pytest

from tests.core.story import LOG, Story, id_of, records, replayed, step
from workshop.core.changes import for_audience, for_person, net, own_records, shared_records
from workshop.core.clusters import Cluster
from workshop.core.counts import counts
from workshop.core.groups import NewGroup
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.setup import Setup
from workshop.core.spotlight import Lit
from workshop.core.wire import encode
from workshop.insight.growth import growth

APART = {"step": id_of("apart")}
RED, BLUE = NewGroup(id=id_of("red"), title="Red"), NewGroup(id=id_of("blue"), title="Blue")
STEPS = (
    step("write", 0, "wall", "open", types=("idea",)),
    step(
        "apart",
        1,
        "clusters",
        "integrate",
        source=id_of("write"),
        types=("idea",),
        setup=Setup(in_groups=True),
    ),
    step("together", 2, "clusters", "integrate", source=id_of("apart")),
)
WATCHERS = {"ada": "participant", "bo": "participant", "finn": "facilitator", "": "board"}


@pytest.fixture
def story():
    return begun()


def begun():
    """Three notes of all, and Ada and Al in Red, Bo in Blue."""
    told = Story(STEPS).joins("ada", "al", "bo").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for word in ("one", "two", "three"):
        given = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": word}
        told.says("ada", "AddNote", **given)
    told.says("finn", "FormGroups", groups=(RED, BLUE), how="chosen")
    for person, group in (("ada", RED), ("al", RED), ("bo", BLUE)):
        told.says(person, "JoinGroup", group=group.id)
    told.says("finn", "StartStep", **APART)
    return told


def pile(story, person, word, *notes, title=""):
    ids = tuple(map(id_of, notes))
    story.says(person, "AddCluster", id=id_of(word), title=title, notes=ids, **APART)


def move(story, person, note, cluster):
    into = id_of(cluster) if cluster else ""
    story.says(person, "MoveNote", note=note, cluster=into, **APART)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def seen(story, person):
    """The clusters that this viewer holds after a fresh join."""
    role = WATCHERS[person]
    names = story.names(id_of(person)) if person else frozenset()
    held = shared_records(story.place, role) + own_records(story.place, role, names)
    return {it["title"] for it in held if it["kind"] == "cluster"}


def all_see(story):
    return {person or "board": seen(story, person) for person in WATCHERS}


def to_all(titles):
    return {person or "board": titles for person in WATCHERS}


def piles(story):
    """Each cluster's notes by their words; those that stand alone under nothing."""
    found = {cluster.id.rstrip("x"): [] for cluster in story.place.all(Cluster)}
    for each in sorted(story.place.all(Note), key=lambda it: it.text):
        found.setdefault(each.cluster.rstrip("x"), []).append(each.text)
    return found


NOBODY = {"bo": set(), "board": set()}
CALLS = {"Calls"}


@pytest.mark.rule("G4")
def test_a_groups_cluster_is_seen_by_the_group_and_by_facilitators(story):
    pile(story, "ada", "calls", "one", "two", title="Calls")

    assert all_see(story) == {"ada": CALLS, "finn": CALLS, **NOBODY}
    made = story.place.get(Cluster, id_of("calls"))
    assert (made.group, made.apart) == (RED.id, True)


@pytest.mark.rule("G4")
def test_other_groups_get_the_same_bytes_whatever_a_cluster_is_called(story):
    def sent(title):
        story.says("ada", "NameCluster", cluster=id_of("calls"), title=title)
        changed = net(story.changed)
        bo = for_person(changed, "participant", story.names(id_of("bo")))
        return [
            encode([it.put, it.drop]) for it in (bo, *(for_audience(changed, r) for r in AUDIENCES))
        ]

    pile(story, "ada", "calls", "one", "two", title="Calls")

    assert sent("Someone calls") == sent("Nobody does")


AUDIENCES = ("participant", "board")


@pytest.mark.rule("G4")
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("MoveNote", {"note": id_of("two"), "cluster": id_of("calls"), **APART}),
        ("MoveNotes", {"notes": (id_of("two"),), "cluster": id_of("calls"), **APART}),
        ("CopyNote", {"id": id_of("c"), "note": id_of("two"), "cluster": id_of("calls"), **APART}),
        ("NameCluster", {"cluster": id_of("calls"), "title": "Ours"}),
        ("RemoveCluster", {"cluster": id_of("calls")}),
        ("MergeClusters", {"cluster": id_of("keys"), "into": id_of("calls"), **APART}),
        ("MergeClusters", {"cluster": id_of("calls"), "into": id_of("keys"), **APART}),
        ("SplitCluster", {"id": id_of("s"), "cluster": id_of("calls"), "notes": (id_of("one"),)}),
    ],
)
def test_nobody_has_a_hand_in_another_groups_cluster(story, kind, fields):
    pile(story, "ada", "calls", "one", "two")
    pile(story, "bo", "keys", "three")
    if kind == "SplitCluster":
        fields = {**fields, **APART}

    assert refusal(story, "bo", kind, **fields) == ("other_groups_cluster", "cluster")


@pytest.mark.rule("G4")
def test_what_the_room_wrote_can_lie_in_a_cluster_of_each_group(story):
    pile(story, "ada", "calls", "one")
    pile(story, "bo", "keys", "one", "two")

    assert piles(story) == {"calls": ["one"], "keys": ["one", "two"], "": ["three"]}

    (copy,) = [it for it in story.place.all(Note) if it.copied]
    pile(story, "bo", "doors")
    move(story, "bo", id_of("one"), "doors")
    assert story.place.get(Note, copy.id).cluster == id_of("doors")
    move(story, "bo", copy.id, "")
    assert piles(story) == {"calls": ["one"], "doors": [], "keys": ["two"], "": ["three"]}


@pytest.mark.rule("G4")
def test_a_copy_that_a_facilitator_gave_to_another_group_is_made_anew(story):
    pile(story, "ada", "calls", "one")
    pile(story, "ada", "more")
    pile(story, "bo", "keys", "one")
    (copy,) = [it for it in story.place.all(Note) if it.copied]
    move(story, "finn", copy.id, "more")

    move(story, "bo", id_of("one"), "keys")

    assert piles(story) == {
        "calls": ["one"],
        "more": ["one"],
        "keys": ["one"],
        "": ["three", "two"],
    }


@pytest.mark.rule("G4")
def test_many_notes_are_taken_at_once_from_where_other_groups_have_them(story):
    pile(story, "ada", "calls", "one", "two")
    pile(story, "bo", "keys")
    some = tuple(map(id_of, ("one", "two", "three")))

    story.says("bo", "MoveNotes", notes=some, cluster=id_of("keys"), **APART)

    assert piles(story) == {"calls": ["one", "two"], "keys": ["one", "three", "two"]}
    places = [it.place for it in story.place.all(Note)]
    assert len(set(places)) == len(places)


@pytest.mark.rule("G4")
def test_another_groups_note_is_not_theirs_to_move(story):
    given = {"id": id_of("ours"), "type": "idea", "text": "Ours", **APART}
    story.says("ada", "AddNote", **given)
    pile(story, "bo", "keys")

    wish = {"note": id_of("ours"), "cluster": id_of("keys"), **APART}
    assert refusal(story, "bo", "MoveNote", **wish) == ("other_groups_note", "note")
    story.says("finn", "MoveNote", **wish)
    assert piles(story)["keys"] == ["Ours"]


@pytest.mark.rule("G4")
def test_a_facilitators_cluster_is_everyones(story):
    pile(story, "finn", "all", title="For all")
    move(story, "bo", id_of("one"), "all")

    assert all_see(story) == to_all({"For all"})


@pytest.mark.rule("G4")
def test_without_a_group_nothing_is_put_together(story):
    story.joins("cy")
    wish = {"id": id_of("mine"), **APART}
    assert refusal(story, "cy", "AddCluster", **wish) == ("no_group", "step")


TOGETHER = {
    "the next step": ("StartStep", {"step": id_of("together")}),
    "the setup": ("ChangeStep", {"step": id_of("apart"), "setup": Setup()}),
    "no groups": ("FormGroups", {"groups": ()}),
    "the light": ("Spotlight", {"of": "cluster", "item": id_of("calls")}),
    "the close": ("CloseWorkshop", {}),
}


@pytest.mark.rule("G4")
@pytest.mark.parametrize("how", TOGETHER)
def test_everyone_sees_it_when_the_room_comes_together(story, how):
    pile(story, "ada", "calls", "one", "two", title="Calls")
    kind, fields = TOGETHER[how]

    story.says("finn", kind, **fields)

    assert all_see(story) == to_all(CALLS)
    made = story.place.get(Cluster, id_of("calls"))
    assert (made.group, made.apart) == (RED.id, False)


@pytest.mark.rule("G4")
def test_back_in_the_step_what_was_shown_stays_shown(story):
    pile(story, "ada", "calls", "one", "two", title="Calls")
    story.says("finn", "StartStep", step=id_of("together"))
    story.says("finn", "StartStep", **APART)

    assert seen(story, "bo") == CALLS


@pytest.mark.rule("G4")
def test_who_changes_groups_sees_what_the_new_one_has_made(story):
    pile(story, "ada", "calls", "one", "two", title="Calls")
    pile(story, "bo", "keys", "two", "three", title="Keys")

    story.says("ada", "JoinGroup", group=BLUE.id)

    assert seen(story, "ada") == {"Keys"}
    assert refusal(story, "ada", "RemoveCluster", cluster=id_of("calls"))[0] == (
        "other_groups_cluster"
    )


def test_a_cluster_that_is_split_stays_with_its_group(story):
    pile(story, "ada", "calls", "one", "two", "three", title="Calls")
    some = {"cluster": id_of("calls"), "notes": (id_of("two"), id_of("three")), "title": "Others"}

    story.says("al", "SplitCluster", id=id_of("others"), **some, **APART)

    assert all_see(story) == {"ada": {"Calls", "Others"}, "finn": {"Calls", "Others"}, **NOBODY}


def told_to(story, person):
    """What this viewer is sent, and then what a fresh join would get."""
    role, names = WATCHERS[person], story.names(id_of(person)) if person else frozenset()
    changed = net(story.changed)
    deltas = (for_person(changed, role, names), for_audience(changed, role))
    joined = shared_records(story.place, role) + own_records(story.place, role, names)
    return encode([[[it.put, it.drop] for it in deltas], joined])


def red_makes(*piles_of_red):
    """What Bo and the board get while Red puts these notes together, each pile in turn."""
    told = told_apart()
    sent = []
    for number, notes in enumerate(piles_of_red):
        pile(told, "ada", f"pile {number}", *notes)
        sent.append([told_to(told, person) for person in ("bo", "")])
    return [*sent, encode(growth(LOG, told.entries))]


def told_apart():
    """Two notes have come from hand to hand before, and Blue has put one of them together with another."""
    told = begun()
    pile(told, "finn", "all")
    for person in ("bo", "al", "bo"):
        for note in ("one", "two"):
            move(told, person, id_of(note), "all")
            move(told, "ada", id_of(note), "")
    pile(told, "bo", "keys", "one", "three")
    return told


@pytest.mark.rule("G4")
def test_nobody_else_learns_which_notes_a_group_has_put_together():
    assert red_makes(("one", "two"), ("three",)) == red_makes(("one", "three"), ("two",))
    assert red_makes(("one", "two"), ()) == red_makes((), ("one", "three"))


def lies_in(story, person):
    """In which cluster this viewer has each of the room's notes, as the screen draws it."""
    role, names = WATCHERS[person], story.names(id_of(person)) if person else frozenset()
    held = shared_records(story.place, role) + own_records(story.place, role, names)
    apart = {it["id"]: it["cluster"] for it in held if it["kind"] == "apart"}
    notes = [it for it in held if it["kind"] == "note"]
    found = {(it["text"], apart.get(it["id"], it["cluster"]).rstrip("x")) for it in notes}
    return {it for it in found if it[1]}


@pytest.mark.rule("G4")
def test_each_group_has_the_rooms_notes_where_it_has_put_them_and_facilitators_have_all(story):
    pile(story, "ada", "calls", "one", "two")
    pile(story, "bo", "keys", "one")

    red, blue = {("one", "calls"), ("two", "calls")}, {("one", "keys")}
    assert {person: lies_in(story, person) for person in WATCHERS} == {
        "ada": red,
        "bo": blue,
        "finn": red | blue,
        "": set(),
    }
    story.says("finn", "StartStep", step=id_of("together"))
    assert all(lies_in(story, person) == red | blue for person in WATCHERS)
    assert not [it for kind, it in story.place.everything() if kind == "apart"]
    assert records(replayed(story.entries)) == records(story.place)


@pytest.mark.rule("G4")
def test_what_its_own_group_has_is_moved_and_not_what_stands_alone(story):
    pile(story, "ada", "calls", "one")
    pile(story, "bo", "keys", "one")
    move(story, "ada", id_of("one"), "")
    pile(story, "bo", "more")

    move(story, "bo", id_of("one"), "more")

    assert piles(story) == {"calls": [], "keys": [], "more": ["one"], "": ["one", "three", "two"]}


@pytest.mark.rule("G4", "M2")
def test_a_held_note_goes_from_the_groups_that_have_put_it_somewhere(story):
    pile(story, "ada", "calls", "one")
    pile(story, "bo", "keys", "one")

    story.says("finn", "HideNote", note=id_of("one"), reason="A name")

    for person in ("al", "bo", ""):
        role, names = WATCHERS.get(person, "participant"), story.names(id_of(person or "board"))
        held = shared_records(story.place, role) + own_records(story.place, role, names)
        assert "one" not in {it["text"] for it in held if it["kind"] == "note"}


@pytest.mark.rule("G4")
def test_an_undone_cluster_lies_apart_no_longer_and_again(story):
    pile(story, "ada", "calls", "one")
    for _ in range(2):
        deed = max(deed.id for deed in story.place.all(Deed))
        before = lies_in(story, "ada")
        story.says("ada", "Undo", deed=deed)
        assert {before == set(), lies_in(story, "ada") == set()} == {True, False}
        assert lies_in(story, "bo") == set()
    assert lies_in(story, "ada") == {("one", "calls")}


@pytest.mark.rule("G4")
def test_the_board_counts_a_note_once_however_many_groups_have_it(story):
    pile(story, "ada", "calls", "one")
    pile(story, "bo", "keys", "one")

    assert counts(story.place)["notes"] == 3


@pytest.mark.rule("G4")
def test_a_groups_copy_stands_in_the_light_as_the_note_that_all_can_read(story):
    pile(story, "ada", "calls", "one")
    pile(story, "bo", "keys", "one")
    (copy,) = [it for it in story.place.all(Note) if it.copied]

    story.says("finn", "Spotlight", of="note", item=copy.id)

    assert story.place.get(Lit, story.place.log).item == id_of("one")
