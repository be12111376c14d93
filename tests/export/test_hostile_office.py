"""The workbooks inside the charts of a deck: whatever people write stays text there, as everywhere."""

import io

import openpyxl
import pytest
from babel.support import NullTranslations

from tests.export.everywhere import told
from tests.export.hostile import HOSTILE
from tests.export.unpacked import parts
from workshop.export.formats import rendered

STARTS = [text for text in HOSTILE if text.startswith(tuple("=+-@hw"))][:24]


@pytest.fixture(scope="module")
def books():
    deck = rendered("deck.pptx", told(STARTS), NullTranslations())
    return [data for name, data in parts(deck).items() if name.endswith(".xlsx")]


def test_no_cell_of_a_workbook_in_a_chart_is_a_formula_or_a_link(books):
    assert books
    for data in books:
        sheets = b"".join(text for part, text in parts(data).items() if part.endswith(".xml"))
        assert b"<f>" not in sheets
        assert b"hyperlink" not in sheets


def test_every_cell_of_a_workbook_in_a_chart_is_a_text_or_a_count(books):
    for data in books:
        for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows():
            assert {cell.data_type for cell in row} <= {"s", "n"}
