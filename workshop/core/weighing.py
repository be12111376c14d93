"""Weighing: what the marks of a closed scoring say of each item, and where the room is apart."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import msgspec

from .agenda import Step
from .history import Undone
from .placing import ItemPlaced
from .records import Gone, Place, Record, kind_of
from .scores import ScoringClosed
from .scorings import ScaleResult, Scoring
from .setup import Scale

WEIGHED = ("table", "matrix")  # the layouts whose items are compared
APART = Fraction(3, 10)
QUADRANTS = {
    (True, False): "first",
    (True, True): "explore",
    (False, False): "small",
    (False, True): "drop",
}


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """One item. `score`, `value` and `effort` are decimals as strings, at most two places; empty where fewer
    than four have answered. `quadrant` is first, explore, small or drop, where there is an effort to set
    against the value. Equal scores share a `rank`; it is 0 without a score. `apart` are the ids of the
    scales where the room differs.
    """

    item: str
    score: str = ""
    value: str = ""
    effort: str = ""
    quadrant: str = ""
    rank: int = 0
    tied: bool = False
    apart: tuple[str, ...] = ()


class Weighing(Record, frozen=True, kw_only=True, tag="weighing"):
    """What a scoring came to; its id is the scoring's. The best come first, those without a score last."""

    step: str
    items: tuple[Weighed, ...]


def weighed(
    items: Sequence[str], scales: Sequence[Scale], results: Sequence[ScaleResult]
) -> tuple[Weighed, ...]:
    """The items by their scores. Every number here is made of medians, never of a mean of people.

    The prioritisation matrix (value and ease, as Digital Norway has it) lets value weigh double here, because
    groups pick what is feasible over what is original (SKR); the weights are the step's own.
    """
    found = {(each.item, each.scale): each for each in results}
    told = [weigh(item, scales, found) for item in items]
    scores = {item: number for item, number, _ in told if number is not None}
    ranked = [msgspec.structs.replace(one, **rank(item, scores)) for item, _, one in told]
    return tuple(sorted(ranked, key=lambda one: (not one.rank, one.rank)))


def weigh(
    item: str, scales: Sequence[Scale], results: dict[tuple[str, str], ScaleResult]
) -> tuple[str, Fraction | None, Weighed]:
    middles = {
        scale.id: Fraction(median)
        for scale in scales
        if (found := results.get((item, scale.id))) and (median := found.median)
    }
    number = score(scales, middles)
    value = axis([scale for scale in scales if scale.weight > 0], middles)
    effort = axis([scale for scale in scales if scale.weight < 0], middles)
    return (
        item,
        number,
        Weighed(
            item=item,
            score=decimal(number),
            value=decimal(value),
            effort=decimal(effort),
            quadrant=quadrant(scales, value, effort),
            apart=tuple(s.id for s in scales if is_apart(s, results.get((item, s.id)))),
        ),
    )


def score(scales: Sequence[Scale], middles: dict[str, Fraction]) -> Fraction | None:
    """The mean of the medians by weight, where less is better turned round: Σ|w|·m / Σ|w|.

    m is the median, or low + high - median where the weight is below 0. With a value of weight 2 and an
    effort of weight -1 from 0 to 10 this is (2·value + (10 - effort)) / 3; a value that is split into the
    near and the far future, of weight 1 each, counts by the mean of the two. None where a scale has no median.

    >>> value, effort = Scale(id="v", title="v", low=0, high=10, weight=2), Scale(id="e", title="e", low=0, high=10, weight=-1)
    >>> score([value, effort], {"v": Fraction(8), "e": Fraction(3)})
    Fraction(23, 3)
    """
    counting = [scale for scale in scales if scale.weight]
    if not counting or not all(scale.id in middles for scale in counting):
        return None
    total = sum((abs(s.weight) * turned(s, middles[s.id]) for s in counting), Fraction())
    return total / sum(abs(scale.weight) for scale in counting)


def turned(scale: Scale, middle: Fraction) -> Fraction:
    return middle if scale.weight > 0 else scale.low + scale.high - middle


def axis(scales: Sequence[Scale], middles: dict[str, Fraction]) -> Fraction | None:
    """Where an item stands on the value, or on the effort: the mean by weight of the medians of its scales."""
    if not scales or not all(scale.id in middles for scale in scales):
        return None
    total = sum((abs(scale.weight) * middles[scale.id] for scale in scales), Fraction())
    return total / sum(abs(scale.weight) for scale in scales)


def quadrant(scales: Sequence[Scale], value: Fraction | None, effort: Fraction | None) -> str:
    """The cut is half-way up each axis, 5 from 0 to 10. On the cut the item gets the better of the two:
    enough value, not too much effort.
    """
    if value is None or effort is None:
        return ""
    halves = {scale.id: Fraction(scale.low + scale.high, 2) for scale in scales}
    enough = axis([scale for scale in scales if scale.weight > 0], halves) or 0
    much = axis([scale for scale in scales if scale.weight < 0], halves) or 0
    return QUADRANTS[value >= enough, effort > much]


def is_apart(scale: Scale, found: ScaleResult | None) -> bool:
    """Whether the middle half of the marks spans three tenths of the scale: from 0 to 10, an IQR of 3.

    That 3 is our own judgement; other scales are read in the same share.
    """
    spread = Fraction(found.iqr) if found and found.iqr else Fraction()
    return spread >= APART * (scale.high - scale.low)


def rank(item: str, scores: dict[str, Fraction]) -> dict[str, int | bool]:
    """Equal scores share a place, as dots do."""
    if item not in scores:
        return {}
    better = sum(other > scores[item] for other in scores.values())
    same = sum(other == scores[item] for other in scores.values())
    return {"rank": better + 1, "tied": same > 1}


def decimal(number: Fraction | None) -> str:
    """Two places at most, halves away from zero: what people round to by hand.

    >>> [decimal(Fraction(23, 3)), decimal(Fraction(5)), decimal(Fraction(1, 8)), decimal(None)]
    ['7.67', '5', '0.13', '']
    """
    if number is None:
        return ""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():f}"


def weighed_up(place: Place, event: ScoringClosed) -> Iterator[Record]:
    found = place.get(Scoring, event.scoring)
    step = place.get(Step, found.step) if found else None
    if found and step and step.layout in WEIGHED:
        items = [each.item for each in found.items]
        yield Weighing(id=found.id, step=step.id, items=weighed(items, found.scales, event.results))


def placed_so_far(place: Place, event: ItemPlaced) -> Iterator[Record]:
    """What is placed by consensus is weighed as it is placed, for all to see."""
    if found := place.get(Scoring, event.scoring):
        yield weighed_now(found)


def weighed_now(found: Scoring) -> Weighing:
    items = [each.item for each in found.items]
    return Weighing(id=found.id, step=found.step, items=weighed(items, found.scales, found.results))


def put_back(place: Place, event: Undone) -> Iterator[Record | Gone]:
    """A weighing follows from its scoring, also where that is as it was before."""
    for record in event.put:
        if isinstance(record, Scoring) and record.consensus:
            yield weighed_now(record)
    for kind, record_id in event.drop:
        if kind == kind_of(Scoring) and place.get(Weighing, record_id):
            yield Gone(kind_of(Weighing), record_id)


RULES: dict[type, object] = {}
EFFECTS = {ScoringClosed: weighed_up, ItemPlaced: placed_so_far, Undone: put_back}
