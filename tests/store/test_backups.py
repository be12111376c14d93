"""A backup of SQLite: whole, of one moment, and without what could tell who chose or wrote what."""

import sqlite3
from pathlib import Path

import pytest

from tests.store.samples import LOG, ROUND, STEP, added, batch, cast, entry, listing
from workshop.core.decider import EVENTS
from workshop.core.votes import VoteCast
from workshop.core.wire import encode_events
from workshop.store import Store, StoreFault, backups

KEY = bytes(range(200, 232))


@pytest.fixture
def source(tmp_path):
    return tmp_path / "host" / "rytme.sqlite3"


@pytest.fixture
def running(source):
    """A server's store, open all the while, with a draft and a ballot."""
    opened = Store(f"sqlite:///{source}")
    opened.open()
    opened.append(
        batch(entry(1), listing=listing(code="VEVK47"), keys_made={STEP: KEY, ROUND: KEY[::-1]})
    )
    draft = added("A draft", owner="p" * 32)
    opened.append(batch(entry(2, draft, by="p" * 32, scope=STEP)))
    opened.append(batch(entry(3, cast("voter-canary"), by="voter-canary", scope=ROUND)))
    yield opened
    opened.close()


def restored(file, tmp_path):
    target = tmp_path / "other" / "rytme.sqlite3"
    assert backups.checked(file) == 1
    backups.put_in_place(file, target)
    return Store(f"sqlite:///{target}")


def test_it_is_made_while_the_server_writes_and_opens_elsewhere(running, source, tmp_path):
    file = tmp_path / "kept" / "monday.backup"

    backups.backup(source, file)
    running.append(batch(entry(4)))

    again = restored(file, tmp_path)
    again.open()
    told, was = again.read(LOG), running.read(LOG)
    assert told[:2] == was[:2]
    assert told[2].events == (VoteCast(round="", item="", dots=0, owner=""),)
    assert (len(told), told[2].op, told[2].by) == (3, "", "")
    assert again.listing(LOG) == running.listing(LOG)
    again.close()


def test_no_key_and_nobodys_choice_is_in_its_bytes(running, source, tmp_path):
    file = tmp_path / "monday.backup"

    backups.backup(source, file)

    data = file.read_bytes()
    assert [it for it in (KEY, KEY[::-1], b"voter-canary", b"op-000003") if it in data] == []
    assert b"A draft" in data
    assert (file.stat().st_mode & 0o777, sorted(it.name for it in tmp_path.iterdir())) == (
        0o600,
        ["host", "monday.backup", "monday.backup.sha256"],
    )


SIGNED = [it for it in EVENTS if "owner" in it.__struct_fields__]
CHOICES = [it for it in SIGNED if it not in backups.WRITTEN]


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_no_kind_of_choice_is_in_a_backup(kind):
    fields = dict.fromkeys(kind.__struct_fields__, ROUND) | {"owner": "voter-canary"}
    numbers = dict.fromkeys({"dots", "value"} & {*kind.__struct_fields__}, 3)
    events = encode_events((kind(**fields | numbers),)).decode()

    row = backups.without_choices(
        {"scope": ROUND, "op": "op-000003", "by": "voter-canary", "events": events}
    )

    assert (row["scope"], row["op"], row["by"]) == (ROUND, None, "")
    assert not [it for it in ("voter-canary", ROUND) if it in row["events"]]


def test_a_changed_backup_or_one_without_its_checksum_is_no_backup(running, source, tmp_path):
    file = tmp_path / "monday.backup"
    backups.backup(source, file)
    file.write_bytes(file.read_bytes() + b" ")

    with pytest.raises(StoreFault, match="is not as it was written"):
        backups.checked(file)
    backups.proof_of(file).unlink()
    with pytest.raises(StoreFault, match="is missing"):
        backups.checked(file)


def test_what_is_no_database_is_said_to_be_none(tmp_path):
    file = tmp_path / "letter.backup"
    file.write_text("Dear host")
    backups.proof_of(file).write_text(f"{backups.digest(file)}  letter.backup\n")

    with pytest.raises(StoreFault, match="no backup of ours"):
        backups.checked(file)
    with pytest.raises(StoreFault, match="There is no database"):
        backups.backup(tmp_path / "nowhere.sqlite3", tmp_path / "new.backup")
    assert sorted(it.name for it in tmp_path.iterdir()) == [
        "letter.backup",
        "letter.backup.sha256",
    ]


def test_a_database_that_a_server_holds_open_is_not_replaced(running, source, tmp_path):
    file = tmp_path / "monday.backup"
    backups.backup(source, file)
    running.append(batch(entry(4)))

    with pytest.raises(StoreFault, match="Stop it first"):
        backups.put_in_place(file, source)

    assert len(running.read(LOG)) == 4
    running.close()
    backups.put_in_place(file, source)
    assert not source.with_name(source.name + "-wal").exists()
    with sqlite3.connect(source) as db:
        assert db.execute("SELECT count(*) FROM entries").fetchone() == (3,)
    db.close()


@pytest.mark.parametrize("killed_at", [1, 2, 3])
def test_a_kill_while_it_is_made_anew_leaves_a_backup_that_can_be_restored(
    running, source, tmp_path, monkeypatch, killed_at
):
    """At each of its renames in turn: the proof of both, the backup, the proof of the new one."""
    file = tmp_path / "monday.backup"
    backups.backup(source, file)
    running.append(batch(entry(4)))
    rename, renamed = Path.replace, []

    def die(path, target):
        renamed.append(target)
        if len(renamed) == killed_at:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        backups.backup(source, file)
    monkeypatch.undo()

    assert backups.checked(file) == 1
    backups.backup(source, file)
    assert backups.proof_of(file).read_text() == f"{backups.digest(file)}  monday.backup\n"
