"""What goes in and what comes out of the core: commands, events, entries, and the refusal."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern=r"^[0-9a-z]{16,40}$")]
OptionalId = Annotated[str, Meta(pattern=r"^([0-9a-z]{16,40})?$")]
Op = Annotated[str, Meta(pattern=r"^[0-9A-Za-z_-]{8,64}$")]
Text = Annotated[str, Meta(max_length=8192)]
Time = str  # ISO 8601 UTC with milliseconds: 2026-11-21T08:00:00.000Z

FACILITATOR = frozenset({"facilitator"})
EVERYONE = frozenset({"facilitator", "participant"})


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    tag=True,
    tag_field="kind",
):
    """A wish. `op` is the client's own random id of it, `log` the place it is meant for."""

    op: Op
    log: str = ""

    roles: ClassVar[frozenset[str]] = EVERYONE
    final: ClassVar[bool] = False  # asks first, and can never be undone
    after_close: ClassVar[bool] = False  # still allowed when the workshop is closed
    server_only: ClassVar[bool] = False  # never taken from the wire
    leads: ClassVar[bool] = False  # moves the whole room: the leader's alone while somebody leads


class Event(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="kind", gc=False):
    """A fact. Its kind never changes meaning; its content may be blanked, so every field can be empty."""


class By(msgspec.Struct, frozen=True, kw_only=True):
    """The speaker of a command, and what the core may not make itself: time and chance.

    `name` is what the entry and the records are signed with: the actor's id, or in a secret scope
    its pseudonym. `names` are all names that this actor goes by under living keys.
    """

    actor: str
    role: str
    at: Time
    name: str = ""
    names: frozenset[str] = frozenset()
    chance: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One accepted command in the log. `op` is empty once the entry has been blanked."""

    seq: int
    op: str
    by: str
    at: Time
    events: tuple[Event, ...]
    scope: str = ""


class Refused(Exception):
    """A command that changes nothing, with a code that `words` turns into a helpful sentence."""

    def __init__(self, code: str, field: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values: Mapping[str, object] = values


def digest(*parts: str) -> str:
    """An id that says nothing to who does not know all the parts."""
    return sha256("|".join(parts).encode()).hexdigest()[:32]
