"""Groups that work apart: what a group puts together is its own, until the room comes together again."""

from collections.abc import Iterable, Iterator

import msgspec

from .agenda import Step, StepStarted
from .changing import StepChanged
from .clusters import Cluster, ClusterRemoved, apart_in, works_apart
from .groups import Group, GroupsFormed
from .history import Undone
from .lifecycle import WorkshopClosed
from .lying import NoteCopied, NoteMoved
from .messages import Event
from .notes import Note, NoteRemoved, original_of
from .people import name_of_group
from .records import Gone, Place, Record, kind_of
from .regrouping import ClustersMerged, ClusterSplit
from .spotlight import SpotlightSet
from .workshop import the_workshop


class LaidApart(Record, frozen=True, kw_only=True, tag="apart"):
    """Tells a group alone in which of its clusters the note with this id lies, while groups work apart.

    For all others it stands alone, so its own record cannot say it.
    """

    cluster: str
    group: str

    @property
    def owner(self) -> str:
        return name_of_group(self.group)


def came_together(place: Place, event: Event) -> Iterator[Record | Gone]:
    """The room is in a step, or at an end, where groups do not put things together apart."""
    workshop = the_workshop(place)
    now = place.get(Step, workshop.step)
    if workshop.state == "closed" or not (now and works_apart(now)):
        yield from shown(place, place.all(Cluster))


def without_its_group(place: Place, event: GroupsFormed) -> Iterator[Record | Gone]:
    """What belongs to a group that is no more is everyone's."""
    yield from shown(place, (it for it in place.all(Cluster) if place.get(Group, it.group) is None))


def lit(place: Place, event: SpotlightSet) -> Iterator[Record | Gone]:
    """What stands in the light is everyone's to see."""
    found = place.get(Cluster, event.item) if event.of == "cluster" else None
    yield from shown(place, [found] if found else [])


def shown(place: Place, clusters: Iterable[Cluster]) -> Iterator[Record | Gone]:
    """From here on everyone sees the clusters, and what lies in them."""
    now = [msgspec.structs.replace(it, apart=False) for it in clusters if it.apart]
    yield from now
    if now:
        yield from settled(place, lying(place), frozenset(it.id for it in now))


def one_laid(place: Place, event: NoteMoved) -> Iterator[Record | Gone]:
    if note := place.get(Note, event.note):
        yield from settled(place, {note.id, original_of(note)})


def one_copied(place: Place, event: NoteCopied) -> Iterator[Record | Gone]:
    yield from settled(place, (event.note.id, event.note.copied))


def one_removed(place: Place, event: NoteRemoved) -> Iterator[Record | Gone]:
    yield from settled(place, (event.note, *event.copies))


def many_laid(place: Place, event: Event) -> Iterator[Record | Gone]:
    if is_anything_apart(place):
        yield from settled(place, lying(place))


def is_anything_apart(place: Place) -> bool:
    clusters, notes = place.all(Cluster), place.all(Note)
    return (
        place.count(LaidApart) > 0
        or any(it.apart for it in clusters)
        or any(it.apart for it in notes)
    )


def lying(place: Place) -> list[str]:
    """What lies in a cluster, or did so apart."""
    notes = (it.id for it in place.all(Note) if it.cluster or it.apart or it.away)
    return list(dict.fromkeys([*notes, *(it.id for it in place.all(LaidApart))]))


def settled(
    place: Place, ids: Iterable[str], seen: frozenset[str] = frozenset()
) -> Iterator[Record | Gone]:
    """Each of the notes as it lies, and for whom; `seen` are clusters that lie apart no longer."""
    for note_id in sorted(ids):
        note, known = place.get(Note, note_id), place.get(LaidApart, note_id)
        group = group_around(place, note, seen) if note else ""
        if note and (now := as_it_lies(place, note, group, seen)) != note:
            yield now
        if note and group and not note.copied:
            yield LaidApart(id=note.id, cluster=note.cluster, group=group)
        elif known:
            yield Gone(kind_of(LaidApart), note_id)


def as_it_lies(place: Place, note: Note, group: str, seen: frozenset[str]) -> Note:
    copies = (place.get(Note, it) for it in note.copies)
    owner = name_of_group(group) if group else ""
    return msgspec.structs.replace(
        note,
        apart=group,
        away=tuple(it.id for it in copies if it and group_around(place, it, seen)),
        owner=owner if note.copied else note.owner,
    )


def group_around(place: Place, note: Note, seen: frozenset[str]) -> str:
    """The group that alone sees where the note lies; empty where all do."""
    return "" if note.cluster in seen else apart_in(place, note.cluster)


RULES: dict[type, object] = {}
EFFECTS = {
    NoteMoved: one_laid,
    NoteCopied: one_copied,
    NoteRemoved: one_removed,
    ClusterSplit: many_laid,
    ClustersMerged: many_laid,
    ClusterRemoved: many_laid,
    Undone: many_laid,
    StepStarted: came_together,
    StepChanged: came_together,
    WorkshopClosed: came_together,
    GroupsFormed: without_its_group,
    SpotlightSet: lit,
}
