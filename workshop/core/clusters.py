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
from .text import line, within
from .workshop import the_workshop


class Cluster(Record, frozen=True, kw_only=True, tag="cluster"):
    """A group of notes; the notes name it, not it the notes. `title` may come after grouping."""

    step: str
    title: str = ""
    place: int = 0


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
    note: str
    cluster: str


class ClusterRemoved(Event, frozen=True, kw_only=True):
    cluster: str


def grouping_step(place: Place, step_id: str) -> Step:
    step = open_step(place, step_id)
    if step.layout != "clusters":
        raise Refused("no_grouping_here", "step", title=step.title)
    check_unlocked(step, "moving")
    return step


def the_cluster(place: Place, cluster_id: str) -> Cluster:
    if (cluster := place.get(Cluster, cluster_id)) is None:
        raise Refused("no_such_cluster", "cluster")
    return cluster


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
    number = max((cluster.place for cluster in place.all(Cluster)), default=-1) + 1
    title = title_of(command.title)
    yield ClusterAdded(cluster=Cluster(id=command.id, step=step.id, title=title, place=number))
    for note in notes:
        yield NoteMoved(note=note.id, cluster=command.id)


def name_cluster(place: Place, command: NameCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    grouping_now(place, cluster)
    if cluster.title != (title := title_of(command.title)):
        yield ClusterNamed(cluster=cluster.id, title=title)


def grouping_now(place: Place, cluster: Cluster) -> None:
    """A cluster can be changed while the room is in the step that it was made in, or one that works on it."""
    now = place.get(Step, the_workshop(place).step)
    if now is None or now.layout != "clusters" or cluster.step not in sources(place, now):
        raise Refused("step_closed", "title", title=place_title(place, cluster))
    check_unlocked(now, "moving", "title")


def place_title(place: Place, cluster: Cluster) -> str:
    step = place.get(Step, cluster.step)
    return step.title if step else ""


def move_note(place: Place, command: MoveNote, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    note = movable(place, step, command.note, by)
    if command.cluster and the_cluster(place, command.cluster).step not in sources(place, step):
        raise Refused("no_such_cluster", "cluster")
    if note.cluster != command.cluster:
        yield NoteMoved(note=note.id, cluster=command.cluster)


def remove_cluster(place: Place, command: RemoveCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    grouping_now(place, cluster)
    yield ClusterRemoved(cluster=cluster.id)


def cluster_added(place: Place, event: ClusterAdded) -> Iterator[Record]:
    yield event.cluster


def cluster_named(place: Place, event: ClusterNamed) -> Iterator[Record]:
    if cluster := place.get(Cluster, event.cluster):
        yield msgspec.structs.replace(cluster, title=event.title)


def note_moved(place: Place, event: NoteMoved) -> Iterator[Record]:
    if note := place.get(Note, event.note):
        yield msgspec.structs.replace(note, cluster=event.cluster)


def cluster_removed(place: Place, event: ClusterRemoved) -> Iterator[Record | Gone]:
    for note in [note for note in place.all(Note) if note.cluster == event.cluster]:
        yield msgspec.structs.replace(note, cluster="")
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
