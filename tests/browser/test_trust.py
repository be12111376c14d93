"""People, the door, questions to the room, moderation and its signals: with a finger at 320 px, and by keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.hands import HANDS, opens, opens_after, top
from tests.browser.measures import check_axe, small_targets, too_wide
from tests.browser.people import Board, Person, Phone
from tests.servers.waiting import wait_until
from workshop.demo.content import Note

pytestmark = pytest.mark.browser

each_hand = pytest.mark.parametrize("hand", ["keys", "taps"], indirect=True)
also_enlarged = pytest.mark.parametrize("hand", sorted(HANDS), indirect=True)


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=3)
    yield made
    made.leave()


@pytest.fixture
def hand(request, people):
    """The facilitator at the console, by taps or by keys."""
    way = HANDS[request.param]
    return way(people(Person, "Finn", **way.device).page)


def is_fit(hand) -> None:
    """What stands on the screen now has room, large targets, and words for those who do not see it."""
    assert too_wide(hand.page) == []
    assert small_targets(hand.page) == []
    check_axe(hand.page)


def comes(crowd: Crowd, found, wanted: object) -> None:
    """The server's records come to be so."""

    def seen() -> object:
        crowd.breathe()
        return found(crowd.finn.holding)

    try:
        wait_until(lambda: seen() == wanted, "the records")
    except TimeoutError:
        assert seen() == wanted


def removed(holding) -> list[str]:
    return [it["name"] for it in holding.all("participant") if it["removed"]]


def shown_code(person: Person) -> str:
    return person.page.locator(".lobby-join .code").inner_text().replace("-", "")


# -- people


@also_enlarged
def test_someone_is_shown_out_and_let_in_again(hand, crowd, people):
    ada = people(Phone)
    opens(hand, "4 here")
    hand.presses("Ada")
    opens(hand, "Show out")
    is_fit(hand)
    hand.presses("Show out")

    comes(crowd, removed, ["Ada"])
    ada.sees("A facilitator has shown you out.")
    hand.page.get_by_role("heading", name="Shown out").wait_for()
    is_fit(hand)
    hand.presses("Let in again")
    comes(crowd, removed, [])


@each_hand
def test_who_is_shown_out_is_kept_out_by_a_new_code(hand, crowd):
    before = crowd.made["code"]
    opens(hand, "3 here")
    hand.presses("Amina")
    opens(hand, "Show out")
    hand.ticks("Take a new code and a new invitation too")
    hand.presses("Show out")

    comes(crowd, removed, ["Amina"])
    comes(crowd, lambda it: it.one("workshop")["code"] == before, False)
    comes(crowd, lambda it: it.one("workshop")["invites"], 1)


@each_hand
def test_with_a_facilitator_who_is_shown_out_goes_the_link_they_know(hand, crowd, house):
    opens(hand, "3 here")
    hand.presses("Finn")
    opens(hand, "Show out")
    is_fit(hand)
    hand.presses("Show out")

    made = hand.page.get_by_label("The new facilitator link")
    expect(made).to_have_value(re.compile(f"/f/{crowd.made['id']}#.{{22}}$"))
    assert made.input_value() != crowd.made["facilitator_url"]
    is_fit(hand)
    old = {"role": "facilitator", "key": crowd.made["facilitator_key"]}
    answer = hand.page.request.post(f"/api/workshops/{crowd.made['id']}/join", data=old)
    assert (answer.status, answer.json()["error"]["code"]) == (403, "wrong_key")


@each_hand
def test_someone_without_a_phone_has_a_seat(hand, crowd):
    opens(hand, "3 here")
    hand.unfolds("Add someone without a phone")
    hand.writes("Name", "Grandma Sol")
    hand.presses("Add")
    hand.presses("Grandma Sol")

    seat = next(it for it in records(crowd, "participant") if it["seat"])
    assert seat["name"] == "Grandma Sol"
    link = hand.page.get_by_role("link", name="Write and vote for them")
    assert link.get_attribute("href") == f"/w/{crowd.made['id']}/seat/{seat['id']}"
    is_fit(hand)
    hand.writes("Their name", "Berg")
    hand.presses("Save the name")
    comes(
        crowd,
        lambda it: ["Berg" in each["name"] for each in it.all("participant") if each["seat"]],
        [True],
    )
    opens(hand, "Take away")
    hand.presses("Take away")
    comes(crowd, lambda it: ["Berg" in name for name in removed(it)], [True])


