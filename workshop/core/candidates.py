"""What can be chosen among: rows, clusters and lone notes, but for what was dropped on the way."""

from collections.abc import Iterator

import msgspec

from .agenda import Step, sources
from .clusters import Cluster
from .notes import Note, original_of
from .records import Place, Record
from .rows import Row, called_by, rows_of, title_of
from .scorings import Scoring


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What can be chosen: a cluster, a lone note or a row, as it read when the vote opened.

    `called` is the note whose words a cluster without a name goes by, or a row that was taken from it; of a
    copy its original, for a copy may be gone before it.
    """

    item: str
    title: str
    notes: int
    called: str = ""


class Choice(Record, frozen=True, kw_only=True, tag="choice"):
    """Whether one item is kept or dropped in one step, and why; `title` as it read then."""

    step: str
    item: str
    title: str
    choice: str
    reason: str = ""
    called: str = ""


def candidates_of(place: Place, step: Step, without: str | None = None) -> tuple[Candidate, ...]:
    """The rows of the nearest table, or else the clusters that hold notes and the notes that stand alone.

    A table stands for what its rows were taken from. What an earlier step has dropped is left out, and so is a
    note that only speaks for or against a row, or is of the type `without`.
    """
    gone = dropped_before(place, step)
    found = rows_to_compare(place, step) or clusters_and_notes(place, step, without)
    return tuple(candidate for candidate in found if candidate.item not in gone)


def rows_to_compare(place: Place, step: Step) -> list[Candidate]:
    for table in chain(place, step):
        if table.layout == "table" and (rows := rows_of(place, table.id)):
            return [candidate_of(table, row) for row in rows]
    return []


def candidate_of(table: Step, row: Row) -> Candidate:
    return Candidate(item=row.id, title=title_of(table, row), notes=0, called=called_by(table, row))


def chain(place: Place, step: Step) -> Iterator[Step]:
    """The step, its source, and so on back."""
    seen: set[str] = set()
    at: Step | None = step
    while at and at.id not in seen:
        seen.add(at.id)
        yield at
        at = place.get(Step, at.source)


def speaks_of_a_row(place: Place, note: Note) -> bool:
    """What speaks for or against a row is none of what is chosen among, also where the row has gone."""
    return bool(note.about) and place.get(Scoring, note.about) is None


def clusters_and_notes(place: Place, step: Step, without: str | None) -> list[Candidate]:
    """In the order of the wall."""
    here = sources(place, step)
    shown = (
        note
        for note in place.all(Note)
        if note.step in here
        and note.readers == "all"
        and not speaks_of_a_row(place, note)
        and note.type != without
    )
    members: dict[str, list[Note]] = {}
    for note in sorted(shown, key=lambda note: note.place):
        members.setdefault(note.cluster, []).append(note)
    clusters = (cluster for cluster in place.all(Cluster) if cluster.id in members)
    grouped = [
        Candidate(
            item=cluster.id,
            title=cluster.title or members[cluster.id][0].text,
            notes=len(members[cluster.id]),
            called="" if cluster.title else original_of(members[cluster.id][0]),
        )
        for cluster in sorted(clusters, key=lambda cluster: cluster.place)
    ]
    lone = [Candidate(item=note.id, title=note.text, notes=1) for note in members.get("", ())]
    return [*grouped, *lone]


def dropped_before(place: Place, step: Step) -> set[str]:
    """What the steps that this one works on have dropped; the one that the room came to last decides."""
    last: dict[str, str] = {}
    for earlier in reversed(list(chain(place, step))[1:]):
        last |= {it.item: it.choice for it in place.all(Choice) if it.step == earlier.id}
    return {item for item, choice in last.items() if choice == "drop"}
