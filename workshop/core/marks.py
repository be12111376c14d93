"""What marks on a scale come to: how many gave each, the middle, the spread, and whether it is agreement."""

from collections.abc import Sequence
from fractions import Fraction

from .ranking import FEWEST_VOTERS_SHOWN, UNDER_FOUR, told_apart
from .scorings import ScaleResult
from .setup import Needed, Scale

MET = {True: "yes", False: "no"}


def result(
    item: str,
    scale: Scale,
    marks: Sequence[int],
    needed: Needed,
    groups: Sequence[Sequence[int]] = (),
) -> ScaleResult:
    """`groups` are the marks of each group of voters, which are all the marks."""
    if len(marks) < FEWEST_VOTERS_SHOWN:
        return ScaleResult(item=item, scale=scale.id, answers=UNDER_FOUR if marks else 0)
    counts = counted(scale, marks)
    low, high = quartiles(marks)
    return ScaleResult(
        item=item,
        scale=scale.id,
        answers=len(marks),
        counts=counts,
        median=decimal(median(marks)),
        q1=decimal(low),
        q3=decimal(high),
        iqr=decimal(high - low),
        met=MET[agreed(counts, needed)] if needed else "",
        by_group=by_group(scale, groups),
    )


def counted(scale: Scale, marks: Sequence[int]) -> tuple[int, ...]:
    return tuple(marks.count(mark) for mark in range(scale.low, scale.high + 1))


def by_group(scale: Scale, groups: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """How the marks of each group lie; nothing of a group of one to three, nor of one by which they
    could be reckoned (`ranking.told_apart`, as in a vote): in a small group people are known again.

    Four users at 1 1 2 3 and five of the staff at 2 2 3 3 3 are both told; with two leaders besides,
    what the whole has more than users and staff would be the leaders', so the smaller of the two is not.

    >>> three, users, staff = Scale(id="s", title="s", high=3), [1, 1, 2, 3], [2, 2, 3, 3, 3]
    >>> by_group(three, [users, staff]), by_group(three, [users, staff, [1, 2]])
    (((2, 1, 1), (0, 2, 3)), ((), (0, 2, 3), ()))
    """
    told = told_apart([len(marks) for marks in groups], sum(map(len, groups)))
    return tuple(
        counted(scale, marks) if is_told else ()
        for marks, is_told in zip(groups, told, strict=True)
    )


def median(marks: Sequence[int]) -> Fraction:
    """The middle one of the marks in order, or half-way between the two in the middle.

    >>> [float(median(marks)) for marks in ([2, 1, 5], [1, 2, 3, 9])]
    [2.0, 2.5]
    """
    ordered, middle = sorted(marks), len(marks) // 2
    if len(marks) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle], 2)


def quartiles(marks: Sequence[int]) -> tuple[Fraction, Fraction]:
    """The medians of the lower and of the upper half; a middle mark is in neither (Moore and McCabe).

    Of several definitions this is the one that a room can follow by pointing at the marks.

    >>> [float(q) for q in quartiles([1, 2, 4, 7, 9])]
    [1.5, 8.0]
    """
    ordered, half = sorted(marks), len(marks) // 2
    return median(ordered[:half]), median(ordered[-half:])


def decimal(number: Fraction) -> str:
    """Medians of whole numbers are halves, and of quartiles the distance is halves too.

    >>> [decimal(Fraction(5, 2)), decimal(Fraction(3))]
    ['2.5', '3']
    """
    return f"{float(number):g}"


def agreed(counts: Sequence[int], needed: Needed) -> bool:
    """Whether the marks reach the level that was set before the poll; the lowest mark is full support.

    On the eight marks of the gradients: `no_veto` nobody at 8; `none_opposed` nobody at 7 or 8;
    `most_support` at least 80 % at 1 to 3, and nobody at 7 or 8; `all_support` everyone at 1 to 4.
    That a level is set before, and that "most" is 80 %, is what teachers of the gradients advise
    (MSU Extension; Detroit Facilitation Guild). A scale of other marks is read in the same shares:
    the last one refuses, the last quarter opposes, the first three eighths support and the first half
    goes along; that is our own judgement.

    >>> agreed([4, 0, 0, 0, 0, 0, 1, 0], "no_veto"), agreed([4, 0, 0, 0, 0, 0, 1, 0], "none_opposed")
    (True, False)
    """
    marks, given = len(counts), sum(counts)
    opposed = sum(counts[marks - max(1, marks // 4) :])
    support = sum(counts[: max(1, marks * 3 // 8)])
    return {
        "": True,
        "no_veto": counts[-1] == 0,
        "none_opposed": opposed == 0,
        "most_support": opposed == 0 and support * 5 >= given * 4,
        "all_support": sum(counts[: marks // 2]) == given,
    }[needed]


def all_met(results: Sequence[ScaleResult]) -> str:
    """Whether everything that was asked reaches the level; empty where nothing says so."""
    told = {each.met for each in results}
    if "no" in told:
        return "no"
    return "yes" if told == {"yes"} else ""
