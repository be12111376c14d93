"""The story of each cluster: in a story step, what stood in the spotlight has been told."""

from collections.abc import Iterator

import msgspec

from .agenda import Step
from .clusters import Cluster
from .records import Place, Record
from .spotlight import SpotlightSet
from .workshop import the_workshop


def told(place: Place, event: SpotlightSet) -> Iterator[Record]:
    now = place.get(Step, the_workshop(place).step)
    cluster = place.get(Cluster, event.item) if event.of == "cluster" else None
    if now and now.setup.story and cluster and not cluster.told:
        yield msgspec.structs.replace(cluster, told=True)


RULES: dict[type, object] = {}
EFFECTS = {SpotlightSet: told}
