"""Undo: a deed is taken back by a new entry, while nothing has come to lean on it."""

from collections.abc import Iterator

import msgspec

from . import agenda, leading, moderation, sharing, workshop
from .deeds import PUT_BACK
from .done import DONE
from .forms import Sheet
from .history import Deed, Undo, Undone
from .leaning import HINDERS, acts
from .messages import By, Event, Refused
from .notes import Note
from .people import Participant
from .records import Change, Gone, Place, Record, kind_of
from .rows import Row
from .standpoints import Standpoint
from .votes import Voice

LEADERS = {command.__name__ for command, _ in DONE.values() if command.leads}
WRITING = {"AddNote", "ChangeNote", "RemoveNote", "SaveSheet", "AddRow", "ChangeRow", "RemoveRow"}
MOVING = {
    "AddCluster",
    "NameCluster",
    "RemoveCluster",
    "MoveNote",
    "MoveNotes",
    "MergeClusters",
    "SplitCluster",
    "CopyNote",
    "SortNote",
}


def undo(place: Place, command: Undo, by: By) -> Iterator[Event]:
    deed = the_deed(place, command.deed, by)
    if deed.undone:
        raise Refused("undone_already", "deed")
    if deed.final:
        raise Refused("final", "deed")
    check_leads(place, deed, by)
    check_open(place, deed, by)
    if any(hinders(place, deed) for hinders in HINDERS):
        raise Refused("changed_since", "deed")
    yield Undone(
        deed=deed.id,
        put=tuple(change.old for change in deed.changes if isinstance(change.old, PUT_BACK)),
        drop=tuple((change.kind, change.id) for change in deed.changes if is_made(change)),
    )
    # What was moderated is not forgotten: taking it back is on record too.
    for act in acts(deed):
        yield from moderation.taken_back(place, act, by)


def is_made(change: Change) -> bool:
    return change.old is None and isinstance(change.new, PUT_BACK)


def the_deed(place: Place, deed_id: str, by: By) -> Deed:
    """A deed that this speaker sees; a facilitator sees those of participants, to look back only."""
    deed = place.get(Deed, deed_id)
    if deed is None or not (by.role == "facilitator" or deed.owner in by.names):
        raise Refused("no_such_deed", "deed")
    if deed.role == "participant" and deed.owner not in by.names and not deed.final:
        raise Refused("not_your_deed", "deed")
    return deed


def check_leads(place: Place, deed: Deed, by: By) -> None:
    """What only the leader may do, only the leader takes back, or does again by undoing an undo."""
    did = did_at_first(place, deed)
    if did in LEADERS or not did:
        leading.check_lead(place, workshop.the_workshop(place), by)


def did_at_first(place: Place, deed: Deed) -> str:
    """What an undo, or the undo of one, is about in the end; empty where that is forgotten."""
    first: Deed | None = deed
    while first and first.did == Undo.__name__:
        first = place.get(Deed, first.about)
    return first.did if first else ""


def check_open(place: Place, deed: Deed, by: By) -> None:
    """Who takes part takes back only where it could still be done: what a lock holds, or a step that the
    room has left, stays as it is.
    """
    if by.role == "facilitator":
        return
    did = did_at_first(place, deed)
    written = [
        it
        for change in deed.changes
        if isinstance(it := change.new or change.old, Note | Sheet | Row)
    ]
    if did in WRITING:
        for each in written:
            agenda.writable_step(place, each.step, by.at, "deed")
    if did in MOVING:
        check_grouping(place)


def check_grouping(place: Place) -> None:
    now = place.get(agenda.Step, workshop.the_workshop(place).step)
    if now is None or now.layout not in ("clusters", "columns"):
        raise Refused("step_closed", "deed", title=now.title if now else "")
    agenda.check_unlocked(now, "moving", "deed")


def undone(place: Place, event: Undone) -> Iterator[Record | Gone]:
    yield from put_back(place, event)
    yield from shown_as_before(place, event)
    for kind, record_id in event.drop:
        yield Gone(kind, record_id)
    yield from unheard(place, event)
    yield from turned(place, event.deed)


def put_back(place: Place, event: Undone) -> Iterator[Record]:
    for record in event.put:
        if isinstance(record, workshop.Workshop):
            yield sharing.as_before(workshop.the_workshop(place), record)
        else:
            yield record


def unheard(place: Place, event: Undone) -> Iterator[Gone]:
    """As whom somebody wanted to vote or to mark goes with the question, for its key goes too."""
    gone = {record_id for _, record_id in event.drop}
    for voice in place.all(Voice):
        if voice.round in gone:
            yield Gone(kind_of(Voice), voice.id)
    for standpoint in place.all(Standpoint):
        if standpoint.scoring in gone:
            yield Gone(kind_of(Standpoint), standpoint.id)


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
