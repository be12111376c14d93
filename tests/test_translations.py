"""Every language is whole: all that the sources say now, with the same gaps and the same edges."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from workshop.words import LANGUAGES, browser_words
from workshop.words.catalogue import FOLDER

ROOT = Path(__file__).resolve().parents[1]
GAP = re.compile(r"%\(\w+\)[sd]|%%")
NUMBER = {"%(n)s", "%(num)s", "%(num)d"}
OTHERS = [language for language in LANGUAGES if language != "en"]
EXTRACT = (
    "-m babel.messages.frontend -q extract --mapping=scripts/words.cfg --keyword=N_"
    " workshop templates static/js --output="
)

pytestmark = pytest.mark.parametrize("language", OTHERS)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """All words as the sources hold them now, found as scripts/words.sh finds them."""
    pot = tmp_path_factory.mktemp("words") / "messages.pot"
    subprocess.run([sys.executable, *f"{EXTRACT}{pot}".split()], cwd=ROOT, check=True)
    with pot.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def translations(language):
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text):
    return list(text) if isinstance(text, tuple | list) else [text]


def pairs(language):
    """Each English form with the one that stands for it."""
    for message in translations(language):
        if message.id:
            yield from zip(forms(message.id), forms(message.string), strict=True)


def gaps(text):
    return set(GAP.findall(text))


def edges(text):
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_the_catalogue_holds_what_the_sources_say_and_nothing_else(extracted, language):
    known = {message.id for message in translations(language) if message.id}

    assert known == {message.id for message in extracted}


def test_every_word_is_translated_and_none_is_a_guess(language):
    missing = [
        message.id
        for message in translations(language)
        if message.id and (message.fuzzy or not all(forms(message.string)))
    ]

    assert missing == []


def test_a_translation_has_the_same_gaps(language):
    wrong = [
        (english, other)
        for message in translations(language)
        if message.id
        for english, other in [(forms(message.id)[-1], forms(message.string)[-1])]
        if gaps(english) != gaps(other)
    ]

    assert wrong == []


def test_one_has_the_gaps_of_many_but_may_leave_the_number_out(language):
    wrong = [
        (english, other)
        for english, other in pairs(language)
        if gaps(english) - NUMBER != gaps(other) - NUMBER
    ]

    assert wrong == []


def test_a_translation_keeps_the_spaces_at_its_edges(language):
    wrong = [
        (english, other) for english, other in pairs(language) if edges(english) != edges(other)
    ]

    assert wrong == []


def test_no_translation_calls_out(language):
    """The voice has no exclamation marks, in English neither."""
    assert [pair for pair in pairs(language) if "!" in "".join(pair)] == []


def test_the_browser_gets_every_word_of_its_scripts(extracted, language):
    spoken = {
        forms(message.id)[0]
        for message in extracted
        if any(place.startswith("static/js/") for place, _ in message.locations)
    }

    assert set(browser_words(language)["messages"]) == spoken
