"""A vote as the report has it: its rules, what could be chosen, and as much of the result as the room knows."""

from collections.abc import Container

from workshop.core.ranking import Result
from workshop.core.results import told_results
from workshop.core.votes import Round
from workshop.export.parts import CandidateLine, GroupLine, TieLine, Vote, VoteLine
from workshop.export.unsaid import Said


def vote(round_: Round, said: Said, items: Container[str]) -> Vote:
    """`items` are the notes and clusters that are in the report."""
    sizes = {candidate.item: candidate.notes for candidate in round_.candidates}
    return Vote(
        id=round_.id,
        step=round_.step,
        state=round_.state,
        secret=round_.secret,
        budget=round_.budget,
        per_item=round_.per_item,
        top=round_.top,
        electorate=round_.electorate,
        late=round_.late,
        seats=round_.seats,
        ballots=round_.ballots,
        dots=round_.dots,
        candidates=tuple(
            CandidateLine(item=it.item, title=said.title(it.item, it.title), notes=it.notes)
            for it in round_.candidates
        ),
        results=tuple(
            vote_line(it, sizes.get(it.item, 1), said, items) for it in told_results(round_)
        ),
        criteria=tuple(criterion.title for criterion in round_.criteria),
        groups=group_lines(round_),
        ties=round_.ties,
        trail=tie_lines(round_),
        run_off_of=round_.run_off,
        wild_card=round_.wild,
        why=round_.why,
    )


def vote_line(result: Result, notes: int, said: Said, items: Container[str]) -> VoteLine:
    return VoteLine(
        item=result.item,
        title=said.title(result.item, result.title),
        notes=notes,
        dots=result.dots,
        voters=result.voters,
        rank=result.rank,
        tied=result.tied,
        above_cut=result.above_cut,
        by_criterion=result.by_criterion,
        by_group=result.by_group,
        removed=bool(result.title) and result.item not in items,
        few=result.few,
    )


def group_lines(round_: Round) -> tuple[GroupLine, ...]:
    """Nothing is known of the groups before the vote closes."""
    if not round_.turnout:
        return ()
    pairs = zip(round_.groups, round_.turnout, strict=True)
    return tuple(GroupLine(title=title, voters=voters) for title, voters in pairs)


def tie_lines(round_: Round) -> tuple[TieLine, ...]:
    return tuple(
        TieLine(
            how=step.how,
            items=step.items,
            chosen=step.chosen,
            seed=step.seed,
            run_off=step.round,
            reason=step.reason,
        )
        for step in round_.trail
    )
