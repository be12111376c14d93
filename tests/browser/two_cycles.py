"""Two cycles as a room lives them: collected before, led by two, one laptop lost, and opened once more."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.agreeing import agree, nowhere
from tests.browser.people import PHONE, Board, Facilitator, Person, Phone, Seat, trouble
from tests.export.readers import READERS, ending
from tests.servers.ahead import time_comes_to
from tests.servers.proxy import Proxy
from tests.servers.rytme import Server
from tests.simulation.meeting import step_of
from workshop.demo.client import Client

QUESTION = "What makes the first days at home unsafe?"
EARLY = "Thought of at home"
LATE = "A minute too late"
CALL = "Nobody calls the day after"
NUMBER = "A number that is answered"
LIST = "Three lists of medicines"
BLUNT = "It is all the fault of the ward"
REASON = "Say what happened, not whose fault it is"
THREE = "Three ways to ask"
PAPER = "Written for her on paper"
POLL = "Shall we take two more minutes?"
ANSWERS = "Someone answers"
WRONG = "Miscellaneous"
FIRST = "We call everyone the day after"
SHARPER = "Who calls, and when?"
NURSE = "The nurse who knew them calls"
NOON = "Before noon"
LISTED = "A call before noon"
SECOND = "The nurse who knew them calls before noon"
ACTION = "Make the list of calls"


@dataclass
class Room:
    """Who takes part; eva's phone, a console too, stands behind bad wifi."""

    server: Server
    wifi: Proxy
    finn: Facilitator
    eva: Facilitator
    board: Board
    ada: Phone
    bo: Phone
    cy: Phone
    dee: Phone
    here: list[Person] = field(default_factory=list)

    def agrees(self) -> None:
        agree(self.server.url, *self.here)

    def sees(self, text: str) -> None:
        for person in self.here:
            person.sees(text)


def hold_two_cycles(room: Room) -> None:
    collect_before_the_meeting(room)
    come_in(room)
    press_at_once(room)
    write(room)
    ask_while_writing(room)
    hold_back(room)
    glide(room)
    cluster(room)
    vote_without_the_laptop(room)
    open_once_more(room)
    look_back(room)
    decide_again(room)
    close(room)
    check_the_outcome(room)


def gather(browser: Browser, server: Server, wifi: Proxy) -> Room:
    finn, board = Facilitator(browser, server.url), Board(browser, server.url)
    eva = Facilitator(browser, wifi.url, **PHONE)
    finn.makes_a_workshop("Safe at home", QUESTION)
    finn.page.get_by_role("link", name="Look over the agenda").click()
    finn.page.wait_for_url("**/plan")
    return Room(server, wifi, finn, eva, board, *(Phone(browser, server.url) for _ in range(4)))


def collect_before_the_meeting(room: Room) -> None:
    """By the invitation, with no facilitator there; the writers are told who reads."""
    finn, until = room.finn, next_full_minute(30)
    wire = Client(room.server.url, finn.workshop, finn.token("facilitator"), "facilitator").open()
    step = step_of(wire, "wall")["id"]
    wire.say("ChangeStep", step=step, readers="facilitator", moderated=True)
    assert wire.say("CollectNotes", step=step, until=until)["ok"]
    wire.close()
    for phone, name in ((room.ada, "Ada"), (room.bo, "Bo")):
        phone.comes_by_invitation(finn.invite_link, name)
        phone.sees("You can write until")
    room.ada.writes(EARLY)
    room.bo.types(LATE)
    time_comes_to(room.server, finn.workshop, until)
    room.bo.adds()
    room.bo.sees("Notes were collected until the deadline, and it has passed.")
    room.bo.press("Keep it until the step opens")
    expect(room.bo.page.locator("#composer")).to_have_value(LATE)


def next_full_minute(ahead: int) -> str:
    """The first that is so many seconds away."""
    when = datetime.now(UTC) + timedelta(seconds=ahead + 60)
    return when.replace(second=0, microsecond=0).isoformat(timespec="milliseconds")


def come_in(room: Room) -> None:
    finn, eva = room.finn, room.eva
    finn.opens_the_console()
    eva.comes_by_the_link(finn.facilitator_link, "Eva")
    room.board.opens(finn.board_link)
    room.cy.joins(finn.code, "Cy")
    room.dee.joins(finn.code, "Dee")
    finn.adds_a_seat("Berit")
    close_the_door(room)
    room.here = [finn, eva, room.board, room.ada, room.bo, room.cy, room.dee]
    room.agrees()


def close_the_door(room: Room) -> None:
    """A fifth phone waits outside with the code in its hand, then looks in for a moment."""
    room.eva.turns_the_door("The door is open", "Close the door")
    fay = Phone(room.ada.context.browser, room.server.url)
    with fay.watch.trouble():  # the answer is a 404 that the story asks for
        fay.knocks(room.finn.code, "Fay")
        fay.sees("That code is not open. Check it once more.")
    expect(fay.page.locator("[name=code]")).to_have_value(re.compile(room.finn.code[-3:]))
    expect(fay.page.locator("[name=name]")).to_have_value("Fay")
    room.eva.turns_the_door("The door is closed", "Open the door")
    fay.page.locator("main button").click()
    fay.page.wait_for_url("**/w/*")
    fay.leave()
    assert fay.watch.faults == []


