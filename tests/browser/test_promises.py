"""What Rytme promises of pages, kept in a real browser: few files, few cookies, no lost text."""

import re
from typing import Any

import pytest
from playwright.sync_api import Request, WebSocketRoute, expect

from tests.browser.crowd import Crowd
from tests.browser.people import LAPTOP, ROOM, Board, Facilitator, Person, Phone, trouble

pytestmark = pytest.mark.browser

MOST_FILES = 20
LONG = "This is far too much for one note. " * 9
WRONG = "That code is not open. Check it once more."


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=0)
    yield made
    made.leave()


@pytest.fixture
def phone(browser, house):
    person = Phone(browser, house.url)
    yield person
    person.leave()
    assert person.watch.faults == []


def test_a_first_page_asks_for_few_files(crowd, phone):
    asked: list[str] = []
    phone.context.on("request", lambda request: asked.append(file_of(request)))
    phone.page.goto(f"/j/{crowd.made['code']}")
    phone.page.wait_for_load_state("networkidle")
    assert len(asked) <= MOST_FILES, asked
    asked.clear()
    phone.press("Join")
    phone.sees("You are in.")
    files = [each for each in asked if not each.startswith("/socket.io/")]
    assert len(files) <= MOST_FILES, files


def file_of(request: Request) -> str:
    return re.sub(r"^https?://[^/]+", "", request.url)


def test_a_device_keeps_no_more_than_it_is_told(crowd, phone):
    phone.joins(crowd.made["code"], "Ada")
    crowd.starts("wall")
    phone.writes("A thought")
    phone.types("Half a thou")
    phone.is_live()
    (cookie,) = phone.context.cookies()
    assert cookie["name"] == f"rytme-{crowd.made['id']}-participant"
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert phone.page.evaluate(KEPT) == {
        "databases": ["rytme"],
        "localStorage": [f"rytme {crowd.made['id']} participant note {step(crowd, 'wall')}"],
        "sessionStorage": [],
        "caches": None,
    }
    assert (
        phone.page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length")
        == 0
    )


def test_half_a_thought_does_not_outlive_the_workshop(crowd, phone):
    phone.joins(crowd.made["code"], "Ada")
    crowd.starts("wall")
    phone.types("Half a thou")
    crowd.says("CloseWorkshop")
    phone.sees("Thank you. The workshop is closed.")
    phone.page.goto("/privacy")
    assert phone.page.evaluate(KEPT)["localStorage"] == []


@pytest.fixture
def finn(browser, house, crowd):
    person = Facilitator(browser, house.url, **LAPTOP)
    person.enters(crowd.made["id"], crowd.token("facilitator", "Gro"))
    yield person
    person.leave()
    assert person.watch.faults == []


def test_the_console_says_what_is_for_half_time_before_when_to_go_on(crowd, finn):
    crowd.starts("wall")
    finn.sees("Halfway: “What else? Go for the strange ones.”")
    last = finn.page.locator(".script-more").all_inner_texts()[-2:]
    assert [line.split()[0] for line in last] == ["Halfway:", "Reveal"]


def test_a_lock_on_moving_leaves_writing_as_it_is(crowd, phone):
    phone.joins(crowd.made["code"], "Ada")
    crowd.starts("wall")
    phone.writes("A thought")
    phone.is_live()
    crowd.reveals()
    group = crowd.starts("clusters")
    move = phone.page.get_by_role("button", name=re.compile("^Move"))
    expect(move.first).to_be_visible()
    crowd.says("LockStep", step=group["id"], locked=True, what="moving")
    expect(move).to_have_count(0)
    expect(phone.page.get_by_text("Write one that is missing")).to_be_visible()
    crowd.says("LockStep", step=group["id"], locked=False, what="moving")
    expect(move.first).to_be_visible()


def test_cookies_are_those_that_the_privacy_page_names(browser, house):
    finn = Facilitator(browser, house.url)
    assert kept_by(finn) == set()
    finn.page.goto("/")
    assert kept_by(finn) == set()
    finn.press("Bokmål")
    finn.press("English")
    assert kept_by(finn) == {"language"}
    finn.makes_a_workshop("Safe at home")
    finn.opens_the_console()
    assert kept_by(finn) == {"language", f"rytme-{finn.workshop}-facilitator"}
    finn.page.goto(f"/w/{finn.workshop}/plain?as=facilitator")
    finn.page.locator("summary").filter(has_text="Your name").click()
    finn.page.get_by_label("First name").fill("A name that is far too long " * 9)
    finn.press("Save")
    finn.page.get_by_role("alert").wait_for()
    assert kept_by(finn) <= {"language", f"rytme-{finn.workshop}-facilitator", "session"}
    finn.leave()
    assert finn.watch.faults == []


def kept_by(person: Person) -> set[str]:
    return {cookie["name"] for cookie in person.context.cookies()}


KEPT = """async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name),
  localStorage: Object.keys(localStorage),
  sessionStorage: Object.keys(sessionStorage),
  caches: (await caches.keys()).length || null,
})"""


