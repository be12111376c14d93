"""Take the README's pictures from the running product: `make pictures`.

A workshop as the rehearsal has it: people join and write over the real wire, and three devices look on.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.people import LAPTOP, PHONE, Board, Person, Phone
from tests.servers.chromium import launch_options
from tests.servers.rytme import ROOT, Server
from tests.simulation.client import Client, new_id, post
from tests.simulation.meeting import step_of
from workshop.demo.content import Question, content

PICTURES = ROOT / "docs" / "pictures"
HOME = "http://rytme.example"  # what the pictures show; inside the browser it is the server
PEOPLE = 12
LEFT = 192  # seconds on the timer


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        running(Path(folder)) as server,
        chromium(server) as browser,
    ):
        take(server, browser)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    server = Server(folder, RYTME_PUBLIC_URL=HOME).start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def chromium(server: Server) -> Iterator[Browser]:
    at_home = f"--host-resolver-rules=MAP {HOME.removeprefix('http://')} 127.0.0.1:{server.port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(playwright, at_home))
        yield browser
        browser.close()


def take(server: Server, browser: Browser) -> None:
    words = content("en")
    question = words.questions[0]
    made = workshop(server, question)
    finn = come(server, made, "facilitator", "Finn")
    people = [come(server, made, "participant", name) for name in words.names[:PEOPLE]]
    console = Person(browser, HOME, **LAPTOP)
    console.page.goto(made["facilitator_url"])
    console.page.wait_for_url("**/console")
    board = Board(browser, HOME)
    board.opens(made["board_url"])
    phone = Phone(browser, HOME, **PHONE, device_scale_factor=2)
    phone.joins(made["code"], "Ada")

    ask(finn, question)
    write(people, finn, question)
    phone.writes("A neighbour who knocks the first evening")
    phone.types("Who has the key to the medicine cabinet?")
    shoot(console, "console")
    shoot(phone, "phone")

    finn.say("RevealNotes", step=step_of(finn, "wall")["id"])
    board.sees("knocks the first evening")
    board.page.wait_for_timeout(2500)  # the notes come one after another
    shoot(board, "board")


def workshop(server: Server, question: Question) -> dict[str, Any]:
    wish = {"title": question.title, "purpose": question.purpose, "recipe": "mini-cycle"}
    status, made = post(server.url, "/api/workshops", wish)
    assert status == 201, made
    return made


def come(server: Server, made: dict[str, Any], role: str, name: str) -> Client:
    knock = {"role": role, "name": name}
    if role == "facilitator":
        knock["key"] = made["facilitator_key"]
    status, joined = post(server.url, f"/api/workshops/{made['code']}/join", knock)
    assert status == 200, joined
    return Client(server.url, made["id"], joined["token"], role).open()


def ask(finn: Client, question: Question) -> None:
    writing = step_of(finn, "wall")
    finn.say("ChangeStep", step=writing["id"], prompt=question.question)
    finn.say("StartStep", step=writing["id"])
    finn.say("StartTimer", seconds=LEFT)


def write(people: list[Client], finn: Client, question: Question) -> None:
    """Two notes each, the same in every run."""
    step = step_of(finn, "wall")
    notes = random.Random(4).sample(question.notes, 2 * len(people))
    for person, note in zip(people * 2, notes, strict=True):
        person.pump()
        kind = note.type if note.type in step["types"] else step["types"][0]
        person.say("AddNote", id=new_id(), step=step["id"], type=kind, text=note.text)


def shoot(person: Person, name: str) -> None:
    person.page.wait_for_timeout(700)  # letters and drawings have come, nothing moves
    person.page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png")


if __name__ == "__main__":
    main()
