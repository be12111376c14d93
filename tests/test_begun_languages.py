"""Languages that are begun: the field's terms are in place, and nobody is offered half a language."""

import pytest
from babel.messages.pofile import read_po

from workshop.words import LANGUAGES
from workshop.words.catalogue import FOLDER, browser_words, messages_of

BEGUN = sorted({path.name for path in FOLDER.iterdir() if path.is_dir()} - set(LANGUAGES))
TERMS = {
    "sv": {"Facilitator": "Facilitator", "Cluster": "Kluster", "Dot vote": "Prickröstning"},
    "fi": {"Facilitator": "Fasilitaattori", "Cluster": "Teemaryhmä", "Dot vote": "Pisteäänestys"},
}


def test_swedish_and_finnish_are_begun():
    assert BEGUN == ["fi", "sv"]


@pytest.mark.parametrize("language", BEGUN)
def test_the_terms_of_the_field_are_in_place(language):
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        words = {it.id: it.string for it in read_po(file, locale=language) if it.id}

    assert {term: words[term] for term in TERMS[language]} == TERMS[language]
    assert sum(bool(it) for it in words.values() if isinstance(it, str)) > 90


@pytest.mark.parametrize("language", BEGUN)
def test_half_a_language_is_offered_to_nobody(language):
    assert messages_of(language) is None
    assert browser_words(language)["messages"] == {}
