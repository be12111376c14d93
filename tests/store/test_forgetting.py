"""What is destroyed is gone: from every answer, and on SQLite from every byte of every file."""

import random
import sqlite3
from hashlib import sha256

import pytest

from tests.store.samples import LOG, NINE, OTHER, ROUND, STEP, added, batch, cast, entry, listing
from workshop.core.messages import Entry
from workshop.core.notes import Note, NoteAdded
from workshop.core.votes import VoteCast
from workshop.store import Store

KEY = bytes(range(200, 232))


def spent(op: str, log: str = LOG) -> str:
    return sha256((log + op).encode()).hexdigest()


@pytest.fixture
def files(tmp_path):
    """Every byte that SQLite keeps."""

    def read() -> bytes:
        return b"".join(path.read_bytes() for path in sorted(tmp_path.glob("*.sqlite3*")))

    return read


@pytest.fixture
def database_file(empty_database):
    return empty_database("sqlite")


@pytest.fixture
def sqlite_store(database_file):
    opened = Store(database_file)
    opened.open()
    yield opened
    opened.close()


def ballots(count: int = 3):
    return [
        entry(n, cast(f"voter{n}".ljust(32, "v")), by=f"voter{n}".ljust(32, "v"), scope=ROUND)
        for n in range(2, count + 2)
    ]


def test_when_a_scope_ends_its_key_goes_and_its_entries_say_nobody(store):
    store.append(batch(entry(1, added("open")), keys_made={ROUND: KEY, STEP: b"other"}))
    store.append(batch(*ballots()))
    closing = entry(5, cast("voter2".ljust(32, "v")), by="finn")
    store.append(batch(closing, scopes_ended=[ROUND]))
    nothing = VoteCast(round="", item="", dots=0, owner="")
    assert store.keys(LOG) == {STEP: b"other"}
    assert store.read(LOG) == [
        entry(1, added("open")),
        *[blank(n, nothing) for n in (2, 3, 4)],
        entry(5, nothing, by="finn"),
    ]
    assert store.spent(LOG) == {spent(f"op-{n:06}") for n in (2, 3, 4)}


def blank(seq, *events):
    return Entry(seq=seq, op="", by="", at=NINE, scope=ROUND, events=events)


def test_the_same_op_counts_as_spent_in_its_own_log_only(store):
    for log in (LOG, OTHER):
        one = entry(1, cast("ada"), scope=ROUND)
        store.append(batch(one, log_id=log, keys_made={ROUND: KEY}))
    store.append(batch(entry(2), scopes_ended=[ROUND]))
    assert (store.spent(LOG), store.spent(OTHER)) == ({spent("op-000001")}, set())
    assert store.keys(OTHER) == {ROUND: KEY}


def test_a_scope_that_is_made_and_ended_at_once_leaves_nothing(store):
    one = entry(1, cast("ada"), scope=ROUND)
    store.append(batch(one, keys_made={ROUND: KEY}, scopes_ended=[ROUND]))
    assert (store.keys(LOG), store.spent(LOG)) == ({}, {spent("op-000001")})


def test_a_shown_note_keeps_its_text_and_loses_its_author(store):
    shown = added("Shown to all", owner="p" * 32, readers="all")
    store.append(batch(entry(1, shown, by="p" * 32, scope=STEP), keys_made={STEP: KEY}))
    store.append(batch(entry(2), scopes_ended=[STEP]))
    note = Note(id="noteShown to all", step=STEP, type="idea", text="Shown to all", readers="all")
    assert store.read(LOG)[0].events == (NoteAdded(note=note),)


def test_what_a_scope_hid_is_in_no_file(sqlite_store, files):
    """Many sizes and many orders: pages split, overflow and are joined again."""
    chance = random.Random(20)
    names = [f"pseudonym-{n:03}".ljust(32, "p") for n in range(60)]
    texts = [f"canary-{n:04}-" + "x" * chance.choice((5, 300, 3900, 9000)) for n in range(300)]
    sqlite_store.append(batch(entry(1, added("stays", step="open")), keys_made={STEP: KEY}))
    for n, text in enumerate(texts, 2):
        name = chance.choice(names)
        sqlite_store.append(batch(entry(n, added(text, owner=name), by=name, scope=STEP)))
    held = files()
    assert (KEY in held, b"canary-0000-" in held, b"pseudonym-" in held) == (True, True, True)
    sqlite_store.append(batch(entry(len(texts) + 2), scopes_ended=[STEP]))
    left = files()
    assert (KEY in left, b"canary-" in left, b"pseudonym-" in left) == (False, False, False)
    assert [op for op in range(2, len(texts) + 2) if f"op-{op:06}".encode() in left] == []
    assert b"stays" in left


def test_a_purged_workshop_is_in_no_file(sqlite_store, files):
    chance = random.Random(30)
    sqlite_store.append(batch(entry(1), log_id=OTHER, listing=listing(OTHER, "STAYS2")))
    sqlite_store.append(batch(entry(1), listing=listing(code="GONE22"), keys_made={STEP: KEY}))
    for n in range(2, 300):
        text = f"canary-{n:04}-" + "x" * chance.choice((5, 300, 3900, 9000))
        sqlite_store.append(batch(entry(n, added(text))))
        sqlite_store.append(batch(entry(n, added("stays" * 30)), log_id=OTHER))
    sqlite_store.purge(LOG)
    left = files()
    marks = (b"canary", KEY, LOG.encode(), b"GONE22")
    assert [mark for mark in marks if mark in left] == []
    assert (b"STAYS2" in left, len(sqlite_store.read(OTHER))) == (True, 299)


def test_an_open_reader_delays_the_cut_and_the_next_write_makes_up_for_it(
    sqlite_store, files, tmp_path, caplog
):
    sqlite_store.append(batch(entry(1), keys_made={STEP: KEY}))
    (path,) = tmp_path.glob("*.sqlite3")
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM keys").fetchall()
    sqlite_store.append(batch(entry(2), scopes_ended=[STEP]))
    assert KEY in files()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    reader.close()
    sqlite_store.append(batch(entry(3)))
    assert KEY not in files()


def test_a_start_makes_up_for_a_cut_that_was_missed(sqlite_store, files, tmp_path, database_file):
    sqlite_store.append(batch(entry(1), keys_made={STEP: KEY}))
    (path,) = tmp_path.glob("*.sqlite3")
    keeper = sqlite3.connect(path)  # so that the last one to close does not cut the journal
    keeper.execute("BEGIN")
    keeper.execute("SELECT * FROM keys").fetchall()
    sqlite_store.append(batch(entry(2), scopes_ended=[STEP]))
    sqlite_store.close()
    assert KEY in files()
    keeper.rollback()
    later = Store(database_file)
    later.open()
    assert KEY not in files()
    later.close()
    keeper.close()
