"""The green face of the store: each call is handed to the writer's or the reader's native thread."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from workshop.core.messages import Entry
from workshop.engine import NativeThread
from workshop.store import directory, keys, log, migrate
from workshop.store.database import check, database
from workshop.store.directory import Listing
from workshop.store.faults import StoreFault
from workshop.store.log import Append

T = TypeVar("T")

faults = logging.getLogger("workshop.store")


class Store:
    """One writer and one reader for each worker, each in a native thread with its own connection."""

    def __init__(self, url: str, data_dir: Path) -> None:
        self._url = url
        self._data_dir = data_dir
        self._writer: NativeThread[Connection] | None = None
        self._reader: NativeThread[Connection] | None = None

    def open(self) -> None:
        """Migrate, settle and read back; raises StoreFault with one line."""
        self._data_dir.mkdir(parents=True, exist_ok=True)
        self._writer = NativeThread("store-writer", lambda: connect(self._url, writes=True), leave)
        self._reader = NativeThread("store-reader", lambda: connect(self._url, writes=False), leave)
        try:
            self._write(migrate.upgrade)
            self._write(check)
            self._read(check)
        except StoreFault:
            self.close()
            raise
        except OperationalError as error:
            self.close()
            raise StoreFault(f"Database: {str(error.orig).splitlines()[0]}") from None
        self._wipe()

    def close(self) -> None:
        for thread in (self._reader, self._writer):
            if thread:
                thread.stop()
        self._reader = self._writer = None

    def check(self) -> None:
        """For /readyz: the database answers, and is as durable as promised."""
        self._read(check)

    def append(self, batch: Append) -> None:
        self._write(log.append, batch)
        if batch.scopes_ended:
            self._wipe()

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

    def set_key(self, log_id: str, key_hash: str) -> None:
        self._write(directory.set_key, log_id, key_hash)

    def set_archived(self, log_id: str, at: str) -> None:
        self._write(directory.set_archived, log_id, at)

    def unarchived(self) -> list[str]:
        return self._read(directory.unarchived)

    def due_for_purge(self, now: str) -> list[str]:
        return self._read(directory.due_for_purge, now)

    def purge(self, log_id: str) -> None:
        self._write(directory.purge, log_id)
        self._wipe()

    def _wipe(self) -> None:
        """What was destroyed must be in no journal either, before anyone is told that it is gone."""
        if not self._write(keys.wipe_journal):
            faults.warning("The journal could not be cut: another process reads the database.")

    def _write(self, fn: Callable[..., T], *args: object) -> T:
        return self._thread(self._writer).call(fn, *args)

    def _read(self, fn: Callable[..., T], *args: object) -> T:
        return self._thread(self._reader).call(fn, *args)

    def _thread(self, thread: NativeThread[Connection] | None) -> NativeThread[Connection]:
        if thread is None:
            raise StoreFault("The store is not open.")
        return thread


def connect(url: str, *, writes: bool) -> Connection:
    return database(url, writes=writes).connect()


def leave(db: Connection) -> None:
    db.close()
    db.engine.dispose()
