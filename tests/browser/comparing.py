"""What can be done in a table and in a matrix: rows, for and against, marks, and what comes of them."""

from typing import Any

from tests.browser.crowd import Crowd
from tests.browser.keys import Keys
from tests.browser.people import IS_LIVE, Phone
from workshop.demo.client import new_id
from workshop.demo.content import Note

NUMBER, VISIT = "One number", "A visit within two days"
CALL = Note("Nobody calls the day after", "problem", "")
KEY = Note("The key box was never put up", "problem", "")
USE = {"id": "use", "title": "Use"}
VALUE = {"id": "value", "title": "Value", "low": 0, "high": 10, "weight": 2}
EFFORT = {"id": "effort", "title": "Effort", "low": 0, "high": 10, "weight": -1}


def adds_a_step(crowd: Crowd, layout: str, **fields: Any) -> str:
    """At the end of the agenda; the room goes there."""
    step = new_id()
    crowd.breathe()
    place = len(crowd.finn.holding.all("step"))
    words = {"method": layout, "phase": "close", "title": layout.title(), "minutes": 5}
    crowd.says("AddStep", id=step, place=place, layout=layout, **words, **fields)
    crowd.says("StartStep", step=step)
    return step


# -- table: write a row, change it, remove one, say what speaks for it, score, and see what came of it


def reach_table(crowd: Crowd) -> None:
    crowd.come(2)
    fields = [{"id": "option", "title": "Option"}, {"id": "how", "title": "How", "form": "text"}]
    step = adds_a_step(
        crowd,
        "table",
        types=["pro", "con"],
        visibility="private",
        anonymous=True,
        setup={"fields": fields, "scales": [USE], "nothing": True, "doing_nothing": "Do nothing"},
    )
    row = {"id": new_id(), "step": step, "cells": {"option": VISIT}}
    crowd.people[0].send("AddRow", **row)
    crowd.settle()


def table_by_taps(ada: Phone, crowd: Crowd) -> None:
    for text in ("One nmber", "To be removed"):
        ada.press("Write a row")
        ada.page.get_by_label("Option").fill(text)
        ada.press("Add")
    ada.press("Change “One nmber”")
    ada.page.locator("li.row form").get_by_label("Option").fill(NUMBER)
    ada.press("Save")
    ada.press("Remove “To be removed”")
    ada.dialog().get_by_role("button", name="Remove").tap()
    ada.press(f"Say something for or against “{NUMBER}”")
    ada.page.locator("li.row textarea").fill("It is quick")
    ada.press("Add")
    ada.press("Done here")
    ada.is_live()
    opens(crowd)
    marks_of(ada, NUMBER, "Use").nth(3).tap()
    ada.press("Done – you can still change it")
    ada.is_live()
    closes(crowd, "use", 4)


def table_by_keys(keys: Keys, crowd: Crowd) -> None:
    for text in ("One nmber", "To be removed"):
        keys.presses("Write a row")
        keys.lands_in("form.card input")
        keys.types(text)
        keys.press("Enter")
        keys.lands_in(".button--wide")  # the form gives the focus back
    keys.presses("Change “One nmber”")
    keys.lands_in("form.card input")
    keys.types(NUMBER)
    keys.press("Enter")
    keys.lands_in("li.row button")
    keys.presses("Remove “To be removed”")
    keys.presses("Remove")
    keys.page.get_by_text("To be removed").wait_for(state="detached")
    keys.presses(f"Say something for or against “{NUMBER}”")
    keys.lands_in("li.row textarea")
    keys.types("It is quick")
    keys.presses("Add")
    keys.presses("Done here")
    keys.page.evaluate(IS_LIVE)
    opens(crowd)
    keys.page.get_by_role("group", name=f"{NUMBER}: Use").wait_for()
    # In a group of marks there is one tab stop, and arrows choose.
    keys.page.get_by_role("group", name=f"{NUMBER}: Use").locator("input").first.focus()
    keys.press("ArrowRight", "ArrowRight", "ArrowRight")
    keys.presses("Done – you can still change it")
    keys.page.evaluate(IS_LIVE)
    closes(crowd, "use", 4)