@each_hand
def test_a_facilitator_says_who_they_are(hand, crowd):
    opens(hand, "3 here")
    hand.unfolds("Your own name")
    hand.writes("First name", " Berg")
    hand.presses("Save the name")

    own = hand.page.locator(".person").filter(has_text="you").locator(".person-name")
    expect(own).to_contain_text("Berg")
    comes(
        crowd, lambda it: any(each["name"].endswith("Berg") for each in it.all("participant")), True
    )


@each_hand
def test_who_comes_late_is_let_into_the_vote(hand, crowd):
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.reveals()
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.come(1)
    late = crowd.finn.holding
    opens(hand, "4 here")
    hand.presses("Astrid")
    hand.presses("Let into the vote")
    comes(crowd, lambda it: it.all("round")[-1]["electorate"], 4)
    assert late.all("paper")[-1]["late"]


def records(crowd: Crowd, kind: str) -> list[dict]:
    crowd.finn.pump(0.2)
    return list(crowd.finn.holding.all(kind))


# -- the door


def door_closed(holding) -> bool:
    return bool(holding.one("workshop")["door_closed"])


@each_hand
def test_the_door_is_closed_and_opened(hand, crowd):
    opens(hand, "More")
    hand.presses("The door")
    top(hand.page).get_by_role("heading", name="The door").wait_for()
    hand.presses("Close the door")
    comes(crowd, door_closed, True)
    expect(top(hand.page)).to_contain_text("Nobody new comes in")
    is_fit(hand)
    hand.presses("Open the door")
    comes(crowd, door_closed, False)


@each_hand
def test_a_new_code_shows_on_console_and_board_at_once(hand, crowd, people):
    board, before = people(Board), crowd.made["code"]
    opens(hand, "The door is open")
    opens(hand, "Take a new code")
    hand.ticks("Make a new invitation link too")
    is_fit(hand)
    hand.presses("Take a new code")
    hand.page.get_by_text("This is the new code.").wait_for()
    invitation = hand.page.get_by_label("The new invitation")
    expect(invitation).to_have_value(re.compile(f"/i/{crowd.made['id']}#"))
    assert invitation.input_value() != crowd.made["invite_url"]

    code = hand.page.locator(".door .code").inner_text().replace("-", "")
    assert code != before
    comes(crowd, lambda it: it.one("workshop")["code"], code)
    expect(board.page.locator(".lobby-join .code")).to_have_text(re.compile(code[3:]))
    assert shown_code(board) == code
    for page in (hand.page, board.page):
        assert page.locator("img.qr").last.get_attribute("src").endswith(code)


@each_hand
def test_boards_are_shut_out_and_the_new_link_opens(hand, crowd, people, browser, house):
    old = people(Board)
    opens(hand, "The door is open")
    hand.page.get_by_text("1 board looks on.").wait_for()
    hand.presses("Get the board's link")
    expect(hand.page.get_by_label("Board", exact=True)).to_have_value(crowd.made["board_url"])
    opens(hand, "Shut all boards out")
    hand.presses("Shut them out")

    old.sees("This board was shut out.")
    hand.page.get_by_text("No board looks on.").wait_for()
    hand.presses("Get the board's link")
    is_fit(hand)
    link = hand.page.get_by_label("Board", exact=True).input_value()
    assert link != crowd.made["board_url"]
    new = Board(browser, house.url)
    new.opens(link)
    hand.page.get_by_text("1 board looks on.").wait_for()
    new.leave()


# -- asking the room


