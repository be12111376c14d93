"""Groups: the room works apart for a while, each group on a wall of its own, and tells the others after."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from .agenda import the_step
from .changing import title_of
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .notes import Note, shuffled, the_note, told_by
from .people import Participant, ParticipantJoined, group_of, the_participant
from .records import Gone, Place, Record, kind_of
from .removing import ParticipantRemoved

REPORTED_AT_MOST = 3  # what a listener still holds in mind when many groups tell
How = Literal["dealt", "chosen"]


class Group(Record, frozen=True, kw_only=True, tag="group"):
    """One group. `chosen`: people come to it by themselves. `people` is how many are in it."""

    title: str
    place: int
    chosen: bool = False
    people: int = 0


class NewGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: Id
    title: Text


class FormGroups(Command, frozen=True, kw_only=True):
    """In place of the groups there were. Dealt: everyone into one, by chance, as even as can be."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    groups: Annotated[tuple[NewGroup, ...], Meta(max_length=30)]
    how: How = "dealt"


class JoinGroup(Command, frozen=True, kw_only=True):
    group: Id


class PlaceInGroup(Command, frozen=True, kw_only=True):
    """A facilitator's hand: who came late, or sits elsewhere. An empty group takes them out of theirs."""

    roles: ClassVar[frozenset[str]] = FACILITATOR
    participant: Id
    group: OptionalId


class ReportNote(Command, frozen=True, kw_only=True):
    """On: this note is one of the few that the group tells the others."""

    note: Id
    on: bool


class GroupsFormed(Event, frozen=True, kw_only=True):
    groups: tuple[Group, ...]
    members: dict[str, str]


class GroupChanged(Event, frozen=True, kw_only=True):
    participant: str
    group: str


class NoteReported(Event, frozen=True, kw_only=True):
    note: str
    on: bool


def the_group(place: Place, group_id: str) -> Group:
    if (group := place.get(Group, group_id)) is None:
        raise Refused("no_such_group", "group")
    return group


def form_groups(place: Place, command: FormGroups, by: By) -> Iterator[Event]:
    if len(command.groups) == 1 or len({new.id for new in command.groups}) < len(command.groups):
        raise Refused("too_few_groups", "groups")
    for new in command.groups:
        if place.get(Group, new.id) is None:
            place.check_new(new.id)
    groups = tuple(
        Group(id=new.id, title=title_of(new.title), place=number, chosen=command.how == "chosen")
        for number, new in enumerate(command.groups)
    )
    dealt = command.how == "dealt" and groups
    yield GroupsFormed(groups=groups, members=dealt_members(place, groups, by) if dealt else {})


def dealt_members(place: Place, groups: tuple[Group, ...], by: By) -> dict[str, str]:
    """Everyone who takes part, shuffled by chance and counted off, as people count off one, two, three."""
    people = [it.id for it in place.all(Participant) if takes_part(it)]
    people.sort(key=lambda person: shuffled(by.chance, person))
    return {person: groups[n % len(groups)].id for n, person in enumerate(people)}


def takes_part(person: Participant) -> bool:
    return person.role == "participant" and not person.removed


def join_group(place: Place, command: JoinGroup, by: By) -> Iterator[Event]:
    group = the_group(place, command.group)
    if group_of(place, by.actor) == group.id:
        return
    if not group.chosen and group_of(place, by.actor):
        raise Refused("groups_dealt", "group")
    yield GroupChanged(participant=by.actor, group=group.id)


def place_in_group(place: Place, command: PlaceInGroup, by: By) -> Iterator[Event]:
    person = the_participant(place, command.participant)
    if command.group:
        the_group(place, command.group)
    if person.group != command.group:
        yield GroupChanged(participant=person.id, group=command.group)


def report_note(place: Place, command: ReportNote, by: By) -> Iterator[Event]:
    note = the_note(place, command.note, by)
    if not note.group:
        raise Refused("no_group_here", "note", title=the_step(place, note.step).title)
    if by.role != "facilitator" and group_of(place, by.actor) != note.group:
        raise Refused("not_your_group", "note")
    if note.readers != "all":
        raise Refused("not_revealed", "note")
    if note.reported == command.on:
        return
    if command.on and len(reported(place, note)) >= REPORTED_AT_MOST:
        raise Refused("enough_reported", "note", limit=REPORTED_AT_MOST)
    yield NoteReported(note=note.id, on=command.on)


def reported(place: Place, note: Note) -> list[Note]:
    """What the note's group tells of this step already."""
    return list(place.bundled(told_by(note.step, note.group), Note))


def groups_formed(place: Place, event: GroupsFormed) -> Iterator[Record | Gone]:
    """What was written in a group that is no more keeps its mark, and stands by itself."""
    kept = {group.id for group in event.groups}
    for old in [old for old in place.all(Group) if old.id not in kept]:
        yield Gone(kind_of(Group), old.id)
    sizes = list(event.members.values())
    for group in event.groups:
        yield msgspec.structs.replace(group, people=sizes.count(group.id))
    for person in list(place.all(Participant)):
        group_id = event.members.get(person.id, "")
        if person.group != group_id:
            yield msgspec.structs.replace(person, group=group_id)


def group_changed(place: Place, event: GroupChanged) -> Iterator[Record]:
    if person := place.get(Participant, event.participant):
        yield from moved(place, person, event.group)


def moved(place: Place, person: Participant, group_id: str) -> Iterator[Record]:
    yield msgspec.structs.replace(person, group=group_id)
    for found, change in ((person.group, -1), (group_id, 1)):
        if group := place.get(Group, found):
            yield msgspec.structs.replace(group, people=group.people + change)


def late_comer_placed(place: Place, event: ParticipantJoined) -> Iterator[Record]:
    """Where groups were dealt, who comes later is dealt into the smallest."""
    dealt = [group for group in place.all(Group) if not group.chosen]
    person = place.get(Participant, event.id)
    if dealt and person and takes_part(person):
        smallest = min(dealt, key=lambda group: (group.people, group.place))
        yield from moved(place, person, smallest.id)


def shown_out(place: Place, event: ParticipantRemoved) -> Iterator[Record]:
    person = place.get(Participant, event.participant)
    if person and person.group:
        yield from moved(place, person, "")


def note_reported(place: Place, event: NoteReported) -> Iterator[Record]:
    if note := place.get(Note, event.note):
        yield msgspec.structs.replace(note, reported=event.on)


RULES = {
    FormGroups: form_groups,
    JoinGroup: join_group,
    PlaceInGroup: place_in_group,
    ReportNote: report_note,
}
EFFECTS = {
    GroupsFormed: groups_formed,
    GroupChanged: group_changed,
    NoteReported: note_reported,
    ParticipantJoined: late_comer_placed,
    ParticipantRemoved: shown_out,
}
