"""The sockets' door: who speaks, how fast and how much; then typed commands to the conductor.

Packets are read here and not by Flask-SocketIO's event handlers, which push a request context for
each event, answer nothing where a handler fails, and let NaN through.
"""

import logging
from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from socketio.exceptions import ConnectionRefusedError as Rejected

from workshop import engine
from workshop.access import Tokens
from workshop.conductor import Conductor, Unsure, utc_now
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.people import Participant
from workshop.core.wire import decode_command
from workshop.words import sentence

from . import sent, transport
from .caller import Caller
from .door import Door, is_own_origin
from .fanout import Fanout
from .line import Line
from .reading import GOODBYE, Said, is_greeting, read_event

PING_INTERVAL, PING_TIMEOUT = 10, 8  # seconds: a dead path is noticed within 20
LARGEST_PACKET = (
    256 * 1024
)  # bytes; between this and a command's own bound it is answered `too_large`
STRANGER = 5.0  # seconds that a socket may be open without saying who it is

Answer = dict[str, Any]

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
    Gateway(live.server, conductor, Door(conductor, tokens), build)
    app.wsgi_app = transport.Porch(app.wsgi_app, live.server.eio)  # type: ignore[method-assign]
    return live


class Gateway:
    def __init__(self, server: Any, conductor: Conductor, door: Door, build: str) -> None:
        self._server = server
        self._eio = server.eio
        self._conductor = conductor
        self._door = door
        self._build = build
        self._fanout = Fanout(conductor)
        self._callers: dict[str, Caller] = {}  # by Engine.IO's id of the socket
        self._does: dict[str, Callable[[Caller, Any], Answer]] = {
            "command": self._command,
            "join": self._join,
            "digest": self._digest,
        }
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
        line = Line(self._eio.sockets[socket_id], lambda it: transport.cut(it, self._eio))
        self._callers[socket_id] = Caller(claim, language, line)

    def _disconnect(self, sid: str, reason: object = None) -> None:
        socket_id = self._server.manager.eio_sid_from_sid(sid, "/")
        if caller := self._callers.pop(socket_id, None):
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
            self._answer(caller, said.answer, self._do(caller, said))

    def _answer(self, caller: Caller, number: int, answer: Answer) -> None:
        caller.line.send(sent.answered(number, answer))

    def _do(self, caller: Caller, said: Said) -> Answer:
        work = self._does.get(said.name)
        if work is None:
            return refused_by(caller, Refused(said.problem or "bad_message"))
        try:
            return work(caller, said.value)
        except Refused as refused:
            return refused_by(caller, refused)
        except Unsure:
            engine.spawn(self._fanout.catch_up, caller.log)
            return unsure(caller)

    def _command(self, caller: Caller, value: Any) -> Answer:
        command = decode_command(value)
        if command.log not in ("", caller.log):
            raise Refused("forbidden", "log")
        done = self._conductor.submit(caller.log, command, caller.speaker)
        answer: Answer = {"ok": True}
        if done.seq is not None:
            answer["seq"] = done.seq
        return answer | ({"again": True} if done.again else {})

    def _join(self, caller: Caller, value: Any) -> Answer:
        after = after_of(caller, value)
        self._door.check(caller.claim_now)
        place = self._fanout.join(caller, after)
        person = place.get(Participant, caller.actor) if caller.is_person else None
        return {
            "ok": True,
            "seq": {caller.log: place.seq},
            "viewer": caller.role,
            "you": {
                "id": person.id if person else "",
                "role": caller.role,
                "name": person.name if person else "",
            },
            "server_now": utc_now(),
            "limits": LIMITS.as_dict(),
            "build": self._build,
        }

    def _digest(self, caller: Caller, value: Any) -> Answer:
        if not isinstance(value, dict) or value.get("log", caller.log) != caller.log:
            raise Refused("bad_field", "log")
        self._door.check(caller.claim_now)
        return {"ok": True} | self._fanout.digest(caller)


def after_of(caller: Caller, value: Any) -> int | None:
    """The number at which a returning client stands in its log; None where it holds nothing."""
    match value:
        case None | {"after": None}:
            return None
        case {"after": {**logs}}:
            seq = logs.get(caller.log)
        case {**others} if "after" not in others:
            return None
        case _:
            raise Refused("bad_field", "after")
    if seq is not None and type(seq) is not int:
        raise Refused("bad_field", "after")
    return seq


def refused_by(caller: Caller, refused: Refused) -> Answer:
    return {"ok": False, "error": caller.told(refused)}


def unsure(caller: Caller) -> Answer:
    return {"ok": False, "error": caller.told(Refused("unsure")) | {"retry": True}}


def slowed(caller: Caller, wait: float) -> Answer:
    error = caller.told(Refused("rate_limited"))
    return {"ok": False, "error": error | {"retry_after": round(wait + 0.005, 2)}}


def refusal(refused: Refused, language: str, *, retry: bool = False) -> Exception:
    """What a client gets as `connect_error`: the sentence, and beside it the code."""
    said = sentence(refused, language)
    data = {"code": refused.code, "message": said} | ({"retry": True} if retry else {})
    error: Exception = Rejected(said, data)
    return error
