"""Both office documents as another program opens and prints them."""

import re

import pytest
from babel.support import NullTranslations

from tests.export.crowd import crowded
from tests.export.pages import as_text
from tests.export.rooms import again, place
from workshop.export import make
from workshop.export.formats import rendered

NULL = NullTranslations()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The text of the pages of each; one start of LibreOffice for all of them."""
    files = {
        "small-report.docx": make("report.docx", place(again()), NULL),
        "small-deck.pptx": make("deck.pptx", place(again()), NULL),
        "crowd-report.docx": rendered("report.docx", crowded("nb")),
        "crowd-deck.pptx": rendered("deck.pptx", crowded("nb")),
    }
    return as_text(tmp_path_factory.mktemp("office"), files)


def test_the_report_is_printed_in_order(printed):
    text = " ".join(printed["small-report.docx"])

    order = [
        "Safe at home",
        "What we chose",
        "We begin with one number",
        "Who does what, by when",
        "Order the number",
        "What belonged together",
        "All that was written",
        "Parking lot",
        "What about the weekends?",
        "How we got there",
    ]
    found = [text.index(words) for words in order]
    assert found == sorted(found)


def test_a_report_of_three_hundred_notes_has_them_all(printed):
    report = crowded("nb")
    text = "".join(" ".join(printed["crowd-report.docx"]).split())

    missing = [note.text for note in report.notes if "".join(note.text.split()) not in text]
    # One that goes over the foot of a page is parted by it.
    assert len(missing) <= len(printed["crowd-report.docx"])
    assert "Fra sykehus til hjem · side 2" in printed["crowd-report.docx"][1]


def test_the_deck_is_printed_slide_by_slide(printed):
    pages = printed["small-deck.pptx"]

    assert pages[0].startswith("Safe at home")
    assert pages[1].startswith("How we got there Phase Steps Minutes")
    (vote,) = [page for page in pages if page.startswith("What we chose: vote, in numbers Place")]
    assert re.search(r"1 Someone answers 8 4 2 tied Two lists", vote)


def test_a_deck_in_bokmal_shows_charts_tables_and_words(printed):
    pages = printed["crowd-deck.pptx"]

    assert len(pages) <= 24
    assert any(page.startswith("Hvorfor vi møttes") for page in pages)
    (chart,) = [page for page in pages if page.startswith("Dette valgte vi: weigh 1: ")]
    assert "Størst nytte" in chart
    assert "67" not in chart
    assert any("til, i notatene" in page for page in pages)
