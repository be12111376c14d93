"""A planned vote is taken back, while nobody has voted: what can be chosen is looked at once more."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .history import Deed
from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .records import Gone, Place, Record, kind_of
from .votes import PlanVote, Round, the_round


class UnplanVote(Command, frozen=True, kw_only=True):
    """The next plan, or vote, takes what can be chosen then."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    round: Id


class VoteUnplanned(Event, frozen=True, kw_only=True):
    round: str


def unplan_vote(place: Place, command: UnplanVote, by: By) -> Iterator[Event]:
    if (found := the_round(place, command.round)).state != "planned":
        raise Refused("not_planned", "round")
    yield VoteUnplanned(round=found.id)


def vote_unplanned(place: Place, event: VoteUnplanned) -> Iterator[Record | Gone]:
    """Planning it is a deed that is undone by this, however much was done since."""
    if place.get(Round, event.round):
        yield Gone(kind_of(Round), event.round)
    for deed in list(place.all(Deed)):
        if (deed.did, deed.about) == (PlanVote.__name__, event.round):
            yield msgspec.structs.replace(deed, undone=True)


RULES = {UnplanVote: unplan_vote}
EFFECTS = {VoteUnplanned: vote_unplanned}
