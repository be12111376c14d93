"""The projected board is read from the back row: all of it, large, and nothing cut off."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.measures import too_wide
from tests.browser.people import PROJECTOR, Board
from workshop.demo.client import new_id
from workshop.demo.content import Note

pytestmark = pytest.mark.browser

LONG = (
    "Rehabiliteringsavdelingen og hjemmesykepleien ringer hverandre i stedet for å skrive",
    "Utskrivningssamtalen blir holdt på gangen, og ingen hører etter",
    "Pårørende får beskjed når taxien står utenfor",
    "Nøkkelboksen mangler",
)
FLOOR = 27  # px of a board of 1080

# The words that are wholly inside the box that pages them, and the height of the smallest.
SEEN = """(item) => [...document.querySelectorAll(item)].filter((it) => {
  const [box, at] = [it.closest(".board-main"), it].map((each) => each.getBoundingClientRect());
  return at.left >= box.left - 1 && at.right <= box.right + 1 && at.top >= box.top - 1 && at.bottom <= box.bottom + 1;
}).map((it) => it.textContent.replaceAll("\\u00ad", "").trim())"""
SIZES = """(item) => Math.min(...[...document.querySelectorAll(item)].map((it) => parseFloat(getComputedStyle(it).fontSize)))"""


@pytest.fixture
def crowd(house):
    made = Crowd(house.url, people=3, language="nb")
    yield made
    made.leave()


@pytest.fixture
def board(browser, house, crowd):
    person = Board(browser, house.url, **PROJECTOR)
    person.enters(crowd.made["id"], crowd.token("board"))
    yield person
    person.leave()
    assert person.watch.faults == []


def seen_on_all_pages(board: Board, item: str) -> set[str]:
    """What can be read in full, from the first page to the last, turned by hand."""
    found: set[str] = set()
    pages = board.page.locator(".pager-dots i").count() or 1
    for _ in range(pages):
        found.update(board.page.evaluate(SEEN, item))
        if pages > 1:
            turns(board)
    return found


def turns(board: Board) -> None:
    """One page on by hand; the page and its number change in one frame."""
    number = board.page.locator(".pager > span").last
    before = number.inner_text()
    board.page.locator(".pager button").nth(1).click()
    expect(number).not_to_have_text(before)


def wall_of(crowd: Crowd, many: int, texts: tuple[str, ...]) -> set[str]:
    written = [f"{texts[at % len(texts)]} {at}" for at in range(many)]
    crowd.starts("wall")
    crowd.writes([Note(text, "idea", "") for text in written])
    crowd.reveals()
    crowd.breathe()
    return set(written)


@pytest.mark.parametrize("many", [8, 37, 90])
def test_every_note_can_be_read_in_full_on_some_page(crowd, board, many):
    written = wall_of(crowd, many, LONG)
    expect(board.page.locator(".wall .note")).to_have_count(many)

    assert seen_on_all_pages(board, ".wall .note-text") == written
    assert board.page.evaluate(SIZES, ".wall .note-text") >= FLOOR


def test_forty_short_notes_stand_on_one_page(crowd, board):
    wall_of(crowd, 40, ("Nøkkelboksen mangler", "Hvem leser meldinger i helga?"))

    expect(board.page.locator(".wall .note")).to_have_count(40)
    expect(board.page.locator(".pager")).to_have_count(0)


def test_a_full_wall_makes_room_when_the_time_begins(crowd, board):
    written = wall_of(crowd, 40, ("Nøkkelboksen mangler", "Hvem leser meldinger i helga?"))
    crowd.says("ChangeStep", step=crowd.step("wall")["id"], prompt=TWO_LINES)
    board.sees(TWO_LINES)
    expect(board.page.locator(".wall .note")).to_have_count(40)
    before = board.page.evaluate("document.querySelector('.wall').clientHeight")

    crowd.says("StartTimer", seconds=300)
    board.page.wait_for_function(LOWER, arg=before)
    board.page.evaluate(PAINTED)  # its pages are laid in the frame after

    assert seen_on_all_pages(board, ".wall .note-text") == written


PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
LOWER = "(before) => document.querySelector('.wall').clientHeight < before"
TWO_LINES = "Hva gjør de første dagene hjemme etter sykehuset utrygge, og for hvem av oss?"


def test_before_the_vote_the_board_shows_what_it_will_be_about(crowd, board):
    written = wall_of(crowd, 25, LONG)
    crowd.starts("vote")
    board.sees("ting å velge mellom")

    before = seen_on_all_pages(board, ".choices-list li")
    crowd.opens_the_vote()
    board.sees("kan stemme")

    assert before == written == seen_on_all_pages(board, ".choices-list li")
    assert board.page.evaluate(SIZES, ".choices-list li") >= FLOOR


def test_a_decision_is_the_largest_and_no_action_is_lost(crowd, board):
    wall_of(crowd, 2, LONG)
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.closes_the_vote()
    crowd.decides("Én navngitt person ringer alle som reiste hjem, neste morgen")
    step = crowd.starts("actions")
    promised = {f"{text} {at}" for at in range(4) for text in LONG}
    for what in promised:
        crowd.says("AddAction", id=new_id(), step=step["id"], what=what)
    expect(board.page.locator(".action")).to_have_count(len(promised))

    assert seen_on_all_pages(board, ".action-what") == promised
    decision = board.page.evaluate(SIZES, ".decision")
    assert decision > board.page.evaluate(SIZES, ".action-what") >= FLOOR


@pytest.mark.parametrize("width", [320, 390])
def test_with_text_of_twice_the_size_nothing_scrolls_sideways(crowd, board, width):
    board.page.set_viewport_size({"width": width, "height": 800})
    board.page.evaluate("document.documentElement.style.fontSize = '200%'")
    lobby = too_wide(board.page)
    wall_of(crowd, 6, LONG)
    expect(board.page.locator(".wall .note")).to_have_count(6)
    wall = too_wide(board.page)
    crowd.starts("vote")
    board.sees("ting å velge mellom")

    assert (lobby, wall, too_wide(board.page)) == ([], [], [])


def test_in_a_narrow_window_the_outcome_stands_in_one_column(crowd, board):
    board.page.set_viewport_size({"width": 360, "height": 740})
    wall_of(crowd, 2, LONG)
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.closes_the_vote()
    crowd.decides("Én navngitt person ringer alle som reiste hjem, neste morgen")
    crowd.starts("actions")
    crowd.acts()
    expect(board.page.locator(".action")).to_have_count(3)

    assert too_wide(board.page) == []


def test_in_a_presenting_round_each_name_stands_once_over_its_notes(crowd, board):
    wall = crowd.step("wall")["id"]
    crowd.says("ChangeStep", step=wall, anonymous=False, order="author")
    written = wall_of(crowd, 24, LONG)

    names = board.page.locator(".wall-author")
    expect(names).to_have_count(3)
    assert seen_on_all_pages(board, ".wall .note-text") == written
    assert seen_on_all_pages(board, ".wall-author") == set(crowd.words.names[:3])
    expect(board.page.locator(".wall li").first).to_have_class("wall-author")
    assert board.page.evaluate(SIZES, ".wall-author") >= FLOOR


def test_what_a_cycle_begins_with_stands_there_while_more_is_written_in_private(crowd, board):
    written = wall_of(crowd, 3, LONG)
    crowd.starts("vote")
    crowd.cycles("Hva kan én person gjøre den første kvelden?")
    step = crowd.starts("wall", time=1)

    crowd.people[0].say("AddNote", id=new_id(), step=step["id"], type="idea", text="Ikke ennå")

    board.sees("1 lapp skrevet")
    assert seen_on_all_pages(board, ".wall .note-text") == written
    assert board.page.evaluate(SIZES, ".wall .note-text, .board-sub") >= FLOOR


def test_a_second_cycle_says_so_and_marks_what_it_carries(crowd, board):
    written = wall_of(crowd, 3, LONG)
    expect(board.page.locator(".board-cycle")).to_have_count(0)
    crowd.starts("vote")
    crowd.cycles("Hva kan én person gjøre den første kvelden?")

    crowd.starts("clusters", time=1)

    expect(board.page.locator(".board-cycle")).to_have_text("Syklus 2")
    assert seen_on_all_pages(board, ".wall .note-text") == written
    expect(board.page.locator(".wall .note-mark")).to_have_text(["Fra syklus 1"] * 3)
    assert board.page.evaluate(SIZES, ".wall .note-mark") >= FLOOR


def test_who_votes_without_a_phone_is_told_while_it_runs_and_after(crowd, board):
    wall_of(crowd, 3, LONG)
    crowd.says("AddSeat", id=new_id(), name="Solveig")
    crowd.starts("vote")
    crowd.opens_the_vote()
    board.sees("1 av 4 stemmer uten telefon")
    crowd.closes_the_vote()

    board.sees(re.compile("1 av 4 stemmer uten telefon"))


def test_without_a_dot_nothing_is_first_and_nothing_is_tied(crowd, board):
    wall_of(crowd, 4, LONG)
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.closes_the_vote()

    board.sees("Ingen ga noen prikk; 3 kunne stemme")
    expect(board.page.locator(".result-rank")).to_have_text([""] * 4)
    expect(board.page.locator(".cut")).to_have_count(0)


def test_four_results_fill_the_board(crowd, board):
    wall_of(crowd, 4, ("Nøkkelboksen mangler",))
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()

    expect(board.page.locator(".result")).to_have_count(4)
    filled = board.page.evaluate(FILLED)
    assert filled > 0.8


# How far down the last row of a result reaches in its place.
FILLED = """() => {
  const [main, row] = [".board-main", ".result:last-child"].map((each) => document.querySelector(each).getBoundingClientRect());
  return (row.bottom - main.top) / main.height;
}"""


@pytest.mark.parametrize("width", [320, 360])
def test_names_cycles_and_results_have_room_for_large_text(crowd, board, width):
    board.page.set_viewport_size({"width": width, "height": 800})
    board.page.evaluate("document.documentElement.style.fontSize = '200%'")
    crowd.says("ChangeStep", step=crowd.step("wall")["id"], anonymous=False, order="author")
    wall_of(crowd, 4, LONG)
    expect(board.page.locator(".wall-author")).to_have_count(3)
    wide = {"names": too_wide(board.page)}
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()
    expect(board.page.locator(".result")).to_have_count(4)
    wide["result"] = too_wide(board.page)
    crowd.cycles("Hva nå?")
    crowd.starts("clusters", time=1)
    expect(board.page.locator(".board-cycle")).to_be_visible()
    wide["cycle"] = too_wide(board.page)

    assert {state: found for state, found in wide.items() if found} == {}


def test_a_cluster_without_notes_is_named(crowd, board):
    wall_of(crowd, 3, LONG)
    step = crowd.starts("clusters")["id"]
    crowd.says("AddCluster", id=new_id(), step=step, title="Medisiner hjemme", notes=[])

    expect(board.page.locator(".clusters-empty")).to_contain_text("Medisiner hjemme")
    assert board.page.evaluate(SIZES, ".clusters-empty") >= FLOOR


def test_the_end_says_in_large_letters_where_the_results_are(crowd, board):
    crowd.starts("talk")
    crowd.says("CloseWorkshop", share=True)

    board.sees("Resultatene ligger på telefonene deres.")
    assert board.page.evaluate(SIZES, ".board-end") > FLOOR * 1.5


def test_a_note_of_the_greatest_length_is_never_cut(crowd, board):
    crowd.says("ChangeWorkshop", note_limit=280)
    longest = (" ".join(LONG) + " og så videre")[:270]
    written = wall_of(crowd, 12, (longest,))

    expect(board.page.locator(".wall .note")).to_have_count(12)
    assert seen_on_all_pages(board, ".wall .note-text") == written


def test_a_long_title_is_whole_in_the_result(crowd, board):
    wall_of(crowd, 6, ((" ".join(LONG) + " og så videre")[:270],))
    crowd.starts("vote")
    crowd.opens_the_vote()
    crowd.votes()
    crowd.closes_the_vote()
    expect(board.page.locator(".result").first).to_be_visible()

    assert board.page.evaluate(CUT, ".result-title") == []
    assert board.page.evaluate(SIZES, ".result-title") >= FLOOR


CUT = "(item) => [...document.querySelectorAll(item)].filter((it) => it.scrollHeight > it.clientHeight + 2).map((it) => it.textContent)"
