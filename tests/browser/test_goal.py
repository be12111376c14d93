"""A goal and what is promised, on the screens: two who write at once, and nothing left open at the end."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.people import LAPTOP, ROOM, Board, Facilitator, Phone
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


def test_two_who_write_the_goal_at_once_both_keep_their_words(crowd, people):
    ada, bo, board = people(Phone, "Ada"), people(Phone, "Bo"), people(Board, "")
    crowd.says("StartStep", step=crowd.plans("goal", types=[], visibility="live"))
    for phone, words in ((ada, "Nobody goes home alone"), (bo, "Someone calls the first night")):
        phone.press("Write it down")
        phone.page.locator("#sheet-goal").fill(words)

    ada.press("Save")
    bo.sees(re.compile("Someone has saved version 1 meanwhile"))
    bo.sees("Nobody goes home alone")
    bo.press("Save as version 2")
    bo.is_live()
    expect(board.page.locator(".said-first dd")).to_have_text("Someone calls the first night")

    newest = f"{ROOM}.scene.all('sheet').at(-1)"
    stale = "{ values: { goal: 'Too late' }, reason: 'Both at once', insights: [], before: '' }"
    ada.page.evaluate(
        f"async () => {{ const {{ step }} = {newest}; const id = {ROOM}.newId();"
        f" {ROOM}.send('SaveSheet', {{ id, step, ...{stale} }}); }}"
    )
    ada.sees(re.compile("Someone has saved version 2 meanwhile"))
    again = ada.page.locator("form.card")
    expect(again.get_by_label("Why this version?")).to_have_value("Both at once")
    expect(again.locator("[id$=-goal]")).to_have_value("Too late")
    ada.press("Save as version 3")
    ada.is_live()
    ada.sees("Version 3")
    ada.page.get_by_text("2 earlier versions").click()
    ada.sees("Nobody goes home alone")

    crowd.starts("wall")
    expect(board.page.locator(".board-goal")).to_have_text(re.compile("Goal: Too late"))
    ada.sees(re.compile("Goal: Too late"))


def test_a_version_that_was_just_saved_is_taken_back(crowd, people):
    ada = people(Phone, "Ada")
    crowd.says("StartStep", step=crowd.plans("goal", types=[], visibility="live"))
    ada.press("Write it down")
    ada.page.locator("#sheet-goal").fill("Nobody goes home alone")
    ada.press("Save")
    ada.is_live()

    ada.undoes("Version saved.")

    ada.sees("Nothing is written yet.")
    ada.is_live()
    crowd.catches_up()
    assert crowd.finn.holding.all("sheet") == []


def test_before_the_close_the_console_asks_for_owners_and_days(crowd, people):
    finn = people(Facilitator, "Finn", **LAPTOP)
    step = crowd.starts("actions")["id"]
    crowd.says("AddAction", id=new_id(), step=step, what="Call the ward")
    finn.more("Close the workshop")
    finn.sees("1 action has no owner or no day to come")

    who, due = finn.dialog().get_by_label(re.compile("^Who")), finn.dialog().get_by_label("By when")
    who.fill("Ane and Bo")
    who.blur()
    finn.sees(re.compile("An action has one owner. Who of them does it?"))
    who.fill("Ane")
    day = (datetime.now(UTC) + timedelta(days=20)).date().isoformat()
    due.fill(day)
    due.blur()
    finn.sees("Every action has an owner and a day")
    finn.dialog().get_by_label("When do we look at the actions again?").fill(day)
    finn.dialog().get_by_label("When do we look at the actions again?").blur()
    finn.is_live()

    crowd.breathe()
    (action,) = crowd.finn.holding.all("action")
    assert (action["who"], action["due"]) == ("Ane", day)
    assert crowd.finn.holding.one("workshop")["follow_up"] == day


def test_a_decision_is_written_in_any_step_with_its_ground(crowd, people):
    finn, ada = people(Facilitator, "Finn", **LAPTOP), people(Phone, "Ada")
    crowd.starts("wall")
    finn.press("More")
    picture = finn.dialog().get_by_role("link", name="Picture of this step").get_attribute("href")
    assert finn.page.request.get(picture).body()[:8] == b"\x89PNG\r\n\x1a\n"
    finn.dialog().get_by_role("button", name="Write a decision").click()
    finn.dialog().get_by_label("What does the room decide?").fill("We begin with one number")
    finn.dialog().get_by_text("What it rests on, and what else there was").click()
    finn.dialog().get_by_label("What does it rest on?").fill("18 of 24 dots " * 40)
    finn.dialog().get_by_role("button", name="Write the decision down").click()
    finn.sees("That is 560 characters, and 500 fit.")
    expect(finn.dialog().get_by_label("What does it rest on?")).to_be_focused()
    finn.dialog().get_by_label("What does it rest on?").fill("18 of 24 dots")
    finn.dialog().get_by_role("button", name="Write the decision down").click()
    finn.is_live()

    crowd.starts("talk")
    ada.sees("We begin with one number")
    ada.page.get_by_text("Why, and what else").click()
    ada.sees("18 of 24 dots")
