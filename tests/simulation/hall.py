"""A whole workshop with twelve people, a facilitator and a board, each step by its method."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from tests.export.imported import compared, opened_again
from tests.servers.rytme import Server
from tests.servers.waiting import wait_until
from tests.simulation.meeting import Meeting, Record, agree, pump_until, saved
from workshop.demo.client import Client, new_id
from workshop.export import report
from workshop.export.as_json import read

NAMES = ("Ada", "Bo", "Cy", "Di", "Eve", "Fay", "Gro", "Hal", "Ida", "Jo", "Kim", "Liv")
Marks = Mapping[tuple[str, str], Sequence[int]]


class Hall:
    """Made from the start guide's answers. `people` speak in the order of `NAMES`."""

    def __init__(self, server: Server, **answers: Any) -> None:
        self.server = server
        self.meeting = Meeting(server.url, recipe="", people=len(NAMES), **answers)
        self.finn = self.meeting.come("facilitator", "Finn")
        self.board = self.meeting.come("board")
        self.people = [self.meeting.come(name=name) for name in NAMES]

    # -- the facilitator

    def leads(self, kind: str, **fields: Any) -> None:
        answer = self.finn.say(kind, **fields)
        assert answer["ok"], (kind, answer)

    def goes_to(self, method: str, nth: int = 0) -> Record:
        """The room moves to the step, and everyone has come along."""
        found = self.steps(method)[nth]["id"]
        self.leads("StartStep", step=found)
        pump_until(
            self.all, lambda: all(it.holding.one("workshop")["step"] == found for it in self.all)
        )
        return self.board.holding.get("step", found) or {}

    def steps(self, method: str = "") -> list[Record]:
        """The agenda, or its steps by one method, in order."""
        steps = sorted(self.finn.holding.all("step"), key=lambda step: step["place"])
        return [step for step in steps if method in ("", step["method"])]

    def reveals(self, step: Record) -> None:
        self.leads("RevealNotes", step=step["id"])
        self.agrees()

    # -- the people

    @property
    def all(self) -> list[Client]:
        return [self.finn, self.board, *self.people]

    def each(self, kind: str, fields: Iterable[Iterable[Record]]) -> None:
        """Everyone says their part at once, and all of it is accepted."""
        for person, wishes in zip(self.people, fields, strict=True):
            for wish in wishes:
                person.send(kind, **wish)
        pump_until(self.all, lambda: not any(person.outbox for person in self.people))
        assert [person.refusals for person in self.people if person.refusals] == []

    def write(self, step: Record, texts: Sequence[str], **more: Sequence[str]) -> list[str]:
        """One note each; `more` holds a value for each person. Gives the notes' ids."""
        ids = [new_id() for _ in self.people]
        self.each(
            "AddNote",
            [
                [{"id": ids[at], "step": step["id"], "type": step["types"][0], "text": text}
                 | {name: values[at] for name, values in more.items()}]
                for at, text in enumerate(texts)
            ],
        )  # fmt: skip
        return ids

    def mark(self, step: Record, marks: Marks, items: Sequence[str] = (), text: str = "") -> Record:
        """A scoring from its opening to its close; each person gives the mark that stands at their place."""
        found = new_id()
        self.leads("OpenScoring", id=found, step=step["id"], items=list(items), text=text)
        self.agrees()
        self.each(
            "GiveScore",
            [
                [{"scoring": found, "item": item or found, "scale": scale, "value": values[at]}
                 for (item, scale), values in marks.items()]
                for at in range(len(self.people))
            ],
        )  # fmt: skip
        self.leads("CloseScoring", scoring=found)
        self.agrees()
        return self.told("scoring", found)

    def vote(self, found: str, dots: Iterable[tuple[str, str, Sequence[int]]]) -> Record:
        """One dot on an item, by a criterion or none, from each of the people at these places."""
        ballots: list[list[Record]] = [[] for _ in self.people]
        for item, criterion, places in dots:
            for at in places:
                ballots[at].append(
                    {"round": found, "item": item, "dots": 1, "criterion": criterion}
                )
        self.each("CastVote", ballots)
        self.leads("CloseVote", round=found)
        self.agrees()
        return self.told("round", found)

    def told(self, kind: str, record: str) -> Record:
        """As the board holds it, which is what the room sees."""
        found = self.board.holding.get(kind, record)
        assert found is not None, kind
        return found

    def agrees(self) -> None:
        agree(self.all)

    # -- what is left of it

    def close(self) -> tuple[Record, str]:
        """The workshop.json of the saved folder, which is the one over HTTP, and the words of its report.md."""
        self.leads("CloseWorkshop", reveal=[])
        self.agrees()
        path = f"/api/workshops/{self.meeting.id}/artifacts/workshop.json"
        given = self.meeting.get(path, str(self.finn.auth["token"]))
        wait_until(lambda: saved(self.server, self.meeting), "the saved folder", seconds=90)
        folder = saved(self.server, self.meeting)
        assert folder is not None
        assert json.loads((folder / "workshop.json").read_text("utf-8")) == given
        copy = opened_again(told := read(json.dumps(given).encode()))
        without_growth = replace(
            told, growth=()
        )  # which is read from the log, and none lies behind the copy
        assert compared(report(copy)) == compared(without_growth)
        return given, (folder / "report.md").read_text("utf-8").replace("\\", "")


def spread(result: Record) -> tuple[str, str, str, str]:
    """The median, the quartiles and their distance."""
    return result["median"], result["q1"], result["q3"], result["iqr"]
