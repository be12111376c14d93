"""The pictures of docs/facilitating.md: one workshop, pictured where the guide speaks of each thing."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator

from tests.browser.crowd import Crowd
from tests.browser.people import PHONE, Board, Person, Phone
from tests.servers.rytme import Server
from workshop.demo.client import new_id

DESK = {"viewport": {"width": 1120, "height": 720}}
SCREEN = {"viewport": {"width": 1280, "height": 720}}
LEFT = 150  # seconds on the timer: half time has passed
ROUGH = "Ask Dr Holm why nobody answers the phone"
WHY = "It points to a person."


class Guide:
    """The devices that are pictured, and where the pictures go."""

    def __init__(self, server: Server, browser: Browser, home: str, folder: Path) -> None:
        self.browser, self.home, self.folder = browser, home, folder
        self.crowd = Crowd(server.url, people=0)
        self.console = Person(browser, home, **DESK)
        self.board = Board(browser, home, **SCREEN)
        self.phone = Phone(browser, home, **PHONE)
        self.page = self.console.page

    def shoot(self, name: str, of: Person | None = None, *, full: bool = False) -> None:
        """The whole screen, or the dialog that lies over it."""
        person = of or self.console
        self.crowd.breathe()
        person.page.wait_for_timeout(2500)  # what comes in turn has come, nothing moves
        dialog = person.page.locator("dialog[open]")
        target: Locator | None = dialog.last if dialog.count() else None
        path = self.folder / f"guide-{name}.png"
        if target:
            target.screenshot(path=path)
        else:
            person.page.screenshot(path=path, full_page=full)
        print(f"docs/pictures/{path.name}", flush=True)

    def press(self, name: str) -> None:
        """By the beginning of its name, in front if something lies over the page."""
        dialog = self.page.locator("dialog[open]")
        front = dialog.last if dialog.count() else self.page
        named = front.get_by_role("button", name=re.compile("^" + re.escape(name)))
        named.filter(visible=True).first.click()

    def leave(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.locator("dialog[open]").wait_for(state="detached")

    def goes(self, surface: str) -> None:
        self.page.goto(f"/w/{self.crowd.made['id']}/{surface}")
        self.console.is_live()


def take_guide(server: Server, browser: Browser, home: str, folder: Path) -> None:
    guide = Guide(server, browser, home, folder)
    for part in (prepare, come, read, repair, run, lead):
        part(guide)
    guide.crowd.leave()


def prepare(guide: Guide) -> None:
    page, crowd = guide.page, guide.crowd
    page.goto("/new")
    page.get_by_label("Something new").check(force=True)
    page.locator("#purpose").fill("What makes the first days at home unsafe?")
    page.locator("#minutes").fill("60")
    page.locator("#people").fill("20")
    guide.press("Propose a recipe")
    guide.shoot("start")

    page.goto(crowd.made["facilitator_url"])
    page.wait_for_url("**/console")
    crowd.says("ChangeWorkshop", planned_minutes=25, aim="innovate")
    guide.goes("plan")
    guide.shoot("planner", full=True)
    guide.press("More for “Silent notes”")
    guide.press("See it as a participant")
    guide.shoot("preview")
    guide.leave()
    guide.press("More for “Silent notes”")
    guide.press("Collect notes before the meeting")
    guide.press("Open it")
    guide.shoot("collect")


def come(guide: Guide) -> None:
    """The room fills; one has no phone."""
    crowd = guide.crowd
    guide.goes("console")
    guide.board.opens(crowd.made["board_url"])
    crowd.come(11)
    guide.phone.joins(crowd.made["code"], "Ada")
    crowd.says("AddSeat", id=new_id(), name="Grandma Sol")
    crowd.starts("talk")
    crowd.starts("wall", LEFT)
    crowd.writes(crowd.some_notes(15))
    guide.phone.writes(ROUGH)


def read(guide: Guide) -> None:
    """Beside the step: counts, paces, hands, and a question to the room."""
    crowd = guide.crowd
    for number, person in enumerate(crowd.people):
        pace = "more" if number % 4 == 0 else "done"
        person.send("SetPace", step=crowd.step("wall")["id"], pace=pace)
        if number in (2, 7):
            person.send("RaiseHand", raised=True)
    crowd.settle()
    guide.shoot("reading")
    guide.press("Ask a question")
    guide.page.get_by_label("Question").first.fill("Are we ready to look at all of it?")
    guide.shoot("asking")
    guide.leave()
    poll = crowd.asks("How much do you trust what happens after the discharge?", "scale")
    crowd.answers(poll, *"23324135224")
    crowd.says("ClosePoll", poll=poll)
    crowd.shines("poll", poll)
    guide.shoot("answers", guide.board)
    crowd.says("EndSpotlight")


def repair(guide: Guide) -> None:
    crowd = guide.crowd
    crowd.reveals()
    crowd.breathe()
    rough = next(it for it in crowd.finn.holding.all("note") if it["text"] == ROUGH)
    note = guide.page.locator("li.note[data-item]").filter(has_text=ROUGH)
    note.get_by_role("button", name="More for this note").click()
    guide.press("Hide or return")
    guide.page.locator("dialog[open]").last.get_by_label(WHY).click(force=True)
    guide.shoot("moderate")
    guide.leave()
    crowd.says("ReturnNote", note=rough["id"], reason=WHY)
    guide.phone.page.locator(".card--wait").first.scroll_into_view_if_needed()
    guide.shoot("held", guide.phone)
    guide.page.get_by_role("button", name=re.compile(r"\d+ here")).click()
    guide.shoot("people")
    guide.leave()
    guide.press("The door is open")
    guide.shoot("door")
    guide.leave()


def run(guide: Guide) -> None:
    crowd = guide.crowd
    shown = [it for it in crowd.finn.holding.all("note") if it["readers"] == "all"]
    crowd.shines("note", shown[0]["id"])
    guide.shoot("spotlight", guide.board)
    crowd.says("EndSpotlight")
    guide.press("Other ways to go on")
    guide.shoot("ways")
    guide.leave()
    crowd.starts("clusters", LEFT)
    crowd.clusters()
    guide.press("Lock")
    guide.shoot("locks")
    guide.leave()
    guide.press("Other ways to go on")
    guide.press("New cycle from here")
    guide.shoot("cycle")
    guide.leave()
    crowd.says("ChangeWorkshop", planned_minutes=12)
    guide.page.get_by_role("button", name=re.compile("min late")).click()
    guide.shoot("late")
    guide.leave()
    guide.press("More")
    guide.press("What was done")
    guide.shoot("undo")
    guide.leave()


def lead(guide: Guide) -> None:
    guide.press("More")
    guide.press("All lead")
    guide.press("Take the lead")
    guide.press("Take the lead")
    guide.page.locator("dialog[open]").wait_for(state="detached")
    guide.press("You lead")
    guide.shoot("lead")
