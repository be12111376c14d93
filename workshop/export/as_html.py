"""report.html: one file that needs nothing else, for reading, printing and keeping.

No script, nothing fetched; its own policy allows just the style sheet that stands in it. Whatever
people wrote passes through Jinja's escaping.
"""

import base64
import mimetypes
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshop.export import agreement, compared, reading, telling, telling_votes, versions
from workshop.export.parts import Report, StepLine
from workshop.export.runs import band, phase_runs, run_steps, words_under
from workshop.export.wording import Wording

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "static" / "built" / "report.css"
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
            phases=[phase for phase, _minutes in words_under(steps)],
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


def phase_columns(steps: list[StepLine]) -> str:
    """The words under the band stand below their runs; a style attribute would need a wider policy."""
    columns = " ".join(f"minmax(0,{minutes}fr)" for _phase, minutes in phase_runs(steps))
    return f".report-phases{{grid-template-columns:{columns}}}"
