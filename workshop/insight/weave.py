"""The shape of the band: threads that spread, cross over and under, and run together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal

Phase = Literal["frame", "open", "integrate", "close", "break"]

THIN = 0.035  # half-height where the threads lie together, as a part of the whole
BLEND = 0.28  # the part of a weave in which lanes turn into waves, and back
BLEND_MOST = 0.45  # the same in wavelengths: a longer blend would fold the threads together
WAVE = 2.3  # a wavelength in heights of the weave


@dataclass(frozen=True)
class Segment:
    """One stretch of the agenda, in minutes."""

    phase: Phase
    minutes: int


@dataclass(frozen=True)
class Run:
    """Neighbouring segments of one phase, from x to x, from half-height to half-height."""

    phase: Phase
    start: float
    end: float
    low: float
    high: float


def runs(segments: Iterable[Segment], width: float) -> list[Run]:
    """Join neighbours of one phase and lay them along the width; x is minutes."""
    joined: list[tuple[Phase, int]] = []
    for segment in segments:
        if joined and joined[-1][0] == segment.phase:
            joined[-1] = (segment.phase, joined[-1][1] + segment.minutes)
        else:
            joined.append((segment.phase, segment.minutes))
    scale = width / max(1, sum(minutes for _, minutes in joined))
    laid: list[Run] = []
    x, height = 0.0, THIN
    for phase, minutes in joined:
        after = _height_after(phase, height)
        laid.append(Run(phase, x, x + minutes * scale, height, after))
        x, height = x + minutes * scale, after
    return laid


def _height_after(phase: Phase, height: float) -> float:
    if phase == "break":
        return height
    if phase == "integrate":
        return max(0.62, 0.82 * height)
    return 1.0 if phase == "open" else THIN


def height_at(run: Run, x: float) -> float:
    """Half-height in a run: a quarter sine up, a quarter cosine down, else an easy slope."""
    part = (x - run.start) / max(run.end - run.start, 1e-9)
    if run.phase == "open":
        return run.low + (run.high - run.low) * sin(part * pi / 2)
    if run.phase == "integrate":
        return run.low + (run.high - run.low) * _eased(min(1.0, part / BLEND))
    return run.high + (run.low - run.high) * cos(part * pi / 2)


def _eased(part: float) -> float:
    return part * part * (3 - 2 * part)


@dataclass(frozen=True)
class Strand:
    """One thread in one run: its lane before and after, and its wave if the run is a weave."""

    run: Run
    lane: float
    lane_after: float
    phase: float = 0.0
    wavelength: float = 0.0

    def turn(self, x: float) -> float:
        """The angle of the wave in radians; its sine above 0 means in front."""
        return self.phase + 2 * pi * (x - self.run.start) / self.wavelength

    @property
    def blend(self) -> float:
        """How far from either end the lanes turn into waves, in the unit of x."""
        return min(BLEND * (self.run.end - self.run.start), BLEND_MOST * self.wavelength)

    def y(self, x: float) -> float:
        """Distance from the middle, as a part of the largest half-height; down is positive."""
        if not self.wavelength:
            return height_at(self.run, x) * self.lane
        wave = cos(self.turn(x))
        near = min(x - self.run.start, self.run.end - x, self.blend) / self.blend
        lane = self.lane if 2 * x < self.run.start + self.run.end else self.lane_after
        return height_at(self.run, x) * (lane + (wave - lane) * _eased(near))


Thread = list[Strand]


def threads(laid: Sequence[Run], count: int, half: float) -> list[Thread]:
    """All threads through all runs; the middle one of the first run is the red one.

    `half` is the largest half-height in the unit of x, which sets how tight the weave is."""
    lanes = [_lane(rank, count) for rank in range(count)]
    woven: list[Thread] = [[] for _ in range(count)]
    for run in laid:
        strands = _weave(run, lanes, half) if run.phase == "integrate" else _level(run, lanes)
        for thread, strand in zip(woven, strands, strict=True):
            thread.append(strand)
        lanes = [strand.lane_after for strand in strands]
    return woven


def _lane(rank: int, count: int) -> float:
    return 2 * rank / (count - 1) - 1


def _level(run: Run, lanes: list[float]) -> list[Strand]:
    return [Strand(run, lane, lane) for lane in lanes]


def _weave(run: Run, lanes: list[float], half: float) -> list[Strand]:
    """Give each thread the evenly spaced angle that matches its place, and keep the new order."""
    count, length = len(lanes), run.end - run.start
    turns = max(1, round(count * length / (2 * WAVE * half * run.high)))
    if turns % count in (0, 1, count - 1):  # the red thread shall come out somewhere else
        turns += 2
    offset = count / 4 % 1  # so that the middle thread starts in front
    angles = sorted((2 * pi * (k + offset) / count for k in range(count)), key=cos)
    starts = _ranked(lanes, angles)
    ends = [cos(start + 2 * pi * turns / count) for start in starts]
    after = _ranked(ends, [_lane(rank, count) for rank in range(count)])
    wavelength = length * count / turns
    return [
        Strand(run, lane, end, start, wavelength)
        for lane, end, start in zip(lanes, after, starts, strict=True)
    ]


def _ranked(values: list[float], by_rank: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    given = [0.0] * len(values)
    for rank, index in enumerate(order):
        given[index] = by_rank[rank]
    return given
