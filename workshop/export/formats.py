"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workshop.core.records import Place
from workshop.export.as_canvas import as_canvas
from workshop.export.as_csv import csv_of
from workshop.export.as_gif import as_gif
from workshop.export.as_html import as_html
from workshop.export.as_ics import as_ics
from workshop.export.as_json import as_json
from workshop.export.as_markdown import as_markdown
from workshop.export.as_xlsx import as_xlsx
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.tables_of_marks import order, rows, scores
from workshop.export.tables_of_notes import clusters, notes
from workshop.export.tables_of_outcomes import actions, decisions, forms, parked
from workshop.export.tables_of_the_day import agenda, polls
from workshop.export.tables_of_votes import votes
from workshop.export.wording import Translations, Wording, wording_of

CSV = "text/csv; charset=utf-8; header=present"
ICS = "text/calendar; charset=utf-8; method=PUBLISH"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HTML = "text/html; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
For = Literal["all", "reading", "tables", "single tables", "programs"]


def _(words: str) -> str:
    """Mark the words for extraction; they are translated when the reader is known."""
    return words


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name; `words` name it for people.

    What takes Python long is `slow`: it is made by a process of its own, and its progress is told. One
    that `grows` tells how it all came.
    """

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]
    words: str
    good_for: For
    slow: bool = False
    grows: bool = False

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    each.id: each
    for each in (
        Format("report.html", HTML, as_html, _("Report"), "reading"),
        Format("report.md", MARKDOWN, as_markdown, _("Report, as plain text"), "reading"),
        Format(
            "growth.gif",
            "image/gif",
            as_gif,
            _("How it grew, as a moving picture"),
            "reading",
            slow=True,
            grows=True,
        ),
        Format("workshop.xlsx", XLSX, as_xlsx, _("All tables, as a workbook"), "tables", slow=True),
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


def make(format_id: str, place: Place, translations: Translations | None = None) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations)


def rendered(
    format_id: str, made: Report, translations: Translations | None = None, language: str = ""
) -> bytes:
    """A format of a report, in the workshop's language or another."""
    wording = wording_of(language or made.workshop.language, translations)
    return FORMATS[format_id].make(made, wording)
