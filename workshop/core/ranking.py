"""What came out of a vote: totals in order, ties that are ties, and counts that say nobody's choice."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from .candidates import Candidate
from .notes import shuffled
from .setup import Tie

FEWEST_VOTERS_SHOWN = 4  # under four people a break-down says who
UNDER_FOUR = -1


class Result(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`voters` is -1 for one to three of them; places are shared by ties.

    `by_criterion` and `by_group` are dots, in the order of the vote's criteria and groups; -1 where a
    group is too few to be told apart. `few`: many of the dots there are came from few. Where there are
    none they are left out on the wire.
    """

    item: str
    title: str
    dots: int
    voters: int
    rank: int
    tied: bool
    above_cut: bool
    called: str = ""
    by_criterion: tuple[int, ...] = ()
    by_group: tuple[int, ...] = ()
    few: bool = False


class TieBreak(msgspec.Struct, frozen=True, kw_only=True):
    """What was done once with a tie at the cut: by a run-off (the vote `round`), by lot (from `seed`), or
    by the facilitator for a `reason`. Of the tied `items`, `chosen` came above the cut by it, and `out`
    below; a run-off may leave some that tie again.
    """

    how: Tie
    items: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    out: tuple[str, ...] = ()
    seed: str = ""
    round: str = ""
    reason: str = ""


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


def is_from_few(dots: int, voters: int, ballots: int, criteria: int = 0) -> bool:
    """Whether few people gave one thing many dots, so that its place says more of them than of the room.

    Few are a third of those who have voted, or fewer; many are one and a half dots from each of them on
    average, for each criterion there is. `voters` is the number that is told: one to three people
    (-1) count as three, so that nothing is said that the other numbers do not say.
    Dot voting asks for the flag, since dots may be stacked; both bounds are judgement.

    Six dots from four of twelve are 1.5 each from a third; five from four are 1.25 each.

    >>> is_from_few(6, 4, ballots=12), is_from_few(5, 4, ballots=12), is_from_few(6, 4, ballots=11)
    (True, False, False)
    """
    people = FEWEST_VOTERS_SHOWN - 1 if voters == UNDER_FOUR else voters
    is_few = 0 < 3 * people <= ballots
    return is_few and 2 * dots >= 3 * people * max(1, criteria)


def told_apart(sizes: Sequence[int], everyone: int) -> tuple[bool, ...]:
    """Which groups of voters are large enough to be told apart, by how many of each have voted.

    A group of one to three is not told, and neither is what is left when the others are taken from the
    whole: where those who are left are one to three, the smallest group that would be told joins them.

    >>> told_apart((7, 5, 4), everyone=16), told_apart((7, 5, 2), everyone=14)
    ((True, True, True), (True, False, False))
    """
    told = [size >= FEWEST_VOTERS_SHOWN for size in sizes]
    while any(told) and 0 < everyone - sum(shown(sizes, told)) < FEWEST_VOTERS_SHOWN:
        told[min((size, place) for place, size in enumerate(sizes) if told[place])[1]] = False
    return tuple(told)


def shown(numbers: Iterable[int], told: Iterable[bool]) -> list[int]:
    return [number for number, is_told in zip(numbers, told, strict=True) if is_told]


def tie_at_cut(
    results: Iterable[Result], top: int, trail: Iterable[TieBreak] = ()
) -> tuple[tuple[str, ...], int]:
    """The items that still tie across the cut line, and how many places above it are left for them.

    With the cut after place 3 and ranks 1, 2, 2, 2 three items tie for two places. Without a dot
    nothing ties.

    >>> four = [Result(item=name, title="", dots=dots, voters=0, rank=rank, tied=True, above_cut=True)
    ...         for name, dots, rank in (("a", 5, 1), ("b", 3, 2), ("c", 3, 2), ("d", 3, 2))]
    >>> tie_at_cut(four, 3), tie_at_cut(four, 4)
    ((('b', 'c', 'd'), 2), ((), 0))
    """
    ranks: dict[int, list[str]] = {}
    for result in results:
        if result.dots:
            ranks.setdefault(result.rank, []).append(result.item)
    across = [(rank, its) for rank, its in ranks.items() if rank <= top < rank + len(its) - 1]
    if not across:
        return (), 0
    (rank, items), chosen, out = across[0], set[str](), set[str]()
    for step in trail:
        chosen.update(step.chosen)
        out.update(step.out)
    return tuple(it for it in items if it not in chosen | out), top - (rank - 1) - len(chosen)


def drawn(seed: str, items: Iterable[str], places: int) -> tuple[str, ...]:
    """The first items in the order of the SHA-256 of "seed|item": who has the seed can draw again.

    `printf '%s' "$seed|$item" | sha256sum` gives the number that each item is sorted by.

    >>> drawn("seed", ("a", "b", "c"), 1)
    ('c',)
    """
    return tuple(sorted(items, key=lambda item: shuffled(seed, item))[:places])


def decided(results: Iterable[Result], places: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a run-off for so many places has brought above the cut, and below it; the rest ties again."""
    listed = list(results)
    ranks = [result.rank for result in listed]
    chosen = (it.item for it in listed if it.rank + ranks.count(it.rank) - 1 <= places)
    return tuple(chosen), tuple(it.item for it in listed if it.rank > places)


def cut_again(results: Iterable[Result], out: Iterable[str]) -> tuple[Result, ...]:
    """The results when these have come below the cut."""
    gone = set(out)
    return tuple(
        msgspec.structs.replace(it, above_cut=False) if it.item in gone else it for it in results
    )
