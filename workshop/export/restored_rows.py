"""The rows of tables, as records again, and what the fields of a table were."""

from collections.abc import Iterator

from workshop.core.rows import Row
from workshop.core.setup import Field
from workshop.export.parts import Report, RowLine

UNNAMED = ""  # where a row is called by a field that the table no longer had


def rows(report: Report) -> Iterator[Row]:
    for place, line in enumerate(report.rows, 1):
        yield Row(
            id=line.id,
            step=line.step,
            cells=cells(line),
            about=line.about,
            nothing=line.nothing,
            place=0 if line.nothing else place,
            name=line.name,
        )


def cells(line: RowLine) -> dict[str, str]:
    told = {it.field: it.text for it in line.cells}
    return told or ({UNNAMED: line.title} if line.title else {})


def fields(lines: list[RowLine]) -> tuple[Field, ...]:
    """All that any row of a table tells, in an order that suits each of them."""
    found: list[Field] = []
    for line in lines:
        at = 0
        for it in line.cells:
            field = Field(id=it.field, title=it.title, form=it.form)  # type: ignore[arg-type]
            if field not in found:
                found.insert(at, field)
            at = found.index(field) + 1
    return tuple(found)
