"""The server's side of a websocket, the same on every engine, for Engine.IO to talk through.

wsproto knows the protocol (RFC 6455); here is only what moves its bytes. No extension is negotiated:
permessage-deflate would cost each phone its own compression, and one frame could not serve all.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.events import (
    AcceptConnection,
    BytesMessage,
    CloseConnection,
    Event,
    Ping,
    TextMessage,
)
from wsproto.frame_protocol import FrameProtocol
from wsproto.utilities import LocalProtocolError, RemoteProtocolError

from workshop import engine
from workshop.engine.listening import shut_quietly

NORMAL, PROTOCOL, TOO_BIG = 1000, 1002, 1009
CHUNK = 65536
MOST_PARTS = 1000  # of one message; a slow line that carries the largest one makes some 200
TURN = 50  # frames in a row, which may be very small, until others get their turn


class Ended(Exception):
    """The peer said goodbye or broke a rule, or the line broke (code 0)."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


def frame(text: str) -> bytes:
    """One whole frame; the same bytes fit every socket, so build it once for many."""
    return bytes(FrameProtocol(client=False, extensions=[]).send_data(text, fin=True))


class WebSocket:
    """Engine.IO's face: made with its handler, called as a WSGI app, then `send`, `wait`, `close`.

    The doorway has let only proper handshakes through.
    """

    def __init__(self, handler: Callable[["WebSocket"], object], server: Any) -> None:
        self._handler = handler
        self._largest = int(server.max_http_buffer_size)
        self._protocol = WSConnection(ConnectionType.SERVER)
        self._came: Iterator[Event] = iter(())
        self._frames = 0
        self._writing = engine.Lock()
        self._closed = False
        self.socket: Any = None  # Engine.IO sets its timeout

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        self._protocol.initiate_upgrade_connection(_headers(environ), "/")
        self.socket = environ["engine.take"]()
        try:
            self.socket.sendall(self._protocol.send(AcceptConnection()))
            self._handler(self)
        except OSError:
            pass  # the phone is gone; Engine.IO has noticed by its own read
        finally:
            self.close()
            shut_quietly(self.socket)
        return []

    def send(self, message: str | bytes) -> None:
        if isinstance(message, str):
            self.send_frame(frame(message))
        else:
            self.send_frame(self._protocol.send(BytesMessage(data=message)))

    def send_frame(self, whole: bytes) -> None:
        """Write a frame that was built once for many; waits its turn, never cuts into another frame."""
        with self._writing:
            if self._closed:
                raise OSError("The websocket is closed.")
            self.socket.sendall(whole)

    def wait(self) -> str | bytes | None:
        """The next whole message; None when the line has ended."""
        try:
            return self._message()
        except Ended as end:
            self.close(end.code)
        except OSError:  # also a read that waited longer than Engine.IO allows
            self.close()
        return None

    def close(self, code: int = NORMAL) -> None:
        if self._closed:
            return
        self._closed = True
        if not self._writing.locked():
            _send_now(self.socket, self._goodbye(code))
        shut_quietly(self.socket)

    def _message(self) -> str | bytes:
        parts: list[Any] = []
        size = 0
        while True:
            event = self._next()
            match event:
                case TextMessage() | BytesMessage():
                    parts.append(event.data)
                    size += len(event.data)
                    if size > self._largest or len(parts) > MOST_PARTS:
                        raise Ended(TOO_BIG)
                    if event.message_finished:
                        return _whole(parts)
                case Ping():
                    self.send_frame(self._protocol.send(event.response()))
                case CloseConnection():
                    raise Ended(NORMAL)

    def _next(self) -> Event:
        while (event := self._event()) is None:
            data = self.socket.recv(CHUNK)
            if not data:
                raise Ended
            self._protocol.receive_data(data)
            self._came = self._protocol.events()
        self._frames += 1
        if self._frames % TURN == 0:
            engine.sleep()  # reading what has come already lets nobody else run
        return event

    def _event(self) -> Event | None:
        """What comes next of the bytes that are here; each frame is read when its turn comes."""
        try:
            return next(self._came, None)
        except RemoteProtocolError:
            raise Ended(PROTOCOL) from None

    def _goodbye(self, code: int) -> bytes:
        try:
            return self._protocol.send(CloseConnection(code=code or NORMAL))
        except LocalProtocolError:  # the peer has closed already, or never opened
            return b""


def _send_now(sock: Any, data: bytes) -> None:
    """Write what the kernel takes without waiting."""
    timeout = sock.gettimeout()
    try:
        sock.settimeout(0)
        sock.send(data)
        sock.settimeout(timeout)
    except OSError:
        pass  # the line is busy or broken; the end of the line says it as well


def _whole(parts: list[Any]) -> str | bytes:
    return "".join(parts) if isinstance(parts[0], str) else b"".join(parts)


def is_wanted(environ: dict[str, Any]) -> bool:
    return str(environ.get("HTTP_UPGRADE", "")).lower() == "websocket"


def is_proper(environ: dict[str, Any]) -> bool:
    """Whether the handshake can be answered; one that cannot must not reach Engine.IO."""
    try:
        WSConnection(ConnectionType.SERVER).initiate_upgrade_connection(_headers(environ), "/")
    except RemoteProtocolError:
        return False
    return bool(environ["REQUEST_METHOD"] == "GET")


def _headers(environ: dict[str, Any]) -> list[tuple[bytes, bytes]]:
    return [
        (name[5:].replace("_", "-").encode(), str(value).encode("latin-1"))
        for name, value in environ.items()
        if name.startswith("HTTP_")
    ]
