"""Hours of coming and going: does the server give back what it took? (`make soak`)"""

import time
from pathlib import Path

from tests.bench.phones import Crowd, Phone
from tests.bench.watching import memory, read
from tests.servers.rytme import Server
from tests.simulation.meeting import Meeting, step_of
from workshop.demo.client import new_id

CHURN = 0.1  # of the phones leave and others come, each minute
EVERY = 10.0  # seconds between two things that one phone does


def soak(server: Server, phones: int, minutes: int) -> None:
    """Print memory and descriptors each minute; at the end everyone has left."""
    base = descriptors(server.pid)
    meeting = Meeting(server.url)
    finn = meeting.come("facilitator")
    step = step_of(finn, "wall")
    finn.say("ChangeStep", step=step["id"], visibility="live")
    finn.say("StartStep", step=step["id"])
    crowd = Crowd(server.url, meeting.id, finn.pump)
    for _ in range(phones):
        come(crowd, meeting.token(), step)
    for minute in range(minutes):
        began, until = read(server.pid), time.monotonic() + 60
        crowd.run(lambda end=until: time.monotonic() > end, 300)
        print(
            f"minute {minute + 1}: {memory(server.pid):.0f} MB, {descriptors(server.pid)} descriptors,"
            f" {began.share(read(server.pid)):.2f} of a core",
            flush=True,
        )
        for phone in crowd.chance.sample(crowd.phones, int(phones * CHURN)):
            crowd.remove(phone)
            come(crowd, meeting.token(), step)
    crowd.stop()  # what is compared stands still
    crowd.rest(5)
    diverging = crowd.diverging()
    print(f"{diverging} of {len(crowd.phones)} viewers diverge")
    assert diverging == 0
    crowd.close()
    meeting.close()
    time.sleep(20)  # for connections that HTTP keeps alive
    print(
        f"all left: {memory(server.pid):.0f} MB, {descriptors(server.pid)} descriptors ({base} at first)"
    )


def come(crowd: Crowd, token: str, step: dict[str, str]) -> None:
    phone = crowd.add(token)
    crowd.after(crowd.chance.uniform(1, EVERY), lambda: act(crowd, phone, step, ""))


def act(crowd: Crowd, phone: Phone, step: dict[str, str], held: str) -> None:
    """Write a note, or take the last one back, so that the workshop does not fill up."""
    if phone not in crowd.phones:
        return
    if not phone.live:
        crowd.after(1, lambda: act(crowd, phone, step, held))
        return
    fresh = "" if held else new_id()
    if held:
        phone.command("RemoveNote", lambda _: None, note=held)
    else:
        phone.command(
            "AddNote", lambda _: None, id=fresh, step=step["id"], type="idea", text="Here"
        )
    crowd.after(EVERY, lambda: act(crowd, phone, step, fresh))


def descriptors(pid: int) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
