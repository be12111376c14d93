"""The log: entries are appended in one transaction, read in order, and never changed but by blanking."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from workshop.core.messages import Entry
from workshop.core.wire import decode_events, encode_events
from workshop.store.directory import (
    Listing,
    add_listing,
    mark_closed,
    set_code,
    set_retention,
)
from workshop.store.faults import ListingTaken, SeqTaken
from workshop.store.keys import add_keys, end_scopes
from workshop.store.tables import entries, heads


class Append(msgspec.Struct, frozen=True, kw_only=True):
    """What one batch commits, all or nothing. There is at least one entry, and no gap before it."""

    log_id: str
    entries: list[Entry]
    keys_made: dict[str, bytes] = {}
    scopes_ended: list[str] = []
    listing: Listing | None = None
    closed_at: str | None = None
    retention_days: int | None = None
    code: str | None = None


def append(db: Connection, batch: Append) -> None:
    """Raises SeqTaken when another worker has written, or purged, this log meanwhile.

    ListingTaken where another open workshop has the code that this batch asks for.
    """
    with db.begin():
        _add_entries(db, batch)
        add_keys(db, batch.log_id, batch.keys_made)
        if batch.scopes_ended:
            end_scopes(db, batch.log_id, set(batch.scopes_ended))
        if batch.listing:
            _list(db, batch.listing)
        if batch.closed_at:
            mark_closed(db, batch.log_id, batch.closed_at)
        if batch.retention_days is not None:
            set_retention(db, batch.log_id, batch.retention_days)
        if batch.code:
            _take_code(db, batch.log_id, batch.code)


def read(db: Connection, log_id: str, after: int) -> list[Entry]:
    """The entries past `after`, in order."""
    wanted = (
        select(entries)
        .where(entries.c.log_id == log_id, entries.c.seq > after)
        .order_by(entries.c.seq)
    )
    with db.begin():
        rows = db.execute(wanted).all()
    return [_entry(row) for row in rows]


def read_heads(db: Connection, log_ids: Iterable[str]) -> dict[str, int]:
    wanted = select(heads.c.log_id, heads.c.seq).where(heads.c.log_id.in_(list(log_ids)))
    with db.begin():
        return {row.log_id: row.seq for row in db.execute(wanted)}


def _add_entries(db: Connection, batch: Append) -> None:
    """The head moves first: in PostgreSQL its row is the lock on which a second writer waits."""
    try:
        _move_head(db, batch.log_id, batch.entries[0].seq - 1, batch.entries[-1])
        db.execute(insert(entries), [_row(batch.log_id, entry) for entry in batch.entries])
    except IntegrityError:
        raise SeqTaken(batch.log_id) from None


def _move_head(db: Connection, log_id: str, start: int, last: Entry) -> None:
    head = {"seq": last.seq, "at": last.at}
    if start == 0:
        db.execute(insert(heads).values(log_id=log_id, **head))
        return
    here = (heads.c.log_id == log_id) & (heads.c.seq == start)
    if db.execute(update(heads).where(here).values(**head)).rowcount != 1:
        raise SeqTaken(log_id)


def _list(db: Connection, listing: Listing) -> None:
    try:
        add_listing(db, listing)
    except IntegrityError:
        raise ListingTaken(listing.log_id) from None


def _take_code(db: Connection, log_id: str, code: str) -> None:
    try:
        set_code(db, log_id, code)
    except IntegrityError:
        raise ListingTaken(log_id) from None


def _row(log_id: str, entry: Entry) -> dict[str, object]:
    return {
        "log_id": log_id,
        "seq": entry.seq,
        "op": entry.op or None,
        "by": entry.by,
        "at": entry.at,
        "scope": entry.scope,
        "events": encode_events(entry.events).decode(),
    }


def _entry(row: Any) -> Entry:
    return Entry(
        seq=row.seq,
        op=row.op or "",
        by=row.by,
        at=row.at,
        scope=row.scope,
        events=decode_events(row.events),
    )
