"""Dimming: the light goes out with its thing. This part comes after those that take things away."""

from collections.abc import Iterator

from .changing import StepRemoved
from .clusters import ClusterRemoved
from .history import Undone
from .lying import NoteMoved
from .messages import Event
from .moderation import NoteModerated
from .notes import NoteRemoved
from .outcomes import DecisionRemoved
from .records import Gone, Place, Record
from .regrouping import ClustersMerged
from .spotlight import Lit, is_shown, out


def out_if_gone(place: Place, event: Event) -> Iterator[Gone]:
    lit = place.get(Lit, place.log)
    if lit and not is_shown(place, lit):
        yield from out(place, event)


def follows(place: Place, event: ClustersMerged) -> Iterator[Record | Gone]:
    """The light stays on the notes that it was on."""
    lit = place.get(Lit, place.log)
    if lit and lit.of == "cluster" and lit.item == event.cluster:
        yield Lit(id=place.log, of="cluster", item=event.into)
    else:
        yield from out_if_gone(place, event)


RULES: dict[type, object] = {}
EFFECTS = {
    NoteRemoved: out_if_gone,
    ClusterRemoved: out_if_gone,
    ClustersMerged: follows,
    NoteMoved: out_if_gone,
    StepRemoved: out_if_gone,
    DecisionRemoved: out_if_gone,
    NoteModerated: out_if_gone,
    Undone: out_if_gone,
}
