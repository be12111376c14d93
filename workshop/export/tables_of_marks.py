"""What was marked on scales, laid beside each other and weighed, as tables."""

from collections.abc import Iterator, Sequence

from workshop.export import agreement, compared
from workshop.export.parts import ChoiceLine, Report, WeighedLine, WeighingLine
from workshop.export.reading import step_titles
from workshop.export.table import Cell, Table, day_cell, number_cell, yes_or_no
from workshop.export.telling_votes import candidate
from workshop.export.wording import Wording


def scores(report: Report, _: Wording) -> Table:
    """Every item on every scale of every closed scoring: how many gave each mark, the middle and the spread."""
    high = max((scale.high for line in report.scorings for scale in line.scales), default=0)
    head = [
        _("Cycle"),
        _("Step"),
        _("Version"),
        _("Marked"),
        _("Text"),
        _("Scale"),
        _("Words of the scale"),
        _("Lowest mark"),
        _("Highest mark"),
        _("Answers"),
        _("Middle"),
        _("First quartile"),
        _("Third quartile"),
        _("Quartile distance"),
        _("Level needed"),
        _("Level reached"),
        _("May answer"),
        _("Have answered"),
        *(_("Gave %(mark)d", mark=mark) for mark in range(high + 1)),
        _("By group"),
        _("Item id"),
    ]
    return Table(_("Marks"), head, score_rows(report, high, _))


def score_rows(report: Report, high: int, _: Wording) -> Iterator[Sequence[Cell]]:
    titles = agreement.scoring_titles(report, _)
    cycles = {step.id: step.cycle for step in report.agenda}
    for line in report.scorings:
        needed = agreement.needed_words(line, _) if line.needed else ""
        for it in line.results:
            scale = agreement.scale_of(line, it)
            counts = dict(enumerate(it.counts, scale.low))
            yield [
                cycles.get(line.step, ""),
                titles[line.id],
                line.version,
                candidate(it.title, _),
                line.text,
                scale.title,
                "; ".join(scale.words),
                scale.low,
                scale.high,
                agreement.answers(it, _),
                number_cell(it.median),
                number_cell(it.q1),
                number_cell(it.q3),
                number_cell(it.iqr),
                needed,
                {"yes": _("yes"), "no": _("no")}.get(it.met, ""),
                line.electorate,
                line.ballots,
                *(counts.get(mark, "") for mark in range(high + 1)),
                agreement.groups_in_one(line, it),
                it.item,
            ]


def rows(report: Report, _: Wording) -> Table:
    """One line for each field of each row that was filled in: tables differ in what they ask for."""
    head = [_("Cycle"), _("Step"), _("Row"), _("Field"), _("Text"), _("Name"), _("Row id")]
    return Table(_("Tables"), head, row_cells(report, _))


def row_cells(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    steps = {step.id: step for step in report.agenda}
    for row in report.rows:
        where = steps[row.step]
        named = compared.row_name(row, _)
        for cell in row.cells:
            text = day_cell(cell.text) if cell.form == "date" else cell.text
            yield [where.cycle, where.title, named, cell.title, text, row.name, row.id]


def order(report: Report, _: Wording) -> Table:
    """Every item that was weighed, the best first, and whatever else was kept or dropped, with the reason."""
    head = [
        _("Cycle"),
        _("Step"),
        _("Place"),
        _("Tied"),
        _("What"),
        _("Score"),
        _("Value"),
        _("Effort"),
        _("Where it lies"),
        _("Where we differ"),
        _("Outcome"),
        _("Reason"),
        _("Item id"),
    ]
    return Table(_("What we compared"), head, order_rows(report, _))


def order_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    cycles = {step.id: step.cycle for step in report.agenda}
    scored = agreement.scoring_titles(report, _)
    chosen = {(it.step, it.item): it for it in report.choices}
    weighed = set[tuple[str, str]]()
    for weighing in report.weighings:
        for it in weighing.items:
            key = (weighing.step, it.item)
            weighed.add(key)
            name: list[Cell] = [cycles.get(weighing.step, ""), scored[weighing.scoring]]
            marks = mark_cells(report, weighing, it, _)
            yield [*name, *marks, *choice_cells(chosen.get(key), _), it.item]
    titles = step_titles(report, _)
    for key, choice in chosen.items():
        if key not in weighed:
            words = compared.name(report, choice.item, choice.title, _)
            blank: list[Cell] = ["", "", words, "", "", "", "", ""]
            place = [cycles.get(choice.step, ""), titles.get(choice.step, "")]
            yield [*place, *blank, *choice_cells(choice, _), choice.item]


def mark_cells(report: Report, weighing: WeighingLine, it: WeighedLine, _: Wording) -> list[Cell]:
    return [
        it.rank or "",
        yes_or_no(it.tied, _),
        compared.name(report, it.item, it.title, _),
        number_cell(it.score),
        number_cell(it.value),
        number_cell(it.effort),
        compared.quadrant(it, _),
        compared.apart(report, weighing, it, _),
    ]


def choice_cells(choice: ChoiceLine | None, _: Wording) -> list[Cell]:
    if choice is None:
        return ["", ""]
    return [_("Kept") if choice.choice == "keep" else _("Dropped"), choice.reason]
