"""The running of a workshop from the console: by taps on a phone of 320 px, by keys on a laptop.

Where a screen is laid out in another way when it is narrow, also by keys at 320 px, as a laptop is at 400 %.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import check_axe, small_targets, too_wide
from tests.browser.people import Person
from tests.servers.rytme import ROOT, Server
from tests.servers.waiting import wait_until
from workshop.core.done import DONE, MODERATED
from workshop.core.groups import JoinGroup
from workshop.core.leading import HandOver, ShareLead
from workshop.core.seats import NameSeat
from workshop.demo.client import new_id
from workshop.demo.content import Note

pytestmark = pytest.mark.browser

SMALL = {"viewport": {"width": 320, "height": 640}, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
ENLARGED = {"viewport": SMALL["viewport"]}  # a laptop at 400 %
KEY = Note("The key box was never put up", "problem", "")
CALL = Note("Nobody calls the day after", "problem", "")
WAYS = "Other ways to go on"


class Hand:
    """One way to use the console: with a finger, or with keys and nothing else."""

    def __init__(self, console: Person, crowd: Crowd, *, by_keys: bool, narrow: bool) -> None:
        self.console, self.crowd, self.narrow = console, crowd, narrow
        self.page = console.page
        self.keys = Keys(self.page) if by_keys else None

    def press(self, name: str) -> None:
        """A button or a box to tick, by the beginning of its name."""
        if self.keys:
            self.keys.tab_to(name)
            self.keys.press("Space")
        else:
            self.target(re.compile("^" + re.escape(name))).tap()

    def target(self, name: re.Pattern[str]) -> Locator:
        """What is in front: in a dialog, if there is one."""
        dialog = self.console.dialog()
        front = dialog if dialog.count() else self.page
        button = front.get_by_role("button", name=name)
        box = front.get_by_role("checkbox", name=name)
        return button.or_(box).filter(visible=True).first

    def opens(self, text: str) -> None:
        """The menu of a note."""
        if self.keys:
            self.keys.tab_into_the_list()
            self.keys.arrow_to(text)
            self.keys.press("Enter")
        else:
            note = self.page.locator("li.note").filter(has_text=text)
            note.get_by_role("button", name="More for this note").tap()

    def goes_to(self, step: str) -> None:
        self.looks_at_the_agenda()
        self.press(step)

    def looks_at_the_agenda(self) -> None:
        """Where there is little room it is a drawer."""
        if self.narrow:
            self.press("Agenda")

    def writes(self, label: str, text: str) -> None:
        if self.keys:
            self.keys.tab_to(label)
            self.keys.types(text)
        else:
            self.page.get_by_label(label).fill(text)

    def leaves(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def sees(self, text: str | re.Pattern[str]) -> None:
        self.console.sees(text)

    def is_for_everyone(self) -> None:
        check_axe(self.page)
        assert too_wide(self.page) == []
        assert small_targets(self.page) == []

    def comes_to(self, seen: Callable[[], Any], outcome: Any) -> None:
        """What the records say in the end, as another facilitator holds them."""

        def now() -> Any:
            self.crowd.breathe()
            return seen()

        try:
            wait_until(lambda: now() == outcome, "the outcome")
        except TimeoutError:
            assert now() == outcome


@pytest.fixture
def crowd(house: Server) -> Iterator[Crowd]:
    made = Crowd(house.url, people=2)
    yield made
    made.leave()


DEVICES = {"taps": SMALL, "keys": LAPTOP, "keys at 320": ENLARGED}
also_enlarged = pytest.mark.parametrize("hand", list(DEVICES), indirect=True)


@pytest.fixture(params=["taps", "keys"])
def hand(request: Any, browser: Browser, house: Server, crowd: Crowd) -> Iterator[Hand]:
    device = DEVICES[request.param]
    console = Person(browser, house.url, **device)
    console.enters(crowd.made["id"], crowd.token("facilitator", "Kari"))
    yield Hand(console, crowd, by_keys=request.param != "taps", narrow=device is not LAPTOP)
    console.leave()
    assert console.watch.faults == []


def step(crowd: Crowd, title: str) -> dict[str, Any]:
    crowd.breathe()
    return next(it for it in crowd.finn.holding.all("step") if it["title"] == title)


def workshop(crowd: Crowd, field: str) -> Any:
    return crowd.finn.holding.one("workshop")[field]


def notes_are_shown(crowd: Crowd) -> None:
    crowd.starts("wall")
    crowd.writes([CALL, KEY])
    crowd.reveals()


def id_of(crowd: Crowd, note: Note) -> str:
    crowd.breathe()
    return str(next(it["id"] for it in crowd.finn.holding.all("note") if it["text"] == note.text))


@also_enlarged
def test_a_step_stays_open_for_notes_until_it_is_finished(hand, crowd):
    crowd.starts("wall")
    hand.press(WAYS)
    hand.is_for_everyone()

    hand.press("Go on, and keep this step open for notes")

    hand.sees("“Silent notes” still takes notes.")
    crowd.writes([KEY])
    hand.is_for_everyone()
    hand.press("Finish it")
    hand.comes_to(lambda: step(crowd, "Silent notes")["state"], "done")
    assert step(crowd, "Clusters")["state"] == "open"


def test_back_is_one_of_the_ways(hand, crowd):
    crowd.starts("wall")

    hand.press(WAYS)
    hand.press("Back to “The question”")

    hand.comes_to(lambda: workshop(crowd, "step"), step(crowd, "The question")["id"])


def test_writing_and_moving_are_locked_each_on_its_own(hand, crowd):
    crowd.starts("clusters")

    hand.press("Lock")
    hand.press("Moving")
    hand.is_for_everyone()
    hand.press("Done")

    hand.sees(re.compile("locked: moving"))
    expect(hand.page.get_by_role("button", name=re.compile("^Locked"))).to_be_visible()
    hand.comes_to(lambda: step(crowd, "Clusters")["locks"], ["moving"])
    hand.press("Locked")
    hand.press("Moving")
    hand.comes_to(lambda: step(crowd, "Clusters")["locks"], [])


def test_what_is_sorted_and_what_is_marked_can_be_locked(hand, crowd):
    for method, what in (("now_expect", "Moving"), ("goal", "Voting")):
        crowd.says("StartStep", step=crowd.plans(method))

        hand.press("Lock")
        hand.press(what)
        hand.press("Done")

        hand.sees(re.compile(f"locked: {what.lower()}"))


def test_the_lead_is_taken_with_a_question_and_handed_over(hand, crowd):
    crowd.starts("wall")
    crowd.says("TakeLead")
    hand.sees("and moves the room.")
    expect(hand.page.get_by_role("button", name="Next")).to_have_count(0)
    hand.is_for_everyone()

    hand.press("Take the lead")
    hand.is_for_everyone()
    hand.press("Take the lead")

    hand.sees("You lead")
    expect(hand.page.get_by_role("button", name="Next")).to_have_count(1)
    hand.press("You lead")
    hand.press("Hand over to Finn")
    hand.sees("and moves the room.")
    hand.press("Finn leads")
    hand.press("Take the lead")
    hand.press("Take the lead")
    hand.press("You lead")
    hand.press("Share it again")
    hand.comes_to(lambda: workshop(crowd, "lead"), "")


def test_what_moves_the_room_says_who_leads(hand, crowd):
    notes_are_shown(crowd)
    crowd.says("TakeLead")
    hand.sees("and moves the room.")

    hand.goes_to("Dot vote")

    hand.sees(re.compile("Finn leads and moves the room. You can read"))
    expect(hand.console.dialog().get_by_role("button", name="Go there")).to_have_count(0)
    hand.leaves()


@also_enlarged
def test_a_note_stands_in_the_spotlight_until_it_is_ended(hand, crowd):
    notes_are_shown(crowd)

    hand.opens(KEY.text)
    hand.is_for_everyone()
    hand.press("Put in the spotlight")

    hand.comes_to(lambda: lit(crowd), [("note", id_of(crowd, KEY))])
    hand.sees("End the spotlight")
    hand.is_for_everyone()
    hand.press("End the spotlight")
    hand.comes_to(lambda: lit(crowd), [])
    hand.press("Show the purpose")
    hand.comes_to(lambda: lit(crowd), [("purpose", "")])


def lit(crowd: Crowd) -> list[tuple[str, str]]:
    return [(it["of"], it["item"]) for it in crowd.finn.holding.all("spotlight")]


def test_a_cluster_and_a_decision_stand_in_the_spotlight(hand, crowd):
    notes_are_shown(crowd)
    crowd.starts("clusters")
    pile = new_id()
    here = step(crowd, "Clusters")["id"]
    crowd.says("AddCluster", id=pile, step=here, title="Calls", notes=[id_of(crowd, CALL)])
    hand.press("Put “Calls” in the spotlight")
    hand.comes_to(lambda: lit(crowd), [("cluster", pile)])
    crowd.starts("actions")
    decision = new_id()
    here = step(crowd, "One action")["id"]
    crowd.says("AddDecision", id=decision, step=here, text="We call everyone")

    hand.press("Put “We call everyone” in the spotlight")

    hand.comes_to(lambda: lit(crowd), [("decision", decision)])


def test_the_board_goes_dark_and_comes_back(hand, crowd):
    crowd.starts("wall")

    hand.press("Blank the board")
    hand.comes_to(lambda: workshop(crowd, "board_blank"), True)
    hand.is_for_everyone()

    hand.press("Light the board")
    hand.comes_to(lambda: workshop(crowd, "board_blank"), False)


def test_the_boards_pages_are_turned_and_turn_by_themselves_again(hand, crowd):
    crowd.starts("wall")
    hand.press("Turn the board a page")
    hand.comes_to(lambda: pages(crowd), [1])
    hand.press("Turn the board back a page")
    hand.comes_to(lambda: pages(crowd), [0])

    hand.press("Let the pages turn by themselves")

    hand.comes_to(lambda: pages(crowd), [])
    hand.is_for_everyone()


def pages(crowd: Crowd) -> list[int]:
    return [it["turns"] for it in crowd.finn.holding.all("page")]


@also_enlarged
def test_a_cycle_that_is_over_is_put_on_the_board(hand, crowd):
    crowd.starts("wall")
    crowd.cycles("And whom do we forget?")
    crowd.breathe()
    again = next(it for it in crowd.finn.holding.all("step") if it["cycle"] == 2)
    crowd.says("StartStep", step=again["id"])

    hand.looks_at_the_agenda()
    hand.press("Put cycle 1 on the board")

    hand.comes_to(lambda: lit(crowd), [("cycle", "")])
    hand.is_for_everyone()


def test_named_notes_are_ordered_by_author(hand, crowd):
    here = new_id()
    crowd.says(
        "AddStep", id=here, place=1, method="check_in", layout="wall", phase="frame",
        title="Hello", minutes=5, types=["hello"],
    )  # fmt: skip
    crowd.says("StartStep", step=here)
    for person, text in zip((1, 0, 1), ("One", "Two", "Three"), strict=True):
        crowd.people[person].say("AddNote", id=new_id(), step=here, type="hello", text=text)

    hand.press("Order by author")

    hand.comes_to(lambda: step(crowd, "Hello")["order"], "author")
    expect(hand.page.locator("li.note .note-name")).to_have_text(["Amina", "Ane", "Ane"])


def test_a_new_cycle_carries_what_came_out_on_top(hand, crowd):
    notes_are_shown(crowd)
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()
    crowd.people[0].say("ParkNote", id=new_id(), text="What about the weekends?")
    crowd.breathe()
    (round_,) = crowd.finn.holding.all("round")
    top = {it["title"] for it in round_["results"] if it["above_cut"]}

    hand.press(WAYS)
    hand.press("New cycle from here")
    hand.writes("The question, sharper", "Who calls, and when?")
    hand.page.locator("summary", has_text="From the parking lot").click()
    hand.page.get_by_role("checkbox", name="What about the weekends?").check()
    hand.sees("4 new steps, 21 min")
    hand.is_for_everyone()
    hand.press("Make the cycle")

    hand.comes_to(lambda: [it["question"] for it in cycles(crowd)], ["Who calls, and when?"])
    notes = crowd.finn.holding.all("note")
    carried = {it["text"] for it in notes if it["carried"]}
    assert carried == {*top, "What about the weekends?"}
    assert len(carried) > 0
    assert [it["text"] for it in notes].count("What about the weekends?") == 1
    assert workshop(crowd, "step") == step(crowd, "Dot vote")["id"]


def cycles(crowd: Crowd) -> list[dict[str, Any]]:
    return list(crowd.finn.holding.all("cycle"))


@also_enlarged
def test_a_step_that_was_can_be_read(hand, crowd):
    notes_are_shown(crowd)
    crowd.starts("clusters")

    hand.goes_to("Silent notes")
    hand.is_for_everyone()
    hand.press("Read what was made")

    expect(hand.console.dialog().get_by_text(KEY.text)).to_be_visible()
    expect(hand.console.dialog().get_by_text(CALL.text)).to_be_visible()
    hand.is_for_everyone()
    assert workshop(crowd, "step") == step(crowd, "Clusters")["id"]

    hand.press("Put in the spotlight")
    hand.comes_to(lambda: lit(crowd), [("step", step(crowd, "Silent notes")["id"])])
    expect(hand.page.locator(".console-agenda[data-open]")).to_have_count(0)


def test_steps_of_one_name_are_told_apart_by_their_cycle(hand, crowd):
    notes_are_shown(crowd)
    crowd.starts("vote")
    crowd.cycles("Who calls, and when?")
    hand.looks_at_the_agenda()

    steps = hand.page.get_by_role("navigation", name="Agenda").get_by_role("button")
    votes = steps.filter(has_text="Dot vote")
    expect(votes).to_contain_text(["Cycle 1", "Cycle 2"])
    votes.last.click()

    expect(hand.console.dialog()).to_contain_text("Go to “Cycle 2 · Dot vote”?")
    hand.is_for_everyone()
    hand.press("Go there")
    hand.sees("Undo: went to a step: Cycle 2 · Dot vote")


def test_half_time_comes_up_once_and_goes_when_it_is_said(hand, crowd):
    crowd.starts("wall", 140)  # of five minutes

    hand.sees(step(crowd, "Silent notes")["half_time"])
    hand.is_for_everyone()
    hand.press("It is said")

    expect(hand.page.locator(".half-time")).to_have_count(0)


@pytest.mark.parametrize("hand", ["keys"], indirect=True)
def test_two_minutes_and_the_end_are_told_in_words(hand, crowd):
    """What others do is told in one breath, so a line may stand beside another."""
    told = hand.page.locator("#say-polite")
    crowd.starts("wall", 121)
    expect(told).to_contain_text("2 minutes left.")
    hand.sees("under 2 min")

    crowd.says("StartTimer", seconds=1)

    hand.sees("Time is up")
    expect(told).to_contain_text("Time is up. Finish your sentence.")


def test_the_soft_sound_is_off_until_this_device_is_told(hand, crowd):
    hand.press("More")
    box = hand.page.get_by_role("checkbox", name="A soft sound")
    expect(box).not_to_be_checked()

    hand.press("A soft sound")

    hand.page.reload()
    hand.press("More")
    expect(box).to_be_checked()


@also_enlarged
def test_running_late_proposes_and_waits(hand, crowd):
    crowd.says("ChangeWorkshop", planned_minutes=20)
    crowd.starts("talk")

    hand.press("5 min late")
    hand.is_for_everyone()
    assert step(crowd, "Clusters")["minutes"] == 7
    hand.press("Do it: “Clusters”")

    hand.sees("3 min late")
    hand.comes_to(lambda: step(crowd, "Clusters")["minutes"], 5)


@also_enlarged
def test_undo_takes_back_what_it_names(hand, crowd):
    crowd.starts("wall")
    crowd.says("BlankBoard", blank=True)
    crowd.says("LockStep", step=step(crowd, "Silent notes")["id"], locked=True, what="writing")
    hand.sees(re.compile("locked: writing"))
    hand.is_for_everyone()

    hand.press("Undo: changed a lock: Silent notes")

    hand.comes_to(lambda: step(crowd, "Silent notes")["locks"], [])
    hand.press("Undo: darkened or lit the board")
    hand.comes_to(lambda: workshop(crowd, "board_blank"), False)
    hand.press("Undo: went to a step: Silent notes")
    hand.comes_to(lambda: workshop(crowd, "step"), "")


def test_the_history_says_who_did_what_and_undoes_it_if_it_can(hand, crowd):
    crowd.starts("talk")
    crowd.says("ChangeStep", step=step(crowd, "Clusters")["id"], minutes=9)
    crowd.says("ChangeStep", step=step(crowd, "Clusters")["id"], minutes=12)
    crowd.says("ChangeStep", step=step(crowd, "Dot vote")["id"], minutes=9)

    hand.press("More")
    hand.press("What was done")

    rows = hand.page.locator(".deed")
    expect(rows.nth(0)).to_contain_text("Finn changed a step: Dot vote")
    expect(rows.nth(1)).to_contain_text("Finn changed a step: Clusters")
    hand.is_for_everyone()
    hand.press("Undo: changed a step: Dot vote")
    hand.comes_to(lambda: step(crowd, "Dot vote")["minutes"], 4)
    expect(rows.nth(0)).to_contain_text("Kari undid this: changed a step: Dot vote")
    rows.get_by_role("button", name="Undo: changed a step: Clusters").last.click()
    hand.sees("Something has changed since, so this can no longer be undone.")


def test_what_is_final_stays(hand, crowd):
    notes_are_shown(crowd)

    hand.press("More")
    hand.press("What was done")

    expect(hand.page.locator(".deed").first).to_contain_text("revealed the notes: Silent notes")
    expect(hand.page.locator(".deed").first).to_contain_text("stays")
    expect(hand.page.locator(".deed button")).to_have_count(0)


def test_who_presses_next_twice_goes_one_step(hand, crowd):
    """The second press comes when the next step has come to the screen."""
    first, second, third = crowd.finn.holding.all("step")[:3]
    crowd.says("StartStep", step=first["id"])
    hand.press("Next")
    hand.comes_to(lambda: workshop(crowd, "step"), second["id"])
    on = hand.page.get_by_role("button", name="Next")
    expect(on).to_have_attribute("aria-disabled", "true")
    on.dispatch_event("click")

    expect(on).not_to_have_attribute("aria-disabled", "true")
    assert workshop(crowd, "step") == second["id"]
    hand.press("Next")
    hand.comes_to(lambda: workshop(crowd, "step"), third["id"])


def test_each_deed_has_its_words():
    words = (ROOT / "static" / "js" / "lib" / "deeds.js").read_text("utf-8")
    told = set(re.findall(r"^  (\w+): \(\) =>", words, re.MULTILINE))
    done = {command for command, _ in DONE.values()} | {
        *MODERATED.values(),
        HandOver,
        JoinGroup,
        NameSeat,
        ShareLead,
    }
    assert told | {"Undo"} == {command.__name__ for command in done}
