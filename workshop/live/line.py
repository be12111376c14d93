"""One socket's way out: everything in order, nothing without bound."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from workshop import engine

from . import transport
from .sent import Message

MOST_MESSAGES = 200
MOST_BYTES = 1_000_000
FEW_MESSAGES = 20  # past it a socket is busy enough without soft ones
MOMENT = 0.05  # seconds
PATIENCE = 30.0  # seconds for a part to leave; Engine.IO gives a silent phone up before


class Line:
    """Live messages go at once; what is fed goes as the socket drains, and what is sent later waits behind it."""

    def __init__(self, connection: Any, cut: Callable[[Any], None]) -> None:
        """Take Engine.IO's socket, and the function that ends it."""
        self._connection = connection
        self._cut = cut
        self._behind: deque[tuple[Message, bool]] = deque()  # with whether it is live
        self._live = 0
        self._live_bytes = 0
        self._feeding = False
        self._ended = False

    @property
    def closed(self) -> bool:
        return self._ended or bool(self._connection.closed)

    def send(self, message: Message) -> None:
        """Send a live message; a socket that does not read is cut past its bound (S9)."""
        if self.closed:
            return
        if self._feeding:
            self._behind.append((message, True))
            self._count(1, message)
        else:
            transport.deliver(self._connection, message)
        if self._is_full():
            self.cut()

    def offer(self, message: Message) -> bool:
        """Send a soft message unless much waits before it (S6); whether there was room for it."""
        if self._live + self._connection.queue.messages >= FEW_MESSAGES:
            return False
        self.send(message)
        return True

    def feed(self, messages: Iterable[Message]) -> None:
        """Send as the socket drains; this does not count in the bound."""
        self._behind.extend((message, False) for message in messages)
        if self._behind and not self._feeding:
            self._feeding = True
            engine.spawn(self._feed)

    def cut(self) -> None:
        """End the socket at once."""
        self._cut(self._connection)

    def finish(self) -> None:
        """End the socket when all that was sent has left."""
        engine.spawn(self._finish)

    def end(self) -> None:
        """The other side is gone: wake who waits for it to read."""
        self._ended = True
        self._connection.queue.wake()

    def _is_full(self) -> bool:
        queue = self._connection.queue
        messages: int = self._live + queue.messages
        size: int = self._live_bytes + queue.bytes
        return messages > MOST_MESSAGES or size > MOST_BYTES

    def _count(self, sign: int, message: Message) -> None:
        self._live += sign
        self._live_bytes += sign * message.size

    def _feed(self) -> None:
        while self._behind and not self.closed:
            message, live = self._behind.popleft()
            if live:
                self._count(-1, message)
            transport.deliver(self._connection, message)
            if not live and not self._drained():
                break
        self._behind.clear()
        self._feeding = False

    def _finish(self) -> None:
        while self._feeding and not self.closed:
            engine.sleep(MOMENT)
        self._drained()
        self.cut()

    def _drained(self) -> bool:
        """Wait until nothing stands in the queue; False when it does not come to that."""
        queue = self._connection.queue
        if not queue.messages:
            return not self.closed
        queue.emptied = queue.emptied or engine.Signal()
        try:
            queue.emptied.wait(PATIENCE)
        except engine.Timeout:
            self.cut()
        return not self.closed
