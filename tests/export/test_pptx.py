"""deck.pptx shows what came out: letters for the back row on the slides, and the whole of it in the notes."""

import io
import re

import msgspec
import openpyxl
import pptx
import pytest
from babel.support import NullTranslations
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from tests.core.story import Story
from tests.export.crowd import crowded
from tests.export.rooms import place
from tests.export.unpacked import parts
from workshop.export import make
from workshop.export.agreement import marked
from workshop.export.fitting import HIGH
from workshop.export.formats import rendered
from workshop.export.slide_master import TOP
from workshop.export.wording import wording_of

NULL = NullTranslations()
FLOOR = 3000  # hundredths of a point


@pytest.fixture(scope="module")
def data() -> bytes:
    return rendered("deck.pptx", crowded("en"))


@pytest.fixture(scope="module")
def deck(data):
    return pptx.Presentation(io.BytesIO(data))


def titles(deck) -> list[str]:
    return [page.shapes.title.text for page in deck.slides]


def charts(deck):
    return [
        (page.shapes.title.text, shape.chart)
        for page in deck.slides
        for shape in page.shapes
        if shape.has_chart
    ]


def tables(deck, title):
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for page in deck.slides
        if page.shapes.title.text.startswith(title)
        for shape in page.shapes
        if shape.has_table
    ]


def notes(page) -> str:
    return page.notes_slide.notes_text_frame.text


def test_the_slides_tell_the_workshop_in_order(deck):
    found = list(dict.fromkeys(re.sub(r" \(\d+ of \d+\)$", "", title) for title in titles(deck)))

    assert found == [
        "From hospital to home",
        "Why we met",
        "The goal",
        "How we got there",
        "What belonged together",
        "What we chose: vote",
        "What we chose: vote, in numbers",
        "What we chose: weigh",
        "What we chose: weigh, in numbers",
        "Where the room stands: agree",
        "What we decided",
        "Who does what, by when",
        "Parking lot and open questions",
        "What we learned",
        "What happens next",
        "All that was written",
    ]


def test_a_slide_stands_only_where_there_is_something_to_say():
    deck = pptx.Presentation(io.BytesIO(make("deck.pptx", place(Story()), NULL)))

    assert titles(deck) == ["Safe at home", "How we got there"]


def test_no_letters_on_a_slide_are_smaller_than_thirty_points(deck):
    """Where a run has no size of its own, its layout and the master have one."""
    for page in deck.slides:
        sizes = [it.get("sz") for it in page.element.iter(qn("a:rPr"), qn("a:endParaRPr"))]
        assert min(int(size) for size in [*sizes, FLOOR] if size) >= FLOOR
        bare = [it for it in page.shapes if not it.is_placeholder and it.has_text_frame]
        runs = [run for it in bare for line in it.text_frame.paragraphs for run in line.runs]
        assert all(run.font.size >= Pt(30) for run in runs)
    for holder in (deck.slide_master, *deck.slide_layouts):
        sizes = [it.get("sz") for it in holder.element.iter(qn("a:defRPr"), qn("a:rPr"))]
        assert min(int(size) for size in [*sizes, FLOOR] if size) >= FLOOR
    for _title, chart in charts(deck):
        sizes = [int(it.get("sz")) for it in chart.element.iter(qn("a:defRPr")) if it.get("sz")]
        assert sizes
        assert min(sizes) >= FLOOR


def test_nothing_shrinks_to_fit(deck):
    for holder in (deck.slide_master, *deck.slide_layouts, *deck.slides):
        assert not list(holder.element.iter(qn("a:normAutofit")))


def test_every_slide_has_a_title_in_its_own_place_that_is_read_first(deck):
    for page in deck.slides:
        first = page.shapes[0]
        assert first == page.shapes.title
        assert first.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
    assert len(set(titles(deck))) == len(deck.slides)
    used = {page.slide_layout.name for page in deck.slides}
    assert used == {"Title Slide", "Title and Content", "Title Only"}


def test_tables_end_above_the_edge_of_the_slide(deck):
    for page in deck.slides:
        for shape in page.shapes:
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) <= Pt(HIGH + 1)
                assert shape.top == Pt(TOP)


def test_the_charts_of_a_vote_have_its_numbers_and_so_have_their_workbooks(deck):
    report = crowded("en")
    vote = report.votes[0]
    ((_title, chart),) = [it for it in charts(deck) if it[0] == "What we chose: vote"]

    assert list(chart.plots[0].series[0].values) == [line.dots for line in vote.results[:5]]
    assert [row[1] for row in cells_of(chart)[1:]] == [line.dots for line in vote.results[:5]]
    assert cells_of(chart)[0][1] == "Dots"
    assert list(chart.plots[0].categories) == [row[0] for row in cells_of(chart)[1:]]


