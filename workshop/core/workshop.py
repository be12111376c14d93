"""The workshop itself: what it is called, what it is for, and its settings."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Refused, Text, Time
from .records import Place, Record
from .text import line, tidy, within, written
from .times import day_to_come

Days = Annotated[int, Meta(ge=0, le=365)]
NoteLimit = Annotated[int, Meta(ge=40, le=500)]
PlannedMinutes = Annotated[int, Meta(ge=0, le=LIMITS.minutes)]
Aim = Literal["", "innovate", "improve"]
SETTINGS = (
    "retention_days",
    "note_limit",
    "names_shown",
    "facilitators_vote",
    "planned_minutes",
    "remote",
    "aim",
)


class Workshop(Record, frozen=True, kw_only=True, tag="workshop"):
    """The one such record of a place; its id is the log's. `state` is lobby, running or closed.

    `planned_minutes` is the time there is, 0 where nobody has said; `aim` what the phases' shares
    are judged by. `lead` is the facilitator who leads, empty where all do. `boards` grows each time
    that boards are shut out, and is a part of their key; `invites` each time that the invitation is
    another, and is a part of its key. `follow_up` is the day when the actions are looked at again.
    While `results_linked`, whoever has the link reads the results until the day `results_until` is
    over everywhere (empty: without end); `results_links` grows each time that a link is ended, and is
    a part of its key.
    """

    title: str
    purpose: str
    language: str
    recipe: str
    code: str
    created_at: Time
    retention_days: int
    state: str = "lobby"
    step: str = ""
    started_at: Time = ""
    closed_at: Time = ""
    note_limit: int = LIMITS.note_graphemes
    names_shown: bool = False
    facilitators_vote: bool = False
    results_shared: bool = False
    planned_minutes: int = 0
    remote: bool = False
    aim: Aim = ""
    board_blank: bool = False
    lead: str = ""
    door_closed: bool = False
    boards: int = 0
    invites: int = 0
    follow_up: str = ""
    results_linked: bool = False
    results_until: str = ""
    results_links: int = 0


class ChangeWorkshop(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    title: Text | UnsetType = UNSET
    purpose: Text | UnsetType = UNSET
    retention_days: Days | UnsetType = UNSET
    note_limit: NoteLimit | UnsetType = UNSET
    names_shown: bool | UnsetType = UNSET
    facilitators_vote: bool | UnsetType = UNSET
    planned_minutes: PlannedMinutes | UnsetType = UNSET
    remote: bool | UnsetType = UNSET
    aim: Aim | UnsetType = UNSET
    follow_up: str | UnsetType = UNSET


class BlankBoard(Command, frozen=True, kw_only=True):
    """The board shows nothing, so that eyes come back to the people in the room."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    blank: bool


class WorkshopChanged(Event, frozen=True, kw_only=True):
    changes: dict[str, str | int | bool]


class BoardBlanked(Event, frozen=True, kw_only=True):
    blank: bool


def the_workshop(place: Place) -> Workshop:
    """The workshop of a place; `code_not_open` where the log is empty."""
    if (workshop := place.get(Workshop, place.log)) is None:
        raise Refused("code_not_open")
    return workshop


def purpose_of(text: str) -> str:
    return within(tidy(text), LIMITS.prompt_graphemes, "purpose")


def title_of(text: str) -> str:
    return written(line(text), LIMITS.title_graphemes, "title")


def change_workshop(place: Place, command: ChangeWorkshop, by: By) -> Iterator[Event]:
    wanted: dict[str, str | int | bool] = {
        name: value for name in SETTINGS if (value := getattr(command, name)) is not UNSET
    }
    if command.title is not UNSET:
        wanted["title"] = title_of(command.title)
    if command.purpose is not UNSET:
        wanted["purpose"] = purpose_of(command.purpose)
    if command.follow_up is not UNSET:
        wanted["follow_up"] = day_to_come(command.follow_up, "follow_up", by.at)
    if wanted:
        yield WorkshopChanged(changes=wanted)


def blank_board(place: Place, command: BlankBoard, by: By) -> Iterator[Event]:
    if command.blank != the_workshop(place).board_blank:
        yield BoardBlanked(blank=command.blank)


def workshop_changed(place: Place, event: WorkshopChanged) -> Iterator[Record]:
    yield msgspec.structs.replace(the_workshop(place), **event.changes)


def board_blanked(place: Place, event: BoardBlanked) -> Iterator[Record]:
    yield msgspec.structs.replace(the_workshop(place), board_blank=event.blank)


RULES = {
    ChangeWorkshop: change_workshop,
    BlankBoard: blank_board,
}
EFFECTS = {
    WorkshopChanged: workshop_changed,
    BoardBlanked: board_blanked,
}
