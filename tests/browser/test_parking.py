"""The parking lot on the screens: a thought from any step, a note set aside, and what becomes of each."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import check_axe, check_large_text, check_narrow
from tests.browser.people import LAPTOP, Board, Facilitator, Phone
from tests.servers.waiting import wait_until
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser
THOUGHT = "What about those who never open the door?"
NARROW = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=2)
    yield made
    made.leave()


def lies_there(crowd: Crowd, *texts: str) -> None:
    def parked() -> list[str]:
        crowd.breathe()
        return [it["text"] for it in crowd.finn.holding.all("parked") if it["readers"] == "all"]

    wait_until(lambda: parked() == list(texts), f"in the parking lot: {texts}")


def parking(crowd: Crowd) -> None:
    crowd.says("StartStep", step=crowd.plans("parking"))
    crowd.breathe()


def test_a_thought_is_parked_from_any_step_by_taps_and_taken_back(crowd, people):
    crowd.starts("vote")
    ada = people(Phone, **NARROW)
    ada.press("Menu")
    ada.page.get_by_role("button", name="Park a thought").tap()
    ada.page.locator("#park").fill(THOUGHT)
    check_narrow(ada.page)
    ada.dialog().get_by_role("button", name="Back").tap()

    crowd.starts("wall")
    ada.press("Menu")
    ada.page.get_by_role("button", name="Park a thought").tap()
    expect(ada.page.locator("#park")).to_have_value(THOUGHT)
    ada.dialog().get_by_role("button", name="Park it").tap()
    lies_there(crowd, THOUGHT)

    ada.page.locator(".toast").get_by_role("button", name="Undo").tap()
    lies_there(crowd)


def test_a_thought_is_parked_by_keys(crowd, people):
    crowd.starts("talk")
    ada = people(Phone, **LAPTOP)
    keys = Keys(ada.page)
    keys.presses("Menu")
    keys.presses("Park a thought")
    keys.lands_in("#park")
    keys.types(THOUGHT)
    check_axe(ada.page)
    keys.press("Control+Enter")
    lies_there(crowd, THOUGHT)

    keys.presses("Menu")
    keys.presses("Undo: Parked.")
    lies_there(crowd)


def test_a_facilitator_parks_a_note_and_a_thought_and_undoes(crowd, people):
    crowd.starts("wall")
    (note,) = crowd.some_notes(1)
    crowd.writes([note])
    crowd.reveals()
    finn = people(Facilitator)
    finn.page.locator("li.note").get_by_role("button", name="More for this note").click()
    finn.dialog().get_by_role("button", name="Park this note").click()
    lies_there(crowd, note.text)
    finn.page.locator("li.note").get_by_role("button", name="More for this note").click()
    expect(finn.dialog().get_by_role("button", name="Park this note")).to_have_count(0)
    finn.dialog().get_by_role("button", name="Back").click()

    finn.press(re.compile("^Undo: parked a note"))
    lies_there(crowd)
    finn.more("Park a thought")
    finn.page.locator("#park").fill(THOUGHT)
    finn.dialog().get_by_role("button", name="Park it").click()
    lies_there(crowd, THOUGHT)
    finn.more("Park a thought")
    finn.press(f"Take it back: “{THOUGHT}”")
    lies_there(crowd)


def test_what_becomes_of_a_thought_is_on_every_screen(crowd, people):
    crowd.people[0].say("ParkNote", id=new_id(), text=THOUGHT)
    parking(crowd)
    finn, ada, board = people(Facilitator), people(Phone, **NARROW), people(Board)
    keys = Keys(finn.page)
    keys.presses(f"What becomes of it? “{THOUGHT}”")
    finn.dialog().get_by_label("Somebody who is not here is asked").check()
    finn.page.locator("#fate-word").fill("Bo asks the")
    check_axe(finn.page)
    keys.press("Escape")
    finn.press(f"What becomes of it? “{THOUGHT}”")
    finn.dialog().get_by_label("Somebody who is not here is asked").check()
    expect(finn.page.locator("#fate-word")).to_have_value("Bo asks the")
    finn.page.locator("#fate-word").fill("Bo asks the ward")

    finn.page.keyboard.press("Enter")

    for person in (finn, ada, board):
        expect(person.page.locator(".parked-became")).to_have_text(
            "Somebody who is not here is asked: Bo asks the ward"
        )
    check_narrow(ada.page)
    check_large_text(ada.page, 320)


def test_a_hidden_thought_leaves_the_room_and_its_writer_reads_why(crowd, people):
    crowd.people[0].say("ParkNote", id=new_id(), text="Who has the keys?")
    parking(crowd)
    ada = people(Phone)
    ada.press("Menu")
    ada.press("Park a thought")
    ada.page.locator("#park").fill("Bo is a nuisance")
    ada.press("Park it")
    lies_there(crowd, "Who has the keys?", "Bo is a nuisance")
    finn, board = people(Facilitator), people(Board)
    board.sees("Bo is a nuisance")

    finn.press("What becomes of it? “Bo is a nuisance”")
    finn.dialog().get_by_role("button", name="Hide it").click()
    finn.dialog().get_by_label("It points to a person.").check()
    finn.dialog().get_by_role("button", name="Hide it").click()

    lies_there(crowd, "Who has the keys?")
    expect(board.page.get_by_text("Bo is a nuisance")).to_have_count(0)
    ada.page.locator("summary", has_text="A facilitator has hidden a thought").click()
    ada.sees("Why: It points to a person.")
    ada.page.get_by_role("button", name="Take it back: “Bo is a nuisance”").click()
    expect(ada.page.get_by_text("Bo is a nuisance")).to_have_count(0)
    finn.press("Hidden and returned")
    finn.sees("No note is held now.")
