"""A tie across the cut line: broken by a run-off, by lot, or by the facilitator, and the rule is kept."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta
from msgspec.structs import replace

from .agenda import open_step
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .ranking import TieBreak, cut_again, drawn
from .records import Place, Record
from .results import the_told_round, with_tie
from .text import line, within
from .votes import Round, check_none_open, dot_budget, opened, the_round

MOST_IN_RUN_OFF = 4  # more than that is another vote, not the end of one


class BreakTie(Command, frozen=True, kw_only=True):
    """`id` is that of the new vote of a run-off; `chosen` and `reason` are the facilitator's."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    round: Id
    how: Literal["run_off", "lot", "facilitator"]
    id: OptionalId = ""
    chosen: Annotated[tuple[Id, ...], Meta(max_length=50)] = ()
    reason: Text = ""


class TieBroken(Event, frozen=True, kw_only=True):
    round: str
    step: TieBreak


def break_tie(place: Place, command: BreakTie, by: By) -> Iterator[Event]:
    found = the_told_round(place, command.round)
    check_none_open(place)
    items, places = found.tie, found.places
    if not items:
        raise Refused("no_tie", "round")
    if command.how == "run_off":
        yield from run_off(place, command, found, items, places)
    elif command.how == "lot":
        chosen = drawn(by.chance, items, places)
        yield broken(found, items, TieBreak(how="lot", items=items, chosen=chosen, seed=by.chance))
    else:
        reason = within(line(command.reason), LIMITS.note_graphemes, "reason")
        chosen = those_chosen(command, items, places)
        step = TieBreak(how="facilitator", items=items, chosen=chosen, reason=reason)
        yield broken(found, items, step)


def those_chosen(command: BreakTie, items: tuple[str, ...], places: int) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(command.chosen))
    if not set(chosen) <= set(items):
        raise Refused("no_such_item", "chosen")
    if len(chosen) != places:
        raise Refused("choose_places", "chosen", limit=places)
    return chosen


def broken(found: Round, items: tuple[str, ...], step: TieBreak) -> TieBroken:
    out = tuple(item for item in items if item not in step.chosen)
    return TieBroken(round=found.id, step=replace(step, out=out))


def run_off(
    place: Place, command: BreakTie, found: Round, items: tuple[str, ...], places: int
) -> Iterator[Event]:
    """The room votes again among those that tie, each with one dot; of four, with two."""
    open_step(place, found.step)
    if len(items) > MOST_IN_RUN_OFF:
        raise Refused("too_many_tied", "how", limit=MOST_IN_RUN_OFF)
    if not command.id:
        raise Refused("left_out", "id")
    place.check_new(command.id)
    again = Round(
        id=command.id,
        step=found.step,
        budget=dot_budget(len(items)),
        per_item=1,
        top=places,
        electorate=0,
        candidates=tuple(it for it in found.candidates if it.item in items),
        run_off=found.id,
    )
    step = TieBreak(how="run_off", items=items, round=command.id)
    yield from (TieBroken(round=found.id, step=step), opened(place, again))


def tie_broken(place: Place, event: TieBroken) -> Iterator[Record]:
    found = the_round(place, event.round)
    trail, results = (*found.trail, event.step), cut_again(found.results, event.step.out)
    yield with_tie(replace(found, trail=trail, results=results))


RULES = {BreakTie: break_tie}
EFFECTS = {TieBroken: tie_broken}
