"""A note that belongs in two clusters is copied, so that nobody has to win."""

from collections.abc import Iterator

import msgspec

from .clusters import grouping_step, likes, movable, target
from .limits import LIMITS
from .messages import By, Command, Event, Id, Refused
from .notes import Note
from .records import Place, Record


class CopyNote(Command, frozen=True, kw_only=True):
    """A copy of the note into another cluster. It is nobody's, and follows the note: its words, and its end."""

    id: Id
    step: Id
    note: Id
    cluster: Id


class NoteCopied(Event, frozen=True, kw_only=True):
    note: Note


def copy_note(place: Place, command: CopyNote, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    place.check_new(command.id)
    note = movable(place, step, command.note, by)
    cluster = target(place, step, command.cluster)
    if any(it.cluster == cluster for it in (note, *likes(place, note))):
        raise Refused("copied_already", "cluster")
    if place.count(Note) >= LIMITS.notes:
        raise Refused("workshop_full", limit=LIMITS.notes)
    copy = msgspec.structs.replace(
        note,
        id=command.id,
        cluster=cluster,
        place=place.last_note_place + 1,
        copied=note.copied or note.id,
        copies=(),
        moves=0,
        mover="",
        owner="",
    )
    yield NoteCopied(note=copy)


def note_copied(place: Place, event: NoteCopied) -> Iterator[Record]:
    """Nobody has to take it from the other any more, so its moves are counted anew."""
    place.last_note_place = max(place.last_note_place, event.note.place)
    yield event.note
    for like in likes(place, event.note):
        copies = like.copies if like.copied else (*like.copies, event.note.id)
        yield msgspec.structs.replace(like, copies=copies, moves=0, mover="")


RULES = {CopyNote: copy_note}
EFFECTS = {NoteCopied: note_copied}
