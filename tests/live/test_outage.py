"""A database that goes away and comes back: nothing acknowledged is lost, nothing is done twice (S3)."""

import re

import pytest

from tests.simulation.meeting import Meeting, agree, pump_all, pump_until
from workshop.demo.client import new_id


@pytest.fixture
def database(postgres):
    return postgres.database()


@pytest.fixture
def network(database, proxy):
    """What lies between the server and its database."""
    return proxy(int(re.search(r":(\d+)/", database)[1]))


@pytest.fixture
def meeting(engine_name, serve, database, network):
    server = serve(engine_name, DATABASE_URL=re.sub(r":\d+/", f":{network.port}/", database))
    made = Meeting(server.url)
    yield made
    made.close()


@pytest.mark.engine
@pytest.mark.postgres
@pytest.mark.rule("S3")
def test_commands_of_an_outage_are_unsure_and_sent_again(network, meeting):
    board, people = meeting.come("board"), [meeting.come() for _ in range(5)]
    wishes = []

    def write():
        for person in people:
            wishes.append(person.send("ParkNote", id=new_id(), text=f"Thought {len(wishes)}"))
        pump_all(people, 0.02)

    for _ in range(10):
        write()
    network.mode = "cut"
    for _ in range(5):
        write()
    pump_all(people, 0.3)
    network.mode = "pass"
    for _ in range(5):
        write()
    pump_until([*people, board], lambda: not any(person.outbox for person in people))

    told = [message for person in people for name, message in person.heard if name == "answer"]
    assert {it["error"]["code"] for it in told if not it["ok"]} == {"unsure"}
    assert all(it["error"]["retry"] for it in told if not it["ok"])
    assert [wish.answer["ok"] for wish in wishes] == [True] * 100
    agree([board, *people])
    assert sorted(it["id"] for it in board.holding.all("parked")) == sorted(
        wish.fields["id"] for wish in wishes
    )
