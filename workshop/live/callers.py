"""Whose the open sockets are, whether they have joined or not (S1)."""

from .caller import Caller

MOST_SOCKETS = 20  # of one person at once


class Callers:
    """The callers by Engine.IO's id of their socket, and those of each person in the order they came."""

    def __init__(self) -> None:
        self._known: dict[str, Caller] = {}
        self._of: dict[tuple[str, str], list[Caller]] = {}

    def __contains__(self, socket_id: str) -> bool:
        return socket_id in self._known

    def get(self, socket_id: str) -> Caller | None:
        return self._known.get(socket_id)

    def add(self, socket_id: str, caller: Caller) -> list[Caller]:
        """Gives the person's oldest, past what tabs and dying paths explain."""
        self._known[socket_id] = caller
        own = self._of.setdefault((caller.log, caller.actor), [])
        own.append(caller)
        return own[:-MOST_SOCKETS]

    def take(self, socket_id: str) -> Caller | None:
        """The caller, who is not known any more."""
        if caller := self._known.pop(socket_id, None):
            person = (caller.log, caller.actor)
            self._of[person].remove(caller)
            if not self._of[person]:
                del self._of[person]
        return caller
