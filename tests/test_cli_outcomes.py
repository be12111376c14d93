"""What an operator does with what workshops leave behind: list, export, import, verify, back up, restore, delete."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.export.imported import compared
from tests.web.conftest import Room, new_id
from workshop.app import archive, close, create_app
from workshop.cli import main
from workshop.config import read
from workshop.core.people import Participant
from workshop.export import FORMATS, verify
from workshop.export.as_json import read as read_report

CANARY = "CANARY-7f3a"


class Host:
    """One machine with its settings; its server is an app in this process, where a test starts one."""

    def __init__(self, folder: Path, **more: str) -> None:
        self.folder = folder
        self.sessions, self.data = folder / "sessions", folder / "var"
        self.settings = {
            "RYTME_SECRET_KEY": "7f3a9c1e5b8d2f4a6c0e9b7d5f3a1c8e",
            "RYTME_DATA_DIR": str(self.data),
            "RYTME_SESSIONS_DIR": str(self.sessions),
            "RYTME_CREATE_LIMIT": "0",
            "HOST": "127.0.0.1",
            **more,
        }
        self.apps: list = []

    def serve(self):
        app = create_app(read(self.settings))
        self.apps.append(app)
        return app

    def stop(self) -> None:
        while self.apps:
            close(self.apps.pop().extensions["rytme"])

    def run(self, *words: object, code: int = 0) -> str:
        result = CliRunner().invoke(main, [str(word) for word in words], env=self.settings)
        assert result.exit_code == code, (result.output, result.exception)
        return result.output

    def bytes(self) -> bytes:
        """All that lies on the disk of this host, names of files too."""
        found = sorted(self.folder.rglob("*"))
        names = "\n".join(map(str, found)).encode()
        return names + b"".join(it.read_bytes() for it in found if it.is_file())


@pytest.fixture
def host(tmp_path):
    made = Host(tmp_path / "host")
    yield made
    made.stop()


def held(app, title: str = "Safe at home") -> Room:
    """Closed, and saved in its folder."""
    room = Room(app, title=title)
    ada, wall = room.device(name="Ada"), room.start("wall")
    room.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text=f"{CANARY} shown")
    room.done(room.facilitator, "RevealNotes", step=wall)
    room.done(ada, "ParkNote", id=new_id(), text=f"{CANARY} parked")
    room.done(room.facilitator, "CloseWorkshop")
    archive(room.house, room.id)
    return room


def test_list_tells_of_each_workshop_the_newest_first(host):
    app = host.serve()
    closed, open_ = held(app), Room(app, title="Still open")

    told = json.loads(host.run("list", "--json"))
    table = host.run("list").splitlines()

    assert [(it["id"], it["title"], it["state"]) for it in told] == [
        (open_.id, "Still open", "lobby"),
        (closed.id, "Safe at home", "closed"),
    ]
    assert all(it["bytes"] > 1000 for it in told)
    assert told[1]["closed_at"][:10] in table[2]
    assert [line.split()[0] for line in table] == ["CODE", told[0]["code"], told[1]["code"]]
    assert table[1].endswith("Still open")


def test_export_writes_what_was_asked_for_and_nothing_over_what_is_there(host, tmp_path):
    room, to = held(host.serve()), tmp_path / "out"

    assert "Would write" in host.run("export", room.id, "--to", to, "--dry-run")
    assert not to.exists()
    host.run("export", room.id, "--to", to, "--log")
    assert {it.name for it in to.iterdir()} == {*FORMATS, "workshop.schema.json", "log.json"}
    assert "is there already" in host.run("export", room.id, "--to", to, code=1)
    nb = ("--format", "report.md", "--language", "nb", "--yes")
    english = (to / "report.md").read_text("utf-8")
    host.run("export", room.id, "--to", to, *nb)
    assert (to / "report.md").read_text("utf-8") != english
    assert {it.stat().st_mode & 0o777 for it in to.iterdir()} == {0o600}


def test_the_log_of_an_open_workshop_is_not_exported(host, tmp_path):
    room = Room(host.serve())

    said = host.run("export", room.id, "--to", tmp_path / "out", "--log", code=1)

    assert "is not closed yet" in said
    assert not (tmp_path / "out").exists()


def test_what_is_exported_is_imported_on_another_host(host, tmp_path):
    room, other = held(host.serve()), Host(tmp_path / "other")
    host.run("export", room.id, "--to", tmp_path, "--format", "workshop.json")
    file = tmp_path / "workshop.json"

    assert "Would open: Safe at home, closed, 1 notes" in other.run("import", file, "--dry-run")
    assert not other.folder.exists()
    said = other.run("import", file)

    here, key = re.search(r"/f/([0-9a-f]{32})#(\S+)", said).groups()
    app = other.serve()
    answer = app.test_client().post(
        f"/api/workshops/{here}/join", json={"role": "facilitator", "key": key}
    )
    assert answer.status_code == 200
    other.run("export", here, "--to", tmp_path, "--format", "workshop.json", "--yes")
    told = read_report(file.read_bytes())
    assert told.workshop.imported.workshop == room.id
    assert compared(told).notes == compared(told_by(room)).notes
    other.stop()


def test_what_is_exported_tells_how_it_grew_also_of_one_that_was_imported(host, tmp_path):
    room, other = held(host.serve()), Host(tmp_path / "other")
    host.run("export", room.id, "--to", tmp_path, "--format", "workshop.json")
    file = tmp_path / "workshop.json"
    there = read_report(file.read_bytes())
    saved = read_report(next(host.sessions.glob("2*/workshop.json")).read_bytes())
    here = re.search(r"/f/([0-9a-f]{32})#", other.run("import", file))[1]

    other.run("export", here, "--to", tmp_path, "--format", "workshop.json", "--yes")

    (note,) = there.notes
    assert note.id in {it for line in there.growth for it in line.came}
    assert there.growth == saved.growth
    assert read_report(file.read_bytes()).growth == there.growth


def test_a_dry_run_of_an_import_refuses_what_the_import_would(host, tmp_path):
    room, file = held(host.serve()), tmp_path / "workshop.json"
    host.run("export", room.id, "--to", tmp_path, "--format", "workshop.json")
    told = json.loads(file.read_bytes())
    file.write_text(json.dumps(told | {"notes": told["notes"] * 2}))

    dry, real = (host.run("import", file, *more, code=1) for more in (["--dry-run"], []))

    assert "holds the same thing twice" in dry
    assert dry == real


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["purge"],
        ["purge", "--dry-run"],
        ["export", "f" * 32],
        ["key", "f" * 32, "--yes"],
        ["backup", "monday.backup"],
    ],
    ids=" ".join,
)
def test_where_the_settings_lead_to_no_database_none_is_made(host, words):
    said = host.run(*words, code=1)

    assert said.startswith(f"There is no database at {host.data}/rytme.sqlite3.")
    assert not host.data.exists()


def test_a_file_that_is_no_database_of_ours_stays_empty(host):
    host.data.mkdir(parents=True)
    (host.data / "rytme.sqlite3").touch(0o600)

    assert "holds nothing of Rytme" in host.run("list", code=1)


def test_looking_makes_no_secret_key(host):
    host.serve()
    host.sessions.mkdir()
    del host.settings["RYTME_SECRET_KEY"]

    host.run("list")
    host.run("purge", "--dry-run")
    host.run("verify")

    assert not (host.data / "secret.key").exists()


def told_by(room):
    from workshop.export import report

    return report(room.house.conductor.place(room.id))


def test_what_is_no_workshop_is_not_imported(host, tmp_path):
    file = tmp_path / "letter.json"
    file.write_text("Dear host")

    assert "not the file of a workshop" in host.run("import", file, code=1)
    host.run("import", tmp_path / "nowhere.json", code=2)


def test_verify_says_which_file_is_off(host):
    assert "There is no folder" in host.run("verify", code=1)
    host.sessions.mkdir(parents=True)
    assert "There is nothing" in host.run("verify")
    held(host.serve())
    (folder,) = host.sessions.glob("2*")

    assert host.run("verify") == f"{folder.name}: whole\n"
    (folder / "report.md").write_text("Something else")
    (folder / "notes.csv").unlink()
    off = f"{folder.name}: notes.csv is missing\n{folder.name}: report.md is changed\n"
    assert host.run("verify", code=1) == off
    assert host.run("verify", folder.name, code=1) == host.run("verify", folder, code=1) == off
    assert "manifest.json is missing" in host.run("verify", "2026-01-01-nowhere", code=1)


def test_a_backup_is_restored_on_a_machine_that_has_nothing(host, tmp_path):
    room, file = held(host.serve()), tmp_path / "monday.backup"

    assert "Would write" in host.run("backup", file, "--dry-run")
    assert not file.exists()
    host.run("backup", file)
    assert "is there already" in host.run("backup", file, code=1)
    host.run("backup", file, "--yes")
    other = Host(tmp_path / "other")
    assert "Would restore: 1 workshops" in other.run("restore", file, "--dry-run")
    assert not (other.data / "rytme.sqlite3").exists()
    other.run("restore", file)

    assert [it["id"] for it in json.loads(other.run("list", "--json"))] == [room.id]
    assert "With --yes" in other.run("restore", file, code=1)
    other.run("restore", file, "--yes")
    file.write_bytes(file.read_bytes()[:-1])
    assert "is not as it was written" in other.run("restore", file, "--yes", code=1)


def test_a_backup_is_not_restored_under_a_running_server(host, tmp_path):
    app, file = host.serve(), tmp_path / "monday.backup"
    host.run("backup", file)
    room = held(app)

    assert "Stop it first" in host.run("restore", file, "--yes", code=1)
    assert room.house.store.listing(room.id)
    host.stop()
    host.run("restore", file, "--yes")
    assert json.loads(host.run("list", "--json")) == []


def test_purge_says_first_what_it_would_delete(host):
    room = held(host.serve())

    assert host.run("purge", room.id, "--dry-run") == f"Would delete: {room.id}\n"
    assert host.run("purge", "--dry-run") == ""
    assert [it["id"] for it in json.loads(host.run("list", "--json"))] == [room.id]


@pytest.mark.parametrize("is_running", [True, False])
def test_purge_by_hand_leaves_no_byte_of_a_workshop(host, is_running):
    """Database, journal and folders are searched for its words, ids, code and keys."""
    app = host.serve()
    gone, stays = held(app, f"{CANARY} title"), Room(app, title="This one stays")
    traces = [CANARY, gone.id, gone.code, CANARY.lower()]
    people = [it.id for it in gone.house.conductor.place(gone.id).all(Participant)]
    assert all(trace.encode() in host.bytes() for trace in (*traces, *people))
    if not is_running:
        host.stop()

    said = host.run("purge", gone.id, "--yes", "--files")

    left = host.bytes()
    assert [trace for trace in (*traces, *people) if trace.encode() in left] == []
    assert (f"{host.sessions}/2" in said, "Deleted: 1" in said) == (True, True)
    assert b"This one stays" in left
    assert stays.id in host.run("list")
    assert sorted(host.sessions.iterdir()) == [host.sessions / ".lock"]


def test_purge_names_the_folders_that_it_would_delete(host):
    room = held(host.serve())
    (folder,) = host.sessions.glob("2*")

    said = host.run("purge", room.id, "--dry-run", "--files")

    assert said == f"Would delete: {folder}\nWould delete: {room.id}\n"
    assert verify(folder) == []


def test_a_folder_that_is_left_alone_is_deleted_by_the_id_of_its_workshop(host):
    room = held(host.serve())
    host.run("purge", room.id, "--yes")
    assert "There is no workshop" in host.run("purge", room.id, "--yes", code=1)

    said = host.run("purge", room.id, "--yes", "--files")

    assert (f"{host.sessions}/2" in said, "Deleted: 1" in said) == (True, True)
    assert sorted(host.sessions.iterdir()) == [host.sessions / ".lock"]


def test_a_folder_that_cannot_be_deleted_keeps_its_workshop_listed(host, monkeypatch):
    room = held(host.serve())

    def refuse(path, *_):
        raise OSError(13, "Permission denied", str(path))

    with monkeypatch.context() as disk:
        disk.setattr("shutil.rmtree", refuse)
        assert "Permission denied" in host.run("purge", room.id, "--yes", "--files", code=1)
    assert [it["id"] for it in json.loads(host.run("list", "--json"))] == [room.id]

    host.run("purge", room.id, "--yes", "--files")

    assert sorted(host.sessions.iterdir()) == [host.sessions / ".lock"]
    assert json.loads(host.run("list", "--json")) == []


def test_a_closed_workshop_without_its_folder_is_not_purged_by_its_days(host):
    app = host.serve()
    room = Room(app, retention_days=1)
    room.house.conductor.listeners.clear()  # the server ends before it has saved
    room.done(room.facilitator, "CloseWorkshop")
    aged(room)

    said = host.run("purge", "--yes")

    assert said == (
        f"Past its days, but kept until the server has saved it: {room.id}\nDeleted: 0\n"
    )
    archive(room.house, room.id)
    assert host.run("purge", "--yes") == "Deleted: 1\n"


def aged(room):
    """As it is two days after the close."""
    from sqlalchemy import update

    from workshop.store.tables import workshops

    def change(db):
        with db.begin():
            db.execute(update(workshops).values(closed_at="2026-01-01T00:00:00.000Z"))

    room.house.store._write(change)


def test_a_database_that_does_not_do_it_is_one_line(host):
    room = held(host.serve())
    broken = room.house.store._write(lambda db: db.exec_driver_sql("DROP TABLE entries"))
    assert broken is not None

    said = host.run("list", code=1)

    assert (said.startswith("Database: "), said.count("\n")) == (True, 1)


def test_purge_leaves_the_folder_unless_it_is_asked_for(host):
    room = held(host.serve())

    host.run("purge", room.id, "--yes")

    (folder,) = host.sessions.glob("2*")
    assert verify(folder) == []


@pytest.mark.postgres
def test_with_postgresql_it_is_the_same_but_for_restoring(tmp_path, empty_database):
    host = Host(tmp_path / "host", DATABASE_URL=empty_database("postgres"))
    assert "holds nothing of Rytme" in host.run("list", code=1)
    room, file = held(host.serve()), tmp_path / "monday.backup"

    said = host.run("backup", file, "--dry-run")
    assert "--exclude-table-data=keys" in said
    assert [it["title"] for it in json.loads(host.run("list", "--json"))] == ["Safe at home"]
    if shutil.which("pg_dump"):
        host.run("backup", file)
        assert file.stat().st_size > 1000
    assert "pg_restore" in host.run("restore", file if file.exists() else __file__, code=1)
    host.run("purge", room.id, "--yes", "--files")
    assert rows_left(room) == 0
    host.stop()


def rows_left(room) -> int:
    """Of this workshop, in all tables; what dead rows hold until VACUUM is said in docs/privacy.md."""
    from sqlalchemy import func, select

    from workshop.store.tables import OF_A_LOG

    def count(db):
        with db.begin():
            return sum(
                db.scalar(select(func.count()).where(table.c.log_id == room.id))
                for table in OF_A_LOG
            )

    return room.house.store._read(count)


def test_a_password_of_a_database_stands_in_no_command():
    from workshop.cli.backups import without_password

    url = "postgresql+psycopg://finn:s%40fe@db.example:5433/rytme?sslmode=require"
    assert without_password(url) == (
        "postgresql://finn@db.example:5433/rytme?sslmode=require",
        {"PGPASSWORD": "s@fe"},
    )
