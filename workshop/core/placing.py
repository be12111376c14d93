"""Placing by consensus: the facilitator puts each thing on the matrix as the room agrees, for all to see.

In place of marks in secret, where a room is small enough to talk. Nobody has marked anything, so there
is no spread to tell; the weighing is the same.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec

from .agenda import check_unlocked, open_step
from .messages import FACILITATOR, By, Command, Event, Id, Refused
from .records import Place, Record
from .scores import check_mark, ids_in, open_scoring_of
from .scorings import ScaleResult, Scoring
from .setup import Mark

Marks = Annotated[dict[str, Mark], msgspec.Meta(max_length=8)]


class PlaceItem(Command, frozen=True, kw_only=True):
    """Where a thing stands on one scale; without a value it is taken off it again.

    A drag over the picture says its place on the other scales also, so that one undo takes it back.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    scoring: Id
    item: Id
    scale: str
    value: Mark | None = None
    also: Marks = msgspec.field(default_factory=dict)


class ItemPlaced(Event, frozen=True, kw_only=True):
    scoring: str
    item: str
    scale: str
    value: int | None


def place_item(place: Place, command: PlaceItem, by: By) -> Iterator[Event]:
    found = open_scoring_of(place, command.scoring)
    if not found.consensus:
        raise Refused("not_by_consensus", "scoring")
    check_unlocked(open_step(place, found.step), "voting")
    if command.item not in ids_in(found):
        raise Refused("no_such_item", "item")
    marks = {command.scale: command.value} | command.also
    for scale, value in marks.items():
        check_mark(found, scale, value)
    for scale, value in marks.items():
        if mark_of(found, command.item, scale) != told(value):
            yield ItemPlaced(scoring=found.id, item=command.item, scale=scale, value=value)


def mark_of(found: Scoring, item: str, scale: str) -> str:
    return next((it.median for it in found.results if (it.item, it.scale) == (item, scale)), "")


def told(value: int | None) -> str:
    return "" if value is None else str(value)


def item_placed(place: Place, event: ItemPlaced) -> Iterator[Record]:
    """The mark stands where a middle would; there are no answers, for it was agreed on."""
    if found := place.get(Scoring, event.scoring):
        marks = {(it.item, it.scale): it.median for it in found.results}
        marks[event.item, event.scale] = told(event.value)
        yield msgspec.structs.replace(found, results=tuple(in_order(found, marks)))


def in_order(found: Scoring, marks: dict[tuple[str, str], str]) -> Iterator[ScaleResult]:
    for each in found.items:
        for scale in found.scales:
            if mark := marks.get((each.item, scale.id)):
                yield ScaleResult(item=each.item, scale=scale.id, answers=0, median=mark)


RULES = {PlaceItem: place_item}
EFFECTS = {ItemPlaced: item_placed}
