"""rows.csv and order.csv: what was laid beside each other, and what its marks came to."""

from collections.abc import Iterable, Sequence

from workshop.export import agreement, compared
from workshop.export.as_csv import Cell, table, yes_or_no
from workshop.export.parts import ChoiceLine, Report, WeighedLine, WeighingLine
from workshop.export.reading import step_titles
from workshop.export.wording import Wording


def rows_csv(report: Report, _: Wording) -> bytes:
    """One line for each field of each row that was filled in: tables differ in what they ask for."""
    head = [_("Cycle"), _("Step"), _("Row"), _("Field"), _("Text"), _("Name"), _("Row id")]
    return table(head, row_cells(report, _))


def row_cells(report: Report, _: Wording) -> Iterable[Sequence[Cell]]:
    steps = {step.id: step for step in report.agenda}
    for row in report.rows:
        where = steps[row.step]
        for cell in row.cells:
            named = compared.row_name(row, _)
            yield [where.cycle, where.title, named, cell.title, cell.text, row.name, row.id]


def order_csv(report: Report, _: Wording) -> bytes:
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
    return table(head, order_rows(report, _))


def order_rows(report: Report, _: Wording) -> Iterable[Sequence[Cell]]:
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
        it.score,
        it.value,
        it.effort,
        compared.quadrant(it, _),
        compared.apart(report, weighing, it, _),
    ]


def choice_cells(choice: ChoiceLine | None, _: Wording) -> list[Cell]:
    if choice is None:
        return ["", ""]
    return [_("Kept") if choice.choice == "keep" else _("Dropped"), choice.reason]
