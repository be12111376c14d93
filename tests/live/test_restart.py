"""A server that dies in the middle of everything: what was acknowledged is there, once (S3, S8)."""

import random

import pytest

from tests.simulation.meeting import agree, pump_all, pump_until, step_of
from workshop.demo.client import new_id

WRITERS = 10
KILLS = 3


class Writer:
    """Keeps a few commands under way, and remembers what became of each."""

    def __init__(self, client, step, chance):
        self.client = client
        self.step = step
        self.chance = chance
        self.wishes = []

    def go_on(self):
        self.client.pump()
        while len(self.client.outbox) < 3 and len(self.wishes) < 48:
            kind, more = self.chance.choice(
                [
                    ("ParkNote", {}),
                    ("AddNote", {"step": self.step["id"], "type": self.step["types"][0]}),
                ]
            )
            text = f"{self.client.auth['token'][-6:]} {len(self.wishes)}"
            self.wishes.append(self.client.send(kind, id=new_id(), text=text, **more))

    def accepted(self):
        return {wish.fields["id"] for wish in self.wishes if wish.answer and wish.answer["ok"]}


@pytest.mark.rule("S3")
@pytest.mark.rule("S8")
def test_three_kills_under_load(meeting, house):
    chance = random.Random(7)
    finn, board = meeting.come("facilitator"), meeting.come("board")
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    people = [meeting.come() for _ in range(WRITERS)]
    writers = [Writer(client, step, chance) for client in people]
    for _ in range(KILLS):
        for _ in range(chance.randrange(30, 90)):
            for writer in writers:
                writer.go_on()
        acknowledged = set().union(*(writer.accepted() for writer in writers))
        house.kill()
        pump_all(people)
        house.start()
        pump_until(
            [finn, board, *people],
            lambda: all(not client.outbox and client.live for client in people),
        )
        agree([finn, board, *people])
        held = {
            record["id"]
            for client in people
            for kind in ("note", "parked")
            for record in client.holding.all(kind)
        }
        assert acknowledged <= held

    refused = [error for client in people for _, error in client.refusals]
    assert refused == []
    assert all(client.connections == 1 + KILLS for client in people)
    accepted = [wish.fields["id"] for writer in writers for wish in writer.wishes]
    assert sorted(accepted) == sorted(set().union(*(writer.accepted() for writer in writers)))
    finn.say("RevealNotes", step=step["id"])
    agree([finn, board, *people])
    held = [record["id"] for kind in ("note", "parked") for record in finn.holding.all(kind)]
    assert sorted(held) == sorted(accepted)
