"""Simulated people in columns: words that belong there, and no text twice."""

import pytest

from tests.core.story import id_of
from tests.demo.test_rehearsal import finn  # noqa: F401 - the fixture
from workshop.core.limits import LIMITS
from workshop.core.text import graphemes, line
from workshop.demo.content import LANGUAGES, in_columns
from workshop.methods import METHODS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_of_columns_are_whole_and_for_columns_that_there_are(language):
    known = {column.id for method in METHODS.values() for column in method.setup.columns}
    texts = [text for column in in_columns(language).values() for text in column]

    assert set(in_columns(language)) <= known
    assert len(texts) == len(set(texts))
    assert [
        text for text in texts if text != line(text) or graphemes(text) > LIMITS.note_graphemes
    ] == []


def test_every_language_has_as_much_to_say_in_each_column():
    sizes = [{id: len(texts) for id, texts in in_columns(it).items()} for it in LANGUAGES]

    assert all(size == sizes[0] for size in sizes)


def test_they_write_in_columns_and_say_how_they_know(finn):  # noqa: F811
    agreements = METHODS["working_agreements"]
    finn.says(
        "AddStep",
        id=id_of("agree"),
        place=1,
        method=agreements.id,
        layout="columns",
        phase="frame",
        title="Agreements",
        minutes=5,
        types=agreements.types,
        setup={
            "columns": [{"id": it.id, "title": it.title} for it in agreements.setup.columns],
            "evidence": True,
        },
    )
    finn.says("StartStep", step=id_of("agree"))
    finn.waits(lambda: len(finn.all("note")) >= 6)

    notes = finn.all("note")
    found = {note["text"]: note["column"] for note in notes}
    belongs = {text: column for column, texts in in_columns("nb").items() for text in texts}
    assert len(found) == len(notes)
    assert {text: belongs[text] for text in found} == found or any(
        it["did"] == "SortNote" for it in finn.all("deed")
    )
    assert any(note["evidence"] for note in notes)
