"""One simulated participant: looks up now and then, sees where the room is, and does one thing."""

from collections.abc import Callable
from random import Random
from typing import Any

from workshop.demo.client import Client, Wish
from workshop.demo.pace import Pace
from workshop.demo.pool import Pool
from workshop.demo.sight import Record, step_now, workshop

Deed = Callable[["Person", Record], float]
"""Does at most one thing in a step; gives the seconds until the next look."""


Beside = Callable[["Person", Record], float | None]
"""Does at most one thing beside the task; nothing where there is no call for it."""


class Person:
    """`habits` says what to do in each layout, `beside` what besides; `done` counts own deeds, by step and kind."""

    def __init__(
        self,
        client: Client,
        name: str,
        pool: Pool,
        pace: Pace,
        chance: Random,
        habits: dict[str, Deed],
        beside: Beside,
    ) -> None:
        self.client, self.name = client, name
        self.pool, self.pace, self.chance = pool, pace, chance
        self.done: dict[tuple[str, str], int] = {}
        self.eager = chance.choice((0, 1, 1, 1, 1))  # one in five reads along and says little
        self.headstrong = chance.random() < 0.3
        self._habits, self._beside = habits, beside
        self._step = ""

    def act(self) -> float:
        """One deed at most; the seconds until the next."""
        step = step_now(self.client)
        if not self.client.live or step is None:
            return self.pace.look
        if step["id"] != self._step:
            self._step = step["id"]
            return self.pace.thinking(self.chance)
        if (seconds := self._beside(self, step)) is not None:
            return seconds
        if step["locks"]:
            return self.pace.look
        deed = self._habits.get(step["layout"])
        return deed(self, step) if deed else self.pace.look

    @property
    def language(self) -> str:
        return str(workshop(self.client)["language"])

    def does(self, kind: str, **fields: Any) -> float:
        """Send a command; thinking about the next one takes a while."""
        self.send(kind, **fields)
        return self.pace.thinking(self.chance)

    def send(self, kind: str, **fields: Any) -> Wish:
        key = (self._step, kind)
        self.done[key] = self.done.get(key, 0) + 1
        return self.client.send(kind, **fields)

    def times(self, kind: str) -> int:
        """How often this person has done this in the present step."""
        return self.done.get((self._step, kind), 0)

    def waiting(self) -> bool:
        """Whether something sent before has no answer yet."""
        return bool(self.client.outbox)
