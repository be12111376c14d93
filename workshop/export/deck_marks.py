"""The slides of where the room stands: always how the marks lie, never their middle alone."""

from collections.abc import Iterator, Sequence

from workshop.export import agreement, printed_results
from workshop.export.deck_notes import sections
from workshop.export.deck_pages import numbered, points
from workshop.export.deck_votes import LABEL, PARTED, in_words
from workshop.export.fitting import WIDE, fitted
from workshop.export.palette import tokens
from workshop.export.parts import MarkLine, Report, ScaleLine, ScoringLine
from workshop.export.slides import Chart, Series, Slide
from workshop.export.wording import Wording

LIGHT, DARK = (216, 233, 251), (19, 34, 42)  # the lowest mark and the highest, red green blue
MOST_SLIDES = 2


def marked(report: Report, _: Wording) -> Iterator[Slide]:
    titles = agreement.scoring_titles(report, _)
    all_notes = sections(printed_results.scored(report, _), 3)
    for line, notes in zip(report.scorings, all_notes, strict=True):
        title = f"{_('Where the room stands')}: {titles[line.id]}"
        told = [it for it in line.results if it.counts]
        if not told:
            yield from points(
                title,
                [*filter(None, [line.text]), *agreement.how_scored(line, _)],
                notes,
                _,
                slides=1,
            )
        elif len(told) == 1:
            yield histogram(line, told[0], title, notes, _)
        else:
            yield from side_by_side(line, told, title, notes, _)


def histogram(
    line: ScoringLine, it: MarkLine, title: str, notes: tuple[str, ...], _: Wording
) -> Chart:
    """How many gave each mark."""
    scale = agreement.scale_of(line, it)
    marks = tuple(str(mark) for mark in range(scale.low, scale.high + 1))
    counts = (Series(_("People"), it.counts, tokens()["ink-2"]),)
    return Chart(
        title=title,
        notes=notes,
        form="columns",
        labels=marks,
        series=counts,
        told=in_words(marks, counts),
        under=fitted(" · ".join([*ends(scale), middle(it, _)]), WIDE, 2),
    )


def ends(scale: ScaleLine) -> list[str]:
    """What the lowest and the highest mark are called."""
    if not scale.words:
        return []
    return [f"{scale.low} = {scale.words[0]}", f"{scale.high} = {scale.words[-1]}"]


def middle(it: MarkLine, _: Wording) -> str:
    return f"{_('Middle')} {_.decimal(it.median)} ({agreement.spread(it, _)})"


def side_by_side(
    line: ScoringLine, told: Sequence[MarkLine], title: str, notes: tuple[str, ...], _: Wording
) -> Iterator[Slide]:
    """A bar for each, made of how many gave each mark; scales of other marks have bars of their own."""
    lots: dict[tuple[int, int], list[MarkLine]] = {}
    for it in told:
        scale = agreement.scale_of(line, it)
        lots.setdefault((scale.low, scale.high), []).append(it)
    for (low, high), lot in lots.items():
        pages = [lot[at : at + PARTED] for at in range(0, len(lot), PARTED)][:MOST_SLIDES]
        for number, page in enumerate(pages, 1):
            name = numbered(title, number, len(pages), _)
            yield bars(line, page, range(low, high + 1), name, notes, _)


def bars(
    line: ScoringLine,
    page: Sequence[MarkLine],
    marks: range,
    title: str,
    notes: tuple[str, ...],
    _: Wording,
) -> Chart:
    labels = [agreement.marked(line, it, _) for it in page]
    counts = tuple(
        Series(str(mark), tuple(it.counts[at] for it in page), shade(at, len(marks)))
        for at, mark in enumerate(marks)
    )
    return Chart(
        title=title,
        notes=notes,
        form="parts",
        labels=tuple(fitted(label, LABEL, 2) for label in labels),
        series=counts,
        told=in_words(labels, counts),
    )


def shade(at: int, all_: int) -> str:
    """From light to dark, as the marks rise."""
    part = at / max(1, all_ - 1)
    mixed = (round(low + (high - low) * part) for low, high in zip(LIGHT, DARK, strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)
