"""What the room laid beside each other, what its marks came to, and what it kept and dropped, as lines."""

from collections.abc import Iterator

from msgspec.structs import asdict

from workshop.core.agenda import Step, in_order
from workshop.core.candidates import Choice
from workshop.core.records import Place
from workshop.core.rows import Row, rows_of, title_of
from workshop.core.scorings import Scoring
from workshop.core.weighing import Weighing
from workshop.export.parts import CellLine, ChoiceLine, RowLine, WeighedLine, WeighingLine
from workshop.export.unsaid import Said


def named(place: Place) -> dict[str, str]:
    """What each row is called, by its id."""
    steps = {step.id: step for step in place.all(Step)}
    return {row.id: title_of(steps[row.step], row) for row in place.all(Row)}


def rows(place: Place) -> Iterator[RowLine]:
    for step in in_order(place):
        for row in rows_of(place, step.id):
            yield row_line(step, row)


def row_line(step: Step, row: Row) -> RowLine:
    told = [(field, text) for field in step.setup.fields if (text := row.cells.get(field.id))]
    return RowLine(
        id=row.id,
        step=row.step,
        title=title_of(step, row),
        cells=tuple(
            CellLine(field=field.id, title=field.title, form=field.form, text=text)
            for field, text in told
        ),
        about=row.about,
        nothing=row.nothing,
        name=row.name,
    )


def choices(place: Place, said: Said) -> Iterator[ChoiceLine]:
    """In the order of the agenda; what is kept comes first."""
    order = {step.id: step.place for step in place.all(Step)}
    found = place.all(Choice)
    for each in sorted(found, key=lambda it: (order.get(it.step, -1), it.choice != "keep")):
        yield ChoiceLine(
            step=each.step,
            item=each.item,
            title=said.title(each.item, each.title),
            choice=each.choice,
            reason=each.reason,
        )


def weighings(place: Place, said: Said) -> Iterator[WeighingLine]:
    for each in place.all(Weighing):
        scoring = place.get(Scoring, each.id)
        titles = {it.item: it.title for it in scoring.items} if scoring else {}
        yield WeighingLine(
            scoring=each.id,
            step=each.step,
            items=tuple(
                WeighedLine(title=said.title(it.item, titles.get(it.item, "")), **asdict(it))
                for it in each.items
            ),
        )
