"""The directory: which workshop a code opens, who may lead it by a key, and how long it is kept."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    func,
    insert,
    not_,
    select,
    update,
)

from workshop.store.tables import OF_A_LOG, entries, heads, is_open, workshops

is_unarchived = and_(workshops.c.closed_at.is_not(None), workshops.c.archived_at.is_(None))


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A workshop in the directory. Keys and ops stand here as hashes only."""

    log_id: str
    code: str
    created_at: str
    retention_days: int
    key_hash: str
    create_hash: str = ""
    closed_at: str = ""
    archived_at: str = ""


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """A workshop and how much of the database its log takes; `last_at` is the time of its last entry."""

    log_id: str
    code: str
    created_at: str
    closed_at: str
    retention_days: int
    last_at: str
    bytes: int


def add_listing(db: Connection, listing: Listing) -> None:
    row = msgspec.structs.asdict(listing)
    nullable = ("create_hash", "closed_at", "archived_at")
    db.execute(insert(workshops), row | {name: row[name] or None for name in nullable})


def mark_closed(db: Connection, log_id: str, at: str) -> None:
    _change(db, log_id, closed_at=at)


def set_retention(db: Connection, log_id: str, days: int) -> None:
    _change(db, log_id, retention_days=days)


def set_code(db: Connection, log_id: str, code: str) -> None:
    _change(db, log_id, code=code)


def set_key(db: Connection, log_id: str, key_hash: str) -> None:
    with db.begin():
        _change(db, log_id, key_hash=key_hash)


def set_archived(db: Connection, log_id: str, at: str) -> None:
    with db.begin():
        _change(db, log_id, archived_at=at)


def listing(db: Connection, log_id: str) -> Listing | None:
    return _one(db, select(workshops).where(workshops.c.log_id == log_id))


def by_code(db: Connection, code: str) -> Listing | None:
    """The open workshop of this code."""
    return _one(db, select(workshops).where(workshops.c.code == code, is_open))


def by_create(db: Connection, create_hash: str) -> Listing | None:
    return _one(db, select(workshops).where(workshops.c.create_hash == create_hash))


def unarchived(db: Connection) -> list[str]:
    """Closed workshops whose artifact is not known to be saved."""
    wanted = select(workshops.c.log_id).where(is_unarchived)
    with db.begin():
        return list(db.scalars(wanted))


def due_for_purge(db: Connection, now: str) -> list[str]:
    """Workshops past their days since they closed or, never closed, since their last entry; 0 keeps.

    One that closed and has no artifact yet is not among them: its log is all that there is of it.
    """
    return _past_their_days(db, now, not_(is_unarchived))


def held_back(db: Connection, now: str) -> list[str]:
    """Workshops past their days that wait for their artifact."""
    return _past_their_days(db, now, is_unarchived)


def holdings(db: Connection) -> list[Holding]:
    """Every workshop, the newest first."""
    sizes = (
        select(entries.c.log_id, func.sum(func.length(entries.c.events)).label("bytes"))
        .group_by(entries.c.log_id)
        .subquery()
    )
    wanted = (
        select(workshops, heads.c.at, sizes.c.bytes)
        .join(heads, heads.c.log_id == workshops.c.log_id)
        .join(sizes, sizes.c.log_id == workshops.c.log_id)
        .order_by(workshops.c.created_at.desc(), workshops.c.log_id)
    )
    with db.begin():
        rows = db.execute(wanted).all()
    return [
        Holding(
            log_id=row.log_id,
            code=row.code,
            created_at=row.created_at,
            closed_at=row.closed_at or "",
            retention_days=row.retention_days,
            last_at=row.at,
            bytes=row.bytes,
        )
        for row in rows
    ]


def purge(db: Connection, log_id: str) -> None:
    """Rows, keys and texts go."""
    with db.begin():
        for table in OF_A_LOG:
            db.execute(delete(table).where(table.c.log_id == log_id))


def _past_their_days(db: Connection, now: str, which: ColumnElement[bool]) -> list[str]:
    wanted = (
        select(workshops.c.log_id, workshops.c.retention_days, workshops.c.closed_at, heads.c.at)
        .join(heads, heads.c.log_id == workshops.c.log_id)
        .where(workshops.c.retention_days > 0, which)
    )
    with db.begin():
        rows = db.execute(wanted).all()
    moment = datetime.fromisoformat(now)
    return [row.log_id for row in rows if _last(row) + timedelta(days=row.retention_days) <= moment]


def _last(row: Any) -> datetime:
    return datetime.fromisoformat(row.closed_at or row.at)


def _change(db: Connection, log_id: str, **values: object) -> None:
    db.execute(update(workshops).where(workshops.c.log_id == log_id).values(**values))


def _one(db: Connection, wanted: Select[Any]) -> Listing | None:
    with db.begin():
        row = db.execute(wanted).mappings().one_or_none()
    if row is None:
        return None
    known: dict[str, Any] = {name: value for name, value in row.items() if value is not None}
    return Listing(**known)
