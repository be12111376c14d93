"""What was written and what belonged together, as tables."""

from collections.abc import Iterator, Sequence

from workshop.export.parts import NoteLine, Report
from workshop.export.reading import step_titles, subjects
from workshop.export.table import Cell, Table, yes_or_no
from workshop.export.telling import note_type
from workshop.export.wording import Wording
from workshop.methods import EVIDENCE


def notes(report: Report, _: Wording) -> Table:
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
        _("About"),
        _("For someone without a phone"),
        _("Carried on"),
        _("Brought in"),
        _("Note id"),
        _("Parent id"),
        _("Carried from id"),
        _("Copy of id"),
    ]
    return Table(_("Notes"), head, note_rows(report, _), ids=4)


def note_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    texts = {note.id: note.text for note in report.notes}
    clusters = {cluster.id: cluster.title for cluster in report.clusters}
    steps = {step.id: step for step in report.agenda}
    columns = column_titles(report)
    about = subjects(report, _)
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
            about.get(note.about, ""),
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


def clusters(report: Report, _: Wording) -> Table:
    """A line for each note of each cluster, and one for a cluster that stayed empty."""
    head = [
        _("Cycle"),
        _("Step"),
        _("Cluster"),
        _("Notes"),
        _("Note"),
        _("Type"),
        _("Cluster id"),
        _("Note id"),
    ]
    return Table(_("Clusters"), head, cluster_rows(report, _), ids=2)


def cluster_rows(report: Report, _: Wording) -> Iterator[Sequence[Cell]]:
    cycles = {step.id: step.cycle for step in report.agenda}
    titles = step_titles(report, _)
    notes = {note.id: note for note in report.notes}
    for cluster in report.clusters:
        title = cluster.title or _("Cluster without a name")
        size = len(cluster.notes)
        named: list[Cell] = [cycles[cluster.step], titles[cluster.step], title, size]
        for note in (notes[id] for id in cluster.notes):
            yield [*named, note.text, note_type(note.type, _), cluster.id, note.id]
        if not cluster.notes:
            yield [*named, "", "", cluster.id, ""]
