"""Tables: rows that anyone writes and all see at once, and the row for doing nothing."""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta

from .agenda import Step, StepStarted, check_unlocked, sources, the_step, writable_step
from .changing import StepChanged
from .clusters import Cluster
from .limits import LIMITS
from .messages import By, Command, Event, Id, OptionalId, Refused, Text
from .notes import Authorship, Note, StepSealed, name_of, original_of, shuffled
from .people import name_of as person_of
from .records import Gone, Place, Record, kind_of
from .rows import Row, rows_of, the_row
from .setup import Field, Key
from .text import line, tidy, within
from .times import day


class Words(NamedTuple):
    """What something is called, and the note whose words these are, where they are a note's."""

    text: str
    note: str = ""


Cells = Annotated[dict[Key, Text], Meta(max_length=12)]


class AddRow(Command, frozen=True, kw_only=True):
    """With `about` and nothing for the first field, the row is called what that note or cluster is called."""

    id: Id
    step: Id
    cells: Cells
    about: OptionalId = ""


class ChangeRow(Command, frozen=True, kw_only=True):
    """Only what is given changes; an empty text clears a field."""

    row: Id
    cells: Cells


class RemoveRow(Command, frozen=True, kw_only=True):
    row: Id


class RowAdded(Event, frozen=True, kw_only=True):
    row: Row


class RowChanged(Event, frozen=True, kw_only=True):
    row: str
    cells: dict[str, str]


class RowRemoved(Event, frozen=True, kw_only=True):
    row: str


def add_row(place: Place, command: AddRow, by: By) -> Iterator[Event]:
    step = the_table(place, command.step, by)
    place.check_new(command.id)
    check_room(place, step, by)
    cells, quotes = cells_of(step, command.cells), dict[str, str]()
    if command.about:
        words = what_it_is_about(place, step, command.about)
        cells = named_after(step, cells, words.text)
        quotes = quoted(step, cells, words)
    yield RowAdded(
        row=Row(
            id=command.id,
            step=step.id,
            cells=whole(step, cells),
            about=command.about,
            quotes=quotes,
            place=max((row.place for row in rows_of(place, step.id)), default=0) + 1,
            name="" if step.anonymous else name_of(place, by),
            owner=by.name,
        )
    )


def the_table(place: Place, step_id: str, by: By) -> Step:
    """The step, if it takes rows now: not before the meeting, for everyone sees them at once."""
    step = writable_step(place, step_id, by.at, "cells")
    if step.layout != "table":
        raise Refused("no_rows_here", "cells", title=step.title)
    if step.sealed:
        raise Refused("step_sealed", "cells")
    if step.state != "open":
        raise Refused("step_closed", "cells", title=step.title)
    return step


def check_room(place: Place, step: Step, by: By) -> None:
    own = sum(row.step == step.id for row in place.owned_by(by.name, Row))
    if by.role != "facilitator" and own >= LIMITS.rows_per_person_and_step:
        raise Refused("too_many_rows", "cells", limit=LIMITS.rows_per_person_and_step)
    if place.count(Row) >= LIMITS.rows:
        raise Refused("too_many_rows", "cells", limit=LIMITS.rows)


def cells_of(step: Step, given: dict[str, str]) -> dict[str, str]:
    """The texts made safe to show; `no_such_cell` where the step does not ask for one of them."""
    fields = {field.id: field for field in step.setup.fields}
    if not given.keys() <= fields.keys():
        raise Refused("no_such_cell", "cells")
    return {key: text_of(fields[key], text) for key, text in given.items()}


def text_of(field: Field, text: str) -> str:
    match field.form:
        case "date":
            return day(text, "cells")
        case "person":
            return person_of(text)
        case "text":
            return within(tidy(text), LIMITS.note_graphemes, "cells")
        case _:
            return within(line(text), LIMITS.title_graphemes, "cells")


def what_it_is_about(place: Place, step: Step, item: str) -> Words:
    """What the room calls the note or cluster; `no_such_item` where it has not seen it."""
    here = sources(place, step)
    cluster, note = place.get(Cluster, item), place.get(Note, item)
    if cluster and cluster.step in here:
        return Words(cluster.title) if cluster.title else first_words(place, cluster.id)
    if note and note.step in here and note.readers == "all":
        return Words(note.text, original_of(note))
    raise Refused("no_such_item", "about")


def first_words(place: Place, cluster: str) -> Words:
    inside = (n for n in place.all(Note) if n.cluster == cluster and n.readers == "all")
    first = min(inside, key=lambda note: note.place, default=None)
    return Words(first.text, original_of(first)) if first else Words("")


