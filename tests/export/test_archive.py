"""An artifact is whole or not there: after a crash at any point, a full folder is found or brought back."""

import json
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from tests.export.hostile import HOSTILE, RAW, TITLES
from tests.export.rooms import closed, opened, place
from workshop.core.workshop import Workshop
from workshop.export import FORMATS, make, report, save_all, verify
from workshop.export.archive import inside, save
from workshop.export.naming import LONGEST, folder_name, slug

ROOT = Path(__file__).resolve().parents[2]


def visible(sessions: Path) -> list[str]:
    return sorted(path.name for path in sessions.iterdir() if not path.name.startswith("."))


def test_an_artifact_is_a_folder_with_every_format_the_schema_and_a_manifest(tmp_path):
    held = place(closed())

    folder = save_all(held, tmp_path / "sessions")

    assert folder == tmp_path / "sessions" / "2026-11-21-safe-at-home-vevk47"
    assert visible(folder) == sorted([*FORMATS, "manifest.json", "workshop.schema.json"])
    assert (folder / "workshop.json").read_bytes() == make("workshop.json", held)
    assert verify(folder) == []


def test_the_manifest_proves_each_file(tmp_path):
    folder = save_all(place(closed()), tmp_path)

    manifest = json.loads((folder / "manifest.json").read_bytes())

    assert manifest["workshop"] == closed().place.log
    assert manifest["files"] == {
        path.name: {
            "bytes": path.stat().st_size,
            "sha256": sha256(path.read_bytes()).hexdigest(),
        }
        for path in folder.iterdir()
        if path.name != "manifest.json"
    }


def test_verify_names_what_is_missing_or_changed(tmp_path):
    folder = save_all(place(closed()), tmp_path)
    (folder / "notes.csv").unlink()
    (folder / "report.md").write_text("Something else")

    assert verify(folder) == ["notes.csv is missing", "report.md is changed"]
    assert verify(tmp_path) == ["manifest.json is missing or cannot be read"]


def test_only_the_host_can_read_it(tmp_path):
    folder = save_all(place(closed()), tmp_path)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_saving_again_replaces_the_folder_also_under_another_title(tmp_path):
    story = opened()
    save_all(place(story), tmp_path)
    story.says("finn", "ChangeWorkshop", title="Home, safe and sound")

    folder = save_all(place(story), tmp_path)

    assert visible(tmp_path) == [folder.name] == ["2026-11-21-home-safe-and-sound-vevk47"]


def test_what_the_host_put_there_stays(tmp_path):
    story = opened()
    folder = save_all(place(story), tmp_path)
    (folder / "wall.jpg").write_bytes(b"a photograph")
    (folder / "photos").mkdir()
    (folder / "photos" / "one.jpg").write_bytes(b"another")
    (folder / "report.md").write_text("What I added")
    story.says("finn", "CloseWorkshop")

    again = save_all(place(story), tmp_path)

    assert (again / "wall.jpg").read_bytes() == b"a photograph"
    assert (again / "photos" / "one.jpg").read_bytes() == b"another"
    assert (again / "report-edited.md").read_text() == "What I added"
    assert verify(again) == []


def test_what_the_host_edits_again_is_kept_beside_what_was_edited_before(tmp_path):
    story = opened()
    for words in ("First", "Second", "Third", "Third"):
        folder = saved_briefly(story, tmp_path)
        (folder / "report.md").write_text(words)

    folder = saved_briefly(story, tmp_path)

    kept = {path.name: path.read_text() for path in folder.glob("report*")}
    assert kept == {
        "report.md": "As it was.",
        "report-edited.md": "First",
        "report-edited-2.md": "Second",
        "report-edited-3.md": "Third",
    }
    assert verify(folder) == []


def test_a_file_of_the_host_gives_way_to_a_format_that_comes_later(tmp_path):
    story = opened()
    folder = saved_briefly(story, tmp_path)
    (folder / "report.odt").write_text("Our own")
    (folder / "board").mkdir()
    (folder / "board" / "one.jpg").write_text("A photograph")

    for _ in range(2):
        folder = saved_briefly(story, tmp_path, "report.odt", "board")

    assert (folder / "report.odt").read_text() == (folder / "board").read_text() == "As it was."
    assert (folder / "report-edited.odt").read_text() == "Our own"
    assert (folder / "board-edited" / "one.jpg").read_text() == "A photograph"
    assert visible(folder) == sorted(
        ["report.md", "report.odt", "board", "report-edited.odt", "board-edited", "manifest.json"]
    )


def test_two_folders_of_a_workshop_become_one_and_nothing_in_them_is_lost(tmp_path):
    """As they are found where a crash came between a new title's folder and the end of the old one."""
    story = opened()
    first = saved_briefly(story, tmp_path)
    (first / "wall.jpg").write_text("The same")
    (first / "photos").mkdir()
    (first / "photos" / "one.jpg").write_text("From the first")
    second = first.with_name("2026-11-21-other-vevk47")
    shutil.copytree(first, second)
    (second / "photos" / "one.jpg").write_text("From the second")

    folder = saved_briefly(story, tmp_path)

    assert visible(tmp_path) == [folder.name]
    assert visible(folder) == ["manifest.json", "photos", "report.md", "wall.jpg"]
    assert {path.name: path.read_text() for path in (folder / "photos").iterdir()} == {
        "one.jpg": "From the second",
        "one-edited.jpg": "From the first",
    }


