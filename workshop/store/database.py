"""A native thread's own connection: settled, checked, and made anew when it breaks."""

import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError

from workshop.store import postgres, sqlite
from workshop.store.faults import StoreFailed, StoreFault

T = TypeVar("T")
log = logging.getLogger("workshop.store")


def address(url: str) -> URL:
    """The URL with the one driver that is used for it; StoreFault for a database that is not."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreFault("DATABASE_URL is no address of a database.") from None
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in {"sqlite", "sqlite+pysqlite"}:
        return parsed
    raise StoreFault(f"DATABASE_URL names {parsed.drivername}, not sqlite or postgresql.")


class Database:
    """One connection without a pool, used by the one thread that made it."""

    def __init__(self, url: str, *, writes: bool) -> None:
        at = address(url)
        kind = sqlite if at.get_backend_name() == "sqlite" else postgres
        self._engine: Engine = kind.engine(at, writes=writes)
        self._db: Connection | None = None

    def run(self, fn: Callable[..., T], *args: Any) -> T:
        """`fn(connection, *args)`; once more on a new connection if the old one was lost.

        So `fn` is one transaction that may come twice: a commit whose answer was lost shows itself
        as SeqTaken. Raises StoreFailed in place of all that the libraries raise, for their errors
        hold what people wrote, and connections of this thread.
        """
        line, lost = "", True
        for _ in range(2):
            if lost:
                try:
                    return fn(self._connection(), *args)
                except DBAPIError as error:
                    lost = error.connection_invalidated
                    line = first_line(error)
                self.drop()
        raise StoreFailed(line)

    def drop(self) -> None:
        """Let go of the connection; the next call makes a new one."""
        db, self._db = self._db, None
        if db is not None:
            with suppress(DBAPIError):
                db.invalidate()
            with suppress(DBAPIError):
                db.close()

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
        self._engine.dispose()

    def _connection(self) -> Connection:
        if self._db is None:
            self._db = self._engine.connect()
        return self._db


def check(db: Connection) -> None:
    """Read back what makes a commit durable; StoreFault names what is not as promised."""
    with db.begin():
        faults = (sqlite if db.dialect.name == "sqlite" else postgres).faults(db)
    if faults:
        raise StoreFault("Database: " + ", ".join(faults) + ".")


def first_line(error: DBAPIError) -> str:
    """The driver's own words; never the statement, nor its values."""
    words = str(error.orig).strip()
    return words.splitlines()[0] if words else type(error.orig).__name__
