"""Every surface in every state at every width, as pictures for people to look at."""

import re
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.crowd import Crowd
from tests.browser.people import LAPTOP, PHONE, PROJECTOR, Board, Person, Phone
from tests.servers.proxy import Proxy
from tests.servers.rytme import Server

WIDTHS = {360: 740, 768: 1024, 1280: 800, 1920: 1080}
PLAIN = {
    "landing": "/",
    "guide": "/new",
    "new": "/new?own=1",
    "join": "/j/",
    "privacy": "/privacy",
    "wrong": "/j/XXX-XXX",
}
LEFT = 192  # seconds on the timer
MOVE, LOCK = re.compile("^(Move|Flytt)"), re.compile("^(Lock|Lås)")


class Gallery:
    """The devices that look on, and the folder that they are pictured into."""

    def __init__(self, browser: Browser, home: str, folder: Path, language: str) -> None:
        locale = {"locale": {"en": "en-GB", "nb": "nb-NO"}[language]}
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.console = Person(browser, home, **LAPTOP, **locale)
        self.board = Board(browser, home, **PROJECTOR, **locale)
        self.phone = Phone(browser, home, **PHONE, **locale)
        self.live = {"console": self.console, "board": self.board, "phone": self.phone}
        self.crowd: Crowd | None = None

    def shoot(self, person: Person, name: str, *, full: bool = False) -> None:
        person.page.wait_for_timeout(600)
        for width, height in WIDTHS.items():
            person.page.set_viewport_size({"width": width, "height": height})
            if self.crowd:
                self.crowd.breathe()
            person.page.wait_for_timeout(250)
            path = self.folder / f"{name}-{width}.png"
            person.page.screenshot(path=path, full_page=full)
        print(name, flush=True)

    def all(self, state: str) -> None:
        for surface, person in self.live.items():
            self.shoot(person, f"{surface}-{state}")


def take_states(server: Server, browser: Browser, home: str, folder: Path, language: str) -> None:
    gallery = Gallery(browser, home, folder, language)
    visitor = Person(browser, home, **LAPTOP, locale="nb-NO" if language == "nb" else "en-GB")
    for name, path in PLAIN.items():
        visitor.page.goto(path)
        gallery.shoot(visitor, name, full=True)
    crowd = Crowd(server.url, people=0, language=language)
    come(gallery, crowd)
    before(gallery, crowd)
    notes(gallery, crowd)
    asides(gallery, crowd)
    vote(gallery, crowd)
    end(gallery, crowd)
    cut_off(browser, server, folder, language)


def come(gallery: Gallery, crowd: Crowd) -> None:
    gallery.crowd = crowd
    gallery.console.opens_the_key(crowd.made["facilitator_url"])
    gallery.board.opens(crowd.made["board_url"])
    gallery.phone.joins(crowd.made["code"], "Ada")


def before(gallery: Gallery, crowd: Crowd) -> None:
    page, url = gallery.console.page, gallery.console.page.url
    gallery.all("01-lobby-empty")
    crowd.come(24)
    gallery.all("02-lobby-waiting")
    for name in ("plan", "links"):
        page.goto(url.replace("/console", f"/{name}"))
        gallery.shoot(gallery.console, f"{name}-waiting", full=True)
    page.goto(url)
    crowd.starts("talk", LEFT)
    gallery.all("03-question")


def notes(gallery: Gallery, crowd: Crowd) -> None:
    crowd.starts("wall", LEFT)
    gallery.all("04-write-empty")
    crowd.writes(crowd.some_notes(36))
    gallery.phone.writes("A neighbour who knocks the first evening")
    gallery.phone.types("Who has the key to the medicine cabinet?")
    crowd.breathe()
    gallery.all("05-write-busy")
    gallery.phone.types("")
    crowd.reveals()
    gallery.board.page.wait_for_timeout(2000)
    gallery.all("06-read-busy")
    crowd.starts("clusters", LEFT)
    gallery.all("07-clusters-empty")
    crowd.clusters()
    crowd.breathe()
    gallery.all("08-clusters-busy")
    phone = gallery.phone
    phone.page.get_by_role("button", name=MOVE).first.click()
    gallery.shoot(phone, "phone-09-move-sheet")
    phone.page.keyboard.press("Escape")


def asides(gallery: Gallery, crowd: Crowd) -> None:
    """What comes over a step for a while."""
    crowd.breathe()
    crowd.shines("cluster", crowd.finn.holding.all("cluster")[0]["id"])
    gallery.all("17-spotlight")
    poll = crowd.asks("Is this what we mean?", "scale")
    crowd.answers(poll, *"34524435")
    gallery.all("18-question")
    crowd.says("ClosePoll", poll=poll)
    gallery.all("19-answers")
    crowd.rests()
    gallery.all("20-break")
    crowd.says("BlankBoard", blank=True)
    gallery.all("21-dark")
    crowd.says("BlankBoard", blank=False)


def vote(gallery: Gallery, crowd: Crowd) -> None:
    crowd.starts("vote", LEFT)
    gallery.all("10-vote-waiting")
    crowd.opens_the_vote()
    gallery.phone.page.locator(".dot-button--give").first.click()
    crowd.votes(0.5)
    gallery.all("11-vote-busy")
    crowd.closes_the_vote()
    crowd.breathe()
    gallery.board.page.wait_for_timeout(1500)
    gallery.all("12-result")


def end(gallery: Gallery, crowd: Crowd) -> None:
    crowd.decides("One named person calls everyone who went home, the next morning")
    crowd.starts("actions", LEFT)
    gallery.all("13-actions-empty")
    crowd.acts()
    gallery.all("14-actions-busy")
    crowd.says("CloseWorkshop")
    gallery.all("15-closed-finished")
    gallery.phone.page.goto(f"/w/{crowd.made['id']}/results")
    gallery.shoot(gallery.phone, "results-finished", full=True)


def cut_off(browser: Browser, server: Server, folder: Path, language: str) -> None:
    """Another room, whose devices stand behind a path that is cut while they write."""
    path = Proxy(server.port)
    crowd = Crowd(server.url, people=8, language=language)
    away = Gallery(browser, path.url, folder, language)
    for name in ("facilitator_url", "board_url"):
        crowd.made[name] = path.url + "/" + crowd.made[name].split("/", 3)[3]
    come(away, crowd)
    crowd.starts("wall", LEFT)
    crowd.writes(crowd.some_notes(12))
    away.phone.writes("This one was saved")
    path.mode = "cut"
    away.phone.writes("This one waits for the network", "And so does this one")
    away.console.press(LOCK)
    away.phone.page.wait_for_timeout(2500)
    away.all("16-offline")
    path.stop()
