"""Anonymous is true in the log: who signs under a pseudonym, for how long, and what is blanked after.

A scope is what a random key belongs to: an anonymous step (its notes), a round (its ballots), a poll
(its answers), a scoring (its marks), or the workshop (its parking lot). While the key lives, the same person has the same pseudonym in the scope.
"""

import hmac
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import TypeVar

import msgspec

from .agenda import Step, StepStarted
from .aside import NoteSetAside
from .changing import StepRemoved
from .collecting import CollectingOpened
from .continuing import WorkshopContinued
from .dealing import Deal, NotesDealt, TakeDeal, deal_scope
from .history import Lasting, Passing, Undone
from .importing import WorkshopImported
from .lifecycle import WorkshopClosed, WorkshopCreated
from .lot import Parked
from .messages import Command, Event
from .moderation import NoteModerated
from .notes import (
    AddNote,
    Authorship,
    ChangeNote,
    Note,
    NoteAdded,
    NoteChanged,
    NoteRemoved,
    NotesRevealed,
    RemoveNote,
    StepSealed,
)
from .parking import LotSealed, NoteParked, ParkedSettled, ParkNote, RemoveParked
from .polls import AnswerPoll, Poll, PollAnswered, PollClosed, RoomAsked
from .records import Place, Record
from .results import VoteClosed
from .rows import Row
from .scores import GiveScore, ScoreGiven, ScoringClosed, ScoringOpened
from .scorings import Scoring
from .standpoints import ChooseScorerGroup, ScorerGroupChosen
from .tables import AddRow, ChangeRow, RemoveRow, RowAdded
from .votes import CastVote, ChooseVoterGroup, Round, VoteCast, VoteOpened, VoterGroupChosen

SCOPES = ("round", "poll", "scoring", "step")  # kinds of record that have a key of their own
Written = TypeVar("Written", bound=Note | Row)


def scope_of(place: Place, command: Command) -> str:
    """The scope that the command is signed in; empty where it is signed with the actor's own id."""
    match command:
        case CastVote(round=round_id) | ChooseVoterGroup(round=round_id):
            return round_id
        case AnswerPoll(poll=poll_id):
            return poll_id
        case GiveScore(scoring=scoring_id) | ChooseScorerGroup(scoring=scoring_id):
            return scoring_id
        case ParkNote() | RemoveParked():
            return place.log
        case TakeDeal(step=step_id):
            return deal_scope(place, step_id)
        case AddNote(step=step_id):
            return anonymous(place, step_id)
        case ChangeNote(note=note_id) | RemoveNote(note=note_id):
            note = place.get(Note, note_id)
            return anonymous(place, note.step) if note else ""
        case AddRow(step=step_id):
            return unsealed(place, step_id)
        case ChangeRow(row=row_id) | RemoveRow(row=row_id):
            row = place.get(Row, row_id)
            return unsealed(place, row.step) if row else ""
    return ""


def anonymous(place: Place, step_id: str) -> str:
    step = place.get(Step, step_id)
    return step.id if step and step.anonymous else ""


def unsealed(place: Place, step_id: str) -> str:
    """Facilitators tidy up a table for as long as they like; after the seal they sign for themselves."""
    step = place.get(Step, step_id)
    return step.id if step and step.anonymous and not step.sealed else ""


def pseudonym(key: bytes, actor: str) -> str:
    """The actor's name under the key (HMAC-SHA-256, 128 bits); without the key it leads nowhere."""
    return hmac.digest(key, actor.encode(), "sha256").hex()[:32]


def spent_hash(log: str, op: str) -> str:
    """What is kept of an op after its entry was blanked: whoever has the op can ask for it by this alone."""
    return sha256((log + op).encode()).hexdigest()


def scopes_made(place: Place, events: Iterable[Event]) -> list[str]:
    """The scopes that need a key from here on; the caller keeps a key that lives already."""
    made = []
    for event in events:
        match event:
            case WorkshopCreated():
                made.append(event.workshop.id)
            case WorkshopImported():
                made += signed_in_again(event)
            case StepStarted() | CollectingOpened():
                made += signed_in([event.step])
            case Undone():
                made += signed_in(event.put)
            case VoteOpened():
                made.append(event.round.id)
            case RoomAsked():
                made.append(event.poll.id)
            case ScoringOpened():
                made.append(event.scoring.id)
    return made


def signed_in(records: Iterable[Record]) -> Iterator[str]:
    """The anonymous steps among the records that have begun: without a key their notes would bear ids."""
    for record in records:
        match record:
            case Step(anonymous=True, sealed=False, state="open" | "early" | "done"):
                yield record.id


def signed_in_again(event: WorkshopImported) -> Iterator[str]:
    """What was open when a workshop was saved is open again, under keys of its own."""
    if event.workshop.state == "closed":
        return
    yield event.workshop.id
    yield from signed_in(event.records)
    for record in event.records:
        match record:
            case Round(state="open") | Poll(state="open") | Scoring(state="open"):
                yield record.id


