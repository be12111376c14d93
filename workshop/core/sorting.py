"""Notes are sorted into the columns of a step, once the room sees them; the last move holds."""

from collections.abc import Iterator

import msgspec

from .agenda import Step, check_unlocked, open_step
from .clusters import movable
from .labels import column_in, type_in
from .messages import By, Command, Event, Id, Refused
from .notes import Note
from .records import Place, Record


class SortNote(Command, frozen=True, kw_only=True):
    """By any hand where the room makes sense of what it has (`frame` and `integrate`), else by facilitators.

    A writer's own note is moved by ChangeNote, which is signed as the note is.
    """

    step: Id
    note: Id
    column: str


class NoteSorted(Event, frozen=True, kw_only=True):
    note: str
    column: str
    type: str


def sort_note(place: Place, command: SortNote, by: By) -> Iterator[Event]:
    step = sorting_step(place, command.step, by)
    note = movable(place, step, command.note, by)
    column = column_in(step, command.column)
    if note.column != column:
        yield NoteSorted(note=note.id, column=column, type=type_in(step, column, note.type))


def sorting_step(place: Place, step_id: str, by: By) -> Step:
    """The room's own step, if this speaker may sort there: `no_sorting_here`, `step_locked`."""
    step = open_step(place, step_id)
    for_all = step.phase in ("frame", "integrate")
    if not step.setup.columns or not (for_all or by.role == "facilitator"):
        raise Refused("no_sorting_here", "step", title=step.title)
    check_unlocked(step, "moving")
    return step


def note_sorted(place: Place, event: NoteSorted) -> Iterator[Record]:
    if note := place.get(Note, event.note):
        yield msgspec.structs.replace(note, column=event.column, type=event.type)


RULES = {SortNote: sort_note}
EFFECTS = {NoteSorted: note_sorted}
