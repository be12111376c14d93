"""What was chosen, compared and marked, as blocks to print."""

from collections.abc import Iterable, Iterator, Sequence

from workshop.export import agreement, telling, telling_votes
from workshop.export import compared as comparing
from workshop.export.blocks import (
    Block,
    Cell,
    Chosen,
    Decided,
    Heading,
    Item,
    Lines,
    Place,
    Plot,
    Table,
    Words,
)
from workshop.export.parts import (
    ChoiceLine,
    DecisionLine,
    MarkLine,
    Report,
    RowLine,
    ScoringLine,
    Vote,
    VoteLine,
    WeighedLine,
    WeighingLine,
)
from workshop.export.wording import Wording

CORNERS = ("first", "explore", "small", "drop")


def chosen(report: Report, _: Wording) -> Iterator[Block]:
    if not (report.decisions or report.votes):
        return
    yield Heading(level=2, text=_("What we chose"), tied=True)
    titles = telling.vote_titles(report, _)
    for line in report.decisions:
        yield Decided(text=line.text, grounds=tuple(grounds(line, titles, _)))
    for vote in report.votes:
        yield Heading(level=3, text=titles[vote.id])
        yield Words(text=" ".join(telling.rules_of(vote, _)), look="rules")
        yield from result(vote, _)


def grounds(line: DecisionLine, titles: dict[str, str], _: Wording) -> Iterator[str]:
    about = [_("“%(title)s”", title=line.about_title)] if line.about_title else []
    if line.vote:
        about.append(titles[line.vote])
    if about:
        yield f"{_('Basis')}: {', '.join(about)}"
    for label, text in telling.grounds(line, _):
        yield f"{label}: {text}"


def result(vote: Vote, _: Wording) -> Iterator[Block]:
    if not vote.results:
        titles = (Item(telling_votes.candidate(it.title, _)) for it in vote.candidates)
        yield Lines(items=tuple(titles))
        return
    above = [place(line, _) for line in vote.results if line.above_cut]
    if above:
        yield Chosen(places=tuple(above))
    shares = telling_votes.share_heads(vote, _)
    head = [_("Place"), _("Candidate"), _("Notes"), _("Dots"), _("Voters"), *shares]
    yield Table(
        head=tuple(head),
        widths=(0, 4, 0, 0, 0, *(1 for _share in shares)),
        rows=tuple(ballot_row(vote, line, _) for line in vote.results),
        caption=_("Everything that was voted on"),
        cut=len(above),
    )


def place(line: VoteLine, _: Wording) -> Place:
    dots = _.ngettext("%(num)d dot", "%(num)d dots", line.dots)
    return Place(rank(line, _), telling_votes.candidate(line.title, _), dots)


def rank(line: VoteLine, _: Wording) -> str:
    return f"{line.rank} {_('tied')}" if line.tied else str(line.rank)


def ballot_row(vote: Vote, line: VoteLine, _: Wording) -> tuple[Cell, ...]:
    said = [_("taken away since")] if line.removed else []
    if line.item == vote.wild_card:
        said.append(_("Wild card"))
    numbers = [line.notes, line.dots, telling.voters(line.voters, _)]
    return (
        Cell(rank(line, _)),
        Cell(telling_votes.candidate(line.title, _), tuple(said), bold=line.above_cut),
        *(Cell(str(it)) for it in (*numbers, *telling_votes.share_cells(line, _))),
    )


def compared(report: Report, _: Wording) -> Iterator[Block]:
    if not (steps := comparing.comparisons(report, _)):
        return
    yield Heading(level=2, text=_("What we compared"))
    for step in steps:
        yield Heading(level=3, text=step.title)
        if step.prompt:
            yield Words(text=step.prompt, look="rules")
        yield from choices(report, _("We keep"), step.kept, _)
        yield from choices(report, _("We drop on purpose"), step.dropped, _)
        for title, weighing in step.orders:
            yield from order(report, title, weighing, _)
        if step.table:
            yield table_of(step.table, _)


def choices(report: Report, title: str, lines: Sequence[ChoiceLine], _: Wording) -> Iterator[Block]:
    if lines:
        yield Heading(level=4, text=title)
        yield Lines(items=tuple(choice(report, line, _) for line in lines))


def choice(report: Report, line: ChoiceLine, _: Wording) -> Item:
    words = comparing.name(report, line.item, line.title, _)
    return Item(words, foot=(line.reason,) if line.reason else (), bold=True)


def order(report: Report, title: str, weighing: WeighingLine, _: Wording) -> Iterator[Block]:
    head, widths = [_("Place"), _("What"), _("Score")], [0, 5, 0]
    if comparing.has_quadrants(weighing):
        yield plot(report, weighing, _)
        head += [_("Value"), _("Effort"), _("Where it lies")]
        widths += [0, 0, 2]
    yield Table(
        head=(*head, _("Where we differ"), _("Outcome")),
        widths=(*widths, 3, 0),
        rows=tuple(order_row(report, weighing, it, _) for it in weighing.items),
        caption=title,
    )


def plot(report: Report, weighing: WeighingLine, _: Wording) -> Plot:
    value, effort = comparing.axes(report, weighing)
    return Plot(
        corners=tuple(comparing.corner(corner, _) for corner in CORNERS),
        axes=(_("↑ %(title)s", title=value), _("%(title)s →", title=effort)),
        spots=tuple(comparing.spots(report, weighing)),
    )


