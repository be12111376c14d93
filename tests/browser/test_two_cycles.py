"""A whole workshop of two cycles in a real browser: two facilitators, a board, four phones and a seat."""

import pytest

from tests.browser.two_cycles import gather, hold_two_cycles

pytestmark = pytest.mark.browser


@pytest.mark.rule("S13")
def test_two_cycles_led_by_two_from_the_invitation_to_the_artifact(browser, serve, proxy):
    server = serve()
    wifi = proxy(server.port)
    room = gather(browser, server, wifi)

    hold_two_cycles(room)

    for person in (*room.here, room.finn):
        assert person.watch.faults == []
