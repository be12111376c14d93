"""The report as it is printed: the same sections in the same order as in report.html, as blocks."""

from collections.abc import Iterable, Iterator

from workshop.export import telling, versions
from workshop.export.blocks import (
    Band,
    Block,
    Cell,
    Heading,
    Item,
    Lines,
    Pair,
    Pairs,
    Papers,
    Table,
    Words,
)
from workshop.export.parts import ActionLine, ParkedLine, PollLine, Report, SheetLine, StepLine
from workshop.export.printed_results import chosen, compared, scored
from workshop.export.reading import Group, Threaded, Together, by_step, gathered
from workshop.export.runs import run_steps, words_under
from workshop.export.wording import Wording


def printed(report: Report, _: Wording) -> Iterator[Block]:
    yield from opening(report, _)
    yield from written_down(report, _)
    yield from chosen(report, _)
    yield from compared(report, _)
    yield from scored(report, _)
    yield from actions(report, _)
    yield from answers(report, _)
    yield from together(report, _)
    yield from everything(report, _)
    yield from parking_lot(report, _)
    yield from way(report, _)


def opening(report: Report, _: Wording) -> Iterator[Block]:
    yield band(report, _)
    yield Heading(level=1, text=report.workshop.title)
    if report.workshop.purpose:
        yield Words(text=report.workshop.purpose, look="lead")
    yield Words(text=" · ".join(telling.facts(report, _)), look="rules")
    for words in (telling.standing, telling.unseen, telling.held_back):
        if text := words(report, _):
            yield Words(text=text, look="aside")


def band(report: Report, _: Wording) -> Band:
    words = [
        (phase, telling.phase_word(phase, _) if phase else "", minutes)
        for phase, minutes in words_under(run_steps(report))
    ]
    return Band(alt=telling.band_words(run_steps(report), _), runs=tuple(words))


def written_down(report: Report, _: Wording) -> Iterator[Block]:
    for thing in versions.things(report, _):
        yield Heading(level=2, text=thing.title)
        now = (
            Pair(it.title, versions.shown(it.text, _), it.field == thing.now.subject)
            for it in thing.now.fields
        )
        yield Pairs(pairs=tuple(now))
        head = [_("Version"), _("It said"), _("Why"), _("How sure the room was")]
        rows = (version(report, sheet, _) for sheet in thing.versions)
        yield Table(head=tuple(head), widths=(0, 5, 5, 3), rows=tuple(rows))


def version(report: Report, sheet: SheetLine, _: Wording) -> tuple[Cell, ...]:
    cycle = (_("Cycle %(n)s", n=sheet.cycle),) if len(report.cycles) > 1 else ()
    return (
        Cell(str(sheet.version), cycle),
        Cell(versions.shown(versions.headline(sheet), _), came(report, sheet, _), bold=True),
        Cell(sheet.reason, quoted(versions.moved_by(report, sheet), _)),
        Cell(versions.sure(report, sheet, _)),
    )


def quoted(texts: Iterable[str], _: Wording) -> tuple[str, ...]:
    return tuple(_("“%(title)s”", title=text) for text in texts)


def came(report: Report, line: SheetLine | ActionLine | ParkedLine, _: Wording) -> tuple[str, ...]:
    words = versions.came_from(report, line.continued, _)
    return (words,) if words else ()


def actions(report: Report, _: Wording) -> Iterator[Block]:
    yield Heading(level=2, text=_("Who does what, by when"))
    if not report.actions:
        yield Words(text=_("No actions were written."))
        return
    if words := telling.follow_up(report, _):
        yield Words(text=words, look="rules")
    rows = (action(report, line, _) for line in report.actions)
    head = (_("Action"), _("Who"), _("Due"))
    yield Table(head=head, widths=(5, 3, 0), rows=tuple(rows))


