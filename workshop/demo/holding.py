"""The records that a client holds of one log, and what each frame does to them (S2, S4, S5)."""

import hashlib
import json
from typing import Any

Record = dict[str, Any]
Key = tuple[str, str]


def key_of(record: Record) -> Key:
    return record["kind"], record["id"]


class Holding:
    def __init__(self) -> None:
        self.seq = 0
        self.whole = False  # a snapshot has been taken in, so `seq` means something
        self.records: dict[Key, Record] = {}
        self._own: set[Key] = set()
        self._unconfirmed: set[Key] = set()
        self._parts: dict[int, list[Record]] = {}
        self._parts_of: tuple[int, int] = (0, 0)

    @property
    def after(self) -> int | None:
        return self.seq if self.whole else None

    def get(self, kind: str, record_id: str) -> Record | None:
        return self.records.get((kind, record_id))

    def all(self, kind: str) -> list[Record]:
        return [record for (found, _), record in self.records.items() if found == kind]

    def one(self, kind: str) -> Record:
        (found,) = self.all(kind)
        return found

    def take(self, frame: Record) -> str:
        """What became of it: applied, dropped, gathering, or gap (send `join` again)."""
        if frame.get("mine"):
            return self._take_own(frame)
        if frame.get("reset"):
            return self._gather(frame)
        if frame["to"] <= self.seq:
            return "dropped"
        if frame["from"] > self.seq:
            return "gap"
        self._open(map(key_of, frame["put"]))
        self._apply(frame)
        self.seq = frame["to"]
        return "applied"

    def joining(self) -> None:
        """A join repeats all own records: what it leaves out is gone."""
        self._parts = {}
        self._unconfirmed = set(self._own)

    def joined(self, seq: int) -> None:
        for key in self._unconfirmed:
            self._own.discard(key)
            self.records.pop(key, None)
        self._unconfirmed = set()
        self.seq = max(self.seq, seq)

    def digest(self) -> dict[str, Any]:
        lines = [
            json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
            for _, record in sorted(self.records.items())
        ]
        return {"count": len(lines), "hash": hashlib.sha256("".join(lines).encode()).hexdigest()}

    def _take_own(self, frame: Record) -> str:
        keys = {key_of(record) for record in frame["put"]}
        self._own |= keys
        self._unconfirmed -= keys
        self._own -= {(kind, found) for kind, found in frame.get("drop", ())}
        self._apply(frame)
        return "applied"

    def _gather(self, frame: Record) -> str:
        which = (frame["to"], frame.get("parts", 1))
        if which != self._parts_of:
            self._parts = {}
        self._parts_of = which
        self._parts[frame.get("part", 1)] = frame["put"]
        if len(self._parts) < which[1]:
            return "gathering"
        self._replace([record for _, part in sorted(self._parts.items()) for record in part])
        self._parts = {}
        self.whole, self.seq = True, frame["to"]
        return "applied"

    def _replace(self, records: list[Record]) -> None:
        """Own records stay until `joined` knows which of them were repeated."""
        own = {key: self.records[key] for key in self._own if key in self.records}
        self.records = own | {key_of(record): record for record in records}
        self._open(map(key_of, records))

    def _open(self, keys: Any) -> None:
        """What everyone may see is no longer this person's alone."""
        for key in keys:
            self._own.discard(key)
            self._unconfirmed.discard(key)

    def _apply(self, frame: Record) -> None:
        for kind, found in frame.get("drop", ()):
            self.records.pop((kind, found), None)
        for record in frame["put"]:
            self.records[key_of(record)] = record
