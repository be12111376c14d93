"""How long the hub was held up lately."""

import logging
import time
from collections import deque

from workshop import engine

TICK = 0.05  # seconds
TOLD = 0.1  # seconds; a gap past it stands in the log
KEPT = 200  # ticks that are remembered: ten seconds

log = logging.getLogger("workshop.engine")
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
        gap = time.monotonic() - before - TICK
        _gaps.append(max(0.0, gap))
        if gap > TOLD:
            log.info("Everyone waited for %.0f ms.", gap * 1000)
