"""Clusters: notes that belong together, grouped by any hand; the last move holds."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from .agenda import Step, check_unlocked, open_step, sources
from .limits import LIMITS
from .lying import copied, laid, likes, moved, moved_apart
from .messages import By, Command, Event, Id, OptionalId, Refused, Text, digest
from .notes import Note, the_note
from .people import group_of, name_of_group
from .records import Gone, Place, Record, kind_of
from .silence import WORTH_A_NAME, check_naming
from .text import line, within
from .workshop import the_workshop

CONTESTED = 3  # moves from hand to hand, past which the room should talk about a note


class Cluster(Record, frozen=True, kw_only=True, tag="cluster"):
    """A group of notes; the notes name it, not it the notes. `title` may come after grouping.

    `took` are the ids of the clusters that were merged into it; `told` says that its story was told.
    `group` made it, where groups work apart; while it lies `apart` it is seen by them and by facilitators.
    """

    step: str
    title: str = ""
    place: int = 0
    took: tuple[str, ...] = ()
    told: bool = False
    group: str = ""
    apart: bool = False

    @property
    def owner(self) -> str:
        return name_of_group(self.group) if self.apart else ""


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


class ClusterRemoved(Event, frozen=True, kw_only=True):
    cluster: str


def grouping_step(place: Place, step_id: str) -> Step:
    step = open_step(place, step_id)
    if step.layout != "clusters":
        raise Refused("no_grouping_here", "step", title=step.title)
    check_unlocked(step, "moving")
    return step


def works_apart(step: Step) -> bool:
    """Whether each group has clusters of its own here."""
    return step.setup.in_groups and step.layout == "clusters"


def group_at_work(place: Place, step: Step, by: By) -> str:
    """Whose the speaker's clusters are; a facilitator's are everyone's. `no_group` where they are in none."""
    if not works_apart(step) or by.role == "facilitator":
        return ""
    if not (group := group_of(place, by.actor)):
        raise Refused("no_group", "step")
    return group


def own_cluster(place: Place, step: Step, cluster_id: str, by: By) -> Cluster:
    """A cluster that this step works on, and this speaker has a hand in."""
    cluster = the_cluster(place, cluster_id)
    if cluster.step not in sources(place, step):
        raise Refused("no_such_cluster", "cluster")
    check_theirs(place, cluster, by)
    return cluster


def check_theirs(place: Place, cluster: Cluster, by: By) -> None:
    if not is_theirs(place, cluster, by):
        raise Refused("other_groups_cluster", "cluster")


def is_theirs(place: Place, cluster: Cluster, by: By) -> bool:
    """What lies apart is in the hands of its group and of facilitators."""
    own = not cluster.apart or by.role == "facilitator"
    return own or cluster.group == group_of(place, by.actor)


def the_cluster(place: Place, cluster_id: str, field: str = "cluster") -> Cluster:
    """The cluster; `cluster_merged` where another one took it meanwhile."""
    if cluster := place.get(Cluster, cluster_id):
        return cluster
    if taken_by(place, cluster_id):
        raise Refused("cluster_merged", field)
    raise Refused("no_such_cluster", field)


def taken_by(place: Place, cluster_id: str) -> Cluster | None:
    return next((it for it in place.all(Cluster) if cluster_id in it.took), None)


def target(place: Place, step: Step, cluster_id: str, by: By) -> str:
    """Where a note that is meant for the cluster goes: into it, or into the one that took it."""
    if not cluster_id:
        return ""
    taken = None if place.get(Cluster, cluster_id) else taken_by(place, cluster_id)
    return own_cluster(place, step, taken.id if taken else cluster_id, by).id


def title_of(text: str) -> str:
    return within(line(text), LIMITS.title_graphemes, "title")


