"""A whole workshop in a real browser, and the same once on the kind of origin that a room has."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.people import Board
from tests.browser.story import gather, hold_a_mini_cycle
from tests.servers import chromium
from tests.servers.waiting import wait_until

pytestmark = pytest.mark.browser

HOST = "rytme.test"


def test_a_mini_cycle_from_start_to_artifact(browser, serve, proxy):
    server = serve()
    wifi = proxy(server.port)
    room = gather(browser, server, wifi, server.url, wifi.url)
    for phone, name in zip(room.phones, ("Ada", "", "Cy"), strict=True):
        phone.joins(f" {room.finn.code.lower()} ", name)
    hold_a_mini_cycle(room)


def test_the_same_on_an_insecure_origin_entered_by_the_boards_qr(room_browser, serve, proxy):
    server = serve(start=False)
    home = f"http://{HOST}:{server.port}"
    server.settings["RYTME_PUBLIC_URL"] = home
    server.start()
    wifi = proxy(server.port)
    room = gather(room_browser, server, wifi, home, f"http://{HOST}:{wifi.port}")
    address = read_qr(room.board)
    assert address == f"{home}/j/{room.finn.code}"
    for phone, name in zip(room.phones, ("Ada", "", "Cy"), strict=True):
        phone.joins("", name, path=address if phone is not room.bo else address.removeprefix(home))
    for person in room.everyone:
        assert person.page.evaluate("window.isSecureContext") is False
    hold_a_mini_cycle(room)


@pytest.fixture
def room_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser in which a name leads to this machine, as a name does in a room."""
    flag = f"--host-resolver-rules=MAP {HOST} 127.0.0.1"
    chrome = playwright.chromium.launch(**chromium.launch_options(playwright, flag))
    yield chrome
    chrome.close()


def read_qr(board: Board) -> str:
    """What a phone's camera reads off the projected board, as soon as it stands there."""
    read: list[str] = []

    def is_read() -> bool:
        command = ["zbarimg", "--quiet", "--raw", "-"]
        picture = board.page.screenshot()
        seen = subprocess.run(command, input=picture, capture_output=True, check=False)
        read.append(seen.stdout.decode().strip())
        return seen.returncode == 0

    wait_until(is_read, "a code on the board that a camera can read")
    return read[-1]
