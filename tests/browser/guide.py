"""The pictures of docs/facilitating.md: one workshop, pictured where the guide speaks of each thing."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator

from tests.browser.crowd import Crowd
from tests.browser.people import PHONE, Board, Person, Phone
from tests.servers.rytme import Server
from workshop.demo.client import Client, new_id

DESK = {"viewport": {"width": 1120, "height": 720}}
TALL = {"width": 1280, "height": 960}  # all that stands beside a step
SCREEN = {"viewport": {"width": 1280, "height": 720}}
LEFT = 150  # seconds on the timer: half time has passed
ROUGH = "Ask Dr Holm why nobody answers the phone"
WHY = "It points to a person."
BEGUN = "Who answers at night?"
ROLE = "facilitator"


class Guide:
    """The devices that are pictured, and where the pictures go."""

    def __init__(self, server: Server, browser: Browser, home: str, folder: Path) -> None:
        self.browser, self.home, self.folder = browser, home, folder
        self.crowd = Crowd(server.url, people=0)
        self.console = Person(browser, home, **DESK)
        self.board = Board(browser, home, **SCREEN)
        self.phone = Phone(browser, home, **PHONE)
        self.page = self.console.page

    def shoot(
        self, name: str, of: Person | None = None, *, part: str = "", full: bool = False
    ) -> None:
        """The whole screen or a part of it, or the dialog that lies over it."""
        person = of or self.console
        self.crowd.breathe()
        person.page.wait_for_timeout(2500)  # what comes in turn has come, nothing moves
        dialog = person.page.locator("dialog[open]")
        target: Locator | None = dialog.last if dialog.count() else None
        if part:
            target = person.page.locator(part).first
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
    for part in (prepare, come, read, repair, run, look_back, grow, present, lead):
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

    page.goto("/new?own=1")
    kept = {"name": "from-hospital-to-home.recipe.json", "mimeType": "application/json"}
    page.locator("#recipe_file").set_input_files({**kept, "buffer": b"{}"})
    page.locator("#recipe_file").scroll_into_view_if_needed()
    guide.shoot("recipe")

    guide.console.opens_the_key(crowd.made["facilitator_url"])
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
    seat = new_id()
    crowd.says("AddSeat", id=seat, name="Grandma Sol")
    crowd.starts("talk")
    crowd.starts("wall", LEFT)
    crowd.writes(crowd.some_notes(15))
    guide.phone.writes(ROUGH)
    guide.goes(f"seat/{seat}")
    guide.shoot("seat")
    guide.goes("console")


def read(guide: Guide) -> None:
    """Beside the step: counts, paces, hands, and a question to the room."""
    crowd = guide.crowd
    for number, person in enumerate(crowd.people):
        pace = "more" if number % 4 == 0 else "done"
        person.send("SetPace", step=crowd.step("wall")["id"], pace=pace)
        if number in (2, 7):
            person.send("RaiseHand", raised=True)
    crowd.settle()
    guide.page.set_viewport_size(TALL)
    guide.shoot("reading")
    guide.page.set_viewport_size(DESK["viewport"])
    guide.phone.page.get_by_role("button", name="I need more time").scroll_into_view_if_needed()
    guide.shoot("pace", guide.phone)
    guide.press("Ask the room")
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
    guide.press("Hidden and returned")
    guide.shoot("record")
    guide.leave()
    guide.page.get_by_role("button", name=re.compile(r"\d+ here")).click()
    guide.shoot("people")
    guide.press(crowd.words.names[4])
    guide.press("Show out")
    guide.shoot("out")
    guide.page.keyboard.press("Escape")
    guide.leave()
    another_leaves(guide)
    guide.press("The door is open")
    guide.shoot("door")
    guide.leave()


def another_leaves(guide: Guide) -> None:
    """A facilitator knows the link that lets facilitators in, so it is made anew with the same tap."""
    kari = Client(
        guide.crowd.url, guide.crowd.made["id"], guide.crowd.token("facilitator", "Kari"), ROLE
    )
    kari.open()
    guide.page.get_by_role("button", name=re.compile(r"\d+ here")).click()
    guide.press("Kari")
    guide.press("Show out")
    guide.shoot("facilitator-out")
    guide.page.keyboard.press("Escape")
    guide.leave()
    kari.close()


def run(guide: Guide) -> None:
    crowd = guide.crowd
    shown = [it for it in crowd.finn.holding.all("note") if it["readers"] == "all"]
    crowd.shines("note", shown[0]["id"])
    guide.shoot("spotlight", guide.board)
    crowd.says("EndSpotlight")
    crowd.says("BlankBoard", blank=True)
    guide.shoot("dark", guide.board)
    crowd.says("BlankBoard", blank=False)
    guide.press("Other ways to go on")
    guide.shoot("ways")
    guide.leave()
    glide(guide)
    crowd.clusters()
    guide.shoot("heavy", part=".groan")
    guide.press("Lock")
    guide.shoot("locks")
    guide.leave()
    held_still(guide)
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


def held_still(guide: Guide) -> None:
    crowd, step = guide.crowd, guide.crowd.step("clusters")["id"]
    crowd.says("LockStep", step=step, locked=True, what="moving")
    told = guide.phone.page.get_by_text("Moving is locked")
    told.evaluate("it => scrollBy(0, it.getBoundingClientRect().top - 84)")  # under the head
    guide.shoot("locked", guide.phone)
    crowd.says("LockStep", step=step, locked=False, what="moving")


def glide(guide: Guide) -> None:
    """A phone writes on where it was, until the step is finished."""
    crowd, page = guide.crowd, guide.phone.page
    crowd.says("StartStep", step=crowd.step("clusters")["id"], keep_open=True)
    crowd.says("StartTimer", seconds=LEFT)
    earlier = page.locator(".still-open")
    earlier.locator("summary").first.click()
    earlier.locator("textarea").fill(BEGUN)
    earlier.evaluate("it => scrollBy(0, it.getBoundingClientRect().top - 84)")  # under the head
    guide.shoot("still-open", guide.phone)
    crowd.says("FinishStep", step=crowd.step("wall")["id"])
    page.get_by_role("button", name="Park it").wait_for()
    page.evaluate("scrollTo(0, 0)")
    guide.shoot("offer", guide.phone)


def look_back(guide: Guide) -> None:
    page = guide.phone.page
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="What we have so far").click()
    guide.shoot("earlier", guide.phone)
    page.get_by_role("button", name="Back to the task").click()
    crowd = guide.crowd
    crowd.says("StartCycle", id=new_id(), question="Whom do we forget?")
    crowd.breathe()
    again = next(it for it in crowd.finn.holding.all("step") if it["cycle"] == 2)
    crowd.says("StartStep", step=again["id"])
    crowd.shines("cycle")
    guide.shoot("cycle-board", guide.board)
    crowd.says("EndSpotlight")


def grow(guide: Guide) -> None:
    """The room looks back, and stays where the clusters are."""
    guide.crowd.shines("growth")
    guide.board.page.get_by_role("slider").press("End")
    guide.shoot("growth", guide.board)
    guide.crowd.says("EndSpotlight")


def present(guide: Guide) -> None:
    """A round in which each presents the own notes, with names."""
    crowd, here = guide.crowd, new_id()
    words = {"method": "check_in", "layout": "wall", "phase": "frame", "types": ["expectation"]}
    question = "What do you bring, and what do you need?"
    crowd.says(
        "AddStep", id=here, place=1, minutes=5, title="A round", prompt=question, **words
    )  # fmt: skip
    crowd.says("StartStep", step=here)
    for number, note in enumerate(crowd.some_notes(6)):
        person = crowd.people[number % 3]
        person.say("AddNote", id=new_id(), step=here, type="expectation", text=note.text)
    guide.press("Order by author")
    guide.shoot("authors", guide.board)


def lead(guide: Guide) -> None:
    guide.press("More")
    guide.press("All lead")
    guide.press("Take the lead")
    guide.press("Take the lead")
    guide.page.locator("dialog[open]").wait_for(state="detached")
    guide.press("You lead")
    guide.shoot("lead")
