"""The product's words: every refusal has a sentence, dates read as people write."""

import ast
import re
from pathlib import Path

import pytest

from workshop.core.messages import Refused
from workshop.words import (
    LANGUAGES,
    NAMES,
    browser_words,
    catalogue,
    chosen,
    clock,
    day,
    phase_words,
    sentence,
    spoken,
    translator,
)
from workshop.words.sentences import SENTENCES

ROOT = Path(__file__).resolve().parents[1]
GAP = re.compile(r"%\((\w+)\)[sd]")
OTHERS = [language for language in LANGUAGES if language != "en"]


def refusals():
    """Every `Refused(code, field, value=...)` of the code, with the names of its values."""
    for path in sorted((ROOT / "workshop").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(call, ast.Call)
                and getattr(call.func, "id", "") == "Refused"
                and call.args
            ):
                first = call.args[0]
                choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                for code in choices:
                    if isinstance(code, ast.Constant):
                        yield code.value, {it.arg for it in call.keywords}


def test_every_refusal_has_a_sentence():
    raised = {code for code, _ in refusals()}

    assert len(raised) > 40
    assert raised - set(SENTENCES) == set()


def test_every_gap_of_a_sentence_is_filled_where_it_is_refused():
    unfilled = [
        (code, gap)
        for code, values in refusals()
        if code in SENTENCES and None not in values
        for gap in GAP.findall(SENTENCES[code])
        if gap not in values
    ]

    assert unfilled == []


def test_a_sentence_speaks_the_readers_language():
    refused = Refused("too_long", "text", length=300, limit=280)

    assert sentence(refused, "en") == (
        "That is 300 characters, and 280 fit. Shorten it, or make two."
    )
    assert sentence(refused, "nb") == (
        "Det er 300 tegn, og det er plass til 280. Kort det ned, eller lag to."
    )


def test_a_sentence_is_never_lost_for_words():
    assert sentence(Refused("never_heard_of"), "en") == sentence(Refused("bad_field"), "en")
    assert sentence(Refused("too_long"), "en").startswith("That is … characters, and … fit.")


@pytest.mark.parametrize("language", OTHERS)
def test_one_and_many_have_two_forms(language):
    words = catalogue(language)

    assert [words.ngettext("%(num)s day", "%(num)s days", n) for n in (0, 1, 2)] == [
        "%(num)s dager",
        "%(num)s dag",
        "%(num)s dager",
    ]


def test_english_is_its_own_source():
    assert catalogue("en").gettext("Join") == "Join"
    assert catalogue("en").ngettext("%(num)s day", "%(num)s days", 1) == "%(num)s day"


def test_a_translator_leaves_the_empty_text_empty():
    assert [translator(language)("") for language in LANGUAGES] == ["", ""]
    assert translator("nb")("Clusters") == "Klynger"


def test_scripts_get_their_own_words_and_no_others():
    found = browser_words("nb")

    assert browser_words("en") == {"language": "en", "plural": "n != 1", "messages": {}}
    assert (found["language"], found["plural"]) == ("nb", "n != 1")
    assert found["messages"]["Idea"] == "Idé"
    assert found["messages"]["%(n)s note"] == ["%(n)s lapp", "%(n)s lapper"]
    assert "That key does not open this workshop. Ask for a new link." not in found["messages"]


@pytest.mark.parametrize(
    ("phases", "words"),
    [
        (
            ["frame", "frame", "open", "frame", "integrate", "close", "frame"],
            ["Check-in", "Check-in", "Open", "Break", "Integrate", "Close", "Check-out"],
        ),
        (["break", "open", "break"], ["Break", "Open", "Break"]),
        (["frame"], ["Check-in"]),
        ([], []),
    ],
)
def test_a_step_outside_the_phases_is_named_by_where_it_stands(phases, words):
    assert phase_words(phases) == words


def test_every_language_has_a_name_of_its_own():
    assert list(NAMES) == list(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("nb", "nb"),
        ("nb-NO", "nb"),
        ("no", "nb"),
        ("nn_NO", "nb"),
        ("EN-gb", "en"),
        ("sv", ""),
        ("", ""),
        ("*", ""),
    ],
)
def test_a_tag_means_a_language_or_nothing(tag, language):
    assert spoken(tag) == language


@pytest.mark.parametrize(
    ("cookie", "accepted", "fallback", "language"),
    [
        ("nb", ["en"], "en", "nb"),
        ("", ["fr", "no"], "en", "nb"),
        ("", ["fr"], "nb", "nb"),
        ("", [], "", "en"),
        ("klingon", [], "nb", "nb"),
    ],
)
def test_the_persons_choice_comes_first_then_the_browser_then_the_room(
    cookie, accepted, fallback, language
):
    assert chosen(cookie, accepted, fallback) == language


def test_days_and_hours_are_written_as_people_do(monkeypatch):
    at = "2026-11-21T12:05:00.000Z"

    assert day(at, "en") == "21 November 2026"
    assert day(at, "nb") == "21. november 2026"
    assert day("2026-12-04", "nb") == "4. desember 2026"
    assert re.fullmatch(r"\d\d:05", clock(at, "nb"))


@pytest.mark.parametrize(
    ("at", "words"), [("0001-01-01", "1 January 1"), ("9999-12-31", "31 December 9999")]
)
def test_the_first_and_the_last_day_there_is_are_written_too(at, words):
    assert day(at, "en") == words
