"""A file that somebody has chosen: what it is, by its name and by what stands in it."""

from pathlib import PurePath

import msgspec

from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.intake.canvas import read_canvas
from workshop.intake.decoding import decoded
from workshop.intake.found import Found, Table
from workshop.intake.lines import read_lines
from workshop.intake.saved import read_saved
from workshop.intake.table import read_table

LISTS = (".txt", ".md")
MIB = 2**20


class Head(msgspec.Struct):
    """Enough of a file to know what it says it is."""

    schema: str = ""


def read_file(name: str, data: bytes) -> Found | Table:
    """The notes of a list, a canvas or a saved workshop, or a table to ask about.

    Raises `file_too_large`, `bad_file`, `not_a_workshop`, `no_notes_found`.
    """
    check_size(data, LIMITS.workshop_bytes)
    text = decoded(data)
    ending = PurePath(name).suffix.lower()
    if ending in (".json", ".canvas") or text.lstrip().startswith("{"):
        return read_json(text.encode())
    check_size(data, LIMITS.brought_bytes)
    return some(read_lines(text)) if ending in LISTS else read_table(text)


def read_json(data: bytes) -> Found:
    """Our own may be as large as a workshop is; all else is bounded as any file."""
    try:
        head = msgspec.json.decode(data, type=Head)
    except (msgspec.DecodeError, RecursionError):
        raise Refused("bad_file", "file") from None
    if head.schema:
        return some(read_saved(data))
    check_size(data, LIMITS.brought_bytes)
    return some(read_canvas(data))


def some(found: Found) -> Found:
    if not any(note.text.strip() for note in found.notes):
        raise Refused("no_notes_found", "file")
    return found


def check_size(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise Refused("file_too_large", "file", limit=limit // MIB)
