"""The press: a process of its own that makes formats, one after the other.

In comes one `Order` as MessagePack. Out come lines of JSON: {"done": n} after each format, {"name", "size"}
with so many bytes behind it for each file, and {"not_made"} for one that could not be made and may be left out.
"""

import logging
import os
import sys
from typing import BinaryIO

import msgspec

from workshop.engine.child import end_with_the_leash
from workshop.export.bundle import zipped
from workshop.export.formats import rendered
from workshop.export.parts import Report

faults = logging.getLogger("workshop.export")
BEHIND = 5  # how nice it is: the room comes first, and yet it gets on where others are busy


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Which formats of a report, in which language; `bundle` names the one zip that holds them all. Where
    a format can show one step alone, `step` says which. What is in `spare` is left out where it fails.
    """

    report: Report
    formats: tuple[str, ...]
    language: str = ""
    bundle: str = ""
    step: str = ""
    spare: tuple[str, ...] = ()

    def made(self, name: str) -> bytes | None:
        """The file; nothing where it could not be made and may be left out."""
        try:
            return rendered(name, self.report, language=self.language, step=self.step)
        except Exception:
            if name not in self.spare:
                raise
            faults.exception("%s could not be made.", name)
            return None


def fulfil(order: Order, out: BinaryIO) -> None:
    together = {}
    for done, name in enumerate(order.formats, 1):
        data = order.made(name)
        if data is None:
            say(out, {"not_made": name})
        elif order.bundle:
            together[name] = data
        else:
            say(out, {"name": name, "size": len(data)}, data)
        say(out, {"done": done})
    if order.bundle:
        data = zipped(together)
        say(out, {"name": order.bundle, "size": len(data)}, data)


def say(out: BinaryIO, told: dict[str, object], data: bytes = b"") -> None:
    out.write(msgspec.json.encode(told) + b"\n" + data)
    out.flush()


def main() -> None:
    end_with_the_leash()
    os.nice(BEHIND)
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    try:
        fulfil(order, sys.stdout.buffer)
    except BrokenPipeError:
        os._exit(1)  # let go in the middle of a word, before the leash has told: that is no fault
