"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.core.records import Place
from workshop.export.as_canvas import as_canvas
from workshop.export.as_csv import csv_of
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
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name."""

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    format_.id: format_
    for format_ in (
        Format("workshop.json", "application/json", as_json),
        Format("report.html", "text/html; charset=utf-8", as_html),
        Format("report.md", "text/markdown; charset=utf-8", as_markdown),
        Format("workshop.xlsx", XLSX, as_xlsx),
        Format("actions.ics", "text/calendar; charset=utf-8; method=PUBLISH", as_ics),
        Format("board.canvas", "application/json", as_canvas),
        Format("notes.csv", CSV, csv_of(notes)),
        Format("clusters.csv", CSV, csv_of(clusters)),
        Format("votes.csv", CSV, csv_of(votes)),
        Format("scores.csv", CSV, csv_of(scores)),
        Format("forms.csv", CSV, csv_of(forms)),
        Format("rows.csv", CSV, csv_of(rows)),
        Format("order.csv", CSV, csv_of(order)),
        Format("decisions.csv", CSV, csv_of(decisions)),
        Format("actions.csv", CSV, csv_of(actions)),
        Format("polls.csv", CSV, csv_of(polls)),
        Format("parked.csv", CSV, csv_of(parked)),
        Format("agenda.csv", CSV, csv_of(agenda)),
    )
}


def make(format_id: str, place: Place, translations: Translations | None = None) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations)


def rendered(format_id: str, made: Report, translations: Translations | None = None) -> bytes:
    return FORMATS[format_id].make(made, wording_of(made.workshop.language, translations))
