"""report.html: one file that needs nothing else, for reading, printing and keeping.

No script, nothing fetched; its own policy allows just the style sheet that stands in it. Whatever
people wrote passes through Jinja's escaping.
"""

import base64
import mimetypes
import re
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshop.export import agreement, compared, reading, telling, telling_votes, versions
from workshop.export.parts import Report, StepLine
from workshop.export.wording import Wording
from workshop.insight.band import Phase, Segment, band_svg
from workshop.words import PHASES

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "static" / "built" / "report.css"
ROOM_FOR_A_WORD = 0.11  # of the band, on the narrowest screen where they stand below it
_URL = re.compile(r'url\("?(\.\./[^")?#]+)[^")]*"?\)')


def as_html(report: Report, _: Wording) -> bytes:
    steps = run_steps(report)
    style = f"{sheet()}\n{phase_columns(steps)}"
    page = (
        environment()
        .get_template("report/report.html")
        .render(
            _=_,
            ngettext=_.ngettext,
            report=report,
            agreement=agreement,
            compared=compared,
            reading=reading,
            telling=telling,
            versions=versions,
            votes=telling_votes,
            style=Markup(style),  # noqa: S704 -- our own style sheet
            style_hash=base64.b64encode(sha256(style.encode()).digest()).decode(),
            band=Markup(band(report, steps)),  # noqa: S704 -- our own drawing
            logo=Markup(drawing("logo")),  # noqa: S704 -- our own drawing
            phases=words_under(steps),
        )
    )
    return page.encode()


@cache
def environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def sheet() -> str:
    """The style sheet with its fonts and drawings inside it."""
    return _URL.sub(enclosed, SHEET.read_text("utf-8"))


def enclosed(found: re.Match[str]) -> str:
    path = (SHEET.parent / found[1]).resolve()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f'url("data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}")'


@cache
def drawing(name: str) -> str:
    return (ROOT / "static" / "img" / f"{name}.svg").read_text("utf-8").strip()


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


def words_under(steps: list[StepLine]) -> list[str]:
    """The phase whose word stands under each run of the band; empty where there is no room for one."""
    runs = phase_runs(steps)
    wide = sum(minutes for _phase, minutes in runs) * ROOM_FOR_A_WORD
    return [phase if phase in PHASES and minutes >= wide else "" for phase, minutes in runs]


def phase_columns(steps: list[StepLine]) -> str:
    """The words under the band stand below their runs; a style attribute would need a wider policy."""
    columns = " ".join(f"minmax(0,{minutes}fr)" for _phase, minutes in phase_runs(steps))
    return f".report-phases{{grid-template-columns:{columns}}}"
