"""What is promised of the database is set, read back, and missed with one clear line."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from tests.store.samples import LOG, STEP, added, batch, entry
from workshop.store import Store, StoreFailed, StoreFault
from workshop.store.tables import metadata


def test_every_connection_is_durable_and_forgetful(another_store, database_url):
    opened = another_store()
    names = ["journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store"]
    command, wanted = "PRAGMA {}", ["wal", 2, 1, 1, 2]
    if database_url.startswith("postgresql"):
        names = ["fsync", "synchronous_commit"]
        command, wanted = "SHOW {}", ["on", "on"]

    def settings(db):
        with db.begin():
            return [db.execute(text(command.format(name))).scalar() for name in names]

    assert [opened._write(settings), opened._read(settings)] == [wanted, wanted]
    opened.check()


def test_the_migrations_lead_to_the_tables(store):
    def differences(db):
        with db.begin():
            return compare_metadata(MigrationContext.configure(db), metadata)

    assert store._write(differences) == []


def test_many_workers_may_start_at_once(database_url):
    def start(_):
        store = Store(database_url)
        store.open()
        store.close()

    with ThreadPoolExecutor(6) as workers:
        assert list(workers.map(start, range(6))) == [None] * 6


def test_opening_again_keeps_everything(another_store):
    another_store().append(batch(entry(1, added()), keys_made={STEP: b"k"}))
    again = another_store()
    assert (again.read(LOG), again.keys(LOG)) == ([entry(1, added())], {STEP: b"k"})


def test_a_plain_postgresql_address_will_do(postgres):
    address = postgres.database().replace("postgresql+psycopg://", "postgres://")
    store = Store(address)
    store.open()
    store.append(batch(entry(1)))
    assert store.heads([LOG]) == {LOG: 1}
    store.close()


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("mysql://localhost/x", "DATABASE_URL names mysql, not sqlite or postgresql."),
        ("nonsense", "DATABASE_URL is no address of a database."),
        ("sqlite://", "Database: journal_mode is memory, but must be wal."),
        ("sqlite:////proc/none/x.sqlite3", "The database /proc/none/x.sqlite3 cannot be made: No such file or directory."),
        ("sqlite:////dev", "Database: unable to open database file"),
    ],
)  # fmt: skip
def test_an_address_that_will_not_do_is_one_line(url, line):
    with pytest.raises(StoreFault) as fault:
        Store(url).open()
    assert str(fault.value) == line


def test_a_file_that_is_no_database_is_one_line(tmp_path):
    (tmp_path / "x.sqlite3").write_text("Dear diary, " * 1000)
    with pytest.raises(StoreFault, match=r"^Database: file is not a database$"):
        Store(f"sqlite:///{tmp_path}/x.sqlite3").open()


def test_a_postgresql_that_is_not_there_is_one_line():
    with pytest.raises(StoreFault) as fault:
        Store("postgresql://nobody:s3cret@127.0.0.1:1/none").open()
    assert str(fault.value).startswith("Database: connection ")
    assert ("s3cret" in str(fault.value), len(str(fault.value).splitlines())) == (False, 1)


def test_a_postgresql_that_may_lose_commits_is_refused(postgres):
    address = postgres.database()
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as db:
        db.execute(f"ALTER DATABASE {address.rsplit('/', 1)[1]} SET synchronous_commit = off")
    with pytest.raises(
        StoreFault, match=r"^Database: synchronous_commit is off, but must be on\.$"
    ):
        Store(address).open()


def test_a_database_of_a_newer_release_is_refused(another_store, database_url):
    newer = text("UPDATE alembic_version SET version_num = '9999'")

    def become_newer(db):
        with db.begin():
            db.execute(newer)

    another_store()._write(become_newer)
    with pytest.raises(StoreFault, match="made by a newer release"):
        Store(database_url).open()


def test_a_store_that_is_not_open_says_so():
    with pytest.raises(StoreFault, match=r"^The store is not open\.$"):
        Store("sqlite://").heads([LOG])


def kill_connections(address: str) -> None:
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(address.replace("+psycopg", ""), autocommit=True) as db:
        db.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")


def test_a_lost_connection_is_made_anew(postgres):
    address = postgres.database()
    store = Store(address)
    store.open()
    store.append(batch(entry(1)))
    kill_connections(address)
    store.append(batch(entry(2)))
    assert store.heads([LOG]) == {LOG: 2}
    store.close()


def test_a_connection_lost_in_the_middle_of_a_batch_leaves_nothing_half_done(postgres):
    address = postgres.database()
    store = Store(address)
    store.open()
    store.append(batch(entry(1)))
    times = []

    def broken(db):
        with db.begin():
            db.execute(text("UPDATE heads SET seq = 99"))
            times.append(1)
            kill_connections(address)
            db.execute(text("UPDATE heads SET seq = 100"))

    with pytest.raises(StoreFailed, match="terminating connection"):
        store._write(broken)
    assert (len(times), store.heads([LOG])) == (2, {LOG: 1})  # tried once more, on a new connection
    store.append(batch(entry(2)))
    assert store.read(LOG, 1) == [entry(2)]
    store.close()


FULL_DISK = """
import resource, signal, sys
from tests.store.samples import LOG, added, batch, entry
from workshop.store import Store, StoreFailed
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(f"sqlite:///{sys.argv[1]}/full.sqlite3")
store.open()
store.append(batch(entry(1, added("first"))))
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
seq = 1
try:
    while True:
        store.append(batch(entry(seq + 1, added("canary" * 2000)), entry(seq + 2)))
        seq += 2
except StoreFailed as failed:
    print(failed, store.heads([LOG]) == {LOG: seq}, len(store.read(LOG)) == seq)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.append(batch(entry(seq + 1, added("after"))))
print(store.heads([LOG]) == {LOG: seq + 1})
store.close()
"""


def test_a_full_disk_fails_a_batch_whole_and_the_next_succeeds(tmp_path):
    command = [sys.executable, "-W", "error", "-c", FULL_DISK, str(tmp_path)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("disk I/O error True True\nTrue\n", "")
    with sqlite3.connect(tmp_path / "full.sqlite3") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()


def test_no_error_carries_what_people_wrote(store):
    def broken(db):
        with db.begin():
            db.execute(text("INSERT INTO nowhere VALUES (:note)"), {"note": "canary"})

    with pytest.raises(StoreFailed, match="nowhere") as failed:
        store._write(broken)
    error: BaseException | None = failed.value
    while error is not None:
        assert "canary" not in str(error)
        error = error.__cause__ or error.__context__


def test_a_new_sqlite_file_is_its_owners_alone(tmp_path):
    file = tmp_path / "var" / "rytme.sqlite3"
    store = Store(f"sqlite:///{file}")
    store.open()
    store.close()
    assert {path.stat().st_mode & 0o077 for path in file.parent.rglob("*")} == {0}
