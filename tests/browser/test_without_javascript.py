"""Taking part in a browser that runs no scripts (H7)."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.people import PHONE, Person, Phone

pytestmark = [pytest.mark.browser, pytest.mark.rule("H7")]

LONG = "This is far too much for one note. " * 9


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=3)
    yield made
    made.leave()


@pytest.fixture
def ada(browser, house, crowd):
    """Someone without scripts, who has joined by the form."""
    person = Person(browser, house.url, **PHONE, java_script_enabled=False)
    person.page.goto("/j/")
    person.page.get_by_label("Code").fill(f" {crowd.made['code'].lower()} ")
    person.page.get_by_label("First name").fill("Ada")
    person.press("Join")
    expect(person.page.get_by_text("Opening…")).to_be_hidden()
    person.page.get_by_role("link", name="Go on without scripts").click()
    person.sees("You are in.")
    yield person
    person.leave()
    assert person.watch.faults == []


def writes(ada: Person, text: str) -> None:
    ada.page.get_by_label("One thought per note").fill(text)
    ada.press("Add")


def refreshes(ada: Person) -> None:
    ada.page.get_by_role("link", name="Refresh").click()


def test_writing_changing_and_removing(ada, crowd):
    crowd.starts("wall")
    refreshes(ada)
    ada.page.get_by_label("Problem").check()
    writes(ada, "Nobody calls")
    writes(ada, "To be removed")
    note = ada.page.locator("li.note")
    note.filter(has_text="To be removed").get_by_text("Change or remove").click()
    note.filter(has_text="To be removed").get_by_role("button", name="Remove").click()
    note.get_by_text("Change or remove").click()
    note.get_by_label("The note's text").fill("Nobody calls the day after")
    note.get_by_role("button", name="Save").click()
    expect(note).to_have_count(1)
    crowd.reveals()
    refreshes(ada)
    ada.sees("Nobody calls the day after")
    crowd.catches_up()
    shown = [(it["type"], it["text"]) for it in crowd.finn.holding.all("note")]
    assert shown == [("problem", "Nobody calls the day after")]


def test_what_was_refused_stays_in_the_field(ada, crowd):
    crowd.starts("wall")
    refreshes(ada)
    writes(ada, LONG)
    expect(ada.page.get_by_role("alert")).to_be_visible()
    assert ada.page.get_by_label("One thought per note").input_value().strip() == LONG.strip()


@pytest.mark.rule("S13")
def test_a_note_that_came_after_its_step_can_be_parked(ada, crowd):
    crowd.starts("wall")
    refreshes(ada)
    ada.page.get_by_label("One thought per note").fill("It came too late")
    crowd.starts("vote")
    ada.press("Add")
    ada.sees("It came too late")
    ada.press("Park it")
    crowd.catches_up()
    assert [it["text"] for it in crowd.finn.holding.all("parked")] == ["It came too late"]


def test_voting_and_taking_a_dot_back(ada, crowd):
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(6))
    crowd.reveals()
    crowd.starts("vote")
    crowd.opens_the_vote()
    refreshes(ada)
    ada.sees("2 of 2 dots left")
    ada.page.get_by_role("button", name="Give one dot").first.click()
    ada.sees("1 of 2 dots left")
    ada.page.get_by_role("button", name="Take one dot", disabled=False).first.click()
    ada.sees("2 of 2 dots left")
    for at in range(2):
        ada.page.get_by_role("button", name="Give one dot").nth(at).click()
    ada.sees("0 of 2 dots left")
    crowd.closes_the_vote()
    assert crowd.finn.holding.all("round")[-1]["dots"] == 2
    refreshes(ada)
    expect(ada.page.locator(".result")).to_have_count(6)


def test_taking_on_an_action_and_reading_the_results(ada, crowd):
    crowd.starts("actions")
    crowd.acts(1)
    what = crowd.question.actions[0].what
    refreshes(ada)
    ada.page.get_by_label("What shall be done?").fill("Ask the night team")
    ada.press("Add")
    mine = ada.page.locator("li.action").filter(has_text="Ask the night team")
    mine.get_by_role("button", name="I take it").click()
    expect(mine.get_by_role("button", name="Give it back")).to_be_visible()
    crowd.says("CloseWorkshop", share=True)
    refreshes(ada)
    ada.sees(what)
    ada.sees("Ask the night team")
    ada.sees("Ada")
    assert ada.page.url.endswith("/results")


def test_a_script_that_does_not_come_leaves_words_and_a_way_to_try_again(browser, house, crowd):
    bo = Phone(browser, house.url)
    bo.context.add_cookies([cookie_of(crowd, house.url)])
    with bo.watch.trouble():
        bo.page.route("**/built/phone.js", lambda route: route.abort())
        bo.page.goto(f"/w/{crowd.made['id']}")
        bo.page.evaluate("document.getAnimations().forEach((each) => each.finish())")
        bo.sees("Opening…")
        bo.page.unroute("**/built/phone.js")
    bo.page.get_by_role("link", name="Load again").click()

    bo.is_live()
    expect(bo.page.get_by_text("Opening…")).to_have_count(0)
    bo.leave()
    assert bo.watch.faults == []


def cookie_of(crowd: Crowd, home: str) -> dict[str, str]:
    name = f"rytme-{crowd.made['id']}-participant"
    return {"name": name, "value": crowd.token("participant", "Bo"), "url": home}
