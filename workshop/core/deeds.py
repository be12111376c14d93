"""History: what leaves a deed, and which deeds stay as they are."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import msgspec

from . import door, polls, scorings, sharing, votes
from .changes import net
from .done import DONE, about, command_of, is_silent, said
from .history import Deed, Lasting, Passing, Undone
from .messages import Entry, Event
from .moderation import Moderation, NoteModerated
from .people import Participant
from .records import Change, Gone, Place, Record, kind_of
from .replanning import VoteUnplanned
from .results import ResultTold
from .signals import HandLowered
from .spotlight import SpotlightEnded, SpotlightSet
from .ties import TieBroken
from .workshop import Workshop

MOST = 200  # deeds that are remembered
LASTING: tuple[Any, ...] = get_args(Lasting)
PASSING: tuple[Any, ...] = get_args(Passing)
PUT_BACK: tuple[Any, ...] = (*LASTING, *PASSING)
# What the room was told, how a lot fell, and that a plan was taken back, stays: it is planned anew.
STAYS = (ResultTold, TieBroken, VoteUnplanned)
# With these goes the key that ballots, answers and marks are signed with, so they do not come back.
QUESTIONS = frozenset({kind_of(votes.Round), kind_of(polls.Poll), kind_of(scorings.Scoring)})


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
    if entry.scope or not entry.events or person is None or is_silent(entry):
        return None
    event = said(entry)
    stays = is_final(event) or isinstance(event, STAYS) or takes_a_key_back(event, changed)
    kinds = remembered(entry)
    lasting = [change for change in changed if isinstance(change.new or change.old, kinds)]
    return Deed(
        id=f"{entry.seq:016}",
        did=str(command_of(entry).__struct_config__.tag),
        who=person.name if person.role == "facilitator" else "",
        role=person.role,
        at=entry.at,
        about=about(event),
        final=stays,
        owner="" if stays else person.id,
        changes=() if stays else tuple(net(lasting)),
    )


def remembered(entry: Entry) -> tuple[type[Record], ...]:
    """The kinds of record that the deed remembers. What passes by only where it is what was done; of
    moderation the act alone, for notes that are held may be blanked, and it has a way back of its own.
    """
    if any(isinstance(event, NoteModerated) for event in entry.events):
        return (Moderation,)
    match event := said(entry):
        case SpotlightSet() | SpotlightEnded() | HandLowered():
            return PASSING
        case Undone():
            turned = {kind for kind, _ in event.drop} | {kind_of(type(it)) for it in event.put}
            return (*LASTING, *(kind for kind in PASSING if kind_of(kind) in turned))
    return LASTING


def is_final(event: Event) -> bool:
    """An old key never opens again: what shut boards out, or ended a link, cannot be undone either."""
    command, _ = DONE[type(event)]
    return command.final or ends_a_key(event)


def ends_a_key(event: Event) -> bool:
    match event:
        case door.DoorClosed():
            return event.boards
        case sharing.ResultsLinked():
            return not event.linked
    return False


def takes_a_key_back(event: Event, changed: Iterable[Change]) -> bool:
    """Whether it undoes a question, or a link to the results: neither key comes back."""
    if not isinstance(event, Undone):
        return False
    return any(kind in QUESTIONS for kind, _ in event.drop) or any(map(ends_a_link, changed))


def ends_a_link(change: Change) -> bool:
    match change.old, change.new:
        case Workshop(results_links=before), Workshop(results_links=after):
            return before < after
    return False
