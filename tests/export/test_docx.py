"""report.docx is a document that a case system takes in: real styles, one language, nothing from outside."""

import io
import re
import zipfile
from datetime import datetime

import docx
import msgspec
import pytest
from babel.support import NullTranslations
from docx.oxml.ns import qn

from tests.core.story import Story
from tests.export.crowd import crowded
from tests.export.rooms import THOUGHTS, again, place
from tests.export.unpacked import parts
from workshop.export import make
from workshop.export.fitting import width
from workshop.export.formats import rendered
from workshop.export.word_tables import MM, SIDES, SIZE

NULL = NullTranslations()


@pytest.fixture(scope="module")
def data() -> bytes:
    return make("report.docx", place(again()), NULL)


@pytest.fixture(scope="module")
def paper(data):
    return docx.Document(io.BytesIO(data))


def test_headings_are_words_own_in_the_order_of_the_report(paper):
    found = [(it.style.name, it.text) for it in paper.paragraphs]
    headings = [(style, text) for style, text in found if style in ("Title", "Heading 1")]

    assert headings == [
        ("Title", "Safe at home"),
        ("Heading 1", "What we chose"),
        ("Heading 1", "Who does what, by when"),
        ("Heading 1", "What belonged together"),
        ("Heading 1", "All that was written"),
        ("Heading 1", "Parking lot"),
        ("Heading 1", "How we got there"),
    ]
    assert ("Heading 2", "Cycle 1: write?") in found
    assert ("Heading 3", "Someone answers (2)") in found
    assert {style for style, _ in found} <= {
        "Title",
        "Normal",
        "Body Text",
        "Caption",
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "List Bullet",
        "List Bullet 2",
    }


def test_every_note_is_a_bullet_and_a_build_stands_under_it(paper):
    bullets = [(it.style.name, it.text) for it in paper.paragraphs if "List" in it.style.name]

    for _person, _type, text in THOUGHTS.values():
        assert any(said.startswith(text) for _style, said in bullets)
    at = bullets.index(("List Bullet", "One number that answers  Idea"))
    assert bullets[at + 1][0] in ("List Bullet", "List Bullet 2")
    assert (
        "List Bullet 2",
        "On a magnet for the fridge  Idea · builds on the note above",
    ) in bullets


def test_a_table_repeats_its_head_and_says_what_it_is(paper):
    heads = [[cell.text for cell in table.rows[0].cells] for table in paper.tables]

    assert heads[0] == ["Place", "Candidate", "Notes", "Dots", "Voters"]
    assert ["Action", "Who", "Due"] in heads
    for table in paper.tables:
        first, *others = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert not [row for row in others if row.trPr.find(qn("w:tblHeader")) is not None]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.style.name == "Table Grid"


def test_the_vote_is_told_with_its_numbers(paper):
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]

    assert rows[1:] == [
        ["1", "Someone answers", "2", "8", "4"],
        ["2 tied", "Two lists, and nobody knows which one holds", "2", "1", "under 4"],
        ["2 tied", "Try the stairs before going home", "1", "1", "under 4"],
        ["4", "The coffee on the third floor", "1", "0", "0"],
    ]
    assert any("4 of 5 voted" in it.text for it in paper.paragraphs)


def test_the_document_knows_its_language_its_title_and_its_maker(paper):
    known = paper.core_properties

    assert (known.title, known.author, known.last_modified_by) == ("Safe at home", "Rytme", "Rytme")
    assert (known.language, known.category, known.revision) == ("en-GB", "Report", 1)
    assert known.created == known.modified
    assert known.created == datetime.fromisoformat("2026-11-21T09:02:47+00:00")
    assert {it.get(qn("w:val")) for it in paper.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_nothing_comes_from_outside_and_nothing_runs(data):
    found = parts(data)

    assert not [name for name in found if "vba" in name.lower() or "customXml" in name]
    assert not [name for name in found if "thumbnail" in name or "Effects" in name]
    relations = b"".join(text for name, text in found.items() if name.endswith(".rels"))
    assert b"External" not in relations
    text = b"".join(found.values())
    assert set(re.findall(rb'w:instr="(\w+)"', text)) == {b"PAGE"}
    assert not re.search(rb"<w:(ins|del|hyperlink|altChunk|object|instrText|comment)\b", text)


def test_the_band_is_told_in_words(paper):
    (drawn,) = paper.element.body.iter(qn("wp:docPr"))

    assert drawn.get("descr").startswith("The band of the day, in minutes:")


def test_the_same_report_gives_the_same_bytes(data):
    assert make("report.docx", place(again()), NULL) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_report_in_bokmal_is_one_throughout():
    paper = docx.Document(io.BytesIO(rendered("report.docx", crowded("nb"))))
    text = "\n".join(it.text for it in paper.paragraphs)

    assert paper.core_properties.language == "nb-NO"
    assert {it.get(qn("w:val")) for it in paper.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    assert "Dette valgte vi" in text
    assert "What we" not in text
    for note in crowded("nb").notes:
        assert note.text in text


def test_a_narrow_column_has_its_words_on_one_line():
    paper = docx.Document(io.BytesIO(rendered("report.docx", crowded("nb"))))
    (actions,) = (it for it in paper.tables if it.rows[0].cells[-1].text == "Frist")
    wide = actions.columns[-1].width.mm

    assert len(actions.rows) > 1
    for row in actions.rows:
        assert width(row.cells[-1].text, SIZE) * MM + SIDES < wide


def test_text_from_right_to_left_runs_so():
    made = crowded("en")
    (first, *others) = made.parked
    arabic = msgspec.structs.replace(first, text="مرحبا بالعالم")
    made = msgspec.structs.replace(made, parked=(arabic, *others))

    paper = docx.Document(io.BytesIO(rendered("report.docx", made)))

    (line,) = [it for it in paper.paragraphs if it.text == arabic.text]
    assert line._p.pPr.find(qn("w:bidi")) is not None
    assert line.runs[0]._r.rPr.find(qn("w:rtl")) is not None


def test_a_workshop_where_nothing_has_happened_has_a_document_too():
    paper = docx.Document(io.BytesIO(make("report.docx", place(Story()), NULL)))

    assert paper.paragraphs[1].text == "Safe at home"
