"""log.json: how a closed workshop grew, event by event, for its facilitators; it is in no folder of results.

Two sieves, each enough by itself. The events are blanked, and those about people, and about what is
secret, are left out. And of what is left no word goes out that is not in the workshop's report, and
no id of anything that is not: so the log can say no more of the room than workshop.json does, but for the order.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, Literal, get_args

import msgspec

from workshop.core.agenda import Lock, Order, Readers, Step, Visibility
from workshop.core.decider import EVENTS
from workshop.core.messages import Entry, Event, Time
from workshop.core.polls import Poll
from workshop.core.records import Place
from workshop.core.scorings import Scoring
from workshop.core.secrecy import blanked
from workshop.core.votes import Round
from workshop.export.as_json import canonical
from workshop.export.parts import Part, Report

Version = Literal["urn:rytme:schema:log-1"]
SCHEMA: Final[Version] = "urn:rytme:schema:log-1"

# Who came, spoke, voted and led, and how a note was held: none of it is the room's to read.
UNTOLD = frozenset(
    {
        "ParticipantJoined",
        "NameChanged",
        "SeatAdded",
        "ParticipantRemoved",
        "ParticipantReadmitted",
        "LeadTaken",
        "DoorClosed",
        "CodeRotated",
        "PaceSet",
        "HandRaised",
        "HandLowered",
        "GroupsFormed",
        "GroupChanged",
        "NotesDealt",
        "NoteModerated",
        "VoteCast",
        "VoterGroupChosen",
        "VoterAdmitted",
        "PollAnswered",
        "ScoreGiven",
        "ScorerAdmitted",
    }
)
TOLD = tuple(sorted(it.__name__ for it in EVENTS if it.__name__ not in UNTOLD))
LEFT_OUT = frozenset(
    {"owner", "mover", "participant", "voters", "scorers", "script", "put", "drop"}
)
PLAIN = frozenset(
    word for kind in (Lock, Order, Readers, Visibility) for word in get_args(kind)
) | {"all"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Happened(Part, frozen=True, kw_only=True):
    """One accepted command: when, and the events it made, each with its `kind` and the fields of the log.

    Texts and ids that the room no longer reads are empty.
    """

    at: Time
    events: tuple[dict[str, Any], ...]


class Log(Part, frozen=True, kw_only=True):
    """The events of a closed workshop in their order, without who made them."""

    schema: Version = SCHEMA
    workshop: str
    as_of: Time
    entries: tuple[Happened, ...]


def as_log(report: Report, entries: Sequence[Entry], scopes: Collection[str]) -> bytes:
    sieve = Sieve(report)
    return canonical(
        Log(
            workshop=report.workshop.id,
            as_of=report.workshop.as_of,
            entries=tuple(happened(entries, sieve, scopes)),
        )
    )


def scopes_of(place: Place) -> frozenset[str]:
    """Everything that ever had a key of its own."""
    secret = (Step, Round, Poll, Scoring)
    return frozenset({place.log, *(it.id for kind in secret for it in place.all(kind))})


def happened(
    entries: Sequence[Entry], sieve: "Sieve", scopes: Collection[str]
) -> Iterator[Happened]:
    for entry in entries:
        told = [sieve.event(blanked(it, scopes)) for it in entry.events if is_told(it, scopes)]
        if told:
            yield Happened(at=entry.at, events=tuple(told))


def is_told(event: Event, scopes: Collection[str]) -> bool:
    """What was hidden when it happened leaves an event without content, and that is left out too."""
    after = msgspec.to_builtins(blanked(event, scopes))
    hidden = after.get("hidden") or ("note" in after and after["note"] is None)
    return type(event).__name__ in TOLD and not hidden


class Sieve:
    """Lets through what the report says, and nothing else."""

    def __init__(self, report: Report) -> None:
        self.words = frozenset(strings(msgspec.to_builtins(report))) | PLAIN

    def event(self, event: Event) -> dict[str, Any]:
        told: dict[str, Any] = self.through(msgspec.to_builtins(event))
        return {**told, "kind": type(event).__name__}

    def through(self, value: Any) -> Any:
        if isinstance(value, str):
            return value if value in self.words or _TIME.fullmatch(value) else ""
        if isinstance(value, list | tuple):
            return [self.through(each) for each in value]
        if isinstance(value, dict):
            return {
                name: self.through(each) for name, each in value.items() if name not in LEFT_OUT
            }
        return value


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def schema() -> dict[str, Any]:
    """The published JSON Schema (2020-12) of log.json."""
    made = msgspec.json.schema(Log)
    event = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": list(TOLD)}}}
    made["$defs"]["Happened"]["properties"]["events"]["items"] = event
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "How a workshop held with Rytme grew",
        **made,
    }
