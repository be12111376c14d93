"""What comes over a step on the board for a while: the spotlight, a question, a break, nothing at all."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import too_wide, violations
from tests.browser.people import PROJECTOR, Board, trouble
from tests.browser.test_board import FLOOR, LONG, SIZES, seen_on_all_pages, turns, wall_of
from workshop.demo.client import new_id

pytestmark = pytest.mark.browser

ALL_WORDS = ".board :is(h1, h2, h3, p, li, span, td, th):not(.visually-hidden, .visually-hidden *, .note-kind, .time *)"

OWN_WORDS = {"pen", "step", "of", "minutes", "left", "he", "board", "is", "dark"}  # of a dark board


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=4)
    yield made
    made.leave()


@pytest.fixture
def board(browser, house, crowd):
    person = Board(browser, house.url, **PROJECTOR)
    person.enters(crowd.made["id"], crowd.token("board"))
    yield person
    person.leave()
    assert person.watch.faults == []


def first(crowd: Crowd, kind: str) -> str:
    crowd.breathe()
    return str(crowd.finn.holding.all(kind)[0]["id"])


def tells(board: Board, words: str) -> None:
    """For a screen reader, beside whatever else is told in the same breath."""
    expect(board.page.locator("#say-polite")).to_contain_text(words)


def size(board: Board, item: str) -> float:
    return float(board.page.evaluate(SIZES, item))


def can_be_read(board: Board) -> bool:
    return size(board, ALL_WORDS) >= FLOOR


def test_a_note_in_the_spotlight_is_the_largest_and_the_step_comes_back(crowd, board):
    wall_of(crowd, 12, LONG)
    crowd.shines("note", first(crowd, "note"))
    lit = board.page.locator(".spotlight .note")
    expect(lit).to_have_count(1)
    assert size(board, ".spotlight .note-text") > size(board, ".board-question")
    assert can_be_read(board)
    tells(board, "In the spotlight. One note: ")
    assert violations(board.page) == []

    crowd.says("EndSpotlight")

    expect(board.page.locator(".wall .note")).to_have_count(12)
    tells(board, "The spotlight is off.")


def test_a_whole_cycle_can_be_read_page_by_page_and_is_turned_from_the_console(crowd, board):
    written = wall_of(crowd, 60, LONG)
    crowd.cycles("And whom do we forget?")
    crowd.breathe()
    again = next(it for it in crowd.finn.holding.all("step") if it["cycle"] == 2)
    crowd.says("StartStep", step=again["id"])
    crowd.shines("cycle")
    board.sees("Looking back at a whole cycle")
    assert seen_on_all_pages(board, ".spotlight .note-text") == written
    assert can_be_read(board)
    assert violations(board.page) == []

    number = board.page.locator(".pager > span").last
    before = number.inner_text()
    crowd.says("TurnPage", turns=1)
    expect(number).not_to_have_text(before)
    crowd.says("TurnPage", turns=0)
    expect(number).to_have_text(before)

    crowd.says("EndSpotlight")
    expect(board.page.locator(".spotlight")).to_have_count(0)


def test_every_note_of_a_lit_cluster_can_be_read(crowd, board):
    written = wall_of(crowd, 30, LONG)
    step = crowd.starts("clusters")
    notes = [note["id"] for note in crowd.finn.holding.all("note")]
    cluster = new_id()
    crowd.says("AddCluster", id=cluster, step=step["id"], title="The way home", notes=notes)

    crowd.shines("cluster", cluster)

    expect(board.page.locator(".spotlight-title")).to_have_text("The way home")
    assert seen_on_all_pages(board, ".spotlight .note-text") == written
    assert can_be_read(board)


def test_an_earlier_step_is_looked_back_at_as_it_ended(crowd, board):
    wall_of(crowd, 5, LONG)
    wall = first(crowd, "note") and crowd.starts("wall")["id"]
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()
    vote = crowd.finn.holding.all("round")[0]["step"]
    crowd.starts("actions")

    crowd.shines("step", vote)
    expect(board.page.locator(".spotlight .result")).to_have_count(5)
    expect(board.page.locator(".spotlight-over")).to_contain_text("Looking back: ")
    seen_on_all_pages(board, ".spotlight .result-title")
    crowd.shines("step", wall)
    expect(board.page.locator(".spotlight .wall .note")).to_have_count(5)

    crowd.starts("clusters")
    expect(board.page.locator(".spotlight")).to_have_count(0)


def test_a_purpose_stands_on_the_board_before_the_first_step(crowd, board):
    crowd.shines("purpose")

    expect(board.page.locator(".spotlight-text")).to_have_text(crowd.question.question)
    assert can_be_read(board)


def test_a_dark_board_holds_no_word_of_the_room_and_comes_back_as_it_was(crowd, board):
    wall_of(crowd, 90, LONG)
    crowd.says("StartTimer", seconds=300)
    turns(board)
    before = board.page.evaluate("document.querySelector('.wall').scrollLeft")

    crowd.says("BlankBoard", blank=True)
    expect(board.page.locator(".board-question")).to_be_hidden()
    assert set(re.findall(r"[a-zæøå]{2,}", board.page.locator("#app").inner_text())) == OWN_WORDS
    expect(board.page.locator(".band")).to_be_visible()

    crowd.says("BlankBoard", blank=False)
    expect(board.page.locator(".board-question")).to_be_visible()
    assert board.page.evaluate("document.querySelector('.wall').scrollLeft") == before


def test_a_dark_lobby_keeps_the_code_alone(crowd, board):
    crowd.says("BlankBoard", blank=True)

    expect(board.page.locator(".board-join .code")).to_be_visible()
    expect(board.page.locator(".lobby")).to_have_count(0)
    expect(board.page.get_by_text(crowd.question.title).filter(visible=True)).to_have_count(0)


def test_a_question_shows_how_many_until_it_is_closed_and_then_what(crowd, board):
    wall_of(crowd, 5, LONG)
    poll = crowd.asks("Are we ready to go on?", "yes_no")
    crowd.answers(poll, "yes", "yes", "no", "yes")
    board.sees("4 of 4 have answered")
    expect(board.page.locator(".poll-counts")).to_have_count(0)
    assert size(board, ".poll-question") > size(board, ".board-question")
    assert can_be_read(board)
    assert violations(board.page) == []

    crowd.says("ClosePoll", poll=poll)

    rows = board.page.locator(".poll-counts li")
    expect(rows).to_have_text([re.compile(r"Yes\s*3"), re.compile(r"No\s*1")])
    assert can_be_read(board)
    crowd.says("EndSpotlight")
    expect(board.page.locator(".wall .note")).to_have_count(5)


@pytest.mark.parametrize(
    ("form", "answers", "shown"),
    [
        ("scale", ["3", "5", "3", "3"], ["1 0", "2 0", "3 3", "4 0", "5 1"]),
        ("words", ["tired", "Tired", "ready", "tired"], ["Tired 3", "ready 1"]),
        ("yes_no", [], ["Yes 0", "No 0"]),
    ],
)
def test_answers_are_counted_in_words_and_numbers(crowd, board, form, answers, shown):
    crowd.starts("talk")
    poll = crowd.asks("How is it?", form)
    crowd.answers(poll, *answers)
    crowd.says("ClosePoll", poll=poll)

    rows = board.page.locator(".poll-counts li")
    expect(rows).to_have_text([re.compile(line.replace(" ", r"\s*")) for line in shown])
    assert can_be_read(board)


def test_a_break_says_when_the_room_is_back(crowd, board):
    crowd.rests()

    board.sees(re.compile(r"^Back at \d\d:\d\d$"))
    assert size(board, ".rest-words") > 2 * size(board, ".board-question")
    crowd.says("StartTimer", seconds=1)
    board.sees("We begin again.")
    expect(board.page.get_by_text("Time is up", exact=True)).to_be_hidden()


def test_the_time_says_half_and_two_minutes_and_the_end_in_one_place(crowd, board):
    crowd.starts("wall", seconds=149)
    board.sees("What else? Go for the strange ones.")
    crowd.says("StartTimer", seconds=119)
    board.sees("2 minutes left.")
    crowd.says("StartTimer", seconds=1)
    board.sees("Time is up. Finish your sentence.")

    assert can_be_read(board)


def test_a_note_that_is_held_leaves_the_board_and_the_light(crowd, board):
    wall_of(crowd, 5, LONG)
    held = first(crowd, "note")
    crowd.shines("note", held)
    expect(board.page.locator(".spotlight .note")).to_have_count(1)

    crowd.says("HideNote", note=held, reason="It names a patient")

    expect(board.page.locator(".wall .note")).to_have_count(4)
    expect(board.page.locator(f".note[data-id='{held}']")).to_have_count(0)
    expect(board.page.get_by_text("It names a patient")).to_have_count(0)


def test_a_note_that_waits_for_its_facilitator_is_not_shown_with_the_others(crowd, board):
    wall = crowd.step("wall")["id"]
    crowd.says("ChangeStep", step=wall, readers="facilitator", moderated=True)
    crowd.starts("wall")
    crowd.writes(crowd.some_notes(4))
    crowd.says("HideNote", note=first(crowd, "note"), reason="It names a patient")

    crowd.reveals()

    expect(board.page.locator(".wall .note")).to_have_count(3)


def test_cut_off_every_aside_stands_still_and_says_so(house, browser, proxy, crowd):
    wifi = proxy(house.port)
    board = Board(browser, wifi.url)
    board.enters(crowd.made["id"], crowd.token("board"))
    corner = board.page.get_by_text("Connecting…")
    crowd.shines("purpose")
    expect(board.page.locator(".spotlight")).to_be_visible()
    with trouble(board):
        wifi.mode = "cut"
        expect(corner).to_be_visible()
        expect(board.page.locator(".spotlight")).to_be_visible()
        crowd.says("BlankBoard", blank=True)
        wifi.mode = "pass"
    expect(board.page.locator(".spotlight")).to_be_hidden()
    with trouble(board):
        wifi.mode = "cut"
        expect(corner).to_be_visible()
        wifi.mode = "pass"
    board.leave()
    assert board.watch.faults == []


@pytest.mark.parametrize("width", [320, 360])
def test_asides_have_room_for_text_of_twice_the_size(crowd, board, width):
    board.page.set_viewport_size({"width": width, "height": 800})
    board.page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = {}
    crowd.shines("purpose")
    expect(board.page.locator(".spotlight")).to_be_visible()
    wide["purpose"] = too_wide(board.page)
    wall_of(crowd, 3, LONG)
    crowd.shines("note", first(crowd, "note"))
    expect(board.page.locator(".spotlight .note")).to_be_visible()
    wide["note"] = too_wide(board.page)
    for form in ("yes_no", "scale", "words"):
        poll = crowd.asks("How is the rehabiliteringsavdelingen?", form)
        expect(board.page.locator(".poll")).to_be_visible()
        wide[form] = too_wide(board.page)
        answers = {"yes_no": "yes", "scale": "4", "words": "rehabiliteringsavdelingen"}
        crowd.answers(poll, *[answers[form]] * 4)
        crowd.says("ClosePoll", poll=poll)
        expect(board.page.locator(".poll-counts")).to_be_visible()
        wide[f"{form} closed"] = too_wide(board.page)
    crowd.rests()
    expect(board.page.locator(".rest")).to_be_visible()
    wide["break"] = too_wide(board.page)
    crowd.says("BlankBoard", blank=True)
    expect(board.page.locator(".rest")).to_be_hidden()
    wide["dark"] = too_wide(board.page)

    assert {state: found for state, found in wide.items() if found} == {}
