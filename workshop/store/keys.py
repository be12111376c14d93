"""The random keys of the scopes, and their end: the key goes, and the log forgets with it."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from workshop.core.secrecy import blanked, spent_hash
from workshop.core.wire import decode_events, encode_events
from workshop.store.tables import entries, keys, spent


def read_keys(db: Connection, log_id: str) -> dict[str, bytes]:
    with db.begin():
        found = db.execute(select(keys.c.scope, keys.c.key).where(keys.c.log_id == log_id))
        return {scope: bytes(key) for scope, key in found}


def read_spent(db: Connection, log_id: str) -> set[str]:
    with db.begin():
        return set(db.scalars(select(spent.c.hash).where(spent.c.log_id == log_id)))


def add_keys(db: Connection, log_id: str, made: Mapping[str, bytes]) -> None:
    rows = [{"log_id": log_id, "scope": scope, "key": key} for scope, key in made.items()]
    if rows:
        db.execute(insert(keys), rows)


def end_scopes(db: Connection, log_id: str, ended: Collection[str]) -> None:
    """In the caller's transaction: destroy the keys, blank the entries, spend the ops."""
    db.execute(delete(keys).where(keys.c.log_id == log_id, keys.c.scope.in_(list(ended))))
    columns = (entries.c.seq, entries.c.op, entries.c.by, entries.c.scope, entries.c.events)
    rows = list(db.execute(select(*columns).where(entries.c.log_id == log_id)))
    hidden = [row for row in rows if row.scope in ended]
    _spend(db, log_id, [row.op for row in hidden if row.op])
    changes = [change for row in rows if (change := _forgotten(row, ended))]
    if changes:
        here = (entries.c.log_id == log_id) & (entries.c.seq == bindparam("at_seq"))
        db.execute(
            update(entries)
            .where(here)
            .values(op=bindparam("new_op"), by=bindparam("new_by"), events=bindparam("new_events")),
            changes,
        )


def _spend(db: Connection, log_id: str, ops: list[str]) -> None:
    hashes = sorted(spent_hash(log_id, op) for op in ops)
    if hashes:
        db.execute(insert(spent), [{"log_id": log_id, "hash": found} for found in hashes])


def _forgotten(row: Any, ended: Collection[str]) -> dict[str, object] | None:
    """The row without what the ended scopes must forget; None where it stays as it is."""
    before = decode_events(row.events)
    after = tuple(blanked(event, ended) for event in before)
    hidden = row.scope in ended
    if not hidden and after == before:
        return None
    return {
        "at_seq": row.seq,
        "new_op": None if hidden else row.op,
        "new_by": "" if hidden else row.by,
        "new_events": encode_events(after).decode(),
    }
