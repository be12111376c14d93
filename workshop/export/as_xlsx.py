"""workshop.xlsx: every table of the report on a sheet of its own, to sort, filter and count.

Text is written as text: no cell is reckoned, linked or guessed at. A date is a date and a number a number.
The same report gives the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from workshop.core.times import moment
from workshop.export import sizes
from workshop.export.as_csv import reckons
from workshop.export.legal import legal, legal_line
from workshop.export.parts import Report
from workshop.export.table import Cell, Table, TableOf
from workshop.export.tables_of_marks import order, rows, scores
from workshop.export.tables_of_notes import clusters, notes
from workshop.export.tables_of_outcomes import actions, decisions, forms, parked
from workshop.export.tables_of_the_day import about, agenda, polls
from workshop.export.tables_of_votes import rules, votes
from workshop.export.wording import Wording

TABLES: tuple[TableOf, ...] = (
    about,
    decisions,
    actions,
    forms,
    agenda,
    notes,
    clusters,
    rules,
    votes,
    scores,
    order,
    rows,
    polls,
    parked,
)
GUESS_NOTHING = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bg_color": "#E6EAEC", "bottom": 1, "text_wrap": True},
    "text": {"text_wrap": True},
    "guarded": {"text_wrap": True, "quote_prefix": True},
    "number": {"align": "left"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
}
LONGEST = 32_767  # signs in a cell, as a spreadsheet counts them: UTF-16 units
OLDEST = date(1900, 3, 1)  # before it spreadsheets do not agree on what a day's number is
FOLDED = {"level": 1, "hidden": True}
A4 = 9


def as_xlsx(report: Report, _: Wording) -> bytes:
    """A table without a line is left out, so that what was done is found at a glance."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, GUESS_NOTHING)
    book.set_properties(properties(report))
    looks = {name: book.add_format({"valign": "top", **look}) for name, look in LOOKS.items()}
    for table_of in TABLES:
        table = table_of(report, _)
        if lines := list(table.rows):
            fill(book.add_worksheet(table.title), table, lines, looks)
    book.close()
    return file.getvalue()


def properties(report: Report) -> dict[str, Any]:
    workshop = report.workshop
    return {
        "title": legal_line(workshop.title),
        "subject": legal_line(workshop.purpose),
        "company": "Rytme",
        "created": moment(workshop.as_of).astimezone(UTC),
    }


def fill(
    sheet: Worksheet, table: Table, lines: list[Sequence[Cell]], looks: dict[str, Format]
) -> None:
    lay_out(sheet, table, lines)
    for column, title in enumerate(table.head):
        sheet.write_string(0, column, title, looks["head"])
    for row, line in enumerate(lines, 1):
        for column, cell in enumerate(line):
            write(sheet, row, column, cell, looks)


def lay_out(sheet: Worksheet, table: Table, lines: list[Sequence[Cell]]) -> None:
    """The head stays in sight, filters, and stands on every page of paper."""
    last, read = len(table.head) - 1, len(table.head) - table.ids
    wide = sizes.widths(table, lines)
    for column, signs in enumerate(wide):
        sheet.set_column(column, column, signs, None, FOLDED if column >= read else {})
    sheet.set_row(0, sizes.height_of_head(table, wide))
    for row, line in enumerate(lines, 1):
        sheet.set_row(row, sizes.height(line[:read], wide))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(lines) + 1}"})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def write(sheet: Worksheet, row: int, column: int, cell: Cell, looks: dict[str, Format]) -> None:
    if cell == "":
        sheet.write_blank(row, column, None, looks["text"])
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, looks["moment"])
    elif isinstance(cell, date) and cell >= OLDEST:
        sheet.write_datetime(row, column, cell, looks["day"])
    elif isinstance(cell, str | date):
        text = shortened(legal(str(cell)))
        sheet.write_string(row, column, text, looks["guarded" if reckons(text) else "text"])
    else:
        sheet.write_number(row, column, cell, looks["number"])


def shortened(text: str) -> str:
    """A cell holds no more; the whole text is in workshop.json."""
    if len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    cut = text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
    return f"{cut}…"
