"""Clusters by many hands at once: the last move holds, nothing is lost, and nobody has to win."""

import msgspec
import pytest

from tests.core.story import MINI, Story, id_of, records, replayed
from workshop.core.agenda import Step
from workshop.core.clusters import CONTESTED, Cluster
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.setup import Setup
from workshop.core.spotlight import Lit
from workshop.core.view import Viewer, view

GROUP = {"step": id_of("group")}


def with_setup(**given):
    return tuple(
        msgspec.structs.replace(step, setup=Setup(**given)) if step.title == "group" else step
        for step in MINI
    )


def grouping(steps=MINI, notes=("one", "two", "three", "four")):
    """Notes that all have seen, and the room groups."""
    story = Story(steps).joins("ada", "bo").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("write"))
    for word in notes:
        given = {"step": id_of("write"), "type": "idea", "text": word}
        story.says("ada", "AddNote", id=id_of(word), **given)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))
    return story


@pytest.fixture
def story():
    return grouping()


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def pile(story, word, *notes, person="ada", title=""):
    ids = tuple(map(id_of, notes))
    story.says(person, "AddCluster", id=id_of(word), title=title, notes=ids, **GROUP)


def move(story, person, note, cluster):
    into = id_of(cluster) if cluster else ""
    story.says(person, "MoveNote", note=id_of(note), cluster=into, **GROUP)


def copy(story, person, word, note, cluster):
    ids = {"id": id_of(word), "note": id_of(note), "cluster": id_of(cluster)}
    return story.says(person, "CopyNote", **ids, **GROUP)


def merge(story, person, cluster, into):
    story.says(person, "MergeClusters", cluster=id_of(cluster), into=id_of(into), **GROUP)


def note(story, word):
    return story.place.get(Note, id_of(word))


def piles(story):
    """The clusters by their ids' words, each with the words of its notes."""
    found = {cluster.id.rstrip("x"): [] for cluster in story.place.all(Cluster)}
    for each in sorted(story.place.all(Note), key=lambda it: it.text):
        found.setdefault(each.cluster.rstrip("x"), []).append(each.text)
    return found


def undoes_the_last(story, person):
    newest = max(story.place.all(Deed), key=lambda deed: deed.id)
    story.says(person, "Undo", deed=newest.id)
    return newest


# -- many notes at once


@pytest.mark.rule("G1")
def test_several_notes_are_moved_by_one_wish_and_taken_back_by_one(story):
    pile(story, "calls", "one")
    some = (id_of("two"), id_of("three"))

    story.says("bo", "MoveNotes", notes=some, cluster=id_of("calls"), **GROUP)
    assert piles(story) == {"calls": ["one", "three", "two"], "": ["four"]}

    deed = undoes_the_last(story, "bo")
    assert (deed.did, deed.about) == ("MoveNotes", id_of("calls"))
    assert piles(story) == {"calls": ["one"], "": ["four", "three", "two"]}


@pytest.mark.rule("G1")
def test_several_notes_leave_their_clusters_together(story):
    pile(story, "calls", "one", "two")
    pile(story, "keys", "three")
    some = tuple(map(id_of, ("one", "three")))

    story.says("bo", "MoveNotes", notes=some, cluster="", **GROUP)

    assert piles(story) == {"calls": ["two"], "keys": [], "": ["four", "one", "three"]}


@pytest.mark.rule("G1")
def test_notes_that_are_gone_meanwhile_do_not_hold_the_others(story):
    pile(story, "calls")
    story.says("ada", "RemoveNote", note=id_of("two"))
    some = (id_of("two"), id_of("three"))

    story.says("bo", "MoveNotes", notes=some, cluster=id_of("calls"), **GROUP)

    assert piles(story)["calls"] == ["three"]
    none = {"notes": (id_of("two"),), "cluster": id_of("calls")}
    assert refusal(story, "bo", "MoveNotes", **none, **GROUP) == ("no_such_note", "notes")


@pytest.mark.rule("G1")
def test_what_lies_there_already_is_not_moved_again(story):
    pile(story, "calls", "one", "two")
    some = {"notes": (id_of("one"), id_of("two")), "cluster": id_of("calls")}
    assert story.says("bo", "MoveNotes", **some, **GROUP) == []


