"""History: what leaves a deed, and which deeds stay as they are."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import msgspec

from . import (
    agenda,
    changing,
    collecting,
    cycles,
    door,
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
from .history import Deed, Lasting, Undo, Undone
from .messages import Command, Entry, Event
from .notes import (
    AddNote,
    ChangeNote,
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
