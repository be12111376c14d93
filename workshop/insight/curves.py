"""Threads as short SVG paths: cubic curves through a few points, cut where over turns to under."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from workshop.insight.crossings import crossings, pieces
from workshop.insight.weave import THIN, Thread


@dataclass(frozen=True)
class Frame:
    """The measures of one size, in the drawing's own units."""

    width: int
    height: int
    threads: int
    weight: float
    red: float
    pad: float  # how far the soft fill goes beyond the outermost thread

    @property
    def half(self) -> float:
        return self.height / 2 - self.pad

    @property
    def ring(self) -> float:
        return self.red * 1.4 + 2

    @property
    def knot(self) -> float:
        return self.red + 2.2

    @property
    def length(self) -> float:
        return self.width - self.knot - self.red / 2


def n(value: float) -> str:
    """A number as SVG likes it short: one decimal, no idle zeros."""
    text = f"{value:.1f}".removesuffix(".0")
    return {"-0": "0"}.get(
        text, text.replace("0.", ".", 1) if text.lstrip("-")[:2] == "0." else text
    )


def height(thread: Thread, x: float, frame: Frame) -> float:
    strand = next((s for s in thread if x <= s.run.end), thread[-1])
    return frame.height / 2 + frame.half * strand.y(x)


def _nodes(thread: Thread) -> list[float]:
    """Where a curve needs a point: an eighth of a wave apart, a sixth of a slope."""
    nodes = [0.0]
    for strand in thread:
        run = strand.run
        length = run.end - run.start
        if strand.wavelength:
            parts = max(8, ceil(9 * length / strand.wavelength))
        else:
            parts = 1 if run.low == run.high else 5
        nodes += [run.start + length * k / parts for k in range(1, parts + 1)]
    return nodes


def _curve(thread: Thread, xs: Iterable[float], frame: Frame) -> str:
    """A run of cubic curves through the thread's points, with its own slopes at each of them."""
    points = list(xs)
    x, y = round(points[0], 1), round(height(thread, points[0], frame), 1)
    text = f"M{n(x)} {n(y)}c"
    numbers: list[str] = []
    for here, there in pairwise(points):
        third = (there - here) / 3
        end_x, end_y = round(there, 1), round(height(thread, there, frame), 1)
        rise_here = _slope(thread, here, third, frame, 1) * third
        rise_there = _slope(thread, there, third, frame, -1) * third
        start_y = height(thread, here, frame)
        numbers += [
            n(third),
            n(start_y + rise_here - y),
            n(end_x - third - x),
            n(height(thread, there, frame) - rise_there - y),
            n(end_x - x),
            n(end_y - y),
        ]
        x, y = end_x, end_y
    return text + _packed(numbers)


def _slope(thread: Thread, x: float, reach: float, frame: Frame, side: int) -> float:
    """The slope at x seen from one side, so that a corner between two runs stays a corner."""
    step = min(0.05, reach / 4) * side
    return (height(thread, x + step * 1.5, frame) - height(thread, x + step * 0.5, frame)) / step


def _packed(numbers: list[str]) -> str:
    text = ""
    for number in numbers:
        text += number if number.startswith("-") or not text else f" {number}"
    return text


def _stretches(thread: Thread, red: bool) -> list[tuple[float, float]]:
    """Where a thread is drawn: the red one everywhere, the others not while the band is one line."""
    drawn: list[tuple[float, float]] = []
    for strand in thread:
        if strand.run.high <= 2 * THIN and strand.run.low <= 2 * THIN and not red:
            continue
        start = drawn.pop()[0] if drawn and drawn[-1][1] == strand.run.start else strand.run.start
        drawn.append((start, strand.run.end))
    return drawn


def paths(woven: list[Thread], frame: Frame, name: str) -> str:
    """Four shapes, each drawn twice later: what lies under and over, the red thread apart."""
    parts: dict[str, list[str]] = {"under": [], "over": [], "red-under": [], "red-over": []}
    for index, (thread, met) in enumerate(zip(woven, crossings(woven), strict=True)):
        nodes, red = _nodes(thread), index == frame.threads // 2
        for stretch in _stretches(thread, red):
            for start, end, over in pieces(met, *stretch):
                inside = [x for x in nodes if start + 0.5 < x < end - 0.5]
                key = ("red-" if red else "") + ("over" if over else "under")
                parts[key].append(_curve(thread, [start, *inside, end], frame))
    return "".join(f'<path id="{name}-{key}" d="{"".join(d)}"/>' for key, d in parts.items())
