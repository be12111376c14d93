"""Sticky notes: written in private, revealed to all at once, and sealed so that nobody knows whose."""

from collections.abc import Iterator
from hashlib import sha256
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from .agenda import Step, check_deadline, check_unlocked, the_step, writable_step
from .labels import Evidence, Labels, labels_in
from .limits import LIMITS
from .lot import set_aside_from
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .people import Participant, group_of, is_seat
from .records import Gone, Place, Record, kind_of
from .rows import the_row
from .scorings import is_asked, spoken_of
from .text import written
from .workshop import the_workshop


class Note(Record, frozen=True, kw_only=True, tag="note"):
    """One thought. `readers` is author, facilitator, all or held; `owner` (never sent) a name of the author.

    `place` orders the notes of a step for everyone once they are revealed. `name` is the author's
    own name where the step is not anonymous; so is `seat`, written for someone without a phone: in a
    room with one such person it would be a name.
    `column` is the id of a column; the step where the notes are shown may have others.
    `evidence` says how its writer knows it, `role` as whom they chose to write it: neither is who they are.
    `group` is the one that it was written in, where groups work apart, and `reported` says that they
    tell the others of it. `carried` is the note of an earlier cycle that this one is a copy of, or the
    parked thought.
    `brought` says that it was brought in from elsewhere, and not written here.
    `about` is the row of a table that it speaks for or against, or the scoring of a poll that it speaks of.
    `held` is hidden, returned or changed, where a facilitator moderates it for `reason`.
    `copied` is the note on the same wall that this one is a copy of, and `copies` are those of this
    one. `apart` is the group in whose own cluster it lies while groups work apart, and `away` (never
    sent) are those of its copies that lie so; such a copy is owned by its group. `moves` is how often
    it went from hand to hand (`clusters.moves_of`), and `mover` (never sent) whose hand was the last.
    """

    step: str
    type: str
    text: str
    column: str = ""
    evidence: str = ""
    role: str = ""
    name: str = ""
    seat: bool = False
    parent: str = ""
    cluster: str = ""
    group: str = ""
    reported: bool = False
    place: int = 0
    carried: str = ""
    brought: bool = False
    about: str = ""
    readers: str = "all"
    held: str = ""
    reason: str = ""
    copied: str = ""
    copies: tuple[str, ...] = ()
    apart: str = ""
    away: tuple[str, ...] = ()
    moves: int = 0
    mover: str = ""
    owner: str = ""

    @property
    def bundles(self) -> list[str]:
        told = [told_by(self.step, self.group)] if self.reported else []
        return told + [copied_from(it) for it in (self.carried, self.copied) if it]


def copied_from(note: str) -> str:
    """The bundle of what was copied or carried on from a note."""
    return f"copied {note}"


def told_by(step: str, group: str) -> str:
    """The bundle of what a group tells the others of a step."""
    return f"{step} {group}"


class Authorship(Record, frozen=True, kw_only=True, tag="authorship"):
    """Tells one person, and nobody else: the note with this id is yours."""

    owner: str


class AddNote(Command, frozen=True, kw_only=True):
    """In the first column of the step where none is named, and in a poll of the latest scoring."""

    id: Id
    step: Id
    type: str
    text: Text
    parent: OptionalId = ""
    column: str = ""
    evidence: Evidence = ""
    role: Text = ""
    about: OptionalId = ""


class ChangeNote(Command, frozen=True, kw_only=True):
    note: Id
    text: Text | UnsetType = UNSET
    type: str | UnsetType = UNSET
    column: str | UnsetType = UNSET
    evidence: Evidence | UnsetType = UNSET
    role: Text | UnsetType = UNSET


class RemoveNote(Command, frozen=True, kw_only=True):
    note: Id


