"""The one face of the green engine; inside this package alone are eventlet and gevent named.

`start()` comes first in a process that serves. A process that never calls it (the command line, plain
tests) gets the same functions from ordinary threads.
"""

import importlib
import sys
import threading
from collections.abc import Callable
from typing import Generic, Self, TypeVar

from workshop.engine.faces import (
    Engine,
    EngineFault,
    Handle,
    Listener,
    Patience,
    Timeout,
    WsgiApp,
)
from workshop.engine.plain import Plain

__all__ = [
    "Child", "ChildFault", "EngineFault", "Handle", "Listener", "Lock", "NativeThread", "Patience", "Queue", "Signal", "ThreadEnded", "Timeout", "faults",
    "hub_lag", "is_started", "listen", "name", "serve", "sleep", "socketio_mode", "spawn", "spawn_after",
    "start", "stop", "wait_readable",
]  # fmt: skip

T = TypeVar("T")

ENGINES = {"eventlet": "workshop.engine.on_eventlet", "gevent": "workshop.engine.on_gevent"}
# A library that was imported before the patch keeps the blocking sockets it found.
TOO_EARLY = ("ssl", "flask", "werkzeug", "socketio", "engineio", "redis", "psycopg", "sqlalchemy")

PATIENCE = Patience()

_now: Engine = Plain()


def start(name: str = "eventlet") -> None:
    """Patch everything but threads and become green. The first thing in the process, once."""
    global _now  # noqa: PLW0603  one process has one engine
    if is_started():
        raise EngineFault(f"The engine is already {_now.name}.")
    if name not in ENGINES:
        raise EngineFault(f"RYTME_ENGINE is {name!r}, but must be one of: {', '.join(ENGINES)}.")
    early = [module for module in TOO_EARLY if module in sys.modules]
    if early:
        raise EngineFault(f"The engine must start first, but {', '.join(early)} came before it.")
    _now = importlib.import_module(ENGINES[name]).start()
    raise_descriptor_limit()
    lag.watch()


def is_started() -> bool:
    return _now.name != "plain"


def name() -> str:
    """eventlet, gevent, or plain when nothing was started."""
    return _now.name


def socketio_mode() -> str:
    """The async_mode for Flask-SocketIO; always given, never guessed."""
    return _now.name if is_started() else "threading"


def faults() -> list[str]:
    """One line for each thing that is not as `start` left it; for the self-test at boot."""
    found = _now.faults()
    if not isinstance(threading.Lock(), NATIVE_LOCK):
        found.append("Engine: locks are patched, but must be native (thread=False).")
    return found


def spawn(fn: Callable[..., object], *args: object) -> Handle:
    """Run fn soon; what it raises is logged. `cancel()` prevents it only before it began."""
    return _now.spawn(fn, *args)


def spawn_after(seconds: float, fn: Callable[..., object], *args: object) -> Handle:
    return _now.spawn_after(seconds, fn, *args)


def sleep(seconds: float = 0) -> None:
    _now.sleep(seconds)


def wait_readable(fd: int) -> None:
    """Let others run until the descriptor has something to read; one waiter for each descriptor."""
    _now.wait_readable(fd)


class Signal(Generic[T]):
    """A green one-shot: many may wait, one sends a value or an exception, once."""

    def __init__(self) -> None:
        self._inner = _now.signal()

    def send(self, value: T) -> None:
        self._inner.send(value)

    def throw(self, error: BaseException) -> None:
        self._inner.throw(error)

    def is_sent(self) -> bool:
        return self._inner.is_sent()

    def wait(self, timeout: float | None = None) -> T:
        """Return the value or raise what was thrown; raises Timeout after so many seconds."""
        value: T = self._inner.wait(timeout)
        return value


class Queue(Generic[T]):
    """A green queue without an end; `put` never waits and never lets others run."""

    def __init__(self) -> None:
        self._inner = _now.queue()

    def put(self, item: T) -> None:
        self._inner.put(item)

    def get(self, timeout: float | None = None) -> T:
        """Wait for the next item; raises Timeout after so many seconds (0: at once)."""
        item: T = self._inner.get(timeout)
        return item

    def qsize(self) -> int:
        return self._inner.qsize()


class Lock:
    """A green lock for `with`. It may be held while others run, unlike a native one."""

    def __init__(self) -> None:
        self._inner = _now.lock()

    def locked(self) -> bool:
        return self._inner.locked()

    def __enter__(self) -> Self:
        self._inner.acquire()
        return self

    def __exit__(self, *what: object) -> None:
        self._inner.release()


def serve(
    listener: Listener, app: WsgiApp, grace: float = 5.0, patience: Patience = PATIENCE
) -> None:
    """Serve until `stop()`: then take no more, cut idle and live sockets, wait `grace` seconds for the rest."""
    settle_collector()
    _now.serve(listener, Doorway(app), grace, patience)


def stop() -> None:
    """End `serve` gracefully; may be called from a signal handler or any green code."""
    _now.stop()


# Below the functions above, because these use them.
from workshop.engine import lag  # noqa: E402
from workshop.engine.child import Child, ChildFault  # noqa: E402
from workshop.engine.doorway import Doorway  # noqa: E402
from workshop.engine.lag import hub_lag  # noqa: E402
from workshop.engine.listening import listen  # noqa: E402
from workshop.engine.machine import raise_descriptor_limit, settle_collector  # noqa: E402
from workshop.engine.native import NATIVE_LOCK, NativeThread, ThreadEnded  # noqa: E402
