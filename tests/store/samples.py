"""Entries as the core makes them, small enough to read."""

from workshop.core.messages import Entry, Event
from workshop.core.notes import Note, NoteAdded
from workshop.core.votes import VoteCast
from workshop.store import Append, Listing

LOG = "a" * 32
OTHER = "b" * 32
STEP = "step".ljust(16, "0")
ROUND = "round".ljust(16, "0")
NINE = "2026-11-21T09:00:00.000Z"


def added(text: str = "A thought", owner: str = "ada", step: str = STEP, readers: str = "author"):
    note = Note(id=f"note{text}", step=step, type="idea", text=text, owner=owner, readers=readers)
    return NoteAdded(note=note)


def cast(owner: str, item: str = "item", dots: int = 2) -> VoteCast:
    return VoteCast(round=ROUND, item=item, dots=dots, owner=owner)


def entry(seq: int, *events: Event, op: str = "", by: str = "ada", scope: str = "", at: str = NINE):
    return Entry(seq=seq, op=op or f"op-{seq:06}", by=by, at=at, scope=scope, events=events)


def batch(*entries: Entry, log_id: str = LOG, **more) -> Append:
    return Append(log_id=log_id, entries=list(entries), **more)


def listing(log_id: str = LOG, code: str = "VEVK47", **more) -> Listing:
    known = {"created_at": NINE, "retention_days": 30, "key_hash": "0" * 64, **more}
    return Listing(log_id=log_id, code=code, **known)
