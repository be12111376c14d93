"""What a step was voted, marked and weighed to, as parts to draw."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from workshop.export import agreement, telling, telling_votes
from workshop.export import compared as comparing
from workshop.export.board import cards
from workshop.export.board.drawing import Box, Look, disc, line, rect, said, stacked, words
from workshop.export.board.measure import width
from workshop.export.board.part import CARDS, ROWS, Part
from workshop.export.parts import (
    MarkLine,
    Report,
    ScoringLine,
    StepLine,
    Vote,
    VoteLine,
    WeighedLine,
    WeighingLine,
)
from workshop.export.wording import Wording

DISCS = 24  # dots; more are a bar


def voted(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    for vote in report.votes:
        if vote.step == step.id and vote.results:
            above = [it for it in vote.results if it.above_cut]
            yield Part(
                make=partial(ranked, vote, _=_),
                choices=ROWS,
                sub=" ".join(telling.rules_of(vote, _)),
                told=[f"{it.rank}: {telling_votes.candidate(it.title, _)}" for it in above],
            )
        elif vote.step == step.id:
            titles = [telling_votes.candidate(it.title, _) for it in vote.candidates]
            yield Part(
                make=partial(candidates, titles),
                choices=CARDS,
                sub=telling.turnout(vote, _),
            )


def candidates(titles: Iterable[str], size: float, wide: float) -> Iterator[Box]:
    for title in titles:
        yield from cards.card([(title, Look(size, 700))], wide, cards.plain, size * 0.6)


def ranked(vote: Vote, size: float, wide: float, _: Wording) -> Iterator[Box]:
    most = max(it.dots for it in vote.results) or 1
    people = [who(it, _) for it in vote.results]
    room = max(width(words) for words in people) * cards.small(size).size
    right = wide - room - size * 1.9
    for at, it in enumerate(vote.results):
        box = result(it, most, size, wide, right, _)
        below = at > 0 and vote.results[at - 1].above_cut and not it.above_cut
        cut = line(0, -size * 0.35, wide, -size * 0.35, "thread", 3) if below else ""
        yield replace(box, svg=cut + box.svg)


def who(it: VoteLine, _: Wording) -> str:
    return f"{_('Voters')}: {telling.voters(it.voters, _)}"


def result(it: VoteLine, most: int, size: float, wide: float, right: float, _: Wording) -> Box:
    """Place, words, a disc for each dot, how many dots, from `right` on, and how many people."""
    look = Look(size, 700 if it.above_cut else 400)
    x, split = size * 2.4, wide * 0.56
    title, high = words(telling_votes.candidate(it.title, _), split - x - size, look, x)
    rank, tied = said(str(it.rank), 0, 0, Look(size * 1.1, 700)), ""
    if it.tied:
        small = cards.small(size)
        tied, high = said(_("tied"), 0, size * 1.25, small), max(high, size * 1.25 + small.line)
    numbers = said(str(it.dots), right, 0, Look(size, 700)) + said(
        who(it, _), right + size * 1.9, size * 0.18, cards.small(size)
    )
    high = max(high, look.line)
    drawn = rank + tied + title + dots(it.dots, most, split, right - size, size) + numbers
    return Box(
        high + size * 0.35,
        drawn + line(0, high + size * 0.35, wide, high + size * 0.35, "line"),
        gap=size * 0.35,
    )


def dots(count: int, most: int, left: float, right: float, size: float) -> str:
    step = size * 0.72
    if most <= DISCS and most * step <= right - left:
        every = (
            disc(left + step * (at + 0.5), size * 0.62, step * 0.42, "close") for at in range(count)
        )
        return "".join(every)
    return rect(left, size * 0.25, (right - left) * count / most, size * 0.75, "close")


def scored(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    titles = agreement.scoring_titles(report, _)
    for scoring in report.scorings:
        if scoring.step == step.id and scoring.results:
            yield Part(
                make=partial(marks, scoring, _=_),
                choices=CARDS,
                sub=f"{titles[scoring.id]}. {' '.join(agreement.how_scored(scoring, _))}",
                told=[
                    f"{agreement.marked(scoring, it, _)}: {_('Middle')} {_.decimal(it.median)}"
                    for it in scoring.results
                    if it.median
                ],
            )


def marks(scoring: ScoringLine, size: float, wide: float, _: Wording) -> Iterator[Box]:
    if scoring.text:
        yield from cards.card([(scoring.text, Look(size, 700))], wide, cards.tied, size * 0.7)
    for it in scoring.results:
        yield cards.heading(agreement.marked(scoring, it, _), "", size, wide)
        yield from spread(scoring, it, size, wide, _)


def spread(
    scoring: ScoringLine, it: MarkLine, size: float, wide: float, _: Wording
) -> Iterator[Box]:
    """A bar for each mark, then the middle and where half of the marks lie."""
    scale, most = agreement.scale_of(scoring, it), max(it.counts, default=0) or 1
    for mark, count in enumerate(it.counts, scale.low):
        label = f"{mark}  {agreement.mark_word(scale, mark)}"
        split = 0.4 if scale.words else 0.08
        yield cards.bar(label, str(count), count / most, size * 0.8, wide, split)
    if not it.median:
        told = f"{_('Answers')}: {agreement.answers(it, _)}"
    else:
        told = f"{_('Middle')}: {_.decimal(it.median)} ({agreement.spread(it, _)})"
    svg, high = words(told, wide, cards.small(size))
    yield Box(high, svg, gap=size * 0.35)


def plotted(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    """The matrix, and beside it what its numbers stand for."""
    titles = agreement.scoring_titles(report, _)
    for weighing in report.weighings:
        if weighing.step == step.id and comparing.has_quadrants(weighing):
            yield Part(
                make=partial(placed, report, weighing, _=_),
                choices=CARDS,
                sub=titles[weighing.scoring],
                told=list(places(report, weighing, _)),
                beside=plot(report, weighing, _),
            )


def places(report: Report, weighing: WeighingLine, _: Wording) -> Iterator[str]:
    for it in weighing.items:
        if it.rank:
            title = comparing.name(report, it.item, it.title, _)
            yield f"{comparing.place_of(it, _)}: {title}"


def placed(
    report: Report, weighing: WeighingLine, size: float, wide: float, _: Wording
) -> Iterator[Box]:
    for it in weighing.items:
        yield one_placed(report, weighing, it, size, wide, _)


def one_placed(
    report: Report, weighing: WeighingLine, it: WeighedLine, size: float, wide: float, _: Wording
) -> Box:
    x = size * 2.4
    apart = comparing.apart(report, weighing, it, _)
    texts = [
        (comparing.name(report, it.item, it.title, _), Look(size, 700)),
        (f"{_('Score')}: {_.decimal(it.score)}" if it.score else "", cards.small(size)),
        (comparing.quadrant(it, _), cards.small(size)),
        (f"{_('Where we differ')}: {apart}" if apart else "", cards.small(size)),
        (
            comparing.chosen_word(report, weighing, it.item, _),
            replace(cards.small(size), weight=700),
        ),
    ]
    svg, high = stacked(texts, wide - x, x)
    number = ""
    if it.rank:
        number = disc(size, size * 0.75, size * 0.85, "ink") + said(
            str(it.rank), size, size * 0.18, Look(size * 0.9, 700, "surface"), "middle"
        )
    return Box(max(high, size * 1.7), number + svg, gap=size * 0.8)


def plot(report: Report, weighing: WeighingLine, _: Wording) -> Callable[[float], str]:
    """The matrix: value upwards, effort to the right, the numbers are the places in the list."""
    value, effort = comparing.axes(report, weighing)
    spots = comparing.spots(report, weighing)
    corners = [comparing.corner(corner, _) for corner in ("first", "explore", "small", "drop")]

    def drawn(side: float) -> str:
        inner, look = side - 24, Look(13, fill="ink-2")
        frame = line(0, 0, 0, inner, "ink", 1.2) + line(0, inner, inner, inner, "ink", 1.2)
        cross = line(inner / 2, 0, inner / 2, inner, "line") + line(
            0, inner / 2, inner, inner / 2, "line"
        )
        places = (
            (10, 8, "start"),
            (inner - 10, 8, "end"),
            (10, inner - 26, "start"),
            (inner - 10, inner - 26, "end"),
        )
        named = (
            said(text, x, y, look, at) for text, (x, y, at) in zip(corners, places, strict=True)
        )
        axes = said(_("↑ %(title)s", title=value), 0, inner + 6, Look(12)) + said(
            _("%(title)s →", title=effort), inner, inner + 6, Look(12), "end"
        )
        return frame + cross + "".join(named) + axes + "".join(spot(*each, inner) for each in spots)

    return drawn


def spot(x: int, y: int, ranks: str, inner: float) -> str:
    left, top = (x - 2) / 100 * inner, (y - 2) / 100 * inner
    look = Look(14 if len(ranks) < 3 else 9, 700, "surface")
    return disc(left, top, 14, "ink") + said(ranks, left, top - look.size * 0.62, look, "middle")
