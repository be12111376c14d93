"""What one command costs the server, in a small room and in a full one; the writes to sockets apart.

A process of its own with the engine, the store, the conductor and the fan-out; in place of sockets
stand queues that are emptied for nothing. An op's cost is the process's CPU time for it, less the
CPU time that handing the messages to the queues takes when it is done alone.
"""

import gc
import json
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

SMALL, FULL = (10, 100), (300, 1000)  # viewers, notes
OPS = 300
RUNS = 5
MOST = 1.5
# One facilitator's, and seldom: it looks at the whole room, so its cost grows with it. It is told only.
SELDOM = ("StartCycle, Undo",)


def compare() -> None:
    """Print the ratio of each kind of command; the median of several runs."""
    print(
        f"One command at {FULL[0]} viewers and {FULL[1]} notes, beside {SMALL[0]} and {SMALL[1]}:"
    )
    told("tests.bench.cost", SMALL, FULL, MOST)


def told(module: str, less: tuple[int, int], more: tuple[int, int], most: float) -> None:
    """Median ratios of what each command costs in a larger place, beside the same in a smaller one."""
    runs = [(measured(module, *less), measured(module, *more)) for _ in range(RUNS)]
    for name in runs[0][0]:
        both = [(small[name], full[name]) for small, full in runs]
        ratio = statistics.median(full["op"] / small["op"] for small, full in both)
        hub = statistics.median(full["hub"] / small["hub"] for small, full in both)
        middle = {part: statistics.median(full[part] for _, full in both) for part in both[0][1]}
        print(
            f"  {name:<22} {ratio:4.2f} x  ({middle['op']:.0f} us of CPU; without the database's thread"
            f" {hub:4.2f} x, {middle['hub']:.0f} us; the writes apart {middle['writes']:.0f} us)"
        )
        assert name in SELDOM or ratio <= most, (
            f"{name} costs {ratio:.2f} x, which is more than {most}"
        )


def measured(module: str, viewers: int, notes: int) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-m", module, str(viewers), str(notes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def main(kind: type["House"], viewers: int, notes: int) -> None:
    from workshop import engine

    engine.start()
    with tempfile.TemporaryDirectory(prefix="rytme-cost-") as folder:
        house = kind(Path(folder), viewers, notes)
        print(json.dumps({name: house.cost(make) for name, make in house.kinds().items()}))
        house.store.close()


