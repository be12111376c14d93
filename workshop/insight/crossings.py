"""Where threads meet, and which of two goes over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sin

from workshop.insight.weave import Strand, Thread


@dataclass(frozen=True)
class Crossing:
    """Where a thread meets another, and whether it goes over it."""

    x: float
    over: bool


def crossings(woven: Sequence[Thread]) -> list[list[Crossing]]:
    """For each thread, in order of x, its meetings; of two that meet one is over, one under."""
    found: list[list[Crossing]] = [[] for _ in woven]
    for place, first in enumerate(woven[0]):
        if not first.wavelength:
            continue
        for one in range(len(woven)):
            for other in range(one + 1, len(woven)):
                a, b = woven[one][place], woven[other][place]
                for x in _meetings(a, b):
                    over = sin(a.turn(x)) >= sin(b.turn(x))
                    found[one].append(Crossing(x, over))
                    found[other].append(Crossing(x, not over))
    return [sorted(each, key=lambda crossing: crossing.x) for each in found]


def _meetings(a: Strand, b: Strand) -> Iterable[float]:
    length = a.run.end - a.run.start
    steps = ceil(48 * length / a.wavelength) + 8
    x, gap = a.run.start, a.lane - b.lane
    for step in range(1, steps + 1):
        after = a.run.start + length * step / steps
        gap_after = a.y(after) - b.y(after)
        if gap * gap_after < 0:
            yield x + (after - x) * gap / (gap - gap_after)
        x, gap = after, gap_after


def pieces(met: Sequence[Crossing], start: float, end: float) -> list[tuple[float, float, bool]]:
    """Cut a stretch half-way between a crossing over and a crossing under."""
    pieces: list[tuple[float, float, bool]] = []
    inside = [crossing for crossing in met if start < crossing.x < end]
    over = True
    for before, after in pairwise([Crossing(start, True), *inside, Crossing(end, True)]):
        if before.over != after.over:
            middle = (before.x + after.x) / 2
            pieces.append((start, middle, over))
            start, over = middle, after.over
    return [*pieces, (start, end, over)]
