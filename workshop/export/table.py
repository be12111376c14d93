"""What a table is, for every format that has tables: a title, a head, and cells that know what they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from workshop.core.messages import Time
from workshop.core.times import is_day, moment
from workshop.export.parts import Report
from workshop.export.wording import Wording

Cell = str | int | Decimal | date
"""A text stays a text, whatever it looks like. A datetime is a date too, in the host's own clock."""


@dataclass(frozen=True)
class Table:
    """Each row is as long as the head. `title` is short enough for the tab of a sheet (31 signs).

    The last `ids` columns are for programs: they join the tables and are nothing to read.
    """

    title: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    ids: int = 1


TableOf = Callable[[Report, Wording], Table]


def yes_or_no(true: bool, _: Wording) -> str:
    return _("yes") if true else _("no")


def day_cell(text: str) -> str | date:
    """2026-12-04 as a date; whatever is none stays the text that it is."""
    try:
        return date.fromisoformat(text) if is_day(text) else text
    except ValueError:
        return text


def moment_cell(at: Time) -> str | datetime:
    """A time of the log, to the minute; empty where it has not come to that."""
    return moment(at).astimezone().replace(second=0, microsecond=0, tzinfo=None) if at else ""


def number_cell(decimal: str) -> str | Decimal:
    """A decimal of the report as the number that it is; empty where there is none."""
    return Decimal(decimal) if decimal else ""
