"""The people of a workshop, as a browser sees them: what each can do, by what is on the screen."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.watch import Watch

PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}


class Person:
    """One device: a browser context with one page in it."""

    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        self.home = home
        self.context = browser.new_context(base_url=home, locale="en-GB", **device)
        self.watch = Watch(self.context, home)
        self.page: Page = self.context.new_page()

    def press(self, name: str | re.Pattern[str], *, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).click()

    def sees(self, text: str | re.Pattern[str], timeout: float = 15_000) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible(timeout=timeout)

    def sees_not(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def held(self) -> str:
        """The records on this page as canonical JSON (S8)."""
        return str(
            self.page.evaluate(
                "async () => (await import(document.body.dataset.static + 'js/live/room.js')).current.canonical()"
            )
        )

    def leave(self) -> None:
        self.context.close()


class Facilitator(Person):
    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        super().__init__(browser, home, **(device or LAPTOP))
        self.code = ""
        self.workshop = ""

    def makes_a_workshop(self, title: str, purpose: str = "", recipe: str = "mini-cycle") -> None:
        self.page.goto("/new")
        self.page.get_by_label("What shall it be called?").fill(title)
        self.page.get_by_label("Purpose").fill(purpose)
        self.page.locator(f"input[name=recipe][value={recipe}]").check(force=True)
        self.press("Make the workshop")
        self.code = self.page.locator(".code").first.inner_text().strip()
        self.board_link = self.page.get_by_label("Board link").input_value()
        self.join_link = self.page.get_by_label("Join link").input_value()
        self.facilitator_link = self.page.get_by_label("Facilitator link").input_value()

    def opens_the_console(self) -> None:
        self.page.get_by_role("link", name="Open the console").click()
        self.page.wait_for_url("**/console")
        self.workshop = self.page.url.split("/w/")[1].split("/")[0]
        expect(self.page.get_by_role("button", name="Start", exact=True)).to_be_visible()

    def goes_on(self) -> None:
        """Next, and the console stands in the next step."""
        before = self.step()
        self.press("Next")
        expect(self.page.locator("[aria-current=step] .agenda-title")).not_to_have_text(before)

    def step(self) -> str:
        return self.page.locator("[aria-current=step] .agenda-title").inner_text()

    def answers(self, question: str, answer: str) -> None:
        """Press a button that asks first, and say yes."""
        self.page.get_by_role("button", name=re.compile(question)).last.click()
        self.dialog().get_by_role("button", name=answer, exact=True).click()

    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def closes_the_workshop(self) -> None:
        self.page.locator(".console-actions").get_by_role(
            "button", name="Close the workshop"
        ).click()
        self.dialog().get_by_role("button", name="Close it", exact=True).click()
        self.sees("Closed")

    def downloads(self, file: str) -> bytes:
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=re.compile(re.escape(file))).click()
        return download.value.path().read_bytes()


class Board(Person):
    def __init__(self, browser: Browser, home: str) -> None:
        super().__init__(browser, home, **PROJECTOR)

    def opens(self, link: str) -> None:
        self.page.goto(self.home + "/" + link.split("/", 3)[3])
        self.page.wait_for_url("**/board")


class Phone(Person):
    def __init__(self, browser: Browser, home: str, **device: object) -> None:
        super().__init__(browser, home, **(device or PHONE))

    def joins(self, code: str, name: str = "") -> None:
        self.page.goto("/j/")
        self.page.get_by_label("Code").fill(code)
        self.page.get_by_label("First name").fill(name)
        self.press("Join")
        self.page.wait_for_url("**/w/*")
        expect(self.page.locator("#app .phone")).to_be_visible()

    def types(self, text: str) -> None:
        self.page.get_by_label("One thought per note").fill(text)

    def writes(self, *texts: str) -> None:
        for text in texts:
            self.types(text)
            self.press("Add")
            expect(self.note(text)).to_be_visible()

    def note(self, text: str) -> Locator:
        return self.page.locator(".note").filter(has_text=text)

    def moves(self, text: str, to: str = "New cluster") -> None:
        """By taps: Move, then a cluster by its name or a new one."""
        self.note(text).get_by_role("button", name=re.compile("^Move")).click()
        self.page.get_by_role("dialog").get_by_role("button", name=re.compile(to)).click()

    def names_a_cluster(self, title: str) -> None:
        self.press("Name this cluster")
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label("Name").fill(title)
        dialog.get_by_role("button", name="Save").click()

    def gives_a_dot(self, title: str) -> None:
        self.page.get_by_role("button", name=f"Give one dot to “{title}”").click()

    def dots_on(self, title: str) -> str:
        return (
            self.page.locator(".candidate").filter(has_text=title).locator(".dot-value").inner_text()
        )
