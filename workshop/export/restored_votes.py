"""Votes, scorings and what they came to, as records again; of what was still open nobody's part comes back."""

from collections.abc import Iterator

from workshop.core.candidates import Candidate
from workshop.core.ranking import Result, TieBreak, decided
from workshop.core.results import with_tie
from workshop.core.scorings import ScaleResult, ScoredItem, Scoring
from workshop.core.setup import Criterion
from workshop.core.votes import Round
from workshop.core.weighing import Weighed, Weighing
from workshop.export.alike import alike
from workshop.export.parts import Report, TieLine, Vote
from workshop.export.restored_steps import scale_of


def rounds(report: Report) -> Iterator[Round]:
    votes = {vote.id: vote for vote in report.votes}
    for vote in report.votes:
        found = round_(vote, tuple(tie_break(step, votes) for step in vote.trail))
        is_all_told = len(vote.results) == len(vote.candidates)
        yield with_tie(found) if vote.state == "closed" and is_all_told else found


def round_(vote: Vote, trail: tuple[TieBreak, ...]) -> Round:
    """Of a result that was told in part, the part that was told."""
    return Round(
        id=vote.id,
        step=vote.step,
        budget=vote.budget,
        per_item=vote.per_item,
        top=vote.top,
        electorate=vote.electorate,
        candidates=alike(vote.candidates, Candidate),
        state=vote.state,
        secret=vote.secret,
        late=vote.late,
        seats=vote.seats,
        dots=vote.dots,
        ballots=vote.ballots,
        results=alike(vote.results, Result),
        criteria=tuple(
            Criterion(id=f"criterion-{place}", title=title)
            for place, title in enumerate(vote.criteria, 1)
        ),
        groups=tuple(group.title for group in vote.groups),
        turnout=tuple(group.voters for group in vote.groups),
        ties=vote.ties,  # type: ignore[arg-type]  # the file says no other
        trail=trail,
        run_off=vote.run_off_of,
        wild_card=bool(vote.wild_card),
        wild=vote.wild_card,
        why=vote.why,
    )


def tie_break(line: TieLine, votes: dict[str, Vote]) -> TieBreak:
    """What came below the cut follows: what a lot or a facilitator did not choose, or a run-off's last."""
    again = votes.get(line.run_off)
    if line.how == "run_off":
        _, out = decided(alike(again.results, Result), again.top) if again else ((), ())
    else:
        out = tuple(item for item in line.items if item not in line.chosen)
    return TieBreak(
        how=line.how,  # type: ignore[arg-type]  # the file says no other
        items=line.items,
        chosen=line.chosen,
        out=out,
        seed=line.seed,
        round=line.run_off,
        reason=line.reason,
    )


def scorings(report: Report) -> Iterator[Scoring]:
    for line in report.scorings:
        yield Scoring(
            id=line.id,
            step=line.step,
            items=alike(line.items, ScoredItem),
            scales=tuple(scale_of(line)),
            electorate=line.electorate,
            state=line.state,
            seats=line.seats,
            late=line.late,
            ballots=line.ballots,
            text=line.text,
            version=line.version,
            amends=line.amends,
            needed=line.needed,  # type: ignore[arg-type]  # the file says no other
            met=line.met,
            results=alike(line.results, ScaleResult),
            groups=line.groups,
            consensus=line.consensus,
        )


def weighings(report: Report) -> Iterator[Weighing]:
    for line in report.weighings:
        yield Weighing(id=line.scoring, step=line.step, items=alike(line.items, Weighed))
