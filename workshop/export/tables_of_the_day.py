"""The workshop itself, how it was held, and what it was asked between the steps, as tables."""

from collections.abc import Iterator, Sequence

from workshop.export.parts import Report
from workshop.export.reading import cycle_heading, step_titles
from workshop.export.table import Cell, Table, day_cell, moment_cell, yes_or_no
from workshop.export.telling import answer_words, how_held, step_words, took, written
from workshop.export.versions import came_from
from workshop.export.wording import Wording
from workshop.words import NAMES


def about(report: Report, _: Wording) -> Table:
    """One line for each thing that is known of the workshop; what it has not come to stays empty."""
    return Table(_("The workshop"), [_("What"), _("Text")], about_rows(report, _), ids=0)


def about_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    workshop = report.workshop
    yield [_("Title"), workshop.title]
    yield [_("Purpose"), workshop.purpose]
    yield [_("State"), state(workshop.state, _)]
    yield [_("Language"), NAMES.get(workshop.language, workshop.language)]
    yield [_("Began"), moment_cell(workshop.started_at)]
    yield [_("Closed"), moment_cell(workshop.closed_at)]
    yield [_("Told as it stood"), moment_cell(workshop.as_of)]
    yield [_("Took part"), workshop.participants]
    yield [_("Without a phone"), workshop.seats]
    yield [_("Notes written and shown"), written(report)]
    yield [_("Notes never shown to the room"), workshop.never_revealed]
    yield [_("Notes held back by a facilitator"), workshop.held_back]
    yield [_("Parked thoughts held back by a facilitator"), workshop.parked_held_back]
    yield [_("We look at the actions again"), day_cell(workshop.follow_up)]
    for cycle in report.cycles:
        yield [_("Question"), cycle_heading(cycle, _) if len(report.cycles) > 1 else cycle.question]
    for line in report.continued:
        yield [_("Continued"), came_from(report, line.id, _)]
    yield [_("Workshop id"), workshop.id]


def state(state: str, _: Wording) -> str:
    return {"lobby": _("not begun"), "running": _("going on"), "closed": _("closed")}[state]


def agenda(report: Report, _: Wording) -> Table:
    """Each step in its order, as it was planned and as it was held."""
    head = [
        _("Cycle"),
        _("Step"),
        _("Phase"),
        _("Prompt"),
        _("Columns"),
        _("Minutes"),
        _("Took"),
        _("State"),
        _("Written alone"),
        _("Without names"),
        _("Works on"),
        _("Step id"),
    ]
    return Table(_("Agenda"), head, step_rows(report, _))


def step_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    titles = step_titles(report, _)
    for step, phase in zip(report.agenda, step_words(report, _), strict=True):
        yield [
            step.cycle,
            step.title,
            phase,
            step.prompt,
            "; ".join(column.title for column in step.columns),
            step.minutes,
            took(step, _),
            how_held(step, _),
            yes_or_no(step.private, _) if step.types else "",
            yes_or_no(step.anonymous, _) if step.types else "",
            titles.get(step.source, ""),
            step.id,
        ]


def polls(report: Report, _: Wording) -> Table:
    """A line for each answer; one without an answer for a poll that is open, or that few have answered."""
    head = [
        _("Question"),
        _("Closed"),
        _("Were asked"),
        _("Have answered"),
        _("Answer"),
        _("People"),
        _("Poll id"),
    ]
    return Table(_("Polls"), head, poll_rows(report, _))


def poll_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    for poll in report.polls:
        closed = poll.state == "closed"
        answers: Cell = poll.answers if closed else ""
        asked: list[Cell] = [poll.question, yes_or_no(closed, _), poll.asked, answers]
        for it in poll.results:
            yield [*asked, answer_words(poll, it.answer, _), it.count, poll.id]
        if not poll.results:
            yield [*asked, "", "", poll.id]
