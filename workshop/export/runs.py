"""The band of the day that was held: its runs, the words under them, and the drawing."""

from itertools import groupby
from typing import cast

from workshop.export import reading, telling
from workshop.export.parts import Report, StepLine
from workshop.insight.band import Phase, Segment, band_svg
from workshop.words import PHASES

ROOM_FOR_A_WORD = 0.11  # of the band, on the narrowest screen where they stand below it


def run_steps(report: Report) -> list[StepLine]:
    """The agenda as it became: what a closed workshop never came to is not in its band."""
    if report.workshop.state == "closed":
        return reading.held(report.agenda)
    return list(report.agenda)


def band(report: Report, steps: list[StepLine]) -> str:
    """The band of that very day, filled up to where the workshop stood."""
    segments = [Segment(cast("Phase", step.phase), telling.minutes_of(step)) for step in steps]
    done = report.workshop.state == "closed"
    return band_svg(segments, "page", minutes_before(steps), done=done)


def minutes_before(steps: list[StepLine]) -> float | None:
    """Where the open step begins, in minutes; nothing where no step is open."""
    passed = 0
    for step in steps:
        if step.state == "open":
            return passed
        passed += telling.minutes_of(step)
    return None


def phase_runs(steps: list[StepLine]) -> list[tuple[str, int]]:
    return [
        (phase, sum(telling.minutes_of(step) for step in run))
        for phase, run in groupby(steps, key=lambda step: step.phase)
    ]


def words_under(steps: list[StepLine]) -> list[tuple[str, int]]:
    """Each run of the band in minutes, and the phase whose word stands under it; empty where there is
    no room for one.
    """
    runs = phase_runs(steps)
    wide = sum(minutes for _phase, minutes in runs) * ROOM_FOR_A_WORD
    return [
        (phase if phase in PHASES and minutes >= wide else "", minutes) for phase, minutes in runs
    ]