def cells_of(chart) -> list[list[object]]:
    """What stands in the workbook in a chart."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    book = openpyxl.load_workbook(io.BytesIO(blob))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_a_vote_by_criteria_is_bars_of_parts(deck):
    vote = crowded("en").votes[1]
    ((_title, chart),) = [it for it in charts(deck) if it[0] == "What we chose: weigh"]

    series = {it.name: list(it.values) for it in chart.plots[0].series}
    assert chart.element.find(f".//{qn('c:grouping')}").get("val") == "stacked"
    assert series == {
        "Most use": [line.by_criterion[0] for line in vote.results[:4]],
        "Soon done": [line.by_criterion[1] for line in vote.results[:4]],
    }
    assert chart.has_legend


def test_the_table_of_a_vote_has_its_rows_in_order_and_says_what_it_has_no_room_for(deck):
    vote = crowded("en").votes[0]
    found = tables(deck, "What we chose: vote")

    *rows, last = [row for table in found for row in table[1:]]
    assert [table[0] for table in found] == [["Place", "Candidate", "Dots", "Voters"]] * 2
    assert [row[2] for row in rows] == [str(line.dots) for line in vote.results[: len(rows)]]
    assert last == ["", f"and {len(vote.results) - len(rows)} more, in the notes", "", ""]
    page = next(
        it
        for it in deck.slides
        if it.shapes.title.text == "What we chose: vote, in numbers (2 of 2)"
    )
    for line in vote.results:
        assert f"Candidate: {line.title}" in notes(page)


def test_where_the_room_stands_is_told_by_how_the_marks_lie(deck):
    (line,) = crowded("en").scorings
    ((_title, chart),) = [it for it in charts(deck) if it[0].startswith("Where the room stands")]

    assert list(chart.plots[0].categories) == [str(mark) for mark in range(1, 9)]
    assert list(chart.plots[0].series[0].values) == list(line.results[0].counts)


def test_marks_on_several_things_are_bars_of_how_many_gave_each_mark():
    report = crowded("en")
    (line,) = report.scorings
    (item,), (result,) = line.items, line.results
    both = msgspec.structs.replace(
        line,
        items=(item, msgspec.structs.replace(item, item="other", title="Another")),
        results=(result, msgspec.structs.replace(result, item="other", title="Another")),
    )
    deck = pptx.Presentation(
        io.BytesIO(rendered("deck.pptx", msgspec.structs.replace(report, scorings=(both,))))
    )

    ((_title, chart),) = [it for it in charts(deck) if it[0].startswith("Where the room stands")]
    counts = {it.name: list(it.values) for it in chart.plots[0].series}
    assert counts == {str(mark): [count, count] for mark, count in enumerate(result.counts, 1)}
    assert list(chart.plots[0].categories)[1] == marked(both, both.results[1], wording_of("en"))


def test_actions_are_never_left_out(deck):
    rows = [row for table in tables(deck, "Who does what") for row in table[1:]]

    assert [row[1] for row in rows] == [line.who for line in crowded("en").actions]
    assert all("2027" in row[2] for row in rows)


def test_the_notes_hold_every_word_that_the_room_has_written(deck):
    report = crowded("en")
    told = {page.shapes.title.text: notes(page) for page in deck.slides}

    written = told["All that was written"]
    assert all(note.text in written for note in report.notes)
    decided = told["What we decided"]
    assert all(line.text in decided and line.basis in decided for line in report.decisions)
    parked = told["Parking lot and open questions"]
    assert all(line.text in parked for line in report.parked)
    chosen = told["What we chose: vote"]
    assert "52 of 60 voted" in chosen


def test_what_is_cut_on_a_slide_is_cut_between_words_and_whole_in_its_notes():
    text = " ".join(f"word{number}" for number in range(200))
    report = crowded("en")
    long = msgspec.structs.replace(report.decisions[0], text=text)
    made = msgspec.structs.replace(report, decisions=(long,))

    deck = pptx.Presentation(io.BytesIO(rendered("deck.pptx", made)))

    (page,) = [it for it in deck.slides if it.shapes.title.text == "What we decided"]
    shown = page.placeholders[1].text_frame.text
    assert shown.endswith(" …")
    assert text.startswith(shown.removesuffix(" …"))
    assert text in notes(page)


def test_drawings_are_told_in_words_and_all_runs_have_a_language(deck):
    for page in deck.slides:
        for shape in page.shapes:
            if not (shape.is_placeholder or shape.has_text_frame):
                assert next(shape.element.iter(qn("p:cNvPr"))).get("descr")
        for part in (page, page.notes_slide):
            runs = list(part.element.iter(qn("a:r")))
            assert {run.rPr.get("lang") for run in runs} == {"en-GB"}


def test_a_deck_in_bokmal_is_one_throughout():
    deck = pptx.Presentation(io.BytesIO(rendered("deck.pptx", crowded("nb"))))

    found = titles(deck)
    assert "Hvorfor vi møttes" in found
    assert not [title for title in found if re.search(r"\b(What|Who|of)\b", title)]
    runs = [run for page in deck.slides for run in page.element.iter(qn("a:r"))]
    assert {run.rPr.get("lang") for run in runs} == {"nb-NO"}
    assert (deck.core_properties.language, deck.core_properties.author) == ("nb-NO", "Rytme")


def test_the_same_report_gives_the_same_bytes_also_in_the_workbooks(data):
    assert rendered("deck.pptx", crowded("en")) == data


def test_nothing_comes_from_outside(data):
    found = parts(data)
    relations = b"".join(text for name, text in found.items() if name.endswith(".rels"))

    assert b"External" not in relations
    assert not [name for name in found if "thumbnail" in name or "printer" in name]
    assert len([name for name in found if "slideLayouts/slideLayout" in name]) == 3
