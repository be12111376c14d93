"""A text is polled from the console: the level first, then the marks, what stands in the way, and the next version."""

import msgspec
import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.layouts import CALL, KEY
from tests.browser.measures import check_axe
from tests.browser.people import Board, Facilitator, Phone
from tests.servers.proxy import Proxy
from tests.servers.waiting import wait_until
from workshop.core.setup import Scale, Setup
from workshop.demo.client import new_id
from workshop.methods.gradients import METHOD

pytestmark = pytest.mark.browser

FIRST = "One named person calls everyone who went home."
SECOND = "One named person calls everyone who went home, weekends too."


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=4)
    yield made
    made.leave()


@pytest.fixture
def people(browser, house, crowd):
    made = {
        "finn": (Facilitator(browser, house.url), "facilitator"),
        "board": (Board(browser, house.url), "board"),
        "ada": (Phone(browser, house.url), "participant"),
    }
    for name, (person, role) in made.items():
        if role == "board":
            person.opens(crowd.made["board_url"])
        else:
            person.enters(crowd.made["id"], crowd.token(role, name.title()))
    finn = made["finn"][0]
    finn.page.goto(f"/w/{crowd.made['id']}/console")
    yield [person for person, _ in made.values()]
    for person, _ in made.values():
        person.leave()
        assert person.watch.faults == []


def begun(crowd: Crowd, *scales: Scale, proposal: bool) -> str:
    """The room is in a step that polls it."""
    step = new_id()
    setup = Setup(scales=scales, proposal=proposal)
    words = {"title": "Agreement", "prompt": METHOD.prompt, "minutes": 5}
    told = {"types": ["reservation"], "visibility": "private", "anonymous": True}
    crowd.says(
        "AddStep",
        id=step,
        place=6,
        method="gradients",
        layout="poll",
        phase="close",
        setup=msgspec.to_builtins(setup),
        **words,
        **told,
    )
    crowd.says("StartStep", step=step)
    return step


def marks(crowd: Crowd, text: str, value: int) -> None:
    """Each of the four others gives this mark to the text."""
    for person in crowd.people:
        person.pump_until(lambda who=person: scoring_of(who, text))
        scoring = scoring_of(person, text)
        mark = {"scoring": scoring["id"], "item": scoring["id"], "scale": "stand"}
        person.send("GiveScore", **mark, value=value)
    crowd.settle()


def scoring_of(person, text):
    return next((it for it in person.holding.all("scoring") if it["text"] == text), None)


def test_a_text_goes_from_its_first_version_to_one_that_the_room_carries(crowd, people):
    finn, board, ada = people
    step = begun(crowd, *METHOD.setup.scales, proposal=True)
    ada.sees("The text is not there yet. First the room agrees on how much agreement it needs.")

    finn.page.get_by_label("The text, word by word").fill(FIRST)
    finn.page.get_by_label("nobody at 7 or 8", exact=True).check()
    finn.press("Open the poll")
    board.sees(FIRST)
    board.sees("Needed: nobody at 7 or 8")
    ada.page.locator(".mark", has_text="I am seriously against it").tap()
    ada.page.get_by_text("Say what stands in the way").tap()
    ada.writes("Who calls at weekends?")
    marks(crowd, FIRST, 2)
    finn.sees("5 have answered")
    expect(board.page.locator(".lie")).to_have_count(0)

    finn.press("Close and show the answers")
    finn.dialog().get_by_role("button", name="Close it").click()
    for screen in (finn, board, ada):
        screen.sees("Not reached")
    finn.press("Reveal 1 note")
    finn.dialog().get_by_role("button", name="Reveal").click()
    board.sees("Who calls at weekends?")

    finn.page.get_by_label("The text, amended").fill(SECOND)
    finn.press("Poll version 2")
    board.sees(SECOND)
    ada.page.locator(".mark", has_text="I stand fully behind it").tap()
    ada.page.get_by_text("Say what stands in the way").tap()
    ada.sees("Only you see this until we reveal.")
    ada.writes("Who calls at Easter?")
    marks(crowd, SECOND, 3)
    finn.press("Close and show the answers")
    finn.dialog().get_by_role("button", name="Close it").click()
    for screen in (finn, board, ada):
        screen.sees("Reached")
        screen.sees(SECOND)
    for screen in (finn, board):
        expect(screen.page.get_by_text("Who calls at Easter?")).to_have_count(0)
    finn.press("Reveal 1 note")
    finn.dialog().get_by_role("button", name="Reveal").click()
    for screen in (finn, board, ada):
        heard = screen.page.locator(".heard", has=screen.page.get_by_text("Hear this first"))
        expect(heard.locator(".note-text")).to_have_text(["Who calls at Easter?"])
    for screen in (finn, ada):
        screen.page.get_by_text("Version 1", exact=True).click()
        screen.sees(FIRST)
        screen.sees("Who calls at weekends?")
    crowd.breathe()
    versions = [(it["version"], it["met"]) for it in crowd.finn.holding.all("scoring")]
    assert (step, versions) == (crowd.finn.holding.one("workshop")["step"], [(1, "no"), (2, "yes")])


