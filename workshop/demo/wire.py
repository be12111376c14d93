"""A websocket as a client sees it, in as few lines as the load generator needs."""

import base64
import os
import select
import socket
import struct
from urllib.parse import urlsplit

# A mask hides bytes from caches between a browser and a server. Here is none, and zeros cost nothing.
MASK = b"\0\0\0\0"
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Ended(OSError):
    """The line is closed."""


class Frames:
    """Bytes in, whole messages out; nothing is read or written here."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._parts: list[bytes] = []

    def feed(self, data: bytes) -> list[tuple[int, bytes]]:
        self._buffer += data
        found = []
        while (frame := self._next()) is not None:
            found.append(frame)
        return found

    def _next(self) -> tuple[int, bytes] | None:
        buffer = self._buffer
        if len(buffer) < 2:
            return None
        size, head = buffer[1] & 0x7F, 2
        if size > 125:
            head = 4 if size == 126 else 10
            if len(buffer) < head:
                return None
            size = int.from_bytes(buffer[2:head], "big")
        if len(buffer) < head + size:
            return None
        opcode, payload = buffer[0] & 0x0F, bytes(buffer[head : head + size])
        del buffer[: head + size]
        return opcode, payload


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    size = len(payload)
    if size < 126:
        return bytes((0x80 | opcode, 0x80 | size)) + MASK + payload
    if size < 65536:
        return struct.pack("!BBH", 0x80 | opcode, 0xFE, size) + MASK + payload
    return struct.pack("!BBQ", 0x80 | opcode, 0xFF, size) + MASK + payload


def handshake(url: str, path: str, headers: dict[str, str] | None = None) -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {urlsplit(url).netloc}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *(f"{name}: {value}" for name, value in (headers or {}).items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Wire:
    """One connection; blocks no longer than it is told to."""

    def __init__(
        self,
        url: str,
        path: str,
        headers: dict[str, str] | None = None,
        timeout: float = 10,
        receive_buffer: int = 0,
    ) -> None:
        parts = urlsplit(url)
        self.socket = socket.socket()
        self.socket.settimeout(timeout)
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.connect((parts.hostname, parts.port or 80))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._frames = Frames()
        self._waiting: list[str] = []
        try:
            self.socket.sendall(handshake(url, path, headers))
            self._welcome()
        except OSError:
            self.socket.close()
            raise

    def fileno(self) -> int:
        return self.socket.fileno()

    def send(self, text: str) -> None:
        self.send_bytes(frame(text.encode()))

    def send_bytes(self, data: bytes) -> None:
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise Ended(str(error)) from None

    def receive(self, timeout: float) -> list[str]:
        """The texts that are here, or that come within so many seconds; raises Ended."""
        if self._waiting or not select.select([self.socket], [], [], timeout)[0]:
            found, self._waiting = self._waiting, []
            return found
        return self._texts(self._read())

    def close(self) -> None:
        self.socket.close()

    def _read(self) -> bytes:
        try:
            data = self.socket.recv(1 << 18)
        except OSError as error:
            raise Ended(str(error)) from None
        if not data:
            raise Ended("closed by the server")
        return data

    def _texts(self, data: bytes) -> list[str]:
        found = []
        for opcode, payload in self._frames.feed(data):
            if opcode == TEXT:
                found.append(payload.decode())
            elif opcode == PING:
                self.send_bytes(frame(payload, PONG))
            elif opcode == CLOSE and not found:
                raise Ended(f"closed with {int.from_bytes(payload[:2], 'big')}")
        return found

    def _welcome(self) -> None:
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._read()
        head, _, rest = answer.partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 101"):
            raise Ended(head.split(b"\r\n")[0].decode())
        self._waiting = self._texts(rest)
