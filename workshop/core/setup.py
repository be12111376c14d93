"""What a layout is set up with: the columns, fields, scales and criteria of a step, and its own rules.

One value in the step, whole in every command and event, so that a new setting is a field here and a
control in the planner, and nothing else.
"""

from collections.abc import Callable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .limits import LIMITS
from .messages import Refused, Text
from .text import line, tidy, within, written

Key = Annotated[str, Meta(pattern=r"^[0-9a-z][0-9a-z_-]{0,39}$")]
Mark = Annotated[int, Meta(ge=0, le=10)]
Needed = Literal["", "no_veto", "none_opposed", "most_support", "all_support"]
Tie = Literal["", "run_off", "lot", "facilitator"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of a setup. `id` is a word in lower case that the setup has only once among its like."""


class Column(Part, frozen=True, kw_only=True):
    """A prompt of its own beside others. A note in it is of its `type`, where it has one that the step takes."""

    id: Key
    title: Text
    hint: Text = ""
    type: Text = ""


class Field(Part, frozen=True, kw_only=True):
    """What a form or a row of a table asks for."""

    id: Key
    title: Text
    hint: Text = ""
    form: Literal["line", "text", "date", "person"] = "line"


class Scale(Part, frozen=True, kw_only=True):
    """What each person judges by a whole number from `low` to `high`.

    `words` name the two ends, or every mark. `weight` is how much the scale counts beside others;
    below 0, less is better.
    """

    id: Key
    title: Text
    low: Mark = 1
    high: Mark = 5
    words: Annotated[tuple[Text, ...], Meta(max_length=11)] = ()
    weight: Annotated[int, Meta(ge=-9, le=9)] = 1


class Criterion(Part, frozen=True, kw_only=True):
    """What dots of one colour and shape say; its place among the others gives both."""

    id: Key
    title: Text


class Setup(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Every default is "nothing", for ever, and is left out on the wire.

    `roles` are whom one may write as; `groups` are whom one may vote or mark as. `trays` are the types of note that lie apart.

    `deal` is how many notes of others each phone gets to build on. `evidence` asks whether a note was
    assumed, seen or heard. In a `silent` step clusters have no names until the facilitator says so.
    In a `story` step they are told one after the other, in the spotlight.
    With `in_groups` each group has its own wall; `reported` shows what groups have chosen to tell.
    A `proposal` is a text that is written when its poll opens, and polled word by word; `needed` is the
    level of agreement that was set before, `ties` what the room has said that it
    does when dots tie; `wild_card` keeps a place for one that has few dots, `staged` shows a result from
    the last place to the first, `plan` is the minutes to look before a vote opens, 0 for none.
    `nothing` puts doing nothing beside the options, under the name `doing_nothing`. Forms of one
    `subject` are versions of one thing, and polls of one are measured against each other.
    What came out of a `pinned` step stands by on the screens that follow.
    """

    columns: Annotated[tuple[Column, ...], Meta(max_length=8)] = ()
    fields: Annotated[tuple[Field, ...], Meta(max_length=12)] = ()
    scales: Annotated[tuple[Scale, ...], Meta(max_length=8)] = ()
    criteria: Annotated[tuple[Criterion, ...], Meta(max_length=3)] = ()
    roles: Annotated[tuple[Text, ...], Meta(max_length=12)] = ()
    groups: Annotated[tuple[Text, ...], Meta(max_length=8)] = ()
    trays: Annotated[tuple[Text, ...], Meta(max_length=4)] = ()
    deal: Annotated[int, Meta(ge=0, le=5)] = 0
    evidence: bool = False
    silent: bool = False
    story: bool = False
    in_groups: bool = False
    reported: bool = False
    proposal: bool = False
    needed: Needed = ""
    ties: Tie = ""
    wild_card: bool = False
    staged: bool = False
    plan: Annotated[int, Meta(ge=0, le=10)] = 0
    nothing: bool = False
    doing_nothing: Text = ""
    subject: Annotated[str, Meta(pattern=r"^[0-9a-z_-]{0,40}$")] = ""
    pinned: bool = False


PARTS = ("columns", "fields", "scales", "criteria")
WORDS = ("roles", "groups")


def said(setup: Setup, say: Callable[[str], str]) -> Setup:
    """The setup with each text that people read put through `say`."""
    parts = {name: tuple(told(part, say) for part in getattr(setup, name)) for name in PARTS}
    words = {name: tuple(map(say, getattr(setup, name))) for name in WORDS}
    nothing = say(setup.doing_nothing) if setup.doing_nothing else ""
    return msgspec.structs.replace(setup, **parts, **words, doing_nothing=nothing)


def told(part: Part, say: Callable[[str], str]) -> Part:
    texts = {name: getattr(part, name) for name in ("title", "hint") if hasattr(part, name)}
    words = {name: say(text) if text else "" for name, text in texts.items()}
    if isinstance(part, Scale):
        return msgspec.structs.replace(part, **words, words=tuple(map(say, part.words)))
    return msgspec.structs.replace(part, **words)


def safe(setup: Setup) -> Setup:
    """The setup with its texts made safe to show; `bad_setup` where its parts do not fit each other."""
    for name in PARTS:
        check_parts(getattr(setup, name))
    for scale in setup.scales:
        check_scale(scale)
    return said(setup, lambda text: within(line(tidy(text)), LIMITS.title_graphemes, "setup"))


def check_parts(parts: tuple[Column | Field | Scale | Criterion, ...]) -> None:
    if len({part.id for part in parts}) < len(parts):
        raise Refused("bad_setup", "setup")
    for part in parts:
        written(part.title, LIMITS.title_graphemes, "setup")


def check_scale(scale: Scale) -> None:
    marks = scale.high - scale.low + 1
    if marks < 2 or len(scale.words) not in (0, 2, marks):
        raise Refused("bad_setup", "setup")
