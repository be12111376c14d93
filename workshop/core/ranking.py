"""What came out of a vote: totals in order, ties that are ties, and counts that say nobody's choice."""

from collections.abc import Iterable, Mapping

import msgspec

from .candidates import Candidate

FEWEST_VOTERS_SHOWN = 4  # under four people a break-down says who
UNDER_FOUR = -1


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """`voters` is -1 for one to three of them; places are shared by ties."""

    item: str
    title: str
    dots: int
    voters: int
    rank: int
    tied: bool
    above_cut: bool
    called: str = ""


def ranked(
    candidates: Iterable[Candidate],
    top: int,
    dots: Mapping[str, int],
    voters: Mapping[str, int],
) -> tuple[Result, ...]:
    """Most dots first; equal dots share a place, and a tie at the cut line stays on one side of it."""
    listed = tuple(candidates)
    totals = [dots.get(candidate.item, 0) for candidate in listed]
    results = []
    for candidate, total in zip(listed, totals, strict=True):
        rank = 1 + sum(other > total for other in totals)
        results.append(
            Result(
                item=candidate.item,
                title=candidate.title,
                dots=total,
                voters=shown_voters(voters.get(candidate.item, 0)),
                rank=rank,
                tied=totals.count(total) > 1,
                above_cut=total > 0 and rank <= top,
                called=candidate.called,
            )
        )
    return tuple(sorted(results, key=lambda result: result.rank))


def shown_voters(count: int) -> int:
    return count if count == 0 or count >= FEWEST_VOTERS_SHOWN else UNDER_FOUR
