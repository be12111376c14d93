"""Notes from elsewhere, pasted or read from a file, are brought in by a facilitator: all at once, for all to see."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from .agenda import Step, check_unlocked, sources, the_step
from .clusters import Cluster, last_place, title_of
from .cycles import new_id
from .labels import Labels, labels_in
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text
from .notes import Note
from .records import Place, Record
from .silence import check_naming
from .text import written
from .workshop import the_workshop

FIRST_TYPE = "idea"  # of a note where no step says which it takes
Titles = Annotated[tuple[Text, ...], Meta(max_length=LIMITS.clusters)]


class BroughtNote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One note as it is to be; `cluster` is a place (0 is first) among the titles that come along."""

    text: Text
    type: str
    column: str = ""
    cluster: Annotated[int, Meta(ge=0, lt=LIMITS.clusters)] | None = None


class BringIn(Command, frozen=True, kw_only=True):
    """`clusters` are titles; one that is called as a cluster of the step is that cluster."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    step: Id
    notes: Annotated[tuple[BroughtNote, ...], Meta(min_length=1, max_length=LIMITS.brought)]
    clusters: Titles = ()


class NotesBroughtIn(Event, frozen=True, kw_only=True):
    step: str
    notes: tuple[Note, ...]
    clusters: tuple[Cluster, ...]


def bring_in(place: Place, command: BringIn, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    check_takes(step)
    piles = list(piles_of(place, step, command.clusters, by))
    new = {pile.id: pile for pile in piles if place.get(Cluster, pile.id) is None}
    check_room(place, command, len(new))
    if new:
        check_groups(step)
    notes = tuple(notes_of(place, step, command, piles, by))
    for pile in new.values():
        check_naming(step, pile.title, sum(note.cluster == pile.id for note in notes), by)
    yield NotesBroughtIn(step=step.id, notes=notes, clusters=tuple(new.values()))


def check_takes(step: Step) -> None:
    """Notes come where the room reads them: into a step that takes notes or groups them, planned or
    begun. What waits for its reveal is the writers' own, so nothing comes in beside it; and where
    groups write apart it would be no group's.
    """
    if step.sealed:
        raise Refused("step_sealed", "step")
    if step.state == "done":
        raise Refused("step_closed", "step", title=step.title)
    takes = step.layout == "clusters" or (step.layout in ("wall", "columns") and step.types)
    if not takes or step.setup.in_groups:
        raise Refused("no_bringing_here", "step", title=step.title)
    if step.visibility == "private" and not step.revealed:
        raise Refused("hidden_until_reveal", "step", title=step.title)
    check_unlocked(step, "writing", "step")


def check_groups(step: Step) -> None:
    if step.layout != "clusters":
        raise Refused("no_grouping_here", "step", title=step.title)
    check_unlocked(step, "moving", "step")


def check_room(place: Place, command: BringIn, clusters: int) -> None:
    if place.count(Note) + len(command.notes) > LIMITS.notes:
        raise Refused("workshop_full", "notes", limit=LIMITS.notes)
    if place.count(Cluster) + clusters > LIMITS.clusters:
        raise Refused("too_many_clusters", "clusters", limit=LIMITS.clusters)


def piles_of(place: Place, step: Step, titles: Titles, by: By) -> Iterator[Cluster]:
    """A cluster for each title, in their order: one that is there, or a new one."""
    known = called(place, step)
    first = last_place(place)
    for number, text in enumerate(titles):
        title = title_of(text)
        new = Cluster(
            id=new_id(by, f"cluster {number}"), step=step.id, title=title, place=first + number
        )
        yield known.setdefault(title, new) if title else new


def called(place: Place, step: Step) -> dict[str, Cluster]:
    """The clusters that the step works on, by their titles."""
    here = sources(place, step)
    return {pile.title: pile for pile in place.all(Cluster) if pile.title and pile.step in here}


def notes_of(
    place: Place, step: Step, command: BringIn, piles: list[Cluster], by: By
) -> Iterator[Note]:
    """Nobody's, for whoever wrote them was not asked; and marked, for this room did not write them."""
    limit = the_workshop(place).note_limit
    for number, note in enumerate(command.notes):
        if note.cluster is not None and note.cluster >= len(piles):
            raise Refused("no_such_cluster", "clusters")
        labels = labels_here(place, step, note)
        yield Note(
            id=new_id(by, f"note {number}"),
            step=step.id,
            type=labels.type,
            text=written(note.text, limit, "notes"),
            column=labels.column,
            cluster="" if note.cluster is None else piles[note.cluster].id,
            place=place.last_note_place + 1 + number,
            brought=True,
        )


def labels_here(place: Place, step: Step, note: BroughtNote) -> Labels:
    """As the step takes them; one that only groups has notes of every type that it works on."""
    if step.types:
        return labels_in(step, Labels(note.type, note.column))
    if note.type not in types_here(place, step):
        raise Refused("no_such_type", "type", title=step.title)
    return Labels(note.type)


def types_here(place: Place, step: Step) -> tuple[str, ...]:
    """The types that a note brought into the step can have; never none."""
    if step.types:
        return step.types
    steps = [place.get(Step, each) for each in sources(place, step)]
    earlier = sorted((it for it in steps if it), key=lambda it: it.place)
    return tuple(dict.fromkeys(kind for it in earlier for kind in it.types)) or (FIRST_TYPE,)


def notes_brought_in(place: Place, event: NotesBroughtIn) -> Iterator[Record]:
    yield from event.clusters
    yield from event.notes
    place.last_note_place = max([place.last_note_place, *(note.place for note in event.notes)])


RULES = {BringIn: bring_in}
EFFECTS = {NotesBroughtIn: notes_brought_in}
