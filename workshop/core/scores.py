"""Scoring: everyone marks items on scales, in secret until it is closed; a poll and a matrix are this.

Items, scales, the level of agreement and who may score are frozen when it opens, as in a dot vote.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from .agenda import Step, check_unlocked, open_step, the_step
from .candidates import candidates_of
from .limits import LIMITS
from .marks import all_met, result
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text, digest
from .people import is_seat, the_participant
from .records import Gone, Place, Record, kind_of
from .scorings import ScaleResult, ScoredItem, Scoring, open_scorings, the_scoring
from .setup import Mark, Needed, Scale, Setup, safe
from .standpoints import ChooseScorerGroup, Standpoint, check_chosen, chosen, who_marks_as
from .text import tidy, within
from .votes import electorate, voter_groups

LAYOUTS = ("poll", "matrix", "table", "form")
RESERVATION = "reservation"  # the type of note that says why a mark is low


class Card(Record, frozen=True, kw_only=True, tag="card"):
    """One person's right to give marks in one scoring."""

    scoring: str
    participant: str
    late: bool = False

    @property
    def owner(self) -> str:
        return self.participant


class Score(Record, frozen=True, kw_only=True, tag="score"):
    """The mark that one pseudonym gives one item on one scale."""

    scoring: str
    item: str
    scale: str
    value: int
    owner: str


