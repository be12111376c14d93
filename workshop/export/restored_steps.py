"""The agenda as records again: what the report tells of a step, and for the rest what its method says."""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from workshop.core.agenda import Step
from workshop.core.setup import Column, Scale, Setup
from workshop.export.parts import Report, ScoringLine, StepLine
from workshop.export.restored_rows import fields
from workshop.methods import METHODS, RecipeStep, planned
from workshop.words import translator


def steps(report: Report) -> Iterator[Step]:
    subjects = subjects_of(report)
    for place, line in enumerate(report.agenda):
        usual = by_its_method(line, place, report.workshop.language)
        yield replace(
            usual,
            layout=line.layout,
            title=line.title,
            prompt=line.prompt,
            types=line.types,
            source=line.source,
            visibility="private" if line.private else "live",
            anonymous=line.anonymous,
            state=line.state,
            revealed=line.revealed,
            sealed=line.sealed,
            stayed=line.took,
            glided=line.glided,
            collected=line.collected,
            until=report.workshop.as_of if line.state == "early" else "",
            setup=replace(setup(report, line, usual.setup), subject=subjects.get(line.id, "")),
        )


def by_its_method(line: StepLine, place: int, language: str) -> Step:
    """A step as it is planned by its method; a bare one where there is no such method here."""
    bare = Step(
        id=line.id,
        place=place,
        method=line.method,
        layout=line.layout,
        phase=line.phase,
        title=line.title,
        prompt="",
        minutes=line.minutes,
        cycle=line.cycle,
    )
    if (method := METHODS.get(line.method)) is None or method.layout != line.layout:
        return bare
    asked = RecipeStep(
        method=line.method,
        phase=line.phase,  # type: ignore[arg-type]  # the file says no other
        minutes=line.minutes,
        cycle=line.cycle,
    )
    plan = planned(place, asked, method, translator(language), "")
    return Step(**{**msgspec.structs.asdict(plan), "id": line.id, "source": ""})


def setup(report: Report, line: StepLine, usual: Setup) -> Setup:
    """A step that began has the columns, fields and scales that are seen in what came of it."""
    if line.state == "planned":
        return usual
    told = [row for row in report.rows if row.step == line.id]
    seen = fields(told)
    nothing = next((row for row in told if row.nothing), None)
    return replace(
        usual,
        columns=tuple(Column(id=it.id, title=it.title, hint=it.hint) for it in line.columns),
        trays=line.trays,
        fields=usual.fields if set(seen) <= set(usual.fields) else seen,
        scales=scales(report.scorings, line.id) or usual.scales,
        nothing=nothing is not None,
        doing_nothing=nothing.title if nothing else "",
    )


def scales(scorings: tuple[ScoringLine, ...], step: str) -> tuple[Scale, ...]:
    """Those of the last scoring of the step."""
    last = next((it for it in reversed(scorings) if it.step == step), None)
    return tuple(scale_of(last)) if last else ()


def scale_of(line: ScoringLine) -> Iterator[Scale]:
    for it in line.scales:
        yield Scale(
            id=it.id, title=it.title, low=it.low, high=it.high, words=it.words, weight=it.weight
        )


def subjects_of(report: Report) -> dict[str, str]:
    """What the forms and polls of each step are about: as the methods say, if that tells the same as the file."""
    written = {it.step: it.subject for it in report.sheets if it.step and it.subject != it.step}
    usual = {
        step.id: METHODS[step.method].setup.subject
        for step in report.agenda
        if step.method in METHODS
    } | written
    return usual if compares_alike(report.scorings, usual) else linked(report.scorings) | written


def compares_alike(scorings: tuple[ScoringLine, ...], subjects: dict[str, str]) -> bool:
    first: dict[str, str] = {}
    for line in scorings:
        subject = subjects.get(line.step, "")
        if line.before != (first.get(subject, "") if subject else ""):
            return False
        if line.state == "closed":
            first.setdefault(subject, line.id)
    return True


def linked(scorings: tuple[ScoringLine, ...]) -> dict[str, str]:
    """Steps whose marks are measured against each other have the first one's id for a subject."""
    step = {line.id: line.step for line in scorings}
    found: dict[str, str] = {}
    for line in scorings:
        if line.before in step:
            found[line.step] = found.setdefault(step[line.before], step[line.before])
    return found
