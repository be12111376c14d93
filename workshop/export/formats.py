"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.core.records import Place
from workshop.export.as_board import board_pdf, board_png, board_svg
from workshop.export.as_csv import actions_csv, forms_csv, notes_csv, scores_csv, votes_csv
from workshop.export.as_csv_compared import order_csv, rows_csv
from workshop.export.as_html import as_html
from workshop.export.as_json import as_json
from workshop.export.as_markdown import as_markdown
from workshop.export.as_pdf import as_pdf
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.wording import Translations, Wording, wording_of

CSV = "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name. Some can be made `of_step`, a single one."""

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]
    of_step: Callable[[Report, Wording, str], bytes] | None = None

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    format_.id: format_
    for format_ in (
        Format("workshop.json", "application/json", as_json),
        Format("report.html", "text/html; charset=utf-8", as_html),
        Format("report.md", "text/markdown; charset=utf-8", as_markdown),
        Format("report.pdf", "application/pdf", as_pdf),
        Format("board.pdf", "application/pdf", board_pdf),
        Format("board.svg", "image/svg+xml", board_svg, of_step=board_svg),
        Format("board.png", "image/png", board_png, of_step=board_png),
        Format("notes.csv", CSV, notes_csv),
        Format("votes.csv", CSV, votes_csv),
        Format("scores.csv", CSV, scores_csv),
        Format("forms.csv", CSV, forms_csv),
        Format("rows.csv", CSV, rows_csv),
        Format("order.csv", CSV, order_csv),
        Format("actions.csv", CSV, actions_csv),
    )
}


def make(format_id: str, place: Place, translations: Translations | None = None) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations)


def rendered(format_id: str, made: Report, translations: Translations | None = None) -> bytes:
    """The format that is named, or with `@` and the id of a step behind its name, that of the step."""
    name, _at, step = format_id.partition("@")
    form, wording = FORMATS[name], wording_of(made.workshop.language, translations)
    if step and form.of_step:
        return form.of_step(made, wording, step)
    return form.make(made, wording)
