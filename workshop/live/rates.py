"""How fast one socket may speak (S11)."""

import time
from collections.abc import Callable


class Bucket:
    """Holds `burst` tokens and fills up by `rate` a second."""

    def __init__(
        self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._left = burst
        self._at = clock()
        self.refused = 0  # in a row

    def take(self) -> float:
        """Take one and answer 0, or answer the seconds until there is one."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            self.refused += 1
            return (1 - self._left) / self._rate
        self._left -= 1
        self.refused = 0
        return 0
