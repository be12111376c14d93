"""How long the hub was held up lately."""

import time
from collections import deque

from workshop import engine

TICK = 0.05  # seconds
KEPT = 200  # ticks that are remembered: ten seconds

_gaps: deque[float] = deque([0.0], maxlen=KEPT)


def hub_lag() -> float:
    """The largest gap of the last ten seconds, in seconds, that something kept all others waiting."""
    return max(_gaps)


def watch() -> None:
    engine.spawn(_tick)


def _tick() -> None:
    while True:
        before = time.monotonic()
        engine.sleep(TICK)
        _gaps.append(max(0.0, time.monotonic() - before - TICK))
