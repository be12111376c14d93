"""The engine on gevent: patched all but threads."""

import logging
from collections.abc import Callable
from typing import Any

import gevent
import gevent.event
import gevent.lock
import gevent.monkey
import gevent.pool
import gevent.pywsgi
import gevent.queue
import gevent.socket

from workshop.engine.faces import (
    InnerLock,
    InnerQueue,
    InnerSignal,
    Listener,
    Patience,
    Timeout,
    WsgiApp,
)
from workshop.engine.listening import shut_quietly
from workshop.engine.task import Task

PATCHED = ("select", "socket", "ssl", "time")


class GeventSignal:
    def __init__(self) -> None:
        self._result = gevent.event.AsyncResult()
        self.send: Callable[[Any], None] = self._result.set
        self.throw: Callable[[BaseException], None] = self._result.set_exception
        self.is_sent: Callable[[], bool] = self._result.ready

    def wait(self, timeout: float | None) -> Any:
        try:
            return self._result.get(timeout=timeout)
        except gevent.Timeout:
            raise Timeout from None


class GeventQueue:
    def __init__(self) -> None:
        self._queue: Any = gevent.queue.SimpleQueue()
        self.put: Callable[[Any], None] = self._queue.put
        self.qsize: Callable[[], int] = self._queue.qsize

    def get(self, timeout: float | None) -> Any:
        try:
            return self._queue.get(timeout != 0, timeout)
        except gevent.queue.Empty:
            raise Timeout from None


class Gevent:
    name = "gevent"

    def __init__(self) -> None:
        self._server: Server | None = None
        self._stopped = False

    def faults(self) -> list[str]:
        unpatched = [name for name in PATCHED if not gevent.monkey.is_module_patched(name)]
        return [f"Engine: {name} is not patched by gevent." for name in unpatched]

    def spawn(self, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        gevent.spawn(task.run)
        return task

    def spawn_after(self, seconds: float, fn: Callable[..., object], *args: object) -> Task:
        task = Task(fn, args)
        gevent.spawn_later(seconds, task.run)
        return task

    def sleep(self, seconds: float) -> None:
        gevent.sleep(seconds)

    def wait_readable(self, fd: int) -> None:
        gevent.socket.wait_read(fd)

    def signal(self) -> InnerSignal:
        return GeventSignal()

    def queue(self) -> InnerQueue:
        return GeventQueue()

    def lock(self) -> InnerLock:
        lock: InnerLock = gevent.lock.Semaphore(1)
        return lock

    def serve(self, listener: Listener, app: WsgiApp, grace: float, patience: Patience) -> None:
        self._server = Server(
            listener,
            app,
            handler_class=Handler,
            spawn=gevent.pool.Pool(),
            log=None,
            error_log=ERRORS,
        )
        self._server.grace = grace
        self._server.patience = patience
        if self._stopped:
            listener.close()
        else:
            self._server.serve_forever(stop_timeout=grace)

    def stop(self) -> None:
        self._stopped = True
        if self._server is not None:
            gevent.get_hub().loop.run_callback_threadsafe(gevent.spawn, self._server.end)


ERRORS = logging.getLogger("workshop.engine")


class Server(gevent.pywsgi.WSGIServer):  # type: ignore[misc]
    """gevent's server, which also knows the sockets that may be cut at once when it stops."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.idle: set[Any] = set()
        self.ending = False
        self.grace = 0.0  # seconds
        self.patience = Patience()

    def end(self) -> None:
        self.ending = True
        self.close()
        for sock in list(self.idle):
            shut_quietly(sock)
        self.stop(timeout=self.grace)


class Handler(gevent.pywsgi.WSGIHandler):  # type: ignore[misc]
    """gevent's handler, which lets the app take the socket: `environ["engine.take"]()`.

    It hangs up on who stays silent, or never ends a request's head.
    """

    def handle_one_request(self) -> Any:
        self._limit = gevent.Timeout.start_new(self.server.patience.idle)
        try:
            return super().handle_one_request()
        except gevent.Timeout as limit:
            if limit is not self._limit:
                raise
            return None  # the connection ends
        finally:
            self._limit.close()

    def read_requestline(self) -> Any:
        if self.server.ending:
            return ""  # as if the phone had hung up after its last answer
        self.server.idle.add(self.socket)
        try:
            if not self.rfile.closed:
                self.rfile.peek(1)
            self._limit.close()
            self._limit = gevent.Timeout.start_new(self.server.patience.head)
            return super().read_requestline()
        finally:
            self.server.idle.discard(self.socket)

    def get_environ(self) -> Any:
        self._limit.close()
        environ = super().get_environ()
        environ["engine.take"] = self._take
        return environ

    def _take(self) -> Any:
        self.close_connection = True
        self.server.idle.add(self.socket)
        return self.socket

    def handle_one_response(self) -> None:
        try:
            super().handle_one_response()
        finally:
            self.server.idle.discard(self.socket)


def start() -> Gevent:
    # `queue` would make SimpleQueue green, which the border to native threads needs as it is. Once a
    # green `os` or `subprocess` has started one program (psycopg looks for its library so), gevent takes
    # the exit of every child from whoever waits for it: ours too, of which child.py must know the end.
    gevent.monkey.patch_all(thread=False, queue=False, os=False, signal=False, subprocess=False)
    return Gevent()
