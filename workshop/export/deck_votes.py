"""The slides of what was chosen and compared: each vote as a chart, and then as a table."""

from collections.abc import Iterator, Sequence

from workshop.export import compared, printed_results, telling, telling_votes
from workshop.export.deck_notes import in_full
from workshop.export.deck_pages import grids, numbered, points
from workshop.export.fitting import fitted
from workshop.export.palette import tokens
from workshop.export.parts import Report, Vote, VoteLine
from workshop.export.slides import Chart, Series, Slide
from workshop.export.wording import Wording

BARS, PARTED = 5, 4  # bars with labels of two lines on a slide; fewer where a legend stands below
LABEL = 330.0  # points that a label of a bar has, on two lines
PARTS = ("n-need-b", "n-prob-b", "n-lear-b", "n-ques-b", "n-idea-b", "n-unkn-b")


def chosen(report: Report, _: Wording) -> Iterator[Slide]:
    titles = telling.vote_titles(report, _)
    for vote in report.votes:
        title = f"{_('What we chose')}: {titles[vote.id]}"
        notes = (*telling.rules_of(vote, _), *in_full(printed_results.result(vote, _)))
        if vote.results:
            yield from charts(vote, title, notes, _)
            yield from table(vote, _("%(title)s, in numbers", title=title), notes, _)
        else:
            named = [telling_votes.candidate(it.title, _) for it in vote.candidates]
            yield from points(title, [telling.turnout(vote, _), *named], notes, _, slides=2)
    yield from comparisons(report, _)


def charts(vote: Vote, title: str, notes: tuple[str, ...], _: Wording) -> Iterator[Slide]:
    """The first candidates, as many as came above the cut and some below."""
    above = sum(line.above_cut for line in vote.results)
    bars = PARTED if vote.criteria else BARS
    shown = vote.results[: bars if above <= bars else 2 * bars]
    pages = [shown[at : at + bars] for at in range(0, len(shown), bars)]
    for number, page in enumerate(pages, 1):
        parts = series(vote, page, _)
        labels = [
            f"{printed_results.rank(line, _)}: {telling_votes.candidate(line.title, _)}"
            for line in page
        ]
        yield Chart(
            title=numbered(title, number, len(pages), _),
            notes=notes,
            form="parts" if vote.criteria else "bars",
            labels=tuple(fitted(label, LABEL, 2) for label in labels),
            series=parts,
            told=in_words(labels, parts),
            strong=sum(line.above_cut for line in page),
        )


def series(vote: Vote, page: Sequence[VoteLine], _: Wording) -> tuple[Series, ...]:
    """The dots; of a vote by criteria those of each one."""
    if not vote.criteria:
        return (Series(_("Dots"), tuple(line.dots for line in page), tokens()["ink"]),)
    return tuple(
        Series(
            fitted(name, LABEL, 1),
            tuple(line.by_criterion[at] for line in page),
            tokens()[PARTS[at % len(PARTS)]],
        )
        for at, name in enumerate(vote.criteria)
    )


def in_words(labels: Sequence[str], parts: Sequence[Series]) -> str:
    """A chart for those who hear it."""
    told = []
    for at, label in enumerate(labels):
        numbers = ", ".join(f"{part.name} {part.values[at]}" for part in parts)
        told.append(f"{label}: {numbers}")
    return "; ".join(told)


def table(vote: Vote, title: str, notes: tuple[str, ...], _: Wording) -> Iterator[Slide]:
    head = (_("Place"), _("Candidate"), _("Dots"), _("Voters"))
    rows = [
        (
            printed_results.rank(line, _),
            telling_votes.candidate(line.title, _),
            str(line.dots),
            str(telling.voters(line.voters, _)),
        )
        for line in vote.results
    ]
    yield from grids(title, head, rows, notes, _, slides=2)


def comparisons(report: Report, _: Wording) -> Iterator[Slide]:
    """What the marks came to, and what is kept and dropped on purpose."""
    notes = in_full(printed_results.compared(report, _))
    for step in compared.comparisons(report, _):
        title = f"{_('What we compared')}: {step.title}"
        for _title, weighing in step.orders:
            rows = [
                (
                    compared.place_of(it, _),
                    compared.name(report, it.item, it.title, _),
                    _.decimal(it.score),
                )
                for it in weighing.items
            ]
            yield from grids(title, (_("Place"), _("What"), _("Score")), rows, notes, _, slides=2)
        kept = [(_("We keep"), it) for it in step.kept]
        told = [*kept, *((_("We drop on purpose"), it) for it in step.dropped)]
        if told:
            names = [f"{how}: {compared.name(report, it.item, it.title, _)}" for how, it in told]
            yield from points(title, names, notes, _, slides=2)
        elif step.table and not step.orders:
            names = [compared.row_name(row, _) for row in step.table.rows]
            yield from points(title, names, notes, _, slides=2)
