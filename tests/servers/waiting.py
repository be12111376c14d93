"""Waiting for something to become true, with a bound and a clear complaint."""

import time
from collections.abc import Callable


def wait_until(true: Callable[[], object], what: str, seconds: float = 20) -> None:
    """Ask again and again; the bound says "broken", never "too slow"."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s for {what}")
        time.sleep(0.02)
