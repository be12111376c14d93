"""An earlier workshop, as one that goes on from it needs it: read from its report or from its workshop.json."""

from functools import partial

import msgspec

from workshop.core.continuing import ContinueFrom, EarlierAction, EarlierField
from workshop.core.forms import GOAL
from workshop.core.limits import LIMITS
from workshop.core.lot import STILL_OPEN, Becomes
from workshop.core.messages import Refused, Time
from workshop.core.outcomes import OVER
from workshop.core.times import any_day
from workshop.export import sound
from workshop.export.as_json import canonical
from workshop.export.naming import day_here
from workshop.export.parts import SCHEMA, Report


class About(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    id: str = ""
    created_at: Time = ""
    started_at: Time = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    becomes: Becomes = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    subject: str
    version: int
    fields: tuple[EarlierField, ...]


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a workshop.json of version 1; one from before there were goals has none."""

    schema: str
    workshop: About
    actions: tuple[EarlierAction, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    parked: tuple[Line, ...] = ()

    @property
    def held(self) -> str:
        """The day in the host's own clock, as YYYY-MM-DD, as the report there has it."""
        at = self.workshop.started_at or self.workshop.created_at
        return day_here(at) if at else ""

    @property
    def goal(self) -> tuple[EarlierField, ...]:
        """What the goal said at the end."""
        goals = sorted((it for it in self.sheets if it.subject == GOAL), key=lambda it: it.version)
        return goals[-1].fields if goals else ()


def read(data: bytes) -> Earlier:
    """From a workshop.json; `not_a_workshop` for anything else."""
    if len(data) > LIMITS.workshop_bytes:
        raise Refused("workshop_too_large", "file", limit=LIMITS.workshop_bytes // 2**20)
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=Earlier)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("not_a_workshop", "file") from None
    if found.schema != SCHEMA:
        raise Refused("not_a_workshop", "file")
    check(found)
    return still_open(found)


def check(earlier: Earlier) -> None:
    """A file of others may say any day; what is none could not be shown."""
    for name in ("created_at", "started_at"):
        sound.time(getattr(earlier.workshop, name), f"workshop.{name}")
    for place, action in enumerate(earlier.actions):
        sound.fits(partial(any_day, action.due, "due"), f"actions[{place}].due")


def still_open(earlier: Earlier) -> Earlier:
    """What was done, answered or dropped there is over, and comes along no more."""
    actions = tuple(it for it in earlier.actions if it.status not in OVER)
    parked = tuple(it for it in earlier.parked if it.becomes in STILL_OPEN)
    return msgspec.structs.replace(earlier, actions=actions, parked=parked)


def of(report: Report) -> Earlier:
    """What the whole room saw, and nothing else, whoever asks."""
    return still_open(msgspec.json.decode(canonical(report), type=Earlier))


def kept(earlier: Earlier) -> bytes:
    """What the page asks about, to send along with the answer."""
    return msgspec.json.encode(earlier)


def bringing(
    earlier: Earlier, actions: set[int], parked: set[int], *, goal: bool, **fields: str
) -> ContinueFrom:
    """The command for what was chosen, by place; a place that is none is left out."""
    return ContinueFrom(
        workshop=earlier.workshop.id,
        title=earlier.workshop.title,
        held=earlier.held,
        actions=tuple(it for place, it in enumerate(earlier.actions) if place in actions),
        goal=earlier.goal if goal else (),
        parked=tuple(it.text for place, it in enumerate(earlier.parked) if place in parked),
        **fields,
    )
