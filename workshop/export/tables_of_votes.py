"""How votes were held and what came of them, as tables."""

from collections.abc import Iterator, Sequence

from workshop.export.parts import GroupLine, Report, Vote, VoteLine
from workshop.export.table import Cell, Table, yes_or_no
from workshop.export.telling import vote_titles, voters
from workshop.export.telling_votes import candidate, settled, shares, untold
from workshop.export.wording import Wording


def rules(report: Report, _: Wording) -> Table:
    """A line for each vote: what was agreed on before, who could vote, who did, and what became of a tie."""
    head = [
        _("Cycle"),
        _("Vote"),
        *rule_heads(_),
        _("Dots in all"),
        _("Criteria"),
        _("Groups"),
        _("If a tie is at the cut"),
        _("What was settled"),
        _("Vote id"),
    ]
    return Table(_("Votes"), head, rule_rows(report, _))


def rule_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    titles = vote_titles(report, _)
    cycles = {step.id: step.cycle for step in report.agenda}
    for vote in report.votes:
        yield [
            cycles.get(vote.step, ""),
            titles[vote.id],
            *rule_cells(vote, _),
            vote.dots if vote.state == "closed" else "",
            "; ".join(vote.criteria),
            "; ".join(group(line, _) for line in vote.groups),
            agreed(vote, _),
            "\n".join(settled(vote, _)),
            vote.id,
        ]


def group(line: GroupLine, _: Wording) -> str:
    return f"{line.title}: {untold(line.voters, _)}"


def agreed(vote: Vote, _: Wording) -> str:
    return {
        "run_off": _("A run-off"),
        "lot": _("A draw by lot"),
        "facilitator": _("The facilitator chooses"),
    }.get(vote.ties, "")


def votes(report: Report, _: Wording) -> Table:
    """Every candidate of every vote, also those without a dot, with the rules beside each."""
    head = [
        _("Cycle"),
        _("Vote"),
        _("Rank"),
        _("Tied"),
        _("Candidate"),
        _("Notes"),
        _("Dots"),
        _("Voters"),
        _("Above the cut"),
        *rule_heads(_),
        _("Dots by criterion"),
        _("Dots by group"),
        _("Wild card"),
        _("Taken away since"),
        _("What was settled"),
        _("Many dots from few"),
        _("Candidate id"),
    ]
    return Table(_("Results"), head, vote_rows(report, _))


def vote_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    titles = vote_titles(report, _)
    cycles = {step.id: step.cycle for step in report.agenda}
    for vote in report.votes:
        name: list[Cell] = [cycles.get(vote.step, ""), titles[vote.id]]
        for line in vote.results:
            cells = [*result_cells(line, _), *rule_cells(vote, _), *full_cells(vote, line, _)]
            yield [*name, *cells, line.item]
        if not vote.results:
            for it in vote.candidates:
                open_cells: list[Cell] = ["", "", candidate(it.title, _), it.notes, "", "", ""]
                yield [*name, *open_cells, *rule_cells(vote, _), *[""] * 6, it.item]


def result_cells(line: VoteLine, _: Wording) -> list[Cell]:
    return [
        line.rank,
        yes_or_no(line.tied, _),
        candidate(line.title, _),
        line.notes,
        line.dots,
        voters(line.voters, _),
        yes_or_no(line.above_cut, _),
    ]


def full_cells(vote: Vote, line: VoteLine, _: Wording) -> list[Cell]:
    """What only some votes have."""
    groups = [untold(dots, _) for dots in line.by_group]
    return [
        shares(vote.criteria, line.by_criterion),
        shares([group.title for group in vote.groups], groups),
        yes_or_no(line.item == vote.wild_card, _),
        yes_or_no(line.removed, _),
        "\n".join(settled(vote, _)),
        yes_or_no(line.few, _),
    ]


def rule_heads(_: Wording) -> list[str]:
    return [
        _("Dots each"),
        _("Most on one"),
        _("Places"),
        _("May vote"),
        _("Let in late"),
        _("Without a phone"),
        _("Have voted"),
        _("Secret"),
        _("Vote closed"),
    ]


def rule_cells(vote: Vote, _: Wording) -> list[Cell]:
    closed = vote.state == "closed"
    return [
        vote.budget,
        vote.per_item,
        vote.top,
        vote.electorate,
        vote.late,
        vote.seats,
        vote.ballots if closed else "",
        yes_or_no(vote.secret, _),
        yes_or_no(closed, _),
    ]
