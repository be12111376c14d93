"""A part of what a step came to, ready to be laid out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.export.board.flow import Choices, Make


def sizes(ems: float, *points: float) -> Choices:
    """Each size with as many columns as leave so many ems to each; more than one sheet is set at the last."""
    return [(size, max(1, round(LINE / (ems * size)))) for size in points]


LINE = 1110.0  # points across a sheet
NOTES = sizes(13, 20, 18, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 10)
CARDS = sizes(20, 26, 22, 20, 18, 16, 14, 12, 11, 10, 9, 11)
ROWS = sizes(46, 22, 18, 15, 13, 12, 11, 10, 9, 11)


@dataclass(frozen=True)
class Part:
    """Boxes to draw on one sheet or more. `sub` says in words what they are, `told` what a picture's
    listener should hear besides. `beside` draws a square of a side to their left.
    """

    make: Make
    choices: Choices
    sub: str = ""
    told: Sequence[str] = ()
    beside: Callable[[float], str] | None = None
