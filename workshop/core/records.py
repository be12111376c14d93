"""What a place holds: flat records, found by kind and id, and by the name of their owner."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

import msgspec

from .messages import Refused


# Nothing here, nor an entry or a report, ever lies in a circle. So none is given to the collector (`gc`),
# which would go through all of a long workshop again and again and hold up the room meanwhile.
class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", gc=False):
    """One thing on the screen. A subclass with a field `owner` may be hidden from all but that name."""

    id: str


class Gone(msgspec.Struct, frozen=True):
    """What an effect yields to take a record away."""

    kind: str
    id: str


class Change(msgspec.Struct, frozen=True):
    """What an entry did to one record; `None` where there was or is nothing."""

    kind: str
    id: str
    old: Record | None
    new: Record | None


Index = dict[str, set[tuple[str, str]]]  # name -> kind and id of what is filed under it
R = TypeVar("R", bound=Record)
T = TypeVar("T")


def kind_of(record_type: type[Record]) -> str:
    return str(record_type.__struct_config__.tag)


def owner_of(record: Record | None) -> str:
    return getattr(record, "owner", "")


def bundles_of(record: Record | None) -> Sequence[str]:
    """What a record is filed under beside its id, where its kind has a property `bundles`."""
    return getattr(record, "bundles", ())


class Place:
    """The working records of one log. Rules read it; only `put` and `drop` change it."""

    def __init__(self, log: str) -> None:
        self.log = log
        self.seq = 0
        self.last_at = ""
        self.last_secret = 0  # the seq of the newest secret entry
        self.last_note_place = 0
        self.owned: Index = {}
        self._bundles: Index = {}
        self._records: dict[str, dict[str, Record]] = {}
        self._found: dict[str, dict[object, Any]] = {}

    def get(self, record_type: type[R], record_id: str) -> R | None:
        return self._by_id(record_type).get(record_id)

    def all(self, record_type: type[R]) -> Iterable[R]:
        return self._by_id(record_type).values()

    def count(self, record_type: type[R]) -> int:
        return len(self._by_id(record_type))

    def owned_by(self, name: str, record_type: type[R]) -> Iterator[R]:
        return self._filed(self.owned, name, record_type)

    def bundled(self, name: str, record_type: type[R]) -> Iterator[R]:
        """The records of this kind that lie in one bundle: found without going through all there are."""
        return self._filed(self._bundles, name, record_type)

    def _filed(self, index: Index, name: str, record_type: type[R]) -> Iterator[R]:
        kind = kind_of(record_type)
        for filed_kind, record_id in index.get(name, ()):
            if filed_kind == kind:
                yield self._by_id(record_type)[record_id]

    def found(self, record_type: type[Record], key: object, find: Callable[[], T]) -> T:
        """What `find` makes of the records of this kind alone, kept until one of them changes.

        For what many ask in turn: where all take a hand or vote, each would go through all there is.
        """
        kept = self._found.setdefault(kind_of(record_type), {})
        if key not in kept:
            kept[key] = find()
        return cast("T", kept[key])

    def _by_id(self, record_type: type[R]) -> dict[str, R]:
        by_id: Any = self._records.get(kind_of(record_type), {})
        return cast("dict[str, R]", by_id)

    def owned_records(self, name: str) -> list[Record]:
        """Every record that this name owns, in a steady order."""
        return [self._records[kind][found] for kind, found in sorted(self.owned.get(name, ()))]

    def check_new(self, record_id: str) -> None:
        """Clients make the ids of what they add; `id_taken` where a record of any kind has this one."""
        if any(record_id in by_id for by_id in self._records.values()):
            raise Refused("id_taken", "id")

    def everything(self) -> Iterator[tuple[str, Record]]:
        for kind, by_id in self._records.items():
            for record in by_id.values():
                yield kind, record

    def weight(self) -> int:
        """How much it holds, in entries and records; an opened file is one entry and thousands of records."""
        return self.seq + sum(map(len, self._records.values()))

    def put(self, record: Record) -> Change:
        kind = kind_of(type(record))
        by_id = self._records.setdefault(kind, {})
        old = by_id.get(record.id)
        by_id[record.id] = record
        self._found.pop(kind, None)
        self._unfile(kind, old)
        for index, name in self._names_of(record):
            index.setdefault(name, set()).add((kind, record.id))
        return Change(kind, record.id, old, record)

    def drop(self, gone: Gone) -> Change:
        old = self._records.get(gone.kind, {}).pop(gone.id, None)
        self._found.pop(gone.kind, None)
        self._unfile(gone.kind, old)
        return Change(gone.kind, gone.id, old, None)

    def restore(self, change: Change) -> None:
        """Take one change back."""
        if change.old is None:
            self.drop(Gone(change.kind, change.id))
        else:
            self.put(change.old)

    def _unfile(self, kind: str, record: Record | None) -> None:
        if record is None:
            return
        for index, name in self._names_of(record):
            filed = index.get(name, set())
            filed.discard((kind, record.id))
            if not filed:
                index.pop(name, None)

    def _names_of(self, record: Record) -> list[tuple[Index, str]]:
        owner = owner_of(record)
        names = [(self.owned, owner)] if owner else []
        return names + [(self._bundles, name) for name in bundles_of(record)]
