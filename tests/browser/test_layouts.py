"""The contract that every layout keeps: by taps, by keys, in one list, for every screen and eye."""

import pytest
from playwright.sync_api import expect

from tests.browser.agreeing import records_of
from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.layouts import CALL, KEY, LAYOUTS, NAMES, reach_clusters
from tests.browser.measures import (
    check_axe,
    check_calm,
    check_focus,
    check_large_text,
    check_narrow,
)
from tests.browser.people import LAPTOP, Board, Person, Phone
from tests.servers.waiting import wait_until

pytestmark = pytest.mark.browser

each_layout = pytest.mark.parametrize("name", sorted(LAYOUTS))


def test_each_layout_has_its_contract():
    assert set(LAYOUTS) == NAMES


# The longer words are the harder ones to find room for.
in_norwegian = pytest.mark.parametrize("crowd", ["nb"], indirect=True, ids=["nb"])


@pytest.fixture
def crowd(house, request):
    made = Crowd(house.url, people=1, language=getattr(request, "param", "en"))
    yield made
    made.leave()


@each_layout
def test_by_taps(crowd, people, name):
    layout, ada = LAYOUTS[name], people(Phone)
    layout.reach(crowd)
    layout.by_taps(ada, crowd)
    comes_to(crowd, layout)


@each_layout
def test_by_keys(crowd, people, name):
    layout, ada = LAYOUTS[name], people(Phone, **LAPTOP)
    layout.reach(crowd)
    ada.page.locator(f"[data-layout={name}], .lead").first.wait_for(state="attached")
    layout.by_keys(Keys(ada.page), crowd)
    comes_to(crowd, layout)


def comes_to(crowd: Crowd, layout) -> None:
    def seen():
        crowd.breathe()
        return layout.seen(crowd)

    try:
        wait_until(lambda: seen() == layout.outcome, "the outcome")
    except TimeoutError:
        assert seen() == layout.outcome


def test_by_mouse_a_note_is_dragged_into_a_cluster(crowd, people):
    reach_clusters(crowd)
    crowd.says(
        "AddCluster", id="a" * 24, step=here(crowd), title="Calls", notes=[id_of(crowd, CALL.text)]
    )
    ada = people(Phone, **LAPTOP)
    ada.note(KEY.text).drag_to(ada.page.locator(".cluster").filter(has_text="Calls"))
    expect(ada.page.locator(".cluster").filter(has_text="Calls")).to_contain_text(KEY.text)
    ada.is_live()
    crowd.catches_up()
    assert {it["text"] for it in crowd.finn.holding.all("note") if it["cluster"]} == {
        CALL.text,
        KEY.text,
    }


def test_by_mouse_all_that_are_chosen_are_dragged_along(crowd, people):
    reach_clusters(crowd)
    crowd.says("AddCluster", id="a" * 24, step=here(crowd), title="Calls", notes=[])
    ada = people(Phone, **LAPTOP)
    ada.press("Choose several")
    for note in (CALL, KEY):
        ada.note(note.text).click()
    calls = ada.page.locator(f"[data-group={'a' * 24}]")
    ada.note(KEY.text).drag_to(calls)
    expect(calls).to_contain_text(CALL.text)
    ada.is_live()
    crowd.breathe()
    placed = {it["text"] for it in crowd.finn.holding.all("note") if it["cluster"]}
    assert placed == {CALL.text, KEY.text}


def here(crowd: Crowd) -> str:
    crowd.breathe()
    return str(crowd.finn.holding.one("workshop")["step"])


def id_of(crowd: Crowd, text: str) -> str:
    crowd.breathe()
    return str(next(it["id"] for it in crowd.finn.holding.all("note") if it["text"] == text))


