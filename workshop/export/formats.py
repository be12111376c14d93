"""The formats a report comes in. A new one is a file beside this and a line in the table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

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
HTML = "text/html; charset=utf-8"
MARKDOWN = "text/markdown; charset=utf-8"
For = Literal["all", "reading", "tables", "programs"]


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
        Format("notes.csv", CSV, notes_csv, _("Notes, as a table"), "tables"),
        Format("votes.csv", CSV, votes_csv, _("Votes, as a table"), "tables"),
        Format("scores.csv", CSV, scores_csv, _("Marks, as a table"), "tables"),
        Format("rows.csv", CSV, rows_csv, _("Tables, row by row"), "tables"),
        Format("order.csv", CSV, order_csv, _("What was compared, in order"), "tables"),
        Format("forms.csv", CSV, forms_csv, _("Goals and forms, as a table"), "tables"),
        Format("actions.csv", CSV, actions_csv, _("Actions, as a table"), "tables"),
        Format(
            "workshop.json",
            "application/json",
            as_json,
            _("Everything, as open data"),
            "programs",
            grows=True,
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