class OpenScoring(Command, frozen=True, kw_only=True):
    """What is left out is as the step says: its candidates, its scales, its level of agreement.

    With a `text` that alone is marked; with neither text nor candidates a poll marks its own question.
    By `consensus` a matrix is placed together, and nobody marks.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    id: Id
    step: Id
    text: Text = ""
    items: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.scored)] = ()
    scales: Annotated[tuple[Scale, ...], Meta(max_length=8)] = ()
    needed: Needed = ""
    amends: OptionalId = ""
    consensus: bool = False


class GiveScore(Command, frozen=True, kw_only=True):
    """Sets the mark on one scale; without a value it is taken back."""

    scoring: Id
    item: Id
    scale: str
    value: Mark | None = None


class AdmitScorer(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    scoring: Id
    participant: str


class CloseScoring(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    scoring: Id


class ScoringOpened(Event, frozen=True, kw_only=True):
    """`hides`: what is written of it in its step waits for a reveal of its own."""

    scoring: Scoring
    scorers: tuple[str, ...]
    hides: bool = False


class ScoreGiven(Event, frozen=True, kw_only=True):
    scoring: str
    item: str
    scale: str
    value: int | None
    owner: str


class ScorerAdmitted(Event, frozen=True, kw_only=True):
    scoring: str
    participant: str


class ScoringClosed(Event, frozen=True, kw_only=True):
    scoring: str
    ballots: int
    met: str
    results: tuple[ScaleResult, ...]


def open_scoring_of(place: Place, scoring_id: str) -> Scoring:
    if (found := the_scoring(place, scoring_id)).state != "open":
        raise Refused("scoring_closed", "scoring")
    return found


def open_scoring(place: Place, command: OpenScoring, by: By) -> Iterator[Event]:
    step = open_step(place, command.step)
    check_can_open(place, step)
    place.check_new(command.id)
    text = within(tidy(command.text), LIMITS.prompt_graphemes)
    if step.setup.proposal and not text:
        raise Refused("empty", "text")
    scales = safe(Setup(scales=command.scales)).scales or step.setup.scales
    if not scales:
        raise Refused("no_scales", "scales", title=step.title)
    scorers = who_marks(place, step, command)
    yield ScoringOpened(
        scoring=Scoring(
            id=command.id,
            step=step.id,
            items=items_of(place, step, command, text),
            scales=scales,
            electorate=len(scorers),
            seats=sum(is_seat(place, scorer) for scorer in scorers),
            text=text,
            needed=command.needed or step.setup.needed,
            amends=command.amends,
            version=version_of(place, step, command.amends),
            groups=voter_groups(step.setup.groups) if step.layout == "poll" else (),
            consensus=command.consensus,
        ),
        scorers=scorers,
        hides=is_hidden_again(step),
    )


def is_hidden_again(step: Step) -> bool:
    """Whether a poll that was private has shown what stood in the way: what stands in the way of the next
    text is written in private as well.
    """
    is_private = step.layout == "poll" and step.visibility == "private"
    return is_private and step.revealed and not step.sealed


def check_can_open(place: Place, step: Step) -> None:
    if step.layout not in LAYOUTS:
        raise Refused("no_scoring_here", "step", title=step.title)
    if any(found.step == step.id for found in open_scorings(place)):
        raise Refused("scoring_open")
    if place.count(Scoring) >= LIMITS.scorings:
        raise Refused("too_many_scorings", limit=LIMITS.scorings)


def who_marks(place: Place, step: Step, command: OpenScoring) -> tuple[str, ...]:
    if not command.consensus:
        if not (scorers := electorate(place)):
            raise Refused("nobody_to_vote")
        return scorers
    if step.layout != "matrix":
        raise Refused("no_consensus_here", "consensus", title=step.title)
    return ()


def version_of(place: Place, step: Step, amends: str) -> int:
    """One more than that of the scoring that is amended, which belongs to the same step."""
    if not amends:
        return 1
    if (before := the_scoring(place, amends, "amends")).step != step.id:
        raise Refused("no_such_scoring", "amends")
    return before.version + 1


def items_of(place: Place, step: Step, command: OpenScoring, text: str) -> tuple[ScoredItem, ...]:
    """The text alone, or the chosen ones of what can be scored, or all of it."""
    if text:
        return (ScoredItem(item=command.id, title=text),)
    found = scorable(place, step)
    if command.items:
        known = {each.item: each for each in found}
        if not known.keys() >= set(command.items):
            raise Refused("no_such_item", "items")
        found = tuple(known[item] for item in dict.fromkeys(command.items))
    if not found:
        raise Refused("nothing_to_score")
    if len(found) > LIMITS.scored:
        raise Refused("too_many_items", limit=LIMITS.scored)
    return found


def scorable(place: Place, step: Step) -> tuple[ScoredItem, ...]:
    """A poll that works on no other step asks its own question; else what a vote would choose among.

    The reservations that belong to an answer are none of it.
    """
    if step.layout == "poll" and not step.source:
        return (ScoredItem(item=step.id, title=step.prompt or step.title),)
    return tuple(
        ScoredItem(item=each.item, title=each.title, called=each.called)
        for each in candidates_of(place, step, without=RESERVATION)
    )


def give_score(place: Place, command: GiveScore, by: By) -> Iterator[Event]:
    found = scored_in(place, command.scoring, by)
    if command.item not in place.found(Scoring, found.id, lambda: ids_in(found)):
        raise Refused("no_such_item", "item")
    check_mark(found, command.scale, command.value)
    check_chosen(place, found.id, found.groups, by)
    given = place.get(Score, digest(found.id, by.name, command.item, command.scale))
    if command.value != (given.value if given else None):
        yield ScoreGiven(
            scoring=found.id,
            item=command.item,
            scale=command.scale,
            value=command.value,
            owner=by.name,
        )


def scored_in(place: Place, scoring_id: str, by: By) -> Scoring:
    """The open scoring, if this speaker may give marks in it now."""
    found = open_scoring_of(place, scoring_id)
    check_unlocked(open_step(place, found.step), "voting")
    if place.get(Card, digest(found.id, by.actor)) is None:
        raise Refused("not_in_electorate")
    return found


def choose_scorer_group(place: Place, command: ChooseScorerGroup, by: By) -> Iterator[Event]:
    found = scored_in(place, command.scoring, by)
    yield from chosen(place, found.id, found.groups, command.group, by)


def ids_in(found: Scoring) -> frozenset[str]:
    return frozenset(each.item for each in found.items)


def check_mark(found: Scoring, scale_id: str, value: int | None) -> None:
    scale = next((each for each in found.scales if each.id == scale_id), None)
    if scale is None:
        raise Refused("no_such_scale", "scale")
    if value is not None and not scale.low <= value <= scale.high:
        raise Refused("off_the_scale", "value", low=scale.low, high=scale.high)


def admit_scorer(place: Place, command: AdmitScorer, by: By) -> Iterator[Event]:
    found = open_scoring_of(place, command.scoring)
    if found.consensus:
        raise Refused("by_consensus", "scoring")
    if the_participant(place, command.participant).removed:
        raise Refused("no_such_participant", "participant")
    if place.get(Card, digest(found.id, command.participant)) is None:
        yield ScorerAdmitted(scoring=found.id, participant=command.participant)


def close_scoring(place: Place, command: CloseScoring, by: By) -> Iterator[Event]:
    yield scoring_ended(place, open_scoring_of(place, command.scoring))


def scoring_ended(place: Place, found: Scoring) -> ScoringClosed:
    """The marks as totals for each item and scale: nothing that ties one mark to another is left."""
    if found.consensus:
        return ScoringClosed(scoring=found.id, ballots=0, met="", results=found.results)
    marks: dict[tuple[str, str], list[Score]] = {}
    people: set[str] = set()
    for score in place.all(Score):
        if score.scoring == found.id:
            marks.setdefault((score.item, score.scale), []).append(score)
            people.add(score.owner)
    groups = [who_marks_as(place, found.id, group) for group in found.groups]
    results = tuple(
        result(
            each.item,
            scale,
            [score.value for score in given],
            found.needed,
            [[score.value for score in given if score.owner in group] for group in groups],
        )
        for each in found.items
        for scale in found.scales
        for given in [marks.get((each.item, scale.id), [])]
    )
    return ScoringClosed(
        scoring=found.id, ballots=len(people), met=all_met(results), results=results
    )


def scoring_opened(place: Place, event: ScoringOpened) -> Iterator[Record]:
    yield event.scoring
    if event.hides:
        yield msgspec.structs.replace(the_step(place, event.scoring.step), revealed=False)
    for person in event.scorers:
        yield card(event.scoring.id, person)


def card(scoring: str, person: str, late: bool = False) -> Card:
    return Card(id=digest(scoring, person), scoring=scoring, participant=person, late=late)


def score_given(place: Place, event: ScoreGiven) -> Iterator[Record | Gone]:
    score_id = digest(event.scoring, event.owner, event.item, event.scale)
    if event.value is not None:
        yield Score(
            id=score_id,
            scoring=event.scoring,
            item=event.item,
            scale=event.scale,
            value=event.value,
            owner=event.owner,
        )
    elif place.get(Score, score_id):
        yield Gone(kind_of(Score), score_id)


def scorer_admitted(place: Place, event: ScorerAdmitted) -> Iterator[Record]:
    found = the_scoring(place, event.scoring)
    yield msgspec.structs.replace(
        found,
        electorate=found.electorate + 1,
        late=found.late + 1,
        seats=found.seats + is_seat(place, event.participant),
    )
    yield card(found.id, event.participant, late=True)


def scoring_closed(place: Place, event: ScoringClosed) -> Iterator[Record | Gone]:
    for score in [each for each in place.all(Score) if each.scoring == event.scoring]:
        yield Gone(kind_of(Score), score.id)
    for held in [each for each in place.all(Card) if each.scoring == event.scoring]:
        yield Gone(kind_of(Card), held.id)
    for stood in [each for each in place.all(Standpoint) if each.scoring == event.scoring]:
        yield Gone(kind_of(Standpoint), stood.id)
    yield msgspec.structs.replace(
        the_scoring(place, event.scoring),
        state="closed",
        ballots=event.ballots,
        met=event.met,
        results=event.results,
    )


RULES = {
    OpenScoring: open_scoring,
    GiveScore: give_score,
    ChooseScorerGroup: choose_scorer_group,
    AdmitScorer: admit_scorer,
    CloseScoring: close_scoring,
}
EFFECTS = {
    ScoringOpened: scoring_opened,
    ScoreGiven: score_given,
    ScorerAdmitted: scorer_admitted,
    ScoringClosed: scoring_closed,
}
