"""Pieces of SVG: words in lines, papers, bars. Every length is in points."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from workshop.export.board.measure import wrapped
from workshop.export.palette import Paper, tokens
from workshop.export.typesetting import shown

LEADING = 1.26  # of the size, from line to line
RISE = 0.96  # of the size, from the top of a line to what letters stand on


@dataclass(frozen=True)
class Box:
    """A piece that is laid out whole. `gap` is the room above it, unless it stands at the top of a column.

    `leads`: it stands in one column with what follows. `again` is the height and the drawing of what heads
    the next column where what it leads goes on there, and that is `carried`. `fresh`: in a column of its own.
    """

    height: float
    svg: str
    gap: float = 0
    leads: bool = False
    again: tuple[float, str] | None = None
    carried: bool = False
    fresh: bool = False


@dataclass(frozen=True)
class Look:
    """How words are set. Those of a `level` are a heading to who listens."""

    size: float
    weight: int = 400
    fill: str = "ink"
    level: int = 0

    @property
    def line(self) -> float:
        return self.size * LEADING


def n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def colour(name: str) -> str:
    return tokens().get(name, name)


def said(text: str, x: float, y: float, look: Look, anchor: str = "start") -> str:
    """One line of words; `y` is its top."""
    return lined([text], x, y, look, anchor)


def lined(lines: Iterable[str], x: float, y: float, look: Look, anchor: str = "start") -> str:
    """The lines of one text as one element, in the shape that `lettering` reads."""
    first = y + look.size * RISE
    drawn = "".join(
        f'<tspan x="{n(x)}" y="{n(first + at * look.line)}">{escape(shown(one))}</tspan>'
        for at, one in enumerate(lines)
    )
    return (
        f'<text class="h{look.level}" font-size="{n(look.size)}" font-weight="{look.weight}"'
        f' fill="{colour(look.fill)}" text-anchor="{anchor}">{drawn}</text>'
    )


def words(text: str, room: float, look: Look, x: float = 0, y: float = 0) -> tuple[str, float]:
    """A text in lines no wider than `room`, and how high they are together."""
    found = wrapped(shown(text), room / look.size, look.weight)
    return lined(found, x, y, look) if found else "", len(found) * look.line


def stacked(
    texts: Iterable[tuple[str, Look]], room: float, x: float = 0, y: float = 0, gap: float = 0
) -> tuple[str, float]:
    """Texts under one another, without the empty ones; how high they are with `y`."""
    drawn, top = "", y
    for text, look in texts:
        if text:
            svg, high = words(text, room, look, x, top)
            drawn, top = drawn + svg, top + high + gap
    return drawn, top - (gap if drawn else 0)


def rect(x: float, y: float, wide: float, high: float, fill: str, more: str = "") -> str:
    return (
        f'<rect x="{n(x)}" y="{n(y)}" width="{n(wide)}" height="{n(high)}"'
        f' fill="{colour(fill)}"{more}/>'
    )


def line(x: float, y: float, right: float, foot: float, stroke: str, weight: float = 1) -> str:
    return (
        f'<path d="M{n(x)} {n(y)}L{n(right)} {n(foot)}" fill="none"'
        f' stroke="{colour(stroke)}" stroke-width="{n(weight)}"/>'
    )


def disc(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" fill="{colour(fill)}"/>'


def moved(svg: str, x: float, y: float) -> str:
    return f'<g transform="translate({n(x)} {n(y)})">{svg}</g>' if svg else ""


def sheet_of_paper(wide: float, high: float, paper: Paper, type_: str, hem: float) -> str:
    """A note's paper: fill, edge, a lifted corner, and the hem that tells its type without colour."""
    corner = min(12.0, high / 3)
    edge = (
        f"M2 0H{n(wide - 2)}Q{n(wide)} 0 {n(wide)} 2V{n(high - corner)}Q{n(wide)} {n(high)}"
        f" {n(wide - corner)} {n(high)}H2Q0 {n(high)} 0 {n(high - 2)}V2Q0 0 2 0Z"
    )
    return (
        f'<path d="{edge}" fill="{paper.fill}" stroke="{paper.edge}" stroke-width=".8"/>'
        f'<rect width="{n(wide)}" height="{n(hem)}" fill="url(#hem-{type_})"/>'
    )


def hem_pattern(type_: str, paper: Paper, hem: float) -> str:
    drawn = re.sub("#000", paper.edge, paper.hem)
    return (
        f'<pattern id="hem-{type_}" width="{n(hem * 1.2)}" height="{n(hem)}"'
        f' patternUnits="userSpaceOnUse" viewBox="0 0 12 10">'
        f'<g fill="{paper.edge}">{drawn}</g></pattern>'
    )