@each_hand
def test_the_room_is_asked_without_leaving_the_step(hand, crowd):
    crowd.starts("talk")
    opens(hand, "Ask the room")
    hand.writes("Question", "Is the pace right?")
    hand.chooses("1 to 5")
    hand.presses("Ask the room")
    hand.page.get_by_text("0 of 3 have answered").first.wait_for()
    poll = crowd.asked()
    assert (poll["question"], poll["form"]) == ("Is the pace right?", "scale")
    crowd.answers(poll["id"], "3", "5")

    expect(top(hand.page)).to_contain_text("2 of 3 have answered")
    is_fit(hand)
    opens(hand, "Close the question")
    hand.presses("Close the question")
    told = hand.page.get_by_role("dialog").locator(".poll-answered")
    expect(told).to_contain_text(
        "2 of 3 answered. Fewer than four, so what they said is not shown."
    )
    expect(hand.page.locator(".poll-counts")).to_have_count(0)
    is_fit(hand)
    comes(crowd, lambda it: [lit["item"] for lit in it.all("spotlight")], [poll["id"]])
    hand.presses("Take it off the board")
    comes(crowd, lambda it: it.all("spotlight"), [])
    hand.presses("Show it on the board")
    comes(crowd, lambda it: [lit["item"] for lit in it.all("spotlight")], [poll["id"]])
    assert crowd.finn.holding.one("workshop")["step"] == poll_step(crowd)


def poll_step(crowd: Crowd) -> str:
    return next(it["id"] for it in crowd.finn.holding.all("step") if it["layout"] == "talk")


@each_hand
def test_earlier_questions_can_be_read_again(hand, crowd):
    for question in ("Shall we go on?", "Are you tired?"):
        poll = crowd.asks(question, "yes_no")
        crowd.answers(poll, "yes")
        crowd.says("ClosePoll", poll=poll)
    hand.page.get_by_text("In the spotlight: “Are you tired?”").wait_for(state="attached")
    opens(hand, "Ask, or read 2 answers")
    sheet = top(hand.page)
    expect(sheet.get_by_text("Are you tired?")).to_be_visible()
    hand.unfolds("Shall we go on?")
    expect(sheet.get_by_text("1 of 3 answered")).to_have_count(2)
    is_fit(hand)


# -- reading the room


@also_enlarged
def test_counts_tell_how_the_room_is_and_hands_who_would_speak(hand, crowd, people):
    step = crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.people[0].say("SetPace", step=step["id"], pace="done")
    crowd.people[1].say("SetPace", step=step["id"], pace="more")

    aside = hand.page.locator(".console-aside")
    expect(aside.locator(".signal dd")).to_have_text(["1/3", "1"])
    expect(aside).to_contain_text("Fewer than four take part")
    people(Phone, "Dag")
    expect(aside.locator(".spread td")).to_have_text(["1", "3", "0", "0"])
    expect(aside).to_contain_text("1 person needs more time.")
    for person in ("Amina", "Ane", "Anders"):
        expect(aside).not_to_contain_text(person)

    for number in (2, 0):
        crowd.people[number].say("RaiseHand", raised=True)
    names = aside.locator(".hand .person-name")
    expect(names).to_have_text(["Anders", "Amina"])
    expect(hand.page.locator(".hands-up")).to_have_text("2 hands up")
    is_fit(hand)
    hand.presses("Lower the hand of Anders")
    expect(names).to_have_text(["Amina"])


def reach_the_groan_zone(crowd: Crowd) -> None:
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(3))
    crowd.reveals()
    crowd.starts("clusters")


@also_enlarged
def test_a_heavy_room_reads_its_goal_talks_in_groups_and_rests(hand, crowd):
    reach_the_groan_zone(crowd)
    before = crowd.finn.holding.one("workshop")["step"]
    hand.presses("Read the goal again")
    comes(crowd, lambda it: [lit["of"] for lit in it.all("spotlight")], ["purpose"])
    hand.presses("Put the goal away")
    comes(crowd, lambda it: it.all("spotlight"), [])

    opens(hand, "Smaller groups")
    expect(top(hand.page)).to_contain_text("Turn to two or three who sit near you.")
    is_fit(hand)
    hand.presses("Start 8 minutes")
    comes(crowd, lambda it: it.one("timer")["state"], "running")

    away = "**/methods.json*"
    hand.page.route(away, lambda route: route.fulfill(body="a gateway's page"), times=1)
    opens(hand, "Take a break")
    expect(top(hand.page).get_by_role("alert")).to_contain_text("No answer from the server.")
    hand.presses("Try again")
    hand.chooses("15 min")
    is_fit(hand)
    hand.presses("Start the break")
    comes(crowd, lambda it: (now(it)["phase"], now(it)["minutes"]), ("break", 15))
    hand.presses("Next")
    comes(crowd, lambda it: it.one("workshop")["step"], before)


