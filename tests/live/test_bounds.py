"""Phones that do not read, and paths that die: they are bounded, and they come back (S9)."""

import json

import pytest

from tests.conftest import STACKS
from tests.simulation.meeting import Meeting, agree, pump_all, pump_until
from workshop.demo.client import new_id
from workshop.demo.wire import Wire

FOUR_KB = "👩\u200d👩\u200d👧\u200d👦" * 160


@pytest.mark.rule("S9")
def test_a_phone_that_does_not_read_is_cut_and_resumes(meeting):
    writers = [meeting.come() for _ in range(12)]
    slow = meeting.client()
    slow.receive_buffer = 4096
    slow.open()
    for number in range(300):
        writers[number % len(writers)].send("ParkNote", id=new_id(), text=FOUR_KB)
        pump_all(writers)
    pump_until(writers, lambda: not any(writer.outbox for writer in writers))

    slow.pump_until(lambda: slow.connections > 1 and slow.live)

    assert len(slow.holding.all("parked")) == 300
    assert {writer.connections for writer in writers} == {1}
    agree([slow, *writers[:3]])


@pytest.mark.rule("S9")
def test_a_snapshot_does_not_count_in_the_bound(meeting):
    """1.2 MB of records for a phone that reads slowly, while others go on writing."""
    writers = [meeting.come() for _ in range(12)]
    for number in range(300):
        writers[number % len(writers)].send("ParkNote", id=new_id(), text=FOUR_KB)
        pump_all(writers)
    pump_until(writers, lambda: not any(writer.outbox for writer in writers))
    slow = meeting.client()
    slow.receive_buffer = 16384  # with less, TCP itself holds each read back for 40 ms
    slow.pump_until(lambda: slow.heard)
    for writer in writers:
        writer.send("ParkNote", id=new_id(), text="Meanwhile")
    pump_until(writers, lambda: not any(writer.outbox for writer in writers))
    assert not slow.live
    pump_until([*writers, slow], lambda: len(slow.holding.all("parked")) == 312)
    assert slow.connections == 1
    names = [name for name, _ in slow.heard if name != "presence"]
    frames = [message for name, message in slow.heard if name == "changes"]
    parts = frames[0]["parts"]
    assert parts > 15
    assert [frame.get("part") for frame in frames[:parts]] == list(range(1, parts + 1))
    assert "reset" not in frames[parts]
    assert names.count("joined") == 1
    agree([slow, writers[0]])


@pytest.mark.rule("S9")
def test_a_dead_path_is_noticed_within_20_seconds_by_both_sides(house):
    wire = Wire(house.url, "/socket.io/?EIO=4&transport=websocket")
    (hello,) = wire.receive(10)
    wire.close()
    told = json.loads(hello[1:])
    assert (told["pingInterval"], told["pingTimeout"], told["maxPayload"]) == (
        10_000,
        8_000,
        256 * 1024,
    )


@pytest.mark.slow
@pytest.mark.engine
@pytest.mark.postgres
@pytest.mark.rule("S9")
def test_who_has_fallen_silent_is_not_here_any_more(serve, proxy):
    """All stacks at once: it takes as long as the pings do, and nothing but waiting."""
    silent = [Silent(serve(*stack.values[0]), proxy) for stack in STACKS]
    boards = [one.board for one in silent]
    pump_until(boards, lambda: all(board.presence.get("here") == 1 for board in boards))
    for one in silent:
        one.network.mode = "blackhole"
    pump_until(boards, lambda: all(board.presence["here"] == 0 for board in boards), timeout=40)
    for one in silent:
        one.comes_back()


class Silent:
    """A board, and a phone behind a network that dies."""

    def __init__(self, server, proxy):
        self.meeting, self.network = Meeting(server.url), proxy(server.port)
        self.board = self.meeting.come("board")
        self.ada = self.meeting.client(url=self.network.url).open()

    def comes_back(self):
        self.meeting.come().say("ParkNote", id=new_id(), text="While you were away")
        self.network.mode = "cut"
        self.ada.pump(0.1)
        self.network.mode = "pass"
        self.ada.pump_until(lambda: self.ada.live and self.ada.holding.all("parked"))
        agree([self.ada, self.board])
        self.meeting.close()
