"""The one law: a command is decided into events, events evolve into changed records."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from . import (
    agenda,
    apart,
    aside,
    bringing,
    changing,
    choices,
    clusters,
    collecting,
    continuing,
    copying,
    cycles,
    dealing,
    deeds,
    dimming,
    door,
    forms,
    groups,
    importing,
    leading,
    lifecycle,
    locks,
    lying,
    moderation,
    notes,
    outcomes,
    parking,
    people,
    placing,
    planning,
    polls,
    regrouping,
    removing,
    replanning,
    results,
    scores,
    seats,
    sharing,
    signals,
    silence,
    sorting,
    spotlight,
    standpoints,
    stories,
    tables,
    ties,
    timer,
    turning,
    undoing,
    votes,
    weighing,
    workshop,
)
from .messages import By, Command, Entry, Event, Refused
from .records import Change, Gone, Place, Record

PARTS = (
    workshop,
    lifecycle,
    sharing,
    people,
    leading,
    seats,
    removing,
    door,
    agenda,
    changing,
    locks,
    collecting,
    timer,
    notes,
    parking,
    aside,
    groups,
    dealing,
    lying,
    clusters,
    sorting,
    regrouping,
    copying,
    silence,
    cycles,
    bringing,
    tables,
    choices,
    votes,
    replanning,
    standpoints,
    scores,
    placing,
    weighing,
    results,
    ties,
    outcomes,
    forms,
    continuing,
    importing,
    polls,
    signals,
    moderation,
    undoing,
    spotlight,
    apart,
    dimming,
    stories,
    turning,
    planning,
)

Rule = Callable[[Place, Any, By], Iterator[Event]]
Effect = Callable[[Place, Any], Iterator[Record | Gone]]

RULES: dict[type[Command], Rule] = {}
EFFECTS: dict[type[Event], list[Effect]] = {}
for part in PARTS:
    RULES.update(part.RULES)
    for event_type, effect in part.EFFECTS.items():
        EFFECTS.setdefault(event_type, []).append(effect)

COMMANDS = tuple(RULES)
EVENTS = tuple(EFFECTS)


def decide(place: Place, command: Command, by: By) -> list[Event]:
    """The events that the command makes, or `Refused`; the place stays as it is."""
    kind = type(command)
    people.check_here(place, by.actor)
    if by.role not in kind.roles:
        raise Refused("forbidden")
    found = place.get(workshop.Workshop, place.log)
    if found and found.state == "closed" and not kind.after_close:
        raise Refused("workshop_closed")
    if found and kind.leads:
        leading.check_lead(place, found, by)
    return list(RULES[kind](place, command, by))


def evolve(place: Place, events: Iterable[Event]) -> list[Change]:
    """Applies the events to the place; what they did to each record, in the order it happened."""
    changed = []
    for event in events:
        for effect in EFFECTS[type(event)]:
            changed += applied(place, effect(place, event))
    return changed


def applied(place: Place, outcomes: Iterable[Record | Gone]) -> list[Change]:
    return [place.drop(it) if isinstance(it, Gone) else place.put(it) for it in list(outcomes)]


def enter(place: Place, entry: Entry) -> list[Change]:
    """What an entry of the log does to the place, now and on every replay; it leaves a deed, too."""
    changed = evolve(place, entry.events)
    place.seq = entry.seq
    if entry.scope:
        place.last_secret = entry.seq
    else:
        place.last_at = max(place.last_at, entry.at)
    return changed + applied(place, deeds.kept(place, entry, changed))
