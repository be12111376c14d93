"""Whatever people write stays their words: in no format does it become markup, a link, a script or a formula."""

import pytest
from babel.support import NullTranslations
from msgspec.structs import replace

from tests.export.dangers import DANGERS, dangers
from tests.export.everywhere import packed, titled, told
from tests.export.hostile import HOSTILE, RAW, RAW_STILL, TITLES
from tests.export.readers import READERS, ending, missing
from workshop.export.as_csv import harmless
from workshop.export.formats import FORMATS, rendered

NULL = NullTranslations()
SLOW = {"docx", "pptx", "pdf", "svg", "png", "gif"}
each_format = pytest.mark.parametrize("format_id", FORMATS)


def test_every_format_has_an_independent_reader_and_a_watch_for_what_it_could_do():
    endings = {ending(format_id) for format_id in FORMATS}

    assert endings - READERS.keys() == set()
    assert endings - DANGERS.keys() == set()


def test_the_corpus_is_large_and_of_many_kinds():
    assert len(HOSTILE) >= 200
    assert min(map(len, RAW.values())) >= 6


@each_format
def test_whatever_is_written_does_nothing_and_is_found_again(format_id):
    """In every place where people write; in a format that takes long, in some of each."""
    made = packed(HOSTILE) if ending(format_id) in SLOW else told(HOSTILE)

    data = rendered(format_id, made, NULL)

    assert dangers(format_id, data, len(HOSTILE)) == []
    shown = HOSTILE[-1:] if FORMATS[format_id].of_step else HOSTILE  # a picture is of the last step
    assert missing(format_id, data, shown) == []


@each_format
def test_a_title_does_nothing(format_id):
    for title in TITLES:
        data = rendered(format_id, titled(title), NULL)

        assert dangers(format_id, data, 1) == [], title


@each_format
def test_what_slipped_past_the_core_breaks_no_format(format_id):
    data = rendered(format_id, told(RAW_STILL), NULL)

    assert dangers(format_id, data, len(RAW_STILL)) == []


@each_format
def test_a_day_that_an_old_log_may_hold_breaks_no_format(format_id):
    """From before there were bounds: the first and the last day that there is, wherever a day is told."""
    made = replace(told(["x"]), actions=(), decisions=(), rows=(), sheets=(), continued=())
    for day in ("0001-01-01", "9999-12-31"):
        made = with_day(made, told(["x"]), day)

    assert rendered(format_id, made, NULL)


def with_day(made, plain, day):
    dated = replace(plain.rows[0].cells[0], form="date", text=day)
    return replace(
        made,
        workshop=replace(made.workshop, follow_up=day),
        actions=(*made.actions, replace(plain.actions[0], due=day)),
        decisions=(*made.decisions, replace(plain.decisions[0], decided_on=day)),
        rows=(*made.rows, replace(plain.rows[0], cells=(dated,))),
        sheets=(*made.sheets, replace(plain.sheets[0], fields=(said(plain, day),))),
        continued=(*made.continued, replace(plain.continued[0], held=day)),
    )


def said(plain, day):
    return replace(plain.sheets[0].fields[0], text=day)


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n＝＋－＠'", " =", "\u00a0=", "\u3000+"])
def test_a_cell_that_slipped_past_the_core_is_harmless_too(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}") == f"1{sign}"


def test_the_core_lets_no_trick_in_that_the_formats_would_have_to_show():
    tricks = set(
        "\0\t\r\x1b\u200b\u202e\u2066\ufeff\ufff9\U000e0041\x80\ud800\ufdd0\uffff\U0001fffe"
    )

    assert not [text for text in HOSTILE if set(text) & tricks]
