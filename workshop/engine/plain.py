"""No engine: ordinary threads, for the command line and for tests that serve nobody."""

import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from workshop.engine.faces import (
    EngineFault,
    InnerLock,
    InnerQueue,
    InnerSignal,
    Listener,
    Patience,
    Timeout,
    WsgiApp,
)
from workshop.engine.task import Task


class PlainSignal:
    def __init__(self) -> None:
        self._event = threading.Event()
        self._value: Any = None
        self._error: BaseException | None = None

    def send(self, value: Any) -> None:
        self._value = value
        self._event.set()

    def throw(self, error: BaseException) -> None:
        self._error = error
        self._event.set()

    def is_sent(self) -> bool:
        return self._event.is_set()

    def wait(self, timeout: float | None) -> Any:
        if not self._event.wait(timeout):
            raise Timeout
        if self._error is not None:
            raise self._error
        return self._value


class PlainQueue:
    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.put = self._queue.put
        self.qsize = self._queue.qsize

    def get(self, timeout: float | None) -> Any:
        try:
            return self._queue.get(timeout=timeout)
        except queue.Empty:
            raise Timeout from None


class Plain:
    name = "plain"

    def faults(self) -> list[str]:
        return ["Engine: not started; run.py starts it first."]

    def spawn(self, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        threading.Thread(target=task.run, daemon=True).start()
        return task

    def spawn_after(self, seconds: float, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        timer = threading.Timer(seconds, task.run)
        timer.daemon = True
        timer.start()
        return task

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def wait_readable(self, fd: int) -> None:
        raise EngineFault("Waiting for a descriptor needs a started engine.")

    def signal(self) -> InnerSignal:
        return PlainSignal()

    def queue(self) -> InnerQueue:
        return PlainQueue()

    def lock(self) -> InnerLock:
        return threading.Lock()

    def serve(self, listener: Listener, app: WsgiApp, grace: float, patience: Patience) -> None:
        raise EngineFault("Serving needs a started engine: run.py calls engine.start first.")

    def stop(self) -> None:
        raise EngineFault("Nothing is being served.")
