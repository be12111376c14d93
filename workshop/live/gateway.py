"""The sockets' door: who speaks, how fast and how much; then typed commands to the conductor.

Packets are read here and not by Flask-SocketIO's event handlers, which push a request context for
each event, answer nothing where a handler fails, and let NaN through.
"""

import logging
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as Rejected

from workshop import engine
from workshop.access import Tokens
from workshop.conductor import Conductor
from workshop.core.messages import Refused
from workshop.words import sentence

from . import sent, transport
from .answers import Answer, Answers, slowed
from .caller import Caller
from .callers import Callers
from .door import Door, is_own_origin
from .fanout import Fanout
from .line import Line
from .porch import Porch
from .reading import GOODBYE, is_greeting, read_event

PING_INTERVAL, PING_TIMEOUT = 10, 8  # seconds: a dead path is noticed within 20
LARGEST_PACKET = 256 * 1024  # bytes; from a command's own bound to this it is answered `too_large`
STRANGER = 5.0  # seconds that a socket may be open without saying who it is

log_of_faults = logging.getLogger("workshop.live")
# The libraries write whole packets, with people's words, at level INFO.
transport_log = logging.getLogger("workshop.live.transport")
transport_log.setLevel(logging.ERROR)


def attach(app: Flask, conductor: Conductor, tokens: Tokens, build: str = "") -> SocketIO:
    """Open the live door of an app; `build` is told at join (S12). Proxies and static files go outside."""
    live = SocketIO(
        app,
        async_mode=engine.socketio_mode(),
        cors_allowed_origins=is_own_origin,
        ping_interval=PING_INTERVAL,
        ping_timeout=PING_TIMEOUT,
        max_http_buffer_size=LARGEST_PACKET,
        async_handlers=False,  # a socket's messages are done in its order
        manage_session=False,
        cookie=None,
        logger=transport_log,
        engineio_logger=transport_log,
    )
    transport.fit(live.server.eio)
    door = Door(conductor, tokens)
    fanout = Fanout(conductor)
    Gateway(live.server, door, fanout, Answers(conductor, fanout, door, build))
    app.wsgi_app = Porch(app.wsgi_app, live.server.eio)  # type: ignore[method-assign]
    return live


class Gateway:
    """Keeps the callers; hands what they say to the answers, and ends who cannot be answered."""

    def __init__(self, server: Any, door: Door, fanout: Fanout, answers: Answers) -> None:
        self._server = server
        self._eio = server.eio
        self._door = door
        self._fanout = fanout
        self._answers = answers
        self._callers = Callers()
        self._greeted = self._eio.handlers["connect"]
        self._read_greeting = self._eio.handlers["message"]
        self._eio.on("connect", self._opened)
        self._eio.on("message", self._message)
        server.on("connect", self._connect)
        server.on("disconnect", self._disconnect)

    def _opened(self, socket_id: str, environ: dict[str, Any]) -> object:
        engine.spawn_after(STRANGER, self._end_stranger, socket_id)
        return self._greeted(socket_id, environ)

    def _end_stranger(self, socket_id: str) -> None:
        if socket_id not in self._callers:
            self._cut(socket_id)

    def _cut(self, socket_id: str) -> None:
        if connection := self._eio.sockets.get(socket_id):
            transport.cut(connection, self._eio)

    def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        try:
            claim = self._door.claim_of(environ, auth)
            language = self._door.language(environ, auth, claim)
        except Refused as refused:
            raise refusal(refused, self._door.language(environ, auth)) from None
        except Exception:
            log_of_faults.exception("A socket could not be opened.")
            language = self._door.language(environ, auth)
            raise refusal(Refused("server_fault"), language, retry=True) from None
        socket_id = self._server.manager.eio_sid_from_sid(sid, "/")
        connection = self._eio.sockets.get(socket_id)
        if connection is None or connection.closed:  # it went while the log was read
            raise refusal(Refused("server_fault"), language, retry=True)
        line = Line(connection, lambda it: transport.cut(it, self._eio))
        for oldest in self._callers.add(socket_id, Caller(claim, language, line)):
            oldest.line.cut()

    def _disconnect(self, sid: str, reason: object = None) -> None:
        socket_id = self._server.manager.eio_sid_from_sid(sid, "/")
        if caller := self._callers.take(socket_id):
            caller.line.end()
            self._fanout.leave(caller)

    def _message(self, socket_id: str, packet: object) -> None:
        """Every packet of every socket; one that cannot be answered ends its socket alone (S10)."""
        caller = self._callers.get(socket_id)
        try:
            if not isinstance(packet, str):
                self._cut(socket_id)
            elif is_greeting(packet):
                self._read_greeting(socket_id, packet)
                if packet == GOODBYE:
                    self._cut(socket_id)
            elif caller is None:
                self._cut(socket_id)
            else:
                self._hear(socket_id, caller, packet)
        except Exception:
            log_of_faults.exception("A message could not be handled.")
            self._cut(socket_id)

    def _hear(self, socket_id: str, caller: Caller, packet: str) -> None:
        said = read_event(packet)
        wait = caller.wait_for(said.name)
        if said.answer is None or caller.floods:
            self._cut(socket_id)
        elif wait:
            engine.sleep()  # so that one that hurries does not hold up the others
            self._answer(caller, said.answer, slowed(caller, wait))
        else:
            self._answer(caller, said.answer, self._answers.to(caller, said))

    def _answer(self, caller: Caller, number: int, answer: Answer) -> None:
        caller.line.send(sent.answered(number, answer))


def refusal(refused: Refused, language: str, *, retry: bool = False) -> Exception:
    """What a client gets as `connect_error`: the sentence, and beside it the code."""
    said = sentence(refused, language)
    data = {"code": refused.code, "message": said} | ({"retry": True} if retry else {})
    error: Exception = Rejected(said, data)
    return error