@pytest.mark.rule("G1")
def test_two_people_move_one_note_and_the_last_move_holds(story):
    pile(story, "calls")
    pile(story, "keys")

    move(story, "ada", "one", "calls")
    move(story, "bo", "one", "keys")

    assert piles(story)["keys"] == ["one"]


# -- merging


@pytest.mark.rule("G1")
def test_merged_clusters_are_one_that_keeps_its_name(story):
    pile(story, "calls", "one", title="Someone calls", person="finn")
    pile(story, "keys", "two", "three", title="Keys")

    merge(story, "bo", "keys", "calls")

    assert piles(story) == {"calls": ["one", "three", "two"], "": ["four"]}
    assert story.place.get(Cluster, id_of("calls")).title == "Someone calls"


@pytest.mark.rule("G1")
def test_a_cluster_without_a_name_gets_that_of_the_one_it_takes(story):
    pile(story, "calls", "one")
    pile(story, "keys", "two", title="Keys", person="finn")

    merge(story, "bo", "keys", "calls")

    assert story.place.get(Cluster, id_of("calls")).title == "Keys"


@pytest.mark.rule("G1")
def test_a_merge_is_taken_back_whole(story):
    pile(story, "calls", "one", title="Someone calls", person="finn")
    pile(story, "keys", "two", title="Keys", person="finn")
    before = piles(story)

    merge(story, "bo", "keys", "calls")
    undoes_the_last(story, "bo")

    assert piles(story) == before
    assert story.place.get(Cluster, id_of("calls")).took == ()


@pytest.mark.rule("G1")
def test_what_is_meant_for_a_merged_cluster_goes_to_the_one_that_took_it(story):
    pile(story, "calls", "one")
    pile(story, "keys", "two")
    pile(story, "doors", "three")
    merge(story, "bo", "keys", "calls")
    merge(story, "bo", "calls", "doors")

    move(story, "ada", "four", "keys")

    assert piles(story) == {"doors": ["four", "one", "three", "two"]}


@pytest.mark.rule("G1")
def test_who_names_a_cluster_that_is_merged_meanwhile_hears_where_it_went(story):
    pile(story, "calls", "one")
    pile(story, "keys", "two")
    merge(story, "bo", "keys", "calls")

    name = {"cluster": id_of("keys"), "title": "Keys for all"}
    assert refusal(story, "ada", "NameCluster", **name) == ("cluster_merged", "cluster")
    gone = {"cluster": id_of("keys"), "into": id_of("calls")}
    assert refusal(story, "ada", "MergeClusters", **gone, **GROUP) == ("cluster_merged", "cluster")


@pytest.mark.rule("G1")
def test_a_cluster_is_not_merged_with_itself_nor_with_nothing(story):
    pile(story, "calls", "one")
    ids = {"cluster": id_of("calls"), "into": id_of("calls")}
    assert refusal(story, "bo", "MergeClusters", **ids, **GROUP) == ("same_cluster", "into")
    ids["into"] = id_of("nothing")
    assert refusal(story, "bo", "MergeClusters", **ids, **GROUP) == ("no_such_cluster", "cluster")


@pytest.mark.rule("G1")
def test_the_light_stays_on_what_was_merged(story):
    pile(story, "calls", "one")
    pile(story, "keys", "two")
    story.says("finn", "Spotlight", of="cluster", item=id_of("keys"))

    merge(story, "bo", "keys", "calls")

    assert story.place.get(Lit, story.place.log).item == id_of("calls")


# -- splitting


def split(story, *notes, person="bo", title=""):
    ids = {"id": id_of("new"), "cluster": id_of("calls"), "notes": tuple(map(id_of, notes))}
    return story.says(person, "SplitCluster", title=title, **ids, **GROUP)


@pytest.mark.rule("G1")
def test_some_notes_of_a_cluster_become_one_of_their_own(story):
    pile(story, "calls", "one", "two", "three", title="Someone calls")

    split(story, "two", "three", title="Who calls?")

    assert piles(story) == {"calls": ["one"], "new": ["three", "two"], "": ["four"]}
    assert story.place.get(Cluster, id_of("new")).title == "Who calls?"
    undoes_the_last(story, "bo")
    assert piles(story) == {"calls": ["one", "three", "two"], "": ["four"]}


