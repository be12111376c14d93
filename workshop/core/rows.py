"""Rows of a table: one thing beside others, told in the fields that the step asks for."""

from .agenda import Step
from .messages import Refused
from .records import Place, Record


class Row(Record, frozen=True, kw_only=True, tag="row"):
    """`cells` are texts by the id of their field, in the order of the fields; the first one names the row.

    `about` is the note or cluster that it was taken from. `nothing` is the row for doing nothing, which the step
    has of itself. `name` is the writer's where the step is not anonymous; `owner` (never sent) as in a note.
    """

    step: str
    cells: dict[str, str]
    about: str = ""
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
    told = [text for field in step.setup.fields if (text := row.cells.get(field.id))]
    return next(iter([*told, *row.cells.values()]), "")
