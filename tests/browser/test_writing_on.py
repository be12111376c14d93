"""Writing goes on past the step it began in: while it is open, before the meeting, and after a lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import check_axe, check_large_text, check_narrow
from tests.browser.people import LAPTOP, ROOM, Phone
from tests.simulation.meeting import step_of

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


@pytest.fixture
def ada(browser, house, crowd):
    person = Phone(browser, house.url)
    person.enters(crowd.made["id"], crowd.token("participant", "Ada"))
    yield person
    person.leave()
    assert person.watch.faults == []


def goes_on(crowd: Crowd, layout: str) -> None:
    """To the step of a layout, and the step that is left goes on taking notes."""
    step = step_of(crowd.finn, layout)
    crowd.says("StartStep", step=step["id"], keep_open=True)


def texts(crowd: Crowd) -> list[str]:
    """The notes of all, once they are revealed."""
    crowd.catches_up()
    return sorted(note["text"] for note in crowd.finn.holding.all("note"))


def still(ada: Phone) -> Any:
    title = step_title(ada, "wall")
    return ada.page.locator("summary").filter(has_text=f"You can still write in “{title}”")


def step_title(ada: Phone, layout: str) -> str:
    return str(
        ada.page.evaluate(
            f"async (layout) => {ROOM}.scene.all('step').find((it) => it.layout === layout).title",
            layout,
        )
    )


def test_the_thumb_types_on_where_an_open_step_was_left(crowd, ada):
    crowd.starts("wall")
    ada.page.locator("#composer").focus()
    ada.page.keyboard.type("Half a ")

    goes_on(crowd, "talk")
    ada.page.locator("details textarea:focus").wait_for()
    ada.page.keyboard.type("thought")
    ada.page.keyboard.press("Control+Enter")

    ada.is_live()
    crowd.reveals()
    assert texts(crowd) == ["Half a thought"]


def test_an_open_step_is_one_line_that_opens_by_keys(crowd, browser, house):
    ada = Phone(browser, house.url, **LAPTOP)
    ada.enters(crowd.made["id"], crowd.token("participant", "Ada"))
    crowd.starts("wall")
    ada.page.locator("#composer").wait_for()
    goes_on(crowd, "talk")
    keys = Keys(ada.page)
    expect(still(ada)).to_be_visible()
    expect(ada.page.locator("textarea")).to_have_count(0)

    keys.presses("You can still write in")
    keys.tab_to("One thought per note")
    keys.types("An idea that came late")
    keys.presses("Add")
    keys.tab_to("More for “An idea that came late”")
    keys.press("Enter")
    keys.presses("Change")
    keys.lands_in("dialog textarea")
    keys.types("A late idea")
    keys.presses("Save")
    ada.is_live()
    crowd.reveals()

    assert texts(crowd) == ["A late idea"]
    check_narrow(ada.page)
    check_axe(ada.page)
    check_large_text(ada.page, width=390)
    ada.leave()
    assert ada.watch.faults == []


def test_a_text_begun_in_a_step_that_is_finished_is_offered(crowd, ada):
    crowd.starts("wall")
    ada.types("Half a thought")
    goes_on(crowd, "clusters")
    expect(still(ada)).to_be_visible()

    crowd.says("FinishStep", step=step_of(crowd.finn, "wall")["id"])

    ada.sees("“Half a thought”")
    expect(still(ada)).to_have_count(0)
    ada.press("Go on writing")
    expect(ada.page.locator("#question")).to_be_focused()
    ada.page.locator("summary").filter(has_text="Write one that is missing").click()
    expect(ada.page.locator("#composer")).to_have_value("Half a thought")


def test_notes_are_collected_before_the_meeting(crowd, browser, house):
    collects(crowd)
    ada = Phone(browser, house.url)
    ada.page.goto(crowd.made["invite_url"])
    ada.press("Join")
    ada.page.wait_for_url("**/w/*")
    ada.sees("You can write until")
    prompt = step_of(crowd.finn, "wall")["prompt"]
    expect(ada.page.get_by_role("heading", level=1)).to_have_text(prompt)

    ada.writes("Thought of at home")
    ada.types("And half a thou")
    ada.is_live()
    check_axe(ada.page)
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)
    ada.page.reload()

    expect(ada.page.locator("#composer")).to_have_value("And half a thou")
    expect(ada.note("Thought of at home")).to_be_visible()
    crowd.starts("wall")
    expect(ada.page.get_by_text("You can write until")).to_have_count(0)
    expect(ada.page.locator("#composer")).to_have_value("And half a thou")
    crowd.reveals()
    assert texts(crowd) == ["Thought of at home"]
    ada.leave()
    assert ada.watch.faults == []


def collects(crowd: Crowd, minutes: int = 30) -> None:
    until = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()
    crowd.says("CollectNotes", step=step_of(crowd.finn, "wall")["id"], until=until)


@pytest.fixture
def six_minutes_later(crowd, browser, house, proxy):
    """A phone whose time to collect runs out where the server, whose clock it would keep to, is far away."""
    collects(crowd, minutes=5)
    wifi = proxy(house.port)
    person = Phone(browser, wifi.url)
    person.page.clock.install()
    person.enters(crowd.made["id"], crowd.token("participant", "Ada"))
    person.page.locator("#composer").wait_for()

    @contextmanager
    def later() -> Iterator[Phone]:
        with person.watch.trouble():
            wifi.mode = "cut"
            person.page.clock.fast_forward("06:00")
            yield person
            wifi.mode = "pass"
            person.page.clock.fast_forward("00:10")
            person.is_live()

    yield person, later
    person.leave()
    assert person.watch.faults == []


def test_when_the_time_to_collect_is_over_a_begun_text_waits_for_its_step(crowd, six_minutes_later):
    ada, later = six_minutes_later
    ada.types("Half a thought")

    with later():
        ada.sees("What you had begun is kept on this device")
        ada.sees("You are in. We start soon.")
        expect(ada.page.locator("textarea")).to_have_count(0)
    crowd.starts("wall")
    expect(ada.page.locator("#composer")).to_have_value("Half a thought")


@pytest.mark.rule("S13")
def test_a_note_that_came_after_the_deadline_is_kept_for_the_step(crowd, six_minutes_later):
    ada, later = six_minutes_later

    with later():
        ada.page.evaluate(TOO_LATE)
        ada.press("Keep it until the step opens")
        ada.sees("What you had begun is kept on this device")
    crowd.starts("wall")
    expect(ada.page.locator("#composer")).to_have_value("A minute too late")


# The server's answer to a note that was under way when the time ran out.
TOO_LATE = f"""async () => {{
  const room = {ROOM}, step = room.scene.all("step").find(({{ state }}) => state === "early").id;
  const entry = {{ op: room.newId(), kind: "AddNote", fields: {{ step, text: "A minute too late", type: "idea" }} }};
  room.offer({{ entry, error: {{ code: "deadline_passed", message: "The time to write is over." }} }});
}}"""


@pytest.mark.parametrize(
    ("layout", "what", "words"),
    [
        ("wall", "writing", "Writing is locked just now."),
        ("clusters", "moving", "Moving is locked just now."),
        ("vote", "voting", "Voting is locked just now."),
    ],
)
def test_a_lock_is_told_where_it_holds(crowd, ada, layout, what, words):
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.reveals()
    step = crowd.starts(layout)["id"]
    if layout == "vote":
        crowd.opens_the_vote()
    ada.page.locator(f"[data-layout={layout}]").wait_for()

    crowd.says("LockStep", step=step, locked=True, what=what)

    ada.sees(words)
    expect(ada.page.get_by_role("button", name="Move")).to_have_count(0)
    for button in ada.page.locator(".dot-button").all():
        expect(button).to_have_attribute("aria-disabled", "true")
    crowd.says("LockStep", step=step, locked=False, what=what)
    expect(ada.page.get_by_text(words).filter(visible=True)).to_have_count(0)


def test_no_press_beside_the_field_and_no_esc_takes_what_is_written_in_a_sheet(crowd, ada):
    crowd.starts("wall")
    ada.writes("A thought")
    ada.note("A thought").get_by_role("button", name="More for this note").click()
    ada.press("Change")
    field, keys = ada.dialog().locator("textarea"), ada.page.keyboard
    field.fill("A better thought")
    paper, text = ada.dialog().bounding_box(), field.bounding_box()

    ada.page.mouse.click(paper["x"] + 4, text["y"] + 4)  # the sheet's own edge
    ada.page.mouse.move(text["x"] + 30, text["y"] + 20)
    ada.page.mouse.down()
    ada.page.mouse.move(30, 20)  # selecting, to above the sheet
    ada.page.mouse.up()
    expect(ada.dialog().get_by_role("button", name="Discard")).to_have_count(0)
    ada.page.mouse.click(30, 20)
    ada.dialog().get_by_text("What you wrote here is not sent yet.").wait_for()
    keys.press("Enter")
    keys.press("Escape")
    keys.press("Escape")  # the browser closes it by itself
    ada.press("Go on writing")
    expect(field).to_be_focused()
    ada.page.reload()
    ada.note("A thought").get_by_role("button", name="More for this note").click()
    ada.press("Change")
    expect(field).to_have_value("A better thought")
    keys.press("Escape")
    ada.press("Discard")

    expect(ada.dialog()).to_have_count(0)
    expect(ada.note("A thought")).to_be_visible()
