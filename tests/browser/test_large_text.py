"""The browser's own text at twice the size: the console and the planner change their form with it."""

from pathlib import Path

import pytest

from tests.browser.crowd import Crowd
from tests.browser.layouts import LAYOUTS
from tests.browser.measures import clipped, small_targets, too_wide
from tests.browser.people import Person
from tests.servers.chromium import launch_options
from tests.servers.waiting import wait_until

pytestmark = pytest.mark.browser

TITLE_CUT = """() => {
  const title = document.querySelector(".console-name b");
  return title.scrollHeight > title.clientHeight + 1;
}"""
# Which of the ways and times lie over the name or the code.
BESIDE = """() => {
  const boxes = (names) => [...document.querySelectorAll(names)].map((it) => [it.textContent, it.getBoundingClientRect()]);
  const others = boxes(".console-links > *, .console-when > *");
  return boxes(".console-name b, .console-code .code").flatMap(([, a]) => others
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([words]) => words));
}"""
SCREENS = [(720, 900), (1440, 900)]


@pytest.fixture(scope="module")
def large(playwright):
    """A reader's browser, set to letters of 32 px."""
    options = launch_options(playwright, "--blink-settings=defaultFontSize=32")
    browser = playwright.chromium.launch(**options)
    yield browser
    browser.close()


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1, language="nb")
    yield made
    made.leave()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_console_has_room_for_large_text(large, house, crowd, width, height):
    LAYOUTS["wall"].reach(crowd)
    finn = Person(large, house.url, viewport={"width": width, "height": height})

    finn.enters(crowd.made["id"], crowd.token("facilitator", "Finn"))
    finn.page.locator(".console-question").wait_for()

    assert (too_wide(finn.page), clipped(finn.page), small_targets(finn.page)) == ([], [], [])
    finn.leave()


def test_the_consoles_head_has_room_where_letters_alone_grow(browser, house, crowd):
    """A style of the reader's own: the widths at which a page changes its form do not follow it."""
    LAYOUTS["wall"].reach(crowd)
    finn = Person(browser, house.url, viewport={"width": 720, "height": 900})
    finn.enters(crowd.made["id"], crowd.token("facilitator", "Finn"))
    finn.page.locator(".console-undo").wait_for()

    finn.page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert finn.page.evaluate(TITLE_CUT) is False
    assert finn.page.evaluate(BESIDE) == []
    finn.leave()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_planner_has_room_for_large_text(large, house, crowd, width, height):
    finn = Person(large, house.url, viewport={"width": width, "height": height})
    finn.enters(crowd.made["id"], crowd.token("facilitator", "Finn"))

    finn.page.goto(f"/w/{crowd.made['id']}/plan")
    finn.page.locator(".plan-step").first.wait_for()

    assert (too_wide(finn.page), small_targets(finn.page)) == ([], [])
    finn.leave()


@pytest.mark.parametrize("width", [320, 390])
def test_the_saved_report_has_room_for_large_text(large, house, crowd, width):
    LAYOUTS["vote"].reach(crowd)
    crowd.votes()
    crowd.closes_the_vote()
    crowd.says("CloseWorkshop")
    wait_until(lambda: saved(house, crowd), "the saved report")
    page = large.new_page(viewport={"width": width, "height": 800})

    page.goto(saved(house, crowd)[0].as_uri())

    page.locator(".chosen").wait_for()
    padding = "getComputedStyle(document.querySelector('.report')).paddingInlineStart"
    assert page.evaluate(padding) == "20px"
    assert too_wide(page) == []
    page.context.close()


def saved(house, crowd: Crowd) -> list[Path]:
    return list(house.sessions.glob(f"*{crowd.made['code'].lower()}*/report.html"))
