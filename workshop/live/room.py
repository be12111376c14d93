"""The sockets that stand in one log, by audience and by the names that their people go by."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from workshop.core.changes import (
    Delta,
    for_person,
    for_regrouped,
    left_to_person,
    own_records,
)
from workshop.core.people import Participant, names_by_group
from workshop.core.records import Change, Place, Record, owner_of
from workshop.core.workshop import Workshop

from . import sent
from .audience import Audience
from .caller import Caller
from .sent import Message

Names = Callable[[str], frozenset[str]]  # actor -> all names under living keys
Concerned = dict[Caller, dict[tuple[str, str], Change]]  # each owner's own changes
Own = Callable[[Iterable[Change], str, frozenset[str]], Delta]


class Room:
    """Knows at which seq everyone in it stands; tells a batch to all whom it concerns."""

    def __init__(self, log: str, seq: int) -> None:
        self.log = log
        self.seq = seq
        self.callers: dict[Caller, None] = {}  # in the order they came
        self.emptied = 0  # how often the last one has left
        self.audiences: dict[str, Audience] = {}
        self._by_name: defaultdict[str, set[Caller]] = defaultdict(set)

    def audience(self, role: str) -> Audience:
        if role not in self.audiences:
            self.audiences[role] = Audience(self.log, role, self.seq)
        return self.audiences[role]

    def admit(self, caller: Caller, place: Place, names: Names, after: int | None) -> None:
        """Lead a socket to the place as it is; from here on it is told what changes (S2)."""
        caller.group = group_of(caller, place)
        self._rename(caller, names)
        self.callers[caller] = None
        own = own_records(place, caller.role, caller.names)
        caller.line.feed(self.audience(caller.role).catch_up(place, after))
        caller.line.feed(sent.own_records(self.log, place.seq, own))

    def leave(self, caller: Caller) -> None:
        self.callers.pop(caller, None)
        self._forget_names(caller)

    def rename_all(self, names: Names) -> None:
        """Keys were made or destroyed: people go by other names now."""
        for caller in self.callers:
            self._rename(caller, names)

    def regroup(self, caller: Caller, place: Place, names: Names) -> None:
        """The person works in another group now: what was that one's alone goes, what is this one's comes."""
        left, caller.group = caller.group, group_of(caller, place)
        self._rename(caller, names)
        if delta := for_regrouped(place, caller.role, left, caller.group):
            caller.line.send(sent.own(self.log, place.seq, delta.put, delta.drop))

    def miss(self, seq: int) -> None:
        """Entries up to `seq` were never told: everyone who stands before them has to join again."""
        self.seq = seq
        for audience in self.audiences.values():
            audience.begin(seq)

    def tell(self, changed: list[Change], end: int, *, always: bool = False) -> None:
        """To each socket first what is its person's alone, then what its audience shares (S5).

        Last what its audience loses and the person keeps, for the audience's message took it away.
        """
        concerned = self._concerned(changed)
        self._tell_owners(concerned, end, for_person)
        messages = {
            role: message
            for role, audience in self.audiences.items()
            if (message := audience.tell(changed, end, always=always))
        }
        self.seq = end
        if messages:
            for caller in list(self.callers):
                if message := messages.get(caller.role):
                    caller.line.send(message)
        self._tell_owners(concerned, end, left_to_person)

    def displaced(self, changed: Iterable[Change]) -> list[Caller]:
        """The sockets whose person has another role now or is shown out, and the boards of before."""
        roles: dict[str, str] = {}
        boards: int | None = None
        for change in changed:
            if change.kind == "participant" and change.old is not None:
                roles[change.id] = role_now(change.new)
            if isinstance(change.new, Workshop):
                boards = change.new.boards
        if not roles and boards is None:
            return []
        return [caller for caller in self.callers if is_displaced(caller, roles, boards)]

    def regrouped(self, changed: Iterable[Change]) -> list[Caller]:
        """The sockets of people who work in another group now."""
        moved = {
            change.id
            for change in changed
            if isinstance(change.old, Participant)
            and isinstance(change.new, Participant)
            and change.old.group != change.new.group
        }
        return [caller for caller in self.callers if caller.actor in moved] if moved else []

    def _rename(self, caller: Caller, names: Names) -> None:
        self._forget_names(caller)
        caller.names = names(caller.actor) | caller.group if caller.is_person else frozenset()
        for name in caller.names:
            self._by_name[name].add(caller)

    def _forget_names(self, caller: Caller) -> None:
        for name in caller.names:
            self._by_name[name].discard(caller)
            if not self._by_name[name]:
                del self._by_name[name]
        caller.names = frozenset()

    def _tell_owners(self, concerned: Concerned, end: int, what: Own) -> None:
        told: dict[tuple[str, str], Message | None] = {}
        for caller, theirs in concerned.items():
            who = (caller.actor, caller.role)
            if who not in told:
                delta = what(theirs.values(), caller.role, caller.names)
                told[who] = sent.own(self.log, end, delta.put, delta.drop) if delta else None
            if message := told[who]:
                caller.line.send(message)

    def _concerned(self, changed: list[Change]) -> Concerned:
        """Each owner's own changes, found through the owners: never viewers times changes."""
        found: defaultdict[Caller, dict[tuple[str, str], Change]] = defaultdict(dict)
        for change in changed:
            for name in {owner_of(change.old), owner_of(change.new)}:
                for caller in self._by_name.get(name, ()):
                    found[caller][change.kind, change.id] = change
        return found


def group_of(caller: Caller, place: Place) -> frozenset[str]:
    return names_by_group(place, caller.actor) if caller.is_person else frozenset()


def role_now(person: Record | None) -> str:
    return person.role if isinstance(person, Participant) and not person.removed else ""


def is_displaced(caller: Caller, roles: dict[str, str], boards: int | None) -> bool:
    if caller.is_person:
        is_without_voice = roles.get(caller.claim.by, "facilitator") != "facilitator"
        return is_without_voice or roles.get(caller.actor, caller.role) != caller.role
    return boards is not None and caller.claim.turn != boards
