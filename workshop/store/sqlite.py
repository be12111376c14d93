"""SQLite: what every connection sets, what is read back, and how its files forget."""

import sqlite3
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from workshop.store.faults import StoreFault

PROMISED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
SETTINGS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",  # so that VACUUM leaves no copy in another file
}
BUSY = 10_000  # milliseconds that another worker's write may take before a write of ours fails
CUT_TRIES, CUT_BUSY = 20, 100  # tries to cut the journal, milliseconds each waits for readers
REST = 0.02  # seconds between tries
_Event = threading.Event  # native: this code runs in a native thread


def engine(at: URL, *, writes: bool) -> Engine:
    if at.database:
        _make_private(Path(at.database))
    made = create_engine(
        at, poolclass=NullPool, hide_parameters=True, connect_args={"isolation_level": None}
    )

    @event.listens_for(made, "connect")
    def settle(raw: Any, _: object) -> None:
        raw.execute(f"PRAGMA busy_timeout = {BUSY}")
        for name, value in SETTINGS.items():
            _set(raw, name, value)

    @event.listens_for(made, "begin")
    def begin(db: Connection) -> None:
        # A writer that begins deferred can fail at its first write; IMMEDIATE waits its turn.
        db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def check_there(at: URL) -> None:
    """Before a connection: opening one would make the file."""
    if not Path(at.database or "").is_file():
        raise StoreFault(
            f"There is no database at {at.database}. Is RYTME_DATA_DIR as the server's?"
        )


def faults(db: Connection) -> list[str]:
    found = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PROMISED}
    return [
        f"{name} is {found[name]}, but must be {wanted}"
        for name, wanted in PROMISED.items()
        if found[name] != wanted
    ]


def cut_journal(db: Connection) -> bool:
    """Write the WAL back and cut it to nothing, so that no old page is in it.

    False when a reader held on all the while: an open read keeps what was deleted in the WAL.
    """
    raw = _raw(db)
    raw.execute(f"PRAGMA busy_timeout = {CUT_BUSY}")
    try:
        for _ in range(CUT_TRIES):
            (busy, *_rest) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                return True
            _Event().wait(REST)
        return False
    finally:
        raw.execute(f"PRAGMA busy_timeout = {BUSY}")


def write_anew(db: Connection) -> None:
    """Write the whole file anew, without the gaps that deleted rows left between others."""
    _raw(db).execute("VACUUM")


def _set(raw: Any, name: str, value: str) -> None:
    """Waits its turn also where SQLite does not: two that make one new file a WAL at once."""
    for left in reversed(range(int(BUSY / 1000 / REST))):
        try:
            raw.execute(f"PRAGMA {name} = {value}").fetchall()
        except sqlite3.OperationalError as refused:
            if refused.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            _Event().wait(REST)
        else:
            return


def _raw(db: Connection) -> Any:
    """The driver's connection, outside of any transaction."""
    raw = db.connection.driver_connection
    db.rollback()
    return raw


def _make_private(file: Path) -> None:
    """The file may hold notes that nobody else has read; the journal beside it takes its mode."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError as error:
        raise StoreFault(f"The database {file} cannot be made: {error.strerror}.") from None
