"""What a socket gets in answer to what it says: to a command, a join, a digest."""

import logging
from collections.abc import Callable
from typing import Any

from workshop.conductor import Conductor, Unsure, utc_now
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.people import Participant
from workshop.core.wire import decode_command

from .caller import Caller
from .door import Door
from .fanout import Fanout
from .reading import Said

Answer = dict[str, Any]
log_of_faults = logging.getLogger("workshop.live")


class Answers:
    """One for all sockets; each refusal is worded for its reader."""

    def __init__(self, conductor: Conductor, fanout: Fanout, door: Door, build: str) -> None:
        self._conductor = conductor
        self._fanout = fanout
        self._door = door
        self._build = build
        self._works: dict[str, Callable[[Caller, Any], Answer]] = {
            "command": self._command,
            "join": self._join,
            "digest": self._digest,
        }

    def to(self, caller: Caller, said: Said) -> Answer:
        """The answer to one event; all that it changed has gone out before it (S3)."""
        work = self._works.get(said.name)
        if work is None:
            return refused_by(caller, Refused(said.problem or "bad_message"))
        try:
            return work(caller, said.value)
        except Refused as refused:
            return refused_by(caller, refused)
        except Unsure:
            self._fanout.lost_track(caller.log)
            return unsure(caller)

    def _command(self, caller: Caller, value: Any) -> Answer:
        command = decode_command(value)
        if command.log not in ("", caller.log):
            raise Refused("forbidden", "log")
        try:
            if not self._fanout.knows(caller):
                self._door.check(caller.claim_now)
            done = self._conductor.submit(caller.log, command, caller.speaker)
        except (Refused, Unsure):
            raise
        except Exception as fault:  # the log cannot even be read
            log_of_faults.warning("A command could not be done: %s", type(fault).__name__)
            raise Unsure from fault
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