def test_each_says_as_whom_they_answer_and_groups_of_four_are_told(crowd, people):
    crowd.come(8)
    step = crowd.plans("gradients")
    crowd.breathe()
    setup = next(it for it in crowd.finn.holding.all("step") if it["id"] == step)["setup"]
    crowd.says("ChangeStep", step=step, setup={**setup, "groups": ["Residents", "Staff"]})
    crowd.says("StartStep", step=step)
    _, board, ada = people
    ada.is_live()
    poll = {"id": (scoring := new_id()), "text": "We call.", "needed": "none_opposed"}
    crowd.says("OpenScoring", step=step, **poll)
    mark = {"scoring": scoring, "item": scoring, "scale": setup["scales"][0]["id"]}
    for number, person in enumerate(crowd.people):
        person.pump_until(lambda who=person: who.holding.all("card"))
        group = "Residents" if number % 2 else "Staff"
        person.send("ChooseScorerGroup", scoring=scoring, group=group)
        person.send("GiveScore", value=1 + number % 2, **mark)
    crowd.settle()

    ada.page.get_by_role("button", name="Residents").tap()
    ada.sees("You answer as:")
    ada.page.locator(".mark").nth(2).tap()
    ada.is_live()
    crowd.says("CloseScoring", scoring=scoring)

    told = ada.page.locator(".section", has_text="By group").locator(".scored-item h3")
    expect(told).to_have_text(["Residents ", "Staff "])
    expect(board.page.get_by_text("1 of 2", exact=True)).to_be_visible()
    check_axe(ada.page)


def test_a_matrix_is_placed_together_by_taps_keys_and_mouse(crowd, people):
    crowd.starts("wall")
    crowd.writes([CALL, KEY])
    crowd.reveals()
    step = crowd.plans("matrix", source=crowd.step("wall")["id"])
    crowd.says("StartStep", step=step)
    finn, board, ada = people
    finn.press("Place them together instead")
    ada.sees("We place these together now. Say what you think.")

    item = finn.page.locator(".placing-item", has_text=CALL.text)
    item.locator("summary").click()
    item.get_by_role("group", name="Value").locator(".mark").nth(8).click()
    item.get_by_role("group", name="Effort").locator("input").first.focus()
    for key in ("Space", "ArrowRight", "ArrowRight", "ArrowLeft"):
        finn.page.keyboard.press(key)
    for screen in (ada, board):
        expect(screen.page.locator(".weighed-line").first).to_contain_text("8.33")
    crowd.catches_up()
    # A mark by mouse, one by the space bar, and a run of arrows: three to undo.
    assert [it["did"] for it in crowd.finn.holding.all("deed")].count("PlaceItem") == 3

    other = finn.page.locator(".placing-item", has_text=KEY.text).locator("summary")
    field = finn.page.locator(".plot-field")
    other.drag_to(field, target_position=middle_of(field))
    expect(board.page.locator(".plot-dot")).to_have_text(["1", "2"])
    expect(board.page.locator(".weighed-line").nth(1)).to_contain_text("Value 5")
    crowd.catches_up()
    assert [it["did"] for it in crowd.finn.holding.all("deed")].count("PlaceItem") == 4

    # An arrow that the page does not outlive is saved all the same.
    other.click()
    value = finn.page.locator(".placing-item", has_text=KEY.text).get_by_role("group", name="Value")
    value.locator("input:checked").press("ArrowRight")
    finn.page.reload()
    expect(board.page.locator(".weighed-line").nth(1)).to_contain_text("Value 6")
    check_axe(finn.page)

    finn.press("All are placed")
    finn.dialog().get_by_role("button", name="Close it").click()
    ada.sees("Placed together by consensus, not scored")


def middle_of(place):
    box = place.bounding_box()
    return {"x": box["width"] / 2, "y": box["height"] / 2}


def test_who_comes_late_is_let_into_the_poll_by_one_tap(crowd, people, browser, house):
    finn, board, ada = people
    scale = Scale(id="sure", title="How sure are you?", words=("A guess", "Sure"))
    begun(crowd, scale, proposal=False)
    finn.press("Open the poll")
    board.sees("may answer")
    late = Phone(browser, house.url)
    late.joins(crowd.made["code"], "Liv")
    late.sees("You came after it was opened. The facilitator can let you in.")

    finn.press("Let in")
    late.page.locator(".mark").nth(3).tap()
    late.is_live()

    finn.sees("1 has answered")
    board.sees("6 may answer")
    expect(ada.page.locator(".mark input:checked")).to_have_count(0)
    late.leave()


def test_a_mark_without_a_network_stays_chosen_and_is_saved_when_it_is_back(crowd, browser, house):
    way = Proxy(house.port)
    bo = Phone(browser, way.url)
    bo.joins(crowd.made["code"], "Bo")
    step = begun(crowd, Scale(id="sure", title="How sure are you?"), proposal=False)
    crowd.says("OpenScoring", id=new_id(), step=step)
    bo.page.locator(".mark").nth(3).wait_for()
    way.mode = "cut"

    bo.page.locator(".mark").nth(1).tap()
    bo.page.locator(".mark").nth(3).tap()

    expect(bo.page.locator(".scale[data-pending] input:checked")).to_have_value("4")
    way.mode = "pass"
    expect(bo.page.locator(".scale[data-pending]")).to_have_count(0)
    expect(bo.page.locator("input:checked")).to_have_value("4")
    wait_until(lambda: crowd.breathe() or scored(crowd) == 1, "the mark")
    bo.leave()
    way.stop()


def scored(crowd: Crowd) -> int:
    return crowd.finn.presence.get("counts", {}).get("scored", 0)
