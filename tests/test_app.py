"""What runs beside the requests: the folder at the end, and forgetting in time."""

import sys
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from tests.export.lame_press import press
from tests.servers.waiting import wait_until
from tests.web.conftest import Room, new_id, settings, words_of
from workshop import app as house_app
from workshop.app import archive, archive_all, close, create_app, purge_old
from workshop.core.times import stamp
from workshop.core.workshop import the_workshop
from workshop.export import FORMATS, Stopped
from workshop.export.scribe import PRESS


@pytest.fixture
def app(tmp_path):
    made = create_app(settings(tmp_path))
    yield made
    close(made.extensions["rytme"])


def folders(tmp_path):
    sessions = tmp_path / "sessions"
    return [it for it in sessions.glob("[!.]*") if it.is_dir()] if sessions.exists() else []


def archived(room):
    return room.house.store.listing(room.id).archived_at != ""


def test_a_closed_workshop_gets_its_folder(app, tmp_path):
    room = Room(app)
    room.done(room.facilitator, "CloseWorkshop")
    wait_until(lambda: archived(room), "the folder of a closed workshop", seconds=20)

    assert [folder.name.endswith(room.code.lower()) for folder in folders(tmp_path)] == [True]
    assert {it.name for it in folders(tmp_path)[0].iterdir()} >= {"workshop.json", "report.html"}
    assert room.house.store.unarchived() == []


def test_a_start_writes_the_folders_that_a_crash_left_out(tmp_path):
    first = create_app(settings(tmp_path))
    room = Room(first)
    # The process ends between the commit and the folder.
    room.house.conductor.listeners.remove(room.house.conductor.listeners[0])
    room.done(room.facilitator, "CloseWorkshop")
    close(room.house)
    assert folders(tmp_path) == []

    again = create_app(settings(tmp_path))
    archive_all(again.extensions["rytme"])
    close(again.extensions["rytme"])

    assert len(folders(tmp_path)) == 1


def after_days(days):
    return lambda: stamp(datetime.now(UTC) + timedelta(days=days))


@pytest.mark.parametrize(
    ("kept", "days", "gone"), [(30, 29, False), (30, 31, True), (1, 2, True), (0, 9000, False)]
)
def test_a_workshop_is_forgotten_when_its_days_are_over(app, kept, days, gone):
    room = Room(app, retention_days=kept)
    ada = room.device()

    purged = purge_old(room.house, after_days(days))

    assert purged == ([room.id] if gone else [])
    assert (room.house.store.listing(room.id) is None) is gone
    assert ada.get(f"/w/{room.id}").status_code == (401 if gone else 200)
    join = app.test_client().post(f"/api/workshops/{room.code}/join", json={})
    assert join.status_code == (404 if gone else 200)


def test_nothing_of_a_forgotten_workshop_is_left_in_any_file(app, tmp_path):
    room = Room(app, title="Canary in the title")
    ada = room.device(name="Canary in a name")
    step = room.start("wall")
    room.done(ada, "AddNote", id=new_id(), step=step, type="idea", text="Canary in a note")
    before = b"".join(it.read_bytes() for it in (tmp_path / "var").iterdir())

    purge_old(room.house, after_days(31))

    after = b"".join(it.read_bytes() for it in (tmp_path / "var").iterdir())
    assert b"Canary" in before
    assert b"Canary" not in after


def test_a_changed_retention_holds(app):
    room = Room(app, retention_days=30)
    room.done(room.facilitator, "ChangeWorkshop", retention_days=90)

    assert purge_old(room.house, after_days(31)) == []
    assert purge_old(room.house, after_days(91)) == [room.id]


def test_the_sessions_folder_is_the_hosts_and_stays(app, tmp_path):
    room = Room(app)
    room.done(room.facilitator, "CloseWorkshop")
    wait_until(lambda: archived(room), "the folder of a closed workshop", seconds=20)

    purge_old(room.house, after_days(31))

    assert len(folders(tmp_path)) == 1


def test_work_that_repeats_survives_its_own_faults(caplog):
    done = []

    def work():
        done.append("once more")
        if len(done) == 1:
            raise RuntimeError("the first time fails")
        raise KeyboardInterrupt  # ends the loop

    with pytest.raises(KeyboardInterrupt):
        house_app.every(0, work)

    assert len(done) == 2
    assert "Work that repeats has failed" in caplog.text


def test_one_that_cannot_be_saved_keeps_no_other_from_being_saved_or_forgotten(
    app, tmp_path, caplog
):
    """Its code would lead its folder out of sessions/, as a log that was brought in from elsewhere might."""
    odd, sound, old = (Room(app, retention_days=days) for days in (1, 90, 30))
    there = odd.house
    there.conductor.listeners.clear()  # so that the hour does it, and not the close
    for room in (odd, sound):
        room.done(room.facilitator, "CloseWorkshop")
    place = there.conductor.place(odd.id)
    place.put(msgspec.structs.replace(the_workshop(place), started_at="no time at all"))

    archive_all(there)
    gone = purge_old(there, after_days(31))

    assert (archived(odd), archived(sound), gone) == (False, True, [old.id])
    assert f"The results of {odd.id} could not be saved" in caplog.text
    assert f"kept until they are saved: {odd.id}." in caplog.text


def told_of_the_folder(room):
    told = room.facilitator.get(f"/api/workshops/{room.id}/artifacts").json
    return told["kept"], told["not_made"]


def test_a_folder_without_one_file_is_saved_told_and_completed_by_the_next_round(app, tmp_path):
    room = Room(app)
    ada, there = room.device(), room.house
    there.conductor.listeners.clear()  # so that the round does it, and not the close
    room.done(room.facilitator, "CloseWorkshop")
    before = told_of_the_folder(room)
    there.scribe.press = press("pptx")

    archive_all(there)
    lacking = told_of_the_folder(room)
    page = words_of(room.facilitator.get(f"/w/{room.id}/results"))
    others = words_of(ada.get(f"/w/{room.id}/results"))
    there.scribe.press = PRESS
    archive_all(there)

    assert (before, lacking) == ((False, []), (True, ["deck.pptx"]))
    assert (
        "without a file that could not be made: deck.pptx. Everything is in workshop.json" in page
    )
    assert "could not be made" not in others
    assert told_of_the_folder(room) == (True, [])
    assert {it.name for it in folders(tmp_path)[0].iterdir()} >= set(FORMATS)


@pytest.mark.parametrize(
    ("lame", "gone"),
    [(press("pptx"), True), ((sys.executable, "-c", "raise SystemExit(1)"), False)],
)
def test_the_rows_stay_until_workshop_json_is_saved(app, lame, gone):
    room = Room(app, retention_days=30)
    room.house.conductor.listeners.clear()
    room.done(room.facilitator, "CloseWorkshop")
    room.house.scribe.press = lame

    archive_all(room.house)

    assert purge_old(room.house, after_days(31)) == ([room.id] if gone else [])
    archive_all(room.house)  # a folder whose workshop is gone from the server is left as it is


def test_a_server_that_ends_while_it_saves_complains_of_nothing(tmp_path, caplog):
    room = Room(create_app(settings(tmp_path)))
    place = room.house.conductor.place(room.id)
    room.house.growths.stop()
    with pytest.raises(Stopped):
        room.house.scribe.save(place)
    room.house.scribe.stop()

    archive(room.house, room.id)

    assert [it.message for it in caplog.records if it.name == "workshop.app"] == []
    room.house.store.close()
