"""A full room: 300 phones write for a minute, then place their dots."""

import time
from collections import Counter
from typing import Any

from tests.bench.phones import Crowd, Phone
from tests.bench.watching import line, memory, read
from tests.servers.rytme import Server
from tests.simulation.meeting import Meeting, step_of
from workshop.demo.client import new_id

EVERY = 5.0  # seconds between two notes of one phone
DOTS, VOTING = 4, 20.0
CLUSTER_OF = 150  # notes


class Room:
    """A workshop with a facilitator, a board and many phones; every command's answer is counted."""

    def __init__(self, server: Server, phones: int) -> None:
        self.server = server
        self.meeting = Meeting(server.url)
        self.finn = self.meeting.come("facilitator")
        self.acks: list[float] = []
        self.asked = 0
        self.answers: Counter[str] = Counter()
        tokens = [self.meeting.token() for _ in range(phones)]
        board = self.meeting.token("board")
        self.empty = memory(server.pid)
        self.crowd = Crowd(server.url, self.meeting.id, self.finn.pump)
        began = time.monotonic()
        self.phones = [self.crowd.add(token) for token in tokens]
        self.crowd.add(board, "board")
        self.crowd.run(lambda: all(phone.live for phone in self.crowd.phones))
        self.joined_in = time.monotonic() - began

    def leads(self, kind: str, **fields: Any) -> None:
        """The facilitator acts while the phones read on."""
        wish = self.finn.send(kind, **fields)
        self.crowd.run(lambda: wish.answer is not None)
        assert wish.answer is not None
        assert wish.answer["ok"], wish.answer

    def act(self, phone: Phone, kind: str, **fields: Any) -> None:
        sent = time.monotonic()
        self.asked += 1
        if new := fields.get("id"):
            self.crowd.sent[new] = sent

        def answered(answer: dict[str, Any]) -> None:
            self.acks.append(time.monotonic() - sent)
            self.answers["ok" if answer["ok"] else answer["error"]["code"]] += 1

        phone.command(kind, answered, **fields)

    def finish(self) -> None:
        self.crowd.run(lambda: self.answers.total() == self.asked)

    def report(self, name: str, began: Any) -> None:
        """Print and forget the figures of one part."""
        share = began.share(read(self.server.pid))
        print(f"{name}: {self.asked} commands, answers {dict(self.answers)}")
        print(line("acknowledged after", self.acks))
        if self.crowd.deliveries:
            print(line("on every phone after", self.crowd.deliveries))
        print(
            f"  server {share:.2f} of a core, {memory(self.server.pid):.0f} MB ({self.empty:.0f} MB before the phones)"
        )
        assert self.answers == {"ok": self.asked}, self.answers
        self.acks, self.asked, self.answers = [], 0, Counter()
        self.crowd.deliveries.clear()
        self.crowd.sent.clear()

    def close(self) -> None:
        self.crowd.close()
        self.meeting.close()


def hold(server: Server, phones: int, seconds: float) -> None:
    """Write, group, vote; every command must be acknowledged and nobody may diverge."""
    room = Room(server, phones)
    print(
        f"{phones} phones and a board came at once and had everything after {room.joined_in:.2f} s"
    )
    write(room, seconds)
    check(room)
    group(room)
    vote(room)
    check(room)
    room.close()


def write(room: Room, seconds: float) -> None:
    step = step_of(room.finn, "wall")
    room.leads("ChangeStep", step=step["id"], visibility="live")
    room.leads("StartStep", step=step["id"])
    began = read(room.server.pid)
    for phone in room.phones:
        first = room.crowd.chance.uniform(0, EVERY)
        for turn in range(int(seconds / EVERY)):
            room.crowd.after(
                first + turn * EVERY,
                lambda who=phone, turn=turn: room.act(
                    who, "AddNote", id=new_id(), step=step["id"], type=step["types"][0],
                    text=f"What I see is thing {turn} of many, and it matters to us here.",
                ),
            )  # fmt: skip
    room.crowd.rest(seconds)
    room.finish()
    room.report(f"Notes that all see, {seconds:.0f} s", began)


def group(room: Room) -> None:
    """The facilitator puts everything in a few clusters, so that there is something to vote on."""
    holding = room.finn.holding
    room.crowd.run(lambda: len(holding.all("note")) == len(room.phones[0].holding.all("note")))
    step, notes = step_of(room.finn, "clusters"), [it["id"] for it in holding.all("note")]
    room.leads("StartStep", step=step["id"])
    clusters = -(-len(notes) // CLUSTER_OF)
    for number in range(clusters):
        room.leads(
            "AddCluster",
            id=new_id(),
            step=step["id"],
            title=f"Cluster {number}",
            notes=notes[number::clusters],
        )
    room.crowd.rest(1)


def vote(room: Room) -> None:
    step, found = step_of(room.finn, "vote"), new_id()
    room.leads("StartStep", step=step["id"])
    room.leads("OpenVote", id=found, step=step["id"], budget=DOTS, per_item=2)
    room.crowd.run(lambda: all(phone.holding.get("round", found) for phone in room.phones))
    began = read(room.server.pid)
    for phone in room.phones:
        items = [it["item"] for it in phone.holding.get("round", found)["candidates"]]
        for item in room.crowd.chance.sample(items, DOTS):
            room.crowd.after(
                room.crowd.chance.uniform(0, VOTING),
                lambda who=phone, item=item: room.act(
                    who, "CastVote", round=found, item=item, dots=1
                ),
            )
    room.crowd.rest(VOTING)
    room.finish()
    room.report(f"{len(room.phones)} x {DOTS} dots, {VOTING:.0f} s", began)
    room.leads("CloseVote", round=found)
    room.crowd.rest(1)
    closed = room.finn.holding.get("round", found)
    assert closed is not None
    counted, right = (
        (closed["dots"], closed["ballots"]),
        (DOTS * len(room.phones), len(room.phones)),
    )
    assert counted == right, f"{counted} dots and ballots, and not {right}"


def check(room: Room) -> None:
    room.crowd.rest(2)
    diverging = room.crowd.diverging()
    print(f"  {diverging} of {len(room.crowd.phones)} viewers diverge")
    assert diverging == 0