def saved_briefly(story, sessions, *more):
    return save(report(place(story)), dict.fromkeys(("report.md", *more), b"As it was."), sessions)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe not text", b'{"odd": ' + b"[" * 100_000, b'{"workshop": "\xff"}']
)
def test_a_manifest_that_nobody_can_read_is_none_and_stops_no_other(tmp_path, data):
    odd = tmp_path / "2026-01-01-odd"
    odd.mkdir()
    (odd / "manifest.json").write_bytes(data)

    assert verify(odd) == ["manifest.json is missing or cannot be read"]
    assert verify(saved_briefly(opened(), tmp_path)) == []


def test_a_folder_is_named_by_four_digits_of_the_year():
    about = msgspec.structs.replace(
        report(place(closed())).workshop, started_at="0999-06-02T12:00:00.000Z"
    )

    assert folder_name(about) == "0999-06-02-safe-at-home-vevk47"


def test_a_folder_of_another_workshop_is_left_alone(tmp_path):
    ours = place(closed())
    taken = tmp_path / folder_name(report(ours).workshop)
    taken.mkdir()
    (taken / "mine.txt").write_text("not ours")

    folder = save_all(ours, tmp_path)

    assert folder.name == f"{taken.name}-2"
    assert visible(taken) == ["mine.txt"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hva gjør de første dagene hjemme utrygge?", "hva-gjor-de-forste-dagene-hjemme-utrygge"),
        ("Ærlig Ålesund", "aerlig-alesund"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("؟ مرحبا", "workshop"),
        ("a" * 500, "a" * 48),
        (".", "workshop"),
        ("x\0y/z\\w:v", "x-y-z-w-v"),
    ],
)
def test_a_title_becomes_plain_letters(title, expected):
    assert slug(title) == expected


def test_the_code_of_a_workshop_cannot_lead_out_of_the_folder(tmp_path):
    held = place(closed())
    workshop = held.get(Workshop, held.log)
    held.put(msgspec.structs.replace(workshop, code="/../../X", title="../.."))

    folder = save_all(held, tmp_path / "sessions")

    assert folder == tmp_path / "sessions" / "2026-11-21-workshop-x"


def test_no_title_leads_out_of_the_folder(tmp_path):
    """Each hostile text as a title, as the core lets it in and as a file of others might say it."""
    workshop = report(place(closed())).workshop
    titles = [*HOSTILE, *(text for texts in RAW.values() for text in texts)]

    names = {folder_name(msgspec.structs.replace(workshop, title=title)) for title in titles}

    assert {inside(tmp_path, name).parent for name in names} == {tmp_path}
    assert max(map(len, names)) <= len("2026-11-21--vevk47") + LONGEST
    assert not {name for name in names if not re.fullmatch(r"2026-11-21-[a-z0-9-]+-vevk47", name)}


def test_a_folder_of_a_hostile_title_is_the_only_one_that_is_written(tmp_path):
    held = place(closed())
    workshop = held.get(Workshop, held.log)
    sessions = tmp_path / "sessions"
    for title in TITLES:
        held.put(msgspec.structs.replace(workshop, title=title))

        folder = save(report(held), {"workshop.json": b"{}"}, sessions)

        assert visible(tmp_path) == ["sessions"]
        assert visible(sessions) == [folder.name]
        assert verify(folder) == []


@pytest.mark.parametrize("name", ["..", "2026-11-21-a/../..", ".2026-11-21-a", "2026-11-21-A", ""])
def test_no_other_name_is_a_folder_of_ours(tmp_path, name):
    with pytest.raises(ValueError, match="no name of an artifact"):
        inside(tmp_path, name)


def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path):
    held = place(closed())
    elsewhere, sessions = tmp_path / "elsewhere", tmp_path / "sessions"
    elsewhere.mkdir()
    sessions.mkdir()
    (sessions / folder_name(report(held).workshop)).symlink_to(elsewhere)

    save_all(held, sessions)

    assert visible(elsewhere) == []


def test_a_full_disk_leaves_the_older_artifact_whole(tmp_path, monkeypatch):
    story = opened()
    folder = save_all(place(story), tmp_path)
    before = (folder / "workshop.json").read_bytes()
    story.says("finn", "CloseWorkshop")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        save_all(place(story), tmp_path)

    assert (folder / "workshop.json").read_bytes() == before
    assert verify(folder) == []


@pytest.mark.parametrize("title", ["same", "changed"])
def test_a_kill_at_any_point_spoils_no_artifact(tmp_path, title):
    """A process is killed at each of its steps on the disk in turn; the facts come back as JSON lines."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.export.crashing", str(tmp_path), title],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    facts = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(facts) > 25
    assert facts[-1]["killed"] is False
    for fact in facts:
        assert fact["faults_after_kill"] == [], fact
        assert fact["whole_after_start"] >= 1, fact
        assert fact["after_next_save"] == {"folders": 1, "faults": [], "state": "closed"}, fact
        assert fact["leftovers"] == [".lock"], fact


def test_two_writers_take_turns(tmp_path):
    held = report(place(closed()))
    code = (
        "import sys; from pathlib import Path; from tests.export.crashing import ended, keep;"
        "[keep(ended('same'), Path(sys.argv[1])) for _ in range(20)]"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT) for _ in range(2)
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0]

    folder = save(held, {"workshop.json": b"{}"}, tmp_path)

    assert visible(tmp_path) == [folder.name]
    assert verify(folder) == []
