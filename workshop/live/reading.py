"""What a socket says, read strictly (S10): an event with a name, one value and an answer to give."""

import re
from dataclasses import dataclass
from typing import Any

import msgspec

from workshop.core.limits import LIMITS

DEEPEST = 8  # objects and lists inside one another
NAME_ROOM = 64  # bytes that the event's name and brackets take beside the message
GREETING_BYTES = 4096  # of a connect packet, which holds a token at most
HEAD = re.compile(r"2(\d{1,15})?(?=\[)")
GOODBYE = "1"
GREETING = re.compile(r"0(\{.*\})?|1", re.DOTALL)


class Unreadable(Exception):
    """No JSON that this server takes."""


@dataclass(frozen=True)
class Said:
    """An event; `answer` is the number under which the sender waits, `problem` the code of what is wrong."""

    name: str = ""
    value: Any = None
    answer: int | None = None
    problem: str = ""


def read_event(packet: str) -> Said:
    """One Socket.IO event of the namespace `/`."""
    head = HEAD.match(packet)
    if head is None:
        return Said(problem="bad_message")
    answer = int(head[1]) if head[1] else None
    body = packet[head.end() :].encode(errors="surrogatepass")
    if len(body) > LIMITS.message_bytes + NAME_ROOM:
        return Said(answer=answer, problem="too_large")
    try:
        match decoded(body):
            case [str(name), value]:
                return Said(name, value, answer)
            case [str(name)]:
                return Said(name, None, answer)
    except Unreadable:
        return Said(answer=answer, problem="bad_json")
    return Said(answer=answer, problem="bad_message")


def decoded(body: bytes) -> Any:
    """JSON values: no NaN or Infinity, no number beyond a float, no lone surrogate, not too deep."""
    try:
        value = msgspec.json.decode(body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, ValueError):
        raise Unreadable from None
    if deeper_than(value, DEEPEST + 1):  # the array around the message is one
        raise Unreadable
    return value


def deeper_than(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(deeper_than(item, levels - 1) for item in inner)


def is_greeting(packet: str) -> bool:
    """Whether it is a proper connect or disconnect packet of the namespace `/`."""
    if len(packet) > GREETING_BYTES or not GREETING.fullmatch(packet):
        return False
    try:
        return packet in ("0", GOODBYE) or not deeper_than(decoded(packet[1:].encode()), 2)
    except (Unreadable, UnicodeEncodeError):
        return False


def is_transport(text: object) -> bool:
    """Whether it is an Engine.IO packet that a client may send: close, probe, pong, upgrade, message."""
    if not isinstance(text, str) or not text:
        return False
    return text in ("1", "2probe", "3", "5") or (text[0] == "4" and text[1:2].isdigit())
