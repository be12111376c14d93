"""What is taken home after the close: the files, the long ones with their progress, and the link to the results."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import check_axe, too_wide
from tests.browser.people import LAPTOP, PHONE, Facilitator, Person

pytestmark = pytest.mark.browser
NARROW = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def finn(browser, house):
    """In the console of a workshop that is closed, and whose one note was read by all."""
    crowd = Crowd(house.url, people=1)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(1))
    crowd.reveals()
    person = Facilitator(browser, house.url, **LAPTOP)
    person.enters(crowd.made["id"], crowd.token("facilitator", "Finn"))
    crowd.says("CloseWorkshop")
    person.sees("The workshop is closed and saved.")
    yield person
    crowd.leave()
    person.leave()
    assert person.watch.faults == []


def test_all_files_come_in_one_and_in_the_language_that_is_chosen(finn):
    finn.page.get_by_label("Language of the files").select_option("nb")
    with finn.page.expect_download() as waited:
        finn.page.get_by_role("link", name="All files in one").click()

    with ZipFile(BytesIO(waited.value.path().read_bytes())) as bundle:
        assert "Alt som ble skrevet" in bundle.read("report.md").decode()
    expect(finn.page.locator(".download-making")).to_have_count(0)


def test_the_console_tells_by_itself_of_a_file_that_could_not_be_made(finn):
    told = iter([{"kept": False, "not_made": []}])

    def lacking(route):
        answer = route.fetch()
        then = {"kept": True, "not_made": ["deck.pptx"]}
        route.fulfill(response=answer, json={**answer.json(), **next(told, then)})

    finn.page.route("**/artifacts?as=facilitator", lacking)
    finn.page.reload()

    finn.sees("The folder on the server is not written yet.")
    expect(finn.page.get_by_text("could not be made: deck.pptx.")).to_be_visible(timeout=20_000)
    expect(finn.page.get_by_text("is not written yet")).to_have_count(0)


def test_a_long_file_can_be_stopped(finn):
    finn.page.route("**/all.zip*", lambda _: None)  # it is under way for as long as the test likes
    finn.page.get_by_role("link", name="All files in one").click()
    finn.page.locator(".download-making progress").wait_for()
    check_axe(finn.page)

    finn.page.get_by_role("button", name="Stop").click()

    expect(finn.page.locator(".download-making")).to_have_count(0)
    expect(finn.page.locator(".field-error")).to_have_count(0)


def test_by_keys_a_link_is_made_read_by_a_stranger_on_a_phone_and_ended(finn, browser, house):
    finn.page.set_viewport_size(NARROW["viewport"])
    field = finn.page.get_by_label("The link to send")
    with finn.watch.trouble():
        finn.page.route("**/links?*", lambda route: route.abort())
        finn.page.get_by_role("button", name="Make a link").focus()
        finn.page.keyboard.press("Enter")
        finn.sees("No answer from the server.")
        finn.page.unroute("**/links?*")
    expect(field).to_have_value("")
    finn.page.locator(".door-link button").press("Enter")
    finn.page.get_by_role("button", name="Try again").click()
    expect(field).to_have_value(re.compile(r"/r/\w+#."))
    expect(finn.page.get_by_text("Copied")).to_have_count(0)
    check_axe(finn.page)
    assert too_wide(finn.page) == []

    stranger = Person(browser, house.url, **PHONE)
    stranger.page.goto(field.input_value())
    stranger.page.wait_for_url("**/results?as=reader")
    stranger.sees("All notes")
    assert "#" not in stranger.page.url
    check_axe(stranger.page)
    finn.page.get_by_role("button", name="End the link").focus()
    finn.page.keyboard.press("Enter")
    finn.dialog().get_by_role("button", name="End the link").focus()
    finn.page.keyboard.press("Enter")
    finn.page.get_by_role("button", name="Make a link").wait_for()
    with stranger.watch.trouble():
        stranger.page.reload()
        stranger.sees("This link to the results has ended.")
    stranger.leave()
    assert stranger.watch.faults == []