class RevealNotes(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    step: Id


class SealStep(Command, frozen=True, kw_only=True):
    """Ends the authors' hold on their notes, and with it every link from a note to a person."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    leads: ClassVar[bool] = True
    final: ClassVar[bool] = True
    step: Id


class NoteAdded(Event, frozen=True, kw_only=True):
    note: Note | None


class NoteChanged(Event, frozen=True, kw_only=True):
    """The note as it reads from here on; in older logs notes have no column, evidence and role."""

    step: str
    note: str
    text: str
    type: str
    hidden: bool
    column: str = ""
    evidence: str = ""
    role: str = ""


class NoteRemoved(Event, frozen=True, kw_only=True):
    """`copies` are the note's, which the room sees, in the parking lot too: they go even where this is blanked."""

    step: str
    note: str
    hidden: bool
    copies: tuple[str, ...] = ()


class NotesRevealed(Event, frozen=True, kw_only=True):
    """Carries the notes whole and in their new order, so that what was written before can be blanked."""

    step: str
    notes: tuple[Note, ...]


class StepSealed(Event, frozen=True, kw_only=True):
    """`left_out` is how many notes of the step were not shown, or not any more."""

    step: str
    left_out: int = 0


def the_note(place: Place, note_id: str, by: By, field: str = "note") -> Note:
    """The note, if this speaker may read it; a note that is hidden from them does not exist."""
    note = place.get(Note, note_id)
    if note is None or not (note.readers == "all" or note.owner in by.names):
        raise Refused("no_such_note", field)
    return note


def own_note(place: Place, note_id: str, by: By) -> Note:
    note = the_note(place, note_id, by)
    if note.copied or not note.owner or note.owner not in by.names:
        raise Refused("not_yours", "note")
    return note


def unseen_notes(place: Place, step_id: str) -> list[Note]:
    return [note for note in place.all(Note) if note.step == step_id and note.readers != "all"]


def hidden_notes(place: Place, step_id: str) -> list[Note]:
    """Those that wait for the reveal; what is held does not."""
    return [note for note in unseen_notes(place, step_id) if not note.held]


def add_note(place: Place, command: AddNote, by: By) -> Iterator[Event]:
    step = writable_step(place, command.step, by.at, "text")
    if step.sealed:
        raise Refused("step_sealed", "text")
    labels = labels_in(step, Labels(command.type, command.column, command.evidence, command.role))
    check_room(place, step, by)
    place.check_new(command.id)
    if command.parent:
        check_parent(place, step, command.parent, by)
    about = what_about(place, step, command.about)
    hidden = step.visibility == "private" and not step.revealed
    note = Note(
        id=command.id,
        step=step.id,
        text=written(command.text, the_workshop(place).note_limit),
        **msgspec.structs.asdict(labels),
        name="" if step.anonymous else name_of(place, by),
        seat=not step.anonymous and is_seat(place, by.actor),
        parent=command.parent,
        about=about,
        group=group_here(place, step, by),
        place=0 if hidden else place.last_note_place + 1,
        readers=step.readers if hidden else "all",
        owner=by.name,
    )
    yield NoteAdded(note=note)


def check_parent(place: Place, step: Step, parent: str, by: By) -> None:
    if not step.can_build:
        raise Refused("no_building_here", "parent")
    if the_note(place, parent, by, "parent").readers != "all":
        raise Refused("not_revealed", "parent")


def what_about(place: Place, step: Step, about: str) -> str:
    """In a table a note speaks of one of its rows, in a poll of one of its scorings, and nowhere else of any."""
    if step.layout == "poll":
        return spoken_of(place, step, about)
    if (about or step.layout == "table") and the_row(place, about, "about").step != step.id:
        raise Refused("no_such_row", "about")
    return about


def check_room(place: Place, step: Step, by: By) -> None:
    own = sum(note.step == step.id for note in place.owned_by(by.name, Note))
    if own >= LIMITS.notes_per_person_and_step:
        raise Refused("too_many_notes", "text", limit=LIMITS.notes_per_person_and_step)
    if place.count(Note) >= LIMITS.notes:
        raise Refused("workshop_full", "text", limit=LIMITS.notes)


def group_here(place: Place, step: Step, by: By) -> str:
    """The speaker's group, where groups work apart; `no_group` where they are in none."""
    if not step.setup.in_groups:
        return ""
    if not (group := group_of(place, by.actor)):
        raise Refused("no_group", "text")
    return group


def name_of(place: Place, by: By) -> str:
    person = place.get(Participant, by.actor)
    return person.name if person else ""


def change_note(place: Place, command: ChangeNote, by: By) -> Iterator[Event]:
    note = own_note(place, command.note, by)
    step = the_step(place, note.step)
    check_deadline(step, by.at, "text")
    check_unlocked(step, "writing", "text")
    text, old = note.text, labels_of(note)
    if command.text is not UNSET:
        text = written(command.text, the_workshop(place).note_limit)
    labels = labels_changed(step, old, command)
    if (text, labels) != (note.text, old):
        yield NoteChanged(
            step=step.id,
            note=note.id,
            text=text,
            hidden=note.readers != "all",
            **msgspec.structs.asdict(labels),
        )


def labels_of(note: Note) -> Labels:
    return Labels(note.type, note.column, note.evidence, note.role)


def labels_changed(step: Step, old: Labels, command: ChangeNote) -> Labels:
    """What a note had before stays good, also where its step was planned otherwise since."""
    named = {name: getattr(command, name) for name in Labels.__struct_fields__}
    wanted = {name: value for name, value in named.items() if value is not UNSET}
    new = msgspec.structs.replace(old, **wanted)
    return old if new == old else labels_in(step, new, old)


def remove_note(place: Place, command: RemoveNote, by: By) -> Iterator[Event]:
    note = own_note(place, command.note, by)
    check_unlocked(the_step(place, note.step), "writing")
    copies = tuple(copies_of(place, note.id))
    aside = (parked.id for parked in set_aside_from(place, note.id, *copies))
    yield NoteRemoved(
        step=note.step, note=note.id, hidden=note.readers != "all", copies=(*copies, *aside)
    )


def original_of(note: Note) -> str:
    """The note on the same wall whose words these are."""
    return note.copied or note.id


def copies_of(place: Place, note_id: str) -> Iterator[str]:
    """The note's copies on its wall and in later cycles, and theirs; a copy stands after its original."""
    found: dict[str, int] = {}
    sources = [note_id]
    while sources:
        for copy in place.bundled(copied_from(sources.pop()), Note):
            if copy.id not in found:
                found[copy.id] = copy.place
                sources.append(copy.id)
    yield from sorted(found, key=found.__getitem__)


def reveal_notes(place: Place, command: RevealNotes, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if step.layout == "poll" and is_asked(place, step):
        raise Refused("still_asked", "step", title=step.title)
    if not hidden_notes(place, step.id):
        raise Refused("nothing_to_reveal", "step")
    yield reveal(place, step.id, by)


def reveal(place: Place, step_id: str, by: By) -> NotesRevealed:
    """All hidden notes of the step, shuffled by chance, after what the room already sees."""
    notes = sorted(hidden_notes(place, step_id), key=lambda note: shuffled(by.chance, note.id))
    first = place.last_note_place + 1
    return NotesRevealed(
        step=step_id,
        notes=tuple(
            msgspec.structs.replace(note, readers="all", place=number)
            for number, note in enumerate(notes, first)
        ),
    )


def shuffled(chance: str, item: str) -> bytes:
    """A sort key that says nothing of when or by whom the item was made."""
    return sha256(f"{chance}|{item}".encode()).digest()


def seal_step(place: Place, command: SealStep, by: By) -> Iterator[Event]:
    step = the_step(place, command.step)
    if hidden_notes(place, step.id):
        raise Refused("not_revealed", "step")
    if not step.sealed:
        left_out = sum(not note.copied for note in unseen_notes(place, step.id))
        yield StepSealed(step=step.id, left_out=left_out)


def note_added(place: Place, event: NoteAdded) -> Iterator[Record]:
    if event.note:
        place.last_note_place = max(place.last_note_place, event.note.place)
        yield event.note
        if event.note.owner:
            yield Authorship(id=event.note.id, owner=event.note.owner)


def note_changed(place: Place, event: NoteChanged) -> Iterator[Record]:
    if note := place.get(Note, event.note):
        held = "changed" if note.held == "returned" else note.held
        yield msgspec.structs.replace(
            note,
            text=event.text,
            type=event.type,
            column=event.column,
            evidence=event.evidence,
            role=event.role,
            held=held,
        )
        for copy in filter(None, (place.get(Note, it) for it in note.copies)):
            yield msgspec.structs.replace(
                copy,
                text=event.text,
                type=event.type,
                column=event.column,
                evidence=event.evidence,
                role=event.role,
            )


def note_removed(place: Place, event: NoteRemoved) -> Iterator[Gone]:
    if place.get(Note, event.note):
        yield Gone(kind_of(Note), event.note)
        if place.get(Authorship, event.note):
            yield Gone(kind_of(Authorship), event.note)


def notes_revealed(place: Place, event: NotesRevealed) -> Iterator[Record | Gone]:
    for note in event.notes:
        yield from come_anew(note)
    place.last_note_place = max([place.last_note_place, *(note.place for note in event.notes)])
    yield msgspec.structs.replace(the_step(place, event.step), revealed=True)


def come_anew(note: Note) -> Iterator[Record | Gone]:
    """A place holds its records in the order in which they came, and tells them so to who joins later: a
    note that was written unseen comes anew when it is shown, or that order would say who wrote first.
    """
    yield Gone(kind_of(Note), note.id)
    yield note


def step_sealed(place: Place, event: StepSealed) -> Iterator[Record | Gone]:
    """What was never shown goes; what was shown stays, and is nobody's any more."""
    for note in [note for note in place.all(Note) if note.step == event.step]:
        if place.get(Authorship, note.id):
            yield Gone(kind_of(Authorship), note.id)
        if note.readers == "all":
            yield note if note.copied else msgspec.structs.replace(note, owner="")
        else:
            yield Gone(kind_of(Note), note.id)
    step = the_step(place, event.step)
    yield msgspec.structs.replace(step, sealed=True, left_out=event.left_out)


RULES = {
    AddNote: add_note,
    ChangeNote: change_note,
    RemoveNote: remove_note,
    RevealNotes: reveal_notes,
    SealStep: seal_step,
}
EFFECTS = {
    NoteAdded: note_added,
    NoteChanged: note_changed,
    NoteRemoved: note_removed,
    NotesRevealed: notes_revealed,
    StepSealed: step_sealed,
}
