"""The report: all that the whole room has seen, as plain values in reading order. Knows no format.

It is made of what every participant may see, and of bare counts. A note that was never revealed is
counted and nothing more, whoever asks for the report.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from workshop.core.agenda import Step, in_order
from workshop.core.clusters import CONTESTED, Cluster
from workshop.core.cycles import REPEATED, Cycle
from workshop.core.groups import Group
from workshop.core.importing import Imported
from workshop.core.lot import Parked, in_the_lot
from workshop.core.messages import Time
from workshop.core.notes import Note
from workshop.core.outcomes import OVER, Action, Decision
from workshop.core.people import Participant
from workshop.core.polls import Poll
from workshop.core.records import Place
from workshop.core.scorings import Scoring
from workshop.core.times import seconds_between
from workshop.core.votes import Round
from workshop.core.workshop import Workshop, the_workshop
from workshop.export.comparisons import choices, named, rows, weighings
from workshop.export.parts import (
    About,
    ActionLine,
    AnswerLine,
    ClusterLine,
    ColumnLine,
    CycleLine,
    DecisionLine,
    ImportedLine,
    NoteLine,
    ParkedLine,
    PollLine,
    Report,
    StepLine,
)
from workshop.export.scorings import scorings
from workshop.export.sheets import continued, sheets
from workshop.export.unsaid import Said, held_back, never_revealed, parked_held_back
from workshop.export.voting import vote

__all__ = ["Report", "report"]

NOT_IMPORTED = Imported(id="", workshop="", code="", as_of="")


def report(place: Place) -> Report:
    """The report of a place as it stands; the same records always give the same report."""
    workshop = the_workshop(place)
    steps = in_order(place)
    apart = {cluster.id for cluster in place.all(Cluster) if cluster.apart}
    notes = [it for it in shown_notes(place, steps) if not (it.copied and it.cluster in apart)]
    groups = {group.id: group.title for group in place.all(Group)}
    clusters = in_place(place)
    called = named(place)
    items = {note.id: note.text for note in notes} | {c.id: c.title for c in clusters} | called
    rounds = tuple(round_ for round_ in place.all(Round) if round_.state != "planned")
    votes = {round_.id for round_ in rounds}
    inside = by_cluster(notes)
    said = Said(place, items)
    here = {step.id for step in steps}
    subjects = {*called, *(scoring.id for scoring in place.all(Scoring))}
    return Report(
        workshop=about(place, workshop),
        cycles=tuple(cycle_lines(place, steps)),
        agenda=tuple(step_line(step, workshop, took(place, step, workshop)) for step in steps),
        notes=tuple(note_line(note, items, subjects, groups) for note in notes),
        clusters=tuple(
            cluster_line(cluster, inside.get(cluster.id, ()), groups) for cluster in clusters
        ),
        votes=tuple(vote(round_, said, items) for round_ in rounds),
        scorings=tuple(scorings(place, said)),
        rows=tuple(rows(place)),
        weighings=tuple(weighings(place, said)),
        choices=tuple(choices(place, said)),
        polls=tuple(poll_line(poll) for poll in place.all(Poll)),
        sheets=tuple(sheets(place, items)),
        continued=tuple(continued(place)),
        decisions=tuple(decision_line(line, items, votes, here) for line in place.all(Decision)),
        actions=tuple(action_line(action, items, here) for action in place.all(Action)),
        parked=tuple(map(parked_line, in_the_lot(place))),
    )


def parked_line(parked: Parked) -> ParkedLine:
    return ParkedLine(
        id=parked.id,
        text=parked.text,
        continued=parked.continued,
        becomes=parked.becomes,
        word=parked.word,
        note=parked.note,
    )


def about(place: Place, workshop: Workshop) -> About:
    before = place.get(Imported, place.log) or NOT_IMPORTED
    return About(
        id=workshop.id,
        title=workshop.title,
        purpose=workshop.purpose,
        language=workshop.language,
        recipe=workshop.recipe,
        code=workshop.code,
        state=workshop.state,
        created_at=workshop.created_at,
        started_at=workshop.started_at,
        closed_at=workshop.closed_at,
        as_of=as_of(place, workshop),
        participants=before.participants
        + sum(person.role == "participant" for person in place.all(Participant)),
        seats=before.seats + sum(person.seat for person in place.all(Participant)),
        never_revealed=never_revealed(place),
        held_back=held_back(place),
        parked_held_back=parked_held_back(place),
        follow_up=workshop.follow_up,
        imported=imported_line(before),
    )


def imported_line(before: Imported) -> ImportedLine | None:
    if not before.workshop:
        return None
    return ImportedLine(
        workshop=before.workshop, code=before.code, as_of=before.as_of, at=before.at
    )


def as_of(place: Place, workshop: Workshop) -> Time:
    """When the last thing happened that is no secret."""
    return max(place.last_at, workshop.created_at, workshop.started_at, workshop.closed_at)


def shown_notes(place: Place, steps: list[Step]) -> list[Note]:
    """What the room has seen, in the order of the agenda and then of the wall."""
    order = {step.id: step.place for step in steps}
    shown = [note for note in place.all(Note) if note.readers == "all"]
    return sorted(shown, key=lambda note: (order.get(note.step, len(order)), note.place))


def in_place(place: Place) -> list[Cluster]:
    """What a group has put together is told when the room has come together."""
    shown = (cluster for cluster in place.all(Cluster) if not cluster.apart)
    return sorted(shown, key=lambda cluster: cluster.place)


def known(item: str, items: Container[str]) -> str:
    """The id, if it is of something in this report: a note may name one that has been taken away."""
    return item if item in items else ""


def cycle_lines(place: Place, steps: list[Step]) -> Iterator[CycleLine]:
    """Every cycle that the room has come to, and what it asked."""
    asked = {cycle.number: cycle.question for cycle in place.all(Cycle)}
    for number in sorted({step.cycle for step in steps if step.state != "planned"}):
        question = asked.get(number) or first_question(steps, number)
        yield CycleLine(number=number, question=question)


def first_question(steps: list[Step], cycle: int) -> str:
    asking = (
        step.prompt
        for step in steps
        if step.cycle == cycle and step.types and step.phase in REPEATED and step.state != "planned"
    )
    return next(asking, "")


def took(place: Place, step: Step, workshop: Workshop) -> int:
    """The seconds that the room has been in the step, also of the time that is still running."""
    if workshop.step != step.id or not step.came:
        return step.stayed
    until = workshop.closed_at or as_of(place, workshop)
    return step.stayed + seconds_between(step.came, until)


def step_line(step: Step, workshop: Workshop, seconds: int) -> StepLine:
    """The prompt of a step that never began is left out: the room has not heard it."""
    ended = step.state in ("early", "open") and workshop.state == "closed"
    return StepLine(
        id=step.id,
        cycle=step.cycle,
        method=step.method,
        layout=step.layout,
        phase=step.phase,
        title=step.title,
        prompt="" if step.state == "planned" else step.prompt,
        minutes=step.minutes,
        took=seconds,
        glided=step.glided,
        collected=step.collected,
        source=step.source,
        types=step.types,
        columns=columns(step),
        trays=() if step.state == "planned" else step.setup.trays,
        anonymous=step.anonymous,
        private=step.visibility == "private",
        revealed=step.revealed,
        sealed=step.sealed,
        state="done" if ended else step.state,
    )


def columns(step: Step) -> tuple[ColumnLine, ...]:
    """Prompts too, so that those of a step that never began are left out as well."""
    if step.state == "planned":
        return ()
    return tuple(ColumnLine(id=it.id, title=it.title, hint=it.hint) for it in step.setup.columns)


def note_line(
    note: Note, items: Container[str], subjects: Container[str], groups: Mapping[str, str]
) -> NoteLine:
    return NoteLine(
        id=note.id,
        step=note.step,
        type=note.type,
        text=note.text,
        column=note.column,
        evidence=note.evidence,
        role=note.role,
        name=note.name,
        seat=note.seat,
        parent=known(note.parent, items),
        cluster=known(note.cluster, items),
        carried=known(note.carried, items),
        copied=known(note.copied, items),
        contested=note.moves > CONTESTED,
        group=groups.get(note.group, ""),
        reported=note.reported,
        brought=note.brought,
        about=known(note.about, subjects),
    )


def by_cluster(notes: list[Note]) -> dict[str, list[str]]:
    inside: dict[str, list[str]] = {}
    for note in notes:
        inside.setdefault(note.cluster, []).append(note.id)
    return inside


def cluster_line(cluster: Cluster, notes: Iterable[str], groups: Mapping[str, str]) -> ClusterLine:
    return ClusterLine(
        id=cluster.id,
        step=cluster.step,
        title=cluster.title,
        notes=tuple(notes),
        group=groups.get(cluster.group, ""),
    )


def poll_line(poll: Poll) -> PollLine:
    return PollLine(
        id=poll.id,
        question=poll.question,
        form=poll.form,
        state=poll.state,
        asked=poll.asked,
        answers=poll.answers,
        results=tuple(AnswerLine(answer=it.answer, count=it.count) for it in poll.results),
    )


def decision_line(
    decision: Decision, items: dict[str, str], votes: Container[str], steps: Container[str]
) -> DecisionLine:
    about_item = known(decision.about, items)
    return DecisionLine(
        id=decision.id,
        text=decision.text,
        about=about_item,
        about_title=items.get(about_item, ""),
        vote=known(decision.round, votes),
        basis=decision.basis,
        alternatives=decision.alternatives,
        decider=decision.decider,
        decided_on=decision.decided_on,
        daily=decision.daily,
        step=known(decision.step, steps),
    )


def action_line(action: Action, items: dict[str, str], steps: Container[str]) -> ActionLine:
    about_item = known(action.about, items)
    return ActionLine(
        id=action.id,
        what=action.what,
        who=action.who,
        due=action.due,
        first_step=action.first_step,
        taken=bool(action.participant),
        missing=missing(action),
        about=about_item,
        about_title=items.get(about_item, ""),
        helpers=action.helpers,
        daily=action.daily,
        continued=action.continued,
        step=known(action.step, steps),
        status=action.status,
    )


def missing(action: Action) -> tuple[str, ...]:
    """What an action that is not over still lacks."""
    if action.status in OVER:
        return ()
    return tuple(name for name in ("who", "due") if not getattr(action, name))
