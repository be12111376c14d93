"""What a reader finds: notes in clusters, or a table of which a person says what its columns are."""

from typing import Annotated

import msgspec
from msgspec import Meta

from workshop.core.messages import Refused

Ordinal = Annotated[int, Meta(ge=0, lt=2**20)]  # no file that is read has more lines


class FoundNote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`type` is the word that stood there, `cluster` a place among the titles, `part` one among the parts."""

    text: str
    type: str = ""
    cluster: Ordinal | None = None
    part: Ordinal | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True, tag="found"):
    """`clusters` are titles, of which some may be empty; `parts` are what it came from, to choose among."""

    notes: tuple[FoundNote, ...]
    clusters: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    """Cells as they stand; every row is as long as the longest."""

    rows: tuple[tuple[str, ...], ...]


def kept(found: Found | Table) -> str:
    """What the preview asks about, to send along with the answer."""
    return msgspec.json.encode(found).decode()


def known_again(text: str) -> Found | Table:
    """What was kept; it has been with a browser meanwhile, so anything may have become of it."""
    try:
        found = msgspec.json.decode(text, type=Found | Table)
    except (msgspec.DecodeError, RecursionError):
        raise Refused("bad_field") from None
    if isinstance(found, Table) and not is_even(found):
        raise Refused("bad_field")
    return found


def is_even(table: Table) -> bool:
    """Whether all rows are as long as the first, and that one is not empty."""
    return len({len(row) for row in table.rows}) == 1 and bool(table.rows[0])
