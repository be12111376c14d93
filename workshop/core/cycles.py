"""One more cycle: the room opens, integrates and closes again, from what it chooses to carry on."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from .agenda import Step, in_order
from .changing import prompt_of
from .clusters import Cluster, the_cluster
from .limits import LIMITS
from .lot import Parked, the_thought
from .messages import FACILITATOR, By, Command, Event, Id, Refused, Text, Time
from .notes import Note, NoteRemoved, original_of, shuffled, the_note
from .records import Gone, Place, Record, kind_of
from .workshop import the_workshop

REPEATED = ("open", "integrate", "close")


class Cycle(Record, frozen=True, kw_only=True, tag="cycle"):
    """A cycle after the first; `step` is where it begins."""

    number: int
    question: str
    step: str
    at: Time


class StartCycle(Command, frozen=True, kw_only=True):
    """Plans this cycle's steps anew, right after the room's step; the room does not move.

    The notes and clusters are carried as copies, so that the cycle before stays as it was. `parked`
    thoughts become notes where the cycle begins to write, and stay in the parking lot.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    id: Id
    question: Text = ""
    notes: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.carried)] = ()
    clusters: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.clusters)] = ()
    parked: Annotated[tuple[Id, ...], Meta(max_length=LIMITS.carried)] = ()


class CycleStarted(Event, frozen=True, kw_only=True):
    """Cycles that bear this number or a higher one, all of them planned, count one higher from now on."""

    cycle: Cycle
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    clusters: tuple[Cluster, ...]


class Copies(msgspec.Struct, frozen=True):
    """Where things are to go: the ids of the copies by those of the originals, and what takes the rest."""

    steps: dict[str, str]
    writing: str
    grouping: str


def the_cycle(place: Place, cycle_id: str, field: str = "cycle") -> Cycle:
    if (cycle := place.get(Cycle, cycle_id)) is None:
        raise Refused("no_such_cycle", field)
    return cycle


def start_cycle(place: Place, command: StartCycle, by: By) -> Iterator[Event]:
    place.check_new(command.id)
    now = place.get(Step, the_workshop(place).step)
    if now is None:
        raise Refused("not_started")
    question = prompt_of(command.question)
    chosen = [the_cluster(place, cluster) for cluster in dict.fromkeys(command.clusters)]
    notes = carried_notes(place, command, by)
    thoughts = [the_thought(place, parked) for parked in dict.fromkeys(command.parked)]
    olds = repeated(place, now)
    check_room(place, olds, [*notes, *thoughts], chosen)
    steps = planned_again(place, olds, now, question, by)
    copies = copies_of(olds, steps)
    piles = copied_clusters(place, chosen, copies, by)
    inside = {old.id: new.id for old, new in zip(chosen, piles, strict=True)}
    yield CycleStarted(
        cycle=Cycle(
            id=command.id, number=steps[0].cycle, question=question, step=steps[0].id, at=by.at
        ),
        steps=steps,
        notes=(
            *copied_notes(place, notes, copies, inside, by),
            *unparked(thoughts, steps, place.last_note_place + 1 + len(notes), by),
        ),
        clusters=piles,
    )


def repeated(place: Place, now: Step) -> list[Step]:
    """The steps of the room's cycle that a new cycle goes through again."""
    found = [s for s in in_order(place) if s.cycle == now.cycle and s.phase in REPEATED]
    if not found:
        raise Refused("nothing_to_repeat")
    return found


def carried_notes(place: Place, command: StartCycle, by: By) -> list[Note]:
    """What was chosen and what lies in the chosen clusters, in the order of the wall."""
    chosen = {note: the_note(place, note, by) for note in command.notes}
    if any(note.readers != "all" for note in chosen.values()):
        raise Refused("not_revealed", "notes")
    piles = set(command.clusters)
    chosen |= {n.id: n for n in place.all(Note) if n.cluster in piles and n.readers == "all"}
    return sorted(chosen.values(), key=lambda note: note.place)


def check_room(
    place: Place, steps: list[Step], notes: list[Note | Parked], piles: list[Cluster]
) -> None:
    if place.count(Step) + len(steps) > LIMITS.steps:
        raise Refused("too_many_steps", limit=LIMITS.steps)
    if place.count(Note) + len(notes) > LIMITS.notes:
        raise Refused("workshop_full", "notes", limit=LIMITS.notes)
    if place.count(Cluster) + len(piles) > LIMITS.clusters:
        raise Refused("too_many_clusters", "clusters", limit=LIMITS.clusters)


def new_id(by: By, old: str) -> str:
    """An id for the copy, from this command's own chance."""
    return shuffled(by.chance, old).hex()[:32]