def movable(place: Place, step: Step, note_id: str, by: By) -> Note:
    """A note of this step or its sources that the room has seen."""
    note = the_note(place, note_id, by)
    if note.step not in sources(place, step):
        raise Refused("no_such_note", "note")
    if note.readers != "all":
        raise Refused("not_revealed", "note")
    is_free = not works_apart(step) or by.role == "facilitator"
    if not is_free and note.group not in ("", group_of(place, by.actor)):
        raise Refused("other_groups_note", "note")
    return note


def put(place: Place, notes: list[Note], cluster_id: str, by: By, *, apart: str) -> Iterator[Event]:
    """The notes go into the cluster, which is `apart` the group's, or out of any.

    What the room has written before, every group can work with: where another group has put it into a
    cluster of its own, this one gets a copy, so that each has it and nobody takes it from the other.
    """
    copies = 0
    for note in notes:
        own = at_hand(place, note, by)
        if own and own.cluster != cluster_id:
            is_seen = not (apart or own.apart)
            yield moved(own, cluster_id, by) if is_seen else moved_apart(own, cluster_id)
        elif own is None and cluster_id:
            copy_id = digest(by.chance, note.id)
            yield copied(place, note, copy_id, cluster_id, apart=apart, before=copies)
            copies += 1


def at_hand(place: Place, note: Note, by: By) -> Note | None:
    """The note, or what of its like the speaker can move: first what lies in the own group's clusters."""
    found = [it for it in (note, *likes(place, note)) if is_at_hand(place, it, by)]
    own = [it for it in found if it.apart and by.role != "facilitator"]
    return next(iter([*own, *found]), None)


def is_at_hand(place: Place, note: Note, by: By) -> bool:
    cluster = place.get(Cluster, note.cluster)
    return cluster is None or is_theirs(place, cluster, by)


def apart_in(place: Place, cluster_id: str) -> str:
    """The group that alone sees what lies in this cluster; empty where all do."""
    cluster = place.get(Cluster, cluster_id)
    return cluster.group if cluster and cluster.apart else ""


def add_cluster(place: Place, command: AddCluster, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    place.check_new(command.id)
    if place.count(Cluster) >= LIMITS.clusters:
        raise Refused("too_many_clusters", limit=LIMITS.clusters)
    notes = [movable(place, step, note, by) for note in dict.fromkeys(command.notes)]
    check_naming(step, title := title_of(command.title), len(notes), by)
    group = group_at_work(place, step, by)
    yield ClusterAdded(
        cluster=Cluster(
            id=command.id,
            step=step.id,
            title=title,
            place=last_place(place),
            group=group,
            apart=bool(group),
        )
    )
    yield from put(place, notes, command.id, by, apart=group)


def last_place(place: Place) -> int:
    return max((cluster.place for cluster in place.all(Cluster)), default=-1) + 1


def name_cluster(place: Place, command: NameCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    now = grouping_now(place, cluster)
    check_theirs(place, cluster, by)
    if cluster.title != (title := title_of(command.title)):
        check_naming(now, title, worth_of(place, cluster), by)
        yield ClusterNamed(cluster=cluster.id, title=title)


def worth_of(place: Place, cluster: Cluster) -> int:
    """How many notes a name would be for; one that is there already can always be mended."""
    return WORTH_A_NAME if cluster.title else size_of(place, cluster)


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
    cluster = target(place, step, command.cluster, by)
    yield from put(place, [note], cluster, by, apart=apart_in(place, cluster))


def remove_cluster(place: Place, command: RemoveCluster, by: By) -> Iterator[Event]:
    cluster = the_cluster(place, command.cluster)
    grouping_now(place, cluster)
    check_theirs(place, cluster, by)
    yield ClusterRemoved(cluster=cluster.id)


def cluster_added(place: Place, event: ClusterAdded) -> Iterator[Record]:
    yield event.cluster


def cluster_named(place: Place, event: ClusterNamed) -> Iterator[Record]:
    if cluster := place.get(Cluster, event.cluster):
        yield msgspec.structs.replace(cluster, title=event.title)


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
    ClusterRemoved: cluster_removed,
}