class House:
    """A room with so many viewers and notes, and a vote open on clusters of them."""

    def __init__(self, folder: Path, viewers: int, notes: int) -> None:
        from tests.core.story import LOG
        from workshop.conductor import Conductor
        from workshop.live.fanout import Fanout
        from workshop.store import Store

        self.log = LOG
        self.store = Store(f"sqlite:///{folder / 'rytme.sqlite3'}")
        self.store.open()
        self.conductor = Conductor(self.store)
        self.fanout = Fanout(self.conductor)
        self.sockets: list[Any] = []
        self.people = [f"{number:032}" for number in range(self.how_many(viewers))]
        self._make(notes)
        for person in self.people[:viewers]:
            self.come(person)

    def how_many(self, viewers: int) -> int:
        """Who takes part; of these so many look."""
        return viewers

    def agenda(self) -> tuple[Any, ...]:
        from tests.core.story import id_of, step
        from workshop.core.setup import Scale, Setup

        poll = Setup(scales=(Scale(id="stand", title="Where do you stand?"),), proposal=True)
        return (
            step("write", 0, "wall", "open", types=("idea",), anonymous=True),
            step("vote", 1, "vote", "close", source=id_of("write")),
            step("hide", 2, "wall", "open", types=("idea",), visibility="private", anonymous=True),
            step("poll", 3, "poll", "close", source=id_of("write"), setup=poll),
        )

    def _make(self, notes: int) -> None:
        from tests.core.story import NINE, id_of
        from workshop.core.lifecycle import CreateWorkshop
        from workshop.core.people import JoinWorkshop
        from workshop.store import Listing

        create = CreateWorkshop(
            op="op-create", id=self.log, title="A full room", purpose="", language="en",
            recipe="mini-cycle", code="VEVK47", retention_days=30, steps=self.agenda(),
        )  # fmt: skip
        listing = Listing(
            log_id=self.log, code="VEVK47", created_at=NINE, retention_days=30,
            key_hash="0" * 64, create_hash="1" * 64,
        )  # fmt: skip
        self.conductor.create(create, listing)
        self.finn = id_of("finn")
        self.say(self.finn, JoinWorkshop(op=new_op(), name="Finn"), "facilitator")
        for person in self.people:
            self.say(person, JoinWorkshop(op=new_op()))
        self.lead("StartStep", step=id_of("write"))
        for number in range(notes):
            self.add_note(self.people[number % len(self.people)], id_of("write"))

    def kinds(self) -> dict[str, Any]:
        """Each kind of command by a person, and what has to be so before it."""
        from tests.core.story import id_of

        vote = id_of("round")

        def dots(person: str) -> None:
            self.speak(person, "CastVote", round=vote, item=self.items[0], dots=1)

        def prepare_vote() -> None:
            from workshop.core.votes import Round

            self.lead("StartStep", step=id_of("vote"))
            self.lead("OpenVote", id=vote, step=id_of("vote"))
            found = self.conductor.place(self.log).get(Round, vote)
            self.items = [candidate.item for candidate in found.candidates]

        return {
            "AddNote, all see it": (lambda: None, lambda who: self.add_note(who, id_of("write"))),
            "AddNote, hidden": (
                lambda: self.lead("StartStep", step=id_of("hide")),
                lambda who: self.add_note(who, id_of("hide")),
            ),
            **self.seldom(),
            "CastVote": (prepare_vote, dots),
            "GiveScore": self.marks(),
        }

    def marks(self) -> Any:
        """Everyone marks a text, and each time another mark than before."""
        from itertools import count

        from tests.core.story import id_of

        poll, given = id_of("poll"), count()

        def prepare() -> None:
            self.lead("StartStep", step=poll)
            self.lead("OpenScoring", id=id_of("scoring"), step=poll, text="We call the day after.")

        def mark(person: str) -> None:
            value = 1 + next(given) // len(self.people) % 5
            one = {"scoring": id_of("scoring"), "item": id_of("scoring"), "scale": "stand"}
            self.speak(person, "GiveScore", **one, value=value)

        return prepare, mark

    def seldom(self) -> dict[str, Any]:
        """What takes two commands to come back to where it was does the one and the other in turn."""
        from itertools import cycle

        from tests.core.story import id_of
        from workshop.core.notes import Note

        turns = {name: cycle((True, False)) for name in ("note", "cycle")}
        place = self.conductor.place(self.log)
        note = next(it.id for it in place.all(Note) if it.readers == "all")

        def moderate(_: str) -> None:
            if next(turns["note"]):
                self.lead("HideNote", note=note, reason="It names somebody")
            else:
                self.lead("ShowNote", note=note)

        def plan(_: str) -> None:
            if next(turns["cycle"]):
                self.lead("StartCycle", id=secrets.token_hex(16), notes=[note])
            else:
                self.undo_the_last()

        return {
            "Undo": (
                lambda: self.lead("ChangeStep", step=id_of("vote"), minutes=9),
                lambda _: self.undo_the_last(),
            ),
            "HideNote, ShowNote": (lambda: None, moderate),
            "StartCycle, Undo": (lambda: None, plan),
        }

    def undo_the_last(self) -> None:
        """Of an undo as well, so that it can be done any number of times."""
        from workshop.core.history import Deed

        deeds = self.conductor.place(self.log).all(Deed)
        self.lead("Undo", deed=max(deed.id for deed in deeds))

    def cost(self, kind: Any) -> dict[str, float]:
        """Microseconds of CPU an op."""
        prepare, act = kind
        prepare()
        self.empty()
        people = [self.people[number % len(self.people)] for number in range(OPS)]
        for person in people[:20]:
            act(person)
        self.empty()
        gc.collect()
        began = time.process_time(), time.thread_time()
        for person in people:
            act(person)
        whole, hub = time.process_time() - began[0], time.thread_time() - began[1]
        writes = self.write_again()
        parts = {"op": whole - writes, "hub": hub - writes, "writes": writes}
        return {name: part / OPS * 1e6 for name, part in parts.items()}

    def write_again(self) -> float:
        """The CPU time of handing over once more what the sockets got, and nothing else."""
        told = [(line, queue.drain()) for line, queue in self.sockets]
        began = time.process_time()
        for line, messages in told:
            for message in messages:
                line.send(message)
        spent = time.process_time() - began
        self.empty()
        return spent

    def come(self, person: str) -> None:
        from workshop.access import Claim
        from workshop.live.caller import Caller
        from workshop.live.line import Line

        socket = Socket()
        line = Line(socket, lambda _: None)
        self.fanout.join(Caller(Claim(self.log, person, "participant"), "en", line), None)
        self.sockets.append((line, socket.queue))

    def empty(self) -> None:
        from workshop import engine

        for _ in range(100):
            engine.sleep(0)
            for _, queue in self.sockets:
                queue.drain()

    def add_note(self, person: str, step: str) -> None:
        text = "What I see is one of many things, and it matters to us here."
        self.speak(person, "AddNote", id=secrets.token_hex(16), step=step, type="idea", text=text)

    def lead(self, kind: str, **fields: Any) -> None:
        self.speak(self.finn, kind, **fields)

    def speak(self, person: str, kind: str, **fields: Any) -> None:
        from workshop.core.wire import decode_command

        self.say(person, decode_command({"op": new_op(), "kind": kind, **fields}))

    def say(self, person: str, command: Any, role: str = "participant") -> None:
        from workshop.conductor import Speaker

        self.conductor.submit(self.log, command, Speaker(person, role))


class Socket:
    """Engine.IO's side of a connection, with a queue that never ends."""

    def __init__(self) -> None:
        self.queue = Kept()
        self.closed = self.upgraded = False


class Kept:
    """Takes messages as Engine.IO's queue does, and counts nothing against the reader."""

    messages = bytes = 0
    emptied = None

    def __init__(self) -> None:
        self._found: list[Any] = []

    def put(self, message: Any) -> None:
        self._found.append(message)

    def drain(self) -> list[Any]:
        found, self._found = self._found, []
        return found


def new_op() -> str:
    return secrets.token_hex(12)


if __name__ == "__main__":
    main(House, int(sys.argv[1]), int(sys.argv[2]))
