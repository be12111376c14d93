"""Dot voting: secret until closed, candidates and electorate frozen when it opens."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from .agenda import Few, check_unlocked, open_step
from .candidates import Candidate, candidates_of
from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .people import Participant, is_seat, the_participant
from .ranking import Result, ranked
from .records import Gone, Place, Record, kind_of
from .workshop import the_workshop


class Round(Record, frozen=True, kw_only=True, tag="round"):
    """One vote, open or closed for good. `electorate`, `late`, `ballots` count people, `dots` dots.

    `seats` is how many of the electorate have no phone, and a facilitator who votes for them.
    """

    step: str
    budget: int
    per_item: int
    top: int
    electorate: int
    candidates: tuple[Candidate, ...]
    state: str = "open"
    secret: bool = True
    late: int = 0
    seats: int = 0
    dots: int = 0
    ballots: int = 0
    results: tuple[Result, ...] = ()


class Paper(Record, frozen=True, kw_only=True, tag="paper"):
    """One person's right to vote in one round."""

    round: str
    participant: str
    late: bool = False

    @property
    def owner(self) -> str:
        return self.participant


class Ballot(Record, frozen=True, kw_only=True, tag="ballot"):
    """The dots that one pseudonym has on one item."""

    round: str
    item: str
    dots: int
    owner: str


