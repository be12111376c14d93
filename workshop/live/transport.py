"""What is changed in Engine.IO, all in one file: its websocket, its queue, what it takes for a packet."""

import queue
import socket
from collections.abc import Callable
from typing import Any

from engineio.payload import Payload

from workshop import engine
from workshop.engine.websocket import PROTOCOL, WebSocket

from .reading import is_transport
from .sent import Message, Text

MOST_PACKETS = 100  # in one polling request; a client that empties its outbox sends a burst of 30
MOST_ANSWERED = 16  # to one polling request; other clients of the same library drop what has more
UNSENT_BYTES = 32 * 1024  # that the kernel may hold for one phone: a ping is never far behind


def fit(eio: Any) -> None:
    """Make an Engine.IO server use what stands in this file."""
    Payload.max_decode_packets = MOST_PACKETS
    waiting = type("Waiting", (Waiting, eio._async["queue"]), {})  # noqa: SLF001  no public place for it
    eio._async = {**eio._async, "websocket": Wire, "queue": waiting}  # noqa: SLF001


class Wire(WebSocket):
    """A websocket that writes ready frames as they are, and ends at the first bad packet."""

    def __init__(self, handler: Callable[[WebSocket], object], server: Any) -> None:
        super().__init__(self._opened, server)
        self._engineio = handler
        handler.__self__.wire = self  # type: ignore[attr-defined]  # Engine.IO's socket, for `cut`

    def _opened(self, wire: WebSocket) -> object:
        if lowat := getattr(socket, "TCP_NOTSENT_LOWAT", None):  # not on every system
            self.socket.setsockopt(socket.IPPROTO_TCP, lowat, UNSENT_BYTES)
        return self._engineio(wire)

    def send(self, message: str | bytes) -> None:
        if isinstance(message, Text):
            self.send_frame(message.frame)
        else:
            super().send(message)

    def write_now(self, whole: bytes) -> bytes:
        """Write what the line takes at once; what is answered has to go before anything else."""
        if self._closed or self._writing.locked():
            return whole
        patience = self.socket.gettimeout()
        self.socket.settimeout(0)
        try:
            return whole[self.socket.send(whole) :]
        except OSError:  # the line is busy, or broken: then the queue's writer finds out
            return whole
        finally:
            self.socket.settimeout(patience)

    def wait(self) -> str | bytes | None:
        message = super().wait()
        if message is None or is_transport(message):
            return message
        self.close(PROTOCOL)
        return None


class Waiting:
    """Engine.IO's queue for one socket, which knows how much waits in it and says when nothing does."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.messages = 0
        self.bytes = 0
        self.emptied: engine.Signal[None] | None = None
        self._in_a_row = 0

    def put(self, item: Any, *args: Any, **options: Any) -> None:
        self.messages += 1
        self.bytes += getattr(item, "size", 0)
        super().put(item, *args, **options)  # type: ignore[misc]

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Engine.IO waits for one, then takes what is there: it gets no more than a client reads at once."""
        self._in_a_row = 0 if block else self._in_a_row + 1
        if self._in_a_row >= MOST_ANSWERED:
            raise queue.Empty
        item = super().get(block, timeout)  # type: ignore[misc]
        self.messages -= 1
        self.bytes -= getattr(item, "size", 0)
        if self.messages == 0:
            self.wake()
        return item

    def wake(self) -> None:
        emptied, self.emptied = self.emptied, None
        if emptied is not None:
            emptied.send(None)


def deliver(connection: Any, message: Message) -> None:
    """Write a message at once where nothing waits before it and the line is free; else let it wait.

    Engine.IO's queue alone costs a timer and two switches for each message and socket.
    """
    if connection.upgraded and not connection.queue.messages:
        rest = connection.wire.write_now(message.frame)
        if not rest:
            return
        if len(rest) < message.size:
            message = Message.rest(rest)
    connection.queue.put(message)


def cut(connection: Any, eio: Any) -> None:
    """End an Engine.IO socket at once, whatever still waits for it; never waits itself."""
    connection.close(wait=False, abort=True, reason=eio.reason.SERVER_DISCONNECT)
    if wire := getattr(connection, "wire", None):
        wire.close()
