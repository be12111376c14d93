"""A person with a keyboard and nothing else."""

import re

from playwright.sync_api import Page

STOPS = 60

WHERE = """() => {
  const it = document.activeElement;
  const name = it.getAttribute("aria-label") ?? it.labels?.[0]?.innerText ?? it.innerText ?? "";
  return name.replace(/\\s+/g, " ").trim();
}"""


class Keys:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def types(self, text: str) -> None:
        """In place of what stands in the field."""
        self.press("Control+A")
        self.page.keyboard.type(text)

    def here(self) -> str:
        """The name of what has the focus."""
        return str(self.page.evaluate(WHERE))

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Tab until what has the focus begins with this name."""
        passed = []
        for _ in range(STOPS):
            self.press(key)
            passed.append(self.here())
            if re.match(re.escape(name), passed[-1]):
                return
        raise AssertionError(f"no “{name}” on the way: {passed}")

    def lands_in(self, selector: str) -> None:
        """Waits until the focus has come by itself to where the next keys go."""
        self.page.locator(f"{selector}:focus").wait_for()

    def tab_into_the_list(self) -> None:
        for _ in range(STOPS):
            if self.page.evaluate("document.activeElement.matches('[data-item]')"):
                return
            self.press("Tab")
        raise AssertionError("no list on the way")

    def presses(self, name: str) -> None:
        self.tab_to(name)
        self.press("Enter")

    def arrow_to(self, text: str) -> None:
        """From the list's first item down to the one with this text."""
        self.press("Home")
        for _ in range(STOPS):
            if text in self.here():
                return
            self.press("ArrowDown")
        raise AssertionError(f"the arrows do not come to “{text}”")
