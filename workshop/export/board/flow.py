"""Boxes in columns: as large as they go on one sheet, and on more sheets before they grow too small to read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workshop.export.board.drawing import Box, moved

GUTTER = 14.0
ROOM = 1.3  # sheets; what would need more at a smaller size is not tried at each size between
HALVINGS = 10


@dataclass(frozen=True)
class Area:
    """Where boxes may stand on a sheet."""

    x: float
    y: float
    wide: float
    high: float

    def column(self, columns: int) -> float:
        """How wide one of so many columns is."""
        return (self.wide - GUTTER * (columns - 1)) / columns


Make = Callable[[float, float], Iterable[Box]]
"""Boxes at a size, for columns of a width."""
Choices = Sequence[tuple[float, int]]
"""Sizes and numbers of columns, the largest first; the last is for more sheets than one."""


def laid(make: Make, choices: Choices, area: Area) -> list[str]:
    """The drawing of each sheet, at the first choice that fills one at most, else at the last."""
    columns, filled = fitting(make, choices, area)
    even = level(filled, -(-len(filled) // columns) * columns, area.high)
    sheets = [even[at : at + columns] for at in range(0, len(even), columns)]
    return [drawn(sheet, columns, area) for sheet in sheets]


def fitting(make: Make, choices: Choices, area: Area) -> tuple[int, list[list[Box]]]:
    *one_sheet, paged = choices
    for size, columns in one_sheet:
        filled = columns_of(list(make(size, area.column(columns))), area.high)
        if len(filled) <= columns and max(map(height, filled), default=0) <= area.high:
            return columns, filled
        if len(filled) / columns * (one_sheet[-1][0] / size) ** 2 > ROOM:
            break
    size, columns = paged
    return columns, columns_of(list(make(size, area.column(columns))), area.high)


def columns_of(boxes: Sequence[Box], high: float, whole: bool = False) -> list[list[Box]]:
    """From the top of each column down; a box that leads stands with what it leads, or `whole` with all of it."""
    columns, column, used = list[list[Box]](), list[Box](), 0.0
    again: tuple[float, str] | None = None
    for at, box in enumerate(boxes):
        need = box.gap + box.height + below(boxes, at, whole)
        if column and (box.fresh or used + need > high):
            columns.append(column)
            column = list(carried(again)) if not box.leads else []
            used = height(column)
        used += box.height + (box.gap if column else 0)
        again = box.again if box.leads else again
        column.append(box)
    return [*columns, column] if column else columns


def carried(again: tuple[float, str] | None) -> Iterator[Box]:
    if again:
        yield Box(*again, leads=True, again=again, carried=True)


def below(boxes: Sequence[Box], at: int, whole: bool) -> float:
    """How high that is which must stand under a box that leads: the next one, or all up to its like."""
    high, leads = 0.0, boxes[at].leads
    for box in boxes[at + 1 :] if leads else ():
        if whole and box.leads:
            break
        high += box.gap + box.height
        if not (whole or box.leads):
            break
    return high


def height(column: Sequence[Box]) -> float:
    return sum(box.height for box in column) + sum(box.gap for box in column[1:])


def level(filled: list[list[Box]], columns: int, high: float) -> list[list[Box]]:
    """The same boxes in columns as even as they go, so that sheets fill from the top. What belongs
    together stays in one column where there is room for that.
    """
    boxes = [box for column in filled for box in column if not box.carried]
    whole = fits(columns_of(boxes, high, whole=True), columns, high)
    best = columns_of(boxes, high, whole=True) if whole else filled
    low = max(box.height + below(boxes, at, whole) for at, box in enumerate(boxes))
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        tried = columns_of(boxes, middle, whole)
        if fits(tried, columns, high):
            best, high = tried, middle
        else:
            low = middle
    return best


def fits(tried: list[list[Box]], columns: int, high: float) -> bool:
    return len(tried) <= columns and max(map(height, tried)) <= high


def drawn(columns: list[list[Box]], most: int, area: Area) -> str:
    wide = area.column(most) + GUTTER
    return "".join(
        moved(down(column), area.x + at * wide, area.y) for at, column in enumerate(columns)
    )


def down(column: Sequence[Box]) -> str:
    drawn, top = "", 0.0
    for at, box in enumerate(column):
        top += box.gap if at else 0
        drawn += moved(box.svg, 0, top)
        top += box.height
    return drawn
