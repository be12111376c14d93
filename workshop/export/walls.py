"""Where each note lies: in one cluster or column of one step, for formats that draw walls."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.export.parts import NoteLine, Report, StepLine
from workshop.export.reading import behind, held, step_titles, tray_title
from workshop.export.wording import Wording


@dataclass(frozen=True)
class Area:
    """A part of a wall with a name of its own; without one its notes lie on the wall itself."""

    id: str
    label: str
    notes: tuple[NoteLine, ...]


@dataclass(frozen=True)
class Wall:
    """A step with all that lies in it at the end, and by step the prompts that were answered with it."""

    id: str
    title: str
    prompts: dict[str, str]
    areas: tuple[Area, ...]


def walls(report: Report, _: Wording) -> list[Wall]:
    """The steps that anything lies in, in the order of the agenda; each note of the report once."""
    titles = step_titles(report, _)
    lying: dict[str, list[NoteLine]] = {}
    homes = homes_of(report)
    for note in report.notes:
        lying.setdefault(homes[note.id], []).append(note)
    found = (
        Wall(
            step.id,
            titles[step.id],
            prompts(report, step, lying.get(step.id, [])),
            areas(report, step, lying.get(step.id, []), _),
        )
        for step in report.agenda
    )
    return [wall for wall in found if wall.areas]


def prompts(report: Report, step: StepLine, notes: list[NoteLine]) -> dict[str, str]:
    """What the room was asked where the notes were written, and here."""
    asked = {note.step for note in notes} | {step.id}
    return {it.id: it.prompt for it in report.agenda if it.id in asked and it.prompt}


def homes_of(report: Report) -> dict[str, str]:
    """By note, the step where it lay last: its cluster's, else one it was sorted or left alone in, else its own."""
    clusters = {cluster.id: cluster.step for cluster in report.clusters}
    columns = {(step.id, it.id) for step in report.agenda for it in step.columns}
    later: dict[str, list[StepLine]] = {}
    for step in held(report.agenda):
        for earlier in behind(step, report):
            later.setdefault(earlier, []).append(step)
    return {note.id: home(note, clusters, columns, later) for note in report.notes}


def home(
    note: NoteLine,
    clusters: dict[str, str],
    columns: set[tuple[str, str]],
    later: dict[str, list[StepLine]],
) -> str:
    if note.cluster:
        return clusters[note.cluster]
    own = (note.step, note.column) in columns
    steps = [] if own else later.get(note.step, [])
    sorted_in = [step.id for step in steps if (step.id, note.column) in columns]
    grouped_in = [step.id for step in steps if step.layout == "clusters"]
    return [note.step, *grouped_in, *sorted_in][-1]


def areas(report: Report, step: StepLine, notes: list[NoteLine], _: Wording) -> tuple[Area, ...]:
    """The clusters of the step, its trays, its columns, and last what lies on the wall itself."""
    clusters = clustered(report, step, _)
    rest = [note for note in notes if not note.cluster]
    apart = [named for named in parts(step, rest, _) if named.notes]
    inside = {note.id for area in apart for note in area.notes}
    loose = tuple(note for note in rest if note.id not in inside)
    return (*clusters, *apart, *([Area(step.id, "", loose)] if loose else []))


def clustered(report: Report, step: StepLine, _: Wording) -> list[Area]:
    """Also the empty ones: somebody gave them a name."""
    notes = {note.id: note for note in report.notes}
    return [
        Area(it.id, it.title or _("Cluster without a name"), tuple(notes[id] for id in it.notes))
        for it in report.clusters
        if it.step == step.id
    ]


def parts(step: StepLine, notes: list[NoteLine], _: Wording) -> Iterator[Area]:
    """A note of a type that lies apart is in no column."""
    for kind in step.trays:
        lay = tuple(note for note in notes if note.type == kind)
        yield Area(f"{step.id}-{kind}", tray_title(kind, _), lay)
    rest = [note for note in notes if note.type not in step.trays]
    for column in step.columns:
        lay = tuple(note for note in rest if note.column == column.id)
        yield Area(f"{step.id}-{column.id}", column.title, lay)
