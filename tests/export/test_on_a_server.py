"""A closed workshop leaves its folder, at once or as soon as the disk allows it."""

import json

import pytest

from tests.servers.waiting import wait_until
from tests.simulation.meeting import Meeting, note, step_of
from workshop.core.times import moment
from workshop.export import verify


def hold(url: str) -> Meeting:
    """A workshop with two notes that are never shown, closed."""
    meeting = Meeting(url)
    ada, finn = meeting.come(name="Ada"), meeting.come("facilitator")
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    for text in ("In the dark", "In the dark too"):
        note(ada, step, text)
    ada.settle()
    finn.say("CloseWorkshop")
    meeting.close()
    return meeting


@pytest.mark.engine
def test_closing_leaves_a_whole_folder(server):
    meeting = hold(server.url)

    folder = server.artifact()

    assert verify(folder) == []
    told = json.loads((folder / "workshop.json").read_bytes())
    assert (told["workshop"]["id"], told["workshop"]["state"]) == (meeting.id, "closed")
    assert (told["workshop"]["never_revealed"], told["notes"]) == (2, [])
    assert moment(told["workshop"]["closed_at"])


def test_what_the_disk_refused_is_saved_at_the_next_start(serve):
    server = serve(start=False)
    server.sessions.parent.mkdir(parents=True, exist_ok=True)
    server.sessions.write_text("a file where the folder should be")
    server.start()
    hold(server.url)
    wait_until(lambda: "could not be saved" in server.log, "a word in the log")
    assert server.ready()

    server.stop()
    server.sessions.unlink()
    server.start()

    folder = server.artifact()
    assert verify(folder) == []


def test_what_a_crash_left_is_brought_back_at_the_start(serve):
    server = serve()
    hold(server.url)
    folder = server.artifact()
    server.kill()
    folder.rename(folder.with_name(f".{folder.name}.old"))

    server.start()

    assert verify(server.artifact()) == []
