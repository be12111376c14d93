"""Messages on their way out, encoded once for all who get them."""

from collections.abc import Iterable, Iterator
from typing import Any, Self

from workshop.core.view import Sent
from workshop.core.wire import encode
from workshop.engine.websocket import frame

PART_BYTES = 31 * 1024  # of records in one frame; 64 KB is the most, and pings wait behind a part


class Text(str):  # noqa: SLOT000  a text cannot have slots of its own beside its signs
    """An Engine.IO packet as text, with the whole websocket frame that carries it beside it."""

    frame: bytes


class Message:
    """What Engine.IO's queue holds in place of its own packets; the same object for many sockets."""

    def __init__(self, packet: bytes) -> None:
        """Take a Socket.IO packet: an event or an answer."""
        self._text = Text(b"4" + packet, "utf-8")
        self._text.frame = self.frame = frame(self._text)
        self.size = len(self.frame)

    @classmethod
    def rest(cls, frame: bytes) -> Self:
        """What is left of a frame that the line took in part."""
        message = cls(b"")
        message._text.frame = message.frame = frame
        message.size = len(frame)
        return message

    def encode(self, b64: bool = False) -> Text:
        return self._text


def event(name: str, value: Any) -> Message:
    return Message(b'2["%b",%b]' % (name.encode(), encode(value)))


def answered(number: int, value: Any) -> Message:
    return Message(b"3%d[%b]" % (number, encode(value)))


def changes(
    log: str, start: int, end: int, put: list[Sent], drop: list[tuple[str, str]]
) -> Message:
    return event("changes", {"log": log, "from": start, "to": end, "put": put, "drop": drop})


def own(log: str, at: int, put: list[Sent], drop: list[tuple[str, str]]) -> Message:
    """What one person alone may see (S5); it does not move the reader's number."""
    return event(
        "changes", {"log": log, "from": at, "to": at, "mine": True, "put": put, "drop": drop}
    )


def snapshot(log: str, at: int, records: Iterable[Sent]) -> list[Message]:
    """All records of an audience in parts (S2); at least one part, which may be empty."""
    parts = list(portions(records)) or [b""]
    return [
        Message(
            b'2["changes",{"log":"%b","from":0,"to":%d,"reset":true,"part":%d,"parts":%d,"put":[%b]}]'
            % (log.encode(), at, number, len(parts), part)
        )
        for number, part in enumerate(parts, 1)
    ]


def own_records(log: str, at: int, records: Iterable[Sent]) -> list[Message]:
    return [
        Message(
            b'2["changes",{"log":"%b","from":%d,"to":%d,"mine":true,"put":[%b],"drop":[]}]'
            % (log.encode(), at, at, part)
        )
        for part in portions(records)
    ]


def portions(records: Iterable[Sent]) -> Iterator[bytes]:
    """The records as JSON, joined up to the size of a part; one record is never divided."""
    gathered: list[bytes] = []
    size = 0
    for record in records:
        encoded = encode(record)
        if gathered and size + len(encoded) > PART_BYTES:
            yield b",".join(gathered)
            gathered, size = [], 0
        gathered.append(encoded)
        size += len(encoded) + 1
    if gathered:
        yield b",".join(gathered)