def step(crowd: Crowd, layout: str) -> str:
    return str(next(it["id"] for it in crowd.finn.holding.all("step") if it["layout"] == layout))


@pytest.mark.rule("H2")
def test_console_board_and_phone_live_in_one_browser(browser, house, crowd):
    finn = Person(browser, house.url, **LAPTOP)
    finn.opens_the_key(crowd.made["facilitator_url"])
    assert finn.page.evaluate("location.hash") == ""
    board, phone = finn.context.new_page(), finn.context.new_page()
    board.goto(crowd.made["board_url"])
    board.wait_for_url("**/board")
    phone.goto(f"/j/{crowd.made['code']}")
    phone.get_by_role("button", name="Join").click()
    expect(phone.get_by_text("You are in.")).to_be_visible()
    expect(board.get_by_text("is here")).to_be_visible()
    finn.press("Start")
    expect(phone.get_by_text("Now we talk.")).to_be_visible()
    expect(board.get_by_role("heading", name=crowd.question.question)).to_be_visible()
    names = {cookie["name"].rsplit("-", 1)[1] for cookie in finn.context.cookies()}
    assert names == {"facilitator", "board", "participant"}
    finn.leave()
    assert finn.watch.faults == []


@pytest.mark.parametrize("typed", ["{lower}", "  {code}  ", "{spaced}", "{plain}"])
def test_a_code_is_read_as_people_type_it(crowd, phone, typed):
    code = crowd.made["code"]
    plain = code.replace("-", "")
    spaced = " ".join(plain)
    phone.joins(typed.format(code=code, lower=plain.lower(), spaced=spaced, plain=plain))
    phone.sees("You are in.")


def test_a_pasted_code_fills_the_field(crowd, phone):
    phone.page.goto("/j/")
    field = phone.page.locator("[name=code]")
    field.focus()
    phone.page.keyboard.insert_text(f" {crowd.made['code'].lower()}\n")
    phone.press("Join")
    phone.sees("You are in.")


@pytest.mark.rule("H5")
def test_a_wrong_code_is_said_and_what_was_typed_is_kept(phone):
    with phone.watch.trouble():  # the answer is a 404 that the test asks for
        phone.page.goto("/j/")
        phone.page.get_by_label("Code").fill("zzz zzz")
        phone.page.get_by_label("First name").fill("Ada")
        phone.press("Join")
        phone.sees(WRONG)
    field = phone.page.get_by_label("Code")
    assert re.sub(r"\W", "", field.input_value()).upper() == "ZZZZZZ"
    assert phone.page.get_by_label("First name").input_value() == "Ada"
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(WRONG)


@pytest.mark.rule("H2")
def test_an_invitation_takes_its_key_out_of_the_address(crowd, phone):
    phone.page.goto(crowd.made["invite_url"])
    phone.sees("You are invited")
    assert phone.page.evaluate("location.hash") == ""
    expect(phone.page.get_by_label("The link you were sent")).to_be_hidden()
    phone.page.get_by_label("First name").fill("Ada")
    phone.press("Join")
    phone.sees("You are in.")


def test_a_wrong_key_is_said(browser, house, crowd):
    finn = Person(browser, house.url, **LAPTOP)
    with finn.watch.trouble():
        finn.page.goto(crowd.made["facilitator_url"][:-4] + "0000")
        finn.press("Open the workshop")
        expect(finn.page.get_by_role("alert")).to_be_visible()
        expect(finn.page.get_by_label("The link, or the key at its end")).not_to_have_value("")
        assert finn.page.evaluate("location.hash") == ""
    finn.leave()
    assert finn.watch.faults == []


def test_an_empty_or_long_note_is_said_and_stays_in_the_hand(crowd, phone):
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.starts("wall")
    field = phone.page.locator("#composer")
    phone.types("   ")
    phone.adds()
    expect(field).to_have_accessible_description("Nothing is written yet. Write it, then send it.")
    phone.types(LONG)
    phone.adds()
    expect(field).to_have_accessible_description(
        re.compile(rf"That is {len(LONG)} characters, and 280 fit")
    )
    assert field.input_value() == LONG
    expect(field).to_be_focused()
    expect(phone.note("far too much")).to_have_count(0)


@pytest.mark.rule("S13")
@pytest.mark.parametrize(
    ("button", "kept"),
    [("Park it", "parked"), ("Put it in this step", "note"), ("Discard", "")],
)
def test_a_note_that_waited_while_the_room_moved_on(house, browser, proxy, crowd, button, kept):
    wifi = proxy(house.port)
    phone = Phone(browser, wifi.url)
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.starts("wall")
    phone.sees("Only you see this until we reveal.")
    with trouble(phone):
        wifi.mode = "cut"
        phone.writes("It came too late")
        crowd.starts("clusters")
        wifi.mode = "pass"
        phone.sees("“It came too late”")
    phone.page.reload()  # the offer outlives the page
    phone.press(button)
    expect(phone.page.get_by_text("“It came too late”")).to_have_count(0)
    phone.is_live()
    assert [it["text"] for it in kept_as(phone, kept)] == (["It came too late"] if kept else [])
    phone.leave()
    assert phone.watch.faults == []


