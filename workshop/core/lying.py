"""How notes lie: each in one cluster or alone, and a copy only where nothing else of its like lies."""

from collections.abc import Iterator

import msgspec

from .limits import LIMITS
from .messages import By, Event, Refused
from .notes import Note
from .people import name_of_group
from .records import Gone, Place, Record, kind_of


class NoteMoved(Event, frozen=True, kw_only=True):
    """`moves` and `mover` are what the note has of them from here on."""

    note: str
    cluster: str
    moves: int = 0
    mover: str = ""


class NoteCopied(Event, frozen=True, kw_only=True):
    note: Note


def moved(note: Note, cluster_id: str, by: By) -> NoteMoved:
    return NoteMoved(note=note.id, cluster=cluster_id, moves=moves_of(note, by), mover=mover_of(by))


def moved_apart(note: Note, cluster_id: str) -> NoteMoved:
    """Nobody else sees it, so it is no move from hand to hand."""
    return NoteMoved(note=note.id, cluster=cluster_id, moves=note.moves, mover=note.mover)


def moves_of(note: Note, by: By) -> int:
    """How often the note went from hand to hand: one more for each move by another than moved it last.

    A facilitator's move is what the room agreed on when it talked, so it begins at 0 again. Past
    `CONTESTED` the note is one to talk about: by more than three moves people answer each other.
    Ada, Bo, Ada and Bo in turn make 4, which is contested; Ada four times alone makes 1.
    """
    if by.role == "facilitator":
        return 0
    return note.moves + (note.mover != by.actor)


def mover_of(by: By) -> str:
    return "" if by.role == "facilitator" else by.actor


def copied(
    place: Place, note: Note, copy_id: str, cluster_id: str, *, apart: str, before: int = 0
) -> NoteCopied:
    """A copy of the note in the cluster, which is `apart` the group's; `before` is how many the same wish
    has made already.
    """
    if place.count(Note) + before >= LIMITS.notes:
        raise Refused("workshop_full", limit=LIMITS.notes)
    copy = msgspec.structs.replace(
        note,
        id=copy_id,
        cluster=cluster_id,
        place=place.last_note_place + 1 + before,
        copied=note.copied or note.id,
        copies=(),
        apart=apart,
        away=(),
        moves=0,
        mover="",
        owner=name_of_group(apart) if apart else "",
    )
    return NoteCopied(note=copy)


def note_moved(place: Place, event: NoteMoved) -> Iterator[Record | Gone]:
    if note := place.get(Note, event.note):
        note = msgspec.structs.replace(note, moves=event.moves, mover=event.mover)
        yield from laid(place, note, event.cluster)


def laid(place: Place, note: Note, cluster: str) -> Iterator[Record | Gone]:
    """The note where it lies now. A copy is only ever in a cluster that has no other of its like: one
    that would stand alone, or beside its original, is no copy any more.
    """
    beside = [it for it in likes(place, note) if it.cluster == cluster]
    if note.copied and (beside or not cluster):
        yield Gone(kind_of(Note), note.id)
        if first := place.get(Note, note.copied):
            yield without(first, [note])
    else:
        for copy in beside:
            yield Gone(kind_of(Note), copy.id)
        yield msgspec.structs.replace(without(note, beside), cluster=cluster)


def likes(place: Place, note: Note) -> list[Note]:
    """The original and the other copies of it."""
    first = place.get(Note, note.copied) if note.copied else note
    if first is None:
        return []
    found = (first, *(place.get(Note, copy) for copy in first.copies))
    return [it for it in found if it and it.id != note.id]


def without(note: Note, copies: list[Note]) -> Note:
    gone = {copy.id for copy in copies}
    left, away = (tuple(it for it in ids if it not in gone) for ids in (note.copies, note.away))
    return msgspec.structs.replace(note, copies=left, away=away)


def note_copied(place: Place, event: NoteCopied) -> Iterator[Record]:
    """Nobody has to take it from the other any more, so its moves are counted anew; but of a copy that lies
    apart nothing tells.
    """
    place.last_note_place = max(place.last_note_place, event.note.place)
    yield event.note
    for like in likes(place, event.note):
        more = () if like.copied else (event.note.id,)
        now = msgspec.structs.replace(like, copies=(*like.copies, *more))
        yield now if event.note.apart else msgspec.structs.replace(now, moves=0, mover="")


RULES: dict[type, object] = {}
EFFECTS = {NoteMoved: note_moved, NoteCopied: note_copied}
