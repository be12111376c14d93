"""What can be voted on: the clusters and lone notes that a step works on."""

import msgspec

from .agenda import Step, sources
from .clusters import Cluster
from .notes import Note
from .records import Place


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What can be chosen: a cluster or a lone note, as it read when the vote opened."""

    item: str
    title: str
    notes: int


def candidates_of(place: Place, step: Step, without: str | None = None) -> tuple[Candidate, ...]:
    """The clusters that hold notes, and the notes that stand alone, in the order of the wall.

    Notes of the type `without` are left out.
    """
    here = sources(place, step)
    notes = sorted(
        (
            note
            for note in place.all(Note)
            if note.step in here and note.readers == "all" and note.type != without
        ),
        key=lambda note: note.place,
    )
    members: dict[str, list[Note]] = {}
    for note in notes:
        members.setdefault(note.cluster, []).append(note)
    clusters = sorted(
        (cluster for cluster in place.all(Cluster) if cluster.id in members),
        key=lambda cluster: cluster.place,
    )
    grouped = [
        Candidate(
            item=cluster.id,
            title=cluster.title or members[cluster.id][0].text,
            notes=len(members[cluster.id]),
        )
        for cluster in clusters
    ]
    lone = [Candidate(item=note.id, title=note.text, notes=1) for note in members.get("", ())]
    return (*grouped, *lone)