class OpenVote(Command, frozen=True, kw_only=True):
    """With 0 the budget and the most for one item follow from the number of candidates."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    id: Id
    step: Id
    budget: Few = 0
    per_item: Few = 0


class CastVote(Command, frozen=True, kw_only=True):
    """Sets the dots on one item; it does not add."""

    round: Id
    item: Id
    dots: Annotated[int, Meta(ge=0, le=50)]


class AdmitVoter(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    round: Id
    participant: str


class CloseVote(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    round: Id


class VoteOpened(Event, frozen=True, kw_only=True):
    round: Round
    voters: tuple[str, ...]


class VoteCast(Event, frozen=True, kw_only=True):
    round: str
    item: str
    dots: int
    owner: str


class VoterAdmitted(Event, frozen=True, kw_only=True):
    round: str
    participant: str


class VoteClosed(Event, frozen=True, kw_only=True):
    round: str
    dots: int
    ballots: int
    results: tuple[Result, ...]


def dot_budget(candidates: int) -> int:
    """A quarter of the candidates, at least 2 and at most 8; one dot under four candidates.

    Votes for about a quarter of the options is what dotmocracy.org and the Nielsen Norman Group
    advise; the bounds are our own judgement, and a step can set other numbers.

    >>> [dot_budget(n) for n in (3, 4, 8, 9, 31, 40)]
    [1, 2, 2, 3, 8, 8]
    """
    return 1 if candidates < 4 else min(max(-(-candidates // 4), 2), 8)


def most_per_item(budget: int) -> int:
    """Half the budget, rounded up, so that nobody decides alone with all dots on one."""
    return -(-budget // 2)


def the_round(place: Place, round_id: str) -> Round:
    if (found := place.get(Round, round_id)) is None:
        raise Refused("no_such_vote", "round")
    return found


def open_round(place: Place, round_id: str) -> Round:
    if (found := the_round(place, round_id)).state != "open":
        raise Refused("vote_closed", "round")
    return found


def digest(*parts: str) -> str:
    """An id that says nothing to who does not know all the parts."""
    return sha256("|".join(parts).encode()).hexdigest()[:32]


def open_vote(place: Place, command: OpenVote, by: By) -> Iterator[Event]:
    step = open_step(place, command.step)
    if step.layout != "vote":
        raise Refused("no_vote_here", "step", title=step.title)
    if any(found.state == "open" for found in place.all(Round)):
        raise Refused("vote_open")
    place.check_new(command.id)
    if not (candidates := candidates_of(place, step)):
        raise Refused("nothing_to_vote_on")
    if not (voters := electorate(place)):
        raise Refused("nobody_to_vote")
    budget = command.budget or step.budget or dot_budget(len(candidates))
    yield VoteOpened(
        round=Round(
            id=command.id,
            step=step.id,
            budget=budget,
            per_item=min(command.per_item or step.per_item or most_per_item(budget), budget),
            top=step.top,
            electorate=len(voters),
            seats=sum(is_seat(place, voter) for voter in voters),
            candidates=candidates,
        ),
        voters=voters,
    )


def electorate(place: Place) -> tuple[str, ...]:
    """Everyone who takes part; facilitators only where they have chosen to vote."""
    roles = {"participant"}
    if the_workshop(place).facilitators_vote:
        roles.add("facilitator")
    return tuple(
        sorted(
            person.id
            for person in place.all(Participant)
            if person.role in roles and not person.removed
        )
    )


def cast_vote(place: Place, command: CastVote, by: By) -> Iterator[Event]:
    found = open_round(place, command.round)
    check_unlocked(open_step(place, found.step), "voting")
    if place.get(Paper, digest(found.id, by.actor)) is None:
        raise Refused("not_in_electorate")
    if command.item not in {candidate.item for candidate in found.candidates}:
        raise Refused("no_such_item", "item")
    if command.dots > found.per_item:
        raise Refused("over_item", "dots", limit=found.per_item)
    own = {b.item: b.dots for b in place.owned_by(by.name, Ballot) if b.round == found.id}
    if sum(own.values()) - own.get(command.item, 0) + command.dots > found.budget:
        raise Refused("over_budget", "dots", limit=found.budget)
    yield VoteCast(round=found.id, item=command.item, dots=command.dots, owner=by.name)


def admit_voter(place: Place, command: AdmitVoter, by: By) -> Iterator[Event]:
    found = open_round(place, command.round)
    if the_participant(place, command.participant).removed:
        raise Refused("no_such_participant", "participant")
    if place.get(Paper, digest(found.id, command.participant)) is None:
        yield VoterAdmitted(round=found.id, participant=command.participant)


def close_vote(place: Place, command: CloseVote, by: By) -> Iterator[Event]:
    yield close_round(place, open_round(place, command.round))


def close_round(place: Place, found: Round) -> VoteClosed:
    """The ballots as totals: nothing of who gave what is in the result."""
    dots: dict[str, int] = {}
    voters: dict[str, int] = {}
    people: set[str] = set()
    for ballot in place.all(Ballot):
        if ballot.round == found.id:
            dots[ballot.item] = dots.get(ballot.item, 0) + ballot.dots
            voters[ballot.item] = voters.get(ballot.item, 0) + 1
            people.add(ballot.owner)
    return VoteClosed(
        round=found.id,
        dots=sum(dots.values()),
        ballots=len(people),
        results=ranked(found.candidates, found.top, dots, voters),
    )


def vote_opened(place: Place, event: VoteOpened) -> Iterator[Record]:
    yield event.round
    for person in event.voters:
        yield Paper(id=digest(event.round.id, person), round=event.round.id, participant=person)


def vote_cast(place: Place, event: VoteCast) -> Iterator[Record | Gone]:
    ballot_id = digest(event.round, event.owner, event.item)
    if event.dots:
        yield Ballot(
            id=ballot_id, round=event.round, item=event.item, dots=event.dots, owner=event.owner
        )
    elif place.get(Ballot, ballot_id):
        yield Gone(kind_of(Ballot), ballot_id)


def voter_admitted(place: Place, event: VoterAdmitted) -> Iterator[Record]:
    found = the_round(place, event.round)
    yield msgspec.structs.replace(
        found,
        electorate=found.electorate + 1,
        late=found.late + 1,
        seats=found.seats + is_seat(place, event.participant),
    )
    yield Paper(
        id=digest(found.id, event.participant),
        round=found.id,
        participant=event.participant,
        late=True,
    )


def vote_closed(place: Place, event: VoteClosed) -> Iterator[Record | Gone]:
    for record in [r for r in place.all(Ballot) if r.round == event.round]:
        yield Gone(kind_of(Ballot), record.id)
    for paper in [r for r in place.all(Paper) if r.round == event.round]:
        yield Gone(kind_of(Paper), paper.id)
    yield msgspec.structs.replace(
        the_round(place, event.round),
        state="closed",
        dots=event.dots,
        ballots=event.ballots,
        results=event.results,
    )


RULES = {
    OpenVote: open_vote,
    CastVote: cast_vote,
    AdmitVoter: admit_voter,
    CloseVote: close_vote,
}
EFFECTS = {
    VoteOpened: vote_opened,
    VoteCast: vote_cast,
    VoterAdmitted: voter_admitted,
    VoteClosed: vote_closed,
}
