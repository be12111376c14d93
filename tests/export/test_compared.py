"""What was laid beside each other: told with its order, its reasons, and nothing that few have marked."""

import pytest

from tests.core.story import Story, id_of, step
from tests.export.rooms import PEOPLE, place
from tests.export.sheet import sheet
from workshop.core.setup import Field, Scale, Setup
from workshop.export import make, report
from workshop.export.formats import rendered
from workshop.export.parts import CellLine, ChoiceLine, RowLine, WeighedLine

SCALES = (
    Scale(id="value", title="Value", low=0, high=10, weight=2),
    Scale(id="effort", title="Effort", low=0, high=10, weight=-1),
)
STEPS = (
    step(
        "options",
        0,
        "table",
        "integrate",
        types=("pro", "con"),
        visibility="private",
        setup=Setup(
            fields=(
                Field(id="option", title="Option"),
                Field(id="since", title="Since", form="date"),
            ),
            nothing=True,
            doing_nothing="Go on as now",
        ),
    ),
    step("matrix", 1, "matrix", "close", source=id_of("options"), setup=Setup(scales=SCALES)),
)
TWICE = (
    Field(id="what", title="What"),
    Field(id="here", title="Cost"),
    Field(id="there", title="Cost"),
)
MARKS = {
    ("call", "value"): (8, 8, 8, 8),
    ("call", "effort"): (3, 3, 3, 3),
    ("house", "value"): (9, 9, 9, 9),
    ("house", "effort"): (2, 2, 9, 9),
}


@pytest.fixture
def story():
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("options"))
    for word, cells in (
        ("call", {"option": "Call", "since": "2024-01-02"}),
        ("house", {"option": "House"}),
    ):
        told.says("ada", "AddRow", id=id_of(word), step=id_of("options"), cells=cells)
    note = {"step": id_of("options"), "type": "con", "text": "It costs", "about": id_of("house")}
    told.says("bo", "AddNote", id=id_of("costs"), **note)
    told.says("finn", "StartStep", step=id_of("matrix"))
    told.says("finn", "OpenScoring", id=id_of("scoring"), step=id_of("matrix"))
    for (item, scale), given in MARKS.items():
        for person, value in zip(PEOPLE, given, strict=False):
            mark = {"scoring": id_of("scoring"), "item": id_of(item), "scale": scale}
            told.says(person, "GiveScore", **mark, value=value)
    told.says("finn", "CloseScoring", scoring=id_of("scoring"))
    drop = {"step": id_of("matrix"), "choice": "drop", "reason": "Not this year"}
    told.says("finn", "ChooseItem", item=id_of("house"), **drop)
    return told


def test_rows_are_told_with_what_they_were_asked(story):
    first, _, nothing = report(place(story)).rows

    assert first == RowLine(
        id=id_of("call"),
        step=id_of("options"),
        title="Call",
        cells=(
            CellLine(field="option", title="Option", form="line", text="Call"),
            CellLine(field="since", title="Since", form="date", text="2024-01-02"),
        ),
        about="",
        nothing=False,
        name="Ada",
    )
    assert (nothing.title, nothing.nothing) == ("Go on as now", True)


def test_the_order_is_told_with_its_reasons(story):
    """call: (2·8 + 7) / 3 = 7.67. house: median effort 5.5, (2·9 + 4.5) / 3 = 7.5, and 2 to 9 is apart."""
    told = report(place(story))
    (weighing,) = told.weighings

    assert weighing.items[:2] == (
        WeighedLine(
            item=id_of("call"),
            title="Call",
            score="7.67",
            value="8",
            effort="3",
            quadrant="first",
            rank=1,
            tied=False,
            apart=(),
        ),
        WeighedLine(
            item=id_of("house"),
            title="House",
            score="7.5",
            value="9",
            effort="5.5",
            quadrant="explore",
            rank=2,
            tied=False,
            apart=("effort",),
        ),
    )
    assert told.choices == (
        ChoiceLine(
            step=id_of("matrix"),
            item=id_of("house"),
            title="House",
            choice="drop",
            reason="Not this year",
        ),
    )


def test_markdown_has_the_table_the_order_and_what_was_dropped(story):
    told = make("report.md", place(story)).decode()

    assert "| What | Since | Name |" in told
    assert "| Call | 2 January 2024 | Ada |" in told
    assert r"| 2 | House | 7\.5 | 9 | 5\.5 | Explore over time | Effort 2 to 9 | Dropped |" in told
    assert "**We drop on purpose**\n\n- House: Not this year" in told


def test_a_page_has_a_picture_and_the_same_in_a_table(story):
    told = make("report.html", place(story)).decode()

    assert 'cx="32" cy="22"' in told  # effort 3 and value 8 of ten, two from the edge
    assert "What we compared" in told
    assert "Not this year" in told


def test_what_was_never_shown_of_a_row_is_in_no_report(story):
    assert "It costs" not in make("report.md", place(story)).decode()

    story.says("finn", "RevealNotes", step=id_of("options"))

    assert "It costs *(Against)* – Bo – about: House" in make("report.md", place(story)).decode()


def test_sheets_hold_rows_and_order(story):
    rows = sheet(make("rows.csv", place(story)))
    order = sheet(make("order.csv", place(story)))

    assert rows[1][:5] == ["1", "options", "Call", "Option", "Call"]
    assert order[2][2:12] == [
        "2",
        "no",
        "House",
        "7.5",
        "9",
        "5.5",
        "Explore over time",
        "Effort 2 to 9",
        "Dropped",
        "Not this year",
    ]


def test_a_row_is_not_called_by_a_note_that_is_held_back():
    steps = (
        step("write", 0, "wall", "open", types=("idea",)),
        step("options", 1, "table", "integrate", source=id_of("write"), setup=STEPS[0].setup),
    )
    told = Story(steps).joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    note = {"step": id_of("write"), "type": "idea", "text": "Canary"}
    told.says("ada", "AddNote", id=id_of("note"), **note)
    told.says("finn", "StartStep", step=id_of("options"))
    row = {"id": id_of("row"), "step": id_of("options"), "cells": {}, "about": id_of("note")}
    told.says("finn", "AddRow", **row)
    choice = {"step": id_of("options"), "item": id_of("row"), "choice": "keep"}
    told.says("finn", "ChooseItem", **choice)

    told.says("finn", "HideNote", note=id_of("note"), reason="A name")

    for name in ("workshop.json", "report.md", "report.html", "rows.csv", "order.csv"):
        assert b"Canary" not in make(name, place(told))


def test_scores_are_written_as_the_language_writes_numbers(story):
    told = rendered("report.md", report(place(story)), language="nb").decode()

    assert "| 2 | House | 7,5 | 9 | 5,5 |" in told


def test_two_columns_of_one_title_are_both_told():
    told = Story((step("rows", 0, "table", "open", setup=Setup(fields=TWICE)),)).joins("ada")
    told.joins("finn", role="facilitator").says("finn", "StartStep", step=id_of("rows"))
    cells = {"what": "A bus", "here": "In town", "there": "In the valley"}
    told.says("ada", "AddRow", id=id_of("bus"), step=id_of("rows"), cells=cells)

    assert "| A bus | In town | In the valley |" in make("report.md", place(told)).decode()
