"""A report turned back into records: the inverse of `report.py`, as far as a report can say.

What was never in it does not come back: people, drafts, ballots and marks that were not closed, what
a facilitator held. Ids are kept, so that whatever named a note names it still.
"""

from collections.abc import Iterator

from workshop.core.candidates import Choice
from workshop.core.choices import id_of
from workshop.core.clusters import CONTESTED, Cluster
from workshop.core.continuing import Continued
from workshop.core.cycles import Cycle
from workshop.core.forms import Sheet
from workshop.core.groups import Group
from workshop.core.importing import Brought, Grown, Imported, ImportWorkshop
from workshop.core.lot import Parked
from workshop.core.messages import digest
from workshop.core.notes import Note
from workshop.core.outcomes import Action, Decision
from workshop.core.polls import AnswerCount, Poll
from workshop.core.workshop import Workshop
from workshop.export.alike import alike
from workshop.export.parts import ActionLine, NoteLine, Report, SheetLine
from workshop.export.restored_rows import rows
from workshop.export.restored_steps import steps
from workshop.export.restored_votes import rounds, scorings, weighings


def restored(report: Report, *, op: str, id: str, code: str, retention_days: int) -> ImportWorkshop:
    """The command that makes the workshop of the report anew, under an id and a code of its own."""
    return ImportWorkshop(
        op=op,
        id=id,
        workshop=workshop(report, id, code, retention_days),
        imported=imported(report, id),
        records=tuple(records(report, id)),
    )


def workshop(report: Report, id: str, code: str, retention_days: int) -> Workshop:
    about = report.workshop
    return Workshop(
        id=id,
        title=about.title,
        purpose=about.purpose,
        language=about.language,
        recipe=about.recipe,
        code=code,
        created_at=about.created_at,
        started_at=about.started_at,
        closed_at=about.closed_at,
        state=about.state,
        step=room_step(report),
        retention_days=retention_days,
        follow_up=about.follow_up,
    )


def room_step(report: Report) -> str:
    """Where the room was: the open step, the last one of those that it did not leave open behind it."""
    if report.workshop.state != "running":
        return ""
    found = [step for step in report.agenda if step.state == "open"]
    return next((it.id for it in reversed(found) if not it.glided), found[-1].id if found else "")


def imported(report: Report, id: str) -> Imported:
    about = report.workshop
    return Imported(
        id=id,
        workshop=about.id,
        code=about.code,
        as_of=about.as_of,
        participants=about.participants,
        seats=about.seats,
        never_revealed=about.never_revealed,
        held_back=about.held_back,
        parked_held_back=about.parked_held_back,
        growth=alike(report.growth, Grown),
    )


def records(report: Report, id: str) -> Iterator[Brought]:
    yield from steps(report)
    yield from cycles(report)
    yield from groups(report, id)
    yield from notes(report, id)
    for place, pile in enumerate(report.clusters):
        yield Cluster(
            id=pile.id,
            step=pile.step,
            title=pile.title,
            place=place,
            group=group_id(id, pile.group),
        )
    yield from rows(report)
    yield from rounds(report)
    yield from scorings(report)
    yield from weighings(report)
    yield from choices(report)
    yield from polls(report)
    yield from outcomes(report, id)


def cycles(report: Report) -> Iterator[Cycle]:
    """The first one has no record: its question is the prompt of its first step."""
    first = {step.cycle: step.id for step in reversed(report.agenda)}
    for line in report.cycles:
        if line.number > 1:
            yield Cycle(
                id=digest("cycle", str(line.number), first[line.number]),
                number=line.number,
                question=line.question,
                step=first[line.number],
                at=report.workshop.started_at,
            )


def group_id(id: str, title: str) -> str:
    return digest(id, "group", title) if title else ""


def groups(report: Report, id: str) -> Iterator[Group]:
    """Those of whom something was shown; who was in them is not told. Other people may join them."""
    said = [note.group for note in report.notes] + [pile.group for pile in report.clusters]
    titles = dict.fromkeys(title for title in said if title)
    for place, title in enumerate(titles):
        yield Group(id=group_id(id, title), title=title, place=place, chosen=True)