def press_at_once(room: Room) -> None:
    """Neither has heard of the other when they press: one goes on, the other reads why not."""
    room.finn.press("Start")
    room.eva.is_in("The question")
    with trouble(room.eva):
        room.wifi.mode = "blackhole"
        room.eva.press("Next")
        room.finn.goes_on()
        room.wifi.mode = "pass"
    room.eva.sees("The room is in “Silent notes” by now. Look at the agenda, then choose again.")
    room.finn.is_in("Silent notes")
    room.eva.is_in("Silent notes")


def write(room: Room) -> None:
    room.bo.sees("Only you and the facilitator see this until we reveal.")
    expect(room.bo.page.locator("#composer")).to_have_value(LATE)
    room.bo.adds()
    room.bo.writes(CALL)
    room.cy.writes(LIST)
    room.dee.writes(BLUNT)
    berit = Seat(room.eva, "Berit")
    berit.writes(PAPER)
    room.eva.page.bring_to_front()  # a tab behind another is drawn once a second
    room.here.append(berit)
    room.agrees()
    nowhere(EARLY, room.board, room.bo, room.cy, room.dee, berit)


def ask_while_writing(room: Room) -> None:
    """The thought under the thumb stays where it is."""
    room.ada.types(NUMBER)
    room.eva.asks(POLL)
    room.ada.answers("Yes")
    expect(room.ada.page.locator("#composer")).to_have_value(NUMBER)
    room.ada.adds()
    room.bo.answers("Yes")
    room.cy.answers("No")
    room.dee.answers("Yes")
    room.eva.sees("4 of 6 have answered")
    room.eva.answers("Close the question", "Close the question")
    room.board.sees("4 of 6 answered")
    room.agrees()


def hold_back(room: Room) -> None:
    """Who wrote it stays unknown; the writer reads why; nobody else ever has it."""
    room.finn.holds_back(BLUNT, REASON)
    room.dee.page.locator("summary", has_text="A facilitator has hidden a note of yours.").click()
    room.dee.sees(REASON)
    room.agrees()
    nowhere(BLUNT, room.board, room.ada, room.bo, room.cy)


def glide(room: Room) -> None:
    """The room goes on, and cy's thumb writes on; then all is read."""
    room.cy.page.locator("#composer").focus()
    room.cy.page.keyboard.type("Three ways ")
    room.finn.goes_on_by("keep this step open")
    room.cy.page.locator(".still-open textarea:focus").wait_for()
    room.cy.page.keyboard.type("to ask")
    room.cy.page.keyboard.press("Control+Enter")
    room.cy.is_live()
    room.finn.answers("Reveal", "Reveal")
    room.finn.press("Finish it: “Silent notes”")
    for text in (EARLY, LATE, CALL, NUMBER, LIST, PAPER, THREE):
        room.board.sees(text)
    room.agrees()
    nowhere(BLUNT, room.board, room.ada, room.bo, room.cy)


def cluster(room: Room) -> None:
    room.bo.moves(CALL)
    room.ada.sees("No name yet")
    room.ada.moves(NUMBER, to="No name yet")
    room.bo.names_a_cluster(ANSWERS)
    room.ada.sees(ANSWERS)
    room.ada.moves(LIST, to=ANSWERS)
    room.ada.undoes("Note moved.")
    room.finn.names_anew(ANSWERS, WRONG)
    room.board.sees(WRONG)
    room.eva.undoes("named a cluster")
    room.board.sees(ANSWERS)
    room.agrees()
    assert in_clusters(room.ada) == {ANSWERS: {CALL, NUMBER}}


def in_clusters(person: Person) -> dict[str, set[str]]:
    records = [json.loads(line) for line in person.held().splitlines()]
    notes = [it for it in records if it["kind"] == "note"]
    return {
        it["title"]: {note["text"] for note in notes if note["cluster"] == it["id"]}
        for it in records
        if it["kind"] == "cluster"
    }


def vote_without_the_laptop(room: Room) -> None:
    """Finn leads, opens the vote, and is gone; nobody leads by himself until eva takes it."""
    finn, eva, berit = room.finn, room.eva, room.here[-1]
    finn.more("All lead")
    finn.takes_the_lead()
    finn.goes_on()
    finn.press("Open the vote")
    for voter in (room.ada, room.bo, berit):
        voter.gives_a_dot(ANSWERS)
        voter.sees(re.compile(r"of \d dots? left"))
    room.cy.gives_a_dot(LIST)
    room.agrees()
    room.here.remove(finn)
    finn.leave()
    eva.sees("and moves the room.")
    eva.takes_the_lead()
    eva.answers("Close the vote", "Close the vote")
    for person in room.here:
        expect(person.page.locator(".result").first).to_contain_text(ANSWERS)
    room.board.sees("1 of 6 votes without a phone")
    eva.decides(FIRST)
    room.agrees()