def scopes_ended(place: Place, events: Iterable[Event]) -> list[str]:
    """The scopes whose keys are destroyed, and whose entries are blanked, in this very commit.

    A step that is planned again, since its start was undone, may have drafts in the log: they go with
    the step, or with the workshop.
    """
    ended = []
    for event in events:
        match event:
            case VoteClosed():
                ended.append(event.round)
            case PollClosed():
                ended.append(event.poll)
            case ScoringClosed():
                ended.append(event.scoring)
            case StepSealed() | StepRemoved():
                ended.append(event.step)
            case LotSealed():
                ended += event.gone
            case Undone():
                ended += [gone for kind, gone in event.drop if kind in SCOPES]
            case WorkshopClosed():
                ended += [place.log, *(step.id for step in place.all(Step))]
    return ended


def blanked(event: Event, scopes: Collection[str]) -> Event:
    """The event without what the ended scopes must forget; the same object where there is nothing.

    Before its reveal a note leaves nothing behind, for NotesRevealed holds all that was shown; after
    it, a note keeps its text and loses its owner.
    """
    match event:
        case NoteAdded(note=Note() as note) if note.step in scopes:
            return NoteAdded(note=nobodys(note) if note.readers == "all" else None)
        case NoteChanged() if event.step in scopes and event.hidden:
            return NoteChanged(step="", note="", text="", type="", hidden=True)
        case NoteRemoved() if event.step in scopes and event.hidden:
            return NoteRemoved(step="", note="", hidden=True, copies=event.copies)
        case NotesRevealed() if event.step in scopes:
            return msgspec.structs.replace(event, notes=tuple(map(nobodys, event.notes)))
        case NoteModerated(shown=Note() as note) if note.step in scopes:
            return msgspec.structs.replace(event, shown=nobodys(note))
        case Undone() if any(is_of(record, scopes) for record in event.put):
            return msgspec.structs.replace(event, put=tuple(forgotten(event.put, scopes)))
        case RowAdded(row=row) if row.step in scopes:
            return RowAdded(row=nobodys(row))
    return unasked(event, scopes)


def unasked(event: Event, scopes: Collection[str]) -> Event:
    """The event without whose answer it was, and what they said."""
    match event:
        case NotesDealt(deal=Deal() as deal) if deal.source in scopes:
            return NotesDealt(deal=None)
        case VoteCast() if event.round in scopes:
            return VoteCast(round="", item="", dots=0, owner="")
        case VoterGroupChosen() if event.round in scopes:
            return VoterGroupChosen(round="", group="", owner="")
        case PollAnswered() if event.poll in scopes:
            return PollAnswered(poll="", answer="", owner="")
        case ScorerGroupChosen() if event.scoring in scopes:
            return ScorerGroupChosen(scoring="", group="", owner="")
        case ScoreGiven() if event.scoring in scopes:
            return ScoreGiven(scoring="", item="", scale="", value=None, owner="")
    return unparked(event, scopes)


def unparked(event: Event, scopes: Collection[str]) -> Event:
    """The event without who parked, and without the words of what was taken back or is held: such a
    thought is a scope of its own that ends when the lot is sealed.
    """
    match event:
        case NoteParked() if event.id in scopes:
            return msgspec.structs.replace(event, text="", owner="")
        case NoteParked() if event.lot in scopes:
            return msgspec.structs.replace(event, owner="")
        case NoteSetAside(parked=parked) if parked.id in scopes:
            return NoteSetAside(parked=unsaid(parked, scopes))
        case ParkedSettled() if event.parked in scopes:
            return msgspec.structs.replace(event, word="")
        case WorkshopContinued() if not all_stay(event.parked, scopes):
            kept = tuple(unsaid(it, scopes) for it in event.parked)
            return msgspec.structs.replace(event, parked=kept)
        case WorkshopImported() if not all_stay(event.records, scopes):
            told = (unsaid(it, scopes) if isinstance(it, Parked) else it for it in event.records)
            return msgspec.structs.replace(event, records=tuple(told))
    return event


def all_stay(records: Iterable[Record], scopes: Collection[str]) -> bool:
    return {it.id for it in records if isinstance(it, Parked)}.isdisjoint(scopes)


def unsaid(parked: Parked, scopes: Collection[str]) -> Parked:
    if parked.id in scopes:
        return msgspec.structs.replace(parked, text="", word="", reason="", owner="")
    return msgspec.structs.replace(parked, owner="") if parked.lot in scopes else parked


def is_of(record: object, scopes: Collection[str]) -> bool:
    if isinstance(record, Parked):
        return record.id in scopes or record.lot in scopes
    return isinstance(record, Note | Row) and record.step in scopes


def forgotten(
    records: tuple[Lasting | Passing, ...], scopes: Collection[str]
) -> Iterator[Lasting | Passing]:
    """What an undo put back, without whose the notes were, and without those that are held: what their
    authors changed since was never shown.
    """
    owned = {record.id for record in records if is_of(record, scopes)}
    for record in records:
        if isinstance(record, Parked):
            yield unsaid(record, scopes)
        elif isinstance(record, Note | Row) and record.id in owned:
            if isinstance(record, Row) or record.readers == "all":
                yield nobodys(record)
        elif not (isinstance(record, Authorship) and record.id in owned):
            yield record


def nobodys(record: Written) -> Written:
    return msgspec.structs.replace(record, owner="")
