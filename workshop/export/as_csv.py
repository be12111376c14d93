"""Tables as CSV: RFC 4180 in UTF-8 with a byte order mark, for any spreadsheet.

A cell that a spreadsheet would read as a formula gets an apostrophe in front (OWASP ASVS 1.2.10).
"""

import csv
import io
from collections.abc import Callable

from workshop.export.parts import Report
from workshop.export.table import Cell, Table, TableOf
from workshop.export.wording import Wording

FORMULA = tuple("=+-@\t\r\n\0＝＋－＠﹦﹢﹣﹫−'")


def csv_of(table_of: TableOf) -> Callable[[Report, Wording], bytes]:
    """The format that has this table alone."""
    return lambda report, _: as_csv(table_of(report, _))


def as_csv(table: Table) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(table.head)
    lines.writerows([harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """The cell as it is, or behind an apostrophe where a spreadsheet would reckon with it."""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if reckons(text) else text


def reckons(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula, or hide its first sign."""
    return text.startswith(FORMULA) or text.lstrip().startswith(FORMULA)
