"""A function that was spawned: it can be cancelled until it begins, and logs what it raises."""

import logging
from collections.abc import Callable

log = logging.getLogger("workshop.engine")


class Task:
    """The same handle on every engine, so that `cancel` means the same."""

    def __init__(self, fn: Callable[..., object], args: tuple[object, ...]) -> None:
        self._fn = fn
        self._args = args
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True

    def run(self) -> None:
        if self._cancelled:
            return
        try:
            self._fn(*self._args)
        except Exception:
            log.exception(
                "A background task failed: %s", getattr(self._fn, "__qualname__", self._fn)
            )
