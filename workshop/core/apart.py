"""Groups that work apart: what a group puts together is its own, until the room comes together again."""

from collections.abc import Iterable, Iterator

import msgspec

from .agenda import Step, StepStarted
from .changing import StepChanged
from .clusters import Cluster, works_apart
from .groups import Group, GroupsFormed
from .lifecycle import WorkshopClosed
from .messages import Event
from .records import Place, Record
from .spotlight import SpotlightSet
from .workshop import the_workshop


def came_together(place: Place, event: Event) -> Iterator[Record]:
    """The room is in a step, or at an end, where groups do not put things together apart."""
    workshop = the_workshop(place)
    now = place.get(Step, workshop.step)
    if workshop.state == "closed" or not (now and works_apart(now)):
        yield from shown(place.all(Cluster))


def without_its_group(place: Place, event: GroupsFormed) -> Iterator[Record]:
    """What belongs to a group that is no more is everyone's."""
    yield from shown(it for it in place.all(Cluster) if place.get(Group, it.group) is None)


def lit(place: Place, event: SpotlightSet) -> Iterator[Record]:
    """What stands in the light is everyone's to see."""
    found = place.get(Cluster, event.item) if event.of == "cluster" else None
    yield from shown([found] if found else [])


def shown(clusters: Iterable[Cluster]) -> list[Record]:
    return [msgspec.structs.replace(it, apart=False) for it in clusters if it.apart]


RULES: dict[type, object] = {}
EFFECTS = {
    StepStarted: came_together,
    StepChanged: came_together,
    WorkshopClosed: came_together,
    GroupsFormed: without_its_group,
    SpotlightSet: lit,
}
