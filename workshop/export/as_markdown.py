"""report.md: the report as CommonMark with tables, to read, to paste and to keep under version control."""

from collections.abc import Iterable, Iterator

from workshop.export import agreement, compared, versions
from workshop.export.parts import (
    ActionLine,
    ChoiceLine,
    DecisionLine,
    MarkLine,
    ParkedLine,
    Report,
    RowLine,
    ScoringLine,
    SheetLine,
    StepLine,
    Vote,
    VoteLine,
    WeighedLine,
    WeighingLine,
)
from workshop.export.plain_words import in_block, in_line
from workshop.export.reading import Threaded, Together, by_step, gathered
from workshop.export.telling import (
    answer_words,
    answered,
    became,
    due,
    facts,
    follow_up,
    grounds,
    held_back,
    how_far,
    how_held,
    labels,
    note_type,
    owner,
    promises,
    rules_of,
    standing,
    step_words,
    took,
    unseen,
    vote_titles,
    voters,
)
from workshop.export.telling_votes import candidate, share_cells, share_heads
from workshop.export.wording import Wording


def as_markdown(report: Report, _: Wording) -> bytes:
    parts = [
        *opening(report, _),
        *written_down(report, _),
        *chosen(report, _),
        *comparisons(report, _),
        *scorings(report, _),
        *actions(report, _),
        *polls(report, _),
        *groups(report, _),
        *everything(report, _),
        *parking_lot(report, _),
        *way(report, _),
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def opening(report: Report, _: Wording) -> Iterator[str]:
    yield f"# {in_line(report.workshop.title)}"
    yield in_block(report.workshop.purpose)
    yield " · ".join(map(in_line, facts(report, _)))
    yield standing(report, _)
    yield unseen(report, _)
    yield held_back(report, _)


def written_down(report: Report, _: Wording) -> Iterator[str]:
    for thing in versions.things(report, _):
        yield f"## {in_line(thing.title)}"
        yield "\n".join(
            f"- **{in_line(it.title)}**: {in_block(versions.shown(it.text, _), '  ')}"
            for it in thing.now.fields
        )
        head = [_("Version"), _("Cycle"), _("It said"), _("Why"), _("How sure the room was")]
        yield table(head, (version(report, sheet, _) for sheet in thing.versions))


def version(report: Report, sheet: SheetLine, _: Wording) -> list[object]:
    came = versions.came_from(report, sheet.continued, _)
    why = [came, sheet.reason, *versions.moved_by(report, sheet)]
    said = versions.shown(versions.headline(sheet), _)
    sure = versions.sure(report, sheet, _)
    return [sheet.version, sheet.cycle, said, "; ".join(filter(None, why)), sure]


def chosen(report: Report, _: Wording) -> Iterator[str]:
    if not (report.decisions or report.votes):
        return
    yield "## " + _("What we chose")
    titles = vote_titles(report, _)
    yield "\n".join(decision(line, titles, _) for line in report.decisions)
    for vote in report.votes:
        yield f"### {in_line(titles[vote.id])}"
        yield " ".join(map(in_line, rules_of(vote, _)))
        yield ballot(vote, _) if vote.results else on_the_ballot(vote, _)


def decision(line: DecisionLine, titles: dict[str, str], _: Wording) -> str:
    basis = [line.about_title] if line.about_title else []
    if line.vote:
        basis.append(titles[line.vote])
    tail = f" ({_('Basis')}: {'; '.join(map(in_line, basis))})" if basis else ""
    ground = [f"\n  - {label}: {in_block(text, '    ')}" for label, text in grounds(line, _)]
    return f"- **{_('Decided')}**: {in_block(line.text, '  ')}{tail}{''.join(ground)}"


def ballot(vote: Vote, _: Wording) -> str:
    head = [_("Rank"), _("Candidate"), _("Notes"), _("Dots"), _("Voters")]
    head += [*share_heads(vote, _), _("Above the cut")]
    return table(head, (result(line, _) for line in vote.results))


def result(line: VoteLine, _: Wording) -> list[object]:
    rank = f"{line.rank} ({_('tied')})" if line.tied else line.rank
    above = _("yes") if line.above_cut else ""
    title = candidate(line.title, _)
    if line.removed:
        title += f" ({_('taken away since')})"
    shares = share_cells(line, _)
    return [rank, title, line.notes, line.dots, voters(line.voters, _), *shares, above]


def on_the_ballot(vote: Vote, _: Wording) -> str:
    return "\n".join(f"- {in_line(candidate(it.title, _))}" for it in vote.candidates)


def comparisons(report: Report, _: Wording) -> Iterator[str]:
    if not (found := compared.comparisons(report, _)):
        return
    yield "## " + _("What we compared")
    for each in found:
        yield f"### {in_line(each.title)}"
        yield in_block(each.prompt)
        yield table_of(each.table, _) if each.table else ""
        for title, weighing in each.orders:
            yield f"**{in_line(title)}**"
            yield order(report, weighing, _)
        yield choices(report, _("We keep"), each.kept, _)
        yield choices(report, _("We drop on purpose"), each.dropped, _)


def table_of(rows: compared.Table, _: Wording) -> str:
    named = any(row.name for row in rows.rows)
    head = [_("What"), *(head.title for head in rows.heads), *([_("Name")] if named else [])]
    return table(head, (table_row(rows, row, named, _) for row in rows.rows))


def table_row(rows: compared.Table, row: RowLine, named: bool, _: Wording) -> list[object]:
    cells = [compared.cell(row, head, _) for head in rows.heads]
    return [compared.row_name(row, _), *cells, *([row.name] if named else [])]


def order(report: Report, weighing: WeighingLine, _: Wording) -> str:
    head = [_("Place"), _("What"), _("Score"), _("Where we differ"), _("Outcome")]
    if compared.has_quadrants(weighing):
        head[3:3] = [_("Value"), _("Effort"), _("Where it lies")]
    return table(head, (order_row(report, weighing, it, _) for it in weighing.items))


def order_row(report: Report, weighing: WeighingLine, it: WeighedLine, _: Wording) -> list[object]:
    axes = [_.decimal(it.value), _.decimal(it.effort), compared.quadrant(it, _)]
    return [
        compared.place_of(it, _),
        compared.name(report, it.item, it.title, _),
        _.decimal(it.score),
        *(axes if compared.has_quadrants(weighing) else []),
        compared.apart(report, weighing, it, _),
        compared.chosen_word(report, weighing, it.item, _),
    ]


def choices(report: Report, title: str, lines: Iterable[ChoiceLine], _: Wording) -> str:
    told = [
        f"- {in_block(compared.name(report, it.item, it.title, _), '  ')}"
        + (f": {in_block(it.reason, '  ')}" if it.reason else "")
        for it in lines
    ]
    return "\n".join([f"**{title}**", "", *told]) if told else ""


def scorings(report: Report, _: Wording) -> Iterator[str]:
    if not report.scorings:
        return
    yield "## " + _("Where the room stands")
    titles = agreement.scoring_titles(report, _)
    for line in report.scorings:
        yield f"### {in_line(titles[line.id])}"
        yield f"> {in_block(line.text, '> ')}" if line.text else ""
        yield " ".join(agreement.how_scored(line, _))
        yield in_the_way(report, line, _)
        yield scored(line, _) if line.results else ""
        yield by_group(line, _)
        yield moved(report, line, _)


def in_the_way(report: Report, line: ScoringLine, _: Wording) -> str:
    if not (texts := agreement.in_the_way(report, line)):
        return ""
    lines = "\n".join(f"- {in_block(text, '  ')}" for text in texts)
    return f"{_('What stands in the way')}:\n\n{lines}"


def by_group(line: ScoringLine, _: Wording) -> str:
    if not line.groups or line.state == "open":
        return ""
    rows: list[list[object]] = [list(row) for row in agreement.by_group(line, _)]
    head = [_("Marked"), _("Group"), _("How the marks lie"), _("Answers")]
    left_out = agreement.few_of_a_group(_) if agreement.untold_groups(line) else ""
    return "\n\n".join(part for part in (table(head, rows) if rows else "", left_out) if part)


def scored(line: ScoringLine, _: Wording) -> str:
    if agreement.has_words(line):
        rows = table([_("Mark"), _("Meaning"), _("People")], map(list, agreement.by_mark(line)))
        (result,) = line.results
        middle = f"{_('Middle')}: {_.decimal(result.median)} ({agreement.spread(result, _)})"
        sides = f"{agreement.sides(line, _)}. " if line.needed else ""
        return f"{rows}\n\n{sides}{middle}"
    head = [
        _("Marked"),
        _("Answers"),
        _("How the marks lie"),
        _("Middle"),
        _("Half lie from"),
        _("Level reached"),
    ]
    return table(head, (scored_row(line, it, _) for it in line.results))


def scored_row(line: ScoringLine, it: MarkLine, _: Wording) -> list[object]:
    met = {"yes": _("yes"), "no": _("no")}.get(it.met, "")
    how = agreement.lie(line, it)
    marked = agreement.marked(line, it, _)
    return [
        marked,
        agreement.answers(it, _),
        how,
        _.decimal(it.median),
        agreement.spread(it, _),
        met,
    ]


def moved(report: Report, line: ScoringLine, _: Wording) -> str:
    rows: list[list[object]] = [list(row) for row in agreement.moved(report, line, _)]
    if not rows:
        return ""
    return table([_("Before and after"), _("Before"), _("After"), _("Difference")], rows)


def actions(report: Report, _: Wording) -> Iterator[str]:
    yield "## " + _("Who does what, by when")
    if not report.actions:
        yield _("No actions were written.")
        return
    yield follow_up(report, _)
    head = [_("Action"), _("Who"), _("Helpers"), _("Due"), _("First step"), _("In a normal week")]
    yield table(head, (action(report, line, _) for line in report.actions))


def action(report: Report, line: ActionLine, _: Wording) -> list[object]:
    beside = [versions.came_from(report, line.continued, _)]
    if line.about_title:
        beside.append(f"{_('About')}: {line.about_title}")
    if line.status != "todo":
        beside.append(how_far(line, _))
    said = "; ".join(filter(None, beside))
    what = f"{line.what} ({said})" if said else line.what
    return [what, owner(line, _), line.helpers, due(line, _), line.first_step, line.daily]


def polls(report: Report, _: Wording) -> Iterator[str]:
    if report.polls:
        yield "## " + _("What the room answered")
    for poll in report.polls:
        yield f"### {in_line(poll.question)}"
        yield answered(poll, _)
        if poll.results:
            rows = ([answer_words(poll, it.answer, _), it.count] for it in poll.results)
            yield table([_("Answer"), _("People")], rows)


def groups(report: Report, _: Wording) -> Iterator[str]:
    if not (cycles := gathered(report, _)):
        return
    yield "## " + _("What belonged together")
    for cycle in cycles:
        yield from together(cycle, _)


def together(cycle: Together, _: Wording) -> Iterator[str]:
    level = "####" if cycle.heading else "###"
    if cycle.heading:
        yield f"### {in_line(cycle.heading)}"
    for group in cycle.clusters:
        yield f"{level} {in_line(group.title)} ({len(group.notes)})"
        yield notes(group.notes, _)
    if cycle.alone:
        yield f"{level} {_('Standing alone')} ({len(cycle.alone)})"
        yield notes(cycle.alone, _)


def everything(report: Report, _: Wording) -> Iterator[str]:
    if not report.notes:
        return
    yield "## " + _("All that was written")
    for group in by_step(report, _):
        yield f"### {in_line(group.title)}"
        yield in_block(group.prompt)
        for part in group.parts:
            yield f"#### {in_line(part.title)} ({len(part.notes)})"
            yield notes(part.notes, _)
        yield notes(group.notes, _)


def notes(threaded: Iterable[Threaded], _: Wording) -> str:
    return "\n".join(note(line, _) for line in threaded)


def note(line: Threaded, _: Wording) -> str:
    indent = "  " * line.depth
    tail = f" *({in_line(note_type(line.note.type, _))})*"
    for said in labels(line.note, _):
        tail += f" – {in_line(said)}"
    if line.note.name:
        tail += f" – {in_line(line.note.name)}"
    if line.note.seat:
        tail += f" – {_('written for someone without a phone')}"
    if line.note.carried:
        tail += f" – {_('carried on from an earlier cycle')}"
    if line.note.copied:
        tail += f" – {_('also in another cluster')}"
    if line.note.contested:
        tail += f" – {_('moved back and forth')}"
    if line.of:
        tail += f" – {_('about')}: {in_line(line.of)}"
    if line.on:
        tail += f" – {_('builds on')}: {in_line(line.on)}"
    return f"{indent}- {in_block(line.note.text, indent + '  ')}{tail}"


def parking_lot(report: Report, _: Wording) -> Iterator[str]:
    if report.parked:
        yield "## " + _("Parking lot")
        yield "\n".join(parked(report, line, _) for line in report.parked)


def parked(report: Report, line: ParkedLine, _: Wording) -> str:
    came = versions.came_from(report, line.continued, _)
    what = became(line, _)
    told = f" → {in_line(what)}" if what else ""
    return f"- {in_block(line.text, '  ')}{told}" + (f" ({in_line(came)})" if came else "")


def way(report: Report, _: Wording) -> Iterator[str]:
    yield "## " + _("How we got there")
    yield "\n".join(f"- {title}: {words}" for title, words in promises(report, _))
    head = [_("Step"), _("Phase"), _("Minutes"), _("Took"), _("Prompt"), _("State")]
    words = step_words(report, _)
    yield table(head, (step(*pair, _) for pair in zip(report.agenda, words, strict=True)))


def step(line: StepLine, phase: str, _: Wording) -> list[object]:
    how = how_held(line, _)
    return [line.title, phase, line.minutes, took(line, _), line.prompt, how]


def table(head: list[str], rows: Iterable[list[object]]) -> str:
    lines = [list(map(in_line, head)), ["---"] * len(head)]
    cells = [[in_line(str(cell)) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [*lines, *cells])