def planned_again(
    place: Place, olds: list[Step], now: Step, question: str, by: By
) -> tuple[Step, ...]:
    """The steps as they were planned; the first that takes notes asks the new question."""
    number = next_number(place, now)
    ids = {step.id: new_id(by, step.id) for step in olds}
    asking = next((step.id for step in olds if step.types), "") if question else ""
    return tuple(
        msgspec.structs.replace(
            step,
            id=ids[step.id],
            place=now.place + 1 + position,
            cycle=number,
            prompt=question if step.id == asking else step.prompt,
            source=ids.get(step.source, step.source),
            state="planned",
            until="",
            revealed=False,
            locks=(),
            sealed=False,
            left_out=0,
            naming=False,
            came="",
            stayed=0,
            glided=False,
            collected=False,
        )
        for position, step in enumerate(olds)
    )


def next_number(place: Place, now: Step) -> int:
    """After the cycles that the room has been in: what is planned for later comes after the new one."""
    begun = (step.cycle for step in place.all(Step) if step.state != "planned")
    return max(now.cycle, *begun) + 1


def copies_of(olds: list[Step], news: tuple[Step, ...]) -> Copies:
    """A note goes to the copy of its own step; one from elsewhere to where the cycle begins to write."""
    writing = next((step for step in news if step.types), news[0])
    grouping = next((step for step in news if step.layout == "clusters"), writing)
    steps = {old.id: new.id for old, new in zip(olds, news, strict=True)}
    return Copies(steps, writing.id, grouping.id)


def copied_clusters(
    place: Place, chosen: list[Cluster], copies: Copies, by: By
) -> tuple[Cluster, ...]:
    first = max((cluster.place for cluster in place.all(Cluster)), default=-1) + 1
    return tuple(
        msgspec.structs.replace(
            cluster,
            id=new_id(by, cluster.id),
            step=copies.steps.get(cluster.step, copies.grouping),
            place=number,
            took=(),
            told=False,
            group="",
            apart=False,
        )
        for number, cluster in enumerate(chosen, first)
    )


def copied_notes(
    place: Place, notes: list[Note], copies: Copies, inside: dict[str, str], by: By
) -> tuple[Note, ...]:
    """Seen by all already, and nobody's: whoever wrote the first one has it still."""
    ids = {note.id: new_id(by, note.id) for note in notes}
    return tuple(
        msgspec.structs.replace(
            note,
            id=ids[note.id],
            step=copies.steps.get(note.step, copies.writing),
            parent=ids.get(note.parent, ""),
            cluster=inside.get(note.cluster, ""),
            place=number,
            owner="",
            carried=original_of(note),
            copied="",
            copies=(),
            apart="",
            away=(),
            moves=0,
            mover="",
        )
        for number, note in enumerate(notes, place.last_note_place + 1)
    )


def unparked(thoughts: list[Parked], steps: tuple[Step, ...], first: int, by: By) -> Iterator[Note]:
    """Notes of the first kind that the cycle asks for; nobody's, as they were in the parking lot."""
    writing = next((step for step in steps if step.types), steps[0])
    note_type = (*writing.types, "idea")[0]
    for number, thought in enumerate(thoughts, first):
        yield Note(
            id=new_id(by, thought.id),
            step=writing.id,
            type=note_type,
            text=thought.text,
            place=number,
            carried=thought.id,
        )


def cycle_started(place: Place, event: CycleStarted) -> Iterator[Record]:
    yield from counted_on(place, event.cycle.number)
    yield event.cycle
    yield from lined_up(place, event)
    yield from event.clusters
    yield from event.notes
    place.last_note_place = max([place.last_note_place, *(note.place for note in event.notes)])


def counted_on(place: Place, number: int) -> Iterator[Cycle]:
    for cycle in list(place.all(Cycle)):
        if cycle.number >= number:
            yield msgspec.structs.replace(cycle, number=cycle.number + 1)


def lined_up(place: Place, event: CycleStarted) -> Iterator[Step]:
    """The new steps in their place, and those that stand elsewhere or count one higher because of them."""
    steps = [
        msgspec.structs.replace(step, cycle=step.cycle + (step.cycle >= event.cycle.number))
        for step in in_order(place)
    ]
    first = event.steps[0].place
    steps[first:first] = event.steps
    for position, step in enumerate(steps):
        there = msgspec.structs.replace(step, place=position)
        if there != place.get(Step, step.id):
            yield there


def copies_removed(place: Place, event: NoteRemoved) -> Iterator[Gone]:
    """Who takes a note back takes it back everywhere: its copies are nobody's to remove."""
    for copy in event.copies:
        if place.get(Note, copy):
            yield Gone(kind_of(Note), copy)


RULES = {StartCycle: start_cycle}
EFFECTS = {CycleStarted: cycle_started, NoteRemoved: copies_removed}
