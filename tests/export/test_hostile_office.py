"""In office documents too, whatever people write stays their words: no field, no link, no formula, no markup."""

import io
import re

import docx
import msgspec
import openpyxl
import pptx
import pytest
from babel.support import NullTranslations

from tests.export.test_hostile import HOSTILE, flat, told
from tests.export.unpacked import parts
from workshop.export.formats import rendered
from workshop.export.legal import legal
from workshop.export.parts import CandidateLine, ParkedLine

NULL = NullTranslations()
ILLEGAL = "a\x00b\x0bc\x1bd\ufffee\ud800f"


@pytest.fixture(scope="module")
def everything():
    """Every hostile text, parked, written as a note, put to the vote and answered."""
    base = told("Someone calls the day after")
    texts = [*HOSTILE, ILLEGAL]
    (vote,), (poll,), note = base.votes, base.polls, base.notes[0]
    parked = tuple(
        ParkedLine(id=f"p{at}", text=text, continued="") for at, text in enumerate(texts)
    )
    notes = tuple(
        msgspec.structs.replace(note, id=f"n{at}", text=text, cluster="", name="")
        for at, text in enumerate(texts)
    )
    results = tuple(
        msgspec.structs.replace(vote.results[0], item=f"n{at}", title=text)
        for at, text in enumerate(texts)
    )
    candidates = tuple(CandidateLine(item=it.item, title=it.title, notes=1) for it in results)
    votes = tuple(
        msgspec.structs.replace(
            vote,
            id=f"v{at}" if at else "v",
            results=results[at : at + 10],
            candidates=candidates[at : at + 10],
            criteria=(texts[at],),
        )
        for at in range(0, len(texts), 10)
    )
    return msgspec.structs.replace(
        base, parked=parked, notes=(*base.notes, *notes), votes=votes, polls=(poll,)
    )


@pytest.fixture(scope="module")
def paper(everything) -> bytes:
    return rendered("report.docx", everything, NULL)


@pytest.fixture(scope="module")
def deck(everything) -> bytes:
    return rendered("deck.pptx", everything, NULL)


def test_every_text_can_be_read_in_the_document(paper):
    lines = [it.text for it in docx.Document(io.BytesIO(paper)).paragraphs]
    said = flat("\n".join(lines))

    for text in [*HOSTILE, ILLEGAL]:
        assert flat(legal(text)) in said


def test_every_text_can_be_read_in_the_notes_of_the_deck(deck):
    pages = pptx.Presentation(io.BytesIO(deck)).slides
    said = flat("\n".join(page.notes_slide.notes_text_frame.text for page in pages))

    for text in [*HOSTILE, ILLEGAL]:
        assert flat(legal(text)) in said


ACTS = rb"<\w+:(hyperlink|hlinkClick|hlinkHover|instrText|fld|object|control|script|oleObj)\b"


@pytest.mark.parametrize("name", ["paper", "deck"])
def test_no_text_becomes_anything_that_acts(name, request):
    found = parts(request.getfixturevalue(name))
    written = ("word/", "ppt/slides/", "ppt/notesSlides/", "ppt/charts/")
    text = b"".join(data for part, data in found.items() if part.startswith(written))

    assert not re.search(ACTS, text)
    assert b"External" not in text
    assert set(re.findall(rb'w:instr="([^"]*)"', text)) <= {b"PAGE"}


def test_no_cell_of_a_workbook_in_a_chart_is_a_formula_or_a_link(deck):
    books = [data for name, data in parts(deck).items() if name.endswith(".xlsx")]

    assert books
    for data in books:
        sheets = b"".join(text for part, text in parts(data).items() if part.endswith(".xml"))
        assert b"<f>" not in sheets
        assert b"hyperlink" not in sheets
        for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n"}


@pytest.mark.parametrize(
    "text", ["W" * 280, "=1+1", "\u202egnp.exe", "مرحبا", "漢字" * 100, "%s{0}"]
)
def test_any_text_may_stand_in_every_place(text):
    made = told(text)

    paper = docx.Document(io.BytesIO(rendered("report.docx", made, NULL)))
    deck = pptx.Presentation(io.BytesIO(rendered("deck.pptx", made, NULL)))

    shown = flat("\n".join(it.text for it in paper.paragraphs))
    notes = flat("\n".join(page.notes_slide.notes_text_frame.text for page in deck.slides))
    assert shown.count(text) >= 15
    assert notes.count(text) >= 15
