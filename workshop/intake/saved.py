"""Our own workshop.json: the notes that its room saw, in their clusters, step by step."""

import msgspec

from workshop.core.messages import Refused
from workshop.export.parts import SCHEMA
from workshop.intake.found import Found, FoundNote


class Step(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str
    cycle: int = 1


class Pile(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    step: str
    type: str = ""
    cluster: str = ""


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a workshop.json of version 1."""

    schema: str
    agenda: tuple[Step, ...]
    notes: tuple[Note, ...]
    clusters: tuple[Pile, ...] = ()


def read_saved(data: bytes) -> Found:
    """Its parts are the steps that have notes; `not_a_workshop` for any other file."""
    try:
        saved = msgspec.json.decode(data, type=Saved)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("not_a_workshop", "file") from None
    if saved.schema != SCHEMA:
        raise Refused("not_a_workshop", "file")
    piles = {pile.id: place for place, pile in enumerate(saved.clusters)}
    written = {note.step for note in saved.notes}
    steps = [step for step in saved.agenda if step.id in written]
    parts = {step.id: place for place, step in enumerate(steps)}
    notes = (
        FoundNote(
            text=it.text, type=it.type, cluster=piles.get(it.cluster), part=parts.get(it.step)
        )
        for it in saved.notes
    )
    return Found(
        notes=tuple(notes),
        clusters=tuple(pile.title for pile in saved.clusters),
        parts=tuple(named(step, steps) for step in steps),
    )


def named(step: Step, steps: list[Step]) -> str:
    """Its title, with the number of its cycle where there is more than one."""
    return f"{step.title} ({step.cycle})" if len({it.cycle for it in steps}) > 1 else step.title
