"""Columns and trays on every screen, agreements that stand by, and an agenda longer than its place."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import LAPTOP, PROJECTOR, Board, Person, Phone
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


def writes(crowd, step, **notes):
    for text, fields in notes.items():
        given = {"id": new_id(), "step": step, "text": text.replace("_", " ")}
        crowd.people[0].send("AddNote", **given, **fields)
    crowd.settle()


def begins(crowd, method, **changes):
    step = crowd.plans(method, **changes)
    crowd.says("StartStep", step=step)
    return step


def test_the_board_asks_each_column_while_people_write_and_gives_each_its_place(crowd, people):
    board = people(Board, **PROJECTOR).page
    step = begins(crowd, "now_expect")
    expect(board.locator(".writing-columns li")).to_have_count(5)
    check_axe(board)

    writes(crowd, step, Two_lists={"type": "problem", "column": "hurts"})
    crowd.says("RevealNotes", step=step)

    heads = board.locator(".pane-head")
    expect(heads).to_have_text(
        ["Works now 0", "Hurts now 1", "We expect 0", "We fear 0", "We don't know yet 0"]
    )
    expect(board.locator(".pane").nth(1)).to_contain_text("Two lists")
    check_narrow(board)


def test_what_nobody_knows_lies_beside_the_wall_on_every_screen_once_it_is_shown(crowd, people):
    board = people(Board, **PROJECTOR).page
    console = people(Person, **LAPTOP).page
    ada = people(Phone).page
    step = begins(crowd, "brainwrite")
    writes(crowd, step, Who_has_the_key={"type": "unknown"}, Two_lists={"type": "problem"})
    expect(board.get_by_text("Who has the key")).to_have_count(0)

    crowd.says("RevealNotes", step=step)

    for page in (console, ada):
        expect(page.locator(".tray")).to_have_count(1)
        expect(page.locator(".tray")).to_contain_text("We don't know yet")
        expect(page.locator(".tray")).to_contain_text("Who has the key")
        check_axe(page)
    expect(board.locator(".panes-trays .pane")).to_contain_text("Who has the key")


def test_agreements_stand_by_in_every_step_after_and_go_up_on_the_board(crowd, people):
    board = people(Board, **PROJECTOR).page
    console = people(Person, **LAPTOP).page
    ada = people(Phone).page
    step = begins(crowd, "working_agreements")
    writes(crowd, step, One_hour={"type": "agreement", "column": "meet"})
    expect(ada.locator(".goal-line")).to_have_count(0)

    crowd.starts("wall")

    for page in (ada, console):
        page.get_by_text("Working agreements", exact=True).last.click()
        expect(page.locator(".pinned")).to_contain_text("We meet")
        expect(page.locator(".pinned")).to_contain_text("One hour")
        check_axe(page)
    console.locator(".pinned").get_by_role("button", name="Put in the spotlight").click()
    expect(board.locator(".spotlight .pane").first).to_contain_text("One hour")
    expect(ada.locator(".spotlight")).to_contain_text("We meet")


def test_a_long_agenda_follows_the_room_and_a_table_tells_its_rows(crowd, people):
    steps = [crowd.plans("options") for _ in range(12)]
    finn = people(Person, "Finn", **LAPTOP)
    now = finn.page.locator("[aria-current=step]")
    crowd.says("StartStep", step=steps[-1])
    expect(now).to_be_in_viewport(ratio=1)
    crowd.says("AddRow", id=new_id(), step=steps[-1], cells={"option": "A key box"})
    expect(finn.page.locator(".bars-words")).to_contain_text("2 rows")
    crowd.starts("talk")
    expect(now).to_be_in_viewport(ratio=1)