def notes(report: Report, id: str) -> Iterator[Note]:
    """Nobody's any more, wherever the original stands; who wrote it may write anew."""
    copies: dict[str, list[str]] = {}
    for line in report.notes:
        copies.setdefault(line.copied, []).append(line.id)
    for place, line in enumerate(report.notes, 1):
        yield note(line, place, tuple(copies.get(line.id, ())), id)


def note(line: NoteLine, place: int, copies: tuple[str, ...], id: str) -> Note:
    return Note(
        id=line.id,
        step=line.step,
        type=line.type,
        text=line.text,
        column=line.column,
        evidence=line.evidence,
        role=line.role,
        name=line.name,
        seat=line.seat,
        parent=line.parent,
        cluster=line.cluster,
        group=group_id(id, line.group),
        reported=line.reported,
        place=place,
        carried=line.carried,
        brought=line.brought,
        about=line.about,
        copied=line.copied,
        copies=copies,
        moves=CONTESTED + 1 if line.contested else 0,
    )


def choices(report: Report) -> Iterator[Choice]:
    for line in report.choices:
        yield Choice(
            id=id_of(line.step, line.item),
            step=line.step,
            item=line.item,
            title=line.title,
            choice=line.choice,
            reason=line.reason,
        )


def polls(report: Report) -> Iterator[Poll]:
    for line in report.polls:
        yield Poll(
            id=line.id,
            question=line.question,
            form=line.form,  # type: ignore[arg-type]  # the file says no other
            state=line.state,
            asked=line.asked,
            answers=line.answers,
            results=alike(line.results, AnswerCount),
        )


def outcomes(report: Report, id: str) -> Iterator[Brought]:
    before: dict[str, str] = {}
    for line in report.sheets:
        yield sheet(line, before.get(line.subject, ""))
        before[line.subject] = line.id
    for it in report.continued:
        yield Continued(
            id=it.id,
            workshop=it.workshop,
            title=it.title,
            held=it.held,
            at=report.workshop.created_at,
        )
    yield from decisions(report)
    promised = promising(report)
    for action_line in report.actions:
        yield action(action_line, promised, id)
    for parked in report.parked:
        yield Parked(
            id=parked.id,
            text=parked.text,
            continued=parked.continued,
            note=parked.note,
            becomes=parked.becomes,
            word=parked.word,
        )


def sheet(line: SheetLine, before: str) -> Sheet:
    return Sheet(
        id=line.id,
        step=line.step,
        subject=line.subject,
        version=line.version,
        values={it.field: it.text for it in line.fields},
        titles={it.field: it.title for it in line.fields},
        reason=line.reason,
        insights=line.insights,
        cycle=line.cycle,
        at=line.at,
        before=before,
        confidence=line.confidence,
        continued=line.continued,
    )


def decisions(report: Report) -> Iterator[Decision]:
    """In files from before it was told, a decision belongs to the step of its vote."""
    voted = {vote.id: vote.step for vote in report.votes}
    for line in report.decisions:
        yield Decision(
            id=line.id,
            step=line.step or voted.get(line.vote, ""),
            text=line.text,
            about=line.about,
            round=line.vote,
            basis=line.basis,
            alternatives=line.alternatives,
            decider=line.decider,
            decided_on=line.decided_on,
            daily=line.daily,
        )


def promising(report: Report) -> str:
    """Where actions of a file from before it was told were written down: in the last step that takes them."""
    found = (step.id for step in reversed(report.agenda) if step.layout == "actions")
    return next(found, "")


def action(line: ActionLine, promised: str, id: str) -> Action:
    """Accepted by someone who is not here: the workshop's own id stands for them, and is nobody's."""
    return Action(
        id=line.id,
        step=line.step or ("" if line.continued else promised),
        what=line.what,
        who=line.who,
        due=line.due,
        first_step=line.first_step,
        participant=id if line.taken else "",
        about=line.about,
        helpers=line.helpers,
        daily=line.daily,
        continued=line.continued,
        status=line.status,
    )