@pytest.mark.rule("G1")
def test_what_left_the_cluster_meanwhile_stays_where_it_was_put(story):
    pile(story, "calls", "one", "two", "three")
    move(story, "ada", "two", "")

    split(story, "two", "three")

    assert piles(story) == {"calls": ["one"], "new": ["three"], "": ["four", "two"]}


@pytest.mark.rule("G1")
@pytest.mark.parametrize("chosen", [("one", "two"), ("four",)])
def test_a_split_takes_some_and_leaves_some(story, chosen):
    pile(story, "calls", "one", "two")

    ids = {"id": id_of("new"), "cluster": id_of("calls"), "notes": tuple(map(id_of, chosen))}

    assert refusal(story, "bo", "SplitCluster", **ids, **GROUP) == ("nothing_to_split", "notes")


# -- contested notes


@pytest.mark.rule("G2")
def test_a_note_that_goes_from_hand_to_hand_is_counted(story):
    pile(story, "calls")
    pile(story, "keys")
    for person, cluster in (("ada", "calls"), ("bo", "keys"), ("ada", "calls"), ("bo", "keys")):
        move(story, person, "one", cluster)
    assert note(story, "one").moves == 4 > CONTESTED


@pytest.mark.rule("G2")
def test_one_who_tries_out_places_is_counted_once(story):
    pile(story, "calls")
    pile(story, "keys")
    for cluster in ("calls", "keys", "calls", "keys"):
        move(story, "ada", "one", cluster)
    assert note(story, "one").moves == 1


@pytest.mark.rule("G2")
def test_a_facilitators_move_is_what_the_room_agreed_on(story):
    pile(story, "calls")
    pile(story, "keys")
    for person, cluster in (("ada", "calls"), ("bo", "keys"), ("ada", "calls"), ("bo", "keys")):
        move(story, person, "one", cluster)

    move(story, "finn", "one", "calls")

    assert note(story, "one").moves == 0


@pytest.mark.rule("G2")
def test_who_moved_a_note_last_leaves_the_server_to_nobody(story):
    pile(story, "calls")
    move(story, "ada", "one", "calls")
    for role in ("facilitator", "participant", "board"):
        seen = view(note(story, "one"), Viewer(role=role, names=frozenset([id_of("ada")])))
        assert id_of("ada") not in repr(seen)


# -- copies


@pytest.fixture
def copied(story):
    """A note of one cluster, and its copy in another."""
    pile(story, "calls", "one")
    pile(story, "keys")
    copy(story, "bo", "again", "one", "keys")
    return story


@pytest.mark.rule("G2")
def test_a_note_that_belongs_in_two_clusters_is_copied(story):
    pile(story, "calls", "one")
    pile(story, "keys", "two")

    copy(story, "bo", "again", "one", "keys")

    assert piles(story) == {"calls": ["one"], "keys": ["one", "two"], "": ["four", "three"]}
    assert note(story, "again").copied == id_of("one")
    assert note(story, "one").copies == (id_of("again"),)


@pytest.mark.rule("G2")
def test_a_copy_is_nobodys_and_ends_the_contest(story):
    pile(story, "calls")
    pile(story, "keys")
    for person, cluster in (("ada", "calls"), ("bo", "keys"), ("ada", "calls"), ("bo", "keys")):
        move(story, person, "one", cluster)

    copy(story, "ada", "again", "one", "calls")

    assert [(note(story, it).moves, note(story, it).mover) for it in ("one", "again")] == [
        (0, ""),
        (0, ""),
    ]
    assert refusal(story, "ada", "RemoveNote", note=id_of("again")) == ("not_yours", "note")


@pytest.mark.rule("G2")
def test_a_copy_follows_its_notes_words_and_its_end(copied):
    copied.says("ada", "ChangeNote", note=id_of("one"), text="One more")
    assert note(copied, "again").text == "One more"

    copied.says("ada", "RemoveNote", note=id_of("one"))
    assert note(copied, "again") is None


@pytest.mark.rule("G2")
@pytest.mark.parametrize(("what", "where"), [("one", "calls"), ("one", "keys"), ("again", "calls")])
def test_a_note_is_not_copied_to_where_it_lies(copied, what, where):
    ids = {"id": id_of("third"), "note": id_of(what), "cluster": id_of(where)}

    assert refusal(copied, "bo", "CopyNote", **ids, **GROUP) == ("copied_already", "cluster")


