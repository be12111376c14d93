"""An honest client of the wire, as docs/protocol.md says: tests, simulated participants and benches use it.

It does nothing by itself: `pump` reads and writes for a while. A lost path is opened again, and what
was not acknowledged is sent again with the same op.
"""

import json
import secrets
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlencode

from workshop.demo.holding import Holding
from workshop.demo.wire import Ended, Wire

BACKOFF = (0.1, 0.3, 0.7, 1.5, 3.0)  # seconds
SLACK = 0.9  # the server's clock is not ours (S11)
MESSAGE_BYTES = 32 * 1024


class TurnedAway(Exception):
    """The server refuses this client (S1); trying again will not mend it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def new_id() -> str:
    return secrets.token_hex(16)


def post(
    url: str, path: str, message: dict[str, Any], token: str = ""
) -> tuple[int, dict[str, Any]]:
    """Status and JSON of an HTTP request."""
    headers = {"Content-Type": "application/json"} | (
        {"Authorization": f"Bearer {token}"} if token else {}
    )
    request = urllib.request.Request(  # noqa: S310 -- the address is the caller's own server
        url + path, json.dumps(message).encode(), headers, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.loads(refused.read())


@dataclass
class Wish:
    """A command in the outbox."""

    op: str
    kind: str
    fields: dict[str, Any]
    flying: bool = False
    tried: bool = False
    made: float = field(default_factory=time.monotonic)
    answer: dict[str, Any] | None = None
    answered: float = 0.0

    def items(self) -> set[str]:
        names = ("id", "note", "cluster", "parent", "action", "decision", "item")
        found = {str(self.fields[name]) for name in names if self.fields.get(name)}
        return found or {"workshop"}

    def message(self, log: str) -> dict[str, Any]:
        return {"log": log, "op": self.op, "kind": self.kind, **self.fields}


class Bucket:
    """How fast this client may speak (S11)."""

    def __init__(self) -> None:
        self.rate, self.burst = 9.0, 27.0
        self._left, self._at = self.burst, time.monotonic()

    def set_limits(self, limits: dict[str, int]) -> None:
        self.rate = limits["commands_per_second"] * SLACK
        self.burst = limits["command_burst"] * SLACK

    def rest(self, seconds: float) -> None:
        self._at, self._left = time.monotonic() + seconds, 0.0

    def take(self) -> bool:
        now = time.monotonic()
        if now > self._at:
            self._left = min(self.burst, self._left + (now - self._at) * self.rate)
            self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Client:
    """One socket of one person or board, over as many connections as it takes."""

    def __init__(
        self, url: str, workshop: str, token: str, role: str = "participant", language: str = ""
    ) -> None:
        self.url, self.workshop, self.role = url, workshop, role
        self.auth = {"token": token, "as": role} | ({"language": language} if language else {})
        self.holding = Holding()
        self.outbox: list[Wish] = []
        self.welcome: dict[str, Any] = {}  # the answer to the last join
        self.presence: dict[str, Any] = {}
        self.heard: list[tuple[str, dict[str, Any]]] = []  # events and answers in their order
        self.refusals: list[tuple[Wish, dict[str, Any]]] = []
        self.connections = 0
        self.live = False
        self.bucket = Bucket()
        self.receive_buffer = 0  # bytes; a small one makes a phone that reads slowly
        self._wire: Wire | None = None
        self._asked: dict[int, Callable[[dict[str, Any]], None]] = {}
        self._number = 0
        self._failures = 0
        self._again_at = 0.0

    # -- what a person does

    def send(self, kind: str, op: str = "", **fields: Any) -> Wish:
        """Put a command in the outbox; it goes when it may."""
        wish = Wish(op or secrets.token_urlsafe(16), kind, fields)
        if len(json.dumps(wish.message(self.workshop)).encode()) > MESSAGE_BYTES:
            raise ValueError("More than may be sent (S10).")
        older = next((other for other in self.outbox if replaces(wish, other)), None)
        if older is None:
            self.outbox.append(wish)
        else:
            self.outbox[self.outbox.index(older)] = wish
        self._flush()
        return wish

    def say(self, kind: str, op: str = "", **fields: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        wish = self.send(kind, op, **fields)
        self.pump_until(lambda: wish.answer is not None)
        assert wish.answer is not None
        return wish.answer

    # -- time passes

    def open(self, timeout: float = 20) -> "Client":
        self.pump_until(lambda: self.live, timeout)
        return self

    def pump(self, seconds: float = 0.0) -> None:
        """Read and write for so many seconds; 0 takes only what is here."""
        until = time.monotonic() + seconds
        while True:
            self._step(max(0.0, min(0.05, until - time.monotonic())))
            if time.monotonic() >= until:
                return

    def pump_until(self, done: Callable[[], object], timeout: float = 30) -> None:
        until = time.monotonic() + timeout
        while not done():
            if time.monotonic() > until:
                raise TimeoutError(f"{self.role}: waited {timeout} s")
            self._step(0.05)

    def settle(self, timeout: float = 30) -> None:
        """Wait until everything in the outbox is answered."""
        self.pump_until(lambda: self.live and not self.outbox, timeout)

    # -- what can be asked

    def ask(self, name: str, message: Any, timeout: float = 20) -> dict[str, Any]:
        found: list[dict[str, Any]] = []
        self._ask(name, message, found.append)
        self.pump_until(lambda: found or not self._wire, timeout)
        if not found:
            raise Ended("cut before the answer")
        return found[0]

    def digest(self) -> dict[str, Any]:
        """The server's digest of what this viewer should hold; asks again where it comes too often."""
        while True:
            try:
                answer = self.ask("digest", {"log": self.workshop})
            except Ended:
                self.pump_until(lambda: self.live)
                continue
            if answer["ok"]:
                return {"count": answer["count"], "hash": answer["hash"]}
            self.pump(answer["error"]["retry_after"])

    def join_again(self) -> None:
        """Ask for everything since the last number held, as after a gap."""
        self._join()
        self.pump_until(lambda: self.live)

    # -- the path

    def drop(self) -> None:
        """The path breaks without a goodbye; the next `pump` opens another."""
        self._lost()

    def close(self) -> None:
        self._lost()
        self._again_at = float("inf")

    def fileno(self) -> int:
        return self._wire.fileno() if self._wire else -1

    def _step(self, seconds: float) -> None:
        if self._wire is None:
            self._open_again(seconds)
            return
        try:
            for text in self._wire.receive(seconds):
                self._hear(text)
        except Ended:
            self._lost()
        self._flush()

    def _open_again(self, seconds: float) -> None:
        wait = self._again_at - time.monotonic()
        if wait > 0:
            time.sleep(min(wait, seconds))
            return
        query = urlencode({"EIO": 4, "transport": "websocket", "w": self.workshop})
        self._again_at = time.monotonic() + BACKOFF[min(self._failures, len(BACKOFF) - 1)]
        self._failures += 1
        try:
            self._wire = Wire(self.url, f"/socket.io/?{query}", receive_buffer=self.receive_buffer)
        except OSError:
            self._lost()
        else:
            self.connections += 1

    def _lost(self) -> None:
        self.live = False
        if self._wire is not None:
            self._wire.close()
        self._wire = None
        self._asked.clear()
        for wish in self.outbox:
            wish.flying = False

    # -- the wire

    def _hear(self, text: str) -> None:
        match text[0], text[1:2]:
            case "0", _:
                self._put("40" + json.dumps(self.auth))
            case "2", _:
                self._put("3")
            case "4", "0":
                self._join()
            case "4", "2":
                name, message = json.loads(text[2:])
                self._event(name, message)
            case "4", "3":
                number, _, rest = text[2:].partition("[")
                if answered := self._asked.pop(int(number), None):
                    answered(json.loads("[" + rest)[0])
            case "4", "4":
                self._turned_away(json.loads(text[2:]))
            case _:
                raise Ended("closed")

    def _event(self, name: str, message: dict[str, Any]) -> None:
        self.heard.append((name, message))
        if name == "presence":
            self.presence = message
        elif name == "ended":  # shown out (S14)
            self.close()
        elif self.holding.take(message) == "gap":
            self._join()

    def _turned_away(self, error: dict[str, Any]) -> None:
        if error["data"].get("retry"):
            self._lost()
            return
        self.close()
        raise TurnedAway(error["data"]["code"])

    def _join(self) -> None:
        after = {"after": {self.workshop: self.holding.after}} if self.holding.whole else {}
        self.holding.joining()
        self.live = False
        self._ask("join", after, self._joined)

    def _joined(self, answer: dict[str, Any]) -> None:
        if not answer["ok"]:
            self._lost()
            return
        self.heard.append(("joined", answer))
        self.holding.joined(answer["seq"][self.workshop])
        self.bucket.set_limits(answer["limits"])
        self.welcome, self.live, self._failures = answer, True, 0

    def _ask(self, name: str, message: Any, answered: Callable[[dict[str, Any]], None]) -> None:
        self._number += 1
        self._asked[self._number] = answered
        self._put(f"42{self._number}{json.dumps([name, message])}")

    def _put(self, text: str) -> None:
        try:
            if self._wire:
                self._wire.send(text)
        except Ended:
            self._lost()

    def _flush(self) -> None:
        """What may go, goes: in the order made, nothing past an unanswered command on its item (S3)."""
        taken: set[str] = set()
        for wish in list(self.outbox):
            if not self.live:
                return
            if not wish.flying:
                if wish.items() & taken or not self.bucket.take():
                    return
                wish.flying = wish.tried = True
                message = wish.message(self.workshop)
                self._ask("command", message, partial(self._answered, wish))
            taken |= wish.items()

    def _answered(self, wish: Wish, answer: dict[str, Any]) -> None:
        self.heard.append(("answer", answer | {"op": wish.op}))
        error = answer.get("error", {})
        if error.get("retry") or error.get("code") == "rate_limited":
            wish.flying = False
            self.bucket.rest(error.get("retry_after", 0.5))
            return
        wish.answer, wish.answered = answer, time.monotonic()
        if wish in self.outbox:
            self.outbox.remove(wish)
        if not answer["ok"]:
            self.refusals.append((wish, error))


# Commands that set one thing, and the fields that say which: the last one is all that counts.
SETS = {"CastVote": ("round", "item", "criterion"), "GiveScore": ("scoring", "item", "scale")}


def replaces(newer: Wish, older: Wish) -> bool:
    """A newer vote or mark on the same item takes the place of one that was never sent."""
    if older.tried or newer.kind != older.kind or newer.kind not in SETS:
        return False
    return all(newer.fields.get(name) == older.fields.get(name) for name in SETS[newer.kind])
