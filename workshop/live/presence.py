"""Who is here now: soft, in memory, never in the log (S6)."""

import time
from collections.abc import Callable, Collection

from workshop import engine
from workshop.core.counts import counts
from workshop.core.records import Place

from . import sent
from .caller import Caller

PAUSE = 1.0  # seconds between two messages in one room at least
Counted = dict[str, int | list[int]]
FOR_FACILITATORS = ("unshown", "early")  # what only who leads can do something about
COUNTING = ("facilitator", "board")  # phones are never shown counts of what is hidden


class Here:
    """The sockets of one room, and what each audience was told last."""

    def __init__(self) -> None:
        self.callers: set[Caller] = set()
        self.missed: set[Caller] = set()  # too busy for what was told last
        self.told: dict[str, dict[str, object]] = {}
        self.at = 0.0
        self.waiting = False

    def boards(self) -> int:
        """How many screens look on; a screen that comes back is one, its old socket ends."""
        return sum(caller.role == "board" for caller in self.callers)

    def people(self) -> int:
        return len({caller.actor for caller in self.callers if caller.role == "participant"})


class Presence:
    """Gathers what happens in a room and tells it at most once a second, if it has changed."""

    def __init__(self, place: Callable[[str], Place]) -> None:
        self._place = place
        self._rooms: dict[str, Here] = {}

    def came(self, caller: Caller) -> None:
        here = self._rooms.setdefault(caller.log, Here())
        here.callers.add(caller)
        if known := here.told.get(caller.role):
            caller.line.send(sent.event("presence", known))
        self.changed(caller.log)

    def went(self, caller: Caller) -> None:
        if here := self._rooms.get(caller.log):
            here.callers.discard(caller)
            here.missed.discard(caller)
            self.changed(caller.log)

    def changed(self, log: str) -> None:
        here = self._rooms.get(log)
        if here and here.callers and not here.waiting:
            here.waiting = True
            engine.spawn_after(max(0.0, here.at + PAUSE - time.monotonic()), self._tell, log, here)

    def forget(self, log: str) -> None:
        self._rooms.pop(log, None)

    def _tell(self, log: str, here: Here) -> None:
        here.waiting = False
        here.at = time.monotonic()
        for role, said in self._says(log, here).items():
            self._tell_role(here, role, said)
        if here.missed:  # no other change may come, and a board that stays behind is wrong
            self.changed(log)

    def _tell_role(self, here: Here, role: str, said: dict[str, object]) -> None:
        """To all of the role if it is news, else to those who have missed it."""
        is_news = said != here.told.get(role)
        here.told[role] = said
        message = sent.event("presence", said)
        for caller in [it for it in here.callers if it.role == role]:
            if not is_news and caller not in here.missed:
                continue
            if caller.line.offer(message):
                here.missed.discard(caller)
            else:
                here.missed.add(caller)

    def _says(self, log: str, here: Here) -> dict[str, dict[str, object]]:
        """Derived once for the room, and only while someone is there to be told."""
        roles = {caller.role for caller in here.callers}
        number = here.people()
        counted = None
        if roles.intersection(COUNTING):
            counted = counts(self._place(log)) | {"boards": here.boards()}
        shown = {"facilitator": counted, "board": counted and without(counted, FOR_FACILITATORS)}
        return {
            role: {"here": number} | ({"counts": shown[role]} if role in COUNTING else {})
            for role in roles
        }


def without(counted: Counted, names: Collection[str]) -> Counted:
    return {name: count for name, count in counted.items() if name not in names}
