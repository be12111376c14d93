"""The deck of a workshop, slide by slide: what a team shows afterwards. Knows no format.

A slide says as much as can be read from the back of a room; its notes hold all of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from workshop.core.outcomes import OVER
from workshop.export import printed, printed_results, telling, versions
from workshop.export.blocks import Decided
from workshop.export.deck_marks import marked
from workshop.export.deck_notes import in_full, sections
from workshop.export.deck_pages import grids, points
from workshop.export.deck_votes import chosen
from workshop.export.fitting import WIDE
from workshop.export.parts import ActionLine, NoteLine, Report
from workshop.export.reading import by_step, gathered
from workshop.export.runs import run_steps
from workshop.export.slides import Opening, Slide
from workshop.export.wording import Wording

OPEN_ENDS = ("question", "unknown")  # types of notes that say what is not settled


def slides(report: Report, _: Wording) -> Iterator[Slide]:
    yield opening(report, _)
    yield from why(report, _)
    yield from written_down(report, _)
    yield from way(report, _)
    yield from together(report, _)
    yield from chosen(report, _)
    yield from marked(report, _)
    yield from answers(report, _)
    yield from decided(report, _)
    yield from actions(report, _)
    yield from open_ends(report, _)
    yield from learned(report, _)
    yield from next_steps(report, _)
    yield from everything(report, _)


def opening(report: Report, _: Wording) -> Opening:
    steps = run_steps(report)
    return Opening(
        title=report.workshop.title,
        under=" · ".join(telling.facts(report, _)),
        steps=tuple(steps),
        band=telling.band_words(steps, _),
        notes=in_full(printed.opening(report, _)),
    )


def why(report: Report, _: Wording) -> Iterator[Slide]:
    if purpose := report.workshop.purpose:
        asked = [cycle.question for cycle in report.cycles if cycle.question]
        yield from points(_("Why we met"), [purpose, *asked], (purpose, *asked), _, most=4)


def written_down(report: Report, _: Wording) -> Iterator[Slide]:
    told = sections(printed.written_down(report, _), 2)
    for thing, notes in zip(versions.things(report, _), told, strict=True):
        texts = [versions.shown(it.text, _) for it in thing.now.fields]
        if len(texts) > 1:
            texts[1:] = [
                f"{it.title}: {text}"
                for it, text in zip(thing.now.fields[1:], texts[1:], strict=True)
            ]
        yield from points(thing.title, texts, notes, _, most=4)


def together(report: Report, _: Wording) -> Iterator[Slide]:
    cycles = gathered(report, _)
    for cycle in cycles:
        title = _("What belonged together")
        if cycle.heading:
            title = f"{title}. {cycle.heading}"
        largest = sorted(cycle.clusters, key=lambda group: -len(group.notes))
        told = [counted(group.title, len(group.notes), _) for group in largest]
        if cycle.alone:
            told.append(counted(_("Standing alone"), len(cycle.alone), _))
        yield from points(title, told, in_full(printed.one_cycle(cycle, _)), _, slides=2)


def counted(title: str, number: int, _: Wording) -> str:
    return f"{title} ({_.ngettext('%(num)d note', '%(num)d notes', number)})"


def answers(report: Report, _: Wording) -> Iterator[Slide]:
    for poll in report.polls:
        if poll.results:
            rows = [
                (telling.answer_words(poll, it.answer, _), str(it.count)) for it in poll.results
            ]
            head = (_("Answer"), _("People"))
            notes = [f"{answer}: {count}" for answer, count in rows]
            yield from grids(
                poll.question, head, rows, (telling.answered(poll, _), *notes), _, slides=2
            )


def decided(report: Report, _: Wording) -> Iterator[Slide]:
    if report.decisions:
        blocks = [it for it in printed_results.chosen(report, _) if isinstance(it, Decided)]
        texts = [line.text for line in report.decisions]
        yield from points(_("What we decided"), texts, in_full(blocks), _, most=4)


def actions(report: Report, _: Wording) -> Iterator[Slide]:
    if report.actions:
        head = (_("Action"), _("Who"), _("Due"))
        rows = [action(line, _) for line in report.actions]
        notes = in_full(printed.actions(report, _))
        widths = (WIDE - 400, 190.0, 210.0)
        yield from grids(_("Who does what, by when"), head, rows, notes, _, widths, most=3)


def action(line: ActionLine, _: Wording) -> tuple[str, ...]:
    over = f" ({telling.how_far(line, _)})" if line.status in OVER else ""
    return f"{line.what}{over}", telling.owner(line, _), telling.due(line, _)


def open_ends(report: Report, _: Wording) -> Iterator[Slide]:
    """What was parked, and the questions that people wrote."""
    asked = texts(report.notes, OPEN_ENDS)
    title, notes = _("Parking lot"), in_full(printed.parking_lot(report, _))
    if asked:
        title = _("Parking lot and open questions")
        notes = (*notes, _("Open questions"), *asked)
    if told := [*(telling.with_what_became(it, _) for it in report.parked), *asked]:
        yield from points(title, told, notes, _, slides=1)


def learned(report: Report, _: Wording) -> Iterator[Slide]:
    if told := texts(report.notes, ("learning",)):
        yield from points(_("What we learned"), told, told, _, slides=1)


def texts(notes: Iterable[NoteLine], types: Sequence[str]) -> tuple[str, ...]:
    return tuple(note.text for note in notes if note.type in types and not note.copied)


def next_steps(report: Report, _: Wording) -> Iterator[Slide]:
    """When the actions are looked at again, and the first step of each that is not over."""
    told = [telling.follow_up(report, _)] if report.workshop.follow_up else []
    for line in report.actions:
        if line.first_step and line.status not in OVER:
            who = f"{line.who}: " if line.who else ""
            told.append(f"{who}{line.first_step}")
    if told:
        yield from points(_("What happens next"), told, told, _, slides=1)


def everything(report: Report, _: Wording) -> Iterator[Slide]:
    """How much was written in each step; the notes page holds every note."""
    if report.notes:
        told = [
            counted(group.title, len(group.notes) + sum(len(it.notes) for it in group.parts), _)
            for group in by_step(report, _)
        ]
        notes = in_full(printed.everything(report, _))
        yield from points(_("All that was written"), told, notes, _, slides=2)


def way(report: Report, _: Wording) -> Iterator[Slide]:
    """How it was done, phase by phase; the notes page holds the agenda as it was held."""
    steps = run_steps(report)
    words = dict(
        zip((step.id for step in report.agenda), telling.step_words(report, _), strict=True)
    )
    runs = [list(run) for _word, run in groupby(steps, key=lambda step: words[step.id])]
    rows = [
        (
            words[run[0].id],
            ", ".join(step.title for step in run),
            str(sum(telling.minutes_of(step) for step in run)),
        )
        for run in runs
    ]
    if rows:
        head = (_("Phase"), _("Steps"), _("Minutes"))
        notes = in_full(printed.way(report, _))
        yield from grids(_("How we got there"), head, rows, notes, _, slides=2)
