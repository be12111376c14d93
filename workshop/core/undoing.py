"""Undo: a deed is taken back by a new entry, while nothing has come to lean on it."""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec

from . import agenda, leading, polls, timer, votes, workshop
from .clusters import Cluster
from .deeds import DONE, LASTING
from .history import Deed, Lasting, Undo, Undone
from .messages import By, Event, Refused
from .notes import Note
from .people import Participant
from .records import Change, Gone, Place, Record

ID = re.compile(r'"([0-9a-z]{16,40})"')
LEADERS = {command.__name__ for command, _ in DONE.values() if command.leads}
WRITING = {"AddNote", "ChangeNote", "RemoveNote"}
MOVING = {"AddCluster", "NameCluster", "RemoveCluster", "MoveNote"}
SPEAKING = (*get_args(Lasting), votes.Ballot, polls.Answer)


def undo(place: Place, command: Undo, by: By) -> Iterator[Event]:
    deed = the_deed(place, command.deed, by)
    if deed.undone:
        raise Refused("undone_already", "deed")
    if deed.final:
        raise Refused("final", "deed")
    check_leads(place, deed, by)
    check_locks(place, deed, by)
    if any(hinders(place, deed) for hinders in HINDERS):
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


def check_locks(place: Place, deed: Deed, by: By) -> None:
    """A lock holds those who take part also where they would take something back."""
    if by.role == "facilitator":
        return
    did = did_at_first(place, deed)
    notes = [it for change in deed.changes if isinstance(it := change.new or change.old, Note)]
    if did in WRITING:
        for note in notes:
            agenda.check_unlocked(agenda.the_step(place, note.step), "writing", "deed")
    now = place.get(agenda.Step, workshop.the_workshop(place).step)
    if did in MOVING and now:
        agenda.check_unlocked(now, "moving", "deed")


def is_not_as_left(place: Place, deed: Deed) -> bool:
    return any(
        place.get(type(record), change.id) != change.new
        for change in deed.changes
        if (record := change.new or change.old)
    )


def is_leaned_on(place: Place, deed: Deed) -> bool:
    """Whether something came since that speaks of what would go, or was done in a step that would be
    planned again. Of hidden notes, ballots and answers only that they are there counts, which the
    counts tell anyway.
    """
    gone = {change.id for change in deed.changes if goes(change)}
    again = {change.id for change in deed.changes if is_planned_again(change)}
    if not gone | again:
        return False
    own = {(change.kind, change.id) for change in deed.changes}
    others = [
        record
        for kind, record in place.everything()
        if isinstance(record, SPEAKING) and (kind, record.id) not in own
    ]
    # Another step may well work on one that is planned.
    steps = [record for record in others if isinstance(record, agenda.Step)]
    rest = [record for record in others if not isinstance(record, agenda.Step)]
    return not (gone.isdisjoint(spoken(steps)) and (gone | again).isdisjoint(spoken(rest)))


def spoken(records: Sequence[Record]) -> set[str]:
    """The ids that stand anywhere in the records; found in one go, for a room may hold thousands."""
    hidden = {it.step for it in records if isinstance(it, Note) and it.readers != "all"}
    seen = [it for it in records if not isinstance(it, Note) or it.readers == "all"]
    return hidden.union(ID.findall(msgspec.json.encode(seen).decode()))


def lacks_its_ground(place: Place, deed: Deed) -> bool:
    """Whether what would come back has lost its cluster or its source meanwhile."""
    back = [change.old for change in deed.changes if change.old]
    there = {record.id for record in back} | {""}
    piles = {record.cluster for record in back if isinstance(record, Note)} - there
    sources = {record.source for record in back if isinstance(record, agenda.Step)} - there
    return not (
        all(place.get(Cluster, pile) for pile in piles)
        and all(place.get(agenda.Step, source) for source in sources)
    )


def is_out_of_line(place: Place, deed: Deed) -> bool:
    """Whether two steps would stand in one place of the agenda, or none in one."""
    after = {step.id: step.place for step in place.all(agenda.Step)}
    for change in deed.changes:
        if isinstance(change.new, agenda.Step):
            after.pop(change.id)
        if isinstance(change.old, agenda.Step):
            after[change.id] = change.old.place
    return sorted(after.values()) != list(range(len(after)))


def goes(change: Change) -> bool:
    return change.old is None and not isinstance(change.new, timer.Timer)


def is_planned_again(change: Change) -> bool:
    old, new = change.old, change.new
    if isinstance(old, agenda.Step) and isinstance(new, agenda.Step):
        return old.state == "planned" != new.state
    return False


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


HINDERS = (is_not_as_left, is_leaned_on, lacks_its_ground, is_out_of_line)
RULES = {Undo: undo}
EFFECTS = {Undone: undone}
