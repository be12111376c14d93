"""Work on its way: which files are being made, how far it is, and how to stop it."""

from collections.abc import Iterator, Mapping

import msgspec

from workshop import engine
from workshop.export.formats import FORMATS
from workshop.export.press import Order

LOOK = 0.25  # seconds between two looks at how far it is


class Stopped(Exception):
    """Nobody wants the files any more, or the server is ending."""


class Work:
    """`done` of `total` formats are made; `files` are whole once it is over, but for those `not_made`
    that the order may spare.

    Several may want the same: it goes on until the last of them has left.
    """

    def __init__(self, order: Order) -> None:
        self.order = order
        self.done = 0
        self.files: dict[str, bytes] = {}
        self.not_made: list[str] = []
        self.is_stopped = False
        self.wanted_by = 1
        self.over: engine.Signal[None] = engine.Signal()
        self._child: engine.Child | None = None
        self._said = bytearray()

    @property
    def is_slow(self) -> bool:
        """Made by the press; the rest takes a moment."""
        return bool(self.order.bundle) or any(FORMATS[name].slow for name in self.order.formats)

    @property
    def total(self) -> int:
        return len(self.order.formats)

    def progress(self) -> Iterator[int]:
        """How many are done, now and then, until it is over."""
        while not self.over.is_sent():
            yield self.done
            engine.sleep(LOOK)

    def result(self) -> Mapping[str, bytes]:
        """The files, as soon as they are there; raises what went wrong, or Stopped."""
        self.over.wait()
        return self.files

    def leave(self) -> None:
        """One of those who want it has what it wants, or has gone."""
        self.wanted_by -= 1
        if not self.wanted_by and not self.over.is_sent():
            self.stop()

    def stop(self) -> None:
        self.is_stopped = True
        if self._child:
            self._child.let_go()

    def render(self) -> None:
        """What is made in a moment, right here."""
        for name in self.order.formats:
            data = self.order.made(name)
            if data is None:
                self.not_made.append(name)
            else:
                self.files[name] = data
            self.done += 1

    def left(self) -> Order:
        """What is still to be made, in the order in which the press makes it."""
        over = {*self.files, *self.not_made}
        formats = tuple(name for name in self.order.formats if name not in over)
        return msgspec.structs.replace(self.order, formats=formats)

    def outlive(self, fault: engine.ChildFault) -> None:
        """The press has died over a format: that one is not made; raises where it may not be spared."""
        formats = self.left().formats
        if self.is_stopped or not set(formats[:1]) & set(self.order.spare):
            raise fault
        self.not_made.append(formats[0])
        self.done = len(self.files) + len(self.not_made)
        self._said.clear()

    def hang_on(self, child: engine.Child) -> None:
        """From here on it is this child that is let go."""
        self._child = child

    def hear(self, chunk: bytes) -> None:
        """What the press says, as it comes: lines, and files behind their lines."""
        self._said += chunk
        while (end := self._said.find(b"\n") + 1) and self._take(end):
            pass

    def _take(self, end: int) -> bool:
        """One line, and its file if that has come whole."""
        told = msgspec.json.decode(self._said[:end])
        size = told.get("size", 0)
        if len(self._said) < end + size:
            return False
        if "name" in told:
            self.files[told["name"]] = bytes(self._said[end : end + size])
        if "not_made" in told:
            self.not_made.append(told["not_made"])
        self.done += "done" in told
        del self._said[: end + size]
        return True
