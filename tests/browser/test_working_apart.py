"""Build rounds and groups, on phone, console and board: each by taps, and what a phone does by keys too."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.layouts import BREAD, CALL, KEY
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import LAPTOP, Board, Facilitator, Phone
from tests.servers.waiting import wait_until
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=3)
    yield made
    made.leave()


def held(crowd: Crowd, kind: str) -> list[dict[str, Any]]:
    crowd.breathe()
    return crowd.finn.holding.all(kind)


def building(crowd: Crowd) -> str:
    """Three notes are shown, and the room is asked to build on them."""
    crowd.starts("wall")
    crowd.writes([CALL, KEY, BREAD])
    crowd.reveals()
    step = crowd.plans("build_round", source=crowd.step("wall")["id"])
    crowd.says("StartStep", step=step)
    return step


def builds(crowd: Crowd) -> list[tuple[str, str]]:
    notes = {note["id"]: note for note in held(crowd, "note")}
    return [(it["text"], notes[it["parent"]]["text"]) for it in notes.values() if it["parent"]]


def test_a_phone_is_dealt_notes_and_builds_on_one_by_taps(crowd, people):
    building(crowd)
    ada = people(Phone)
    dealt = ada.page.locator("[data-part=dealt]")
    expect(dealt.locator("li.note")).to_have_count(3)
    expect(dealt.get_by_text("You have built on 0 of them.")).to_be_visible()

    dealt.locator("li.note", has_text=KEY.text).get_by_role("button", name="Build on").tap()
    ada.page.locator("#composer").fill("And a spare key with the neighbour")
    ada.page.locator(".compose button[type=submit]").tap()

    expect(dealt.get_by_text("You have built on 1 of them.")).to_be_visible()
    wait_until(
        lambda: builds(crowd) == [("And a spare key with the neighbour", KEY.text)], "the build"
    )
    check_narrow(ada.page)
    check_axe(ada.page)


def test_it_is_the_same_hand_after_a_reload_and_by_keys(crowd, people):
    building(crowd)
    ada = people(**LAPTOP)
    texts = ada.page.locator("[data-part=dealt] li.note .note-text")
    expect(texts).to_have_count(3)
    before = texts.all_inner_texts()
    ada.page.reload()
    expect(texts).to_have_text(before)

    keys = Keys(ada.page)
    keys.presses("Build on")
    keys.lands_in("#composer")
    keys.types("Yes, and in the evening too")
    keys.presses("Add")

    wait_until(lambda: len(builds(crowd)) == 1, "the build")


def test_groups_are_dealt_write_apart_and_tell(crowd, people):
    apart = crowd.plans("group_work")
    back = crowd.plans("report_back", source=apart)
    crowd.says("StartStep", step=apart)
    finn, wall, ada = people(Facilitator), people(Board), people(Phone)
    ada.sees("The facilitator is forming the groups.")

    finn.press("Form groups")
    finn.dialog().get_by_label("How many groups?").fill("2")
    finn.dialog().get_by_role("button", name="Form groups").click()
    wait_until(lambda: [it["people"] for it in held(crowd, "group")] == [2, 2], "even groups")
    own = next(
        it["group"]
        for it in held(crowd, "participant")
        if (it["name"], it["role"]) == ("Ada", "participant")
    )
    title = next(it["title"] for it in held(crowd, "group") if it["id"] == own)
    expect(ada.page.locator(".own-group")).to_contain_text(title)

    ada.writes("Two of us call each evening")
    for person in crowd.people:
        person.send(
            "AddNote",
            id=new_id(),
            step=apart,
            type="idea",
            text="One thing more",
        )
    crowd.settle()
    expect(ada.page.locator("[data-group=shown] li.note")).to_have_count(2)
    expect(wall.page.locator(".pane")).to_have_count(2)
    expect(wall.page.locator(".pane li.note")).to_have_count(4)
    expect(finn.page.locator("[data-layout=wall] li.note")).to_have_count(4)
    check_axe(ada.page)
    check_axe(finn.page)

    ada.note("Two of us call").get_by_role("button", name="More for this note").tap()
    ada.dialog().get_by_role("button", name="Tell the others of it").tap()
    expect(ada.note("Two of us call").get_by_text("Told to the others")).to_be_visible()
    ada.is_live()

    crowd.says("StartStep", step=back)
    expect(wall.page.locator("li.note")).to_have_text([re.compile("Two of us call each evening")])
    expect(ada.page.locator("li.note")).to_have_count(1)


def test_a_group_is_chosen_on_the_phone_by_keys_and_by_taps(crowd, people):
    apart = crowd.plans("group_work")
    groups = [{"id": f"group{n}xxxxxxxxxx", "title": f"Group {n}"} for n in (1, 2)]
    crowd.says("FormGroups", groups=groups, how="chosen")
    crowd.says("StartStep", step=apart)
    ada = people(**LAPTOP)

    Keys(ada.page).presses("Group 1 0 people")
    expect(ada.page.locator(".own-group")).to_contain_text("Group 1")
    ada.page.get_by_role("button", name="Go to another group").click()
    ada.page.get_by_role("button", name="Group 2").click()

    wait_until(lambda: [it["people"] for it in held(crowd, "group")] == [0, 1], "one in the second")
    expect(ada.page.locator(".own-group")).to_contain_text("Group 2")


def test_each_group_puts_the_same_notes_together_in_its_own_way(crowd, people):
    """By taps on the phone; the console sees all groups, the board when the room comes together."""
    crowd.starts("wall")
    crowd.writes([CALL, KEY, BREAD])
    crowd.reveals()
    apart = crowd.plans("group_cluster", source=crowd.step("wall")["id"])
    together = crowd.plans("cluster", source=apart)
    groups = [{"id": f"group{n}xxxxxxxxxx", "title": f"Group {n}"} for n in (1, 2)]
    crowd.says("FormGroups", groups=groups, how="chosen")
    crowd.says("StartStep", step=apart)
    finn, wall, ada = people(Facilitator), people(Board), people(Phone)
    other = crowd.people[0]
    other.send("JoinGroup", group=groups[1]["id"])
    crowd.settle()
    both = [it["id"] for it in held(crowd, "note") if it["text"] in (CALL.text, KEY.text)]
    theirs = {"id": new_id(), "step": apart, "title": "Somebody calls", "notes": both}
    other.send("AddCluster", **theirs)
    crowd.settle()

    ada.page.get_by_role("button", name="Group 1").tap()
    ada.note(CALL.text).get_by_role("button", name="Move").tap()
    ada.dialog().get_by_role("button", name="New cluster").tap()
    ada.moves(BREAD.text, to="No name yet")
    ada.page.get_by_role("button", name="Name this cluster").tap()
    ada.dialog().get_by_label("Name").fill("Being sure of help")
    ada.dialog().get_by_role("button", name="Save").tap()

    titles = ada.page.locator(".cluster-title")
    expect(titles).to_have_text(["Being sure of help", "Standing alone"])
    expect(ada.page.locator(".note", has_text=CALL.text)).to_have_count(1)
    console = finn.page.locator("[data-layout=clusters] .cluster-title")
    expect(console).to_have_text(
        ["Group 1: Being sure of help", "Group 2: Somebody calls", "Standing alone"]
    )
    expect(wall.page.locator(".cluster")).to_have_count(0)
    check_narrow(ada.page)
    check_axe(ada.page)
    check_axe(finn.page)

    crowd.says("StartStep", step=together)
    expect(wall.page.locator(".cluster-title")).to_have_text(
        ["Group 1: Being sure of help", "Group 2: Somebody calls"]
    )
    expect(titles).to_have_count(3)


def test_a_facilitator_places_a_person(crowd, people):
    apart = crowd.plans("group_work")
    groups = [{"id": f"group{n}xxxxxxxxxx", "title": f"Group {n}"} for n in (1, 2)]
    crowd.says("FormGroups", groups=groups, how="chosen")
    crowd.says("StartStep", step=apart)
    finn = people(Facilitator)
    name = next(it["name"] for it in held(crowd, "participant") if it["role"] == "participant")

    finn.page.locator(".working-group", has_text="In no group").locator("summary").click()
    finn.page.get_by_label(name, exact=True).select_option(label="Group 2")

    wait_until(lambda: [it["people"] for it in held(crowd, "group")] == [0, 1], "one in the second")
    check_axe(finn.page)


def test_individual_group_plenary_adds_three_steps_with_one_question(crowd, people):
    finn = people(Facilitator)
    finn.page.goto(finn.page.url.replace("/console", "/plan"))
    finn.page.get_by_role("button", name="Add a step", exact=True).first.click()
    finn.dialog().get_by_role("button", name="Individual, group, plenary").click()
    finn.dialog().get_by_label("Question").fill("What would you try first?")
    finn.dialog().get_by_role("button", name="Add", exact=True).click()

    def added() -> list[dict[str, Any]]:
        steps = sorted(held(crowd, "step"), key=lambda it: it["place"])
        return [it for it in steps if it["prompt"] == "What would you try first?"]

    wait_until(lambda: len(added()) == 3, "three steps more")
    alone, together, all_ = added()
    assert [it["method"] for it in added()] == ["brainwrite", "group_work", "report_back"]
    assert (together["source"], all_["source"]) == (alone["id"], together["id"])
