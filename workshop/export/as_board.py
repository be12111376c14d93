"""board.svg, board.png, board.pdf: the board as pictures; of one step, or of all of them a page each."""

import base64
from html import escape

import msgspec

from workshop.export.board.drawing import colour, hem_pattern, moved
from workshop.export.board.lettering import Page, apart
from workshop.export.board.measure import FONTS
from workshop.export.board.sheets import HIGH, WIDE, Sheet, of_step, sheets
from workshop.export.palette import papers
from workshop.export.parts import Report
from workshop.export.typesetting import Form, shown, typeset
from workshop.export.wording import Wording

HEM = 7.0  # points: how high the woven edge of a note is
FAMILY = "Atkinson Hyperlegible Next, Noto Emoji, sans-serif"


class Album(msgspec.Struct, frozen=True):
    title: str
    language: str
    wide: float
    high: float
    pages: tuple[Page, ...]


def board_svg(report: Report, _: Wording, step: str = "") -> bytes:
    """One file that needs nothing else: its typeface lies in it."""
    found = of_step(report, step, _)
    face = base64.b64encode((FONTS / "atkinson-next.woff2").read_bytes()).decode()
    style = (
        '<style>@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:200 800;'
        f"src:url(data:font/woff2;base64,{face})}}</style>"
    )
    return drawing(found, style, _.language).encode()


def board_png(report: Report, _: Wording, step: str = "") -> bytes:
    """The same as pixels, at 144 to the inch."""
    found = of_step(report, step, _)
    return set_pages(report, [found], "png", _)


def board_pdf(report: Report, _: Wording) -> bytes:
    """Every step that came to something, a page or more each."""
    found = list(sheets(report, _)) or of_step(report, "", _)
    return set_pages(report, [[sheet] for sheet in found], "pdf", _)


def set_pages(report: Report, pages: list[list[Sheet]], form: Form, _: Wording) -> bytes:
    language = _.language
    split = [apart(drawing(page, "", language)) for page in pages]
    album = Album(
        title=f"{report.workshop.title} – {_('Board')}",
        language=language,
        wide=WIDE,
        high=HIGH * max(map(len, pages)),
        pages=tuple(
            Page(f"page-{at}", told(page), words)
            for at, (page, (_shapes, words)) in enumerate(zip(pages, split, strict=True))
        ),
    )
    drawings = {f"page-{at}": shapes for at, (shapes, _words) in enumerate(split)}
    return typeset("board.typ", album, drawings, report.workshop.as_of, form)


def told(found: list[Sheet]) -> str:
    """What there is to see, in words."""
    return " ".join(sheet.alt for sheet in found)


def drawing(found: list[Sheet], style: str, language: str) -> str:
    """Sheets under one another as one SVG."""
    hems = "".join(hem_pattern(type_, paper, HEM) for type_, paper in papers().items())
    high = HIGH * len(found)
    alt = escape(shown(told(found)))
    content = "".join(moved(sheet.svg, 0, at * HIGH) for at, sheet in enumerate(found))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high:.2f}" width="{WIDE}"'
        f' height="{high:.2f}" role="img" lang="{language}" font-family="{FAMILY}"'
        f' fill="{colour("ink")}"><title>{alt}</title>{style}<defs>{hems}</defs>{content}</svg>'
    )
