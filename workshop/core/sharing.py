"""Who may read the results: those who took part, and whoever has the link to them."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from .messages import FACILITATOR, By, Command, Event
from .records import Place, Record
from .times import day_to_come
from .workshop import Workshop, the_workshop


class ShareResults(Command, frozen=True, kw_only=True):
    """With those who took part, each by the own token."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    after_close: ClassVar[bool] = True
    shared: bool


class LinkResults(Command, frozen=True, kw_only=True):
    """A link for others, to read only, until the end of the day `until`; empty: as long as they are kept.

    A link that was ended stays ended: the next one is another.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    after_close: ClassVar[bool] = True
    linked: bool
    until: str = ""


class ResultsShared(Event, frozen=True, kw_only=True):
    shared: bool


class ResultsLinked(Event, frozen=True, kw_only=True):
    linked: bool
    until: str


def share_results(place: Place, command: ShareResults, by: By) -> Iterator[Event]:
    if command.shared != the_workshop(place).results_shared:
        yield ResultsShared(shared=command.shared)


def link_results(place: Place, command: LinkResults, by: By) -> Iterator[Event]:
    workshop = the_workshop(place)
    until = day_to_come(command.until, "until", by.at) if command.linked else ""
    if (command.linked, until) != (workshop.results_linked, workshop.results_until):
        yield ResultsLinked(linked=command.linked, until=until)


def results_shared(place: Place, event: ResultsShared) -> Iterator[Record]:
    yield msgspec.structs.replace(the_workshop(place), results_shared=event.shared)


def results_linked(place: Place, event: ResultsLinked) -> Iterator[Record]:
    workshop = the_workshop(place)
    ended = workshop.results_linked and not event.linked
    yield msgspec.structs.replace(
        workshop,
        results_linked=event.linked,
        results_until=event.until,
        results_links=workshop.results_links + ended,
    )


def as_before(now: Workshop, then: Workshop) -> Workshop:
    """What an undo puts back; a link that ends with it stays ended."""
    ended = now.results_linked and not then.results_linked
    return msgspec.structs.replace(then, results_links=now.results_links + ended)


RULES = {ShareResults: share_results, LinkResults: link_results}
EFFECTS = {ResultsShared: results_shared, ResultsLinked: results_linked}
