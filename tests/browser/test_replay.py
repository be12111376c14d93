"""Looking back at how a workshop grew: on the board for the room, and afterwards on a phone of 320 px."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import NARROW, check_axe, check_focus, check_narrow
from tests.browser.people import PROJECTOR, Board, Phone

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def crowd(house):
    """A wall written in private, revealed, grouped and voted on."""
    made = Crowd(house.url, people=4)
    made.starts("wall")
    made.writes(made.some_notes(9))
    made.reveals()
    made.starts("clusters")
    made.clusters()
    made.starts("vote")
    made.opens_the_vote()
    made.votes()
    made.closes_the_vote()
    yield made
    made.leave()


def line(person):
    return person.page.get_by_role("slider", name="Move through the workshop")


def told(person, words: str) -> None:
    expect(line(person)).to_have_attribute("aria-valuetext", re.compile(words))


def test_the_room_looks_back_on_the_board_by_keys_and_the_step_comes_back(browser, house, crowd):
    board = Board(browser, house.url, **PROJECTOR, reduced_motion="reduce")
    board.enters(crowd.made["id"], crowd.token("board"))

    crowd.shines("growth")

    told(board, r"^Minute 1, Open: .*, 0 notes$")  # it rests where nothing may move
    expect(board.page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    line(board).focus()
    board.page.keyboard.press("ArrowRight")
    told(board, "9 notes$")
    expect(board.page.locator(".wall .note")).to_have_count(9)
    board.page.keyboard.press("PageUp")
    told(board, "Integrate: .*, 9 notes$")
    board.page.keyboard.press("End")
    told(board, "Close: ")
    expect(board.page.locator(".results, .result").first).to_be_visible()
    expect(line(board)).to_be_focused()
    board.page.keyboard.press("PageDown")
    board.page.keyboard.press("Home")
    told(board, "^Minute 1, ")
    board.page.get_by_role("list", name="Steps").get_by_role("button").nth(1).click()
    told(board, "Integrate: ")
    check_axe(board.page)

    crowd.says("EndSpotlight")

    expect(board.page.locator(".replay")).to_have_count(0)
    expect(board.page.locator(".board-join")).to_be_visible()
    board.leave()
    assert board.watch.faults == []


def test_once_it_is_shared_it_plays_by_itself_on_a_narrow_phone(browser, house, crowd):
    phone = Phone(browser, house.url, viewport=NARROW)
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.says("CloseWorkshop")
    phone.page.goto(f"/w/{crowd.made['id']}/results")
    phone.page.get_by_role("link", name="Look back at how it grew").click()

    told(phone, ", 9 notes$")  # by itself
    phone.press("Pause")
    line(phone).press("End")
    told(phone, "the workshop is closed, 9 notes$")
    phone.press("Previous step")
    told(phone, "Close: ")
    check_narrow(phone.page)
    check_axe(phone.page)
    check_focus(phone.page)

    phone.page.get_by_role("link", name="Back", exact=True).click()
    phone.page.wait_for_url("**/results?as=participant")
    phone.leave()
    assert phone.watch.faults == []
