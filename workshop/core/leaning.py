"""Leaning: why a deed can no longer be taken back, for something came after it that needs it."""

import re
from collections.abc import Sequence
from typing import get_args

import msgspec

from .agenda import Step
from .clusters import Cluster
from .deeds import PASSING
from .history import Deed, Lasting
from .moderation import Moderation, is_newest
from .notes import Note
from .people import Participant
from .polls import Answer
from .records import Change, Place, Record
from .scores import Card, Score
from .scorings import Scoring
from .signals import Hand
from .spotlight import Lit, is_shown
from .timer import Timer
from .votes import Ballot, Paper, Round
from .withheld import tells_what_is_withheld
from .workshop import Workshop, the_workshop

ID = re.compile(r'"([0-9a-z]{16,40})"')
SPEAKING = (*get_args(Lasting), Ballot, Answer, Score)


def is_not_as_left(place: Place, deed: Deed) -> bool:
    return any(
        place.get(type(record), change.id) != change.new
        for change in deed.changes
        if (record := change.new or change.old)
    )


def is_moderated_since(place: Place, deed: Deed) -> bool:
    return not all(is_newest(place, act) for act in acts(deed))


def acts(deed: Deed) -> list[Moderation]:
    return [change.new for change in deed.changes if isinstance(change.new, Moderation)]


def is_leaned_on(place: Place, deed: Deed) -> bool:
    """Whether something came since that speaks of what would go, or was done in a step that would be
    planned again. Of hidden notes, ballots, answers and marks only that they are there counts, which the
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
    steps = [record for record in others if isinstance(record, Step)]
    rest = [record for record in others if not isinstance(record, Step)]
    said = spoken(rest) | asked(place, rest)
    return not (gone.isdisjoint(spoken(steps)) and (gone | again).isdisjoint(said))


def asked(place: Place, records: Sequence[Record]) -> set[str]:
    """The scorings that something hidden speaks of: a poll has one at a time, so that it is there says it all."""
    about = {it.about for it in records if isinstance(it, Note) and it.readers != "all"}
    return {it for it in about if place.get(Scoring, it)}


def spoken(records: Sequence[Record]) -> set[str]:
    """The ids that stand anywhere in the records; found in one go, for a room may hold thousands."""
    hidden = {it.step for it in records if isinstance(it, Note) and it.readers != "all"}
    seen = [it for it in records if not isinstance(it, Note) or it.readers == "all"]
    return hidden.union(ID.findall(msgspec.json.encode(seen).decode()))


def lacks_its_ground(place: Place, deed: Deed) -> bool:
    """Whether what would come back has lost its cluster, its step, its source or its person meanwhile."""
    back = [change.old for change in deed.changes if change.old]
    there = {record.id for record in back} | {""}
    piles = {record.cluster for record in back if isinstance(record, Note)} - there
    steps = {record.step for record in back if isinstance(record, Note | Cluster)} - there
    sources = {record.source for record in back if isinstance(record, Step)} - there
    return not (
        all(place.get(Cluster, pile) for pile in piles)
        and all(place.get(Step, each) for each in steps | sources)
        and all(has_its_ground(place, record) for record in back)
    )


def has_its_ground(place: Place, record: Record) -> bool:
    """Whether it would still speak of somebody who is here, or of something that all may see."""
    match record:
        case Lit():
            return is_shown(place, record)
        case Hand():
            person = place.get(Participant, record.participant)
            return bool(person and not person.removed and person.name == record.name)
        case Workshop(lead=lead) if lead not in ("", the_workshop(place).lead):
            leader = place.get(Participant, lead)
            return bool(leader and not leader.removed)
    return True


def may_have_spoken(place: Place, deed: Deed) -> bool:
    """Whether a seat that would go has done something, or a voter who would go has voted. What is
    secret is signed by nobody: where there is any since, it may be theirs.
    """
    gone = [change.new for change in deed.changes if goes(change)]
    if any(isinstance(record, Round | Scoring) for record in gone):
        return False  # the vote goes whole; that nobody has voted in it is known
    seats = [record for record in gone if isinstance(record, Participant)]
    papers = [record for record in gone if isinstance(record, Paper | Card)]
    is_secret = bool(seats or papers) and place.last_secret > int(deed.id)
    return is_secret or any(len(place.owned_records(seat.id)) > 1 for seat in seats)


def is_out_of_line(place: Place, deed: Deed) -> bool:
    """Whether two steps would stand in one place of the agenda, or none in one."""
    after = {step.id: step.place for step in place.all(Step)}
    for change in deed.changes:
        if isinstance(change.new, Step):
            after.pop(change.id)
        if isinstance(change.old, Step):
            after[change.id] = change.old.place
    return sorted(after.values()) != list(range(len(after)))


def goes(change: Change) -> bool:
    return change.old is None and not isinstance(change.new, (Timer, *PASSING))


def is_planned_again(change: Change) -> bool:
    old, new = change.old, change.new
    if isinstance(old, Step) and isinstance(new, Step):
        return old.state == "planned" != new.state
    return False


HINDERS = (
    is_not_as_left,
    is_moderated_since,
    is_leaned_on,
    may_have_spoken,
    lacks_its_ground,
    tells_what_is_withheld,
    is_out_of_line,
)
