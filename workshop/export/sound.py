"""Whether the parts of a report fit each other, as they do in every file that was saved: else a format might trip."""

import re
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from itertools import product
from typing import get_args

import msgspec

from workshop.core.agenda import Layout, Minutes
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.setup import Field, Setup, safe
from workshop.core.times import any_day, is_near
from workshop.core.weighing import QUADRANTS
from workshop.core.workshop import title_of
from workshop.export.parts import (
    About,
    MarkLine,
    Report,
    RowLine,
    ScoringLine,
    StepLine,
    Vote,
    WeighingLine,
)
from workshop.export.restored_steps import scale_of
from workshop.words import LANGUAGES

Marked = tuple[str, str]  # an item and a scale
LONGEST = 10 * 365 * 24 * 3600  # seconds that a workshop may have been open, at most
_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z)?")
_ID = re.compile(r"[0-9a-z]{16,40}")
_DECIMAL = re.compile(r"(-?\d{1,4}(\.\d{1,2})?)?")


def bad(where: str) -> Refused:
    """`notes[2].text` is told as people count: notes 3, text."""
    told = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", where.lstrip("."))
    return Refused("bad_workshop", "file", where=told.replace(".", ", ") or "workshop")


def needs(is_so: object, where: str) -> None:
    if not is_so:
        raise bad(where)


def fits(work: Callable[[], object], where: str) -> None:
    """What the core would refuse is refused at its place in the file."""
    try:
        work()
    except (Refused, msgspec.ValidationError):
        raise bad(where) from None


def check(report: Report) -> None:
    about(report.workshop)
    agenda(report.agenda)
    belongs(report)
    for row in report.rows:
        cells(row)
    for vote in report.votes:
        counted(vote)
    for scoring in report.scorings:
        marked(scoring)
    for weighing in report.weighings:
        weighed(weighing, {it.id: it for it in report.scorings})
    days(report)
    grew(report)


def about(workshop: About) -> None:
    if workshop.language not in LANGUAGES:
        raise Refused("no_such_language", "file")
    fits(lambda: title_of(workshop.title), "workshop.title")
    needs(_ID.fullmatch(workshop.id), "workshop.id")
    needs(workshop.created_at and workshop.as_of, "workshop.created_at")
    for name in ("created_at", "started_at", "closed_at", "as_of"):
        time(getattr(workshop, name), f"workshop.{name}")


def time(at: str, where: str) -> None:
    needs(_TIME.fullmatch(at), where)
    try:
        found = datetime.fromisoformat(at or "2026-11-21")
    except ValueError:
        raise bad(where) from None
    needs(is_near(found.year), where)


def agenda(steps: tuple[StepLine, ...]) -> None:
    for place, step in enumerate(steps):
        where = f"agenda[{place}]"
        needs(step.layout in get_args(Layout), f"{where}.layout")
        fits(lambda step=step: msgspec.convert(step.minutes, Minutes), f"{where}.minutes")  # type: ignore[misc]
        needs(1 <= step.cycle <= LIMITS.steps, f"{where}.cycle")
        needs(step.took >= 0, f"{where}.took")
        needs(len(step.types) <= LIMITS.types, f"{where}.types")
        parts = {"columns": msgspec.to_builtins(step.columns), "trays": step.trays}
        fits(lambda parts=parts: safe(msgspec.convert(parts, Setup)), f"{where}.columns")  # type: ignore[misc]


def belongs(report: Report) -> None:
    """Whatever names a step, a scoring or a cycle names one that is in the file."""
    steps = {step.id for step in report.agenda}
    for name in ("notes", "clusters", "votes", "scorings", "rows", "weighings", "choices"):
        all_in(steps, getattr(report, name), name)
    for name in ("sheets", "decisions", "actions"):
        all_in(steps | {""}, getattr(report, name), name)
    cycles = [cycle.number for cycle in report.cycles]
    named(report)
    builds({note.id: note.parent for note in report.notes})
    needs(set(cycles) <= {step.cycle for step in report.agenda}, "cycles")
    needs(len(set(cycles)) == len(cycles), "cycles")


def named(report: Report) -> None:
    """What a note names is in the file, and is what it says."""
    notes = {"", *(note.id for note in report.notes)}
    known = {"parent": notes, "carried": notes, "copied": notes}
    known["cluster"] = {"", *(cluster.id for cluster in report.clusters)}
    subjects = [row.id for row in report.rows] + [scoring.id for scoring in report.scorings]
    known["about"] = {"", *subjects}
    for place, note in enumerate(report.notes):
        for name, ids in known.items():
            needs(getattr(note, name) in ids, f"notes[{place}].{name}")


def builds(parents: dict[str, str]) -> None:
    """Notes build on each other without end in no room."""
    ground: set[str] = set()
    for first in parents:
        on: dict[str, None] = {}
        at = first
        while at in parents and at not in ground:
            needs(at not in on, "notes")
            on[at] = None
            at = parents[at]
        ground.update(on)


