"""What becomes of an action stands wherever actions are told."""

import msgspec
import pytest

from tests.export.everywhere import titled
from tests.export.readers import READERS, bare, ending
from workshop.export.formats import rendered

TOLD = ("report.html", "report.md", "report.pdf", "report.docx", "deck.pptx")


@pytest.fixture
def made():
    """One action that was dropped before anybody had taken it or named a day."""
    report = titled("Safe at home")
    (action,) = report.actions
    dropped = msgspec.structs.replace(
        action,
        what="Print a leaflet",
        who="",
        due="",
        taken=False,
        status="dropped",
        about_title="A page on paper",
        first_step="Ask the printer",
    )
    return msgspec.structs.replace(report, actions=(dropped,))


@pytest.mark.parametrize("format_id", TOLD)
def test_what_was_dropped_says_so_and_misses_nothing(made, format_id):
    text = bare(READERS[ending(format_id)](rendered(format_id, made)))

    assert bare("Print a leaflet") in text
    assert bare("Dropped") in text
    assert bare("A page on paper") in text
    assert bare("Missing") not in text


def test_what_was_dropped_is_no_next_step_and_stands_in_no_calendar(made):
    slides = bare(READERS["pptx"](rendered("deck.pptx", made)))
    calendar = bare(READERS["ics"](rendered("actions.ics", made)))

    assert slides.count(bare("Ask the printer")) == 1  # beside the action itself
    assert (bare("leaflet") in calendar, bare("has no date") in calendar) == (False, False)
