"""Clusters: notes that belong together, grouped by any hand; the last move holds."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from .agenda import Step, check_unlocked, open_step, sources
from .limits import LIMITS
from .messages import By, Command, Event, Id, OptionalId, Refused, Text
from .notes import Note, the_note
from .records import Gone, Place, Record, kind_of
from .silence import check_naming
from .text import line, within
from .workshop import the_workshop

CONTESTED = 3  # moves from hand to hand, past which the room should talk about a note


class Cluster(Record, frozen=True, kw_only=True, tag="cluster"):
    """A group of notes; the notes name it, not it the notes. `title` may come after grouping.

    `took` are the ids of the clusters that were merged into it; `told` says that its story was told.
    """

    step: str
    title: str = ""
    place: int = 0
    took: tuple[str, ...] = ()
    told: bool = False


class AddCluster(Command, frozen=True, kw_only=True):
    id: Id
    step: Id
    title: Text = ""
    notes: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.clusters)] = ()


class NameCluster(Command, frozen=True, kw_only=True):
    cluster: Id
    title: Text


class MoveNote(Command, frozen=True, kw_only=True):
    """Into a cluster, or out of any with an empty `cluster`."""

    step: Id
    note: Id
    cluster: OptionalId


class RemoveCluster(Command, frozen=True, kw_only=True):
    """Takes the group away; its notes stand alone again."""

    cluster: Id


class ClusterAdded(Event, frozen=True, kw_only=True):
    cluster: Cluster


class ClusterNamed(Event, frozen=True, kw_only=True):
    cluster: str
    title: str


class NoteMoved(Event, frozen=True, kw_only=True):
    """`moves` and `mover` are what the note has of them from here on."""

    note: str
    cluster: str
    moves: int = 0
    mover: str = ""


class ClusterRemoved(Event, frozen=True, kw_only=True):
    cluster: str


def grouping_step(place: Place, step_id: str) -> Step:
    step = open_step(place, step_id)
    if step.layout != "clusters":
        raise Refused("no_grouping_here", "step", title=step.title)
    check_unlocked(step, "moving")
    return step


def the_cluster(place: Place, cluster_id: str, field: str = "cluster") -> Cluster:
    """The cluster; `cluster_merged` where another one took it meanwhile."""
    if cluster := place.get(Cluster, cluster_id):
        return cluster
    if taken_by(place, cluster_id):
        raise Refused("cluster_merged", field)
    raise Refused("no_such_cluster", field)


def taken_by(place: Place, cluster_id: str) -> Cluster | None:
    return next((it for it in place.all(Cluster) if cluster_id in it.took), None)


def target(place: Place, step: Step, cluster_id: str) -> str:
    """Where a note that is meant for the cluster goes: into it, or into the one that took it."""
    if not cluster_id:
        return ""
    cluster = place.get(Cluster, cluster_id) or taken_by(place, cluster_id)
    if cluster is None:
        raise Refused("no_such_cluster", "cluster")
    if cluster.step not in sources(place, step):
        raise Refused("no_such_cluster", "cluster")
    return cluster.id


def title_of(text: str) -> str:
    return within(line(text), LIMITS.title_graphemes, "title")


def movable(place: Place, step: Step, note_id: str, by: By) -> Note:
    """A note of this step or its sources that the room has seen."""
    note = the_note(place, note_id, by)
    if note.step not in sources(place, step):
        raise Refused("no_such_note", "note")
    if note.readers != "all":
        raise Refused("not_revealed", "note")
    return note


def add_cluster(place: Place, command: AddCluster, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    place.check_new(command.id)
    if place.count(Cluster) >= LIMITS.clusters:
        raise Refused("too_many_clusters", limit=LIMITS.clusters)
    notes = [movable(place, step, note, by) for note in dict.fromkeys(command.notes)]
    check_naming(step, title := title_of(command.title), len(notes), by)
    yield ClusterAdded(
        cluster=Cluster(id=command.id, step=step.id, title=title, place=last_place(place))
    )
    for note in notes:
        yield moved(note, command.id, by)


def last_place(place: Place) -> int:
    return max((cluster.place for cluster in place.all(Cluster)), default=-1) + 1


def moved(note: Note, cluster_id: str, by: By) -> NoteMoved:
    return NoteMoved(note=note.id, cluster=cluster_id, moves=moves_of(note, by), mover=mover_of(by))


def moves_of(note: Note, by: By) -> int:
    """How often the note went from hand to hand: one more for each move by another than moved it last.

    A facilitator's move is what the room agreed on when it talked, so it begins at 0 again. Past
    `CONTESTED` the note is one to talk about (research/methods M4: "> 3 moves of one note").
    Ada, Bo, Ada and Bo in turn make 4, which is contested; Ada four times alone makes 1.
    """
    if by.role == "facilitator":
        return 0
    return note.moves + (note.mover != by.actor)


def mover_of(by: By) -> str:
    return "" if by.role == "facilitator" else by.actor


def name_cluster(place: Place, command: NameCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    now = grouping_now(place, cluster)
    if cluster.title != (title := title_of(command.title)):
        check_naming(now, title, size_of(place, cluster) if now.setup.silent else 0, by)
        yield ClusterNamed(cluster=cluster.id, title=title)


def size_of(place: Place, cluster: Cluster) -> int:
    return sum(note.cluster == cluster.id and note.readers == "all" for note in place.all(Note))


def grouping_now(place: Place, cluster: Cluster) -> Step:
    """A cluster can be changed while the room is in the step that it was made in, or one that works on it."""
    now = place.get(Step, the_workshop(place).step)
    if now is None or now.layout != "clusters" or cluster.step not in sources(place, now):
        raise Refused("step_closed", "title", title=place_title(place, cluster))
    check_unlocked(now, "moving", "title")
    return now


def place_title(place: Place, cluster: Cluster) -> str:
    step = place.get(Step, cluster.step)
    return step.title if step else ""


def move_note(place: Place, command: MoveNote, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    note = movable(place, step, command.note, by)
    if note.cluster != (cluster := target(place, step, command.cluster)):
        yield moved(note, cluster, by)


def remove_cluster(place: Place, command: RemoveCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    grouping_now(place, cluster)
    yield ClusterRemoved(cluster=cluster.id)


def cluster_added(place: Place, event: ClusterAdded) -> Iterator[Record]:
    yield event.cluster


def cluster_named(place: Place, event: ClusterNamed) -> Iterator[Record]:
    if cluster := place.get(Cluster, event.cluster):
        yield msgspec.structs.replace(cluster, title=event.title)


def note_moved(place: Place, event: NoteMoved) -> Iterator[Record | Gone]:
    if note := place.get(Note, event.note):
        note = msgspec.structs.replace(note, moves=event.moves, mover=event.mover)
        yield from laid(place, note, event.cluster)


def laid(place: Place, note: Note, cluster: str) -> Iterator[Record | Gone]:
    """The note where it lies now. A copy is only ever in a cluster that has no other of its like: one
    that would stand alone, or beside its original, is no copy any more.
    """
    beside = [it for it in likes(place, note) if it.cluster == cluster]
    if note.copied and (beside or not cluster):
        yield Gone(kind_of(Note), note.id)
        if first := place.get(Note, note.copied):
            yield msgspec.structs.replace(first, copies=without(first, [note]))
    else:
        for copy in beside:
            yield Gone(kind_of(Note), copy.id)
        yield msgspec.structs.replace(note, cluster=cluster, copies=without(note, beside))


def likes(place: Place, note: Note) -> list[Note]:
    """The original and the other copies of it."""
    first = place.get(Note, note.copied) if note.copied else note
    if first is None:
        return []
    found = (first, *(place.get(Note, copy) for copy in first.copies))
    return [it for it in found if it and it.id != note.id]


def without(note: Note, copies: list[Note]) -> tuple[str, ...]:
    left = {copy.id for copy in copies}
    return tuple(copy for copy in note.copies if copy not in left)


def cluster_removed(place: Place, event: ClusterRemoved) -> Iterator[Record | Gone]:
    for note in [note for note in place.all(Note) if note.cluster == event.cluster]:
        yield from laid(place, note, "")
    yield Gone(kind_of(Cluster), event.cluster)


RULES = {
    AddCluster: add_cluster,
    NameCluster: name_cluster,
    MoveNote: move_note,
    RemoveCluster: remove_cluster,
}
EFFECTS = {
    ClusterAdded: cluster_added,
    ClusterNamed: cluster_named,
    NoteMoved: note_moved,
    ClusterRemoved: cluster_removed,
}
