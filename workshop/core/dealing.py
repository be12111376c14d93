"""Build rounds: each person is dealt a few notes of others, to build on.

The notes lie in a ring, in the order of the wall, and each person's hand begins where the one before
would end, were no note anybody's own. So notes are dealt as evenly as can be, and what somebody gets
follows from the wall and from their own notes alone: it says nothing of who else wrote what.

A deal does say what its owner has not written. It is signed and kept as the notes are, and goes with
their key.
"""

from collections.abc import Iterator
from itertools import islice

from .agenda import Step, writable_step
from .messages import By, Command, Event, Id, Refused, digest
from .notes import Note, StepSealed
from .people import Participant
from .records import Gone, Place, Record, kind_of


class Deal(Record, frozen=True, kw_only=True, tag="deal"):
    """The notes that one person builds on in a step; `source` is the step that they were written in."""

    step: str
    source: str
    notes: tuple[str, ...]
    owner: str


class TakeDeal(Command, frozen=True, kw_only=True):
    """The speaker's notes of others for this step; taken once, and the same from then on."""

    step: Id


class NotesDealt(Event, frozen=True, kw_only=True):
    deal: Deal | None


def take_deal(place: Place, command: TakeDeal, by: By) -> Iterator[Event]:
    step = writable_step(place, command.step, by.at)
    if not step.setup.deal:
        raise Refused("no_deal_here", "step", title=step.title)
    source = dealt_from(place, step)
    if source.sealed:
        raise Refused("step_sealed", "step")
    if any(deal.step == step.id for deal in place.owned_by(by.name, Deal)):
        return
    if not (notes := tuple(hand(place, step, source, by))):
        raise Refused("nothing_to_deal", "step")
    deal = Deal(
        id=digest(step.id, by.name), step=step.id, source=source.id, notes=notes, owner=by.name
    )
    yield NotesDealt(deal=deal)


def dealt_from(place: Place, step: Step) -> Step:
    """The step whose notes are dealt: what this one works on."""
    return place.get(Step, step.source) or step


def hand(place: Place, step: Step, source: Step, by: By) -> Iterator[str]:
    """The first notes that are not the speaker's, from the speaker's own place in the ring."""
    ring = place.found(Note, ("ring", source.id), lambda: ring_of(place, source))
    start = seat_of(place, by.actor) * step.setup.deal
    round_once = (ring[(start + at) % len(ring)] for at in range(len(ring)))
    others = (note.id for note in round_once if note.owner not in by.names)
    yield from islice(others, step.setup.deal)


def ring_of(place: Place, source: Step) -> list[Note]:
    """The notes that can be dealt, in the order of the wall; a copy says nothing that its note does not."""
    shown = (it for it in place.all(Note) if it.step == source.id and it.readers == "all")
    return sorted((it for it in shown if not it.copied), key=lambda note: note.place)


def seat_of(place: Place, actor: str) -> int:
    """The speaker's place among all who came, 0 for the first."""
    return next((at for at, person in enumerate(place.all(Participant)) if person.id == actor), 0)


def deal_scope(place: Place, step_id: str) -> str:
    """The scope that the dealt notes are signed in; empty where they bear names."""
    step = place.get(Step, step_id)
    source = dealt_from(place, step) if step else None
    return source.id if source and source.anonymous else ""


def notes_dealt(place: Place, event: NotesDealt) -> Iterator[Record]:
    if event.deal:
        yield event.deal


def deals_gone(place: Place, event: StepSealed) -> Iterator[Gone]:
    """Nobody knows any more whose the notes were, and so nobody whose they were not."""
    for deal in [deal for deal in place.all(Deal) if deal.source == event.step]:
        yield Gone(kind_of(Deal), deal.id)


RULES = {TakeDeal: take_deal}
EFFECTS = {NotesDealt: notes_dealt, StepSealed: deals_gone}
