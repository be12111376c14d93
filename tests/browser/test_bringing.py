"""Notes that a facilitator has already come into the room from the console, by keys alone on 320 px."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import Facilitator, Phone

pytestmark = pytest.mark.browser

SMALL = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


def test_a_list_is_pasted_looked_at_added_for_everyone_and_taken_back(crowd, people):
    crowd.starts("clusters")
    ada, finn = people(Phone, "Ada"), people(Facilitator, "Finn", **SMALL)
    keys = Keys(finn.page)
    keys.presses("More")
    finn.dialog().wait_for()
    keys.presses("Bring in notes")
    finn.page.wait_for_url("**/bring-in")
    check_narrow(finn.page)
    check_axe(finn.page)

    keys.tab_to("Paste a list")
    finn.page.keyboard.insert_text("Calls at night:\n- Call the day after\n- One list")
    keys.presses("Show what would come in")
    finn.sees("This would come in: 2 notes in 1 cluster")
    check_narrow(finn.page)
    check_axe(finn.page)
    expect(ada.page.get_by_text("Call the day after")).to_have_count(0)
    keys.presses("Add 2 notes")
    finn.sees("and are there for everyone.")
    check_narrow(finn.page)
    check_axe(finn.page)
    ada.sees("Calls at night")
    ada.sees("Call the day after")

    keys.presses("Take them all back")
    finn.sees("You see first what would come in")
    expect(ada.page.get_by_text("Call the day after")).to_have_count(0)
    expect(finn.page.get_by_text("and are there for everyone.")).to_have_count(0)
