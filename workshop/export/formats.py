"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.core.records import Place
from workshop.export.as_csv import csv_of
from workshop.export.as_html import as_html
from workshop.export.as_json import as_json
from workshop.export.as_markdown import as_markdown
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.tables_of_marks import order, rows, scores
from workshop.export.tables_of_notes import notes
from workshop.export.tables_of_outcomes import actions, forms
from workshop.export.tables_of_votes import votes
from workshop.export.wording import Translations, Wording, wording_of

CSV = "text/csv; charset=utf-8; header=present"


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
        Format("notes.csv", CSV, csv_of(notes)),
        Format("votes.csv", CSV, csv_of(votes)),
        Format("scores.csv", CSV, csv_of(scores)),
        Format("forms.csv", CSV, csv_of(forms)),
        Format("rows.csv", CSV, csv_of(rows)),
        Format("order.csv", CSV, csv_of(order)),
        Format("actions.csv", CSV, csv_of(actions)),
    )
}


def make(format_id: str, place: Place, translations: Translations | None = None) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations)


def rendered(format_id: str, made: Report, translations: Translations | None = None) -> bytes:
    return FORMATS[format_id].make(made, wording_of(made.workshop.language, translations))
