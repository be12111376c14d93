"""Take pictures of the running product: `make pictures` takes those of the README and of the guide.

`python -m tests.browser.pictures --states FOLDER` takes every surface in every state and width;
`--layouts FOLDER` takes each layout empty, with ten things and with a hundred.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.crowd import Crowd
from tests.browser.guide import take_guide
from tests.browser.layouts_filled import take_layouts
from tests.browser.people import LAPTOP, PHONE, Board, Person, Phone
from tests.browser.states import take_states
from tests.browser.taken_home import take_home
from tests.servers.chromium import launch_options
from tests.servers.rytme import ROOT, Server

PICTURES = ROOT / "docs" / "pictures"
HOST = "rytme.example"  # what the pictures show; inside the browser it is the server
HOME = f"http://{HOST}"
LEFT = 192  # seconds on the timer
SCREEN = {"viewport": {"width": 1600, "height": 900}}  # a picture of a board stays under 300 kB


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--states", type=Path, metavar="FOLDER")
    asked.add_argument("--layouts", type=Path, metavar="FOLDER")
    asked.add_argument("--language", default="en")
    wish = asked.parse_args()
    with (
        TemporaryDirectory() as folder,
        running(Path(folder)) as server,
        chromium(server) as browser,
    ):
        if wish.states:
            take_states(server, browser, HOME, wish.states, wish.language)
        elif wish.layouts:
            take_layouts(server, browser, HOME, wish.layouts, wish.language)
        else:
            take(server, browser, Path(folder))
            take_guide(server, browser, HOME, PICTURES)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    server = Server(folder, RYTME_PUBLIC_URL=HOME).start()
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def chromium(server: Server) -> Iterator[Browser]:
    at_home = f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{server.port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(playwright, at_home))
        yield browser
        browser.close()


def take(server: Server, browser: Browser, folder: Path) -> None:
    """The README's pictures: one evening of one workshop."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    crowd = Crowd(server.url, people=12)
    console = opened(browser, crowd.made["facilitator_url"], "console", LAPTOP)
    board = opened(browser, crowd.made["board_url"], "board", SCREEN)
    phone = Phone(browser, HOME, **PHONE, device_scale_factor=2)
    phone.joins(crowd.made["code"], "Ada")
    crowd.starts("talk")
    crowd.starts("wall", LEFT)
    crowd.writes(crowd.some_notes(16))
    phone.writes("A neighbour who knocks the first evening")
    phone.types("Who has the key to the medicine cabinet?")
    shoot(phone, "phone")
    crowd.reveals()
    crowd.starts("clusters", LEFT)
    crowd.clusters()
    crowd.breathe()
    shoot(board, "board")

    crowd.starts("vote", LEFT)
    crowd.opens_the_vote()
    crowd.votes(0.7)
    crowd.breathe()
    shoot(console, "console")
    console.page.goto(console.page.url.replace("/console", "/plan"))
    shoot(console, "planner")

    crowd.votes()
    crowd.closes_the_vote()
    crowd.decides("One named person calls everyone who went home, the next morning")
    crowd.starts("actions")
    crowd.acts()
    token = crowd.token("facilitator")
    crowd.says("CloseWorkshop")
    take_home(server.url, crowd.made["id"], token, folder, PICTURES)
    console.page.goto(f"/w/{crowd.made['id']}/results?as=facilitator")
    shoot(console, "report")


def opened(browser: Browser, link: str, page: str, device: dict[str, object]) -> Person:
    person = Board(browser, HOME, **device) if page == "board" else Person(browser, HOME, **device)
    if page == "board":
        person.page.goto(link)
        person.page.wait_for_url("**/board")
    else:
        person.opens_the_key(link)
    return person


def shoot(person: Person, name: str) -> None:
    person.page.wait_for_timeout(2500)  # what comes in turn has come, nothing moves
    person.page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/pictures/{name}.png")


if __name__ == "__main__":
    main()
