"""Each layout empty, with ten things and with a hundred, as board, console and phone show it."""

import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser.crowd import Crowd
from tests.browser.people import LAPTOP, PHONE, PROJECTOR, Board, Person, Phone
from tests.servers.rytme import Server
from workshop.demo.client import new_id
from workshop.demo.content import Note

MANY = (0, 10, 100)
PEOPLE = 10
MARKING = 5  # enough that the marks are told
MARKED = 30  # of the things; more would only take longer
SIZES = {
    "board": ((1920, 1080), (1280, 720)),
    "console": ((1440, 900), (768, 1024)),
    "phone": ((360, 740),),
}
LEFT = 192  # seconds on the timer


class Filled:
    """One room with so many things in each step, and the devices that look on."""

    def __init__(
        self, server: Server, browser: Browser, home: str, folder: Path, many: int, language: str
    ) -> None:
        self.folder, self.many = folder, many
        self.folder.mkdir(parents=True, exist_ok=True)
        self.crowd = Crowd(server.url, people=PEOPLE, language=language)
        locale = {"en": "en-GB", "nb": "nb-NO"}[language]
        self.console = Person(browser, home, **LAPTOP, locale=locale)
        self.board = Board(browser, home, **PROJECTOR, locale=locale)
        self.phone = Phone(browser, home, **PHONE, locale=locale)
        self.console.opens_the_key(self.crowd.made["facilitator_url"])
        self.board.opens(self.crowd.made["board_url"])
        self.phone.joins(self.crowd.made["code"], "Ada")

    def goes(self, method: str, **changes: Any) -> str:
        step = self.crowd.plans(method, **changes)
        self.crowd.says("StartStep", step=step)
        self.crowd.says("StartTimer", seconds=LEFT)
        return step

    def writes(self, step: str, types: tuple[str, ...], columns: tuple[str, ...] = ("",)) -> None:
        notes = islice(self.notes(), self.many)
        for at, note in enumerate(notes):
            kind, column = types[at % len(types)], columns[at % len(columns)]
            fields = {"step": step, "type": kind, "text": note.text}
            who = self.crowd.people[at % PEOPLE]
            who.send("AddNote", id=new_id(), **fields, **({"column": column} if column else {}))
        self.crowd.settle()
        self.crowd.breathe()

    def notes(self) -> Iterator[Note]:
        return cycle(note for question in self.crowd.words.questions for note in question.notes)

    def reveals(self, step: str) -> None:
        if self.many:
            self.crowd.says("RevealNotes", step=step)

    def marks(self) -> None:
        """Some of the people mark most; the earlier things please more, and some divide the room."""
        for number, person in enumerate(self.crowd.people[:MARKING]):
            person.pump_until(lambda who=person: who.holding.all("card"))
            scoring = person.holding.all("scoring")[-1]
            for at, item in enumerate(scoring["items"][:MARKED]):
                for turn, scale in enumerate(scoring["scales"]):
                    low, high = scale["low"], scale["high"]
                    apart = (high - low) * number // MARKING if at % 4 == 1 else number % 2
                    value = low + (at * (turn + 3) + apart) % (high - low + 1)
                    fields = {"scoring": scoring["id"], "item": item["item"], "scale": scale["id"]}
                    person.send("GiveScore", **fields, value=value)
        while any(person.outbox for person in self.crowd.people):
            self.crowd.breathe()  # all of them: who does not answer for long is taken for gone
            time.sleep(0.05)

    def scores(self, step: str, name: str) -> None:
        """Before, in and after the marking; there is only a before where there is nothing to mark."""
        self.shoots(f"{name}-before")
        if not self.many:
            return
        self.crowd.says("OpenScoring", id=new_id(), step=step)
        self.marks()
        self.shoots(f"{name}-open")
        self.crowd.says("CloseScoring", scoring=self.crowd.finn.holding.all("scoring")[-1]["id"])
        self.shoots(f"{name}-closed")

    def shoots(self, name: str) -> None:
        self.crowd.breathe()
        for surface, sizes in SIZES.items():
            page = getattr(self, surface).page
            page.wait_for_timeout(1500)  # what comes in turn has come
            for width, height in sizes:
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(350)
                path = self.folder / f"{name}-{self.many}-{surface}-{width}.png"
                page.screenshot(path=path)
            page.set_viewport_size({"width": sizes[0][0], "height": sizes[0][1]})
        print(f"{name}-{self.many}", flush=True)

    def leave(self) -> None:
        for person in (self.console, self.board, self.phone):
            person.leave()
        self.crowd.leave()


