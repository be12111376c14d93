"""Words on the wire and in the log: typed on every border, one spelling everywhere."""

import re
from typing import Any, Union

import msgspec

from .decider import COMMANDS, EVENTS
from .messages import Command, Event, Refused

WIRE_COMMANDS = {str(kind.__struct_config__.tag): kind for kind in COMMANDS if not kind.server_only}
_EVENTS: Any = Union[EVENTS]  # noqa: UP007
_event_decoder = msgspec.json.Decoder(tuple[_EVENTS, ...])
_encoder = msgspec.json.Encoder()
_UNKNOWN_FIELD = re.compile(r"unknown field `(?P<field>[^`]*)`")
_FIELD = re.compile(r"`\$\.?(?P<field>\w*)|required field `(?P<missing>\w+)`")


def decode_command(message: object) -> Command:
    """A typed command from plain JSON values; `Refused` names what is wrong and where."""
    if not isinstance(message, dict) or not isinstance(message.get("kind"), str):
        raise Refused("bad_message")
    kind = WIRE_COMMANDS.get(message["kind"])
    if kind is None:
        raise Refused("unknown_kind", "kind")
    try:
        return msgspec.convert(message, kind)
    except msgspec.ValidationError as error:
        raise named(str(error)) from None
    except UnicodeEncodeError:  # half of a surrogate pair where a pattern is looked for
        raise Refused("bad_field") from None


def named(error: str) -> Refused:
    if unknown := _UNKNOWN_FIELD.search(error):
        return Refused("unknown_field", unknown["field"][:40])
    found = _FIELD.search(error)
    return Refused("bad_field", (found["missing"] or found["field"] or "") if found else "")


def encode(message: object) -> bytes:
    """Canonical JSON: UTF-8, no spaces, fields in the order of their type."""
    return _encoder.encode(message)


def encode_events(events: tuple[Event, ...]) -> bytes:
    return _encoder.encode(events)


def decode_events(data: bytes | str) -> tuple[Event, ...]:
    decoded: tuple[Event, ...] = _event_decoder.decode(data)
    return decoded
