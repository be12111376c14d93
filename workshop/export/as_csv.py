"""notes.csv, votes.csv, scores.csv, actions.csv: RFC 4180 in UTF-8 with a byte order mark, for any spreadsheet.

A cell that a spreadsheet would read as a formula gets an apostrophe in front (OWASP ASVS 1.2.10).
"""

import csv
import io
from collections.abc import Iterable, Sequence

from workshop.export import agreement, versions
from workshop.export.parts import NoteLine, Report, Vote, VoteLine
from workshop.export.telling import note_type, vote_titles, voters
from workshop.export.telling_votes import candidate, shares, untold
from workshop.export.wording import Wording
from workshop.methods import EVIDENCE

Cell = str | int
FORMULA = tuple("=+-@\t\r\n\0＝＋－＠﹦﹢﹣﹫−'")
BLANKS = " \u00a0\u3000"


def notes_csv(report: Report, _: Wording) -> bytes:
    """Every note that the room saw: with its step and prompt, its cluster, and what it builds on."""
    head = [
        _("Cycle"),
        _("Step"),
        _("Prompt"),
        _("Type"),
        _("Note"),
        _("Name"),
        _("Column"),
        _("How known"),
        _("Written as"),
        _("Group"),
        _("Cluster"),
        _("Builds on"),
        _("For someone without a phone"),
        _("Carried on"),
        _("Brought in"),
        _("Note id"),
        _("Parent id"),
        _("Carried from id"),
        _("Copy of id"),
    ]
    return table(head, note_rows(report, _))


def note_rows(report: Report, _: Wording) -> Iterable[Sequence[Cell]]:
    texts = {note.id: note.text for note in report.notes}
    clusters = {cluster.id: cluster.title for cluster in report.clusters}
    steps = {step.id: step for step in report.agenda}
    columns = column_titles(report)
    for note in report.notes:
        yield [
            steps[note.step].cycle,
            steps[note.step].title,
            steps[note.step].prompt,
            note_type(note.type, _),
            note.text,
            note.name,
            columns.get((note.step, note.column)) or columns.get(("", note.column), ""),
            _(EVIDENCE[note.evidence]) if note.evidence in EVIDENCE else "",
            note.role,
            note.group,
            cluster_cell(note, clusters, _),
            texts.get(note.parent, ""),
            yes_or_no(note.seat, _),
            yes_or_no(bool(note.carried), _),
            yes_or_no(note.brought, _),
            note.id,
            note.parent,
            note.carried,
            note.copied,
        ]


def column_titles(report: Report) -> dict[tuple[str, str], str]:
    """By step and column, and by column alone for a note that was sorted in a later step."""
    found = {(step.id, it.id): it.title for step in report.agenda for it in step.columns}
    return {("", column): title for (_step, column), title in found.items()} | found


def cluster_cell(note: NoteLine, clusters: dict[str, str], _: Wording) -> str:
    if not note.cluster:
        return ""
    return clusters[note.cluster] or _("Cluster without a name")


def votes_csv(report: Report, _: Wording) -> bytes:
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
        _("Dots each"),
        _("Most on one"),
        _("Places"),
        _("May vote"),
        _("Let in late"),
        _("Without a phone"),
        _("Have voted"),
        _("Secret"),
        _("Vote closed"),
        _("Dots by criterion"),
        _("Dots by group"),
        _("Wild card"),
        _("Taken away since"),
        _("Candidate id"),
    ]
    return table(head, vote_rows(report, _))


def vote_rows(report: Report, _: Wording) -> Iterable[Sequence[Cell]]:
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
                yield [*name, *open_cells, *rule_cells(vote, _), "", "", "", "", it.item]


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


def scores_csv(report: Report, _: Wording) -> bytes:
    """Every item on every scale of every closed scoring: how many gave each mark, the middle and the spread."""
    high = max((scale.high for line in report.scorings for scale in line.scales), default=0)
    head = [
        _("Cycle"),
        _("Step"),
        _("Version"),
        _("Marked"),
        _("Scale"),
        _("Lowest mark"),
        _("Highest mark"),
        _("Answers"),
        _("Middle"),
        _("First quartile"),
        _("Third quartile"),
        _("Quartile distance"),
        _("Level needed"),
        _("Level reached"),
        _("May answer"),
        _("Have answered"),
        *(_("Gave %(mark)d", mark=mark) for mark in range(high + 1)),
        _("Item id"),
    ]
    return table(head, score_rows(report, high, _))


def score_rows(report: Report, high: int, _: Wording) -> Iterable[Sequence[Cell]]:
    titles = agreement.scoring_titles(report, _)
    cycles = {step.id: step.cycle for step in report.agenda}
    for line in report.scorings:
        needed = agreement.needed_words(line, _) if line.needed else ""
        for it in line.results:
            scale = agreement.scale_of(line, it)
            counts = dict(enumerate(it.counts, scale.low))
            yield [
                cycles.get(line.step, ""),
                titles[line.id],
                line.version,
                candidate(it.title, _),
                scale.title,
                scale.low,
                scale.high,
                agreement.answers(it, _),
                it.median,
                it.q1,
                it.q3,
                it.iqr,
                needed,
                {"yes": _("yes"), "no": _("no")}.get(it.met, ""),
                line.electorate,
                line.ballots,
                *(counts.get(mark, "") for mark in range(high + 1)),
                it.item,
            ]


def forms_csv(report: Report, _: Wording) -> bytes:
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
    return table(head, form_rows(report, _))


def form_rows(report: Report, _: Wording) -> Iterable[Sequence[Cell]]:
    for thing in versions.things(report, _):
        for sheet in reversed(thing.versions):
            why = "; ".join(filter(None, [sheet.reason, *versions.moved_by(report, sheet)]))
            sure = versions.sure(report, sheet, _)
            came = versions.came_from(report, sheet.continued, _)
            for it in sheet.fields:
                named: list[Cell] = [thing.title, sheet.version, sheet.cycle, it.title, it.text]
                yield [*named, why, sure, came, sheet.id]


def actions_csv(report: Report, _: Wording) -> bytes:
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
        _("Action id"),
    ]
    return table(
        head,
        (
            [
                action.what,
                action.who,
                action.due,
                action.first_step,
                action.about_title,
                yes_or_no(action.taken, _),
                action.helpers,
                action.daily,
                versions.came_from(report, action.continued, _),
                action.id,
            ]
            for action in report.actions
        ),
    )


def yes_or_no(true: bool, _: Wording) -> str:
    return _("yes") if true else _("no")


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(head)
    lines.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """The cell as it is, or behind an apostrophe where a spreadsheet would reckon with it."""
    if isinstance(cell, int):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip(BLANKS).startswith(FORMULA) else text
