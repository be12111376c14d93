"""The people of a workshop, as a browser sees them: what each can do, by what is on the screen."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.watch import Watch

PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
SURFACES = {"facilitator": "/console", "board": "/board", "participant": ""}
PATIENCE = 20_000  # ms; says "broken", never "too slow"
expect.set_options(timeout=PATIENCE)

# The page's own script is imported once more, so it is the one that runs.
ROOM = "(await import(document.querySelector('script[type=module]').src)).currentRoom()"
IS_LIVE = f"""async () => {{
  for (let n = 0; n < 800; n++) {{
    const room = {ROOM};
    if (room?.status.peek() === "live" && !room.entries.peek().length) return;
    await new Promise((done) => setTimeout(done, 50));
  }}
  throw new Error("The page is not live, or has not saved.");
}}"""


class Person:
    """One device: a browser context with one page in it."""

    role = "facilitator"

    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        self.home = home
        options = {"locale": "en-GB", **device}
        self.context = browser.new_context(base_url=home, **options)
        self.context.set_default_timeout(PATIENCE)
        self.watch = Watch(self.context, home)
        self.page: Page = self.context.new_page()

    def press(self, name: str | re.Pattern[str], *, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).click()

    def opens_the_key(self, link: str, name: str = "") -> None:
        """A facilitator's link, in whatever language the page speaks."""
        self.page.goto(link)
        self.page.locator("#name").fill(name)
        self.page.locator("form[action^='/f/'] button").click()
        self.page.wait_for_url("**/console")

    def names_a_cluster(self, title: str) -> None:
        self.press("Name this cluster")
        self.dialog().get_by_label("Name").fill(title)
        self.dialog().get_by_role("button", name="Save").click()

    def sees(self, text: str | re.Pattern[str]) -> None:
        found = self.page.get_by_text(text).filter(visible=True).first
        expect(found).to_be_visible()

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def held(self) -> str:
        """The records on this page as rule S8 writes them."""
        return str(self.page.evaluate(f"async () => {ROOM}.canonical()"))

    def is_live(self) -> None:
        """Waits until the page's connection is up and nothing waits to be saved."""
        self.page.evaluate(IS_LIVE)

    @property
    def workshop(self) -> str:
        return self.page.url.split("/w/")[1].split("/")[0]

    def token(self, role: str) -> str:
        """What the device's cookie holds: with it a client of the wire is the same person."""
        name = f"rytme-{self.workshop}-{role}"
        cookies = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        return str(cookies[name])

    def enters(self, workshop: str, token: str) -> None:
        """With a token at once, where coming in is not what a test is about."""
        cookie = {"name": f"rytme-{workshop}-{self.role}", "value": token, "url": self.home}
        self.context.add_cookies([cookie])
        self.page.goto(f"/w/{workshop}{SURFACES[self.role]}")
        self.is_live()

    def leave(self) -> None:
        self.context.close()


@contextmanager
def trouble(*people: Person) -> Iterator[None]:
    """A bad moment that the test makes; it is over when everyone is connected and all is saved."""
    with ExitStack() as watches:
        for person in people:
            watches.enter_context(person.watch.trouble())
        yield
        for person in people:
            person.is_live()


