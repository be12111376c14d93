"""How a report is read: what belongs under what, for every format that shows more than lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.export.parts import NoteLine, Report, StepLine
from workshop.export.wording import Wording

DEEPEST = 2  # a build on a build is drawn under it; one further down stands beside that


@dataclass(frozen=True)
class Threaded:
    """A note among others: `depth` says how far it stands under the one it builds on.

    `on` is the text it builds on where that stands elsewhere.
    """

    note: NoteLine
    depth: int
    on: str = ""


@dataclass(frozen=True)
class Group:
    """Notes under one heading."""

    title: str
    notes: tuple[Threaded, ...]
    prompt: str = ""


def clustered(report: Report, _: Wording) -> list[Group]:
    """Each cluster with its notes, also the empty ones."""
    notes = {note.id: note for note in report.notes}
    return [
        Group(
            title=cluster.title or _("Cluster without a name"),
            notes=threaded([notes[note] for note in cluster.notes], notes),
        )
        for cluster in report.clusters
    ]


def alone(report: Report) -> tuple[Threaded, ...]:
    """The notes that could have been grouped and stand by themselves, which is a choice too."""
    groupable = set[str]()
    for step in report.agenda:
        if step.layout == "clusters" and step.state != "planned":
            groupable |= behind(step, report)
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


def by_step(report: Report) -> list[Group]:
    """What was written in each step, under the prompt that people answered."""
    everything = {note.id: note for note in report.notes}
    written: dict[str, list[NoteLine]] = {}
    for note in report.notes:
        written.setdefault(note.step, []).append(note)
    return [
        Group(step.title, threaded(written[step.id], everything), step.prompt)
        for step in report.agenda
        if step.id in written
    ]


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
