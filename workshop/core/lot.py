"""What lies in the parking lot: thoughts that came too late or belong elsewhere. Nobody's name is on them."""

from collections.abc import Iterator
from typing import Literal

from .messages import Refused
from .records import Place, Record

Becomes = Literal["", "action", "ask", "next", "answered", "dropped"]
# Nobody has said yet, it is asked elsewhere, or it waits for the next time.
STILL_OPEN = ("", "ask", "next")


class Parked(Record, frozen=True, kw_only=True, tag="parked"):
    """`note` is the one that it was set aside from, `continued` what it was continued from.

    `becomes` says what becomes of it, with a `word` on that. `readers` is all, or held, where a
    facilitator moderates it for `reason`. `owner` and `lot` (never sent) are a name of who parked it,
    for as long as that can be taken back, and the log whose key the name was made with.
    """

    text: str
    continued: str = ""
    note: str = ""
    becomes: Becomes = ""
    word: str = ""
    readers: str = "all"
    held: str = ""
    reason: str = ""
    owner: str = ""
    lot: str = ""

    @property
    def bundles(self) -> list[str]:
        return [aside_of(self.note)] if self.note else []


class Withdrawn(Record, frozen=True, kw_only=True, tag="withdrawn"):
    """A thought that was taken back: its words leave the log at the close. Nobody is sent this.

    What was held keeps its words until then, so that they are held once more where they are parked anew.
    """

    text: str = ""
    held: str = ""
    reason: str = ""


def aside_of(note: str) -> str:
    """The bundle of what was set aside from a note."""
    return f"aside {note}"


def set_aside_from(place: Place, *notes: str) -> Iterator[Parked]:
    for note in notes:
        yield from place.bundled(aside_of(note), Parked)


def in_the_lot(place: Place) -> list[Parked]:
    """What all may read, in the order in which it was parked."""
    return [parked for parked in place.all(Parked) if parked.readers == "all"]


def the_thought(place: Place, parked_id: str) -> Parked:
    """One that all may read; what is held does not exist."""
    parked = place.get(Parked, parked_id)
    if parked is None or parked.readers != "all":
        raise Refused("no_such_note", "parked")
    return parked
