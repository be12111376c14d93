"""What a report says of a vote besides its numbers: the rules that the room set, and what became of a tie."""

from collections.abc import Iterable, Iterator

from workshop.core.ranking import UNDER_FOUR
from workshop.export.parts import TieLine, Vote, VoteLine
from workshop.export.wording import Wording


def candidate(title: str, _: Wording) -> str:
    """The words of what was voted on; those of a note that was hidden since are not told."""
    return title or _("A note that was held back")


def settled(vote: Vote, _: Wording) -> Iterator[str]:
    """How a tie was broken, what few people pushed, and what is kept from below the cut, in whole sentences."""
    for line in vote.trail:
        yield tie(vote, line, _)
    if few := [it.item for it in vote.results if it.few]:
        yield _("Many dots from few people: %(titles)s.", titles=named(vote, few, _))
    if vote.wild_card:
        yield _(
            "Wild card, kept from below the cut: %(title)s. Why: %(reason)s",
            title=named(vote, [vote.wild_card], _),
            reason=vote.why,
        )


def tie(vote: Vote, line: TieLine, _: Wording) -> str:
    chosen, items = named(vote, line.chosen, _), named(vote, line.items, _)
    if line.how == "lot":
        return _(
            "A tie at the cut was broken by lot: %(chosen)s, drawn from %(items)s with the number %(seed)s.",
            chosen=chosen,
            items=items,
            seed=line.seed,
        )
    if line.how == "run_off":
        if not chosen:
            return _("A tie at the cut went to a run-off: %(items)s.", items=items)
        return _("A tie at the cut was broken by a run-off: %(chosen)s.", chosen=chosen)
    told = _("A tie at the cut was broken by the facilitator: %(chosen)s.", chosen=chosen)
    return f"{told} {_('Why: %(reason)s', reason=line.reason)}" if line.reason else told


def named(vote: Vote, items: Iterable[str], _: Wording) -> str:
    titles = {it.item: it.title for it in vote.candidates}
    return ", ".join(_("“%(title)s”", title=candidate(titles.get(item, ""), _)) for item in items)


def share_heads(vote: Vote, _: Wording) -> list[str]:
    """The columns that a vote by criteria or groups has more than another."""
    return [*vote.criteria, *(group.title for group in vote.groups)]


def share_cells(line: VoteLine, _: Wording) -> list[str | int]:
    """The dots by criterion, then by group."""
    return [*line.by_criterion, *(untold(dots, _) for dots in line.by_group)]


def untold(dots: int, _: Wording) -> str | int:
    """A group of which fewer than four have voted is not told apart."""
    return _("not told") if dots == UNDER_FOUR else dots


def shares(names: Iterable[str], dots: Iterable[str | int]) -> str:
    """In one cell: what each name got."""
    return "; ".join(f"{name}: {number}" for name, number in zip(names, dots, strict=True))