@pytest.mark.parametrize("name", [name for name, layout in LAYOUTS.items() if layout.roving])
def test_one_tab_stop_in_the_order_of_the_list(crowd, people, name):
    """The items on the screen are the outline of the same records, and the arrows go along it."""
    LAYOUTS[name].reach(crowd)
    crowd.writes([]) if name != "wall" else crowd.reveals()
    ada = people(Phone, **LAPTOP)
    items = ada.page.locator("[data-item]")
    items.first.wait_for()
    outline = [it["id"] for it in in_order(ada)]
    assert items.evaluate_all("(all) => all.map((it) => it.dataset.id)") == outline
    stops = "(all) => all.filter((it) => it.tabIndex === 0).length"
    assert items.evaluate_all(stops) == 1
    assert ada.page.locator("[data-item] button").evaluate_all(stops) == 0
    keys = Keys(ada.page)
    items.first.focus()
    assert [focused(ada), *(step(keys, ada, "ArrowDown") for _ in outline[1:])] == outline
    assert [focused(ada), *(step(keys, ada, "ArrowUp") for _ in outline[1:])] == outline[::-1]
    assert (step(keys, ada, "End"), step(keys, ada, "Home")) == (outline[-1], outline[0])
    assert items.evaluate_all(stops) == 1
    keys.press("Escape")
    assert focused(ada) is None
    items.first.focus()
    keys.press("Tab")
    assert focused(ada) is None


@pytest.mark.parametrize(("name", "kind"), [("vote", "round"), ("actions", "action")])
def test_a_form_lists_the_same_records(crowd, people, name, kind):
    ada = people(Phone)
    LAYOUTS[name].reach(crowd)
    rows = ada.page.locator("li.candidate, li.action")
    rows.first.wait_for()
    (record,) = (it for (sort, _), it in records_of(ada).items() if sort == kind)
    titles = [it["title"] for it in record.get("candidates", [])] or [record["what"]]
    shown = ada.page.locator(".candidate-title, .action-what").all_inner_texts()
    assert sorted(shown) == sorted(titles)


def in_order(ada: Phone) -> list[dict]:
    """As the records say: by column, or clusters by place; then notes by place. What stands alone comes last."""
    records = records_of(ada)
    places = {id: it["place"] for (kind, id), it in records.items() if kind == "cluster"}
    (now,) = (it["step"] for (kind, _), it in records.items() if kind == "workshop")
    columns = [it["id"] for it in records["step", now]["setup"].get("columns", [])]
    notes = [it for (kind, _), it in records.items() if kind == "note" and it["readers"] == "all"]
    return sorted(
        notes,
        key=lambda it: (column_place(columns, it), places.get(it["cluster"], 1e9), it["place"]),
    )


def column_place(columns: list[str], note: dict) -> int:
    return columns.index(note["column"]) if columns else 0


def step(keys: Keys, ada: Phone, key: str) -> str | None:
    keys.press(key)
    return focused(ada)


def focused(ada: Phone) -> str | None:
    return ada.page.evaluate("document.activeElement.closest('[data-item]')?.dataset.id ?? null")


@in_norwegian
@each_layout
def test_the_phone_is_for_everyone(crowd, people, name):
    LAYOUTS[name].reach(crowd)
    page = people(Phone).page
    page.locator(f"[data-layout={name}], .lead").first.wait_for(state="attached")
    check_axe(page)
    check_calm(page)
    check_focus(page)
    check_narrow(page)
    check_axe(page)
    check_large_text(page, width=390)


@in_norwegian
@each_layout
def test_the_console_is_for_everyone(crowd, people, name):
    LAYOUTS[name].reach(crowd)
    page = people(Person, **LAPTOP).page
    page.locator(".console-question").wait_for()
    check_axe(page)
    check_focus(page)
    check_narrow(page)
    check_axe(page)
    check_large_text(page, width=1440)


@in_norwegian
@each_layout
def test_the_board_is_for_everyone(crowd, people, name):
    LAYOUTS[name].reach(crowd)
    page = people(Board).page
    page.get_by_role("heading").first.wait_for()
    check_axe(page)
    check_calm(page)
    check_narrow(page)
