"""A co-creation meeting in a real browser, by taps: a facilitator, a board and four phones."""

import pytest

from tests.browser.co_creation import gather, hold_co_creation

pytestmark = pytest.mark.browser


@pytest.mark.rule("S13")
def test_a_co_creation_meeting_from_three_questions_to_the_artifact(browser, serve):
    room = gather(browser, serve())

    hold_co_creation(room)

    for person in room.everyone:
        assert person.watch.faults == []
