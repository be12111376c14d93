"""Rows of a table: one thing beside others, told in the fields that the step asks for."""

import msgspec

from .agenda import Step
from .messages import Refused
from .records import Place, Record


class Row(Record, frozen=True, kw_only=True, tag="row"):
    """`cells` are texts by the id of their field, in the order of the fields; the first one names the row.

    `about` is the note or cluster that it was taken from, and `quotes` the note whose own words stand in
    a cell, by the id of the field. `nothing` is the row for doing nothing, which the step has of itself.
    `name` is the writer's where the step is not anonymous; `owner` (never sent) as in a note.
    """

    step: str
    cells: dict[str, str]
    about: str = ""
    quotes: dict[str, str] = msgspec.field(default_factory=dict)
    nothing: bool = False
    place: int = 0
    name: str = ""
    owner: str = ""


def the_row(place: Place, row_id: str, field: str = "row") -> Row:
    if (row := place.get(Row, row_id)) is None:
        raise Refused("no_such_row", field)
    return row


def rows_of(place: Place, step_id: str) -> list[Row]:
    """In the order of writing, which all have seen; doing nothing stands last."""
    rows = (row for row in place.all(Row) if row.step == step_id)
    return sorted(rows, key=lambda row: (row.nothing, row.place, row.id))


def title_of(step: Step, row: Row) -> str:
    """The text of the first field; of another one where that was taken out of the table since."""
    return row.cells.get(naming_field(step, row), "")


def called_by(step: Step, row: Row) -> str:
    """The note whose words the row goes by, where they are a note's."""
    return row.quotes.get(naming_field(step, row), "")


def naming_field(step: Step, row: Row) -> str:
    asked = (field.id for field in step.setup.fields)
    return next((field for field in (*asked, *row.cells) if row.cells.get(field)), "")
