"""One workshop goes on from another: its actions, its goal and its parking lot come along, marked."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from .forms import GOAL, Sheet, newest
from .limits import LIMITS
from .lot import Parked
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text, Time
from .notes import shuffled
from .outcomes import Action, Status
from .people import name_of
from .records import Place, Record
from .setup import Key
from .text import line, tidy, within, written
from .times import any_day, day


class Continued(Record, frozen=True, kw_only=True, tag="continued"):
    """An earlier workshop that this one goes on from: its id, what it was called, and the day it was held."""

    workshop: str
    title: str
    held: str
    at: Time


class EarlierAction(msgspec.Struct, frozen=True, kw_only=True):
    """An action as the earlier workshop left it. Nobody here has accepted it yet."""

    what: Text
    who: Text = ""
    due: str = ""
    first_step: Text = ""
    helpers: Text = ""
    daily: Text = ""
    status: Status = "todo"


class EarlierField(msgspec.Struct, frozen=True, kw_only=True):
    """One field of the earlier goal, and what it was called."""

    field: Key
    title: Text
    text: Text


class ContinueFrom(Command, frozen=True, kw_only=True):
    """Only the server makes this one, after it has read the earlier workshop by its key or its file."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    server_only: ClassVar[bool] = True
    id: Id
    workshop: OptionalId
    title: Text
    held: str = ""
    actions: Annotated[tuple[EarlierAction, ...], Meta(max_length=LIMITS.actions)] = ()
    goal: Annotated[tuple[EarlierField, ...], Meta(max_length=12)] = ()
    parked: Annotated[tuple[Text, ...], Meta(max_length=LIMITS.parked)] = ()


class WorkshopContinued(Event, frozen=True, kw_only=True):
    continued: Continued
    actions: tuple[Action, ...]
    sheets: tuple[Sheet, ...]
    parked: tuple[Parked, ...]


def continue_from(place: Place, command: ContinueFrom, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    check_other(place, command)
    check_room(place, command)
    if not (command.actions or command.goal or command.parked):
        raise Refused("nothing_to_continue")
    yield WorkshopContinued(
        continued=Continued(
            id=command.id,
            workshop=command.workshop,
            title=written(line(command.title), LIMITS.title_graphemes, "title"),
            held=day(command.held, "held"),
            at=by.at,
        ),
        actions=tuple(actions_of(command, by)),
        sheets=tuple(goal_of(place, command, by)),
        parked=tuple(parked_of(command, by)),
    )


def check_other(place: Place, command: ContinueFrom) -> None:
    """A workshop goes on from another one, and once; without an id nobody can tell."""
    if command.workshop == place.log:
        raise Refused("same_workshop")
    if command.workshop and command.workshop in {it.workshop for it in place.all(Continued)}:
        raise Refused("continued_already", title=command.title)


def check_room(place: Place, command: ContinueFrom) -> None:
    if place.count(Action) + len(command.actions) > LIMITS.actions:
        raise Refused("too_many_actions", limit=LIMITS.actions)
    if place.count(Parked) + len(command.parked) > LIMITS.parked:
        raise Refused("workshop_full", "parked", limit=LIMITS.parked)
    if place.count(Sheet) + bool(command.goal) > LIMITS.sheets:
        raise Refused("too_many_sheets", limit=LIMITS.sheets)


def actions_of(command: ContinueFrom, by: By) -> Iterator[Action]:
    """As they were, dates that have passed and all: that they have passed is what the room talks about."""
    for number, action in enumerate(command.actions):
        texts = {name: getattr(action, name) for name in ("first_step", "helpers", "daily")}
        yield Action(
            id=new_id(by, f"action {number}"),
            step="",
            what=written(action.what, LIMITS.note_graphemes, "what"),
            who=name_of(action.who),
            due=any_day(action.due, "due"),
            continued=command.id,
            status=action.status,
            **{
                name: within(tidy(text), LIMITS.prompt_graphemes, name)
                for name, text in texts.items()
            },
        )


def goal_of(place: Place, command: ContinueFrom, by: By) -> Iterator[Sheet]:
    """The goal as it stood there, as the next version of the goal here."""
    texts = {
        it.field: within(tidy(it.text), LIMITS.prompt_graphemes, "goal") for it in command.goal
    }
    titles = {it.field: within(line(it.title), LIMITS.title_graphemes) for it in command.goal}
    values = {field: text for field, text in texts.items() if text}
    if values:
        before = newest(place, GOAL)
        yield Sheet(
            id=new_id(by, "goal"),
            step="",
            subject=GOAL,
            version=before.version + 1 if before else 1,
            values=values,
            titles={field: titles[field] for field in values},
            at=by.at,
            before=before.id if before else "",
            continued=command.id,
        )


def parked_of(command: ContinueFrom, by: By) -> Iterator[Parked]:
    for number, text in enumerate(command.parked):
        yield Parked(
            id=new_id(by, f"parked {number}"),
            text=written(text, LIMITS.prompt_graphemes, "parked"),
            continued=command.id,
        )


def new_id(by: By, what: str) -> str:
    return shuffled(by.chance, what).hex()[:32]


def workshop_continued(place: Place, event: WorkshopContinued) -> Iterator[Record]:
    yield event.continued
    yield from event.actions
    yield from event.sheets
    yield from event.parked


RULES = {ContinueFrom: continue_from}
EFFECTS = {WorkshopContinued: workshop_continued}