def all_in(steps: Collection[str], lines: Iterable[object], name: str) -> None:
    for place, line in enumerate(lines):
        needs(getattr(line, "step", "") in steps, f"{name}[{place}].step")


def cells(row: RowLine) -> None:
    parts = [{"id": it.field, "title": it.title, "form": it.form} for it in row.cells]
    fits(lambda: safe(Setup(fields=msgspec.convert(parts, tuple[Field, ...]))), "rows")
    for it in row.cells:
        if it.form == "date":
            fits(lambda it=it: any_day(it.text, "rows"), "rows")  # type: ignore[misc]


def counted(vote: Vote) -> None:
    items = {it.item for it in vote.candidates}
    sizes = (len(vote.criteria), len(vote.groups))
    for line in vote.results:
        needs(line.item in items, "votes")
        needs((len(line.by_criterion), len(line.by_group)) == sizes, "votes")


def marked(scoring: ScoringLine) -> None:
    """Every item on every scale, or nothing yet; each scale one that could have been planned."""
    parts = {"scales": msgspec.to_builtins(tuple(scale_of(scoring)))}
    fits(lambda: safe(msgspec.convert(parts, Setup)), "scorings")
    needs(scoring.scales and scoring.items, "scorings")
    marks = {scale.id: scale.high - scale.low + 1 for scale in scoring.scales}
    every = list(product((it.item for it in scoring.items), marks))
    given = [(it.item, it.scale) for it in scoring.results]
    for line in scoring.results:
        needs(line.scale in marks, "scorings")
        spread(line, marks[line.scale], len(scoring.groups))
    if scoring.consensus:
        placed(scoring, given, every)
        return
    needs(given in ([], every), "scorings")
    needs(scoring.results or scoring.state == "open", "scorings")
    for line in scoring.results:
        told = (line.median, line.q1, line.q3, line.iqr, line.counts)
        needs(len(set(map(bool, told))) == 1, "scorings")


def placed(scoring: ScoringLine, given: list[Marked], every: list[Marked]) -> None:
    """What the room agreed on has a place and no spread; not everything need be placed."""
    needs(set(given) <= set(every) and len(set(given)) == len(given), "scorings")
    needs(
        all(line.median and not (line.counts or line.iqr) for line in scoring.results), "scorings"
    )


def spread(line: MarkLine, marks: int, groups: int) -> None:
    """How marks lie, of all and of each group, on a scale of so many."""
    needs(all(map(_DECIMAL.fullmatch, (line.median, line.q1, line.q3, line.iqr))), "scorings")
    needs(len(line.by_group) in (0, groups), "scorings")
    for counts in (line.counts, *line.by_group):
        needs(len(counts) in (0, marks), "scorings")
        needs(all(0 <= count <= LIMITS.participants for count in counts), "scorings")


def weighed(weighing: WeighingLine, scorings: dict[str, ScoringLine]) -> None:
    scoring = scorings.get(weighing.scoring)
    needs(scoring and (scoring.results or scoring.consensus), "weighings")
    if scoring is None:
        return
    signs = {scale.weight > 0 for scale in scoring.scales if scale.weight}
    for it in weighing.items:
        needs(it.item in {each.item for each in scoring.items}, "weighings")
        needs(set(it.apart) <= {scale.id for scale in scoring.scales}, "weighings")
        needs(all(map(_DECIMAL.fullmatch, (it.score, it.value, it.effort))), "weighings")
        needs(it.quadrant in ("", *QUADRANTS.values()), "weighings")
        needs(not it.quadrant or (it.value and it.effort and len(signs) == 2), "weighings")


def grew(report: Report) -> None:
    """In the order in which it came, and of nothing that is not in the file."""
    steps = {"", *(step.id for step in report.agenda)}
    notes, clusters = {it.id for it in report.notes}, {"", *(it.id for it in report.clusters)}
    told, decided = {it.id for it in report.votes}, {it.id for it in report.decisions}
    last = 0
    for place, line in enumerate(report.growth):
        where = f"growth[{place}]"
        needs(last <= line.at <= LONGEST, f"{where}.at")
        needs(line.step in steps, f"{where}.step")
        needs(set(line.came) <= notes and set(line.told) <= told, where)
        needs(set(line.decided) <= decided, where)
        needs(all(it.note in notes and it.cluster in clusters for it in line.moved), where)
        last = line.at


def days(report: Report) -> None:
    told = [("workshop.follow_up", report.workshop.follow_up)]
    told += [("actions", it.due) for it in report.actions]
    told += [("decisions", it.decided_on) for it in report.decisions]
    told += [("continued", it.held) for it in report.continued]
    for where, text in told:
        fits(lambda text=text: any_day(text, where), where)  # type: ignore[misc]  # noqa: B023
    for sheet in report.sheets:
        time(sheet.at, "sheets")