class Facilitator(Person):
    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        super().__init__(browser, home, **(device or LAPTOP))
        self.code = self.join_link = self.board_link = ""
        self.invite_link = self.facilitator_link = ""

    def makes_a_workshop(self, title: str, purpose: str = "", recipe: str = "mini-cycle") -> None:
        self.page.goto("/new?own=1")
        self.page.get_by_label("What shall it be called?").fill(title)
        self.page.get_by_label("Purpose").fill(purpose)
        self.page.locator(f"input[name=recipe][value={recipe}]").check(force=True)
        self._makes_it()

    def asks_for_a_proposal(self, purpose: str, minutes: int, people: int) -> None:
        """The three questions of the start guide; the room wants something in between."""
        self.page.goto("/new")
        self.page.get_by_label("What is it for?").fill(purpose)
        self.page.get_by_label("Something in between").check()
        self.page.get_by_label("Minutes").fill(str(minutes))
        self.page.get_by_label("People").fill(str(people))
        self.press("Propose a recipe")

    def takes_the_proposal(self, title: str) -> None:
        self.page.get_by_label("What shall it be called?").fill(title)
        self._makes_it()

    def _makes_it(self) -> None:
        self.press("Make the workshop")
        self.code = self.page.locator(".code").first.inner_text().strip()
        self.join_link = self.page.get_by_label("Participants", exact=True).input_value()
        self.board_link = self.page.get_by_label("Board", exact=True).input_value()
        self.invite_link = self.page.get_by_label("Invitation", exact=True).input_value()
        self.facilitator_link = self.page.get_by_label("Facilitator", exact=True).input_value()

    def comes_by_the_link(self, link: str, name: str) -> None:
        """As somebody who was sent the facilitators' link, and says who they are."""
        self.opens_the_key(self.home + "/" + link.split("/", 3)[3], name)
        self.is_live()

    def opens_the_console(self) -> None:
        self.page.get_by_role("link", name="Open the console").click()
        self.page.wait_for_url("**/console")
        expect(self.page.get_by_role("button", name="Start", exact=True)).to_be_visible()

    def goes_on(self) -> None:
        """Next, and the console stands in the next step."""
        before = self.step()
        self.press("Next")
        expect(self.page.locator("[aria-current=step] .agenda-title")).not_to_have_text(before)

    def goes_on_by(self, way: str) -> None:
        """One of the other ways than Next."""
        self.press("Other ways to go on")
        self.dialog().get_by_role("button", name=re.compile(way)).click()

    def is_in(self, step: str) -> None:
        expect(self.page.locator("[aria-current=step] .agenda-title")).to_have_text(step)

    def looks_at(self, step: str) -> None:
        """What can be done with a step of the agenda, which is a drawer on a small screen."""
        drawer = self.page.locator(".console-agenda-button[aria-expanded=false]")
        if drawer.is_visible():
            drawer.click()
        self.page.locator(".agenda-go").filter(has_text=step).first.click()

    def more(self, what: str | re.Pattern[str]) -> None:
        """From the sheet behind More, by the name of its button."""
        self.press("More")
        self.dialog().get_by_role("button", name=what).click()

    def takes_the_lead(self) -> None:
        """What stands in the place of Next while another leads; in the sheet behind More it is the same."""
        self.press("Take the lead")
        self.dialog().get_by_role("button", name="Take the lead").click()
        self.sees("You lead")

    def undoes(self, words: str) -> None:
        """From the history of who did what."""
        self.more("What was done")
        self.dialog().get_by_role("button", name=re.compile(f"^Undo: {words}")).click()
        self.dialog().locator(".deed[data-undone]").filter(has_text=words).wait_for()
        self.dialog().get_by_role("button", name="Done").click()

    def asks(self, question: str) -> None:
        """Yes or no, of everybody, whatever they are doing."""
        self.press("Ask the room")
        self.dialog().get_by_label("Question").fill(question)
        self.dialog().get_by_role("button", name="Ask the room").click()
        self.dialog().get_by_text(question).wait_for()
        self.dialog().get_by_role("button", name="Done").click()

    def opens_people(self) -> None:
        self.page.get_by_role("button", name=re.compile(r"\d here")).click()
        self.dialog().wait_for()

    def adds_a_seat(self, name: str) -> None:
        self.opens_people()
        self.dialog().get_by_text("Add someone without a phone").click()
        self.dialog().get_by_role("textbox", name="Name").fill(name)
        self.dialog().get_by_role("button", name="Add", exact=True).click()
        self.dialog().get_by_role("button", name=name).wait_for()
        self.dialog().get_by_role("button", name="Done").click()

    def turns_the_door(self, now: str, act: str) -> None:
        self.press(now)
        self.dialog().get_by_role("button", name=act).click()
        self.dialog().get_by_role("button", name="Done").click()

    def holds_back(self, text: str, reason: str) -> None:
        """With a reason in words of one's own."""
        note = self.page.locator("li.note").filter(has_text=text)
        note.get_by_role("button", name="More for this note").click()
        self.dialog().get_by_role("button", name="Hide or return").click()
        self.dialog().get_by_label("In your own words").check()
        self.dialog().get_by_label("Your reason").fill(reason)
        self.dialog().get_by_role("button", name="Hide it").click()

    def names_anew(self, cluster: str, title: str) -> None:
        self.press(f"Change the name of “{cluster}”")
        self.dialog().get_by_label("Name").fill(title)
        self.dialog().get_by_role("button", name="Save").click()

    def step(self) -> str:
        return self.page.locator("[aria-current=step] .agenda-title").inner_text()

    def answers(self, question: str, answer: str) -> None:
        """Press a button that asks first, and say yes."""
        self.page.get_by_role("button", name=re.compile(question)).last.click()
        self.dialog().get_by_role("button", name=answer, exact=True).click()

    def decides(self, text: str) -> None:
        self.page.get_by_label("What does the room decide?").fill(text)
        self.press("Write the decision down")
        expect(self.page.locator(".decision").filter(has_text=text)).to_be_visible()

    def closes_the_workshop(self) -> None:
        foot = self.page.locator(".console-actions")
        foot.get_by_role("button", name="Close the workshop").click()
        self.dialog().get_by_role("button", name="Close the workshop", exact=True).click()
        self.sees("The workshop is closed and saved.")

    def downloads(self, file: str) -> bytes:
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=re.compile(re.escape(file))).click()
        return download.value.path().read_bytes()