MEETINGS = {
    "stands alone": lambda story: move(story, "bo", "again", ""),
    "goes to its note": lambda story: move(story, "bo", "again", "calls"),
    "its note comes": lambda story: move(story, "bo", "one", "keys"),
    "merged into its note's": lambda story: merge(story, "bo", "keys", "calls"),
    "takes its note's": lambda story: merge(story, "bo", "calls", "keys"),
    "dissolved": lambda story: story.says("bo", "RemoveCluster", cluster=id_of("keys")),
    "moved with its note": lambda story: story.says(
        "bo", "MoveNotes", notes=(id_of("again"), id_of("one")), cluster=id_of("doors"), **GROUP
    ),
}


@pytest.mark.rule("G2")
@pytest.mark.parametrize("meets", MEETINGS.values(), ids=MEETINGS)
def test_a_copy_that_stands_alone_or_meets_its_note_is_none_any_more(copied, meets):
    pile(copied, "doors", "three")

    meets(copied)

    assert [it.text for it in copied.place.all(Note)].count("one") == 1
    assert note(copied, "one").copies == ()
    assert records(replayed(copied.entries)) == records(copied.place)


@pytest.mark.rule("G2")
def test_a_copy_taken_back_leaves_no_trace(copied):
    undoes_the_last(copied, "bo")
    assert note(copied, "again") is None
    assert note(copied, "one").copies == ()


@pytest.mark.rule("G2")
def test_a_copy_is_held_with_its_note(copied):
    copied.says("finn", "HideNote", note=id_of("one"), reason="A name")
    assert note(copied, "again").readers == "held"
    copied.says("finn", "ShowNote", note=id_of("one"))
    assert note(copied, "again").readers == "all"


@pytest.mark.rule("G2")
def test_a_sealed_step_counts_a_held_note_and_its_copy_once(copied):
    copied.says("finn", "HideNote", note=id_of("one"), reason="A name")

    copied.says("finn", "SealStep", step=id_of("write"))

    assert copied.place.get(Step, id_of("write")).left_out == 1
    assert note(copied, "again") is None


# -- silence


@pytest.fixture
def silent():
    return grouping(with_setup(silent=True))


@pytest.mark.rule("G3")
def test_in_silence_there_are_groups_and_no_names(silent):
    pile(silent, "calls", "one", "two")
    name = {"cluster": id_of("calls"), "title": "Someone calls"}
    named = {"id": id_of("keys"), "title": "Keys", "notes": (id_of("three"), id_of("four"))}
    for person in ("ada", "finn"):
        assert refusal(silent, person, "NameCluster", **name) == ("names_later", "title")
        assert refusal(silent, person, "AddCluster", **named, **GROUP) == ("names_later", "title")


@pytest.mark.rule("G3")
def test_names_come_when_the_facilitator_says_so(silent):
    pile(silent, "calls", "one", "two")

    silent.says("finn", "EndSilence", **GROUP)
    silent.says("ada", "NameCluster", cluster=id_of("calls"), title="Someone calls")

    assert silent.place.get(Step, id_of("group")).naming
    assert silent.place.get(Cluster, id_of("calls")).title == "Someone calls"
    assert silent.says("finn", "EndSilence", **GROUP) == []


@pytest.mark.rule("G3")
def test_a_name_comes_after_the_grouping_when_two_notes_lie_there(story):
    pile(story, "calls", "one")
    name = {"cluster": id_of("calls"), "title": "Someone calls"}
    named = {"id": id_of("keys"), "title": "Keys", **GROUP}
    assert refusal(story, "ada", "NameCluster", **name) == ("too_few_to_name", "title")
    assert refusal(story, "ada", "AddCluster", **named) == ("too_few_to_name", "title")

    move(story, "bo", "two", "calls")
    story.says("ada", "NameCluster", **name)
    assert story.place.get(Cluster, id_of("calls")).title == "Someone calls"

    story.says("finn", "AddCluster", **named)
    assert story.place.get(Cluster, id_of("keys")).title == "Keys"


@pytest.mark.rule("G3")
def test_a_name_that_is_there_can_be_mended_when_notes_have_left(story):
    pile(story, "calls", "one", "two", title="Somone calls")
    move(story, "bo", "two", "")

    story.says("ada", "NameCluster", cluster=id_of("calls"), title="Someone calls")

    assert story.place.get(Cluster, id_of("calls")).title == "Someone calls"


