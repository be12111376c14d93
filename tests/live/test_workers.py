"""Several workers on one database: correct with any number, and with or without Redis between them."""

import pytest

from tests.simulation.meeting import Meeting, agree, note, pump_until, step_of
from workshop.demo.client import new_id


@pytest.fixture(params=["eventlet", "gevent"])
def workers(request, serve, postgres):
    """Two servers that share the database and the secret; one pair with Redis, one that only polls."""
    shared = {
        "DATABASE_URL": postgres.database(),
        "RYTME_SECRET_KEY": "5a1f0c9be27d4836a1f0c9be27d48365",
    }
    if request.param == "eventlet":
        shared["REDIS_URL"] = request.getfixturevalue("redis_url")
    return [serve(request.param, **shared) for _ in range(2)]


@pytest.fixture
def meeting(workers):
    made = Meeting(workers[0].url)
    yield made
    made.close()


def at(server, meeting, role="participant", token=""):
    return meeting.client(role, token=token, url=server.url).open()


@pytest.mark.engine
@pytest.mark.postgres
@pytest.mark.rule("S4")
@pytest.mark.rule("S8")
def test_who_stands_at_another_worker_sees_the_same(workers, meeting):
    here, there = workers
    finn, board = at(here, meeting, "facilitator"), at(there, meeting, "board")
    ada, bo = at(here, meeting), at(there, meeting)
    step = step_of(finn, "wall")
    assert finn.say("StartStep", step=step["id"])["ok"]
    pump_until(
        [bo, ada],
        lambda: (
            bo.holding.get("step", step["id"])["state"] == "open"
            and ada.holding.get("step", step["id"])["state"] == "open"
        ),
    )
    for number in range(10):
        for client in (ada, bo):
            note(client, step, f"Thought {number}")
            client.send("ParkNote", id=new_id(), text=f"For all {number}")
    pump_until([finn, board, ada, bo], lambda: not ada.outbox and not bo.outbox)
    assert finn.say("RevealNotes", step=step["id"])["ok"]
    everyone = [finn, board, ada, bo]
    pump_until(everyone, lambda: all(len(it.holding.all("note")) == 20 for it in everyone))
    pump_until(everyone, lambda: all(len(it.holding.all("parked")) == 20 for it in everyone))
    agree(everyone)
    assert [client.refusals for client in everyone] == [[], [], [], []]
    own = {it["id"] for it in ada.holding.all("authorship")}
    elsewhere = at(there, meeting, token=str(ada.auth["token"]))
    assert {it["id"] for it in elsewhere.holding.all("authorship")} == own
    assert len(own) == 20  # ten notes and ten thoughts
