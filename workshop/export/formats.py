"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

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

OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{OFFICE}.wordprocessingml.document"
PPTX = f"{OFFICE}.presentationml.presentation"
CSV = "text/csv; charset=utf-8; header=present"
HTML = "text/html; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
For = Literal["all", "reading", "tables", "programs"]


def _(words: str) -> str:
    """Mark the words for extraction; they are translated when the reader is known."""
    return words


def as_docx(report: Report, words: Wording) -> bytes:
    """Its library is large, and loaded by the press, not by every server."""
    from workshop.export import as_docx as word

    return word.as_docx(report, words)


def as_pptx(report: Report, words: Wording) -> bytes:
    """The same."""
    from workshop.export import as_pptx as powerpoint

    return powerpoint.as_pptx(report, words)


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name; `words` name it for people.

    What takes Python long is `slow`: it is made by a process of its own, and its progress is told. Some
    can be made `of_step`, a single one.
    """

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]
    words: str
    good_for: For
    slow: bool = False
    of_step: Callable[[Report, Wording, str], bytes] | None = None

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    each.id: each
    for each in (
        Format("report.html", HTML, as_html, _("Report"), "reading"),
        Format(
            "report.docx", DOCX, as_docx, _("Report, for a word processor"), "reading", slow=True
        ),
        Format("deck.pptx", PPTX, as_pptx, _("Slides of the results"), "reading", slow=True),
        Format("report.md", MARKDOWN, as_markdown, _("Report, as plain text"), "reading"),
        Format(
            "report.pdf", "application/pdf", as_pdf, _("Report, to print and to file"), "reading"
        ),
        Format(
            "board.pdf",
            "application/pdf",
            board_pdf,
            _("The board, a page for each step"),
            "reading",
            slow=True,
        ),
        Format(
            "board.svg",
            "image/svg+xml",
            board_svg,
            _("The board as it stands, as a drawing"),
            "reading",
            slow=True,
            of_step=board_svg,
        ),
        Format(
            "board.png",
            "image/png",
            board_png,
            _("The board as it stands, as a picture"),
            "reading",
            slow=True,
            of_step=board_png,
        ),
        Format("notes.csv", CSV, notes_csv, _("Notes, as a table"), "tables"),
        Format("votes.csv", CSV, votes_csv, _("Votes, as a table"), "tables"),
        Format("scores.csv", CSV, scores_csv, _("Marks, as a table"), "tables"),
        Format("rows.csv", CSV, rows_csv, _("Tables, row by row"), "tables"),
        Format("order.csv", CSV, order_csv, _("What was compared, in order"), "tables"),
        Format("forms.csv", CSV, forms_csv, _("Goals and forms, as a table"), "tables"),
        Format("actions.csv", CSV, actions_csv, _("Actions, as a table"), "tables"),
        Format(
            "workshop.json", "application/json", as_json, _("Everything, as open data"), "programs"
        ),
    )
}


def make(
    format_id: str, place: Place, translations: Translations | None = None, step: str = ""
) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations, step=step)


def rendered(
    format_id: str,
    made: Report,
    translations: Translations | None = None,
    language: str = "",
    step: str = "",
) -> bytes:
    """A format of a report, in the workshop's language or another; of one step, if it can be."""
    form, wording = FORMATS[format_id], wording_of(language or made.workshop.language, translations)
    if step and form.of_step:
        return form.of_step(made, wording, step)
    return form.make(made, wording)