@pytest.mark.rule("G3")
def test_a_part_of_one_note_gets_its_name_later(story):
    pile(story, "calls", "one", "two", "three", title="Someone calls")
    part = {"id": id_of("keys"), "cluster": id_of("calls"), "notes": (id_of("three"),)}

    assert refusal(story, "bo", "SplitCluster", **part, title="Keys", **GROUP) == (
        "too_few_to_name",
        "title",
    )
    assert story.says("bo", "SplitCluster", **part, **GROUP)


@pytest.mark.rule("G3")
def test_after_the_silence_a_name_is_for_two_notes_or_more(silent):
    pile(silent, "calls", "one")
    silent.says("finn", "EndSilence", **GROUP)
    name = {"cluster": id_of("calls"), "title": "Someone calls"}

    assert refusal(silent, "ada", "NameCluster", **name) == ("too_few_to_name", "title")
    silent.says("finn", "NameCluster", **name)

    move(silent, "ada", "two", "calls")
    silent.says("ada", "NameCluster", cluster=id_of("calls"), title="Someone answers")


@pytest.mark.rule("G3")
def test_only_a_facilitator_ends_the_silence_of_a_step_that_has_one(silent, story):
    assert refusal(silent, "ada", "EndSilence", **GROUP)[0] == "forbidden"
    assert refusal(story, "finn", "EndSilence", **GROUP) == ("not_silent", "step")


@pytest.mark.rule("G3")
def test_a_new_cycle_begins_in_silence_again(silent):
    silent.says("finn", "EndSilence", **GROUP)
    silent.says("finn", "StartCycle", id=id_of("cycle"))
    again = [it for it in silent.place.all(Step) if it.cycle == 2 and it.layout == "clusters"]
    assert [(it.setup.silent, it.naming) for it in again] == [(True, False)]


# -- the story of each cluster


@pytest.mark.rule("G3")
def test_a_cluster_that_stood_in_the_light_of_a_story_step_has_been_told():
    story = grouping(with_setup(story=True))
    pile(story, "calls", "one")
    pile(story, "keys", "two")

    story.says("finn", "Spotlight", of="cluster", item=id_of("calls"))

    told = {it.id: it.told for it in story.place.all(Cluster)}
    assert told == {id_of("calls"): True, id_of("keys"): False}


@pytest.mark.rule("G3")
def test_elsewhere_the_light_tells_no_story(story):
    pile(story, "calls", "one")
    story.says("finn", "Spotlight", of="cluster", item=id_of("calls"))
    assert not story.place.get(Cluster, id_of("calls")).told


# -- the rules of the step hold here too


def wishes():
    calls, keys = {"cluster": id_of("calls")}, {"into": id_of("keys")}
    return [
        ("MoveNotes", {"notes": (id_of("three"),), **calls}),
        ("MergeClusters", {**calls, **keys}),
        ("SplitCluster", {"id": id_of("new"), "notes": (id_of("one"),), **calls}),
        ("CopyNote", {"id": id_of("new"), "note": id_of("three"), **calls}),
    ]


@pytest.mark.parametrize(("kind", "fields"), wishes(), ids=[kind for kind, _ in wishes()])
def test_a_lock_and_another_step_hold_what_regroups(story, kind, fields):
    pile(story, "calls", "one", "two")
    pile(story, "keys")
    story.says("finn", "LockStep", locked=True, what="moving", **GROUP)
    assert refusal(story, "ada", kind, **fields, **GROUP)[0] == "step_locked"
    story.says("finn", "LockStep", locked=False, **GROUP)
    story.says("finn", "StartStep", step=id_of("vote"))
    assert refusal(story, "ada", kind, **fields, **GROUP)[0] == "step_closed"


@pytest.mark.parametrize("kind", ["MoveNotes", "CopyNote"])
def test_what_the_room_has_not_seen_is_not_regrouped(story, kind):
    pile(story, "calls", "one")
    story.says("finn", "HideNote", note=id_of("two"), reason="A name")
    given = dict(wishes())[kind] | ({"notes": (id_of("two"),)} if kind == "MoveNotes" else {})
    given |= {"note": id_of("two")} if kind == "CopyNote" else {}
    assert refusal(story, "ada", kind, **given, **GROUP)[0] == "not_revealed"
    assert refusal(story, "bo", kind, **given, **GROUP)[0] == "no_such_note"
