"""A saved workshop is opened again: all that the room had seen, in a place of its own, marked as imported."""

import re
from collections.abc import Iterator
from typing import ClassVar

import msgspec
from msgspec.structs import replace

from .agenda import Step
from .candidates import Choice
from .clusters import Cluster
from .continuing import Continued
from .cycles import Cycle
from .forms import Sheet
from .groups import Group
from .limits import LIMITS
from .lot import Parked
from .messages import By, Command, Event, Id, Refused, Time
from .notes import Note
from .outcomes import Action, Decision
from .polls import Poll
from .records import Place, Record
from .rows import Row
from .scorings import Scoring
from .votes import Round
from .weighing import Weighing
from .workshop import Workshop

Brought = (
    Step
    | Cycle
    | Group
    | Note
    | Cluster
    | Row
    | Choice
    | Round
    | Scoring
    | Weighing
    | Poll
    | Sheet
    | Continued
    | Decision
    | Action
    | Parked
)
MOST: dict[type[Record], int] = {
    Step: LIMITS.steps,
    Note: LIMITS.notes,
    Cluster: LIMITS.clusters,
    Row: LIMITS.rows + LIMITS.steps,  # doing nothing has a row of its own
    Poll: LIMITS.polls,
    Scoring: LIMITS.scorings,
    Weighing: LIMITS.scorings,
    Sheet: LIMITS.sheets,
    Decision: LIMITS.decisions,
    Action: LIMITS.actions,
    Parked: LIMITS.parked,
}
OTHERWISE = 1000
_ID = re.compile(r"[0-9a-z]{16,40}")


class Went(msgspec.Struct, frozen=True, kw_only=True):
    """A note that went to a cluster; the cluster is empty where it stood alone again."""

    note: str
    cluster: str


class Grown(msgspec.Struct, frozen=True, kw_only=True):
    """What came about at one moment, `at` so many seconds into the work there, while the room was in `step`."""

    at: int
    step: str
    came: tuple[str, ...]
    moved: tuple[Went, ...]
    told: tuple[str, ...]
    decided: tuple[str, ...]


class Imported(Record, frozen=True, kw_only=True, tag="imported"):
    """What a workshop was imported from: its id and code there, and `as_of`, when that was so. `at` is when it came.

    The numbers tell of what did not come along: people, `seats` of them, and what the room never saw.
    `growth` is how it came to be so, and is kept for the files alone.
    """

    workshop: str
    code: str
    as_of: Time
    at: Time = ""
    participants: int = 0
    seats: int = 0
    never_revealed: int = 0
    held_back: int = 0
    parked_held_back: int = 0
    growth: tuple[Grown, ...] = ()


class ImportWorkshop(Command, frozen=True, kw_only=True):
    """Only the server makes this one, of a workshop.json that it has read; it begins a log of its own."""

    server_only: ClassVar[bool] = True
    id: Id
    workshop: Workshop
    imported: Imported
    records: tuple[Brought, ...]


class WorkshopImported(Event, frozen=True, kw_only=True):
    workshop: Workshop
    imported: Imported
    records: tuple[Brought, ...]


def import_workshop(place: Place, command: ImportWorkshop, by: By) -> Iterator[Event]:
    if place.get(Workshop, command.id):
        raise Refused("id_taken", "id")
    check_ids(command)
    check_room(command.records)
    yield WorkshopImported(
        workshop=command.workshop,
        imported=replace(command.imported, at=by.at),
        records=tuple(come_to(command, record, by) for record in command.records),
    )


def come_to(command: ImportWorkshop, record: Brought, by: By) -> Brought:
    """The room comes back to the step that it was in, and its time there runs on."""
    if isinstance(record, Step) and record.id == command.workshop.step:
        return replace(record, came=by.at)
    return record


def check_ids(command: ImportWorkshop) -> None:
    """Each id is one that could have been given here, and is given once; a weighing bears its scoring's."""
    ids = [command.id, *(it.id for it in command.records if not isinstance(it, Weighing))]
    weighings = [it.id for it in command.records if isinstance(it, Weighing)]
    if len(set(ids)) < len(ids) or len(set(weighings)) < len(weighings):
        raise Refused("same_id_twice", "file")
    if not all(_ID.fullmatch(it) for it in (*ids, *weighings)):
        raise Refused("bad_workshop", "file", where="id")


def check_room(records: tuple[Brought, ...]) -> None:
    for kind in Brought.__args__:
        most = MOST.get(kind, OTHERWISE)
        if sum(isinstance(record, kind) for record in records) > most:
            raise Refused("too_much_saved", "file", limit=most)


def workshop_imported(place: Place, event: WorkshopImported) -> Iterator[Record]:
    yield event.workshop
    yield event.imported
    yield from event.records
    notes = (record.place for record in event.records if isinstance(record, Note))
    place.last_note_place = max([place.last_note_place, *notes])


RULES = {ImportWorkshop: import_workshop}
EFFECTS = {WorkshopImported: workshop_imported}
