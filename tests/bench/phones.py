"""Many simulated phones in one process: raw websockets, one selector, each message parsed once for all."""

import hashlib
import heapq
import itertools
import json
import random
import selectors
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from workshop.demo.client import new_id
from workshop.demo.holding import Holding
from workshop.demo.wire import CLOSE, TEXT, Frames, frame, handshake

NOW_AND_THEN = 0.05  # seconds
KEPT = 2000  # parsed messages that are remembered: phones of one audience get the same bytes


class Parsed:
    """JSON of messages, read once however many phones get them."""

    def __init__(self) -> None:
        self._known: dict[bytes, Any] = {}

    def __getitem__(self, payload: bytes) -> Any:
        found = self._known.get(payload)
        if found is None:
            if len(self._known) > KEPT:
                self._known.clear()
            found = self._known[payload] = json.loads(payload[2:])
        return found


class Phone:
    """One socket and what it holds; the crowd moves its bytes."""

    def __init__(self, crowd: "Crowd", token: str, role: str = "participant") -> None:
        self.crowd = crowd
        self.role = role
        self.auth = json.dumps({"token": token, "as": role})
        self.holding = Holding()
        self.live = False
        self.failures: list[dict[str, Any]] = []
        self._asked: dict[int, Callable[[dict[str, Any]], None]] = {}
        self._numbers = itertools.count(1)
        self._frames: Frames | None = None  # None until the handshake is answered
        self._head = b""
        self._out = bytearray()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.connect_ex(crowd.address)
        query = urlencode({"EIO": 4, "transport": "websocket", "w": crowd.workshop})
        self._out += handshake(crowd.url, f"/socket.io/?{query}")

    def ask(self, name: str, message: Any, answered: Callable[[dict[str, Any]], None]) -> None:
        number = next(self._numbers)
        self._asked[number] = answered
        self.put(f"42{number}{json.dumps([name, message])}")

    def command(self, kind: str, answered: Callable[[dict[str, Any]], None], **fields: Any) -> None:
        """Send it, and again with the same op when it came too fast."""
        message = {"log": self.crowd.workshop, "op": new_id(), "kind": kind, **fields}

        def hear(answer: dict[str, Any]) -> None:
            if not answer["ok"] and "retry_after" in answer["error"]:
                self.crowd.after(
                    answer["error"]["retry_after"], lambda: self.ask("command", message, hear)
                )
                return
            if not answer["ok"]:
                self.failures.append(answer["error"])
            answered(answer)

        self.ask("command", message, hear)

    def put(self, text: str) -> None:
        self._out += frame(text.encode())
        self.write()

    def write(self) -> None:
        with suppress(BlockingIOError):
            del self._out[: self.socket.send(self._out)]
        self.crowd.watch(self, writing=bool(self._out))

    def read(self) -> None:
        data = self.socket.recv(1 << 18)
        if not data:
            raise ConnectionError("A phone was cut.")
        if self._frames is None:
            self._head += data
            head, whole, data = self._head.partition(b"\r\n\r\n")
            if not whole:
                return
            assert head.startswith(b"HTTP/1.1 101"), head
            self._frames = Frames()
        for opcode, payload in self._frames.feed(data):
            if opcode == TEXT:
                self._hear(payload)
            elif opcode == CLOSE:
                raise ConnectionError("A phone was cut.")

    def _hear(self, payload: bytes) -> None:
        match payload[:2]:
            case b"42":
                name, message = self.crowd.parsed[payload]
                if name == "changes":
                    self._take(message)
            case b"43":
                number, _, rest = payload[2:].partition(b"[")
                self._asked.pop(int(number))(json.loads(b"[" + rest)[0])
            case b"40":
                self._join()
            case b"2":
                self.put("3")
            case b"0{":
                self.put("40" + self.auth)
            case _:
                raise ConnectionError(payload.decode())

    def _take(self, message: dict[str, Any]) -> None:
        if self.holding.take(message) == "gap":
            self._join()
        elif not message.get("reset"):
            self.crowd.delivered(message)

    def _join(self) -> None:
        self.live = False
        after = {"after": {self.crowd.workshop: self.holding.seq}} if self.holding.whole else {}
        self.holding.joining()
        self.ask("join", after, self._joined)

    def _joined(self, answer: dict[str, Any]) -> None:
        assert answer["ok"], answer
        self.holding.joined(answer["seq"][self.crowd.workshop])
        self.live = True


