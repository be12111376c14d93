"""Co-creation as a room lives it: needs, a goal that moves, options beside each other, and who does what."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Browser, Locator

from tests.browser.agreeing import agree, nowhere
from tests.browser.measures import FINGER
from tests.browser.people import Board, Facilitator, Person, Phone
from tests.servers.rytme import Server

PURPOSE = "How do we help people who come home from hospital, together?"
HOPE = "Ada, and I hope for one promise"
NEED = "Someone answers in the evening"
KEYS = "A key that more than one person has"
MEALS = "Warm meals the first week"
EARLY = "An app for everything"
GOAL = "Nobody is alone with a question the first week"
SHARPER = "Nobody is alone with a question the first two weeks"
REASON = "The second week is the hardest"
CALL = "Call everyone the day after"
RING = "A neighbour rings the bell"
NUMBER = "One number for all questions"
CALLED = "Someone calls the day after"
ANSWERED = "One number that is answered"
WITH_KEYS = "Share the keys by contract"
FOR = "It can begin tomorrow"
AGAINST = "It costs an evening shift"
NOTHING = "Do nothing: go on as today"
DROPPED = "It changes nothing for anyone"
TEXT = "We share one number that is answered until nine in the evening."
AMENDED = "We share one number that is answered until nine, weekends too."
RESERVED = "Who answers at weekends?"
ACTION = "Order the number"
LESSON = "Writing alone first"
HARDER = "Choosing among good things"


@dataclass
class Room:
    """Who takes part, on which server."""

    server: Server
    finn: Facilitator
    board: Board
    ada: Phone
    bo: Phone
    cy: Phone
    dee: Phone

    @property
    def phones(self) -> tuple[Phone, ...]:
        return self.ada, self.bo, self.cy, self.dee

    @property
    def everyone(self) -> tuple[Person, ...]:
        return self.finn, self.board, *self.phones

    def agrees(self) -> None:
        agree(self.server.url, *self.everyone)

    def sees(self, text: str | re.Pattern[str]) -> None:
        for person in self.everyone:
            person.sees(text)

    def goes_on(self, step: str) -> None:
        self.finn.goes_on()
        self.finn.is_in(step)

    def closes_the_marks(self) -> None:
        """When all four phones have given theirs."""
        for phone in self.phones:
            phone.is_live()
        self.finn.sees("4 have answered")
        self.finn.answers("Close and show the answers", "Close it")


def gather(browser: Browser, server: Server) -> Room:
    """From three questions to a workshop, and everyone has come."""
    finn, board = Facilitator(browser, server.url), Board(browser, server.url)
    finn.asks_for_a_proposal(PURPOSE, minutes=120, people=5)
    finn.sees("After the recipe “Co-creation meeting”")
    finn.takes_the_proposal("Home together")
    finn.opens_the_console()
    board.opens(finn.board_link)
    phones = [Phone(browser, server.url) for _ in range(4)]
    for phone, name in zip(phones, ("Ada", "Bo", "Cy", "Dee"), strict=True):
        phone.joins(finn.code, name)
    return Room(server, finn, board, *phones)


def hold_co_creation(room: Room) -> None:
    for part in PARTS:
        part(room)


def check_in(room: Room) -> None:
    room.finn.press("Start")
    room.finn.is_in("Check-in")
    room.ada.writes(HOPE)
    for person in (room.finn, room.board, room.bo):
        person.sees(HOPE)


def pulse(room: Room) -> None:
    """Before: the four stand at 1, 2, 2, 3 in what they understand."""
    room.goes_on("Pulse")
    room.finn.press("Open the poll")
    narrowest = min(mark.bounding_box()["width"] for mark in faces(room.ada))
    assert narrowest >= FINGER
    for phone, clear, keen in zip(room.phones, (1, 2, 2, 3), (3, 3, 4, 4), strict=True):
        marks(phone, "I understand").nth(clear - 1).tap()
        marks(phone, "I feel like").nth(keen - 1).tap()
    room.closes_the_marks()
    room.board.sees("4 of 4 answered")


def marks(phone: Phone, of: str) -> Locator:
    """The marks of a thing or of a scale, the lowest first."""
    return phone.page.get_by_role("group", name=of).locator(".mark")


def faces(phone: Phone) -> list[Locator]:
    """What is drawn of each mark, once there is any."""
    phone.page.locator(".mark-face").first.wait_for()
    return phone.page.locator(".mark-face").all()


def needs(room: Room) -> None:
    """Alone and hidden; what is a solution already lies in a tray of its own."""
    room.goes_on("Needs")
    room.ada.writes(NEED)
    room.bo.writes(KEYS)
    room.cy.writes(MEALS)
    room.dee.page.locator(".type", has_text="Early solution").tap()
    room.dee.writes(EARLY)
    room.board.sees("4 notes written")
    nowhere(EARLY, room.finn, room.board, room.ada)
    room.finn.answers("Reveal", "Reveal")
    for person in room.everyone:
        for text in (NEED, EARLY, "Early solutions"):
            person.sees(text)


def goal(room: Room) -> None:
    """One writes it; in secret they say how sure they are; then it moves, with its reason."""
    room.goes_on("The goal")
    writes_the_goal(room.bo, GOAL)
    room.board.sees(GOAL)
    room.finn.press("Ask how sure we are")
    for phone, sure in zip(room.phones, (2, 3, 4, 4), strict=True):
        marks(phone, "How sure are you").nth(sure - 1).tap()
    room.closes_the_marks()
    room.cy.sees("How sure the room was: 3.5 of 5 in the middle")
    writes_the_goal(room.cy, SHARPER, because=REASON)
    room.sees(SHARPER)
    room.agrees()


def writes_the_goal(phone: Phone, text: str, because: str = "") -> None:
    phone.page.locator("[data-layout=form] .button--wide").tap()
    phone.page.get_by_label("The goal – ").fill(text)
    if because:
        phone.page.get_by_label("Why this version?").fill(because)
    phone.page.locator("[data-layout=form] button[type=submit]").tap()
    phone.is_live()


def options(room: Room) -> None:
    room.goes_on("Options")
    room.ada.sees(SHARPER)
    room.ada.writes(CALL)
    room.bo.writes(RING)
    room.cy.writes(NUMBER)
    room.finn.answers("Reveal", "Reveal")
    room.board.sees(NUMBER)


def rest(room: Room) -> None:
    room.goes_on("Break")
    room.board.sees("A break. When do we begin again?")


def clusters(room: Room) -> None:
    room.goes_on("Clusters")
    room.ada.moves(CALL)
    room.bo.sees("No name yet")
    room.bo.moves(RING, to="No name yet")
    room.ada.names_a_cluster(CALLED)
    room.bo.sees(CALLED)
    room.cy.moves(NUMBER)
    room.finn.names_a_cluster(ANSWERED)
    room.board.sees(ANSWERED)
    room.agrees()


def compare(room: Room) -> None:
    """The clusters and one more, beside doing nothing: for and against, hidden; then marks in secret."""
    room.goes_on("Options compared")
    finn = room.finn
    finn.press("Take rows from the clusters")
    for title in (CALLED, ANSWERED):
        finn.dialog().get_by_label(title).check()
    finn.dialog().get_by_role("button", name="Take 2 rows").click()
    room.dee.press("Write a row")
    room.dee.page.get_by_label("Option").fill(WITH_KEYS)
    room.dee.press("Add")
    for person in room.everyone:
        for title in (CALLED, ANSWERED, WITH_KEYS, NOTHING):
            person.sees(title)
    says(room.ada, CALLED, "For", FOR)
    says(room.bo, ANSWERED, "Against", AGAINST)
    nowhere(FOR, room.board, room.finn, room.cy)
    finn.answers("Reveal", "Reveal")
    room.board.sees(AGAINST)
    finn.press("Open the scoring")
    for phone in room.phones:
        score(phone)
    room.closes_the_marks()
    choose(finn)
    room.board.sees(DROPPED)
    room.agrees()


def says(phone: Phone, row: str, side: str, text: str) -> None:
    phone.press(f"Say something for or against “{row}”")
    phone.page.locator("li.row .type").filter(has_text=re.compile(f"^{side}$")).tap()
    phone.page.locator("li.row textarea").fill(text)
    phone.press("Add")
    phone.press("Done here")
    phone.is_live()


SCALES = ("Does good", "Can be done", "Still works")
SCORES = {CALLED: (3, 4, 3), ANSWERED: (5, 4, 4), WITH_KEYS: (2, 2, 4), NOTHING: (1, 5, 1)}


def score(phone: Phone) -> None:
    """All four alike, so that their middles are these."""
    for title, values in SCORES.items():
        for scale, value in zip(SCALES, values, strict=True):
            marks(phone, f"{title}: {scale}").nth(value - 1).tap()


def choose(finn: Facilitator) -> None:
    for title in (ANSWERED, CALLED):
        keep_or_drop(finn, title).get_by_role("button", name="Keep").click()
    keep_or_drop(finn, NOTHING).get_by_role("button", name="Drop").click()
    finn.dialog().get_by_role("button", name="Drop it").click()
    finn.sees("Say why it is dropped.")
    finn.dialog().get_by_label("Why?").fill(DROPPED)
    finn.dialog().get_by_role("button", name="Drop it").click()


def keep_or_drop(finn: Facilitator, title: str) -> Locator:
    return finn.page.get_by_role("group", name=f"Keep or drop “{title}”")


def agree_on_it(room: Room) -> None:
    """The level is set before; one stands against it, says why, and the text is amended until all can carry it."""
    room.goes_on("Gradients of agreement")
    finn = room.finn
    finn.page.get_by_label("The text, word by word").fill(TEXT)
    finn.page.get_by_label("nobody at 7 or 8", exact=True).check()
    finn.press("Open the poll")
    for phone, mark in zip(room.phones, (1, 2, 3, 7), strict=True):
        phone.sees(TEXT)
        phone.page.locator(".mark").nth(mark - 1).tap()
    room.dee.page.get_by_text("Say what stands in the way").tap()
    room.dee.writes(RESERVED)
    room.closes_the_marks()
    room.sees("Not reached")
    finn.answers("Reveal 1 note", "Reveal")
    room.board.sees(RESERVED)
    finn.page.get_by_label("The text, amended").fill(AMENDED)
    finn.press("Poll version 2")
    for phone, mark in zip(room.phones, (1, 1, 2, 3), strict=True):
        phone.sees(AMENDED)
        phone.page.locator(".mark").nth(mark - 1).tap()
    room.closes_the_marks()
    room.sees(re.compile("^Reached"))
    finn.decides(AMENDED)
    room.agrees()


def act(room: Room) -> None:
    room.goes_on("Actions")
    room.ada.sees(AMENDED)
    room.bo.writes_an_action(ACTION, due=next_year())
    room.ada.takes_on(ACTION, "Ada")
    room.board.sees("accepted")
    room.agrees()


def next_year() -> str:
    return f"{datetime.now(UTC).year + 1}-01-15"


def learn(room: Room) -> None:
    room.goes_on("What we learned")
    room.ada.writes(LESSON)
    room.dee.page.locator(".type", has_text="Was hard").tap()
    room.dee.writes(HARDER)
    nowhere(LESSON, room.board, room.dee)
    room.finn.answers("Reveal", "Reveal")
    room.sees(HARDER)


def pulse_again(room: Room) -> None:
    """After: 4, 4, 5, 5; what was asked before stands beside it."""
    room.goes_on("Check-out")
    room.finn.press("Open the poll")
    for phone, clear in zip(room.phones, (4, 4, 5, 5), strict=True):
        marks(phone, "I understand").nth(clear - 1).tap()
        marks(phone, "I feel like").nth(3).tap()
    room.closes_the_marks()
    room.sees("Before: 2, +2.5 since")


def close(room: Room) -> None:
    room.finn.closes_the_workshop()
    room.board.sees("The workshop is closed.")
    for phone in room.phones:
        phone.sees("Thank you. The workshop is closed.")
    room.agrees()
    room.cy.page.get_by_role("link", name="See the results").tap()
    for text in (SHARPER, ANSWERED, AMENDED, ACTION, LESSON):
        room.cy.sees(text)


def check_the_artifact(room: Room) -> None:
    folder = room.server.artifact()
    downloaded = room.finn.downloads("workshop.json")
    assert downloaded == (folder / "workshop.json").read_bytes()
    saved = json.loads(downloaded)
    assert notes_in(saved) == NOTES
    assert sheets_in(saved) == [(1, GOAL, "", "3.5"), (2, SHARPER, REASON, "")]
    assert clear_in(saved) == [("2", [1, 2, 1, 0, 0]), ("4.5", [0, 0, 0, 2, 2])]
    assert order_in(saved) == [
        # (2 · use + doable + lasts) / 4, the first scale counting double
        (ANSWERED, "4.5", "keep", ""),
        (CALLED, "3.25", "keep", ""),
        (WITH_KEYS, "2.5", "", ""),
        (NOTHING, "2", "drop", DROPPED),
    ]
    assert versions_in(saved) == [
        (1, TEXT, "none_opposed", "no", [1, 1, 1, 0, 0, 0, 1, 0]),
        (2, AMENDED, "none_opposed", "yes", [2, 1, 1, 0, 0, 0, 0, 0]),
    ]
    assert [it["text"] for it in saved["decisions"]] == [AMENDED]
    assert actions_in(saved) == [(ACTION, "Ada", next_year(), True)]


NOTES = {
    ("Check-in", "Ada", "", HOPE),
    ("Needs", "", "", NEED),
    ("Needs", "", "", KEYS),
    ("Needs", "", "", MEALS),
    ("Needs", "", "solution", EARLY),
    ("Options", "", CALLED, CALL),
    ("Options", "", CALLED, RING),
    ("Options", "", ANSWERED, NUMBER),
    ("Options compared", "", CALLED, FOR),
    ("Options compared", "", ANSWERED, AGAINST),
    ("Gradients of agreement", "", "", RESERVED),
    ("What we learned", "", "worked", LESSON),
    ("What we learned", "", "hard", HARDER),
}


def notes_in(saved: dict[str, Any]) -> set[tuple[str, str, str, str]]:
    """(step, name, where it lies, text) of each."""
    step = {it["id"]: it for it in saved["agenda"]}
    title = {it["id"]: it["title"] for kind in ("clusters", "rows") for it in saved[kind]}

    def lies(note: dict[str, Any]) -> str:
        tray = note["type"] if note["type"] in step[note["step"]]["trays"] else ""
        return tray or note["column"] or title.get(note["cluster"] or note["about"], "")

    return {(step[it["step"]]["title"], it["name"], lies(it), it["text"]) for it in saved["notes"]}


def sheets_in(saved: dict[str, Any]) -> list[tuple[int, str, str, str]]:
    """(version, text, reason, how sure the room was of it) of each."""
    middle = {it["id"]: it["results"][0]["median"] for it in saved["scorings"]}
    return [
        (it["version"], it["fields"][0]["text"], it["reason"], middle.get(it["confidence"], ""))
        for it in saved["sheets"]
    ]


def clear_in(saved: dict[str, Any]) -> list[tuple[str, list[int]]]:
    """What the room understood, before and after."""
    results = [result for it in saved["scorings"] for result in it["results"]]
    return [(it["median"], it["counts"]) for it in results if it["scale"] == "clear"]


def order_in(saved: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    chosen = {it["item"]: (it["choice"], it["reason"]) for it in saved["choices"]}
    (weighed,) = saved["weighings"]
    return [
        (it["title"], it["score"], *chosen.get(it["item"], ("", ""))) for it in weighed["items"]
    ]


def versions_in(saved: dict[str, Any]) -> list[tuple[int, str, str, str, list[int]]]:
    return [
        (it["version"], it["text"], it["needed"], it["met"], it["results"][0]["counts"])
        for it in saved["scorings"]
        if it["needed"]
    ]


def actions_in(saved: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    return [(it["what"], it["who"], it["due"], it["taken"]) for it in saved["actions"]]


PARTS = (
    check_in,
    pulse,
    needs,
    goal,
    options,
    rest,
    clusters,
    compare,
    agree_on_it,
    act,
    learn,
    pulse_again,
    close,
    check_the_artifact,
)
