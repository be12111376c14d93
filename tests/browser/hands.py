"""The ways to do everything: a finger on the smallest phone, and the keys of a laptop, nothing else.

A laptop at 400 % is as narrow as that phone, and still has keys.
"""

from playwright.sync_api import Locator, Page

from tests.browser.keys import STOPS, Keys

SMALLEST = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
ENLARGED = {"viewport": SMALLEST["viewport"]}


class Finger:
    device = SMALLEST

    def __init__(self, page: Page) -> None:
        self.page = page

    def presses(self, name: str) -> None:
        top(self.page).get_by_role("button", name=name).first.tap()

    def follows(self, name: str) -> None:
        top(self.page).get_by_role("link", name=name).tap()

    def ticks(self, label: str) -> None:
        top(self.page).get_by_label(label).first.tap()

    def unfolds(self, words: str) -> None:
        top(self.page).locator("summary").filter(has_text=words).tap()

    def writes(self, label: str, text: str) -> None:
        top(self.page).get_by_role("textbox", name=label).tap()
        self.page.keyboard.type(text)

    def opens_note(self, text: str) -> None:
        note = self.page.locator("li.note[data-item]").filter(has_text=text)
        note.get_by_role("button", name="More for this note").tap()

    def chooses(self, label: str) -> None:
        top(self.page).get_by_label(label, exact=True).tap()


class Keyboard:
    device = LAPTOP

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = Keys(page)

    def presses(self, name: str) -> None:
        self.keys.presses(name)

    def follows(self, name: str) -> None:
        self.keys.presses(name)

    def ticks(self, label: str) -> None:
        self.keys.tab_to(label)
        self.keys.press("Space")

    def unfolds(self, words: str) -> None:
        self.keys.presses(words)

    def writes(self, label: str, text: str) -> None:
        self.keys.tab_to(label)
        self.keys.types(text)

    def opens_note(self, text: str) -> None:
        self.page.locator("li.note[data-item]").filter(has_text=text).wait_for()
        self.keys.tab_into_the_list()
        self.keys.arrow_to(text)
        self.keys.press("Enter")

    def chooses(self, label: str) -> None:
        """Radio buttons are one stop, and the arrows go from one to the next."""
        for _ in range(STOPS):
            if self.page.evaluate("document.activeElement.type === 'radio'"):
                break
            self.keys.press("Tab")
        for _ in range(STOPS):
            if self.keys.here().startswith(label):
                return self.keys.press("Space")
            self.keys.press("ArrowDown")
        raise AssertionError(f"no “{label}” to choose")


class Enlarged(Keyboard):
    device = ENLARGED


def top(page: Page) -> Page | Locator:
    """What can be used now: the sheet that was opened last, or the page."""
    sheets = page.locator("dialog[open]")
    return sheets.last if sheets.count() else page


def opens(hand: Finger | Keyboard, name: str) -> None:
    """Press what brings a sheet, and wait for it, since some are fetched by then."""
    top(hand.page).get_by_role("button", name=name).first.wait_for()
    before = hand.page.locator("dialog[open]").count()
    hand.presses(name)
    hand.page.wait_for_function(
        "n => document.querySelectorAll('dialog[open]').length > n", arg=before
    )


def opens_after(hand: Finger | Keyboard, name: str) -> None:
    """Press on one sheet what puts another in its place."""
    hand.presses(name)
    hand.page.locator("dialog[open]").get_by_role("heading", name="Hold this note").wait_for()


HANDS = {"taps": Finger, "keys": Keyboard, "keys at 320": Enlarged}
