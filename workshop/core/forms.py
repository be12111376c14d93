"""Forms: what the room agrees on in words, field by field. A goal may move; every version of it is kept."""

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from .agenda import Step, check_unlocked, open_step
from .limits import LIMITS
from .messages import By, Command, Event, Id, OptionalId, Refused, Text, Time
from .notes import the_note
from .people import name_of
from .records import Place, Record
from .scores import ScoringOpened
from .setup import Field, Key
from .text import line, tidy, within
from .times import day

GOAL = "goal"  # the subject whose newest version stands by on the screens that follow
Values = Annotated[dict[Key, Text], Meta(max_length=12)]


class Sheet(Record, frozen=True, kw_only=True, tag="sheet"):
    """One version of what a form says. Sheets of one `subject` are versions of one thing, 1 the first.

    `values` are the texts by the id of their field, in the order of the form and without empty ones;
    `titles` is what the fields were called when this was written. `reason` says why this version came,
    `insights` are the notes that moved it, `before` is the version before. `confidence` is the scoring
    that asked how sure the room is of it, `continued` what it was continued from, and then it
    belongs to no step.
    """

    step: str
    subject: str
    version: int
    values: dict[str, str]
    titles: dict[str, str]
    reason: str = ""
    insights: tuple[str, ...] = ()
    cycle: int = 1
    at: Time = ""
    before: str = ""
    confidence: str = ""
    continued: str = ""


class SaveSheet(Command, frozen=True, kw_only=True):
    """A next version, by anyone. `before` is the one that the writer saw, empty for none.

    With it, two who write at once do not go past each other: the second is `moved_meanwhile`.
    """

    id: Id
    step: Id
    values: Values
    reason: Text = ""
    insights: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.insights)] = ()
    before: OptionalId | UnsetType = UNSET


class SheetSaved(Event, frozen=True, kw_only=True):
    sheet: Sheet


def subject_of(step: Step) -> str:
    """What the form is about; a form without a subject is about itself alone."""
    return step.setup.subject or step.id


def sheets_of(place: Place, subject: str) -> list[Sheet]:
    """Every version of one thing, the first one first."""
    found = (sheet for sheet in place.all(Sheet) if sheet.subject == subject)
    return sorted(found, key=lambda sheet: sheet.version)


def newest(place: Place, subject: str) -> Sheet | None:
    return next(reversed(sheets_of(place, subject)), None)


def headline(sheet: Sheet) -> str:
    """The one text that stands for all: that of the field called as the subject, else the first."""
    return sheet.values.get(sheet.subject) or next(iter(sheet.values.values()), "")


def save_sheet(place: Place, command: SaveSheet, by: By) -> Iterator[Event]:
    step = the_form(place, command.step, by)
    place.check_new(command.id)
    if place.count(Sheet) >= LIMITS.sheets:
        raise Refused("too_many_sheets", limit=LIMITS.sheets)
    before = newest(place, subject_of(step))
    before_id = before.id if before else ""
    if before and command.before is not UNSET and command.before != before_id:
        raise Refused("moved_meanwhile", "values", version=before.version)
    values = values_of(step, command.values)
    if before and (values, command.reason.strip()) == (before.values, ""):
        return
    yield SheetSaved(
        sheet=Sheet(
            id=command.id,
            step=step.id,
            subject=subject_of(step),
            version=before.version + 1 if before else 1,
            values=values,
            titles={field.id: field.title for field in step.setup.fields if field.id in values},
            reason=within(tidy(command.reason), LIMITS.prompt_graphemes, "reason"),
            insights=insights_of(place, command, by),
            cycle=step.cycle,
            at=by.at,
            before=before_id,
        )
    )


def the_form(place: Place, step_id: str, by: By) -> Step:
    step = open_step(place, step_id, "values")
    if step.layout != "form" or not step.setup.fields:
        raise Refused("no_form_here", "values", title=step.title)
    if by.role != "facilitator":
        check_unlocked(step, "writing", "values")
    return step


def values_of(step: Step, given: dict[str, str]) -> dict[str, str]:
    """In the order of the form; `not_asked_for` where it has no such field, `empty` without a word."""
    if not given.keys() <= {field.id for field in step.setup.fields}:
        raise Refused("not_asked_for", "values")
    told = {field.id: text_of(field, given.get(field.id, "")) for field in step.setup.fields}
    values = {key: text for key, text in told.items() if text}
    if not values:
        raise Refused("empty", "values")
    return values


def text_of(field: Field, text: str) -> str:
    match field.form:
        case "date":
            return day(text, "values")
        case "person":
            return name_of(text)
        case "text":
            return within(tidy(text), LIMITS.prompt_graphemes, "values")
        case _:
            return within(line(text), LIMITS.note_graphemes, "values")


def insights_of(place: Place, command: SaveSheet, by: By) -> tuple[str, ...]:
    """Notes that all have seen: a version is for everyone, and so is why it came."""
    for note in command.insights:
        if the_note(place, note, by, "insights").readers != "all":
            raise Refused("not_revealed", "insights")
    return tuple(dict.fromkeys(command.insights))


def asked_how_sure(place: Place, event: ScoringOpened) -> Iterator[Record]:
    """Marks that are asked for in a form are about what it says now."""
    step = place.get(Step, event.scoring.step)
    sheet = newest(place, subject_of(step)) if step and step.layout == "form" else None
    if sheet:
        yield msgspec.structs.replace(sheet, confidence=event.scoring.id)


def sheet_saved(place: Place, event: SheetSaved) -> Iterator[Record]:
    yield event.sheet


RULES = {SaveSheet: save_sheet}
EFFECTS = {SheetSaved: sheet_saved, ScoringOpened: asked_how_sure}