def named_after(step: Step, cells: dict[str, str], words: str) -> dict[str, str]:
    first = next((field.id for field in step.setup.fields), "")
    return {first: words, **{key: text for key, text in cells.items() if text}} if first else cells


def quoted(step: Step, cells: dict[str, str], words: Words) -> dict[str, str]:
    """Which cell has a note's words; what was typed in their place is the writer's own."""
    first = next((field.id for field in step.setup.fields), "")
    is_its = words.note and line(cells.get(first, "")) == line(words.text)
    return {first: words.note} if is_its else {}


def whole(step: Step, cells: dict[str, str]) -> dict[str, str]:
    """In the order of the fields, without empty ones; `empty` where nothing names the row."""
    fields = [field.id for field in step.setup.fields]
    if not fields or not cells.get(fields[0]):
        raise Refused("empty", "cells")
    return {field: text for field in fields if (text := cells.get(field))}


def change_row(place: Place, command: ChangeRow, by: By) -> Iterator[Event]:
    row, step = changeable(place, command.row, by)
    cells = whole(step, {**row.cells, **cells_of(step, command.cells)})
    if cells != row.cells:
        yield RowChanged(row=row.id, cells=cells)


def changeable(place: Place, row_id: str, by: By) -> tuple[Row, Step]:
    """The row, if it is the speaker's; facilitators tidy up for all."""
    row = the_row(place, row_id)
    step = the_step(place, row.step)
    if by.role != "facilitator":
        if not row.owner or row.owner not in by.names:
            raise Refused("not_yours", "row")
        check_unlocked(step, "writing", "cells")
    return row, step


def remove_row(place: Place, command: RemoveRow, by: By) -> Iterator[Event]:
    row, _ = changeable(place, command.row, by)
    if row.nothing:
        raise Refused("nothing_stays", "row")
    yield RowRemoved(row=row.id)


def row_added(place: Place, event: RowAdded) -> Iterator[Record]:
    yield event.row
    if event.row.owner:
        yield Authorship(id=event.row.id, owner=event.row.owner)


def row_changed(place: Place, event: RowChanged) -> Iterator[Record]:
    if row := place.get(Row, event.row):
        yield msgspec.structs.replace(row, cells=event.cells, quotes=still_quoted(row, event.cells))


def still_quoted(row: Row, cells: dict[str, str]) -> dict[str, str]:
    """What was written anew is no note's words any more."""
    return {
        field: note
        for field, note in row.quotes.items()
        if cells.get(field, "") == row.cells.get(field, "")
    }


def row_removed(place: Place, event: RowRemoved) -> Iterator[Gone]:
    if place.get(Row, event.row):
        yield Gone(kind_of(Row), event.row)
        if place.get(Authorship, event.row):
            yield Gone(kind_of(Authorship), event.row)


def rows_begun(place: Place, event: StepStarted) -> Iterator[Record | Gone]:
    yield from doing_nothing(place, event.step)


def table_changed(place: Place, event: StepChanged) -> Iterator[Record | Gone]:
    step = the_step(place, event.step)
    if "setup" in event.changes and step.state != "planned":
        yield from doing_nothing(place, step)


def doing_nothing(place: Place, step: Step) -> Iterator[Record | Gone]:
    """A begun table that compares with doing nothing has a row for it, and none otherwise."""
    row_id = shuffled("doing nothing", step.id).hex()[:32]
    known = place.get(Row, row_id)
    if step.layout == "table" and step.setup.nothing:
        words = step.setup.doing_nothing
        first = next((field.id for field in step.setup.fields), "")
        if known is None:
            cells = {first: words} if first and words else {}
            yield Row(id=row_id, step=step.id, cells=cells, nothing=True)
    elif known:
        yield Gone(kind_of(Row), row_id)


def rows_sealed(place: Place, event: StepSealed) -> Iterator[Record | Gone]:
    """What stands in the table stays, and is nobody's any more."""
    for row in [row for row in place.all(Row) if row.step == event.step and row.owner]:
        yield msgspec.structs.replace(row, owner="")
        if place.get(Authorship, row.id):
            yield Gone(kind_of(Authorship), row.id)


RULES = {AddRow: add_row, ChangeRow: change_row, RemoveRow: remove_row}
EFFECTS = {
    RowAdded: row_added,
    RowChanged: row_changed,
    RowRemoved: row_removed,
    StepStarted: rows_begun,
    StepChanged: table_changed,
    StepSealed: rows_sealed,
}
