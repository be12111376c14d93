"""Dot voting: secret until closed, candidates and electorate frozen when it opens."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from .agenda import Few, Step, check_unlocked, open_step
from .candidates import Candidate, candidates_of
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, Time, digest
from .people import Participant, is_seat, the_participant
from .ranking import Result, TieBreak
from .records import Gone, Place, Record, kind_of
from .setup import Criterion, Tie
from .times import later
from .workshop import the_workshop

PLAN_MINUTES = 2  # to read and to plan one's dots, where the step does not say


class Round(Record, frozen=True, kw_only=True, tag="round"):
    """One vote: planned until `opens` or so, open, or closed for good. `electorate`, `late`, `ballots`
    count people, `dots` dots.

    `seats` is how many of the electorate have no phone, and a facilitator who votes for them. With
    `criteria` each person has the budget once for each of them. `groups` are whom one may vote as;
    `turnout` is how many of each have voted, -1 where that is not told. `ties` is what the room has
    said that it does with a tie at the cut, and `trail` what was done; `run_off` is the vote whose tie
    this one breaks. `tie` are the items that still tie across the cut, for so many `places`. A `staged` result shows its last `told` places. `wild_card` keeps a place below
    the cut for the item `wild`, and `why`.
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
    criteria: tuple[Criterion, ...] = ()
    groups: tuple[str, ...] = ()
    turnout: tuple[int, ...] = ()
    opens: Time = ""
    staged: bool = False
    told: int = 0
    ties: Tie = ""
    tie: tuple[str, ...] = ()
    places: int = 0
    trail: tuple[TieBreak, ...] = ()
    run_off: str = ""
    wild_card: bool = False
    wild: str = ""
    why: str = ""


class Paper(Record, frozen=True, kw_only=True, tag="paper"):
    """One person's right to vote in one round."""

    round: str
    participant: str
    late: bool = False

    @property
    def owner(self) -> str:
        return self.participant


class Ballot(Record, frozen=True, kw_only=True, tag="ballot"):
    """The dots that one pseudonym has on one item, by one criterion where there are some."""

    round: str
    item: str
    dots: int
    owner: str
    criterion: str = ""


class Voice(Record, frozen=True, kw_only=True, tag="voice"):
    """As which group one pseudonym votes in one round."""

    round: str
    group: str
    owner: str


class PlanVote(Command, frozen=True, kw_only=True):
    """Freezes what can be chosen, so that people can read and plan their dots before the vote opens.

    With 0 the minutes are those of the step, or else two; the others are as in OpenVote.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    id: Id
    step: Id
    minutes: Annotated[int, Meta(ge=0, le=10)] = 0
    budget: Few = 0
    per_item: Few = 0


class OpenVote(Command, frozen=True, kw_only=True):
    """With 0 the budget and the most for one item follow from the number of candidates.

    With the id of a planned vote that one opens, as it was planned.
    """

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
    criterion: str = ""


class ChooseVoterGroup(Command, frozen=True, kw_only=True):
    """Which of the vote's groups the speaker votes as; it can be changed until the vote closes."""

    round: Id
    group: Text


