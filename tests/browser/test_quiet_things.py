"""Beside the task of a phone: a hand, a pace, a question asked of all, the way back, and what was before."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.layouts import BREAD, CALL, KEY, reach_clusters, reach_vote
from tests.browser.measures import check_axe, check_focus, check_large_text, check_narrow
from tests.browser.people import LAPTOP, ROOM, Phone
from tests.servers.waiting import wait_until
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=1)
    yield made
    made.leave()


@pytest.fixture
def ada(people):
    return people()


def held(crowd: Crowd, kind: str) -> list[dict[str, Any]]:
    crowd.breathe()
    return crowd.finn.holding.all(kind)


def until(crowd: Crowd, kind: str, true: Any) -> None:
    wait_until(lambda: true(held(crowd, kind)), f"what is wanted of {kind}")


def test_a_hand_goes_up_and_down_by_taps(crowd, ada):
    crowd.starts("talk")
    ada.press("Menu")
    ada.press("Raise your hand")
    ada.sees("Your hand is up.")
    until(crowd, "hand", lambda hands: [it["name"] for it in hands] == ["Ada"])

    ada.press("Lower it")

    expect(ada.page.get_by_text("Your hand is up.", exact=True)).to_have_count(0)
    until(crowd, "hand", lambda hands: hands == [])


def test_a_hand_goes_up_and_down_by_keys(crowd, people):
    ada = people(**LAPTOP)
    crowd.starts("talk")
    keys = Keys(ada.page)
    keys.presses("Menu")
    keys.presses("Raise your hand")
    until(crowd, "hand", len)
    keys.presses("Menu")
    keys.presses("Lower your hand")
    until(crowd, "hand", lambda hands: hands == [])


@pytest.mark.parametrize("layout", ["wall", "clusters", "vote", "actions"])
def test_a_pace_is_told_as_a_number(crowd, ada, layout):
    reach_vote(crowd) if layout == "vote" else crowd.starts(layout)
    ada.page.get_by_role("button", name="I need more time").tap()
    expect(ada.page.get_by_role("button", name="I need more time")).to_have_attribute(
        "aria-pressed", "true"
    )
    counted(crowd, more=1, done=0)
    done = "Done – you can still change it" if layout == "vote" else "I’m done"

    ada.page.get_by_role("button", name=done).tap()

    counted(crowd, more=0, done=1)
    assert held(crowd, "pace") == []


def counted(crowd: Crowd, **wanted: int) -> None:
    def counts() -> dict[str, int]:
        crowd.breathe()
        return crowd.finn.presence.get("counts", {})

    wait_until(lambda: counts().items() >= wanted.items(), f"the counts {wanted}")


def asks(crowd: Crowd, form: str) -> str:
    poll = new_id()
    crowd.says("AskRoom", id=poll, question="Shall we go on?", form=form)
    return poll


@pytest.mark.parametrize(("form", "first", "then"), [("yes_no", "Yes", "No"), ("scale", "2", "5")])
def test_a_question_is_answered_changed_and_told_beside_the_task(crowd, ada, form, first, then):
    crowd.starts("wall")
    ada.types("Half a thought")
    poll = asks(crowd, form)
    ada.page.get_by_role("button", name=first, exact=True).tap()
    line = ada.page.locator("summary").filter(has_text=f"you answered “{first}”")
    expect(line).to_be_visible()
    expect(ada.page.get_by_role("button", name=first, exact=True)).to_be_hidden()

    line.tap()
    ada.page.get_by_role("button", name=then, exact=True).tap()
    ada.is_live()
    expect(ada.page.locator("#composer")).to_have_value("Half a thought")
    expect(ada.page.locator("summary").filter(has_text=f"you answered “{then}”")).to_be_visible()
    crowd.says("ClosePoll", poll=poll)

    ada.sees("1 of 2 answered")
    check_axe(ada.page)
    crowd.starts("talk")
    expect(ada.page.get_by_text("1 of 2 answered")).to_have_count(0)


def test_a_question_is_answered_in_words_by_keys(crowd, people):
    ada = people(**LAPTOP)
    crowd.starts("talk")
    poll = asks(crowd, "words")
    ada.sees("Shall we go on?")
    keys = Keys(ada.page)
    keys.tab_to("A word or a few")
    keys.types("after a break")
    keys.press("Enter")
    keys.lands_in("summary")
    ada.page.locator("summary").click()
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)
    ada.is_live()

    crowd.says("ClosePoll", poll=poll)

    ada.sees("Fewer than four, so what they said is not shown.")
    expect(ada.page.get_by_text("after a break")).to_have_count(0)


def test_the_own_last_change_is_taken_back_while_notes_are_hidden(crowd, ada):
    crowd.starts("wall")
    ada.writes("One")
    done = ada.page.locator(".toast").bounding_box()
    add = ada.page.get_by_role("button", name="Add", exact=True).bounding_box()
    assert done["y"] + done["height"] < add["y"]  # the next note is added without waiting
    undo(ada, "Note added.")
    expect(ada.note("One")).to_have_count(0)
    ada.writes("Two")
    changes(ada, "Two", "Three")
    undo(ada, "Note changed.")
    expect(ada.note("Two")).to_be_visible()
    ada.note("Two").get_by_role("button", name="More for this note").tap()
    ada.press("Remove")
    ada.press("Remove")
    expect(ada.note("Two")).to_have_count(0)

    undo(ada, "Note removed.")

    expect(ada.note("Two")).to_be_visible()
    ada.is_live()
    crowd.reveals()
    assert [it["text"] for it in held(crowd, "note")] == ["Two"]


def undo(ada: Phone, done: str) -> None:
    toast = ada.page.locator(".toast").filter(has_text=done)
    toast.get_by_role("button", name="Undo").tap()
    expect(toast).to_have_count(0)


def changes(ada: Phone, text: str, to: str) -> None:
    ada.note(text).get_by_role("button", name="More for this note").tap()
    ada.press("Change")
    ada.dialog().locator("textarea").fill(to)
    ada.press("Save")
    expect(ada.note(to)).to_be_visible()


@pytest.mark.rule("U2")
def test_a_cluster_just_made_is_taken_back_whole(crowd, ada):
    reach_clusters(crowd)
    ada.moves(CALL.text)
    ada.is_live()

    undo(ada, "Cluster made.")

    ada.is_live()
    crowd.catches_up()
    assert held(crowd, "cluster") == []
    assert {it["cluster"] for it in held(crowd, "note")} == {""}


def test_undo_without_a_network_is_the_opposite_command(browser, house, proxy, crowd):
    reach_clusters(crowd)
    crowd.says(
        "AddCluster", id="a" * 24, step=here(crowd), title="Calls", notes=[id_of(crowd, CALL.text)]
    )
    wifi = proxy(house.port)
    ada = Phone(browser, wifi.url)
    ada.enters(crowd.made["id"], crowd.token("participant", "Ada"))
    ada.note(KEY.text).wait_for()
    with ada.watch.trouble():
        wifi.mode = "blackhole"
        ada.moves(KEY.text, to="Calls")
        undo(ada, "Note moved.")
        wifi.mode = "pass"
        ada.is_live()
    crowd.catches_up()
    assert {it["text"]: bool(it["cluster"]) for it in held(crowd, "note")} == {
        CALL.text: True,
        KEY.text: False,
        BREAD.text: False,
    }
    ada.leave()
    assert ada.watch.faults == []


def here(crowd: Crowd) -> str:
    crowd.breathe()
    return str(crowd.finn.holding.one("workshop")["step"])


def id_of(crowd: Crowd, text: str) -> str:
    return str(next(it["id"] for it in held(crowd, "note") if it["text"] == text))


def test_a_dot_is_taken_back_below_the_list(crowd, ada):
    reach_vote(crowd)
    ada.gives_a_dot(CALL.text)
    expect(ada.candidate(CALL.text).locator(".dot-value")).to_have_text("1")

    ada.press("Undo the last dot")

    expect(ada.candidate(CALL.text).locator(".dot-value")).to_have_text("0")
    expect(ada.page.get_by_role("button", name="Undo the last dot")).to_have_count(0)


def test_an_action_is_taken_back_by_keys_and_the_focus_stays(crowd, people):
    ada = people(**LAPTOP)
    crowd.starts("actions")
    keys = Keys(ada.page)
    keys.presses("Write an action")
    keys.lands_in("form.card input")
    keys.types("Call tomorrow")
    keys.press("Enter")
    keys.lands_in(".button--wide")
    until(crowd, "action", len)
    expect(ada.page.locator("#say-polite")).to_contain_text("It can be undone")
    keys.lands_in(".button--wide")  # what can be undone does not take the focus

    keys.presses("Undo")

    until(crowd, "action", lambda actions: actions == [])
    assert ada.page.evaluate("document.activeElement !== document.body")


def test_what_the_room_has_seen_is_read_from_the_menu(crowd, ada):
    ada.press("Menu")
    expect(ada.page.get_by_role("button", name="What we have so far")).to_have_count(0)
    ada.page.keyboard.press("Escape")
    reach_clusters(crowd)
    crowd.says(
        "AddCluster", id="a" * 24, step=here(crowd), title="Calls", notes=[id_of(crowd, CALL.text)]
    )
    crowd.starts("vote")
    crowd.opens_the_vote()
    ada.gives_a_dot("Calls")
    ada.is_live()
    crowd.closes_the_vote()
    crowd.starts("actions")
    crowd.acts(1)

    ada.press("Menu")
    ada.press("What we have so far")

    summaries = ada.dialog().locator("summary")
    expect(summaries).to_contain_text([re.compile("3 notes"), "1 cluster", "1 result", "1 action"])
    for each in summaries.all()[:-1]:
        each.tap()
    for text in (KEY.text, CALL.text, "Calls", "under 4", crowd.question.actions[0].what):
        expect(ada.dialog().get_by_text(text).first).to_be_visible()
    check_axe(ada.page)
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)
    ada.press("Back to the task")
    expect(ada.dialog()).to_have_count(0)


def test_the_menu_is_for_everyone(crowd, ada):
    crowd.starts("wall")
    ada.press("Menu")
    ada.dialog().get_by_role("button", name="Your name").wait_for()
    check_axe(ada.page)
    check_focus(ada.page)
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)
    ada.press("Your name")
    ada.page.get_by_label("First name").fill("Ada Augusta")
    ada.press("Save the name")
    until(crowd, "participant", lambda people: "Ada Augusta" in {it["name"] for it in people})


def test_the_spotlight_stands_on_top_and_the_task_is_one_tap_away(crowd, ada):
    crowd.starts("wall")
    crowd.writes([CALL, KEY])
    crowd.reveals()
    crowd.starts("clusters")
    crowd.says("Spotlight", of="note", item=id_of(crowd, CALL.text))
    lit = ada.page.get_by_role("region", name="In the spotlight")
    expect(lit).to_contain_text(CALL.text)
    check_axe(ada.page)
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)

    ada.page.get_by_role("button", name="To my task").tap()

    expect(lit).to_be_hidden()
    expect(ada.page.locator("#question")).to_be_focused()
    ada.page.get_by_role("button", name="Look at the spotlight").tap()
    expect(lit).to_be_visible()
    crowd.says("EndSpotlight")
    expect(lit).to_have_count(0)


def test_a_spotlight_never_pushes_what_is_being_written(crowd, ada):
    crowd.starts("wall")
    ada.page.locator("#composer").focus()

    crowd.says("Spotlight", of="purpose")

    expect(ada.page.get_by_role("button", name="Look at the spotlight")).to_be_visible()
    expect(ada.page.get_by_role("region", name="In the spotlight")).to_be_hidden()
    expect(ada.page.locator("#composer")).to_be_focused()


def test_a_note_given_back_says_why_and_can_be_changed(crowd, ada):
    crowd.starts("wall")
    ada.writes("Somebody’s name", "Another")
    ada.is_live()
    crowd.reveals()
    crowd.starts("clusters")
    crowd.says("ReturnNote", note=id_of(crowd, "Somebody’s name"), reason="No names, please")
    crowd.says("HideNote", note=id_of(crowd, "Another"), reason="Said twice")
    ada.sees("Why: No names, please")
    expect(ada.page.locator("summary").filter(has_text="hidden a note of yours")).to_be_visible()
    check_axe(ada.page)
    check_narrow(ada.page)
    check_large_text(ada.page, width=390)

    ada.press("Change it")
    ada.dialog().locator("textarea").fill("Somebody’s task")
    ada.press("Save")

    ada.sees("A facilitator looks at it before it is shown.")
    until(crowd, "note", lambda notes: {"changed", "hidden"} == {it["held"] for it in notes})
    crowd.says("ShowNote", note=id_of(crowd, "Somebody’s task"))
    expect(ada.note("Somebody’s task")).to_be_visible()


def test_half_time_and_two_minutes_are_said_in_words(crowd, ada):
    step = crowd.starts("wall")
    crowd.says("ChangeStep", step=step["id"], half_time="Go for the strange ones")
    crowd.says("StartTimer", seconds=step["minutes"] * 30 + 1)
    ada.sees("Go for the strange ones")
    crowd.says("StartTimer", seconds=121)
    ada.sees("2 minutes left.")
    crowd.says("StartTimer", seconds=1)
    ada.sees("Time is up. Finish your sentence.")


def test_who_is_shown_out_reads_a_clear_end(crowd, ada):
    crowd.starts("wall")
    ada.page.locator("#composer").wait_for()
    (me,) = [
        it for it in held(crowd, "participant") if it["name"] == "Ada" and it["id"] == own_id(ada)
    ]

    with ada.watch.trouble():
        crowd.says("RemoveParticipant", participant=me["id"])
        ada.sees("A facilitator has shown you out.")

    ada.sees("What you wrote stays in the workshop.")
    check_axe(ada.page)
    check_narrow(ada.page)


def own_id(ada: Phone) -> str:
    return str(ada.page.evaluate(f"async () => {ROOM}.you.peek().id"))


def test_an_earlier_cycle_stays_readable(crowd, ada):
    reach_clusters(crowd)
    crowd.starts("vote")
    crowd.says("StartCycle", id=new_id(), question="And in the second week?")
    second = next(it for it in held(crowd, "step") if it["cycle"] == 2 and it["types"])
    crowd.says("StartStep", step=second["id"])
    crowd.breathe()
    ada.writes("A visit in week two")
    ada.is_live()
    crowd.says("RevealNotes", step=second["id"])

    ada.press("Menu")
    ada.press("What we have so far")

    expect(ada.dialog().get_by_role("heading", level=3)).to_have_text(
        ["Cycle 1", "Cycle 2: And in the second week?"]
    )
    expect(ada.dialog().locator("li.note")).to_have_text([re.compile("A visit in week two")])
    ada.dialog().locator("summary").first.tap()
    expect(ada.dialog().get_by_text(CALL.text)).to_be_visible()


def test_a_step_that_begins_while_one_reads_is_told_and_waits(crowd, ada):
    reach_clusters(crowd)
    ada.note(CALL.text).wait_for()
    ada.press("Menu")
    ada.press("What we have so far")

    crowd.starts("vote")

    ada.sees("Now: What helps most?")
    ada.press("Back to the task")
    ada.sees("The vote has not opened yet.")


def test_equal_refusals_are_said_once(crowd, ada):
    reach_vote(crowd)
    ada.page.locator(".candidate").first.wait_for()

    ada.page.evaluate(TOO_MANY_DOTS)

    expect(ada.page.locator(".toast")).to_have_count(1)


# What no button sends: more dots than one may get, on everything at once.
TOO_MANY_DOTS = f"""async () => {{
  const room = {ROOM}, [round] = room.scene.all("round");
  for (const {{ item }} of round.candidates) room.send("CastVote", {{ round: round.id, item, dots: 2 }});
}}"""