def test_an_offer_is_one_line_in_the_steps_after_and_is_never_lost(crowd, phone):
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.starts("wall")
    phone.types("Half a thought")
    line = phone.page.get_by_text("1 text was not taken: look", exact=True)
    offer = phone.page.get_by_text("“Half a thought”")

    crowd.starts("clusters")
    expect(offer).to_be_visible()
    expect(line).to_have_count(0)
    crowd.starts("vote")
    expect(line).to_be_visible()
    expect(offer).to_be_hidden()
    phone.page.reload()
    expect(offer).to_be_hidden()
    line.click()
    expect(offer).to_be_visible()
    phone.press("Park it")

    expect(line).to_have_count(0)
    phone.is_live()
    assert [it["text"] for it in kept_as(phone, "parked")] == ["Half a thought"]


def test_a_hand_that_built_on_a_note_can_go_on_writing(crowd, phone):
    crowd.come(1)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(1))
    crowd.reveals()
    phone.enters(crowd.made["id"], crowd.token("participant"))
    phone.press("Build on")

    phone.writes("It goes on")

    expect(phone.page.locator("#composer")).to_be_focused()
    expect(phone.page.locator("#composer")).to_be_visible()


def test_a_refusal_leaves_the_bar_at_the_foot_free(crowd, phone):
    crowd.come(2)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(4))
    crowd.reveals()
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.starts("vote")
    crowd.opens_the_vote()
    foot = phone.page.locator(".foot")
    foot.wait_for()

    phone.page.evaluate(TOO_MANY_DOTS)

    toast = phone.page.locator(".toast")
    toast.wait_for()
    said, bar = toast.bounding_box(), foot.bounding_box()
    assert said["y"] + said["height"] <= bar["y"]


# What no button sends: the server refuses it, and no text is offered back.
TOO_MANY_DOTS = f"""async () => {{
  const room = {ROOM}, [round] = room.scene.all("round");
  room.send("CastVote", {{ round: round.id, item: round.candidates[0].item, dots: 2 }});
}}"""


def kept_as(phone: Phone, kind: str) -> list[dict[str, Any]]:
    return phone.page.evaluate(f"async (kind) => {ROOM}.scene.saved(kind)", kind or "parked")


@pytest.mark.parametrize("how", ["refused", "swallowed"])
def test_a_workshop_goes_on_where_websockets_do_not(crowd, phone, how):
    met: list[str] = []
    phone.context.route_web_socket(
        "**/*", lambda socket: (met.append(socket.url), REFUSALS[how](socket))
    )
    with phone.watch.trouble():
        phone.enters(crowd.made["id"], crowd.token("participant"))
        crowd.starts("wall")
        phone.writes("By polling alone")
        phone.is_live()
        crowd.reveals()
        phone.sees("All notes 1")
    assert met, "no websocket was tried"


def refuse(socket: WebSocketRoute) -> None:
    socket.close(code=1011)


def swallow(socket: WebSocketRoute) -> None:
    """It opens, and nothing ever comes through."""


REFUSALS = {"refused": refuse, "swallowed": swallow}


@pytest.mark.rule("S3")
def test_an_outbox_survives_a_reload(house, browser, proxy, crowd):
    wifi = proxy(house.port)
    phone = Phone(browser, wifi.url)
    phone.enters(crowd.made["id"], crowd.token("participant"))
    crowd.starts("wall")
    phone.page.locator("#composer").wait_for()
    with trouble(phone):
        wifi.mode = "blackhole"
        phone.writes("One", "Two", "Three")
        phone.sees("3 notes are not saved yet")
        wifi.mode = "cut"
        wifi.mode = "pass"
        phone.page.reload()
        for text in ("One", "Two", "Three"):
            expect(phone.note(text)).to_be_visible()
    crowd.reveals()
    phone.sees("All notes 3")
    phone.leave()
    assert phone.watch.faults == []


def test_a_board_stands_still_without_a_network_and_comes_back(house, browser, proxy, crowd):
    wifi = proxy(house.port)
    board = Board(browser, wifi.url)
    board.enters(crowd.made["id"], crowd.token("board"))
    crowd.starts("wall")
    board.sees("0 notes written")
    with trouble(board):
        wifi.mode = "cut"
        board.sees("Connecting")
        board.sees("0 notes written")
        crowd.starts("clusters")
        wifi.mode = "pass"
    board.sees("What belongs together?")
    board.leave()
    assert board.watch.faults == []


def test_a_screen_that_could_not_be_fetched_comes_when_the_network_is_back(crowd, phone):
    """A browser may remember that an address failed: what failed once fails here for good."""
    crowd.starts("wall")
    with trouble(phone):
        phone.context.route("**/phone-later.js", lambda route: route.abort())
        phone.enters(crowd.made["id"], crowd.token("participant", "Ada"))
        phone.page.locator("#composer").wait_for()
    phone.writes("A thought")
    asked = "performance.getEntriesByType('resource').map((it) => it.name)"
    assert len([it for it in phone.page.evaluate(asked) if "/phone.js" in it]) == 1
