"""What a vote has come to: closed to totals, told place by place, and one bold thing kept below the cut."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

from msgspec.structs import replace

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .ranking import (
    UNDER_FOUR,
    Result,
    cut_again,
    decided,
    is_from_few,
    ranked,
    tie_at_cut,
    told_apart,
)
from .records import Gone, Place, Record, kind_of
from .text import line, written
from .votes import Ballot, Paper, Round, Voice, open_round, the_round


class CloseVote(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    round: Id


class TellResult(Command, frozen=True, kw_only=True):
    """Shows the next place of a staged result, from the last one up; with `rest` all that are left.

    `before` is how many the speaker saw told, so that two who press at once do not tell two.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    round: Id
    before: int
    rest: bool = False


class PickWildCard(Command, frozen=True, kw_only=True):
    """Keeps one thing from below the cut beside those above it, for a reason; empty lets it go again."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    round: Id
    item: OptionalId
    reason: Text = ""


class VoteClosed(Event, frozen=True, kw_only=True):
    """`turnout` is how many of each group have voted, -1 where they are too few to be told apart."""

    round: str
    dots: int
    ballots: int
    results: tuple[Result, ...]
    turnout: tuple[int, ...] = ()


class ResultTold(Event, frozen=True, kw_only=True):
    round: str
    told: int


class WildCardPicked(Event, frozen=True, kw_only=True):
    round: str
    item: str
    reason: str


def close_vote(place: Place, command: CloseVote, by: By) -> Iterator[Event]:
    yield close_round(place, open_round(place, command.round))


def close_round(place: Place, found: Round) -> VoteClosed:
    """The ballots as totals: nothing of who gave what is in the result."""
    ballots = [ballot for ballot in place.all(Ballot) if ballot.round == found.id]
    people = {ballot.owner for ballot in ballots}
    groups = [who_votes_as(place, found, group) & people for group in found.groups]
    told = told_apart([len(group) for group in groups], len(people))
    results = ranked(
        found.candidates, found.top, dots_on(ballots), Counter(it.item for it in givers(ballots))
    )
    return VoteClosed(
        round=found.id,
        dots=sum(ballot.dots for ballot in ballots),
        ballots=len(people),
        results=tuple(
            replace(
                result,
                by_criterion=by_criterion(found, ballots, result.item),
                by_group=by_group(groups, told, ballots, result.item),
                few=is_from_few(result.dots, result.voters, len(people), len(found.criteria)),
            )
            for result in results
        ),
        turnout=tuple(
            len(group) if is_told else UNDER_FOUR
            for group, is_told in zip(groups, told, strict=True)
        ),
    )


def who_votes_as(place: Place, found: Round, group: str) -> set[str]:
    return {it.owner for it in place.all(Voice) if (it.round, it.group) == (found.id, group)}


def dots_on(ballots: Iterable[Ballot]) -> Counter[str]:
    dots: Counter[str] = Counter()
    for ballot in ballots:
        dots[ballot.item] += ballot.dots
    return dots


def givers(ballots: Iterable[Ballot]) -> list[Ballot]:
    """One ballot for each person and item, by however many criteria they gave it dots."""
    return list({(ballot.owner, ballot.item): ballot for ballot in ballots}.values())


def by_criterion(found: Round, ballots: list[Ballot], item: str) -> tuple[int, ...]:
    here = [ballot for ballot in ballots if ballot.item == item]
    return tuple(
        sum(ballot.dots for ballot in here if ballot.criterion == criterion.id)
        for criterion in found.criteria
    )


def by_group(
    groups: list[set[str]], told: Iterable[bool], ballots: list[Ballot], item: str
) -> tuple[int, ...]:
    here = [ballot for ballot in ballots if ballot.item == item]
    return tuple(
        sum(ballot.dots for ballot in here if ballot.owner in group) if is_told else UNDER_FOUR
        for group, is_told in zip(groups, told, strict=True)
    )


def end_votes(place: Place) -> Iterator[Event]:
    """What is open is closed, and what was kept for later is told: the workshop closes."""
    for found in place.all(Round):
        if found.state == "open":
            yield close_round(place, found)
        if found.state != "planned" and found.staged and found.told < len(found.candidates):
            yield ResultTold(round=found.id, told=len(found.candidates))


def told_results(found: Round) -> tuple[Result, ...]:
    """What the room has been told of the result: all of it, or of a staged one the last places."""
    if not found.staged:
        return found.results
    return found.results[len(found.results) - found.told :]


def is_all_told(found: Round) -> bool:
    return found.state == "closed" and len(told_results(found)) == len(found.results)


def tell_result(place: Place, command: TellResult, by: By) -> Iterator[Event]:
    found = closed_round(place, command.round)
    if is_all_told(found):
        raise Refused("all_told", "round")
    if command.before == found.told:
        told = len(found.results) if command.rest else next_told(found)
        yield ResultTold(round=found.id, told=told)


def next_told(found: Round) -> int:
    """How many are told with the next place; those that share it come together."""
    left = found.results[: len(found.results) - found.told]
    return found.told + sum(result.rank == left[-1].rank for result in left)


def pick_wild_card(place: Place, command: PickWildCard, by: By) -> Iterator[Event]:
    found = the_told_round(place, command.round)
    if not found.wild_card:
        raise Refused("no_wild_card_here", "round")
    if not command.item:
        if found.wild:
            yield WildCardPicked(round=found.id, item="", reason="")
        return
    if is_above_cut(found, command.item):
        raise Refused("above_cut", "item")
    reason = written(line(command.reason), LIMITS.note_graphemes, "reason")
    if (found.wild, found.why) != (command.item, reason):
        yield WildCardPicked(round=found.id, item=command.item, reason=reason)


def the_told_round(place: Place, round_id: str) -> Round:
    """A closed vote whose whole result the room knows."""
    found = closed_round(place, round_id)
    if not is_all_told(found):
        raise Refused("not_told", "round")
    return found


def closed_round(place: Place, round_id: str) -> Round:
    found = the_round(place, round_id)
    if found.state != "closed":
        raise Refused("vote_open" if found.state == "open" else "vote_not_open", "round")
    return found


def is_above_cut(found: Round, item: str) -> bool:
    for result in found.results:
        if result.item == item:
            return result.above_cut
    raise Refused("no_such_item", "item")


def vote_closed(place: Place, event: VoteClosed) -> Iterator[Record | Gone]:
    secret: tuple[Ballot | Voice | Paper, ...] = (
        *place.all(Ballot),
        *place.all(Voice),
        *place.all(Paper),
    )
    for record in [it for it in secret if it.round == event.round]:
        yield Gone(kind_of(type(record)), record.id)
    closed = with_tie(
        replace(
            the_round(place, event.round),
            state="closed",
            dots=event.dots,
            ballots=event.ballots,
            results=event.results,
            turnout=event.turnout,
        )
    )
    yield closed
    if parent := place.get(Round, closed.run_off):
        yield run_off_ended(parent, closed)


def run_off_ended(parent: Round, closed: Round) -> Round:
    """The vote whose tie it was, with what the run-off has said of it."""
    chosen, out = decided(closed.results, closed.top)
    trail = tuple(
        replace(step, chosen=chosen, out=out) if step.round == closed.id else step
        for step in parent.trail
    )
    return with_tie(replace(parent, trail=trail, results=cut_again(parent.results, out)))


def with_tie(found: Round) -> Round:
    """The vote with what still ties across its cut; the ties of a run-off are its parent's."""
    if found.run_off:
        return found
    items, places = tie_at_cut(found.results, found.top, found.trail)
    return replace(found, tie=items, places=places)


def result_told(place: Place, event: ResultTold) -> Iterator[Record]:
    yield replace(the_round(place, event.round), told=event.told)


def wild_card_picked(place: Place, event: WildCardPicked) -> Iterator[Record]:
    yield replace(the_round(place, event.round), wild=event.item, why=event.reason)


RULES = {CloseVote: close_vote, TellResult: tell_result, PickWildCard: pick_wild_card}
EFFECTS = {
    VoteClosed: vote_closed,
    ResultTold: result_told,
    WildCardPicked: wild_card_picked,
}
