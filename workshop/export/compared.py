"""What was compared, in words and rows, the same in every format."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from workshop.export import agreement
from workshop.export.parts import (
    CellLine,
    ChoiceLine,
    Report,
    RowLine,
    ScoringLine,
    StepLine,
    WeighedLine,
    WeighingLine,
)
from workshop.export.reading import step_titles
from workshop.export.telling_votes import candidate
from workshop.export.wording import Wording


class Head(NamedTuple):
    """A field of a table; two may have the same title."""

    field: str
    title: str


@dataclass(frozen=True)
class Table:
    """The rows of one step; `heads` are the fields that any of them told."""

    title: str
    heads: tuple[Head, ...]
    rows: tuple[RowLine, ...]


@dataclass(frozen=True)
class Compared:
    """All that one step compared: its table, what its marks came to, and what is kept and dropped."""

    title: str
    prompt: str
    table: Table | None
    orders: tuple[tuple[str, WeighingLine], ...]
    kept: tuple[ChoiceLine, ...]
    dropped: tuple[ChoiceLine, ...]


def comparisons(report: Report, _: Wording) -> list[Compared]:
    """In the order of the agenda, the steps that have anything of it."""
    titles = step_titles(report, _)
    return [found for step in report.agenda if (found := compared(report, step, titles, _))]


def compared(report: Report, step: StepLine, titles: dict[str, str], _: Wording) -> Compared | None:
    rows = tuple(row for row in report.rows if row.step == step.id)
    scored = agreement.scoring_titles(report, _)
    orders = tuple((scored[it.scoring], it) for it in report.weighings if it.step == step.id)
    chosen = [it for it in report.choices if it.step == step.id]
    if not (rows or orders or chosen):
        return None
    return Compared(
        title=titles[step.id],
        prompt=step.prompt,
        table=Table(titles[step.id], heads(rows), rows) if rows else None,
        orders=orders,
        kept=tuple(it for it in chosen if it.choice == "keep"),
        dropped=tuple(it for it in chosen if it.choice == "drop"),
    )


def heads(rows: Sequence[RowLine]) -> tuple[Head, ...]:
    """The fields beside the one that names the row, in the order of the table."""
    found: dict[str, str] = {}
    for row in rows:
        found |= {cell.field: cell.title for cell in row.cells[1:]}
    return tuple(Head(field, title) for field, title in found.items())


def row_name(row: RowLine, _: Wording) -> str:
    return row.title or (_("Doing nothing") if row.nothing else candidate("", _))


def name(report: Report, item: str, title: str, _: Wording) -> str:
    """What an item is called; the row for doing nothing may have no words of its own."""
    row = next((row for row in report.rows if row.id == item), None)
    return title or (row_name(row, _) if row else candidate("", _))


def cell(row: RowLine, head: Head, _: Wording) -> str:
    """The text under a head of the table; a date as people write it."""
    return next((told(it, _) for it in row.cells if it.field == head.field), "")


def told(cell: CellLine, _: Wording) -> str:
    return _.day(cell.text) if cell.form == "date" else cell.text


def place_of(it: WeighedLine, _: Wording) -> str:
    if not it.rank:
        return ""
    return f"{it.rank} ({_('tied')})" if it.tied else str(it.rank)


def quadrant(it: WeighedLine, _: Wording) -> str:
    return corner(it.quadrant, _)


def corner(quadrant: str, _: Wording) -> str:
    return {
        "first": _("Do first"),
        "explore": _("Explore over time"),
        "small": _("Small quick gain"),
        "drop": _("Leave it"),
    }.get(quadrant, "")


def spots(report: Report, weighing: WeighingLine) -> list[tuple[int, int, str]]:
    """Where the items stand in the picture, in hundredths from its left and its top; on one spot together."""
    scoring = next(line for line in report.scorings if line.id == weighing.scoring)
    found: dict[tuple[int, int], list[str]] = {}
    for it in weighing.items:
        if it.quadrant:
            spot = (2 + along(scoring, it.effort, -1), 102 - along(scoring, it.value, 1))
            found.setdefault(spot, []).append(str(it.rank))
    return [(x, y, " ".join(dict.fromkeys(ranks))) for (x, y), ranks in found.items()]


def axes(report: Report, weighing: WeighingLine) -> list[str]:
    """What value and effort are called: the titles of the scales that more, and that less, is better on."""
    scoring = next(line for line in report.scorings if line.id == weighing.scoring)
    return [
        " · ".join(scale.title for scale in scoring.scales if scale.weight * sign > 0)
        for sign in (1, -1)
    ]


def along(scoring: ScoringLine, mark: str, sign: int) -> int:
    """How far from the low end to the high end of the scales of this sign, in hundredths."""
    scales = [scale for scale in scoring.scales if scale.weight * sign > 0]
    weight = sum(abs(scale.weight) for scale in scales)
    low = sum(Fraction(scale.low * abs(scale.weight), weight) for scale in scales)
    high = sum(Fraction(scale.high * abs(scale.weight), weight) for scale in scales)
    return round(100 * (Fraction(mark) - low) / (high - low))


def apart(report: Report, weighing: WeighingLine, it: WeighedLine, _: Wording) -> str:
    """The scales that the room differed on: from where to where half of the marks lie."""
    scoring = next(line for line in report.scorings if line.id == weighing.scoring)
    return " · ".join(spread(scoring, it, scale, _) for scale in it.apart)


def spread(scoring: ScoringLine, it: WeighedLine, scale_id: str, _: Wording) -> str:
    found = next(one for one in scoring.results if (one.item, one.scale) == (it.item, scale_id))
    title = agreement.scale_of(scoring, found).title
    return f"{title} {agreement.spread(found, _)}"


def has_quadrants(weighing: WeighingLine) -> bool:
    return any(it.quadrant for it in weighing.items)


def chosen_word(report: Report, weighing: WeighingLine, item: str, _: Wording) -> str:
    words = {"keep": _("Kept"), "drop": _("Dropped")}
    found = (it for it in report.choices if (it.step, it.item) == (weighing.step, item))
    return next((words[it.choice] for it in found), "")
