"""The green face of the store: each call is handed to the writer's or the reader's native thread."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from workshop import engine
from workshop.core.messages import Entry
from workshop.engine import NativeThread
from workshop.store import directory, hub, keys, log, migrate, sqlite
from workshop.store.database import Database, address, check
from workshop.store.directory import Holding, Listing
from workshop.store.faults import StoreFailed, StoreFault
from workshop.store.log import Append

T = TypeVar("T")

faults = logging.getLogger("workshop.store")


class Store:
    """One writer and one reader for each worker, each in a native thread with its own connection.

    Every call raises StoreFailed when the database did not do it; the next call connects anew.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._writer: NativeThread[Database] | None = None
        self._reader: NativeThread[Database] | None = None
        self._is_sqlite = False
        self._owes_a_cut = False  # the journal may still hold what was destroyed

    def open(self, *, makes: bool = True) -> None:
        """Migrate, settle and read back; raises StoreFault with one line.

        Where there is no database of ours yet it is made, or else that is a fault too.
        """
        self._is_sqlite = address(self._url).get_backend_name() == "sqlite"
        if self._is_sqlite and not makes:
            sqlite.check_there(address(self._url))
        self._writer = thread("store-writer", self._url, writes=True)
        self._reader = thread("store-reader", self._url, writes=False)
        try:
            if not makes:
                self._read(migrate.check_begun)
            self._write(migrate.upgrade)
            self._write(check)
            self._read(check)
            self._check_hub()
            self._forget()
        except StoreFailed as failed:
            self.close()
            raise StoreFault(f"Database: {failed}") from None
        except StoreFault:
            self.close()
            raise

    def close(self) -> None:
        for each in (self._reader, self._writer):
            if each:
                each.stop()
        self._reader = self._writer = None

    def check(self) -> None:
        """For /readyz: the database answers, and is as durable as promised, on both connections."""
        self._read(check)
        self._write(check)

    def append(self, batch: Append) -> None:
        """Commit the batch; where a scope ended, its key and its authors are then in no file.

        Raises SeqTaken or ListingTaken, and then nothing of it was written.
        """
        self._write(log.append, batch)
        if batch.scopes_ended or self._owes_a_cut:
            self._forget()

    def read(self, log_id: str, after: int = 0) -> list[Entry]:
        return self._read(log.read, log_id, after)

    def heads(self, log_ids: Iterable[str]) -> dict[str, int]:
        return self._read(log.read_heads, list(log_ids))

    def spent(self, log_id: str) -> set[str]:
        return self._read(keys.read_spent, log_id)

    def keys(self, log_id: str) -> dict[str, bytes]:
        return self._read(keys.read_keys, log_id)

    def listing(self, log_id: str) -> Listing | None:
        return self._read(directory.listing, log_id)

    def by_code(self, code: str) -> Listing | None:
        return self._read(directory.by_code, code)

    def by_create(self, create_hash: str) -> Listing | None:
        return self._read(directory.by_create, create_hash)

    def holdings(self) -> list[Holding]:
        return self._read(directory.holdings)

    def set_key(self, log_id: str, key_hash: str) -> None:
        self._write(directory.set_key, log_id, key_hash)

    def set_archived(self, log_id: str, at: str) -> None:
        self._write(directory.set_archived, log_id, at)

    def unarchived(self) -> list[str]:
        return self._read(directory.unarchived)

    def due_for_purge(self, now: str) -> list[str]:
        return self._read(directory.due_for_purge, now)

    def held_back(self, now: str) -> list[str]:
        return self._read(directory.held_back, now)

    def purge(self, log_id: str) -> None:
        """Rows, keys and texts go, and on SQLite the file is written anew without them."""
        self._write(directory.purge, log_id)
        if self._is_sqlite:
            self._write_anew()
        self._forget()

    def _check_hub(self) -> None:
        asks = (lambda: self._write(hub.work), lambda: self._read(hub.work))
        if engine.is_started() and any(hub.is_always_held_by(ask) for ask in asks):
            raise StoreFault("The hub stands still while the database works.")

    def _write_anew(self) -> None:
        """The rows are gone and zeroed before this; it also closes the gaps they left."""
        try:
            self._write(sqlite.write_anew)
        except StoreFailed as failed:
            faults.warning("The file was not written anew (%s); the next purge does it.", failed)

    def _forget(self) -> None:
        """What was destroyed must be in no journal either, before anyone is told that it is gone."""
        if not self._is_sqlite:
            return
        self._owes_a_cut = not self._write(sqlite.cut_journal)
        if self._owes_a_cut:
            faults.warning(
                "The journal is still held by another reader; it is cut at the next write."
            )

    def _write(self, fn: Callable[..., T], *args: object) -> T:
        return call(self._writer, fn, *args)

    def _read(self, fn: Callable[..., T], *args: object) -> T:
        return call(self._reader, fn, *args)


def thread(name: str, url: str, *, writes: bool) -> NativeThread[Database]:
    return NativeThread(name, lambda: Database(url, writes=writes), Database.close)


def call(of: NativeThread[Database] | None, fn: Callable[..., T], *args: object) -> T:
    if of is None:
        raise StoreFault("The store is not open.")
    value: T = of.call(Database.run, fn, *args)
    return value
