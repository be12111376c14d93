"""A facilitator's phone page for somebody without a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import Facilitator
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


@pytest.fixture
def eva(browser, house, crowd):
    """A facilitator with a console."""
    person = Facilitator(browser, house.url)
    person.enters(crowd.made["id"], crowd.token("facilitator"))
    yield person
    person.leave()
    assert person.watch.faults == []


def seat(crowd):
    made = new_id()
    crowd.says("AddSeat", id=made, name="Berit")
    return made


def opens_seat(eva, crowd, made):
    eva.page.goto(f"/w/{crowd.made['id']}/seat/{made}")
    eva.is_live()


@pytest.mark.rule("H13")
def test_what_is_written_on_a_seats_page_is_the_seats(crowd, eva):
    made = seat(crowd)
    crowd.starts("wall")
    opens_seat(eva, crowd, made)
    eva.page.locator("#composer").fill("I have no phone")
    eva.page.locator(".compose button[type=submit]").click()
    eva.is_live()
    eva.page.locator("#composer").fill("Half a thought")
    check_narrow(eva.page)
    check_axe(eva.page)

    eva.page.get_by_role("link", name="Back to the console").click()
    eva.page.wait_for_url("**/console")
    eva.is_live()
    kept = eva.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rytme '))")
    opens_seat(eva, crowd, made)

    expect(eva.page.locator("#composer")).to_have_value("Half a thought")
    expect(eva.page.locator("li.note").filter(has_text="I have no phone")).to_be_visible()
    assert [key for key in kept if f"seat-{made}" in key] == kept != []
