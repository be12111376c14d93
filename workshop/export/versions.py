"""What the versions of a form say in words, the same ones in every format."""

from dataclasses import dataclass

from workshop.core.forms import GOAL
from workshop.core.times import is_day
from workshop.export.parts import Report, SheetLine
from workshop.export.reading import step_titles
from workshop.export.wording import Wording


@dataclass(frozen=True)
class Thing:
    """One thing that forms were about: what it says now, and all its versions, the newest first."""

    title: str
    now: SheetLine
    versions: tuple[SheetLine, ...]


def things(report: Report, _: Wording) -> list[Thing]:
    """The goal first, whatever else was written down before it."""
    found: dict[str, list[SheetLine]] = {}
    for sheet in report.sheets:
        found.setdefault(sheet.subject, []).insert(0, sheet)
    subjects = sorted(found, key=lambda subject: subject != GOAL)
    return [
        Thing(title_of(report, found[each], _), found[each][0], tuple(found[each]))
        for each in subjects
    ]


def title_of(report: Report, versions: list[SheetLine], _: Wording) -> str:
    if versions[0].subject == GOAL:
        return _("The goal")
    return step_titles(report, _).get(versions[0].step, "")


def headline(sheet: SheetLine) -> str:
    """The one text that stands for all, as the screens choose it."""
    texts = {it.field: it.text for it in sheet.fields}
    return texts.get(sheet.subject) or next(iter(texts.values()), "")


def shown(text: str, _: Wording) -> str:
    return _.day(text) if is_day(text) else text


def moved_by(report: Report, sheet: SheetLine) -> list[str]:
    """The words of the notes that moved it."""
    texts = {note.id: note.text for note in report.notes}
    return [texts[note] for note in sheet.insights if note in texts]


def sure(report: Report, sheet: SheetLine, _: Wording) -> str:
    """The middle of the marks and how far they lie apart; empty where nobody was asked."""
    for line in report.scorings:
        if line.id == sheet.confidence and line.results:
            result, scale = line.results[0], line.scales[0]
            if not result.median:
                return _("too few answered to tell")
            told = {name: _.decimal(getattr(result, name)) for name in ("median", "q1", "q3")}
            return _("%(median)s of %(high)s, half from %(q1)s to %(q3)s", high=scale.high, **told)
    return ""


def came_from(report: Report, continued: str, _: Wording) -> str:
    """The earlier workshop that something came along from; empty for what was made here."""
    for line in report.continued:
        if line.id == continued:
            if line.held:
                return _("From “%(title)s”, %(day)s", title=line.title, day=_.day(line.held))
            return _("From “%(title)s”", title=line.title)
    return ""
