"""What each step came to, as parts to draw: its forms, notes, clusters, tables, decisions and actions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from workshop.export import agreement, reading, telling, versions
from workshop.export import compared as comparing
from workshop.export.board import cards, results
from workshop.export.board.drawing import Box, Look
from workshop.export.board.part import CARDS, NOTES, Part
from workshop.export.parts import (
    ActionLine,
    ChoiceLine,
    DecisionLine,
    ParkedLine,
    PollLine,
    Report,
    RowLine,
    SheetLine,
    StepLine,
    WeighingLine,
)
from workshop.export.wording import Wording

BESIDE = 7  # prompts that stand beside each other, each in columns of its own


def parts(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    yield from forms(report, step, _)
    yield from noted(report, step, _)
    yield from compared(report, step, _)
    yield from plotted(report, step, _)
    yield from results.scored(report, step, _)
    yield from results.voted(report, step, _)


def forms(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    """The last version that the step came to of each thing."""
    last = {sheet.subject: sheet for sheet in report.sheets if sheet.step == step.id}
    if last:
        yield Part(
            make=lambda size, wide: [
                box for sheet in last.values() for box in form(sheet, size, wide, _)
            ],
            choices=CARDS,
            told=[versions.shown(versions.headline(sheet), _) for sheet in last.values()],
        )


def form(sheet: SheetLine, size: float, wide: float, _: Wording) -> Iterator[Box]:
    for it in sheet.fields:
        first = it.field == sheet.subject
        texts = [
            (it.title, cards.small(size)),
            (versions.shown(it.text, _), Look(size, 700 if first else 400)),
        ]
        yield from cards.card(texts, wide, cards.tied if first else cards.plain, size * 0.7)


def noted(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    """A wall, prompts beside each other, or what was put together."""
    if step.layout == "clusters":
        groups = reading.clusters_in(report, {step.id}, _)
        alone = reading.alone_in(report, [step])
        found = reading.Together("", tuple(groups), alone)
        if alone:
            groups.append(reading.Group(_("Standing alone"), alone))
        if groups:
            yield grouped(groups, telling.grouping(found, _), _)
    elif (group := reading.written_in(report, _).get(step.id)) is not None:
        lists = list(group.parts) or [reading.Group("", group.notes)]
        count = sum(len(it.notes) for it in lists)
        beside = step.layout == "columns" and len(lists) <= BESIDE
        yield grouped(lists, _.ngettext("%(num)d note", "%(num)d notes", count), _, beside)


def grouped(groups: Sequence[reading.Group], sub: str, _: Wording, beside: bool = False) -> Part:
    return Part(
        make=lambda size, wide: [
            box for group in groups for box in one_group(group, size, wide, beside, _)
        ],
        choices=NOTES,
        sub=sub,
        told=[f"{group.title} ({len(group.notes)})" for group in groups if group.title],
    )


def one_group(
    group: reading.Group, size: float, wide: float, beside: bool, _: Wording
) -> Iterator[Box]:
    if group.title:
        head = cards.heading(group.title, str(len(group.notes)), size, wide)
        yield replace(head, fresh=beside)
    yield from cards.notes(group.notes, size, wide, _)


def compared(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    """The rows of a table, their order by their marks, then what is kept and what is dropped."""
    rows = [row for row in report.rows if row.step == step.id]
    orders = [
        it for it in report.weighings if it.step == step.id and not comparing.has_quadrants(it)
    ]
    plots = len(orders) < sum(it.step == step.id for it in report.weighings)
    kept = [] if plots else choices_of(report, step)
    if rows or orders or kept:
        yield Part(
            make=lambda size, wide: [
                *(box for row in rows for box in one_row(row, size, wide, _)),
                *(box for it in orders for box in order(report, it, size, wide, _)),
                *choices(report, kept, size, wide, _),
            ],
            choices=CARDS,
            told=[
                *(comparing.row_name(row, _) for row in rows),
                *(place for it in orders for place in results.places(report, it, _)),
                *(f"{chosen_title(it, _)}: {name(report, it, _)}" for it in kept),
            ],
        )


def plotted(report: Report, step: StepLine, _: Wording) -> Iterator[Part]:
    """A matrix; below the list of its places stands what is kept and dropped."""
    for part in results.plotted(report, step, _):
        yield replace(part, make=partial(with_choices, report, step, part, _=_))


def with_choices(
    report: Report, step: StepLine, part: Part, size: float, wide: float, _: Wording
) -> Iterator[Box]:
    yield from part.make(size, wide)
    yield from choices(report, choices_of(report, step), size, wide, _)


def choices_of(report: Report, step: StepLine) -> list[ChoiceLine]:
    return [it for it in report.choices if it.step == step.id]


def order(
    report: Report, weighing: WeighingLine, size: float, wide: float, _: Wording
) -> Iterator[Box]:
    title = agreement.scoring_titles(report, _)[weighing.scoring]
    yield cards.heading(title, "", size, wide)
    yield from results.placed(report, weighing, size, wide, _)


def choices(
    report: Report, kept: Sequence[ChoiceLine], size: float, wide: float, _: Wording
) -> Iterator[Box]:
    for title, found in groupby(kept, key=lambda it: chosen_title(it, _)):
        lines = list(found)
        yield cards.heading(title, str(len(lines)), size, wide)
        for it in lines:
            texts = [(name(report, it, _), Look(size, 700)), (it.reason, cards.small(size))]
            yield from cards.card(texts, wide, cards.plain, size * 0.7)


def chosen_title(line: ChoiceLine, _: Wording) -> str:
    return _("We keep") if line.choice == "keep" else _("We drop on purpose")


def one_row(row: RowLine, size: float, wide: float, _: Wording) -> list[Box]:
    fields = [(f"{it.title}: {comparing.told(it, _)}", Look(size * 0.85)) for it in row.cells[1:]]
    texts = [(comparing.row_name(row, _), Look(size, 700)), *fields, (row.name, cards.small(size))]
    return cards.card(texts, wide, cards.plain, size * 0.7)


def name(report: Report, line: ChoiceLine, _: Wording) -> str:
    return comparing.name(report, line.item, line.title, _)


def outcomes(report: Report, _: Wording) -> Iterator[Part]:
    """What was decided, and who does what."""
    if report.decisions or report.actions:
        yield Part(
            make=lambda size, wide: [
                *(box for it in report.decisions for box in decision(it, size, wide, _)),
                *(box for it in report.actions for box in action(it, size, wide, _)),
            ],
            choices=CARDS,
            sub=telling.follow_up(report, _),
            told=[it.text for it in report.decisions] + [it.what for it in report.actions],
        )


def decision(line: DecisionLine, size: float, wide: float, _: Wording) -> list[Box]:
    grounds = [(f"{label}: {text}", cards.small(size)) for label, text in telling.grounds(line, _)]
    texts = [(_("Decided"), cards.small(size)), (line.text, Look(size, 700)), *grounds]
    return cards.card(texts, wide, cards.tied, size * 0.7)


def action(line: ActionLine, size: float, wide: float, _: Wording) -> list[Box]:
    helpers = [(_("Helpers"), line.helpers)] if line.helpers else []
    under = [*helpers, *telling.under(line, _)]
    small = [(f"{label}: {text}", cards.small(size)) for label, text in under]
    whose = " · ".join(filter(None, [telling.owner(line, _), telling.due(line, _)]))
    who = (whose, Look(size * 0.85))
    return cards.card([(line.what, Look(size, 700)), who, *small], wide, cards.plain, size * 0.7)


def polls(report: Report, _: Wording) -> Iterator[Part]:
    if report.polls:
        yield Part(
            make=lambda size, wide: [
                box for poll in report.polls for box in one_poll(poll, size, wide, _)
            ],
            choices=CARDS,
            told=[f"{it.question} {telling.answered(it, _)}" for it in report.polls],
        )


def one_poll(poll: PollLine, size: float, wide: float, _: Wording) -> Iterator[Box]:
    yield cards.heading(poll.question, "", size, wide)
    yield from cards.card(
        [(telling.answered(poll, _), cards.small(size))], wide, cards.bare, size * 0.1
    )
    most = max((it.count for it in poll.results), default=0) or 1
    for it in poll.results:
        label = telling.answer_words(poll, it.answer, _)
        yield cards.bar(label, str(it.count), it.count / most, size * 0.85, wide)


def parked(report: Report, _: Wording) -> Iterator[Part]:
    if report.parked:
        yield Part(
            make=lambda size, wide: [
                box for line in report.parked for box in thought(line, size, wide, _)
            ],
            choices=NOTES,
            told=[telling.with_what_became(it, _) for it in report.parked],
        )


def thought(line: ParkedLine, size: float, wide: float, _: Wording) -> list[Box]:
    """A thought, and under it what becomes of it."""
    became = telling.became(line, _)
    small = [(became, cards.small(size))] if became else []
    return cards.card([(line.text, Look(size)), *small], wide, cards.plain, size * 0.6)