def take_layouts(server: Server, browser: Browser, home: str, folder: Path, language: str) -> None:
    for many in MANY:
        room = Filled(server, browser, home, folder, many, language)
        written = wall(room)
        for each in (vote, matrix, points, clusters):
            each(room, written)
        columns(room)
        table(room)
        form(room)
        room.leave()


def wall(room: Filled) -> str:
    step = room.goes("brainwrite")
    types = room.crowd.finn.holding.get("step", step)["types"]
    room.writes(step, tuple(types))
    room.shoots("wall-writing")
    room.reveals(step)
    room.shoots("wall-read")
    return step


def vote(room: Filled, written: str) -> None:
    step = room.goes("dot_vote", source=written)
    room.shoots("vote-before")
    if not room.many:
        return
    room.crowd.says("OpenVote", id=new_id(), step=step)
    room.crowd.votes(0.8)
    room.shoots("vote-open")
    room.crowd.closes_the_vote()
    room.shoots("vote-closed")


def matrix(room: Filled, written: str) -> None:
    room.scores(room.goes("matrix", source=written), "matrix")


def points(room: Filled, written: str) -> None:
    room.scores(room.goes("accept", source=written), "poll")


def clusters(room: Filled, written: str) -> None:
    """By theme; what stands alone stays alone."""
    step = room.goes("cluster", source=written)
    room.crowd.breathe()
    themes = {note.text: note.theme for note in islice(room.notes(), room.many)}
    groups: dict[str, list[str]] = {}
    for note in room.crowd.finn.holding.all("note"):
        groups.setdefault(themes[note["text"]], []).append(note["id"])
    for theme in sorted(filter(None, groups)):
        room.crowd.says("AddCluster", id=new_id(), step=step, title=theme, notes=groups[theme])
    room.shoots("clusters")


def columns(room: Filled) -> None:
    step = room.goes("now_expect")
    setup = room.crowd.finn.holding.get("step", step)["setup"]
    types = tuple(column["type"] for column in setup["columns"])
    room.writes(step, types, tuple(column["id"] for column in setup["columns"]))
    room.reveals(step)
    room.shoots("columns")


def table(room: Filled) -> None:
    step = room.goes("options")
    for at, note in enumerate(islice(room.notes(), room.many)):
        cells = {"option": note.text[:100], "how": f"{note.text}. {note.theme}".strip()}
        room.crowd.people[at % PEOPLE].send("AddRow", id=new_id(), step=step, cells=cells)
    room.crowd.settle()
    room.scores(step, "table")


def form(room: Filled) -> None:
    """What was thought, and as many versions as there are tens of thoughts."""
    step = room.goes("goal")
    room.writes(step, ("learning", "idea", "question"))
    room.shoots("form-thoughts")
    room.reveals(step)
    before = ""
    for at, question in enumerate(islice(cycle(room.crowd.words.questions), room.many // 10)):
        sheet = new_id()
        values = {"challenge": question.title, "whom": "Alle", "goal": question.question}
        reason = question.notes[at].text if at else ""
        fields = {"values": values, "before": before, "reason": reason}
        room.crowd.says("SaveSheet", id=sheet, step=step, **fields)
        before = sheet
    room.shoots("form-read")
