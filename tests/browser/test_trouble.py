"""When things go wrong for a phone: nothing is lost, and it says in words what it waits for."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.comparing import adds_a_step
from tests.browser.crowd import Crowd
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import LAPTOP, Facilitator, Phone, trouble
from tests.simulation.meeting import step_of
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=3)
    yield made
    made.leave()


def come(browser, url: str, crowd: Crowd, name: str = "Ada") -> Phone:
    person = Phone(browser, url)
    person.enters(crowd.made["id"], crowd.token("participant", name))
    return person


def goes(person: Phone) -> None:
    person.leave()
    assert person.watch.faults == []


def texts(crowd: Crowd, kind: str = "note") -> list[str]:
    crowd.catches_up()
    return sorted(it["text"] for it in crowd.finn.holding.all(kind))


def reaches_the_vote(crowd: Crowd) -> None:
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.reveals()


@pytest.mark.parametrize("open_", [True, False], ids=["still open", "closed"])
def test_a_vote_opens_while_a_note_is_being_written(browser, house, crowd, open_):
    reaches_the_vote(crowd)
    ada = come(browser, house.url, crowd)
    ada.page.locator("summary").filter(has_text="Write one more note").click()
    ada.page.locator("#composer").focus()
    ada.page.keyboard.type("Half a ")

    crowd.says("StartStep", step=step_of(crowd.finn, "vote")["id"], keep_open=open_)
    crowd.opens_the_vote()

    ada.sees(re.compile(r"\d of \d dots? left"))
    if open_:
        ada.page.locator("details textarea:focus").wait_for()
        ada.page.keyboard.type("thought")
        ada.page.keyboard.press("Control+Enter")
    else:
        ada.sees("The room moved on while you were writing.")
        ada.press("Park it")
    ada.is_live()
    assert ("Half a thought" in texts(crowd)) is open_
    assert texts(crowd, "parked") == ([] if open_ else ["Half a"])
    goes(ada)


def test_a_step_changes_while_a_note_is_being_changed(browser, house, crowd):
    crowd.starts("wall")
    ada = come(browser, house.url, crowd)
    ada.writes("First thought")
    ada.note("First thought").get_by_role("button", name="More for this note").tap()
    ada.press("Change")
    ada.dialog().locator("textarea").fill("First thought, and the better one")

    crowd.starts("clusters")

    ada.sees("“First thought, and the better one”")
    expect(ada.dialog()).to_have_count(0)
    ada.press("Park it")
    ada.is_live()
    assert texts(crowd, "parked") == ["First thought, and the better one"]
    goes(ada)


def test_ten_minutes_without_wifi(browser, house, proxy, crowd):
    """The room reveals and votes meanwhile; what was written comes after, and what came late is offered."""
    wifi = proxy(house.port)
    ada = Phone(browser, wifi.url)
    ada.page.clock.install()
    ada.enters(crowd.made["id"], crowd.token("participant", "Ada"))
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    ada.writes("Before the hole")
    ada.is_live()
    with trouble(ada):
        wifi.mode = "cut"
        ada.writes("In the hole")
        ada.types("Half a thought")
        ada.page.clock.fast_forward("10:00")
        ada.sees("1 note is not saved yet")
        ada.sees("It is kept on this device, and sent when the network is back.")
        crowd.reveals()
        crowd.starts("vote")
        crowd.opens_the_vote()
        expect(ada.page.locator("#composer")).to_have_value("Half a thought")
        wifi.mode = "pass"
        ada.page.clock.fast_forward("00:10")

        ada.sees("“In the hole”")
        ada.sees("“Half a thought”")
        ada.sees(re.compile(r"\d of \d dots? left"))
    for _ in range(2):
        ada.page.get_by_role("button", name="Park it").first.click()
    ada.is_live()
    assert texts(crowd, "parked") == ["Half a thought", "In the hole"]
    assert "Before the hole" in texts(crowd)
    goes(ada)


def test_the_server_restarts_in_the_reveal(browser, serve):
    house = serve()
    crowd = Crowd(house.url, people=2)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    ada, bo = (come(browser, house.url, crowd, name) for name in ("Ada", "Bo"))
    ada.writes("Seen after the restart")
    ada.types("Half a thought")
    ada.is_live()
    with trouble(ada, bo):
        crowd.finn.send("RevealNotes", step=step_of(crowd.finn, "wall")["id"])
        house.kill()
        bo.sees("No network just now. Connecting again.")
        expect(ada.page.locator("#composer")).to_have_value("Half a thought")
        ada.adds()
        ada.sees("1 note is not saved yet")
        house.start()
    crowd.comes_back()

    # Committed or not when the power went: the room is whole either way, and no note is lost.
    if not step_of(crowd.finn, "wall")["revealed"]:
        crowd.reveals()
    for phone in (ada, bo):
        expect(phone.note("Seen after the restart")).to_be_visible()
        expect(phone.note("Half a thought")).to_be_visible()
    crowd.leave()
    goes(ada)
    goes(bo)


def test_each_waiting_screen_says_what_it_waits_for(browser, house, crowd):
    ada = come(browser, house.url, crowd)
    ada.sees("You are in. We start soon.")
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.starts("clusters")
    ada.sees("The notes are shown in a moment.")
    crowd.reveals()
    crowd.starts("vote")
    ada.sees("The vote has not opened yet. Think about what matters most.")
    crowd.opens_the_vote()
    liv = come(browser, house.url, crowd, "Liv")
    liv.sees("You came after the vote opened. The facilitator can let you in.")
    crowd.says("CloseWorkshop", share=False)
    ada.sees("The facilitator has not shared the results yet.")
    goes(liv)
    goes(ada)


def test_a_break_says_so(browser, house, crowd):
    ada = come(browser, house.url, crowd)
    step = {"id": new_id(), "place": 1, "method": "break", "layout": "talk", "phase": "break"}
    crowd.says("AddStep", **step, title="A break", minutes=10)

    crowd.says("StartStep", step=step["id"])

    ada.sees("A break. Your phone can rest too.")
    goes(ada)


def test_a_lock_keeps_what_is_being_written(browser, house, crowd):
    step = crowd.starts("wall")["id"]
    ada = come(browser, house.url, crowd)
    ada.types("Half a thought")

    crowd.says("LockStep", step=step, locked=True, what="writing")
    ada.sees("Writing is locked just now. What you have typed stays.")
    ada.adds()

    ada.sees("“Half a thought”")
    crowd.says("LockStep", step=step, locked=False, what="writing")
    ada.press("Go on writing")
    ada.adds()
    ada.is_live()
    crowd.reveals()
    assert texts(crowd) == ["Half a thought"]
    goes(ada)


FIELDS = [{"id": "what", "title": "What"}, {"id": "who", "title": "Who"}]


def test_a_row_that_came_too_late_is_offered_and_opens_again_whole(browser, house, proxy, crowd):
    wifi = proxy(house.port)
    table = adds_a_step(crowd, "table", setup={"fields": FIELDS})
    ada = come(browser, wifi.url, crowd)
    with trouble(ada):
        wifi.mode = "cut"
        ada.press("Write a row")
        ada.page.get_by_label("What").fill("A call the day after")
        ada.page.get_by_label("Who").fill("The ward")
        ada.press("Add")
        crowd.starts("talk")
        wifi.mode = "pass"
        ada.sees("“A call the day after · The ward”")
    expect(ada.page.get_by_role("button", name="Park it")).to_be_visible()
    ada.sees("Its form opens again when the room comes back to “Table”.")

    crowd.says("StartStep", step=table)
    again = ada.page.locator("form.card")
    expect(again.get_by_label("Who")).to_have_value("The ward")
    expect(ada.page.get_by_role("button", name="Park it")).to_have_count(0)
    again.get_by_label("Who").fill("The home nurses")
    ada.page.reload()
    again.get_by_role("button", name="Add").tap()

    ada.is_live()
    crowd.catches_up()
    assert [it["cells"] for it in crowd.finn.holding.all("row")] == [
        {"what": "A call the day after", "who": "The home nurses"}
    ]
    goes(ada)


def test_what_a_facilitator_types_when_another_presses_next_is_offered_whole(people, crowd):
    crowd.starts("actions")
    eva = people(Facilitator, "Eva", **LAPTOP)
    eva.press("Write an action")
    eva.page.get_by_label(re.compile("^What –")).fill("Call at once")
    eva.page.get_by_label(re.compile("^Who –")).fill("Ane")
    eva.page.get_by_label("What does the room decide?").fill("We begin with one number")
    eva.page.get_by_text("What it rests on, and what else there was").click()
    eva.page.get_by_label("What does it rest on?").fill("18 of 24 dots")

    crowd.starts("talk")

    eva.sees("“Call at once · Ane”")
    eva.sees("“We begin with one number · 18 of 24 dots”")
    eva.press("Open it again")
    expect(eva.dialog().get_by_label("What does it rest on?")).to_have_value("18 of 24 dots")
    eva.dialog().get_by_role("button", name="Write the decision down").click()
    expect(eva.page.get_by_text("“We begin with one number")).to_have_count(0)
    crowd.starts("actions")
    expect(eva.page.get_by_label(re.compile("^Who –"))).to_have_value("Ane")
    check_axe(eva.page)
    eva.press("Add")
    eva.is_live()
    crowd.catches_up()
    held = crowd.finn.holding
    assert [(it["text"], it["basis"]) for it in held.all("decision")] == [
        ("We begin with one number", "18 of 24 dots")
    ]
    assert [(it["what"], it["who"]) for it in held.all("action")] == [("Call at once", "Ane")]


def test_of_two_questions_at_once_the_second_waits_for_the_first(browser, house, proxy, crowd):
    wifi = proxy(house.port)
    crowd.starts("talk")
    eva = Facilitator(browser, wifi.url, **LAPTOP)
    eva.enters(crowd.made["id"], crowd.token("facilitator", "Eva"))
    eva.press("Ask the room")
    eva.dialog().get_by_label("Question").fill("Shall we have a break?")
    with trouble(eva):
        wifi.mode = "cut"
        eva.dialog().get_by_role("button", name="Ask the room").click()
        first = crowd.asks("Shall we go on?", "yes_no")
        wifi.mode = "pass"
        expect(eva.dialog()).to_contain_text("“Shall we have a break?”")
    expect(eva.dialog().get_by_role("button", name="Send it now")).to_have_count(0)
    crowd.says("ClosePoll", poll=first)

    eva.dialog().get_by_role("button", name="Send it now").click()

    eva.is_live()
    crowd.catches_up()
    assert [it["question"] for it in crowd.finn.holding.all("poll")] == [
        "Shall we go on?",
        "Shall we have a break?",
    ]
    goes(eva)


def test_what_is_being_typed_at_the_close_can_be_copied(people, crowd):
    crowd.starts("actions")
    ada = people()
    ada.press("Write an action")
    ada.page.get_by_label(re.compile("^What –")).fill("Call at once")

    crowd.says("CloseWorkshop")

    ada.sees("The workshop was closed while you were writing.")
    ada.press("Copy it")
    expect(ada.page.get_by_role("button", name=re.compile("Copied|Selected"))).to_be_visible()
    assert ada.page.evaluate("getSelection().toString()") == "“Call at once”"
    check_axe(ada.page)
    check_narrow(ada.page)
