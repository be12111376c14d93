"""Withheld: words of a note that was hidden, taken away or corrected do not come back by an undo."""

from collections.abc import Iterator
from typing import NamedTuple

from .candidates import Choice
from .clusters import Cluster
from .history import Deed
from .lot import Parked
from .notes import Note
from .records import Place, Record
from .rows import Row
from .text import line


class Quote(NamedTuple):
    """Words, and the note that they are from; of a choice the cluster or row, where that has a name of its own."""

    words: str
    source: str


def tells_what_is_withheld(place: Place, deed: Deed) -> bool:
    """Whether what would come back says in a note's words what the room reads no longer, or reads otherwise now."""
    back = [change.old for change in deed.changes if isinstance(change.old, Note | Row | Choice)]
    along = {record.id for record in back}
    held = (
        {line(note.text) for note in place.all(Note) if note.readers == "held"} if back else set()
    )
    return any(says_more(place, record, along, held) for record in back)


def says_more(place: Place, record: Record, along: set[str], held: set[str]) -> bool:
    """What the record says now already, and what its source comes back with, is no more than there is."""
    now = place.get(type(record), record.id)
    fresh = quotes(record) - quotes(now)
    stale = [it for it in fresh if it.source not in along and not is_read(place, it)]
    return bool(stale or (said_in(record) - said_in(now)) & held)


def said_in(record: Record | None) -> set[str]:
    """The words by themselves: a log from before `quotes` and `called` does not say whose they are."""
    match record:
        case Row():
            return {line(text) for text in record.cells.values()}
        case Choice():
            return {line(record.title)}
    return set()


def quotes(record: Record | None) -> set[Quote]:
    return set(quoted(record))


def quoted(record: Record | None) -> Iterator[Quote]:
    match record:
        case Note() if source := record.copied or record.carried:
            yield Quote(record.text, source)
        case Row():
            for field, note in record.quotes.items():
                yield Quote(record.cells.get(field, ""), note)
        case Choice():
            yield Quote(record.title, record.called or record.item)


def is_read(place: Place, quote: Quote) -> bool:
    if said := place.get(Note, quote.source) or place.get(Parked, quote.source):
        return said.readers == "all" and line(said.text) == line(quote.words)
    return bool(place.get(Cluster, quote.source) or place.get(Row, quote.source))
