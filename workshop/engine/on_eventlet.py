"""The engine on eventlet: patched all but threads, with an accept loop of our own.

eventlet's own `wsgi.server` holds at most 1,024 connections, ends for good when descriptors run out,
and waits for open websockets without end when it stops; so the loop around its HTTP protocol is ours.
"""

import errno
import logging
import os
import select
import socket
import subprocess
import time
import warnings
from collections.abc import Callable
from typing import Any

import greenlet

from workshop.engine.faces import (
    InnerLock,
    InnerQueue,
    InnerSignal,
    Listener,
    Patience,
    Timeout,
    WsgiApp,
)
from workshop.engine.listening import MOMENT, TRY_LATER, close_quietly
from workshop.engine.task import Task

with warnings.catch_warnings():
    # The notice that eventlet is only maintained is known, and answered by the gevent engine beside it.
    warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
    import eventlet
    import eventlet.event
    import eventlet.hubs
    import eventlet.patcher
    import eventlet.queue
    import eventlet.semaphore
    import eventlet.wsgi

PATCHED = {"os": os, "select": select, "socket": socket, "subprocess": subprocess, "time": time}
IDLE, CLOSED = eventlet.wsgi.STATE_IDLE, eventlet.wsgi.STATE_CLOSE


class EventletSignal:
    def __init__(self) -> None:
        self._event = eventlet.event.Event()
        self.send: Callable[[Any], None] = self._event.send
        self.throw: Callable[[BaseException], None] = self._event.send_exception
        self.is_sent: Callable[[], bool] = self._event.ready

    def wait(self, timeout: float | None) -> Any:
        value = self._event.wait(timeout)
        if value is None and not self._event.ready():
            raise Timeout
        return value


class EventletQueue:
    def __init__(self) -> None:
        self._queue = eventlet.queue.LightQueue()
        self.put: Callable[[Any], None] = self._queue.put
        self.qsize: Callable[[], int] = self._queue.qsize

    def get(self, timeout: float | None) -> Any:
        try:
            return self._queue.get(timeout != 0, timeout)
        except eventlet.queue.Empty:
            raise Timeout from None


class Eventlet:
    name = "eventlet"

    def __init__(self) -> None:
        self._accepting: Any = None
        self._stopped = False

    def faults(self) -> list[str]:
        unpatched = [name for name in PATCHED if not eventlet.patcher.is_monkey_patched(name)]
        return [f"Engine: {name} is not patched by eventlet." for name in unpatched]

    def spawn(self, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        eventlet.spawn_n(task.run)
        return task

    def spawn_after(self, seconds: float, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        eventlet.spawn_after(seconds, task.run)
        return task

    def sleep(self, seconds: float) -> None:
        eventlet.sleep(seconds)

    def wait_readable(self, fd: int) -> None:
        eventlet.hubs.trampoline(fd, read=True)

    def signal(self) -> InnerSignal:
        return EventletSignal()

    def queue(self) -> InnerQueue:
        return EventletQueue()

    def lock(self) -> InnerLock:
        lock: InnerLock = eventlet.semaphore.Semaphore(1)
        return lock

    def serve(self, listener: Listener, app: WsgiApp, grace: float, patience: Patience) -> None:
        server = _protocol(listener, app)
        server.patience = patience
        connections: set[Connection] = set()
        if not self._stopped:
            self._accepting = greenlet.getcurrent()
            _accept(listener, server, connections)
            self._accepting = None
        listener.close()
        _end(connections, grace)

    def stop(self) -> None:
        self._stopped = True
        eventlet.hubs.get_hub().schedule_call_global(0, self._interrupt)

    def _interrupt(self) -> None:
        if self._accepting is not None:
            self._accepting.throw(greenlet.GreenletExit)


def _protocol(listener: Listener, app: WsgiApp) -> Any:
    """eventlet's HTTP; its faults go to our log, its line for each request nowhere."""
    address = listener.getsockname()
    server = eventlet.wsgi.Server(
        listener, address, _offering(app), log=ServerLog(), protocol=Protocol, debug=False
    )
    server.log_output = False
    return server


class Protocol(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """eventlet's protocol, which hangs up on who stays silent, or never ends a request's head."""

    def handle_one_request(self) -> None:
        self._limit = eventlet.Timeout(self.server.patience.idle)
        try:
            super().handle_one_request()
        except eventlet.Timeout as limit:
            if limit is not self._limit:
                raise
            self.close_connection = True
        finally:
            self._limit.cancel()

    def _read_request_line(self) -> Any:
        try:
            if not self.rfile.closed:
                self.rfile.peek(1)
        except OSError:
            return b""  # gone without a word
        self._limit.cancel()
        self._limit = eventlet.Timeout(self.server.patience.head)
        return super()._read_request_line()

    def get_environ(self) -> Any:
        self._limit.cancel()
        return super().get_environ()


class Connection(list[Any]):
    """What eventlet's protocol keeps of one socket: [address, socket, state]; hashed by identity."""

    __hash__ = object.__hash__  # type: ignore[assignment]
    __eq__ = object.__eq__


def _accept(listener: Listener, server: Any, connections: set[Connection]) -> None:
    while True:
        try:
            sock, address = listener.accept()
        except greenlet.GreenletExit:
            return
        except OSError as error:
            if error.errno not in TRY_LATER:
                raise
            eventlet.sleep(MOMENT if error.errno in {errno.EMFILE, errno.ENFILE} else 0)
            continue
        connection = Connection([address, sock, IDLE])
        connections.add(connection)
        eventlet.spawn_n(_handle, server, connection, connections)


def _handle(server: Any, connection: Connection, connections: set[Connection]) -> None:
    try:
        server.process_request(connection)
    except OSError as error:
        server.log.info(repr(error))
    finally:
        connections.discard(connection)
        connection[2] = CLOSED
        close_quietly(connection[1])


def _end(connections: set[Connection], grace: float) -> None:
    deadline = time.monotonic() + grace
    for connection in list(connections):
        if connection[2] == IDLE:  # waiting for its next request, or a websocket
            eventlet.greenio.shutdown_safe(connection[1])
        connection[2] = CLOSED
    while connections and time.monotonic() < deadline:
        eventlet.sleep(0.02)
    for connection in list(connections):
        eventlet.greenio.shutdown_safe(connection[1])


def _offering(app: WsgiApp) -> WsgiApp:
    """Give the app a way to take the socket for itself: `environ["engine.take"]()`."""

    def offering(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        def take() -> Any:
            environ["eventlet.set_idle"]()
            eventlet.wsgi.WSGI_LOCAL.already_handled = (
                True  # so that it writes no answer of its own
            )
            return environ["eventlet.input"].get_socket()

        environ["engine.take"] = take
        return app(environ, start_response)

    return offering


class ServerLog:
    """Takes the server's own words: faults are kept, lines with addresses are dropped."""

    def __init__(self) -> None:
        self._log = logging.getLogger("workshop.engine")

    def info(self, message: str) -> None:
        self._log.error("The server failed: %s", message)

    error = info

    def debug(self, message: str) -> None:
        """Nothing: eventlet says here who came and went, by address."""


def start() -> Eventlet:
    eventlet.monkey_patch(
        os=True, select=True, socket=True, time=True, subprocess=True, thread=False
    )
    return Eventlet()
