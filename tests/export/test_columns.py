"""Columns, trays and what notes say of themselves, as the report tells them."""

import csv
import io

import pytest

from tests.core.story import Story, id_of, step
from tests.export.rooms import place
from workshop.core.setup import Column, Setup
from workshop.export import make, report
from workshop.export.reading import by_step
from workshop.export.wording import wording_of

SETUP = Setup(
    columns=(
        Column(id="works", title="Works now", hint="What should we keep?"),
        Column(id="hurts", title="Hurts now", type="problem"),
    ),
    trays=("unknown",),
    roles=("A neighbour",),
    evidence=True,
)
STEPS = (
    step("now", 0, "columns", "open", types=("idea", "problem", "unknown"), setup=SETUP),
    step(
        "sort",
        1,
        "columns",
        "integrate",
        source=id_of("now"),
        setup=Setup(columns=(Column(id="keep", title="Keep it"),)),
    ),
    step("later", 2, "columns", "close", types=("idea",), setup=SETUP),
)


def held() -> Story:
    story = Story(STEPS).joins("ada").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("now"))
    for word, fields in {
        "lists": {"evidence": "heard", "role": "A neighbour"},
        "doors": {"column": "hurts", "evidence": "seen"},
        "nights": {"type": "unknown"},
        "calls": {"column": "hurts"},
    }.items():
        given = {"id": id_of(word), "step": id_of("now"), "type": "idea", "text": word}
        story.says("ada", "AddNote", **{**given, **fields})
    story.says("finn", "StartStep", step=id_of("sort"))
    story.says("ada", "SortNote", step=id_of("sort"), note=id_of("calls"), column="keep")
    return story


def told(language="en"):
    words = wording_of(language)
    groups = by_step(report(place(held())), words)
    return [
        (group.title, [(it.title, [line.note.text for line in it.notes]) for it in group.parts])
        for group in groups
    ]


def test_a_step_is_told_by_column_and_tray_and_a_later_step_by_what_was_sorted_there():
    assert told() == [
        (
            "now",
            [
                ("Works now", ["lists"]),
                ("Hurts now", ["doors"]),
                ("In no column", ["calls"]),
                ("We don't know yet", ["nights"]),
            ],
        ),
        ("sort", [("Keep it", ["calls"])]),
    ]


def test_the_words_of_trays_are_in_the_language_of_the_report():
    assert [title for title, _ in told("nb")[0][1]][2:] == [
        "Ikke i noen kolonne",
        "Dette vet vi ikke ennå",
    ]


def test_the_prompts_of_a_step_that_never_began_are_left_out():
    *_, later = report(place(held())).agenda

    assert (later.columns, later.trays) == ((), ())


def test_a_table_tells_each_notes_column_and_how_it_is_known():
    rows = list(csv.DictReader(io.StringIO(make("notes.csv", place(held())).decode("utf-8-sig"))))

    assert [(it["Note"], it["Column"], it["How known"], it["Written as"]) for it in rows] == [
        ("lists", "Works now", "Heard", "A neighbour"),
        ("doors", "Hurts now", "Seen", ""),
        ("nights", "Works now", "", ""),
        ("calls", "Keep it", "", ""),
    ]


@pytest.mark.parametrize("name", ["report.md", "report.html"])
def test_a_report_to_read_has_columns_and_marks(name):
    text = make(name, place(held())).decode()

    for words in ("Works now", "Hurts now", "We don", "Heard", "written as “A neighbour”"):
        assert words in text
