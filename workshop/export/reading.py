"""How a report is read: what belongs under what, for every format that shows more than lines."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from workshop.export.parts import ClusterLine, CycleLine, NoteLine, Report, StepLine
from workshop.export.wording import Wording
from workshop.methods import TRAYS, TYPES

DEEPEST = 2  # a build on a build is drawn under it; one further down stands beside that


@dataclass(frozen=True)
class Threaded:
    """A note among others: `depth` says how far it stands under the one it builds on.

    `on` is the text it builds on where that stands elsewhere, `of` the row of a table that it speaks of.
    """

    note: NoteLine
    depth: int
    on: str = ""
    of: str = ""


@dataclass(frozen=True)
class Group:
    """Notes under one heading. `parts` are groups under it, in place of notes of its own."""

    title: str
    notes: tuple[Threaded, ...]
    prompt: str = ""
    parts: tuple["Group", ...] = ()


@dataclass(frozen=True)
class Together:
    """What belonged together in one cycle; the heading is empty where there was only one."""

    heading: str
    clusters: tuple[Group, ...]
    alone: tuple[Threaded, ...]


def gathered(report: Report, _: Wording) -> list[Together]:
    """Cycle by cycle, where anything was grouped or could have been."""
    found = [
        Together(
            heading=cycle_heading(cycle, _) if len(report.cycles) > 1 else "",
            clusters=tuple(clustered(report, cycle.number, _)),
            alone=alone(report, cycle.number),
        )
        for cycle in report.cycles
    ]
    return [cycle for cycle in found if cycle.clusters or cycle.alone]


def cycle_heading(cycle: CycleLine, _: Wording) -> str:
    if not cycle.question:
        return _("Cycle %(number)d", number=cycle.number)
    return _("Cycle %(number)d: %(question)s", number=cycle.number, question=cycle.question)


def clustered(report: Report, cycle: int, _: Wording) -> list[Group]:
    """Each cluster of the cycle with its notes, also the empty ones."""
    return clusters_in(report, {step.id for step in report.agenda if step.cycle == cycle}, _)


def clusters_in(report: Report, here: Container[str], _: Wording) -> list[Group]:
    """The clusters that were made in these steps."""
    notes = {note.id: note for note in report.notes}
    return [
        Group(
            title=cluster_heading(cluster, _),
            notes=threaded([notes[note] for note in cluster.notes], notes),
        )
        for cluster in report.clusters
        if cluster.step in here
    ]


def cluster_heading(cluster: ClusterLine, _: Wording) -> str:
    title = cluster.title or _("Cluster without a name")
    return f"{cluster.group}: {title}" if cluster.group else title


def alone(report: Report, cycle: int) -> tuple[Threaded, ...]:
    """The notes that could have been grouped and stand by themselves, which is a choice too."""
    steps = [step for step in held(report.agenda) if step.cycle == cycle]
    return alone_in(report, [step for step in steps if step.layout == "clusters"])


def alone_in(report: Report, steps: Iterable[StepLine]) -> tuple[Threaded, ...]:
    """Those of these steps of grouping."""
    groupable = {found for step in steps for found in behind(step, report)}
    lone = [note for note in report.notes if note.step in groupable and not note.cluster]
    return threaded(lone, {note.id: note for note in report.notes})


def behind(step: StepLine, report: Report) -> set[str]:
    """The step and those whose notes it works on."""
    steps = {found.id: found for found in report.agenda}
    found = set[str]()
    while step.id not in found:
        found.add(step.id)
        step = steps.get(step.source, step)
    return found


def by_step(report: Report, _: Wording) -> list[Group]:
    """What was written in each step, under the prompt that people answered."""
    return list(written_in(report, _).values())


def written_in(report: Report, _: Wording) -> dict[str, Group]:
    """The same by the id of the step."""
    titles = step_titles(report, _)
    everything = {note.id: note for note in report.notes}
    written: dict[str, list[NoteLine]] = {}
    for note in report.notes:
        if not note.copied:
            written.setdefault(note.step, []).append(note)
    return {
        step.id: with_subjects(report, step_group(step, titles[step.id], here, everything, _), _)
        for step in report.agenda
        if (here := written.get(step.id, []) + sorted_here(step, report))
    }


def sorted_here(step: StepLine, report: Report) -> list[NoteLine]:
    """Notes of earlier steps that lie in a column which only this step has: it is told nowhere else."""
    earlier = behind(step, report) - {step.id}
    known = {it.id: {column.id for column in it.columns} for it in report.agenda}
    return [
        note
        for note in report.notes
        if note.step in earlier and note.column in known[step.id] - known[note.step]
    ]


def step_group(
    step: StepLine, title: str, notes: list[NoteLine], everything: dict[str, NoteLine], _: Wording
) -> Group:
    """A step's notes, or where it had columns or trays, these: each with what lay in it."""
    apart = {kind: [note for note in notes if note.type == kind] for kind in step.trays}
    rest = [note for note in notes if note.type not in apart]
    found = [
        Group(column.title, threaded(inside(rest, column.id), everything), column.hint)
        for column in step.columns
    ]
    if not found and not any(apart.values()):
        return Group(title, threaded(notes, everything), step.prompt)
    known = {column.id for column in step.columns}
    left = [note for note in rest if note.column not in known]
    if left:
        word = _("In no column") if step.columns else _("On the wall")
        found.append(Group(word, threaded(left, everything)))
    found += [
        Group(tray_title(kind, _), threaded(lay, everything)) for kind, lay in apart.items() if lay
    ]
    return Group(title, (), step.prompt, tuple(found))


