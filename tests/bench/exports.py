"""What each format costs at 30, 300 and 3,000 notes, and what a room feels while long ones are made."""

import json
import resource
import statistics
import subprocess
import sys
import time
from itertools import cycle
from threading import Event, Thread
from typing import Any
from urllib.request import Request, urlopen

from tests.bench.room import Room
from tests.bench.watching import line
from tests.servers.rytme import Server
from tests.simulation.meeting import step_of
from workshop.demo.client import new_id
from workshop.export import FORMATS

SIZES = (30, 300, 3_000)  # notes
RUNS = 3
LONG = ("report.pdf", "deck.pptx", "workshop.xlsx")
PHONES, EACH, EVERY, QUIET = 50, 30, 2.0, 30.0  # the last two in seconds
MOST = 2.0


def compare() -> None:
    """Each format and size in a process of its own, so that one's memory is not another's."""
    print(
        "Each format, the median of three: seconds of CPU, MB and size at 30, 300 and 3,000 notes"
    )
    for name in FORMATS:
        cells = []
        for size in SIZES:
            seconds, memory, length = measured(name, size)
            cells.append(f"{seconds:7.3f} s {memory:5.0f} MB {length / 1000:7.0f} kB")
        print(f"  {name:<16} {'  |  '.join(cells)}", flush=True)


def measured(name: str, notes: int) -> tuple[float, float, int]:
    command = [sys.executable, "-m", "tests.bench.exports", name, str(notes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory, length = json.loads(done.stdout)
    return seconds, memory, length


def make_one(name: str, notes: int) -> None:
    """Print what making took; memory is what it needed beyond the report itself."""
    from tests.bench.held import held
    from workshop.export import report
    from workshop.export.formats import rendered
    from workshop.export.growing import with_growth
    from workshop.insight.growth import growth

    story = held(notes)
    made = with_growth(report(story.place), growth(story.place.log, story.entries))
    before = peak()
    seconds = []
    for _ in range(RUNS):
        began = time.process_time()
        data = rendered(name, made)
        seconds.append(time.process_time() - began)
    print(json.dumps([statistics.median(seconds), peak() - before, len(data)]))


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux tells kB


def beside(server: Server) -> None:
    """The same room twice: alone, and while PDF, deck and workbook of 3,000 notes are made over and over."""
    room = Room(server, PHONES)
    step = filled(room, SIZES[-1])
    idle = part(room, step, "Nothing beside")
    with_exports = part(room, step, "Long exports beside", taking=True)
    ratio = with_exports / idle
    print(f"  acknowledged at p99: {ratio:.2f} x the idle room")
    room.close()
    assert ratio <= MOST, f"{ratio:.2f} x is more than {MOST}"


def filled(room: Room, notes: int) -> str:
    """That many notes, thirty of each phone in a step; then a wall of its own for what is measured."""
    first = step_of(room.finn, "wall")
    kept = {name: first[name] for name in ("method", "layout", "phase", "minutes", "types")}

    def begun() -> str:
        step = new_id()
        room.leads("AddStep", id=step, place=1, title="Again", visibility="live", **kept)
        room.leads("StartStep", step=step)
        return step

    for _ in range(notes // (EACH * PHONES)):
        step = begun()
        for phone in room.phones:
            for number in range(EACH):
                room.crowd.after(number / 8, lambda who=phone, step=step: say(room, who, step))
        room.crowd.rest(EACH / 8 + 1)
        room.finish()
    room.acks.clear()
    return begun()


def say(room: Room, phone: Any, step: str) -> None:
    text = "What I see is one thing of many, and it matters to us here."
    room.act(phone, "AddNote", id=new_id(), step=step, type="idea", text=text)


def part(room: Room, step: str, name: str, *, taking: bool = False) -> float:
    """Notes for half a minute; gives the seconds after which 99 of 100 were acknowledged."""
    over, taken = Event(), []
    taker = Thread(target=take, args=(room, over, taken), daemon=True)
    if taking:
        taker.start()
    for phone in room.phones:
        first = room.crowd.chance.uniform(0, EVERY)
        for turn in range(int(QUIET / EVERY)):
            room.crowd.after(first + turn * EVERY, lambda who=phone: say(room, who, step))
    room.crowd.rest(QUIET)
    room.finish()
    over.set()
    print(line(f"{name}: acknowledged after", room.acks))
    if taking:
        taker.join()
        print(f"  made meanwhile: {len(taken)} files")
    found = sorted(room.acks)[int(len(room.acks) * 0.99)]
    room.acks.clear()
    return found


def take(room: Room, over: Event, taken: list[str]) -> None:
    token = room.meeting.token("facilitator")
    base = f"{room.server.url}/api/workshops/{room.meeting.id}/artifacts"
    for name in cycle(LONG):
        if over.is_set():
            return
        wish = Request(f"{base}/{name}", headers={"Authorization": f"Bearer {token}"})
        with urlopen(wish, timeout=300) as answer:
            answer.read()
        taken.append(name)


if __name__ == "__main__":
    make_one(sys.argv[1], int(sys.argv[2]))
