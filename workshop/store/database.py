"""The connection to the database, made durable and checked before anything is promised."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from workshop.store.faults import StoreFault

PROMISED = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
SETTING = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "secure_delete": "ON",
    "foreign_keys": "ON",
}
BUSY_MS = 10_000  # another worker's write may take so long before a write of ours fails


def address(url: str) -> URL:
    """The URL with the one driver that is used for it; StoreFault for a database that is not."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite":
        return parsed
    raise StoreFault(
        f"DATABASE_URL names {parsed.drivername}, but only sqlite and postgresql are known."
    )


def database(url: str, *, writes: bool) -> Engine:
    """An engine without a pool: each native thread holds one connection of its own."""
    at = address(url)
    if at.get_backend_name() == "sqlite":
        return _sqlite(at, writes=writes)
    if find_spec("psycopg_binary") or find_spec("psycopg_c"):
        # The thread may wait in C; a wait patched for the hub has no hub over there.
        os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_c")
    return create_engine(at, poolclass=NullPool, connect_args={"connect_timeout": 5})


def _sqlite(at: URL, *, writes: bool) -> Engine:
    if at.database:
        Path(at.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(at, poolclass=NullPool, connect_args={"isolation_level": None})

    @event.listens_for(made, "connect")
    def settle(raw: Any, _: object) -> None:
        raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        for name, value in SETTING.items():
            raw.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(made, "begin")
    def begin(db: Connection) -> None:
        # A writer that begins deferred can fail at its first write; IMMEDIATE waits its turn.
        db.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def check(db: Connection) -> None:
    """Read back what makes a commit durable; StoreFault names what is not as promised."""
    with db.begin():
        faults = _sqlite_faults(db) if db.dialect.name == "sqlite" else _postgres_faults(db)
    if faults:
        raise StoreFault("Database: " + ", ".join(faults) + ".")


def _sqlite_faults(db: Connection) -> list[str]:
    found = {name: db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PROMISED}
    return [
        f"{name} is {found[name]}, but must be {wanted}"
        for name, wanted in PROMISED.items()
        if found[name] != wanted
    ]


def _postgres_faults(db: Connection) -> list[str]:
    found = {
        name: db.execute(text(f"SHOW {name}")).scalar() for name in ("fsync", "synchronous_commit")
    }
    return [f"{name} is off, but must be on" for name, value in found.items() if value == "off"]
