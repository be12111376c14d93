"""The threads of the band as lines of points, for drawings that are no SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from workshop.export import telling
from workshop.export.parts import StepLine
from workshop.insight.weave import Phase, Segment, Strand, runs, threads

THREADS = 9
POINTS = 110  # along a whole thread: at that distance the eye sees a curve


@dataclass(frozen=True)
class Line:
    """A thread through one phase; `phase` is `thread` for the red one, which lies over the others."""

    phase: str
    points: tuple[tuple[float, float], ...]


def band_lines(steps: Sequence[StepLine], wide: float, high: float) -> list[Line]:
    """From left to right within the measures, the red thread last."""
    segments = [Segment(cast("Phase", step.phase), telling.minutes_of(step)) for step in steps]
    woven = threads(runs(segments or [Segment("frame", 1)], wide), THREADS, high / 2)
    red = THREADS // 2
    gap = wide / POINTS
    others = [it for at, thread in enumerate(woven) if at != red for it in drawn(thread, high, gap)]
    return others + [Line("thread", it.points) for it in drawn(woven[red], high, gap)]


def drawn(thread: Sequence[Strand], high: float, gap: float) -> Iterator[Line]:
    for strand in thread:
        run = strand.run
        count = max(1, round((run.end - run.start) / gap))
        xs = (run.start + (run.end - run.start) * at / count for at in range(count + 1))
        yield Line(run.phase, tuple((x, high / 2 * (1 + strand.y(x))) for x in xs))
