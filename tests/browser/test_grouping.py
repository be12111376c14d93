"""Many hands at one wall: in silence, at the same time, with hundreds of notes; nothing is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.agreeing import agree
from tests.browser.crowd import Crowd
from tests.browser.layouts import BREAD, CALL, KEY, reach_clusters
from tests.browser.measures import check_axe, check_narrow
from tests.browser.people import LAPTOP, Board, Person, Phone
from workshop.demo.client import new_id
from workshop.demo.content import Note

pytestmark = pytest.mark.browser

CALLS, DOORS = "a" * 24, "b" * 24


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=2)
    yield made
    made.leave()


def pile(crowd: Crowd, cluster: str, *notes: Note, title: str = "") -> None:
    crowd.breathe()
    ids = {it["text"]: it["id"] for it in crowd.finn.holding.all("note")}
    step = crowd.step("clusters")["id"]
    crowd.says(
        "AddCluster", id=cluster, step=step, title=title, notes=[ids[it.text] for it in notes]
    )


def sets_up(crowd: Crowd, **setup: bool) -> None:
    crowd.says("ChangeStep", step=crowd.step("clusters")["id"], setup=setup)


def test_in_silence_names_come_when_the_facilitator_says_so(crowd, people):
    sets_up(crowd, silent=True)
    reach_clusters(crowd)
    pile(crowd, CALLS, CALL, KEY)
    ada, board, finn = people(Phone), people(Board), people(Person, **LAPTOP)
    board.sees(re.compile("In silence"))
    ada.press("Name this cluster")
    expect(ada.dialog()).to_contain_text("You group in silence.")
    expect(ada.dialog().get_by_role("textbox")).to_have_count(0)
    ada.dialog().get_by_role("button", name="Back").tap()

    finn.press("Now we give names")
    ada.names_a_cluster("Someone answers")

    board.sees("Someone answers")
    expect(board.page.get_by_text("In silence")).to_have_count(0)


def test_each_cluster_is_told_in_turn(crowd, people):
    sets_up(crowd, story=True)
    reach_clusters(crowd)
    pile(crowd, CALLS, CALL, title="Calls")
    pile(crowd, DOORS, KEY, BREAD, title="Doors")
    board, finn = people(Board), people(Person, **LAPTOP)

    finn.press("First cluster")
    expect(board.page.locator(".spotlight")).to_contain_text("1 of 2")
    expect(board.page.locator(".spotlight-title")).to_have_text("Calls")
    finn.press("Next cluster")
    expect(board.page.locator(".spotlight")).to_contain_text("2 of 2")
    expect(board.page.locator(".spotlight-title")).to_have_text("Doors")
    finn.press("All are told")

    expect(board.page.locator(".spotlight")).to_have_count(0)
    finn.sees("2 of 2 clusters told.")


def test_who_names_a_cluster_that_is_put_together_meanwhile_names_both(crowd, people):
    reach_clusters(crowd)
    pile(crowd, CALLS, CALL, BREAD)
    pile(crowd, DOORS, KEY)
    ada = people(Phone)
    ada.page.get_by_role("button", name="Name this cluster").first.tap()
    ada.dialog().get_by_label("Name").fill("Someone answers")
    step = crowd.step("clusters")["id"]

    crowd.says("MergeClusters", step=step, cluster=CALLS, into=DOORS)
    expect(ada.dialog()).to_contain_text("It was put together with another one meanwhile.")
    expect(ada.dialog().get_by_label("Name")).to_have_value("Someone answers")
    ada.dialog().get_by_role("button", name="Save").tap()
    ada.is_live()

    crowd.breathe()
    (cluster,) = crowd.finn.holding.all("cluster")
    assert (cluster["id"], cluster["title"]) == (DOORS, "Someone answers")


def test_a_name_for_a_cluster_that_is_dissolved_meanwhile_is_offered_back(crowd, people):
    reach_clusters(crowd)
    pile(crowd, CALLS, CALL, KEY)
    ada = people(Phone)
    ada.press("Name this cluster")
    ada.dialog().get_by_label("Name").fill("Someone answers")

    crowd.says("RemoveCluster", cluster=CALLS)

    expect(ada.page.locator(".card--wait")).to_contain_text("Someone answers")
    ada.press("Park it")
    ada.is_live()
    crowd.breathe()
    assert [it["text"] for it in crowd.finn.holding.all("parked")] == ["Someone answers"]


def test_two_people_move_one_note_and_all_screens_agree(crowd, people):
    reach_clusters(crowd)
    pile(crowd, CALLS, KEY, title="Calls")
    pile(crowd, DOORS, BREAD, title="Doors")
    ada, bo, board = people(Phone), people(Phone), people(Board)
    ada.note(CALL.text).get_by_role("button", name=re.compile("^Move")).tap()
    bo.moves(CALL.text, to="Doors")
    bo.is_live()

    ada.dialog().get_by_role("button", name=re.compile("Calls")).tap()
    ada.is_live()

    calls = [person.page.locator(f"[data-group='{CALLS}']") for person in (ada, bo)]
    for cluster in calls:
        expect(cluster).to_contain_text(CALL.text)
    agree(crowd.url, ada, bo)
    board.sees(CALL.text)


def test_a_note_that_goes_from_hand_to_hand_is_one_to_talk_about(crowd, people):
    reach_clusters(crowd)
    pile(crowd, CALLS, KEY, title="Calls")
    pile(crowd, DOORS, BREAD, title="Doors")
    step = crowd.step("clusters")["id"]
    (note,) = [it["id"] for it in crowd.finn.holding.all("note") if it["text"] == CALL.text]
    for person, cluster in zip(crowd.people * 2, (CALLS, DOORS) * 2, strict=True):
        person.send("MoveNote", step=step, note=note, cluster=cluster)
        person.settle()
    ada, finn = people(Phone), people(Person, **LAPTOP)
    expect(ada.note(CALL.text)).to_contain_text("Talk about this")
    finn.sees("1 note keeps being moved.")

    ada.moves(CALL.text, to="Copy to another")
    ada.dialog().get_by_role("button", name=re.compile("Calls")).tap()

    expect(ada.page.locator(".note", has_text=CALL.text)).to_have_count(2)
    expect(ada.page.get_by_text("Talk about this")).to_have_count(0)
    expect(finn.page.get_by_text("1 note keeps being moved.")).to_have_count(0)


MANY = 300


def fills_the_wall(crowd: Crowd) -> None:
    """Twenty-five each of twelve people; the first hundred lie in four clusters."""
    crowd.come(10)
    crowd.starts("wall")
    for start in range(0, MANY, 60):
        crowd.writes(
            [Note(f"Thought {n:03} of many", "idea", "") for n in range(start, start + 60)]
        )
    crowd.reveals()
    step = crowd.starts("clusters")
    crowd.breathe()
    notes = sorted(crowd.finn.holding.all("note"), key=lambda it: it["text"])
    for pile in range(4):
        ids = [it["id"] for it in notes[pile * 25 : pile * 25 + 25]]
        title = f"Cluster {pile}"
        crowd.says("AddCluster", id=new_id(), step=step["id"], title=title, notes=ids)


def test_three_hundred_notes_are_found_moved_and_shown(crowd, people):
    fills_the_wall(crowd)
    ada, board = people(Phone), people(Board)
    expect(ada.page.locator("[data-item]")).to_have_count(MANY)
    board.sees(re.compile("300 notes · 4 clusters · 200 stand alone"))

    ada.page.get_by_placeholder("Find").fill("thought 123")
    expect(ada.page.locator("[data-item]")).to_have_count(1)
    ada.moves("Thought 123 of many", to="Cluster 2")
    ada.is_live()
    ada.page.get_by_placeholder("Find").fill("")
    expect(ada.page.locator("[data-item]")).to_have_count(MANY)
    ada.page.get_by_label("Go to a cluster").select_option("Cluster 2 (26)")

    expect(ada.page.get_by_role("heading", name="Cluster 2")).to_be_in_viewport()
    board.sees(re.compile("199 stand alone"))


def test_what_opens_over_a_wall_is_for_everyone(crowd, people):
    sets_up(crowd, silent=True)
    reach_clusters(crowd)
    pile(crowd, CALLS, CALL, KEY)
    pile(crowd, DOORS, BREAD)
    ada = people(Phone)

    ada.press("Choose several")
    ada.note(KEY.text).tap()
    check(ada)
    ada.page.locator(".chosen-bar").get_by_role("button", name="Move to…").tap()
    check(ada)
    ada.dialog().get_by_role("button", name="Back").tap()
    ada.press("Stop choosing")
    for what in ("Put together with…", "Part it", "Dissolve"):
        ada.page.get_by_role("button", name="Name this cluster").first.tap()
        check(ada)
        ada.dialog().get_by_role("button", name=what).tap()
        check(ada)
        ada.page.keyboard.press("Escape")


def check(person: Person) -> None:
    check_axe(person.page)
    check_narrow(person.page)
