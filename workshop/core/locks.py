"""Locks: the facilitator holds writing, moving or voting still, without ending the step."""

from collections.abc import Iterator
from typing import ClassVar, Literal, get_args

import msgspec

from .agenda import Lock, Step, the_step
from .messages import FACILITATOR, By, Command, Event, Id
from .records import Place, Record

LOCKS: tuple[Lock, ...] = get_args(Lock)


class LockStep(Command, frozen=True, kw_only=True):
    """Writing is notes, moving is clusters, voting is dots; `all` is the three of them."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    locked: bool
    what: Literal["all", "writing", "moving", "voting"] = "all"


class StepLocked(Event, frozen=True, kw_only=True):
    step: str
    locked: bool
    what: str = "all"


def locks_after(step: Step, locked: bool, what: str) -> tuple[Lock, ...]:
    meant = LOCKS if what == "all" else (what,)
    return tuple(lock for lock in LOCKS if (locked if lock in meant else lock in step.locks))


def lock_step(place: Place, command: LockStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if locks_after(step, command.locked, command.what) != step.locks:
        yield StepLocked(step=step.id, locked=command.locked, what=command.what)


def step_locked(place: Place, event: StepLocked) -> Iterator[Record]:
    step = the_step(place, event.step)
    locks = locks_after(step, event.locked, event.what)
    yield msgspec.structs.replace(step, locks=locks)


RULES = {LockStep: lock_step}
EFFECTS = {StepLocked: step_locked}
