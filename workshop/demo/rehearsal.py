"""A rehearsal: a workshop on a running server, and simulated people who come to it over the real wire."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any

from workshop.demo.agreeing import agree
from workshop.demo.answering import beside
from workshop.demo.client import Client, TurnedAway, post
from workshop.demo.comparing import compare
from workshop.demo.content import content
from workshop.demo.filling import fill
from workshop.demo.grouping import group
from workshop.demo.leading import Leader
from workshop.demo.marking import mark
from workshop.demo.pace import Pace
from workshop.demo.person import Deed, Person
from workshop.demo.pool import Pool
from workshop.demo.promising import promise
from workshop.demo.sight import step_now, workshop
from workshop.demo.voting import vote
from workshop.demo.writing import write

HABITS: dict[str, Deed] = {
    "wall": write,
    "columns": fill,
    "clusters": group,
    "vote": vote,
    "poll": mark,
    "table": compare,
    "matrix": mark,
    "form": agree,
    "actions": promise,
}
BEAT = 0.03  # seconds between two looks at all sockets


class NotPossible(Exception):
    """The server does not let the rehearsal in; the message is its own sentence."""


@dataclass(frozen=True)
class Plan:
    """What to rehearse; `question` counts from 1. `create_key` is for a server that asks for one."""

    url: str
    language: str
    recipe: str
    question: int
    participants: int
    pace: Pace
    seed: int
    create_key: str = ""


@dataclass
class Rehearsal:
    """The made workshop and everyone in it. `tell` hears one line for each thing worth knowing."""

    plan: Plan
    tell: Callable[[str], None] = lambda line: None
    made: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = Random(self.plan.seed)  # noqa: S311 -- a play, not a lock
        self.words = content(self.plan.language)
        self.question = self.words.questions[self.plan.question - 1]
        self.pool = Pool(self.plan.language, self.question, self.chance)
        self.clients: list[Client] = []
        self._due: list[tuple[float, Callable[[], float]]] = []
        self._told = ""

    def make(self) -> dict[str, Any]:
        """Make the workshop (H1); gives its id, code and addresses."""
        wish = {
            "title": self.question.title,
            "purpose": self.question.question,
            "language": self.plan.language,
            "recipe": self.plan.recipe,
            "retention_days": 1,
        }
        self.made = self._post("/api/workshops", wish, self.plan.create_key)
        return self.made

    def open(self, *, drive: bool) -> None:
        """Let people come one after the other, and a facilitator if none is there."""
        names = self.chance.sample(self.words.names, len(self.words.names))
        for number in range(self.plan.participants):
            name = names[number] if number < len(names) else ""
            self._later(self.plan.pace.arrive * self.chance.random(), partial(self._come, name))
        watcher = self._client("facilitator", key=self.made["facilitator_key"])
        self._later(0, partial(self._watch, watcher))
        if drive:
            leader = Leader(watcher, self.plan.pace, time.monotonic, self.plan.participants)
            self._later(0, going(leader.lead()))

    def run(self, ended: Callable[[], bool]) -> None:
        """Everyone reads, and acts when the time has come, until it is ended."""
        while not ended():
            self.beat()
            time.sleep(BEAT)

    def beat(self) -> None:
        for client in list(self.clients):
            try:
                client.pump()
            except TurnedAway:
                self.clients.remove(client)
        now = time.monotonic()
        due = [it for it in self._due if it[0] <= now]
        self._due = [it for it in self._due if it[0] > now]
        for _, act in due:
            self._later(act(), act)

    def closed(self) -> bool:
        return any(workshop(client).get("state") == "closed" for client in self.clients)

    def end(self) -> None:
        for client in self.clients:
            client.close()

    def _later(self, seconds: float, act: Callable[[], float]) -> None:
        if seconds >= 0:
            self._due.append((time.monotonic() + seconds, act))

    def _come(self, name: str) -> float:
        """Someone joins; from then on they act for themselves."""
        client = self._client("participant", name=name)
        pace, chance = self.plan.pace, Random(self.chance.random())  # noqa: S311 -- the same
        person = Person(client, name, self.pool, pace, chance, HABITS, beside)
        self._later(pace.thinking(chance), person.act)
        return NEVER

    def _watch(self, client: Client) -> float:
        """Tell when the room goes on to another step."""
        step = step_now(client)
        if step and step["id"] != self._told:
            self._told = step["id"]
            self.tell(f"{step['title']} ({step['minutes']} min)")
        return self.plan.pace.look

    def _client(self, role: str, **knock: str) -> Client:
        answer = self._post(f"/api/workshops/{self.made['code']}/join", {"role": role, **knock})
        client = Client(self.plan.url, self.made["id"], answer["token"], role)
        self.clients.append(client)
        return client

    def _post(self, path: str, message: dict[str, Any], token: str = "") -> dict[str, Any]:
        status, answer = post(self.plan.url, path, message, token)
        if status >= 400:
            raise NotPossible(answer["error"]["message"])
        return answer


NEVER = -1.0


def going(steps: Iterator[float]) -> Callable[[], float]:
    """What yields seconds, as something that is called again and again; `NEVER` at its end."""
    return lambda: next(steps, NEVER)
