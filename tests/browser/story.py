"""The mini cycle as a room lives it, through bad moments: facilitator, board and three phones."""

import json
import re
from hashlib import sha256
from typing import Any, NamedTuple

from playwright.sync_api import Browser, expect

from tests.browser.agreeing import agree, nowhere
from tests.browser.people import Board, Facilitator, Person, Phone, trouble
from tests.servers.proxy import Proxy
from tests.servers.rytme import Server
from workshop.export import FORMATS

CALL = "Someone calls the day after"
LIST = "One list of medicines"
NUMBER = "A number that is answered"
THOUGHT = "Half a thought, finished"
AWAY = "Written while the server was away"
ANSWERS = "Someone answers"
DECISION = "We call everyone the day after"
ACTION = "Make the list of calls"
FILES = {*FORMATS, "workshop.schema.json"}


class Room(NamedTuple):
    """Who takes part, on which server; bo's phone stands behind bad wifi."""

    server: Server
    wifi: Proxy
    finn: Facilitator
    board: Board
    ada: Phone
    bo: Phone
    cy: Phone

    @property
    def phones(self) -> tuple[Phone, ...]:
        return self.ada, self.bo, self.cy

    @property
    def everyone(self) -> tuple[Person, ...]:
        return self.finn, self.board, *self.phones

    def agrees(self) -> None:
        agree(self.server.url, *self.everyone)


def gather(browser: Browser, server: Server, wifi: Proxy, home: str, wifi_home: str) -> Room:
    """The workshop is made, the console and the board are open; the phones are still dark."""
    finn, board = Facilitator(browser, home), Board(browser, home)
    phones = [Phone(browser, at) for at in (home, wifi_home, home)]
    finn.makes_a_workshop("Safe at home", "What makes the first days at home unsafe?")
    finn.opens_the_console()
    board.opens(finn.board_link)
    board.sees("Welcome")
    return Room(server, wifi, finn, board, *phones)


def hold_a_mini_cycle(room: Room) -> None:
    room.finn.sees("Ada")
    room.finn.press("Start")  # the question
    room.finn.goes_on()
    write_alone(room)
    read_together(room)
    room.finn.goes_on()
    cluster(room)
    room.finn.goes_on()
    vote(room)
    room.finn.goes_on()
    act(room)
    room.finn.goes_on()
    close(room)
    check_the_artifact(room)
    for person in room.everyone:
        assert person.watch.faults == []


def write_alone(room: Room) -> None:
    finn, board, ada, bo, cy = room.everyone
    ada.writes(CALL, NUMBER)
    with trouble(bo):
        room.wifi.mode = "cut"
        bo.writes(LIST)
        bo.sees("1 note is not saved yet")
        room.wifi.mode = "pass"
        bo.sees("All saved.")
    cy.types("Half a thou")
    cy.page.reload()
    expect(cy.page.locator("#composer")).to_have_value("Half a thou")
    cy.writes(THOUGHT)
    board.sees("4 notes written")
    nowhere(CALL, finn, board, bo, cy)
    nowhere(LIST, finn, board, ada, cy)
    with trouble(*room.everyone):
        room.server.kill()
        ada.writes(AWAY)
        ada.sees("1 note is not saved yet")
        room.server.start()
        ada.sees("All saved.")
    board.sees("5 notes written")
    room.agrees()


def read_together(room: Room) -> None:
    room.finn.answers("Reveal", "Reveal")
    for phone in room.phones:
        phone.sees("All notes 5")
    for text in (CALL, NUMBER, LIST, THOUGHT, AWAY):
        room.board.sees(text)
        for phone in room.phones:
            phone.sees(text)


def cluster(room: Room) -> None:
    room.bo.moves(CALL)
    room.ada.sees("No name yet")
    room.ada.moves(NUMBER, to="No name yet")
    room.bo.names_a_cluster(ANSWERS)
    room.ada.sees(ANSWERS)
    room.board.sees(ANSWERS)
    room.agrees()


def vote(room: Room) -> None:
    room.finn.press("Open the vote")
    room.board.sees("3 may vote")
    for phone in room.phones:
        phone.gives_a_dot(ANSWERS)
        phone.sees(re.compile(r"of \d dots? left"))
    room.board.sees("3 have voted")
    for other in (room.finn, room.board):
        assert '"kind":"ballot"' not in other.held()
    room.finn.answers("Close the vote", "Close the vote")
    for person in room.everyone:
        expect(person.page.locator(".result").first).to_contain_text(ANSWERS)
    room.finn.decides(DECISION)
    room.agrees()


def act(room: Room) -> None:
    room.ada.writes_an_action(ACTION)
    room.ada.takes_on(ACTION, "Ada")
    room.board.sees(ACTION)
    room.board.sees("Ada")
    room.agrees()


def close(room: Room) -> None:
    room.finn.closes_the_workshop()
    room.board.sees("The workshop is closed.")
    for phone in room.phones:
        phone.sees("Thank you. The workshop is closed.")
    room.agrees()
    room.cy.page.get_by_role("link", name="See the results").click()
    room.cy.sees(DECISION)


def check_the_artifact(room: Room) -> None:
    """What is downloaded is what was saved, and holds what the room made."""
    folder = room.server.artifact()
    assert {path.name for path in folder.iterdir()} == {*FILES, "manifest.json"}
    listed = json.loads((folder / "manifest.json").read_bytes())["files"]
    assert {name: it["sha256"] for name, it in listed.items()} == {
        name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES
    }
    downloaded = room.finn.downloads("workshop.json")
    assert downloaded == (folder / "workshop.json").read_bytes()
    assert outcome(json.loads(downloaded)) == {
        "notes": sorted(
            [(CALL, ANSWERS), (NUMBER, ANSWERS), (LIST, ""), (THOUGHT, ""), (AWAY, "")]
        ),
        "result": (ANSWERS, 3),
        "decisions": [DECISION],
        "actions": [(ACTION, "Ada")],
        "never_revealed": 0,
    }


def outcome(saved: dict[str, Any]) -> dict[str, Any]:
    titles = {cluster["id"]: cluster["title"] for cluster in saved["clusters"]}
    first = saved["votes"][0]["results"][0]
    return {
        "notes": sorted((it["text"], titles.get(it["cluster"], "")) for it in saved["notes"]),
        "result": (first["title"], first["dots"]),
        "decisions": [it["text"] for it in saved["decisions"]],
        "actions": [(it["what"], it["who"]) for it in saved["actions"]],
        "never_revealed": saved["workshop"]["never_revealed"],
    }