class AdmitVoter(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    round: Id
    participant: str


class VotePlanned(Event, frozen=True, kw_only=True):
    round: Round


class VoteOpened(Event, frozen=True, kw_only=True):
    round: Round
    voters: tuple[str, ...]


class VoteCast(Event, frozen=True, kw_only=True):
    round: str
    item: str
    dots: int
    owner: str
    criterion: str = ""


class VoterGroupChosen(Event, frozen=True, kw_only=True):
    round: str
    group: str
    owner: str


class VoterAdmitted(Event, frozen=True, kw_only=True):
    round: str
    participant: str


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
    found = the_round(place, round_id)
    if found.state == "planned":
        raise Refused("vote_not_open", "round")
    if found.state != "open":
        raise Refused("vote_closed", "round")
    return found


def plan_vote(place: Place, command: PlanVote, by: By) -> Iterator[Event]:
    step = voting_step(place, command.step)
    if planned_round(place, step):
        raise Refused("vote_planned", "id")
    minutes = command.minutes or step.setup.plan or PLAN_MINUTES
    new = new_round(place, step, command)
    yield VotePlanned(round=replace(new, state="planned", opens=later(by.at, 60 * minutes)))


def open_vote(place: Place, command: OpenVote, by: By) -> Iterator[Event]:
    step = voting_step(place, command.step)
    planned = planned_round(place, step)
    if planned and planned.id != command.id:
        raise Refused("vote_planned", "id")
    yield opened(place, planned or new_round(place, step, command))


def voting_step(place: Place, step_id: str) -> Step:
    step = open_step(place, step_id)
    if step.layout != "vote":
        raise Refused("no_vote_here", "step", title=step.title)
    check_none_open(place)
    return step


def check_none_open(place: Place) -> None:
    if any(found.state == "open" for found in place.all(Round)):
        raise Refused("vote_open")


def planned_round(place: Place, step: Step) -> Round | None:
    rounds = place.all(Round)
    return next((it for it in rounds if it.step == step.id and it.state == "planned"), None)


def new_round(place: Place, step: Step, command: OpenVote | PlanVote) -> Round:
    place.check_new(command.id)
    if not (candidates := candidates_of(place, step)):
        raise Refused("nothing_to_vote_on")
    budget = command.budget or step.budget or dot_budget(len(candidates))
    return Round(
        id=command.id,
        step=step.id,
        budget=budget,
        per_item=min(command.per_item or step.per_item or most_per_item(budget), budget),
        top=step.top,
        electorate=0,
        candidates=candidates,
        criteria=step.setup.criteria,
        groups=voter_groups(step.setup.groups),
        ties=step.setup.ties,
        staged=step.setup.staged,
        wild_card=step.setup.wild_card,
    )


def voter_groups(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Each group once; one group alone is nobody's choice."""
    found = tuple(dict.fromkeys(group for group in groups if group))
    return found if len(found) > 1 else ()


def opened(place: Place, found: Round) -> VoteOpened:
    if not (voters := electorate(place)):
        raise Refused("nobody_to_vote")
    seats = sum(is_seat(place, voter) for voter in voters)
    return VoteOpened(
        round=replace(found, state="open", opens="", electorate=len(voters), seats=seats),
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
    found = voted_in(place, command.round, by)
    if command.item not in place.found(Round, found.id, lambda: items_of(found)):
        raise Refused("no_such_item", "item")
    check_criterion(found, command.criterion)
    if found.groups and place.get(Voice, digest(found.id, by.name)) is None:
        raise Refused("no_group_yet", "round")
    check_dots(place, found, command, by)
    yield VoteCast(
        round=found.id,
        item=command.item,
        dots=command.dots,
        owner=by.name,
        criterion=command.criterion,
    )


def items_of(found: Round) -> frozenset[str]:
    return frozenset(candidate.item for candidate in found.candidates)


def voted_in(place: Place, round_id: str, by: By) -> Round:
    """The open vote, if this speaker may vote in it now."""
    found = open_round(place, round_id)
    check_unlocked(open_step(place, found.step), "voting")
    if place.get(Paper, digest(found.id, by.actor)) is None:
        raise Refused("not_in_electorate")
    return found


def check_criterion(found: Round, criterion: str) -> None:
    if criterion not in ({it.id for it in found.criteria} or {""}):
        raise Refused("no_such_criterion", "criterion")


def check_dots(place: Place, found: Round, command: CastVote, by: By) -> None:
    """The budget and the most on one hold for each criterion by itself."""
    if command.dots > found.per_item:
        raise Refused("over_item", "dots", limit=found.per_item)
    own = {
        ballot.item: ballot.dots
        for ballot in place.owned_by(by.name, Ballot)
        if (ballot.round, ballot.criterion) == (found.id, command.criterion)
    }
    if sum(own.values()) - own.get(command.item, 0) + command.dots > found.budget:
        raise Refused("over_budget", "dots", limit=found.budget)


def choose_voter_group(place: Place, command: ChooseVoterGroup, by: By) -> Iterator[Event]:
    found = voted_in(place, command.round, by)
    if command.group not in found.groups:
        raise Refused("no_such_group", "group")
    before = place.get(Voice, digest(found.id, by.name))
    if before is None or before.group != command.group:
        yield VoterGroupChosen(round=found.id, group=command.group, owner=by.name)


def admit_voter(place: Place, command: AdmitVoter, by: By) -> Iterator[Event]:
    found = open_round(place, command.round)
    if the_participant(place, command.participant).removed:
        raise Refused("no_such_participant", "participant")
    if place.get(Paper, digest(found.id, command.participant)) is None:
        yield VoterAdmitted(round=found.id, participant=command.participant)


def vote_planned(place: Place, event: VotePlanned) -> Iterator[Record]:
    yield event.round


def vote_opened(place: Place, event: VoteOpened) -> Iterator[Record]:
    yield event.round
    for person in event.voters:
        yield Paper(id=digest(event.round.id, person), round=event.round.id, participant=person)


def vote_cast(place: Place, event: VoteCast) -> Iterator[Record | Gone]:
    parts = filter(None, (event.round, event.owner, event.item, event.criterion))
    ballot_id = digest(*parts)
    if event.dots:
        yield Ballot(
            id=ballot_id,
            round=event.round,
            item=event.item,
            dots=event.dots,
            owner=event.owner,
            criterion=event.criterion,
        )
    elif place.get(Ballot, ballot_id):
        yield Gone(kind_of(Ballot), ballot_id)


def voter_group_chosen(place: Place, event: VoterGroupChosen) -> Iterator[Record]:
    if event.group:
        voice_id = digest(event.round, event.owner)
        yield Voice(id=voice_id, round=event.round, group=event.group, owner=event.owner)


def voter_admitted(place: Place, event: VoterAdmitted) -> Iterator[Record]:
    found = the_round(place, event.round)
    yield replace(
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


RULES = {
    PlanVote: plan_vote,
    OpenVote: open_vote,
    CastVote: cast_vote,
    ChooseVoterGroup: choose_voter_group,
    AdmitVoter: admit_voter,
}
EFFECTS = {
    VotePlanned: vote_planned,
    VoteOpened: vote_opened,
    VoteCast: vote_cast,
    VoterGroupChosen: voter_group_chosen,
    VoterAdmitted: voter_admitted,
}