class Crowd:
    """All phones of a workshop, one loop, and the clock they act by."""

    def __init__(
        self, url: str, workshop: str, beside: Callable[[], object], seed: int = 1
    ) -> None:
        """Take also what has to be done every now and then while the phones are at it."""
        self.url, self.workshop = url, workshop
        self._beside, self._beside_at = beside, 0.0
        parts = urlsplit(url)
        self.address = (str(parts.hostname), int(parts.port or 80))
        self.chance = random.Random(seed)
        self.phones: list[Phone] = []
        self.parsed = Parsed()
        self.sent: dict[str, float] = {}  # id of a new thing -> when it was sent
        self.deliveries: list[float] = []  # seconds from sending to each phone's having it
        self._selector = selectors.DefaultSelector()
        self._plans: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()
        self._lines: dict[int, str] = {}

    def add(self, token: str, role: str = "participant") -> Phone:
        phone = Phone(self, token, role)
        self.phones.append(phone)
        self._selector.register(phone.socket, selectors.EVENT_READ | selectors.EVENT_WRITE, phone)
        return phone

    def remove(self, phone: Phone) -> None:
        self.phones.remove(phone)
        self._selector.unregister(phone.socket)
        phone.socket.close()

    def watch(self, phone: Phone, *, writing: bool) -> None:
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if writing else 0)
        if self._selector.get_key(phone.socket).events != wanted:
            self._selector.modify(phone.socket, wanted, phone)

    def after(self, seconds: float, work: Callable[[], None]) -> None:
        heapq.heappush(self._plans, (time.monotonic() + seconds, next(self._order), work))

    def stop(self) -> None:
        """Nobody does any more of what was planned."""
        self._plans.clear()

    def run(self, done: Callable[[], bool], timeout: float = 120) -> None:
        until = time.monotonic() + timeout
        while not done():
            now = time.monotonic()
            if now > until:
                raise TimeoutError("The phones waited too long.")
            if now > self._beside_at + NOW_AND_THEN:
                self._beside_at = now
                self._beside()
            while self._plans and self._plans[0][0] <= now:
                heapq.heappop(self._plans)[2]()
            wait = min(0.05, self._plans[0][0] - now if self._plans else 0.05)
            for key, events in self._selector.select(max(0, wait)):
                if events & selectors.EVENT_WRITE:
                    key.data.write()
                if events & selectors.EVENT_READ:
                    key.data.read()

    def rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self.run(lambda: time.monotonic() > until, seconds + 60)

    def delivered(self, message: dict[str, Any]) -> None:
        now = time.monotonic()
        for record in message["put"]:
            if (sent := self.sent.get(record["id"])) is not None:
                self.deliveries.append(now - sent)

    def diverging(self) -> int:
        """How many phones hold other records than the server says they should (S8)."""
        answers: dict[Phone, dict[str, Any]] = {}
        self._lines.clear()
        for phone in self.phones:
            phone.ask(
                "digest", {"log": self.workshop}, lambda it, who=phone: answers.update({who: it})
            )
        self.run(lambda: len(answers) == len(self.phones))
        return sum(answers[phone]["hash"] != self._hash(phone.holding) for phone in self.phones)

    def close(self) -> None:
        for phone in list(self.phones):
            self.remove(phone)
        self._selector.close()

    def _hash(self, holding: Holding) -> str:
        whole = "".join(self._line(record) for _, record in sorted(holding.records.items()))
        return hashlib.sha256(whole.encode()).hexdigest()

    def _line(self, record: dict[str, Any]) -> str:
        """Phones share their parsed records, so each is written once."""
        if id(record) not in self._lines:
            self._lines[id(record)] = (
                json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
            )
        return self._lines[id(record)]