def marks_of(ada: Phone, title: str, scale: str) -> Any:
    return ada.page.get_by_role("group", name=f"{title}: {scale}").locator(".mark")


def opens(crowd: Crowd) -> None:
    crowd.breathe()
    step = crowd.finn.holding.one("workshop")["step"]
    crowd.says("RevealNotes", step=step)
    crowd.says("OpenScoring", id=new_id(), step=step)


def closes(crowd: Crowd, scale: str, mark: int) -> None:
    """Three others mark the same thing alike, so that the marks are told."""
    for person in crowd.people:
        person.pump_until(lambda who=person: who.holding.all("card"))
        scoring = person.holding.all("scoring")[-1]
        item = next(it["item"] for it in scoring["items"] if it["title"] in (NUMBER, CALL.text))
        person.send("GiveScore", scoring=scoring["id"], item=item, scale=scale, value=mark)
    crowd.settle()
    crowd.says("CloseScoring", scoring=crowd.finn.holding.all("scoring")[-1]["id"])


def table_seen(crowd: Crowd) -> Any:
    rows = {it["id"]: it["cells"]["option"] for it in crowd.finn.holding.all("row")}
    notes = [(note["text"], rows[note["about"]]) for note in crowd.finn.holding.all("note")]
    return sorted(rows.values()), notes, order_of(crowd)


def order_of(crowd: Crowd) -> Any:
    titles = {it["item"]: it["title"] for it in crowd.finn.holding.all("scoring")[-1]["items"]}
    weighings = crowd.finn.holding.all("weighing")
    return [(titles[it["item"]], it["score"]) for it in weighings[-1]["items"] if it["score"]]


TABLE = (
    ["A visit within two days", "Do nothing", NUMBER],
    [("It is quick", NUMBER)],
    [(NUMBER, "4")],
)


# -- matrix: give a mark, choose another, take one back


def reach_matrix(crowd: Crowd) -> None:
    crowd.come(2)
    crowd.starts("wall")
    crowd.writes([CALL, KEY])
    crowd.reveals()
    wall = crowd.step("wall")["id"]
    step = adds_a_step(crowd, "matrix", source=wall, setup={"scales": [VALUE, EFFORT]})
    crowd.says("OpenScoring", id=new_id(), step=step)
    for person in crowd.people:
        person.pump_until(lambda who=person: who.holding.all("card"))
        scoring = person.holding.all("scoring")[-1]
        item = next(it["item"] for it in scoring["items"] if it["title"] == CALL.text)
        person.send("GiveScore", scoring=scoring["id"], item=item, scale="effort", value=3)
    crowd.settle()


def matrix_by_taps(ada: Phone, crowd: Crowd) -> None:
    marks_of(ada, CALL.text, "Value").nth(2).tap()
    marks_of(ada, CALL.text, "Value").nth(8).tap()
    marks_of(ada, CALL.text, "Effort").nth(3).tap()
    marks_of(ada, KEY.text, "Value").nth(0).tap()
    taken = ada.page.get_by_role("group", name=f"{KEY.text}: Value")
    taken.get_by_role("button").tap()
    ada.press("Done – you can still change it")
    ada.is_live()
    closes(crowd, "value", 8)


def matrix_by_keys(keys: Keys, crowd: Crowd) -> None:
    for title, scale, steps in ((CALL.text, "Value", 8), (CALL.text, "Effort", 3)):
        keys.page.get_by_role("group", name=f"{title}: {scale}").locator("input").first.focus()
        keys.press("Space", *["ArrowRight"] * steps)
    keys.page.get_by_role("group", name=f"{KEY.text}: Value").locator("input").first.focus()
    keys.press("Space")
    keys.presses("Take it back")
    keys.presses("Done – you can still change it")
    keys.page.evaluate(IS_LIVE)
    closes(crowd, "value", 8)


def matrix_seen(crowd: Crowd) -> Any:
    return order_of(crowd), crowd.finn.holding.all("weighing")[-1]["items"][0]["quadrant"]


MATRIX = ([(CALL.text, "7.67")], "first")
