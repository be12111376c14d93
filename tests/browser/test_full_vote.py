"""A vote with all that a vote can have: from the plan to the wild card, by taps, by keys, and for every eye."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.measures import (
    check_axe,
    check_calm,
    check_focus,
    check_large_text,
    check_narrow,
)
from tests.browser.people import LAPTOP, Board, Facilitator, Phone
from tests.servers.waiting import wait_until
from workshop.demo.client import new_id
from workshop.demo.content import Note

pytestmark = pytest.mark.browser

TEXTS = ("A key box that works", "Bread and milk", "Key box, that works!", "Who answers at night?")
FULL = {
    "criteria": [{"id": "value", "title": "Most use"}, {"id": "ease", "title": "Soon done"}],
    "groups": ["Residents", "Staff"],
    "ties": "lot",
    "wild_card": True,
    "staged": True,
    "plan": 2,
}


@pytest.fixture
def crowd(house, request):
    made = Crowd(house.url, people=4, language=getattr(request, "param", "en"))
    step = made.step("vote")
    made.says("ChangeStep", step=step["id"], setup=FULL, top=1, budget=2, per_item=2)
    made.starts("wall")
    made.writes([Note(text, "idea", "") for text in TEXTS])
    made.reveals()
    made.starts("vote")
    yield made
    made.leave()


def round_of(crowd: Crowd) -> dict:
    crowd.breathe()
    crowd.finn.pump_until(lambda: crowd.finn.holding.all("round"))
    return next(it for it in crowd.finn.holding.all("round") if not it["run_off"])


def votes(crowd: Crowd) -> None:
    """Two for the bread and two for the night: a tie at the cut."""
    items = {it["title"]: it["item"] for it in round_of(crowd)["candidates"]}
    for number, person in enumerate(crowd.people):
        person.pump_until(lambda who=person: who.holding.all("paper"))
        here = {"round": round_of(crowd)["id"]}
        person.send("ChooseVoterGroup", group="Staff", **here)
        item = items[TEXTS[1 if number < 2 else 3]]
        person.send("CastVote", item=item, dots=1, criterion="value", **here)
    crowd.settle()


def test_a_vote_in_full_by_taps(crowd, people):
    finn, ada, board = people(Facilitator), people(Phone), people(Board)
    expect(finn.page.locator(".alike")).to_contain_text(TEXTS[0])
    finn.press("2 minutes to plan the dots first")
    ada.sees("The vote opens in")
    board.sees("The vote opens in")
    for _ in range(2):
        ada.page.get_by_role("button", name=f"Give one dot for “Soon done” to “{TEXTS[2]}”").tap()
    ada.page.reload()
    ada.sees("At most 2 dots on one.")

    finn.press("Open the vote")
    ada.page.get_by_role("button", name="Residents").tap()
    ada.sees("You have planned 2 dots. Nobody has them yet.")
    ada.page.get_by_role("button", name="Give my dots as planned").tap()
    expect(ada.page.get_by_text("You have planned")).to_have_count(0)
    ada.sees("At most 2 dots on one.")
    ada.is_live()
    votes(crowd)
    finn.press("Close the vote")
    finn.dialog().get_by_role("button", name="Close the vote").click()

    ada.sees("The result comes place by place")
    expect(board.page.locator(".result")).to_have_count(0)
    finn.press("Show the next place")
    expect(ada.page.locator(".result")).to_have_count(1)
    expect(board.page.locator(".result")).to_have_count(1)
    finn.press("Show all the rest")
    expect(finn.page.locator(".result")).to_have_count(4)

    finn.press("Choose")
    finn.dialog().get_by_label("Why").fill("The nights are worst")
    finn.dialog().get_by_role("button", name="Choose").click()
    expect(finn.dialog()).to_contain_text("Choose 1 more.")
    expect(finn.dialog().get_by_label("Why")).to_have_value("The nights are worst")
    finn.dialog().get_by_role("button", name="Back").click()
    finn.press("Run-off among these")
    finn.dialog().get_by_role("button", name="Not yet").click()
    finn.press("Draw lots")
    finn.dialog().get_by_role("button", name="Draw").click()
    ada.sees("The tie was broken by lot")
    board.sees("The tie was broken by lot")
    finn.press("Keep it as the wild card")
    finn.sees("Nothing is written yet. Write it, then send it.")
    finn.page.get_by_label("Why").fill("Nobody has tried it")
    finn.press("Keep it as the wild card")
    for screen in (ada, board):
        screen.sees("Nobody has tried it")
    wait_until(lambda: round_of(crowd)["wild"], "the wild card")
    found = round_of(crowd)
    assert (found["ballots"], found["dots"]) == (5, 6)
    assert [it["above_cut"] for it in found["results"]].count(True) == 1
    assert len(found["trail"]) == 1


def test_a_vote_in_full_by_keys(crowd, people):
    ada = people(Phone, **LAPTOP)
    ada.is_live()
    voting(crowd)
    ada.sees("As whom do you vote?")
    keys = Keys(ada.page)
    keys.presses("Staff")
    ada.sees("You vote as:")
    keys.presses(f"Give one dot for “Most use” to “{TEXTS[1]}”")
    ada.is_live()
    votes(crowd)
    crowd.closes_the_vote()
    wait_until(lambda: round_of(crowd)["ballots"] == 5, "the vote closed")

    finn = Keys(people(Facilitator, **LAPTOP).page)
    expect(finn.page.get_by_role("button", name="Show the next place")).to_be_visible()
    finn.presses("Show the next place")
    finn.presses("Show all the rest")
    wait_until(lambda: len(round_of(crowd)["results"]) == 4, "the result told")
    assert (round_of(crowd)["turnout"], round_of(crowd)["ballots"]) == ([-1, 5], 5)


def test_a_plan_is_taken_back_and_the_vote_is_on_what_was_put_together_since(crowd, people):
    finn, ada = people(Facilitator), people(Phone)
    finn.press("2 minutes to plan the dots first")
    ada.page.get_by_role("button", name=f"Give one dot for “Most use” to “{TEXTS[2]}”").tap()
    finn.sees("The vote is held on what could be chosen when you planned it.")
    crowd.breathe()
    ids = {it["text"]: it["id"] for it in crowd.finn.holding.all("note")}
    both = {"title": "A key box", "notes": [ids[TEXTS[0]], ids[TEXTS[2]]]}
    crowd.says("AddCluster", id=new_id(), step=crowd.starts("clusters")["id"], **both)
    crowd.starts("vote")

    finn.sees("What can be chosen has changed since you planned this vote.")
    expect(finn.page.locator(".alike")).to_contain_text(TEXTS[2])
    finn.press("Take the plan back and look again")

    ada.sees("What can be chosen is looked at once more.")
    expect(finn.page.locator(".alike")).to_have_count(0)
    finn.press("Open the vote")
    ada.page.get_by_role("button", name="Residents").tap()
    expect(ada.page.get_by_text("You have planned")).to_have_count(0)
    titles = {it["title"] for it in round_of(crowd)["candidates"]}
    assert titles == {"A key box", TEXTS[1], TEXTS[3]}


def test_who_was_shown_out_is_nobody_to_let_in(crowd, people):
    finn = people(Facilitator)
    voting(crowd)
    crowd.come(1)
    finn.sees("Came after the vote opened")
    crowd.catches_up()
    late = crowd.finn.holding.all("participant")[-1]

    crowd.says("RemoveParticipant", participant=late["id"])

    expect(finn.page.get_by_text("Came after the vote opened")).to_have_count(0)


def planned(crowd: Crowd) -> None:
    crowd.says("PlanVote", id=new_id(), step=crowd.step("vote")["id"])


def voting(crowd: Crowd) -> None:
    crowd.says("OpenVote", id=new_id(), step=crowd.step("vote")["id"])


def tied(crowd: Crowd) -> None:
    voting(crowd)
    votes(crowd)
    crowd.closes_the_vote()
    found = round_of(crowd)
    crowd.says("TellResult", round=found["id"], before=0, rest=True)
    wild = next(it["item"] for it in round_of(crowd)["results"] if not it["above_cut"])
    crowd.says("PickWildCard", round=found["id"], item=wild, reason="Nobody has tried it")


@pytest.mark.parametrize("crowd", ["nb"], indirect=True, ids=["nb"])
@pytest.mark.parametrize("reach", [planned, voting, tied])
def test_every_part_of_it_is_for_everyone(crowd, people, reach):
    ada, finn = people(Phone), people(Facilitator, **LAPTOP)
    ada.is_live()
    reach(crowd)
    if reach is voting:
        ada.page.get_by_role("button", name="Residents").tap()
    ada.page.locator("[data-layout=vote], .results").first.wait_for()
    finn.page.locator(".console-question").wait_for()
    for page, width in ((ada.page, 390), (finn.page, 1440)):
        check_axe(page)
        check_calm(page)
        check_focus(page)
        check_narrow(page)
        check_axe(page)
        check_large_text(page, width=width)
