"""A backup of SQLite while the server runs: all of one moment, but for keys and for what they still hide.

Rows are read in one transaction, so every table is of the same moment and no writer waits. The table
`keys` stays empty, and ballots of votes that are open are blanked: a backup can tell nobody's choice.
What was open begins anew after a restore, and drafts are there, under names that lead to nobody.
"""

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from workshop.core.dealing import NotesDealt
from workshop.core.notes import NoteAdded, NoteChanged, NoteRemoved
from workshop.core.parking import NoteParked, ParkedRemoved
from workshop.core.secrecy import blanked
from workshop.core.tables import RowAdded, RowChanged, RowRemoved
from workshop.core.wire import decode_events, encode_events
from workshop.store.database import address
from workshop.store.faults import StoreFault

# What somebody wrote in secret is kept; whatever else is signed so is somebody's choice.
WRITTEN = (
    NoteAdded,
    NoteChanged,
    NoteRemoved,
    NotesDealt,
    NoteParked,
    ParkedRemoved,
    RowAdded,
    RowChanged,
    RowRemoved,
)
LEFT_OUT = ("keys",)
BUSY = 10.0  # seconds that another's write may take
Row = dict[str, Any]


def database_file(url: str) -> Path:
    """The file of an SQLite database; StoreFault for any other."""
    at = address(url)
    if at.get_backend_name() != "sqlite" or not at.database:
        raise StoreFault("That is not an SQLite file.")
    return Path(at.database)


def backup(source: Path, to: Path) -> None:
    """Write the backup and its checksum beside it; `to` is there whole, or as it was."""
    if not source.is_file():
        raise StoreFault(f"There is no database at {source}.")
    fresh = to.with_name(f".{to.name}.new")
    fresh.unlink(missing_ok=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    fresh.touch(mode=0o600)
    try:
        with closing(connected(source)) as reading, closing(connected(fresh)) as writing:
            copy(reading, writing)
            check(writing)
        take_place(fresh, to)
    except sqlite3.Error as error:
        raise StoreFault(f"The backup was not made: {error}.") from None
    finally:
        fresh.unlink(missing_ok=True)


def take_place(fresh: Path, to: Path) -> None:
    """Between the two renames the proof names both: whichever a crash leaves there can be restored."""
    synced(fresh)
    mine, proof = f"{digest(fresh)}  {to.name}\n", proof_of(to)
    older = lines_of(proof) if to.is_file() else []
    write_whole(proof, "".join([mine, *older]))
    fresh.replace(to)
    write_whole(proof, mine)


def lines_of(proof: Path) -> list[str]:
    return proof.read_text("utf-8", "replace").splitlines(keepends=True) if proof.is_file() else []


def write_whole(file: Path, text: str) -> None:
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_text(text, "utf-8")
    synced(fresh)
    fresh.replace(file)


def connected(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=BUSY, isolation_level=None)
    db.row_factory = sqlite3.Row
    return db


def copy(reading: sqlite3.Connection, writing: sqlite3.Connection) -> None:
    reading.execute("BEGIN")
    writing.execute("BEGIN")
    shape = reading.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    for thing in sorted(shape, key=lambda it: it["type"] != "table"):
        writing.execute(thing["sql"])
        if thing["type"] == "table" and thing["name"] not in LEFT_OUT:
            copy_rows(reading, writing, thing["name"])
    writing.execute("COMMIT")
    reading.execute("ROLLBACK")


def copy_rows(reading: sqlite3.Connection, writing: sqlite3.Connection, table: str) -> None:
    names = [row["name"] for row in reading.execute(f'PRAGMA table_info("{table}")')]
    columns, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    rows = (dict(row) for row in reading.execute(f'SELECT {columns} FROM "{table}"'))  # noqa: S608 -- names of our own tables
    told = map(without_choices, rows) if table == "entries" else rows
    writing.executemany(
        f'INSERT INTO "{table}" ({columns}) VALUES ({places})',  # noqa: S608 -- the same
        (tuple(row.values()) for row in told),
    )


def without_choices(row: Row) -> Row:
    """An entry, blanked as it will be when its vote closes, where it is somebody's choice."""
    if not row["scope"]:
        return row
    events = decode_events(row["events"])
    if events and all(isinstance(event, WRITTEN) for event in events):
        return row
    after = tuple(blanked(event, {row["scope"]}) for event in events)
    return row | {"op": None, "by": "", "events": encode_events(after).decode()}


def check(db: sqlite3.Connection) -> None:
    """Whether it is a whole database of ours."""
    found = db.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise StoreFault(f"The database is damaged: {found}.")


def proof_of(backup: Path) -> Path:
    """Where the checksum stands, in the form of sha256sum."""
    return backup.with_name(f"{backup.name}.sha256")


def digest(file: Path) -> str:
    found = sha256()
    with file.open("rb") as data:
        while part := data.read(2**20):
            found.update(part)
    return found.hexdigest()


def synced(file: Path) -> None:
    with file.open("rb") as data:
        os.fsync(data.fileno())


def checked(file: Path) -> int:
    """How many workshops a backup holds, once its checksum and its content are found right."""
    proof = proof_of(file)
    if not proof.is_file():
        raise StoreFault(f"{proof} is missing, so nobody can tell whether the backup is whole.")
    if digest(file) not in {line.split(" ", 1)[0] for line in lines_of(proof)}:
        raise StoreFault(f"{file} is not as it was written: its checksum is another.")
    try:
        with closing(connected(file)) as db:
            check(db)
            return int(db.execute("SELECT count(*) FROM workshops").fetchone()[0])
    except sqlite3.Error as error:
        raise StoreFault(f"{file} is no backup of ours: {error}.") from None


def put_in_place(file: Path, target: Path) -> None:
    """The checked backup becomes the database. The old one is let go only where nobody has it open."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    with fresh.open("wb") as data, file.open("rb") as saved:
        while part := saved.read(2**20):
            data.write(part)
    synced(fresh)
    try:
        let_go(target)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def let_go(target: Path) -> None:
    """Bring the journal in and away, which works for who is alone with the file."""
    if not target.exists():
        return
    with closing(sqlite3.connect(target, timeout=0.5, isolation_level=None)) as db:
        try:
            mode = db.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            mode = "wal"
        except sqlite3.DatabaseError:
            return  # it is no database any more: that is why one restores
    if mode == "wal":
        raise StoreFault("The server has the database open. Stop it first, then restore.")
