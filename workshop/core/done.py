"""What was done: by which command, told by the event that says it."""

from . import (
    agenda,
    aside,
    bringing,
    changing,
    choices,
    collecting,
    continuing,
    copying,
    cycles,
    door,
    forms,
    groups,
    leading,
    lifecycle,
    locks,
    lying,
    moderation,
    outcomes,
    parking,
    placing,
    polls,
    regrouping,
    removing,
    replanning,
    results,
    scores,
    seats,
    sharing,
    signals,
    silence,
    sorting,
    spotlight,
    tables,
    ties,
    timer,
    votes,
    workshop,
)
from .clusters import (
    AddCluster,
    ClusterAdded,
    ClusterNamed,
    ClusterRemoved,
    MoveNote,
    NameCluster,
    RemoveCluster,
)
from .history import Undo, Undone
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
from .people import ChangeName, NameChanged
from .records import Record

# The event that says what was done: by which command, and which of its fields names the thing.
DONE: dict[type[Event], tuple[type[Command], str]] = {
    workshop.WorkshopChanged: (workshop.ChangeWorkshop, ""),
    workshop.BoardBlanked: (workshop.BlankBoard, ""),
    sharing.ResultsShared: (sharing.ShareResults, ""),
    sharing.ResultsLinked: (sharing.LinkResults, ""),
    lifecycle.WorkshopClosed: (lifecycle.CloseWorkshop, ""),
    NameChanged: (ChangeName, ""),
    leading.LeadTaken: (leading.TakeLead, ""),
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
    bringing.NotesBroughtIn: (bringing.BringIn, "step"),
    NoteAdded: (AddNote, "note"),
    NoteChanged: (ChangeNote, "note"),
    NoteRemoved: (RemoveNote, "note"),
    NotesRevealed: (RevealNotes, "step"),
    StepSealed: (SealStep, "step"),
    moderation.NoteModerated: (moderation.HideNote, "note"),
    aside.NoteSetAside: (aside.SetAside, "parked"),
    parking.ParkedSettled: (parking.SettleParked, "parked"),
    ClusterAdded: (AddCluster, "cluster"),
    ClusterNamed: (NameCluster, "cluster"),
    ClusterRemoved: (RemoveCluster, "cluster"),
    lying.NoteMoved: (MoveNote, "note"),
    sorting.NoteSorted: (sorting.SortNote, "note"),
    tables.RowAdded: (tables.AddRow, "row"),
    tables.RowChanged: (tables.ChangeRow, "row"),
    tables.RowRemoved: (tables.RemoveRow, "row"),
    choices.ItemChosen: (choices.ChooseItem, "item"),
    regrouping.NotesMoved: (regrouping.MoveNotes, "cluster"),
    regrouping.ClustersMerged: (regrouping.MergeClusters, "into"),
    regrouping.ClusterSplit: (regrouping.SplitCluster, "cluster"),
    lying.NoteCopied: (copying.CopyNote, "note"),
    silence.SilenceEnded: (silence.EndSilence, "step"),
    groups.GroupsFormed: (groups.FormGroups, ""),
    groups.GroupChanged: (groups.PlaceInGroup, ""),
    groups.NoteReported: (groups.ReportNote, "note"),
    scores.ScoringOpened: (scores.OpenScoring, "scoring"),
    scores.ScorerAdmitted: (scores.AdmitScorer, "scoring"),
    scores.ScoringClosed: (scores.CloseScoring, "scoring"),
    placing.ItemPlaced: (placing.PlaceItem, "item"),
    votes.VotePlanned: (votes.PlanVote, "round"),
    replanning.VoteUnplanned: (replanning.UnplanVote, "round"),
    votes.VoteOpened: (votes.OpenVote, "round"),
    votes.VoterAdmitted: (votes.AdmitVoter, "round"),
    results.VoteClosed: (results.CloseVote, "round"),
    results.ResultTold: (results.TellResult, "round"),
    results.WildCardPicked: (results.PickWildCard, "round"),
    ties.TieBroken: (ties.BreakTie, "round"),
    outcomes.ActionAdded: (outcomes.AddAction, "action"),
    outcomes.ActionChanged: (outcomes.ChangeAction, "action"),
    outcomes.ActionTaken: (outcomes.TakeAction, "action"),
    outcomes.ActionRemoved: (outcomes.RemoveAction, "action"),
    outcomes.DecisionAdded: (outcomes.AddDecision, "decision"),
    outcomes.DecisionChanged: (outcomes.ChangeDecision, "decision"),
    outcomes.DecisionRemoved: (outcomes.RemoveDecision, "decision"),
    forms.SheetSaved: (forms.SaveSheet, "sheet"),
    continuing.WorkshopContinued: (continuing.ContinueFrom, "continued"),
    polls.RoomAsked: (polls.AskRoom, "poll"),
    polls.PollClosed: (polls.ClosePoll, "poll"),
    signals.HandLowered: (signals.LowerHand, ""),
    spotlight.SpotlightSet: (spotlight.Spotlight, "item"),
    spotlight.SpotlightEnded: (spotlight.EndSpotlight, ""),
    Undone: (Undo, "deed"),
}
MODERATED: dict[str, type[Command]] = {
    "hide": moderation.HideNote,
    "return": moderation.ReturnNote,
    "show": moderation.ShowNote,
}


def said(entry: Entry) -> Event:
    """The event that says what was done; closing has much to do before it."""
    last = entry.events[-1]
    return last if isinstance(last, lifecycle.WorkshopClosed) else entry.events[0]


def command_of(entry: Entry) -> type[Command]:
    """Some events are said by more than one command."""
    match event := said(entry):
        case moderation.NoteModerated():
            return MODERATED[event.act]
        case NameChanged() if event.id != entry.by:
            return seats.NameSeat
        case leading.LeadTaken(participant=""):
            return leading.ShareLead
        case leading.LeadTaken() if event.participant != entry.by:
            return leading.HandOver
        case groups.GroupChanged() if event.participant == entry.by:
            return groups.JoinGroup
    return DONE[type(event)][0]


def about(event: Event) -> str:
    """The thing it was done to."""
    _, field = DONE[type(event)]
    thing = getattr(event, field) if field else ""
    return thing.id if isinstance(thing, Record) else thing


def is_silent(entry: Entry) -> bool:
    """What is hidden, and one's own hand, leave no deed."""
    match event := said(entry):
        case NoteAdded():
            return event.note is None or event.note.readers != "all"
        case NoteChanged() | NoteRemoved():
            return event.hidden
        case signals.HandLowered():
            return event.participant == entry.by
    return type(event) not in DONE