def now(holding) -> dict:
    return next(it for it in holding.all("step") if it["id"] == holding.one("workshop")["step"])


# -- moderation

RUDE, GOOD = Note("Kari never answers", "problem", ""), Note("Call the day after", "idea", "")
HURTS = "It could hurt someone here."


def reach_a_moderated_step(crowd: Crowd) -> None:
    step = next(it for it in crowd.finn.holding.all("step") if it["layout"] == "wall")
    crowd.says("ChangeStep", step=step["id"], readers="facilitator", moderated=True)
    crowd.starts("wall")
    crowd.writes([RUDE, GOOD])


def states(holding) -> dict[str, tuple[str, str]]:
    return {it["text"]: (it["held"], it["reason"]) for it in holding.all("note")}


def shown_to(person) -> set[str]:
    person.pump(0.2)
    return {it["text"] for it in person.holding.all("note") if it["readers"] == "all"}


@also_enlarged
def test_a_note_is_hidden_before_the_reveal_and_shown_after_it(hand, crowd):
    reach_a_moderated_step(crowd)
    hand.opens_note(RUDE.text)
    opens_after(hand, "Hide or return")
    hand.chooses(HURTS)
    is_fit(hand)
    hand.presses("Hide it")

    comes(crowd, states, {RUDE.text: ("hidden", HURTS), GOOD.text: ("", "")})
    writer = crowd.people[0]
    writer.pump(0.2)
    assert states(writer.holding)[RUDE.text] == ("hidden", HURTS)
    is_fit(hand)
    crowd.reveals()
    assert shown_to(crowd.people[2]) == {GOOD.text}
    opens(hand, "Hidden and returned")
    is_fit(hand)
    assert_record_names_no_writer(hand)
    hand.presses(f"Show it: “{RUDE.text}”")
    expect(top(hand.page)).to_contain_text("No note is held now.")
    assert shown_to(crowd.people[2]) == {RUDE.text, GOOD.text}


def assert_record_names_no_writer(hand) -> None:
    with hand.page.expect_download() as download:
        hand.follows("Download the record")
    record = download.value.path().read_text("utf-8-sig")
    assert (HURTS in record, "Finn" in record) == (True, True)
    assert not [name for name in ("Amina", "Ane", "Anders") if name in record]


@each_hand
def test_a_shown_note_is_returned_changed_and_shown_again(hand, crowd):
    crowd.starts("wall")
    crowd.writes([RUDE, GOOD])
    crowd.reveals()
    hand.opens_note(RUDE.text)
    opens_after(hand, "Hide or return")
    hand.chooses("In your own words")
    hand.writes("Your reason", "Say it without a name.")
    hand.presses("Return it")

    comes(crowd, lambda it: states(it)[RUDE.text], ("returned", "Say it without a name."))
    note = next(it["id"] for it in crowd.finn.holding.all("note") if it["held"])
    assert crowd.people[0].say("ChangeNote", note=note, text="Nobody answers")["ok"]
    hand.page.get_by_text("1 returned note was changed. Look again.").wait_for()
    assert shown_to(crowd.people[2]) == {GOOD.text}
    hand.opens_note("Nobody answers")
    opens_after(hand, "Look at it again")
    is_fit(hand)
    hand.presses("Show it")
    comes(crowd, states, {"Nobody answers": ("", ""), GOOD.text: ("", "")})
    assert shown_to(crowd.people[2]) == {"Nobody answers", GOOD.text}


@each_hand
def test_a_note_is_hidden_out_of_its_cluster(hand, crowd):
    crowd.starts("wall")
    crowd.writes([RUDE, GOOD])
    crowd.reveals()
    crowd.starts("clusters")
    hand.opens_note(RUDE.text)
    opens_after(hand, "Hide or return")
    hand.chooses(HURTS)
    hand.presses("Hide it")
    comes(crowd, lambda it: states(it)[RUDE.text], ("hidden", HURTS))
    expect(hand.page.locator("li.note")).to_have_text([re.compile(GOOD.text)])
