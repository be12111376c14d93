"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from workshop.core.records import Place
from workshop.export.as_canvas import as_canvas
from workshop.export.as_csv import csv_of
from workshop.export.as_html import as_html
from workshop.export.as_ics import as_ics
from workshop.export.as_json import as_json
from workshop.export.as_markdown import as_markdown
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.tables_of_marks import order, rows, scores
from workshop.export.tables_of_notes import clusters, notes
from workshop.export.tables_of_outcomes import actions, decisions, forms, parked
from workshop.export.tables_of_the_day import agenda, polls
from workshop.export.tables_of_votes import votes
from workshop.export.wording import Translations, Wording, wording_of

OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{OFFICE}.wordprocessingml.document"
PPTX = f"{OFFICE}.presentationml.presentation"
CSV = "text/csv; charset=utf-8; header=present"
ICS = "text/calendar; charset=utf-8; method=PUBLISH"
JSON = "application/json"
XLSX = f"{OFFICE}.spreadsheetml.sheet"
HTML = "text/html; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
For = Literal["all", "reading", "tables", "single tables", "programs"]


def _(words: str) -> str:
    """Mark the words for extraction; they are translated when the reader is known."""
    return words


def pressed(name: str) -> Callable[..., bytes]:
    """What makes a slow format, as "module:function": its library is loaded by the press alone."""
    module, _, function = name.partition(":")

    def make(*given: object) -> bytes:
        made: bytes = getattr(import_module(f"workshop.export.{module}"), function)(*given)
        return made

    return make


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name; `words` name it for people.

    What takes long or much memory is `slow`: made by a process of its own, its progress told. Some
    can be made `of_step`, a single one. One that `grows` tells how it all came.
    """

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]
    words: str
    good_for: For
    slow: bool = False
    of_step: Callable[[Report, Wording, str], bytes] | None = None
    grows: bool = False

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    each.id: each
    for each in (
        Format("report.html", HTML, as_html, _("Report"), "reading"),
        Format(
            "report.docx",
            DOCX,
            pressed("as_docx:as_docx"),
            _("Report, for a word processor"),
            "reading",
            slow=True,
        ),
        Format(
            "deck.pptx",
            PPTX,
            pressed("as_pptx:as_pptx"),
            _("Slides of the results"),
            "reading",
            slow=True,
        ),
        Format("report.md", MARKDOWN, as_markdown, _("Report, as plain text"), "reading"),
        Format(
            "report.pdf",
            "application/pdf",
            pressed("as_pdf:as_pdf"),
            _("Report, to print and to file"),
            "reading",
            slow=True,
        ),
        Format(
            "board.pdf",
            "application/pdf",
            pressed("as_board:board_pdf"),
            _("The board, a page for each step"),
            "reading",
            slow=True,
        ),
        Format(
            "board.svg",
            "image/svg+xml",
            pressed("as_board:board_svg"),
            _("The board as it stands, as a drawing"),
            "reading",
            slow=True,
            of_step=pressed("as_board:board_svg"),
        ),
        Format(
            "board.png",
            "image/png",
            pressed("as_board:board_png"),
            _("The board as it stands, as a picture"),
            "reading",
            slow=True,
            of_step=pressed("as_board:board_png"),
        ),
        Format(
            "growth.gif",
            "image/gif",
            pressed("as_gif:as_gif"),
            _("How it grew, as a moving picture"),
            "reading",
            slow=True,
            grows=True,
        ),
        Format(
            "workshop.xlsx",
            XLSX,
            pressed("as_xlsx:as_xlsx"),
            _("All tables, as a workbook"),
            "tables",
            slow=True,
        ),
        Format("notes.csv", CSV, csv_of(notes), _("Notes, as a table"), "single tables"),
        Format("clusters.csv", CSV, csv_of(clusters), _("Clusters, as a table"), "single tables"),
        Format("votes.csv", CSV, csv_of(votes), _("Votes, as a table"), "single tables"),
        Format("scores.csv", CSV, csv_of(scores), _("Marks, as a table"), "single tables"),
        Format("rows.csv", CSV, csv_of(rows), _("Tables, row by row"), "single tables"),
        Format("order.csv", CSV, csv_of(order), _("What was compared, in order"), "single tables"),
        Format("forms.csv", CSV, csv_of(forms), _("Goals and forms, as a table"), "single tables"),
        Format(
            "decisions.csv", CSV, csv_of(decisions), _("Decisions, as a table"), "single tables"
        ),
        Format("actions.csv", CSV, csv_of(actions), _("Actions, as a table"), "single tables"),
        Format("polls.csv", CSV, csv_of(polls), _("Polls, as a table"), "single tables"),
        Format("parked.csv", CSV, csv_of(parked), _("Parking lot, as a table"), "single tables"),
        Format("agenda.csv", CSV, csv_of(agenda), _("Agenda, as a table"), "single tables"),
        Format("actions.ics", ICS, as_ics, _("Actions, for a calendar"), "tables"),
        Format("board.canvas", JSON, as_canvas, _("The walls, as an open canvas"), "programs"),
        Format(
            "workshop.json", JSON, as_json, _("Everything, as open data"), "programs", grows=True
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