def action(report: Report, line: ActionLine, _: Wording) -> tuple[Cell, ...]:
    small = [f"{label}: {text}" for label, text in telling.under(line, _)]
    helpers = (f"{_('Helpers')}: {line.helpers}",) if line.helpers else ()
    return (
        Cell(line.what, (*small, *came(report, line, _)), bold=True),
        Cell(telling.owner(line, _), helpers, chip="who" in line.missing),
        Cell(telling.due(line, _), chip="due" in line.missing),
    )


def answers(report: Report, _: Wording) -> Iterator[Block]:
    if report.polls:
        yield Heading(level=2, text=_("What the room answered"))
    for poll in report.polls:
        yield Heading(level=3, text=poll.question)
        yield Words(text=telling.answered(poll, _), look="rules")
        if poll.results:
            yield answer_table(poll, _)


def answer_table(poll: PollLine, _: Wording) -> Table:
    most = max(it.count for it in poll.results) or 1
    rows = (
        (
            Cell(telling.answer_words(poll, it.answer, _), bold=True),
            Cell(str(it.count), bar=it.count / most),
        )
        for it in poll.results
    )
    return Table(head=(_("Answer"), _("People")), widths=(1, 1), rows=tuple(rows))


def together(report: Report, _: Wording) -> Iterator[Block]:
    if not (cycles := gathered(report, _)):
        return
    yield Heading(level=2, text=_("What belonged together"))
    for cycle in cycles:
        yield from one_cycle(cycle, _)


def one_cycle(cycle: Together, _: Wording) -> Iterator[Block]:
    level = 4 if cycle.heading else 3
    if cycle.heading:
        yield Heading(level=3, text=cycle.heading)
    yield Words(text=telling.grouping(cycle, _), look="rules")
    groups = [*cycle.clusters]
    if cycle.alone:
        groups.append(Group(_("Standing alone"), cycle.alone))
    for group in groups:
        yield Heading(level=level, text=group.title, count=len(group.notes))
        if group.notes:
            yield Papers(items=items(group.notes, _))


def everything(report: Report, _: Wording) -> Iterator[Block]:
    if not report.notes:
        return
    yield Heading(level=2, text=_("All that was written"))
    for group in by_step(report, _):
        yield Heading(level=3, text=group.title)
        yield from under_prompt(group, _)
        for part in group.parts:
            yield Heading(level=4, text=part.title, count=len(part.notes))
            yield from under_prompt(part, _)


def under_prompt(group: Group, _: Wording) -> Iterator[Block]:
    if group.prompt:
        yield Words(text=group.prompt, look="rules")
    if group.notes:
        yield Lines(items=items(group.notes, _))


def items(notes: Iterable[Threaded], _: Wording) -> tuple[Item, ...]:
    return tuple(
        Item(line.note.text, line.note.type, tuple(telling.note_foot(line, _)), line.depth)
        for line in notes
    )


def parking_lot(report: Report, _: Wording) -> Iterator[Block]:
    if report.parked:
        yield Heading(level=2, text=_("Parking lot"))
        yield Lines(items=tuple(thought(report, line, _) for line in report.parked))


def thought(report: Report, line: ParkedLine, _: Wording) -> Item:
    became = telling.became(line, _)
    return Item(line.text, foot=(*filter(None, [became]), *came(report, line, _)))


def way(report: Report, _: Wording) -> Iterator[Block]:
    yield Heading(level=2, text=_("How we got there"))
    if promises := tuple(Pair(*each) for each in telling.promises(report, _)):
        yield Pairs(pairs=promises)
    words = telling.step_words(report, _)
    rows = (step(*pair, _) for pair in zip(report.agenda, words, strict=True))
    head = (_("Step"), _("Phase"), _("Minutes"), _("Took"), _("State"))
    table = Table(head=head, widths=(6, 0, 0, 0, 3), rows=tuple(rows), caption=_("The agenda"))
    yield table


def step(line: StepLine, phase: str, _: Wording) -> tuple[Cell, ...]:
    return (
        Cell(line.title, (line.prompt,) if line.prompt else (), bold=True),
        Cell(phase, phase=line.phase),
        Cell(str(line.minutes)),
        Cell(str(telling.took(line, _))),
        Cell(telling.how_held(line, _)),
    )
