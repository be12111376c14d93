"""A process beside ours for long work in Python: it shares no lock with the hub, so it cannot hold it up.

It is fed once and read until it ends. It hangs on a leash, a pipe that it watches: when that is let go,
or this process dies, it ends by itself, so that no process id is ever signalled by mistake.
"""

import os
import threading
from collections.abc import Callable, Sequence

LEASH = 3  # the descriptor that a child watches
CHUNK = 1 << 16

# Taken before the patch: a child is fed and read by a native thread.
_read, _write, _close, _pipe, _wait = os.read, os.write, os.close, os.pipe, os.waitpid
_spawn, _Thread = os.posix_spawn, threading.Thread


class ChildFault(OSError):
    """The child has ended without having done its work."""


class Child:
    """A process that has begun. `talk` belongs on a native thread; the rest to whoever made it."""

    def __init__(self, command: Sequence[str], **environ: str) -> None:
        self._name = command[-1]
        entrance, self._feeding = _pipe()
        self._hearing, exit_ = _pipe()
        watched, self._leash = _pipe()
        into = ((entrance, 0), (exit_, 1), (watched, LEASH))
        actions = [(os.POSIX_SPAWN_DUP2, end, number) for end, number in into]
        around = {**os.environ, **environ}
        self._process = _spawn(command[0], list(command), around, file_actions=actions)
        self._is_held = True
        for end, _ in into:
            _close(end)

    def talk(self, fed: bytes, hear: Callable[[bytes], None]) -> None:
        """Feed it, hand on what it says as it comes, and wait for its end; ChildFault unless it ends well."""
        try:
            feed(self._feeding, fed)
            while chunk := _read(self._hearing, CHUNK):
                hear(chunk)
        finally:
            _close(self._hearing)
            _, status = _wait(self._process, 0)
        if status:
            raise ChildFault(f"{self._name} ended with {os.waitstatus_to_exitcode(status)}.")

    def let_go(self) -> None:
        """It ends if it has not; a second time changes nothing."""
        if self._is_held:
            self._is_held = False
            _close(self._leash)


def feed(to: int, data: bytes) -> None:
    """All of it, and then the end; a child that has gone meanwhile is told of by its exit."""
    left = memoryview(data)
    try:
        while left:
            left = left[_write(to, left) :]
    except BrokenPipeError:
        pass
    finally:
        _close(to)


def end_with_the_leash() -> None:
    """Called by a child of itself: from here on it ends as soon as nobody holds its leash."""

    def watch() -> None:
        _read(LEASH, 1)
        os._exit(1)

    _Thread(target=watch, daemon=True).start()
