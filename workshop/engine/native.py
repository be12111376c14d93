"""The border to native threads: one thread that owns one connection and shares nothing with the hub.

Plain data goes over in a native queue and comes back in a deque; a byte in a pipe wakes the hub. All
names here were taken before the patch, so they are native on every engine.
"""

import os
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from workshop import engine

C = TypeVar("C")
T = TypeVar("T")

NATIVE_LOCK = type(threading.Lock())
_read, _write, _close, _pipe = os.read, os.write, os.close, os.pipe
_Thread = threading.Thread


class ThreadEnded(Exception):
    """The thread takes no more: whoever had it is ending."""


class _Job(Generic[C]):
    """A call on its way: out with a function, back with a value or an error."""

    def __init__(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.fn = fn
        self.args = args
        self.answer: engine.Signal[Any] = engine.Signal()
        self.value: Any = None
        self.error: BaseException | None = None

    def run(self, connection: C) -> None:
        self.value = self.fn(connection, *self.args)

    def finish(self) -> None:
        if self.error is not None:
            self.answer.throw(self.error)
        else:
            self.answer.send(self.value)


class NativeThread(Generic[C]):
    """One native thread with a connection of its own, opened at the first call.

    An `open` that fails fails that call; the next call opens again.
    """

    def __init__(self, name: str, open: Callable[[], C], close: Callable[[C], None]) -> None:  # noqa: A002
        self._open = open
        self._close = close
        self._connection: C | None = None
        self._stopped = False
        self._jobs: SimpleQueue[_Job[C] | None] = SimpleQueue()
        self._bell = _Bell() if engine.is_started() else None
        self._thread = _Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def call(self, fn: Callable[..., T], *args: Any) -> T:
        """Run `fn(connection, *args)` over there; others run meanwhile. Raises what fn raised."""
        if self._stopped:
            raise ThreadEnded(f"The thread {self._thread.name} has stopped.")
        return self._hand_over(fn, args)

    def waiting(self) -> int:
        """How many calls stand in the queue."""
        return self._jobs.qsize()

    def stop(self) -> None:
        """Finish what was asked before, close the connection, end the thread."""
        if self._stopped:
            return
        self._stopped = True
        self._hand_over(self._leave, ())
        self._jobs.put(None)
        self._thread.join()
        if self._bell is not None:
            self._bell.stop()

    def _hand_over(self, fn: Callable[..., T], args: tuple[Any, ...]) -> T:
        job: _Job[C] = _Job(fn, args)
        self._jobs.put(job)
        value: T = job.answer.wait()
        return value

    def _leave(self, connection: C) -> None:
        self._connection = None
        self._close(connection)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._run(job)
            except BaseException as error:  # noqa: BLE001  it is raised on the other side
                job.error = error
            if self._bell is None:
                job.finish()
            else:
                self._bell.ring(job)
            del job  # so that nothing of a call outlives it while the thread waits

    def _run(self, job: _Job[C]) -> None:
        if self._connection is None:
            if job.fn == self._leave:
                return
            self._connection = self._open()
        job.run(self._connection)


class _Bell:
    """Finished jobs come in here, and one green reader of a pipe hands them out in the hub."""

    def __init__(self) -> None:
        self._done: deque[_Job[Any] | None] = deque()
        self._hear, self._pull = _pipe()
        os.set_blocking(self._hear, False)
        os.set_blocking(self._pull, False)
        engine.spawn(self._deliver)

    def ring(self, job: "_Job[Any] | None") -> None:
        self._done.append(job)
        with suppress(BlockingIOError):  # a full pipe wakes the hub just as well
            _write(self._pull, b"!")

    def stop(self) -> None:
        self.ring(None)

    def _deliver(self) -> None:
        while self._hand_out():
            engine.wait_readable(self._hear)
            with suppress(BlockingIOError):
                _read(self._hear, 4096)
        _close(self._hear)
        _close(self._pull)

    def _hand_out(self) -> bool:
        while self._done:
            job = self._done.popleft()
            if job is None:
                return False
            job.finish()
        return True
