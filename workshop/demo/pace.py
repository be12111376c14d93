"""How fast a rehearsal goes: as people do, or as fast as a test wants it."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Pace:
    """In seconds: all have come after `arrive`; one thinks for `think` on the way to the next act.

    `sign` is the time to write one sign on a phone, `look` how often someone looks up, and
    `minute` how long a minute of the agenda lasts.
    """

    arrive: float
    think: float
    sign: float
    look: float
    minute: float

    def thinking(self, chance: Random) -> float:
        """Mostly short, now and then long, as thinking is."""
        return self.look + chance.gammavariate(2, self.think / 2)

    def writing(self, text: str, chance: Random) -> float:
        return self.thinking(chance) + len(text) * self.sign * chance.uniform(0.7, 1.5)


PACES = {
    "human": Pace(arrive=40, think=11, sign=0.24, look=1.0, minute=60),
    "fast": Pace(arrive=0.4, think=0.15, sign=0.0, look=0.05, minute=1.0),
}
