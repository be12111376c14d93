"""Many notes and whole clusters at once: moved, merged and split by many hands at the same time.

What somebody else took away meanwhile is left out, and what was meant for a cluster that was merged
goes to the one that took it: so two who act at once both get what can be had.
"""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from .clusters import (
    Cluster,
    apart_in,
    grouping_step,
    last_place,
    movable,
    own_cluster,
    put,
    size_of,
    target,
    the_cluster,
    title_of,
)
from .limits import LIMITS
from .lying import laid
from .messages import By, Command, Event, Id, OptionalId, Refused, Text
from .notes import Note
from .records import Gone, Place, Record, kind_of
from .silence import check_naming

Several = Annotated[tuple[Id, ...], Meta(min_length=1, max_length=LIMITS.carried)]


class MoveNotes(Command, frozen=True, kw_only=True):
    """Into a cluster, or out of any with an empty `cluster`. Notes that are gone are left out."""

    step: Id
    notes: Several
    cluster: OptionalId


class MergeClusters(Command, frozen=True, kw_only=True):
    """`into` keeps its name, or gets the other's where it has none."""

    step: Id
    cluster: Id
    into: Id


class SplitCluster(Command, frozen=True, kw_only=True):
    """Some of the cluster's notes become a cluster of their own; those that have left it are left out."""

    id: Id
    step: Id
    cluster: Id
    notes: Several
    title: Text = ""


class NotesMoved(Event, frozen=True, kw_only=True):
    """That the moves after it were one. Each is an event of its own, for a copy may meet its original."""

    cluster: str
    notes: tuple[str, ...]


class ClustersMerged(Event, frozen=True, kw_only=True):
    cluster: str
    into: str


class ClusterSplit(Event, frozen=True, kw_only=True):
    """`notes` of the cluster `of` are in the new `cluster` from here on."""

    cluster: Cluster
    of: str
    notes: tuple[str, ...]


def move_notes(place: Place, command: MoveNotes, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    there = [note for note in dict.fromkeys(command.notes) if place.get(Note, note)]
    if not there:
        raise Refused("no_such_note", "notes")
    notes = [movable(place, step, note, by) for note in there]
    cluster = target(place, step, command.cluster, by)
    far = [note for note in notes if note.cluster != cluster]
    if moves := list(put(place, far, cluster, by, apart=apart_in(place, cluster))):
        yield NotesMoved(cluster=cluster, notes=tuple(note.id for note in far))
        yield from moves


def merge_clusters(place: Place, command: MergeClusters, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    cluster = own_cluster(place, step, command.cluster, by)
    into = the_cluster(place, target(place, step, command.into, by), "into")
    if cluster.id == into.id:
        raise Refused("same_cluster", "into")
    yield ClustersMerged(cluster=cluster.id, into=into.id)


def split_cluster(place: Place, command: SplitCluster, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    place.check_new(command.id)
    if place.count(Cluster) >= LIMITS.clusters:
        raise Refused("too_many_clusters", limit=LIMITS.clusters)
    cluster = own_cluster(place, step, command.cluster, by)
    known = (place.get(Note, note) for note in dict.fromkeys(command.notes))
    notes = tuple(it.id for it in known if it and it.cluster == cluster.id and it.readers == "all")
    if not 0 < len(notes) < size_of(place, cluster):
        raise Refused("nothing_to_split", "notes")
    check_naming(step, title := title_of(command.title), len(notes), by)
    new = msgspec.structs.replace(
        cluster,
        id=command.id,
        step=step.id,
        title=title,
        place=last_place(place),
        took=(),
        told=False,
    )
    yield ClusterSplit(cluster=new, of=cluster.id, notes=notes)


def notes_moved(place: Place, event: NotesMoved) -> Iterator[Record]:
    return iter(())


def clusters_merged(place: Place, event: ClustersMerged) -> Iterator[Record | Gone]:
    cluster, into = place.get(Cluster, event.cluster), place.get(Cluster, event.into)
    if cluster is None or into is None:
        return
    yield msgspec.structs.replace(
        into,
        title=into.title or cluster.title,
        took=(*into.took, *cluster.took, cluster.id),
        told=into.told and cluster.told,
    )
    for note in [note for note in place.all(Note) if note.cluster == cluster.id]:
        yield from laid(place, note, into.id)
    yield Gone(kind_of(Cluster), cluster.id)


def cluster_split(place: Place, event: ClusterSplit) -> Iterator[Record]:
    yield event.cluster
    for each in event.notes:
        if note := place.get(Note, each):
            yield msgspec.structs.replace(note, cluster=event.cluster.id)


RULES = {MoveNotes: move_notes, MergeClusters: merge_clusters, SplitCluster: split_cluster}
EFFECTS = {
    NotesMoved: notes_moved,
    ClustersMerged: clusters_merged,
    ClusterSplit: cluster_split,
}
