"""How wide and how tall the cells of a sheet must be for all that stands in them to be seen."""

from collections.abc import Sequence
from textwrap import wrap

from workshop.export.table import Cell, Table

NARROW, WIDE = 8, 60  # signs
TO_FILTER = 4  # signs that the button in the head takes
LINE, TALLEST = 15.0, 405.0  # points; a spreadsheet makes no row taller than 409


def widths(table: Table, lines: Sequence[Sequence[Cell]]) -> list[int]:
    """In signs, by column."""
    columns = zip(*lines, strict=True)
    return [width(title, cells) for title, cells in zip(table.head, columns, strict=True)]


def width(title: str, cells: Sequence[Cell]) -> int:
    """As wide as the longest line needs, within what an eye can follow."""
    longest = max(len(line) for cell in cells for line in str(cell).split("\n"))
    word = max(map(len, title.split())) + TO_FILTER
    return min(max(NARROW, word, longest + 2), WIDE)


def height_of_head(table: Table, wide: Sequence[int]) -> float:
    pairs = zip(table.head, wide, strict=True)
    return LINE * max(len(wrap(title, each - TO_FILTER)) for title, each in pairs)


def height(line: Sequence[Cell], wide: Sequence[int]) -> float:
    """Not every program makes a row as tall as its text when it opens a file, so the file says it."""
    return min(TALLEST, LINE * max(map(lines_of, line, wide)))


def lines_of(cell: Cell, wide: int) -> int:
    """A line that does not fit breaks between words, so each holds a little less than the width."""
    signs = wide - 4 if wide == WIDE else wide
    return sum(1 + max(0, len(line) - 1) // signs for line in str(cell).split("\n"))
