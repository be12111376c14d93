"""What people bring along, read: pasted lists, tables, canvases and saved workshops. Pure: text in, notes out."""

from workshop.intake.found import Found, FoundNote, Table, kept, known_again
from workshop.intake.headings import Columns, check_columns, columns_of
from workshop.intake.lines import read_lines
from workshop.intake.reading import read_file
from workshop.intake.sifting import LeftOut, Sifted, Target, known_by, sift
from workshop.intake.table import rows_as_notes

__all__ = [
    "Columns",
    "Found",
    "FoundNote",
    "LeftOut",
    "Sifted",
    "Table",
    "Target",
    "check_columns",
    "columns_of",
    "kept",
    "known_again",
    "known_by",
    "read_file",
    "read_lines",
    "rows_as_notes",
    "sift",
]
