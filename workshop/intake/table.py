"""A table as a file: CSV or TSV, its separator found by looking, its cells taken as words and nothing else."""

import csv
import io

from workshop.core.messages import Refused
from workshop.intake.found import Found, FoundNote, Table
from workshop.intake.headings import NAMELESS, Columns, word

SEPARATORS = ";\t,"
NONE = "\x1f"  # that parts nothing, for a list of sentences with commas in them
ENOUGH = 0.6  # of the rows that are as wide as the first, before a sign counts as what parts them
LOOKED_AT = 50  # rows that the separator is judged by
MOST_COLUMNS = 100
# What a spreadsheet reckons with, and our own files put an apostrophe before (export/as_csv.py).
FORMULA = tuple("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫−'")


def read_table(text: str) -> Table:
    """The rows on which something stands; `bad_file` for what is no table, `no_notes_found` for an empty one."""
    separator, rest = told_by_excel(text)
    try:
        rows = cells(rest, separator or separator_of(rest))
    except csv.Error:
        raise Refused("bad_file", "file") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise Refused("no_notes_found", "file")
    width = max(map(len, rows))
    if width > MOST_COLUMNS:
        raise Refused("bad_file", "file")
    return Table(rows=tuple((*map(word_of, row), *[""] * (width - len(row))) for row in rows))


def told_by_excel(text: str) -> tuple[str, str]:
    """A first line `sep=;` is a note to Excel, and no row."""
    first, _, rest = text.partition("\n")
    first = first.strip().lower()
    return (first[4:], rest) if first.startswith("sep=") and len(first) == 5 else ("", text)


def cells(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def separator_of(text: str) -> str:
    """The one that parts the most rows as it parts the first; in a list of sentences none does."""
    best = max(SEPARATORS, key=lambda separator: fits(text, separator))
    return best if fits(text, best)[0] >= ENOUGH else NONE


def fits(text: str, separator: str) -> tuple[float, int]:
    """The share of rows as wide as the first, and that width; nothing where it parts none."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    widths = [len(row) for row, _ in zip(lines, range(LOOKED_AT), strict=False) if row]
    if not widths or widths[0] < 2:
        return (0, 0)
    return (widths.count(widths[0]) / len(widths), widths[0])


def word_of(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from reckoning with it."""
    held = cell.startswith("'") and cell[1:].lstrip().startswith(FORMULA)
    return cell[1:] if held else cell


def rows_as_notes(table: Table, columns: Columns) -> Found:
    titles: dict[str, int] = {}
    notes = []
    for row in table.rows[int(columns.head) :]:
        title = "" if columns.cluster is None else " ".join(row[columns.cluster].split())
        notes.append(
            FoundNote(
                text=row[columns.text],
                type="" if columns.type is None else row[columns.type].strip(),
                cluster=titles.setdefault(title, len(titles)) if title else None,
            )
        )
    named = ("" if word(title) in NAMELESS else title for title in titles)
    return Found(notes=tuple(notes), clusters=tuple(named))