def open_once_more(room: Room) -> None:
    """What was chosen goes on; what came before stays as it was."""
    eva = room.eva
    eva.goes_on_by("New cycle from here")
    eva.dialog().get_by_text("Notes standing alone").click()
    eva.dialog().get_by_label(LIST).check()
    eva.dialog().get_by_label("The question, sharper").fill(SHARPER)
    eva.dialog().get_by_role("button", name="Make the cycle").click()
    eva.goes_on()
    for phone in (room.ada, room.dee):
        phone.sees(SHARPER)
        phone.sees(LIST)
    room.ada.writes(NURSE)
    room.dee.writes(NOON)
    eva.answers("Reveal", "Reveal")
    room.board.sees(NURSE)
    room.agrees()
    assert in_clusters(room.ada)[ANSWERS] == {CALL, NUMBER}


def look_back(room: Room) -> None:
    """The cycle before, on a phone, on the console, and on the board by the spotlight."""
    room.ada.press("Menu")
    room.ada.press("What we have so far")
    before = room.ada.dialog().get_by_role("heading", name="Cycle 1", exact=True).locator("..")
    before.locator("summary").filter(has_text="Dot vote").click()
    before.get_by_text(FIRST).wait_for()
    room.ada.press("Back to the task")
    room.eva.looks_at("Silent notes")
    room.eva.press("Read what was made")
    room.eva.dialog().get_by_text(EARLY).wait_for()
    room.eva.press("Done reading")
    room.eva.looks_at("Dot vote")
    room.eva.press("Read what was made")
    room.eva.press("Put in the spotlight")
    expect(room.board.page.locator(".spotlight .result").first).to_contain_text(ANSWERS)
    room.eva.page.get_by_role("main").get_by_role("button", name="End the spotlight").click()
    expect(room.board.page.locator(".spotlight")).to_have_count(0)


def decide_again(room: Room) -> None:
    eva = room.eva
    eva.goes_on()
    room.dee.moves(NOON)
    eva.names_a_cluster(LISTED)
    eva.goes_on()
    eva.press("Open the vote")
    for phone in (room.ada, room.bo, room.cy, room.dee):
        phone.gives_a_dot(LISTED)
    eva.answers("Close the vote", "Close the vote")
    eva.decides(SECOND)
    eva.goes_on()
    room.ada.writes_an_action(ACTION)
    room.ada.takes_on(ACTION, "Ada")
    room.board.sees("Ada")
    room.agrees()


def close(room: Room) -> None:
    room.eva.more("Close the workshop")
    room.eva.dialog().get_by_role("button", name="Close the workshop", exact=True).click()
    room.board.sees("The workshop is closed.")
    for phone in (room.ada, room.bo, room.cy, room.dee):
        phone.sees("Thank you. The workshop is closed.")
    room.agrees()
    nowhere(BLUNT, room.board, room.ada, room.bo, room.cy)


def check_the_outcome(room: Room) -> None:
    folder = room.server.artifact()
    for path in folder.iterdir():
        assert BLUNT not in READERS[ending(path.name)](path.read_bytes()), path.name
    downloaded = room.eva.downloads("workshop.json")
    assert downloaded == (folder / "workshop.json").read_bytes()
    assert outcome(json.loads(downloaded)) == {
        "cycles": [(1, QUESTION), (2, SHARPER)],
        "notes": {
            (1, "", EARLY),
            (1, "", LATE),
            (1, "", LIST),
            (1, "", PAPER),
            (1, "", THREE),
            (1, ANSWERS, CALL),
            (1, ANSWERS, NUMBER),
            (2, "", LIST),
            (2, "", NURSE),
            (2, ANSWERS, CALL),
            (2, ANSWERS, NUMBER),
            (2, LISTED, NOON),
        },
        "polls": [(POLL, 6, {"yes": 3, "no": 1})],
        "votes": [(ANSWERS, 3, 6, 1), (LISTED, 4, 6, 1)],
        "decisions": [FIRST, SECOND],
        "actions": [(ACTION, "Ada")],
        "seats": 1,
        "held_back": 1,
    }


def outcome(saved: dict[str, Any]) -> dict[str, Any]:
    cycle = {step["id"]: step["cycle"] for step in saved["agenda"]}
    title = {"": "", **{it["id"]: it["title"] for it in saved["clusters"]}}
    return {
        "cycles": [(it["number"], it["question"]) for it in saved["cycles"]],
        "notes": {(cycle[it["step"]], title[it["cluster"]], it["text"]) for it in saved["notes"]},
        "polls": [
            (it["question"], it["asked"], {a["answer"]: a["count"] for a in it["results"]})
            for it in saved["polls"]
        ],
        "votes": [
            (it["results"][0]["title"], it["results"][0]["dots"], it["electorate"], it["seats"])
            for it in saved["votes"]
        ],
        "decisions": [it["text"] for it in saved["decisions"]],
        "actions": [(it["what"], it["who"]) for it in saved["actions"]],
        "seats": saved["workshop"]["seats"],
        "held_back": saved["workshop"]["held_back"],
    }