def order_row(
    report: Report, weighing: WeighingLine, it: WeighedLine, _: Wording
) -> tuple[Cell, ...]:
    axes = [_.decimal(it.value), _.decimal(it.effort), comparing.quadrant(it, _)]
    rest = [
        _.decimal(it.score),
        *(axes if comparing.has_quadrants(weighing) else []),
        comparing.apart(report, weighing, it, _),
        comparing.chosen_word(report, weighing, it.item, _),
    ]
    name = comparing.name(report, it.item, it.title, _)
    return Cell(comparing.place_of(it, _)), Cell(name, bold=True), *(Cell(each) for each in rest)


def table_of(table: comparing.Table, _: Wording) -> Table:
    named = any(row.name for row in table.rows)
    head = [_("What"), *(head.title for head in table.heads), *([_("Name")] if named else [])]
    return Table(
        head=tuple(head),
        widths=(3, *(2 for _head in head[1:])),
        rows=tuple(tuple(table_row(table, row, named, _)) for row in table.rows),
        caption=_("The whole table"),
    )


def table_row(table: comparing.Table, row: RowLine, named: bool, _: Wording) -> Iterator[Cell]:
    yield Cell(comparing.row_name(row, _), bold=True)
    for head in table.heads:
        yield Cell(comparing.cell(row, head, _))
    if named:
        yield Cell(row.name)


def scored(report: Report, _: Wording) -> Iterator[Block]:
    if report.scorings:
        yield Heading(level=2, text=_("Where the room stands"))
    titles = agreement.scoring_titles(report, _)
    for line in report.scorings:
        yield Heading(level=3, text=titles[line.id])
        if line.text:
            yield Words(text=line.text, look="quote")
        yield Words(text=" ".join(agreement.how_scored(line, _)), look="rules")
        yield from in_the_way(agreement.in_the_way(report, line), _)
        yield from marks(line, _)
        yield from by_group(line, _)
        yield from moved(list(agreement.moved(report, line, _)), _)


def in_the_way(texts: Iterable[str], _: Wording) -> Iterator[Block]:
    if lines := tuple(Item(text) for text in texts):
        yield Heading(level=4, text=_("What stands in the way"))
        yield Lines(items=lines)


def marks(line: ScoringLine, _: Wording) -> Iterator[Block]:
    if agreement.has_words(line):
        yield by_mark(line, _)
        yield Words(text=middle(line, _), look="rules")
    elif line.results:
        yield by_item(line, _)


def by_mark(line: ScoringLine, _: Wording) -> Table:
    most = max(line.results[0].counts) or 1
    rows = (
        (Cell(str(mark)), Cell(words, bold=True), Cell(str(count), bar=count / most))
        for mark, words, count in agreement.by_mark(line)
    )
    return Table(head=(_("Mark"), _("Meaning"), _("People")), widths=(0, 2, 1), rows=tuple(rows))


def middle(line: ScoringLine, _: Wording) -> str:
    (it,) = line.results
    sides = f"{agreement.sides(line, _)}. " if line.needed else ""
    return f"{sides}{_('Middle')}: {_.decimal(it.median)} ({agreement.spread(it, _)})"


def by_item(line: ScoringLine, _: Wording) -> Table:
    head = [_("Marked"), _("Answers"), _("How the marks lie"), _("Middle"), _("Half lie from")]
    if line.needed:
        head.append(_("Level reached"))
    return Table(
        head=tuple(head),
        widths=(3, 0, 3, 0, 0, 0)[: len(head)],
        rows=tuple(mark_row(line, it, _) for it in line.results),
    )


def mark_row(line: ScoringLine, it: MarkLine, _: Wording) -> tuple[Cell, ...]:
    met = {"yes": _("yes"), "no": _("no")}.get(it.met, "")
    return (
        Cell(agreement.marked(line, it, _), bold=True),
        Cell(str(agreement.answers(it, _))),
        Cell(agreement.lie(line, it)),
        Cell(_.decimal(it.median)),
        Cell(agreement.spread(it, _)),
        *([Cell(met)] if line.needed else []),
    )


def by_group(line: ScoringLine, _: Wording) -> Iterator[Block]:
    if not line.groups or line.state == "open":
        return
    head = (_("Marked"), _("Group"), _("How the marks lie"), _("Answers"))
    rows = tuple(
        (Cell(marked, bold=True), Cell(group), Cell(how), Cell(str(answers)))
        for marked, group, how, answers in agreement.by_group(line, _)
    )
    if rows:
        yield Table(head=head, widths=(3, 2, 3, 0), rows=rows)
    if agreement.untold_groups(line):
        yield Words(text=agreement.few_of_a_group(_), look="rules")


def moved(rows: Sequence[tuple[str, str, str, str]], _: Wording) -> Iterator[Block]:
    if rows:
        cells = (
            (Cell(scale, bold=True), Cell(before), Cell(after), Cell(change))
            for scale, before, after, change in rows
        )
        head = (_("Before and after"), _("Before"), _("After"), _("Change"))
        yield Table(head=head, widths=(4, 1, 1, 1), rows=tuple(cells))
