"""What the room keeps of what it has compared, and what it drops on purpose, with the reason."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from .agenda import open_step
from .candidates import Choice, candidates_of
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text
from .notes import shuffled
from .records import Gone, Place, Record, kind_of
from .text import line, within

CHOOSING = ("table", "matrix")  # the layouts that end in a choice of items


class ChooseItem(Command, frozen=True, kw_only=True):
    """Keeps or drops one item; with an empty `choice` that is open again."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    item: Id
    choice: Literal["", "keep", "drop"]
    reason: Text = ""


class ItemChosen(Event, frozen=True, kw_only=True):
    step: str
    item: str
    title: str
    choice: str
    reason: str
    called: str = ""


def choose_item(place: Place, command: ChooseItem, by: By) -> Iterator[Event]:
    step = open_step(place, command.step, "choice")
    if step.layout not in CHOOSING:
        raise Refused("no_choosing_here", "choice", title=step.title)
    known = place.get(Choice, id_of(step.id, command.item))
    candidates = {candidate.item: candidate for candidate in candidates_of(place, step)}
    if (chosen := candidates.get(command.item) or known) is None:
        raise Refused("no_such_item", "item")
    reason = reason_of(command)
    now = (known.choice, known.reason) if known else ("", "")
    if now != (command.choice, reason):
        yield ItemChosen(
            step=step.id,
            item=command.item,
            title=chosen.title,
            choice=command.choice,
            reason=reason,
            called=chosen.called,
        )


def reason_of(command: ChooseItem) -> str:
    """What is dropped on purpose says why, so that it can be looked up the next time."""
    reason = within(line(command.reason), LIMITS.note_graphemes, "reason") if command.choice else ""
    if command.choice == "drop" and not reason:
        raise Refused("no_reason", "reason")
    return reason


def id_of(step: str, item: str) -> str:
    """An item is chosen once in a step."""
    return shuffled(step, item).hex()[:32]


def item_chosen(place: Place, event: ItemChosen) -> Iterator[Record | Gone]:
    choice_id = id_of(event.step, event.item)
    if event.choice:
        yield Choice(
            id=choice_id,
            step=event.step,
            item=event.item,
            title=event.title,
            choice=event.choice,
            reason=event.reason,
            called=event.called,
        )
    elif place.get(Choice, choice_id):
        yield Gone(kind_of(Choice), choice_id)


RULES = {ChooseItem: choose_item}
EFFECTS = {ItemChosen: item_chosen}
