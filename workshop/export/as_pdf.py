"""report.pdf: the minutes on paper, tagged for screen readers (PDF/UA-1), set by typst."""

from workshop.export.blocks import Printed
from workshop.export.palette import coloured, hem_tile, papers, tokens
from workshop.export.parts import Report
from workshop.export.printed import opening, printed
from workshop.export.runs import band, run_steps
from workshop.export.typesetting import typeset
from workshop.export.wording import Wording

SHORT = 60  # notes; a report of fewer has some five pages, and needs no list of its sections


def as_pdf(report: Report, _: Wording) -> bytes:
    about = report.workshop
    words = Printed(
        title=f"{about.title} – {_('Report')}",
        language=_.language,
        foot=f"{_('Report')} {_('as it was %(day)s', day=_.day(about.as_of))}",
        contents=len(list(opening(report, _))) if len(report.notes) > SHORT else -1,
        blocks=tuple(printed(report, _)),
        colours=tokens(),
        papers={type_: (paper.fill, paper.edge) for type_, paper in papers().items()},
    )
    return typeset("report.typ", words, drawings(report), about.as_of)


def drawings(report: Report) -> dict[str, str]:
    """Our own, as SVG: the band, and a tile of each hem."""
    hems = {f"hem-{type_}": hem_tile(paper) for type_, paper in papers().items()}
    return {"band": coloured(band(report, run_steps(report))), **hems}
