"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.core.records import Place
from workshop.export.as_csv import actions_csv, forms_csv, notes_csv, scores_csv, votes_csv
from workshop.export.as_csv_compared import order_csv, rows_csv
from workshop.export.as_gif import as_gif
from workshop.export.as_html import as_html
from workshop.export.as_json import as_json
from workshop.export.as_markdown import as_markdown
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.wording import Translations, Wording, wording_of

CSV = "text/csv; charset=utf-8; header=present"


@dataclass(frozen=True)
class Format:
    """`id` names it in addresses and is also its file's name; one that `grows` tells how it all came."""

    id: str
    mimetype: str
    make: Callable[[Report, Wording], bytes]
    grows: bool = False

    @property
    def filename(self) -> str:
        return self.id


FORMATS = {
    format_.id: format_
    for format_ in (
        Format("workshop.json", "application/json", as_json, grows=True),
        Format("report.html", "text/html; charset=utf-8", as_html),
        Format("report.md", "text/markdown; charset=utf-8", as_markdown),
        Format("notes.csv", CSV, notes_csv),
        Format("votes.csv", CSV, votes_csv),
        Format("scores.csv", CSV, scores_csv),
        Format("forms.csv", CSV, forms_csv),
        Format("rows.csv", CSV, rows_csv),
        Format("order.csv", CSV, order_csv),
        Format("actions.csv", CSV, actions_csv),
        Format("growth.gif", "image/gif", as_gif, grows=True),
    )
}


def make(format_id: str, place: Place, translations: Translations | None = None) -> bytes:
    """One format of a place as it stands, in the workshop's language; KeyError for an unknown format."""
    return rendered(format_id, report(place), translations)


def rendered(format_id: str, made: Report, translations: Translations | None = None) -> bytes:
    return FORMATS[format_id].make(made, wording_of(made.workshop.language, translations))
