"""A note that belongs in two clusters is copied, so that nobody has to win."""

from collections.abc import Iterator

from .clusters import apart_in, grouping_step, movable, target
from .lying import copied, likes
from .messages import By, Command, Event, Id, Refused
from .records import Place


class CopyNote(Command, frozen=True, kw_only=True):
    """A copy of the note into another cluster. It is nobody's, and follows the note: its words, and its end."""

    id: Id
    step: Id
    note: Id
    cluster: Id


def copy_note(place: Place, command: CopyNote, by: By) -> Iterator[Event]:
    step = grouping_step(place, command.step)
    place.check_new(command.id)
    note = movable(place, step, command.note, by)
    cluster = target(place, step, command.cluster, by)
    if any(it.cluster == cluster for it in (note, *likes(place, note))):
        raise Refused("copied_already", "cluster")
    yield copied(place, note, command.id, cluster, apart=apart_in(place, cluster))


RULES = {CopyNote: copy_note}
EFFECTS: dict[type, object] = {}
