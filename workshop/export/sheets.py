"""What forms say, version by version, and what came along from an earlier workshop, as lines of the report."""

from collections.abc import Container, Iterator

from workshop.core.continuing import Continued
from workshop.core.forms import Sheet
from workshop.core.records import Place
from workshop.core.scorings import Scoring
from workshop.export.parts import ContinuedLine, FieldLine, SheetLine


def sheets(place: Place, items: Container[str]) -> Iterator[SheetLine]:
    """Subject by subject, in the order in which each was first written; the first version first."""
    subjects = list(dict.fromkeys(sheet.subject for sheet in place.all(Sheet)))
    ordered = sorted(place.all(Sheet), key=lambda it: (subjects.index(it.subject), it.version))
    for sheet in ordered:
        yield SheetLine(
            id=sheet.id,
            step=sheet.step,
            subject=sheet.subject,
            version=sheet.version,
            cycle=sheet.cycle,
            at=sheet.at,
            fields=tuple(
                FieldLine(field=field, title=sheet.titles.get(field, field), text=text)
                for field, text in sheet.values.items()
            ),
            reason=sheet.reason,
            insights=tuple(note for note in sheet.insights if note in items),
            confidence=sheet.confidence if place.get(Scoring, sheet.confidence) else "",
            continued=sheet.continued,
        )


def continued(place: Place) -> Iterator[ContinuedLine]:
    for it in place.all(Continued):
        yield ContinuedLine(id=it.id, workshop=it.workshop, title=it.title, held=it.held)
