"""The server's side of a websocket (RFC 6455), the same on every engine, for Engine.IO to talk through.

Own because eventlet unmasks byte by byte, gevent-websocket reads frames of any length into memory and
simple-websocket writes half a frame to a slow phone. No extension is ever negotiated.
"""

import base64
import binascii
import hashlib
import struct
from collections.abc import Callable, Iterable
from typing import Any

from workshop import engine
from workshop.engine.listening import shut_quietly

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
NORMAL, PROTOCOL, NOT_UTF8, TOO_BIG = 1000, 1002, 1007, 1009
CHUNK = 65536


class Ended(Exception):
    """The peer broke a rule, or the line broke (code 0)."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """One whole frame; the same bytes fit every socket, so build it once for many."""
    size = len(payload)
    if size < 126:
        return bytes((0x80 | opcode, size)) + payload
    if size < 65536:
        return struct.pack("!BBH", 0x80 | opcode, 126, size) + payload
    return struct.pack("!BBQ", 0x80 | opcode, 127, size) + payload


def unmasked(payload: bytes, mask: bytes) -> bytes:
    """XOR with the repeated mask, as one big number."""
    size = len(payload)
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "little")
    return (int.from_bytes(payload, "little") ^ key).to_bytes(size, "little")


class WebSocket:
    """Engine.IO's face: made with its handler, called as a WSGI app, then `send`, `wait`, `close`.

    The doorway has let only proper handshakes through.
    """

    def __init__(self, handler: Callable[["WebSocket"], object], server: Any) -> None:
        self._handler = handler
        self._largest = int(server.max_http_buffer_size)
        self._buffer = bytearray()
        self._writing = engine.Lock()
        self._closed = False
        self.socket: Any = None  # Engine.IO sets its timeout

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        self.socket = environ["engine.take"]()
        try:
            self.socket.sendall(_welcome(key(environ)))
            self._handler(self)
        except OSError:
            pass  # the phone is gone; Engine.IO has noticed by its own read
        finally:
            self.close()
            shut_quietly(self.socket)
        return []

    def send(self, message: str | bytes) -> None:
        is_text = isinstance(message, str)
        payload = message.encode() if isinstance(message, str) else bytes(message)
        self.send_frame(frame(payload, TEXT if is_text else BINARY))

    def send_frame(self, whole: bytes) -> None:
        """Write a frame that was built once for many; waits its turn, never cuts into another frame."""
        with self._writing:
            if self._closed:
                raise OSError("The websocket is closed.")
            self.socket.sendall(whole)

    def offer_frame(self, whole: bytes) -> bool:
        """Write at once what the line takes whole; False when it is busy, then `send_frame` may wait."""
        if self._writing.locked() or self._closed:
            return False
        with self._writing:
            sent = _send_now(self.socket, whole)
            if 0 < sent < len(whole):
                self.socket.sendall(whole[sent:])
        return sent > 0

    def wait(self) -> str | bytes | None:
        """The next whole message; None when the line has ended."""
        try:
            return self._message()
        except Ended as end:
            self.close(end.code)
        except UnicodeDecodeError:
            self.close(NOT_UTF8)
        except OSError:  # also a read that waited longer than Engine.IO allows
            self.close()
        return None

    def close(self, code: int = NORMAL) -> None:
        if self._closed:
            return
        self._closed = True
        if not self._writing.locked():
            _send_now(self.socket, frame(struct.pack("!H", code or NORMAL), CLOSE))
        shut_quietly(self.socket)

    def _message(self) -> str | bytes:
        parts: list[bytes] = []
        kind, room = 0, self._largest
        while True:
            last, opcode, payload = self._frame(room)
            if opcode >= CLOSE:
                self._control(opcode, payload)
                continue
            if (opcode == CONTINUATION) != bool(parts):
                raise Ended(PROTOCOL)
            kind = kind or opcode
            parts.append(payload)
            room -= len(payload) + 1  # so that empty frames have an end too
            if last:
                whole = b"".join(parts)
                return whole.decode() if kind == TEXT else whole

    def _frame(self, room: int) -> tuple[bool, int, bytes]:
        first, second = self._take(2)
        opcode, size = first & 0x0F, second & 0x7F
        if first & 0x70 or not second & 0x80 or opcode not in {0, 1, 2, 8, 9, 10}:
            raise Ended(PROTOCOL)
        if opcode >= CLOSE and (size > 125 or not first & 0x80):
            raise Ended(PROTOCOL)
        if size > 125:
            size = int.from_bytes(self._take(2 if size == 126 else 8), "big")
        if size > max(room, 0):
            raise Ended(TOO_BIG)
        mask = self._take(4)
        return bool(first & 0x80), opcode, unmasked(self._take(size), mask)

    def _control(self, opcode: int, payload: bytes) -> None:
        if opcode == CLOSE:
            raise Ended(NORMAL)
        if opcode == PING:
            self.send_frame(frame(payload, PONG))

    def _take(self, size: int) -> bytes:
        while len(self._buffer) < size:
            data = self.socket.recv(CHUNK)
            if not data:
                raise Ended
            self._buffer += data
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken


def _send_now(sock: Any, data: bytes) -> int:
    """How many bytes the kernel took without waiting."""
    timeout = sock.gettimeout()
    sock.settimeout(0)
    try:
        return int(sock.send(data))
    except OSError:
        return 0
    finally:
        sock.settimeout(timeout)


def is_wanted(environ: dict[str, Any]) -> bool:
    return str(environ.get("HTTP_UPGRADE", "")).lower() == "websocket"


def key(environ: dict[str, Any]) -> str:
    """The client's key, or nothing when this is no proper handshake."""
    given = str(environ.get("HTTP_SEC_WEBSOCKET_KEY", "")).strip()
    asked = "upgrade" in str(environ.get("HTTP_CONNECTION", "")).lower()
    version = (
        environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13" and environ["REQUEST_METHOD"] == "GET"
    )
    try:
        proper = asked and version and len(base64.b64decode(given, validate=True)) == 16
    except binascii.Error:
        proper = False
    return given if proper else ""


def _welcome(given: str) -> bytes:
    accept = base64.b64encode(hashlib.sha1(given.encode() + GUID).digest())  # noqa: S324  the RFC's own
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
    )