class Board(Person):
    role = "board"

    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        super().__init__(browser, home, **(device or PROJECTOR))

    def opens(self, link: str) -> None:
        self.page.goto(self.home + "/" + link.split("/", 3)[3])
        self.page.wait_for_url("**/board")
        expect(self.page.locator("#app > :not(.opening)").first).to_be_visible()


class Phone(Person):
    role = "participant"

    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        super().__init__(browser, home, **(device or PHONE))

    def knocks(self, code: str, name: str = "", path: str = "/j/") -> None:
        self.page.goto(path)
        if not self.page.locator("[name=code]").input_value():
            self.page.locator("[name=code]").fill(code)
        self.page.locator("[name=name]").fill(name)
        self.page.locator("main button").click()

    def joins(self, code: str, name: str = "", path: str = "/j/") -> None:
        self.knocks(code, name, path)
        self.page.wait_for_url("**/w/*")
        expect(self.page.locator("#app .phone")).to_be_visible()

    def comes_by_invitation(self, link: str, name: str) -> None:
        self.page.goto(self.home + "/" + link.split("/", 3)[3])
        self.page.get_by_label("First name").fill(name)
        self.press("Join")
        self.page.wait_for_url("**/w/*")
        expect(self.page.locator("#app .phone")).to_be_visible()

    def types(self, text: str) -> None:
        self.page.locator("#composer").fill(text)

    def adds(self) -> None:
        self.page.locator(".compose button[type=submit]").click()

    def writes(self, *texts: str) -> None:
        for text in texts:
            self.types(text)
            self.adds()
            expect(self.note(text)).to_be_visible()

    def note(self, text: str) -> Locator:
        return self.page.locator("li.note").filter(has_text=text)

    def moves(self, text: str, to: str = "New cluster") -> None:
        """By taps: Move, then a cluster by its name or a new one."""
        self.note(text).get_by_role("button", name=re.compile("^Move")).click()
        self.dialog().get_by_role("button", name=re.compile(to)).click()

    def gives_a_dot(self, title: str) -> None:
        self.press(f"Give one dot to “{title}”")

    def candidate(self, title: str) -> Locator:
        return self.page.locator(".candidate").filter(has_text=title)

    def writes_an_action(self, what: str, due: str = "") -> None:
        self.press("Write an action")
        self.page.locator("#what-new").fill(what)
        self.page.locator("#due-new").fill(due)
        self.press("Add")

    def takes_on(self, what: str, name: str) -> None:
        self.press(f"I take it: “{what}”")
        self.dialog().get_by_label("Your name").fill(name)
        self.dialog().get_by_role("button", name="I take it").click()

    def answers(self, answer: str) -> None:
        """What the room is asked, beside the task."""
        self.page.get_by_role("group").get_by_role("button", name=answer, exact=True).click()

    def undoes(self, done: str) -> None:
        """The own last change, while its line stands."""
        toast = self.page.locator(".toast").filter(has_text=done)
        toast.get_by_role("button", name="Undo").click()
        expect(toast).to_have_count(0)

    def writes_on(self, text: str) -> None:
        """In an earlier step, which still takes notes beside the task."""
        earlier = self.page.locator(".still-open")
        earlier.locator("textarea").fill(text)
        earlier.locator(".compose button[type=submit]").click()
        expect(earlier.locator("li.note").filter(has_text=text)).to_be_visible()


class Seat(Phone):
    """The page by which a facilitator writes and votes for someone without a phone."""

    def __init__(self, facilitator: Facilitator, name: str) -> None:
        self.home, self.context, self.watch = (
            facilitator.home,
            facilitator.context,
            facilitator.watch,
        )
        facilitator.opens_people()
        facilitator.dialog().get_by_role("button", name=name).click()
        with self.context.expect_page() as opened:
            facilitator.dialog().get_by_role("link", name="Write and vote for them").click()
        self.page = opened.value
        self.is_live()
        facilitator.dialog().get_by_role("button", name="Done").click()

    def token(self, role: str) -> str:
        """It stands in the page: no cookie speaks for a seat."""
        return str(self.page.locator("body").get_attribute("data-token"))
