"""What was written down, decided, promised and parked, as tables."""

from collections.abc import Iterator, Sequence

from workshop.export import versions
from workshop.export.parts import Report
from workshop.export.table import Cell, Table, day_cell, yes_or_no
from workshop.export.telling import becomes, how_far, vote_titles
from workshop.export.wording import Wording


def forms(report: Report, _: Wording) -> Table:
    """Every field of every version of every form, with why the version came and how sure the room was."""
    head = [
        _("Form"),
        _("Version"),
        _("Cycle"),
        _("Field"),
        _("It said"),
        _("Why"),
        _("How sure the room was"),
        _("Came from"),
        _("Version id"),
    ]
    return Table(_("Goals and forms"), head, form_rows(report, _))


def form_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    for thing in versions.things(report, _):
        for sheet in reversed(thing.versions):
            why = "; ".join(filter(None, [sheet.reason, *versions.moved_by(report, sheet)]))
            sure = versions.sure(report, sheet, _)
            came = versions.came_from(report, sheet.continued, _)
            for it in sheet.fields:
                said = day_cell(it.text)
                named: list[Cell] = [thing.title, sheet.version, sheet.cycle, it.title, said]
                yield [*named, why, sure, came, sheet.id]


def decisions(report: Report, _: Wording) -> Table:
    """What was decided, about what, and what it rests on."""
    head = [
        _("Decision"),
        _("About"),
        _("Vote"),
        _("Rests on"),
        _("What else there was"),
        _("Who decides"),
        _("Decided on"),
        _("In an ordinary week"),
        _("Decision id"),
    ]
    return Table(_("Decisions"), head, decision_rows(report, _))


def decision_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    titles = vote_titles(report, _)
    for line in report.decisions:
        yield [
            line.text,
            line.about_title,
            titles.get(line.vote, ""),
            line.basis,
            line.alternatives,
            line.decider,
            day_cell(line.decided_on),
            line.daily,
            line.id,
        ]


def actions(report: Report, _: Wording) -> Table:
    """Who does what by when; an empty cell is a gap to fill."""
    head = [
        _("Action"),
        _("Who"),
        _("Due"),
        _("First step"),
        _("About"),
        _("Taken on"),
        _("Helpers"),
        _("In a normal week"),
        _("Came from"),
        _("How far"),
        _("Action id"),
    ]
    return Table(_("Actions"), head, action_rows(report, _))


def action_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    for action in report.actions:
        yield [
            action.what,
            action.who,
            day_cell(action.due),
            action.first_step,
            action.about_title,
            yes_or_no(action.taken, _),
            action.helpers,
            action.daily,
            versions.came_from(report, action.continued, _),
            how_far(action, _),
            action.id,
        ]


def parked(report: Report, _: Wording) -> Table:
    """What the room put aside, and what it had put aside before."""
    head = [
        _("Put aside"),
        _("What becomes of it"),
        _("A word on it"),
        _("Came from"),
        _("Id"),
    ]
    return Table(_("Parking lot"), head, parked_rows(report, _))


def parked_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    for it in report.parked:
        came = versions.came_from(report, it.continued, _)
        yield [it.text, becomes(it, _), it.word, came, it.id]
