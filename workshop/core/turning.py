"""Pages: what the boards show page by page is turned from the console, for a room that talks of one of them."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from .agenda import StepStarted
from .lifecycle import WorkshopClosed
from .messages import FACILITATOR, By, Command, Event
from .records import Gone, Place, Record, kind_of

Turns = Annotated[int, Meta(ge=-9999, le=9999)]


class Page(Record, frozen=True, kw_only=True, tag="page"):
    """How many pages the boards were turned on by hand in this step, and back. It is gone while they turn by
    themselves. How many pages there are is known to each board alone, by its size.
    """

    turns: int


class TurnPage(Command, frozen=True, kw_only=True):
    """Sets the turns, it does not add, so that two who press at once turn one page; without, they turn by themselves."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    turns: Turns | None = None


class PageTurned(Event, frozen=True, kw_only=True):
    turns: int | None


def turn_page(place: Place, command: TurnPage, by: By) -> Iterator[Event]:
    page = place.get(Page, place.log)
    if command.turns != (page.turns if page else None):
        yield PageTurned(turns=command.turns)


def page_turned(place: Place, event: PageTurned) -> Iterator[Record | Gone]:
    if event.turns is not None:
        yield Page(id=place.log, turns=event.turns)
    else:
        yield from by_themselves(place, event)


def by_themselves(place: Place, event: Event) -> Iterator[Gone]:
    if place.get(Page, place.log):
        yield Gone(kind_of(Page), place.log)


RULES = {TurnPage: turn_page}
EFFECTS = {PageTurned: page_turned, StepStarted: by_themselves, WorkshopClosed: by_themselves}
