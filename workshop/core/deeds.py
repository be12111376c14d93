"""Undo and history: what leaves a deed, which deeds stay as they are, and how one is taken back."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import msgspec

from . import (
    agenda,
    changing,
    collecting,
    cycles,
    door,
    leading,
    lifecycle,
    locks,
    outcomes,
    polls,
    removing,
    seats,
    timer,
    votes,
    workshop,
)
from .changes import net
from .clusters import (
    AddCluster,
    ClusterAdded,
    ClusterNamed,
    ClusterRemoved,
    MoveNote,
    NameCluster,
    NoteMoved,
    RemoveCluster,
)
from .history import Deed, Lasting, Undone
from .messages import By, Command, Entry, Event, Id, Refused
from .notes import (
    AddNote,
    ChangeNote,
    Note,
    NoteAdded,
    NoteChanged,
    NoteRemoved,
    NotesRevealed,
    RemoveNote,
    RevealNotes,
    SealStep,
    StepSealed,
)
from .people import ChangeName, NameChanged, Participant
from .records import Change, Gone, Place, Record, kind_of

MOST = 200  # deeds that are remembered
LASTING: Any = get_args(Lasting)


class Undo(Command, frozen=True, kw_only=True):
    """Facilitators take back what any of them did; participants what they themselves did last."""

    deed: Id


# The event that says what was done: by which command, and which of its fields names the thing.
DONE: dict[type[Event], tuple[type[Command], str]] = {
    workshop.WorkshopChanged: (workshop.ChangeWorkshop, ""),
    workshop.ResultsShared: (workshop.ShareResults, ""),
    lifecycle.WorkshopClosed: (lifecycle.CloseWorkshop, ""),
    NameChanged: (ChangeName, ""),
    seats.SeatAdded: (seats.AddSeat, ""),
    removing.ParticipantRemoved: (removing.RemoveParticipant, ""),
    removing.ParticipantReadmitted: (removing.ReadmitParticipant, ""),
    door.DoorClosed: (door.CloseDoor, ""),
    door.CodeRotated: (door.RotateCode, ""),
    agenda.StepStarted: (agenda.StartStep, "step"),
    agenda.StepFinished: (agenda.FinishStep, "step"),
    changing.StepAdded: (changing.AddStep, "step"),
    changing.StepRemoved: (changing.RemoveStep, "step"),
    changing.StepChanged: (changing.ChangeStep, "step"),
    changing.StepMoved: (changing.MoveStep, "step"),
    locks.StepLocked: (locks.LockStep, "step"),
    collecting.CollectingOpened: (collecting.CollectNotes, "step"),
    cycles.CycleStarted: (cycles.StartCycle, "cycle"),
    timer.TimerStarted: (timer.StartTimer, ""),
    timer.TimerPaused: (timer.PauseTimer, ""),
    timer.TimerExtended: (timer.ExtendTimer, ""),
    NoteAdded: (AddNote, "note"),
    NoteChanged: (ChangeNote, "note"),
    NoteRemoved: (RemoveNote, "note"),
    NotesRevealed: (RevealNotes, "step"),
    StepSealed: (SealStep, "step"),
    ClusterAdded: (AddCluster, "cluster"),
    ClusterNamed: (NameCluster, "cluster"),
    ClusterRemoved: (RemoveCluster, "cluster"),
    NoteMoved: (MoveNote, "note"),
    votes.VoteOpened: (votes.OpenVote, "round"),
    votes.VoterAdmitted: (votes.AdmitVoter, "round"),
    votes.VoteClosed: (votes.CloseVote, "round"),
    outcomes.ActionAdded: (outcomes.AddAction, "action"),
    outcomes.ActionChanged: (outcomes.ChangeAction, "action"),
    outcomes.ActionTaken: (outcomes.TakeAction, "action"),
    outcomes.ActionRemoved: (outcomes.RemoveAction, "action"),
    outcomes.DecisionAdded: (outcomes.AddDecision, "decision"),
    outcomes.DecisionChanged: (outcomes.ChangeDecision, "decision"),
    outcomes.DecisionRemoved: (outcomes.RemoveDecision, "decision"),
    polls.RoomAsked: (polls.AskRoom, "poll"),
    polls.PollClosed: (polls.ClosePoll, "poll"),
    Undone: (Undo, "deed"),
}
# Others lean on these at once, and in secret: they are ended by a command of their own.
STAYS: tuple[type[Event], ...] = (votes.VoterAdmitted, seats.SeatAdded)
# With these goes the key that ballots and answers are signed with, so they do not come back.
QUESTIONS = frozenset({kind_of(votes.Round), kind_of(polls.Poll)})


def kept(place: Place, entry: Entry, changed: Iterable[Change]) -> Iterator[Record | Gone]:
    """The deed that an entry leaves, and what it does to those before it."""
    if (deed := deed_of(place, entry, changed)) is None:
        return
    for other in list(place.all(Deed)):
        if is_over(other, deed, closes=is_final(said(entry))):
            yield msgspec.structs.replace(other, final=True, owner="", changes=())
    if place.count(Deed) >= MOST:
        yield Gone(kind_of(Deed), min(other.id for other in place.all(Deed)))
    yield deed


def is_over(other: Deed, deed: Deed, *, closes: bool) -> bool:
    """Whether the new deed makes the other one final: a participant can take back the last one only."""
    is_theirs = deed.role == "participant" and other.owner == deed.owner
    return bool(other.owner) and (closes or is_theirs)


def deed_of(place: Place, entry: Entry, changed: Iterable[Change]) -> Deed | None:
    """Nothing that is secret leaves a deed, and nothing that nobody in the room did."""
    person = place.get(Participant, entry.by)
    if entry.scope or not entry.events or person is None:
        return None
    event = said(entry)
    if type(event) not in DONE or is_hidden(event):
        return None
    command, field = DONE[type(event)]
    stays = is_final(event) or type(event) in STAYS or takes_a_question_back(event)
    lasting = [change for change in changed if isinstance(change.new or change.old, LASTING)]
    return Deed(
        id=f"{entry.seq:016}",
        did=str(command.__struct_config__.tag),
        who=person.name if person.role == "facilitator" else "",
        role=person.role,
        at=entry.at,
        about=about(event, field),
        final=stays,
        owner="" if stays else person.id,
        changes=() if stays else tuple(net(lasting)),
    )


def said(entry: Entry) -> Event:
    """The event that says what was done; closing has much to do before it."""
    last = entry.events[-1]
    return last if isinstance(last, lifecycle.WorkshopClosed) else entry.events[0]


def is_hidden(event: Event) -> bool:
    if isinstance(event, NoteAdded):
        return event.note is None or event.note.readers != "all"
    return isinstance(event, NoteChanged | NoteRemoved) and event.hidden


def is_final(event: Event) -> bool:
    """A board that was shut out never comes back by an old key, so that cannot be undone either."""
    command, _ = DONE[type(event)]
    return command.final or (isinstance(event, door.DoorClosed) and event.boards)


def takes_a_question_back(event: Event) -> bool:
    return isinstance(event, Undone) and any(kind in QUESTIONS for kind, _ in event.drop)


def about(event: Event, field: str) -> str:
    thing = getattr(event, field) if field else ""
    return thing.id if isinstance(thing, Record) else thing


def undo(place: Place, command: Undo, by: By) -> Iterator[Event]:
    deed = the_deed(place, command.deed, by)
    if deed.undone:
        raise Refused("undone_already", "deed")
    if deed.final:
        raise Refused("final", "deed")
    check_leads(place, deed, by)
    if not is_as_left(place, deed) or is_leaned_on(place, deed):
        raise Refused("changed_since", "deed")
    yield Undone(
        deed=deed.id,
        put=tuple(change.old for change in deed.changes if isinstance(change.old, LASTING)),
        drop=tuple((change.kind, change.id) for change in deed.changes if change.old is None),
    )


def the_deed(place: Place, deed_id: str, by: By) -> Deed:
    """A deed that this speaker sees; a facilitator sees those of participants, to look back only."""
    deed = place.get(Deed, deed_id)
    if deed is None or not (by.role == "facilitator" or deed.owner in by.names):
        raise Refused("no_such_deed", "deed")
    if deed.role == "participant" and deed.owner not in by.names and not deed.final:
        raise Refused("not_your_deed", "deed")
    return deed


def check_leads(place: Place, deed: Deed, by: By) -> None:
    """What only the leader may do, only the leader takes back."""
    command = next(command for command, _ in DONE.values() if command.__name__ == deed.did)
    if command.leads:
        leading.check_lead(place, workshop.the_workshop(place), by)


def is_as_left(place: Place, deed: Deed) -> bool:
    return all(
        place.get(type(record), change.id) == change.new
        for change in deed.changes
        if (record := change.new or change.old)
    )


def is_leaned_on(place: Place, deed: Deed) -> bool:
    """Whether something came since that speaks of what would go, or was done in a step that would be
    planned again. Of hidden notes, ballots and answers only that they are there counts, which the
    counts tell anyway.
    """
    gone = {change.id.encode() for change in deed.changes if goes(change)}
    again = {change.id.encode() for change in deed.changes if is_planned_again(change)}
    own = {(change.kind, change.id) for change in deed.changes}
    return bool(gone or again) and any(
        any(each in spoken(record) for each in leaned(record, gone, again))
        for kind, record in place.everything()
        if (kind, record.id) not in own
        and isinstance(record, (*LASTING, votes.Ballot, polls.Answer))
    )


def goes(change: Change) -> bool:
    return change.old is None and not isinstance(change.new, timer.Timer)


def is_planned_again(change: Change) -> bool:
    old, new = change.old, change.new
    if isinstance(old, agenda.Step) and isinstance(new, agenda.Step):
        return old.state == "planned" != new.state
    return False


def leaned(record: Record, gone: set[bytes], again: set[bytes]) -> set[bytes]:
    """Another step may well work on one that is planned."""
    return gone if isinstance(record, agenda.Step) else gone | again


def spoken(record: Record) -> bytes:
    if isinstance(record, Note) and record.readers != "all":
        return record.step.encode()
    return msgspec.json.encode(record)


def undone(place: Place, event: Undone) -> Iterator[Record | Gone]:
    yield from event.put
    yield from shown_as_before(place, event)
    for kind, record_id in event.drop:
        yield Gone(kind, record_id)
    yield from turned(place, event.deed)


def shown_as_before(place: Place, event: Undone) -> Iterator[Record]:
    """Names leave the board again, also of those who came while they were on it."""
    told = {record.id for record in event.put}
    for record in event.put:
        if isinstance(record, workshop.Workshop):
            for person in place.all(Participant):
                if person.id not in told and person.shown != record.names_shown:
                    yield msgspec.structs.replace(person, shown=record.names_shown)


def turned(place: Place, deed_id: str) -> Iterator[Record]:
    """The deed is undone now; where it was an undo itself, what that had taken back is done again."""
    is_undone = True
    while deed := place.get(Deed, deed_id):
        yield msgspec.structs.replace(deed, undone=is_undone)
        if deed.did != Undo.__name__:
            return
        deed_id, is_undone = deed.about, not is_undone


RULES = {Undo: undo}
EFFECTS = {Undone: undone}
