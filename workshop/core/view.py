"""Who sees what. The law of view: the record's own fields and the viewer's alone decide."""

from collections.abc import Callable
from typing import Any

import msgspec

from .agenda import Step
from .apart import LaidApart
from .clusters import Cluster
from .dealing import Deal
from .history import Deed
from .importing import Imported
from .lot import Parked, Withdrawn
from .moderation import Moderation
from .notes import Authorship, Note
from .people import Participant
from .planning import Plan
from .polls import Answer
from .records import Record, owner_of
from .results import told_results
from .scores import Card, Score
from .setup import Setup
from .signals import Hand, Pace
from .standpoints import Standpoint
from .votes import Ballot, Paper, Round, Voice

Sent = dict[str, Any]
UNSENT = ("owner", "mover", "away")
AUDIENCES = ("facilitator", "participant", "board")


class Viewer(msgspec.Struct, frozen=True, kw_only=True):
    """An audience is a viewer without names; a person adds every name they go by under living keys."""

    role: str
    names: frozenset[str] = frozenset()


def view(record: Record | None, viewer: Viewer) -> Sent | None:
    """The record as this viewer may have it, or nothing. `owner`, `mover` and `away` never leave the server."""
    if record is None:
        return None
    rule = VIEWS.get(type(record), everyone)
    return rule(record, viewer)


def sent(record: Record) -> Sent:
    fields: Sent = msgspec.to_builtins(record)
    for name in UNSENT:
        fields.pop(name, None)
    return fields


def everyone(record: Record, viewer: Viewer) -> Sent | None:
    return sent(record)


def only_the_owner(record: Record, viewer: Viewer) -> Sent | None:
    return sent(record) if owner_of(record) in viewer.names else None


def step_seen(step: Step, viewer: Viewer) -> Sent | None:
    """Script and count are the facilitator's; prompt and half time are the room's once the step has begun."""
    if viewer.role == "facilitator":
        return sent(step)
    kept = msgspec.structs.replace(step, script=(), left_out=0)
    if step.state == "planned":
        kept = msgspec.structs.replace(kept, prompt="", half_time="", setup=Setup())
    return sent(kept)


def only_facilitators(record: Record, viewer: Viewer) -> Sent | None:
    return sent(record) if viewer.role == "facilitator" else None


def note_seen(note: Note, viewer: Viewer) -> Sent | None:
    """Before the reveal to its author, and to facilitators where the step said so from the start.

    A note that is held after it was shown is its author's and the facilitators' again.
    """
    may_read = (
        note.readers == "all"
        or (note.readers in ("facilitator", "held") and viewer.role == "facilitator")
        or (note.owner in viewer.names and not note.copied)
    )
    if not may_read or (lies_elsewhere(note) and not may_see_apart(note, viewer)):
        return None
    return sent(as_it_lies(note, viewer))


def lies_elsewhere(note: Note) -> bool:
    """In another group's cluster, where groups work apart; what it says is read in its original."""
    return bool(note.copied and note.apart)


def may_see_apart(note: Note, viewer: Viewer) -> bool:
    return viewer.role == "facilitator" or note.owner in viewer.names


def as_it_lies(note: Note, viewer: Viewer) -> Note:
    """Where a group has put it apart facilitators see in the note, and the group by a record of its own.
    A copy says `apart` to its group: there it stands for its original.
    """
    if viewer.role == "facilitator":
        return msgspec.structs.replace(note, apart="")
    if lies_elsewhere(note):
        return note
    return msgspec.structs.replace(
        note,
        cluster="" if note.apart else note.cluster,
        copies=tuple(copy for copy in note.copies if copy not in note.away),
        apart="",
    )


def laid_apart_seen(found: LaidApart, viewer: Viewer) -> Sent | None:
    """Facilitators see it in the note itself."""
    return None if viewer.role == "facilitator" else only_the_owner(found, viewer)


def cluster_seen(cluster: Cluster, viewer: Viewer) -> Sent | None:
    """What a group has put together is theirs and the facilitators' until the room comes together."""
    may_see = not cluster.apart or viewer.role == "facilitator" or cluster.owner in viewer.names
    return sent(cluster) if may_see else None


def person_seen(person: Participant, viewer: Viewer) -> Sent | None:
    may_know = (
        viewer.role == "facilitator"
        or (viewer.role == "board" and may_stand_on_board(person))
        or person.id in viewer.names
    )
    return sent(person) if may_know else None


def may_stand_on_board(person: Participant) -> bool:
    return person.shown and person.role == "participant" and not person.removed


def paper_seen(paper: Paper | Card, viewer: Viewer) -> Sent | None:
    may_know = viewer.role == "facilitator" or paper.participant in viewer.names
    return sent(paper) if may_know else None


def round_seen(found: Round, viewer: Viewer) -> Sent | None:
    """A staged result is nobody's before it is told, facilitators included: on every screen at once."""
    told = told_results(found)
    if len(told) < len(found.results):
        found = msgspec.structs.replace(found, results=told, tie=(), places=0)
    return sent(found)


def deed_seen(deed: Deed, viewer: Viewer) -> Sent | None:
    if viewer.role != "facilitator" and deed.owner not in viewer.names:
        return None
    fields = sent(msgspec.structs.replace(deed, changes=()))
    fields.pop("changes")
    return fields


def hand_seen(hand: Hand, viewer: Viewer) -> Sent | None:
    may_know = viewer.role == "facilitator" or hand.participant in viewer.names
    return sent(hand) if may_know else None


def parked_seen(parked: Parked, viewer: Viewer) -> Sent | None:
    """A thought that is held is its author's and the facilitators', as a note is."""
    may_read = (
        parked.readers == "all" or viewer.role == "facilitator" or parked.owner in viewer.names
    )
    if not may_read:
        return None
    fields = sent(parked)
    fields.pop("lot")
    return fields


def nobody(record: Record, viewer: Viewer) -> Sent | None:
    return None


def imported_seen(found: Imported, viewer: Viewer) -> Sent | None:
    """Where it came from, for everyone; counts of what is hidden are no phone's, there as here."""
    if viewer.role != "facilitator":
        found = msgspec.structs.replace(
            found, participants=0, seats=0, never_revealed=0, held_back=0, parked_held_back=0
        )
    fields = sent(msgspec.structs.replace(found, growth=()))
    fields.pop("growth")
    return fields


VIEWS: dict[type[Record], Callable[[Any, Viewer], Sent | None]] = {
    Step: step_seen,
    Plan: only_facilitators,
    Note: note_seen,
    Cluster: cluster_seen,
    LaidApart: laid_apart_seen,
    Participant: person_seen,
    Imported: imported_seen,
    Authorship: only_the_owner,
    Round: round_seen,
    Ballot: only_the_owner,
    Deal: only_the_owner,
    Voice: only_the_owner,
    Standpoint: only_the_owner,
    Deed: deed_seen,
    Answer: only_the_owner,
    Score: only_the_owner,
    Pace: only_the_owner,
    Hand: hand_seen,
    Moderation: only_facilitators,
    Parked: parked_seen,
    Withdrawn: nobody,
    Paper: paper_seen,
    Card: paper_seen,
}
