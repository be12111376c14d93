"""What an audience, and what one person beyond it, must be told of a batch of changes."""

from collections.abc import Iterable

import msgspec

from .records import Change, Place, kind_of, owner_of
from .view import Sent, Viewer, view


class Delta(msgspec.Struct, frozen=True):
    """Records to hold from now on, and (kind, id) of those to let go."""

    put: list[Sent]
    drop: list[tuple[str, str]]

    def __bool__(self) -> bool:
        return bool(self.put or self.drop)


def net(changed: Iterable[Change]) -> list[Change]:
    """Each record once: as it was before the batch, and as it is after."""
    merged: dict[tuple[str, str], Change] = {}
    for change in changed:
        key = (change.kind, change.id)
        first = merged.get(key)
        merged[key] = Change(change.kind, change.id, first.old if first else change.old, change.new)
    return [change for change in merged.values() if change.old != change.new]


def for_audience(changed: Iterable[Change], role: str) -> Delta:
    """The changes that all of an audience share."""
    viewer = Viewer(role=role)
    put: list[Sent] = []
    drop: list[tuple[str, str]] = []
    for change in changed:
        before, after = view(change.old, viewer), view(change.new, viewer)
        if after is not None and after != before:
            put.append(after)
        elif after is None and before is not None:
            drop.append((change.kind, change.id))
    return Delta(put, drop)


def for_person(changed: Iterable[Change], role: str, names: frozenset[str]) -> Delta:
    """What this person alone is told (S5): changes of records that the audience does not see."""
    audience, person = Viewer(role=role), Viewer(role=role, names=names)
    put: list[Sent] = []
    drop: list[tuple[str, str]] = []
    for change in changed:
        if view(change.new, audience) is not None or is_left_to(person, audience, change):
            continue
        before, after = view(change.old, person), view(change.new, person)
        if after is not None and after != before:
            put.append(after)
        elif after is None and before is not None and view(change.old, audience) is None:
            drop.append((change.kind, change.id))
    return Delta(put, drop)


def left_to_person(changed: Iterable[Change], role: str, names: frozenset[str]) -> Delta:
    """What the audience loses and this person keeps: told once more, right after the audience's message."""
    audience, person = Viewer(role=role), Viewer(role=role, names=names)
    kept = [change for change in changed if is_left_to(person, audience, change)]
    return Delta([seen for change in kept if (seen := view(change.new, person))], [])


def for_regrouped(place: Place, role: str, left: frozenset[str], come: frozenset[str]) -> Delta:
    """What a person who goes from one group to another lets go and gets: names, and what these own."""
    audience, newcomer = Viewer(role=role), Viewer(role=role, names=come)
    gained, lost = (
        [
            record
            for name in sorted(names)
            for record in place.owned_records(name)
            if view(record, audience) is None
        ]
        for names in (come - left, left - come)
    )
    return Delta(
        [seen for record in gained if (seen := view(record, newcomer)) is not None],
        [(kind_of(type(record)), record.id) for record in lost],
    )


def is_left_to(person: Viewer, audience: Viewer, change: Change) -> bool:
    return (
        view(change.old, audience) is not None
        and view(change.new, audience) is None
        and view(change.new, person) is not None
    )


def owners(changed: Iterable[Change]) -> set[str]:
    """The names of all whom a change concerns in person."""
    found = set()
    for change in changed:
        found |= {owner_of(change.old), owner_of(change.new)}
    return found - {""}


def shared_records(place: Place, role: str) -> list[Sent]:
    """All that an audience holds of a place."""
    viewer = Viewer(role=role)
    return [seen for _, record in place.everything() if (seen := view(record, viewer)) is not None]


def own_records(place: Place, role: str, names: frozenset[str]) -> list[Sent]:
    """All that one person holds beyond the audience; found by owner, not by a walk through the place."""
    audience, person = Viewer(role=role), Viewer(role=role, names=names)
    owned = [record for name in sorted(names) for record in place.owned_records(name)]
    return [
        seen
        for record in owned
        if view(record, audience) is None and (seen := view(record, person)) is not None
    ]