def inside(notes: list[NoteLine], column: str) -> list[NoteLine]:
    return [note for note in notes if note.column == column]


def tray_title(kind: str, _: Wording) -> str:
    """What stands over the notes of a type that lay apart."""
    return _({**TYPES, **TRAYS}.get(kind, kind))


def with_subjects(report: Report, group: Group, _: Wording) -> Group:
    """The group, its notes with the rows that they speak of, or the version of a text."""
    titles = subjects(report, _)
    told = (replace(line, of=titles.get(line.note.about, "")) for line in group.notes)
    return replace(group, notes=tuple(told))


def subjects(report: Report, _: Wording) -> dict[str, str]:
    """What a note can be about: the rows of tables, and what a step asked more than once."""
    titles = {row.id: row.title for row in report.rows}
    for step in report.agenda:
        asked = [it for it in report.scorings if it.step == step.id]
        for number, it in enumerate(asked, 1):
            if len(asked) > 1:
                words = _("Version %(n)s", n=it.version)
                titles[it.id] = words if it.text else _("Round %(n)s", n=number)
    return titles


def step_titles(report: Report, _: Wording) -> dict[str, str]:
    """The title of each step; that of a later cycle says which."""
    return {
        step.id: step.title
        if step.cycle == 1
        else _("%(title)s, cycle %(number)d", title=step.title, number=step.cycle)
        for step in report.agenda
    }


def threaded(notes: list[NoteLine], everything: dict[str, NoteLine]) -> tuple[Threaded, ...]:
    """The notes in their order, each followed by what was built on it."""
    here = {note.id for note in notes}
    builds: dict[str, list[NoteLine]] = {}
    for note in notes:
        builds.setdefault(note.parent if note.parent in here else "", []).append(note)
    return tuple(walk(builds, everything))


def walk(builds: dict[str, list[NoteLine]], everything: dict[str, NoteLine]) -> Iterator[Threaded]:
    """By a stack of our own: builds on builds go deeper than Python likes to call."""
    stack = [(0, note) for note in reversed(builds.get("", []))]
    while stack:
        depth, note = stack.pop()
        elsewhere = everything.get(note.parent) if depth == 0 else None
        yield Threaded(note, min(depth, DEEPEST), elsewhere.text if elsewhere else "")
        stack += [(depth + 1, build) for build in reversed(builds.get(note.id, []))]


def held(steps: Iterable[StepLine]) -> list[StepLine]:
    return [step for step in steps if step.state != "planned"]
