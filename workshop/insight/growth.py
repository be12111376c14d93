"""The growth of a workshop: what the board was shown, moment by moment, told again from the log.

What is told is what the board may read now, so nothing comes back that was changed, hidden or taken
away since. Of the past itself only three things are told: when a thing came, where it lay, and how
far it had come.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from workshop.core.changes import net, shared_records
from workshop.core.decider import enter
from workshop.core.messages import Entry, Time
from workshop.core.records import Place
from workshop.core.times import seconds_between
from workshop.core.view import Sent, Viewer, view
from workshop.core.workshop import Workshop

BOARD = Viewer(role="board")
MINUTE = 60
LONGEST = (
    60  # minutes that a silence counts for at most: a night between two days is no part of the work
)
MOST = 600  # moments, past which neighbours are told as one

# The fields that are told as they were: where a thing lay and how far it was, never words.
MOVING: dict[str, tuple[str, ...]] = {
    "workshop": ("state", "step"),
    "step": ("state", "revealed", "naming"),
    "note": ("cluster", "column", "place", "reported", "moves"),
    "cluster": ("place", "told"),
    "round": ("state",),
    "scoring": ("state",),
    "weighing": (),
    "group": (),
    "cycle": (),
    "row": (),
    "choice": (),
    "sheet": (),
    "continued": (),
    "decision": (),
    "action": (),
    "parked": (),
}
# Not told though a board shows it: who came, the time that ran, what was held up for a moment, and where it turned to.
LEFT_OUT = ("participant", "timer", "spotlight", "poll", "page")
WITHOUT_WORDS = {"cluster": {"title": ""}}  # what went since and is told all the same
# The board that is dark now was not then; and who looks back does not need what lets them in.
SETTLED: dict[str, Sent] = {"workshop": {"board_blank": False, "code": ""}}


@dataclass(frozen=True)
class Moment:
    """What changed at once. `changes` are records: whole when they are new, else the fields that are
    another now, each with `kind` and `id`; `gone` where one went.

    `at` is in seconds. Its minute is true; within the minute moments stand evenly, since of what was
    written in secret no more than the minute is known.
    """

    at: int
    changes: tuple[Sent, ...]


@dataclass(frozen=True)
class Visit:
    """The room comes to a step; it may come back to one."""

    at: int
    step: str
    phase: str
    title: str


@dataclass(frozen=True)
class Growth:
    """Empty before the room has come to its first step. `seconds` is how long all of it took."""

    seconds: int = 0
    visits: tuple[Visit, ...] = ()
    moments: tuple[Moment, ...] = ()


class Glimpse(NamedTuple):
    """One record as the board had it from this time on; nothing where it was taken away."""

    at: Time
    kind: str
    id: str
    seen: Sent | None


def growth(log: str, entries: Iterable[Entry]) -> Growth:
    """The whole time line of a log; what was blanked in it leaves the line as it was."""
    place = Place(log)
    glimpses = [glimpse for entry in entries for glimpse in glimpsed(place, entry)]
    workshop = place.get(Workshop, log)
    if workshop is None or not workshop.started_at:
        return Growth()
    moments = list(spread(told(place, glimpses), workshop.started_at))
    visits = tuple(visits_in(moments, place))
    end = moments[-1].at // MINUTE * MINUTE + MINUTE
    return Growth(seconds=end, visits=visits, moments=tuple(thinned(moments, visits)))


def glimpsed(place: Place, entry: Entry) -> Iterator[Glimpse]:
    for change in net(enter(place, entry)):
        if change.kind in MOVING:
            seen = view(change.new, BOARD)
            if seen != view(change.old, BOARD):
                yield Glimpse(max(place.last_at, entry.at), change.kind, change.id, seen)


def told(place: Place, glimpses: Iterable[Glimpse]) -> Iterator[tuple[Time, Sent]]:
    """The changes as they are told today, in their order, and none that would tell nothing new."""
    now = {(it["kind"], it["id"]): it for it in shared_records(place, "board")}
    before: dict[tuple[str, str], Sent] = {}
    for at, kind, record_id, seen in glimpses:
        key = (kind, record_id)
        shown = as_told(now.get(key), seen)
        if shown is None:
            if key not in now and key in before:
                del before[key]
                yield at, {"kind": kind, "id": record_id, "gone": True}
        elif change := what_changed(before.get(key), shown):
            yield at, change
            before[key] = shown


def as_told(now: Sent | None, seen: Sent | None) -> Sent | None:
    """A record of then, in the words of now, and without those that it did not have yet."""
    if seen is None:
        return None
    kind = seen["kind"]
    if now is None:
        return seen | WITHOUT_WORDS[kind] if kind in WITHOUT_WORDS else None
    kept = {name: seen[name] for name in MOVING[kind]}
    lacking = {name: it for name, it in seen.items() if it in ("", [], {}, ()) and name in now}
    return now | lacking | kept | SETTLED.get(kind, {})


def what_changed(before: Sent | None, after: Sent) -> Sent | None:
    if before is None:
        return after
    fields = {name: it for name, it in after.items() if before.get(name) != it}
    return {"kind": after["kind"], "id": after["id"], **fields} if fields else None


def spread(changes: Iterable[tuple[Time, Sent]], start: Time) -> Iterator[Moment]:
    """What was there when the room began is the first moment; then one for each time that the board changed."""
    for minute, groups in by_minute(changes, start).items():
        seconds: dict[int, list[Sent]] = {}
        for number, group in enumerate(groups):
            seconds.setdefault(number * MINUTE // len(groups), []).extend(group)
        for second, together in seconds.items():
            yield Moment(at=minute * MINUTE + second, changes=tuple(together))


def by_minute(changes: Iterable[tuple[Time, Sent]], start: Time) -> dict[int, list[list[Sent]]]:
    """For each minute of the work what changed in it, together where it was at one time."""
    found: dict[int, list[list[Sent]]] = {}
    minute, passed, last = 0, 0, start
    for at, change in changes:
        now = seconds_between(start, at) // MINUTE
        minute, passed = minute + min(now - passed, LONGEST), now
        groups = found.setdefault(minute, [])
        if at > last or not groups:
            groups.append([])
        groups[-1].append(change)
        last = max(last, at)
    return found


def visits_in(moments: Iterable[Moment], place: Place) -> Iterator[Visit]:
    """Each time that the room came to another step."""
    steps = {it["id"]: it for it in shared_records(place, "board") if it["kind"] == "step"}
    here = ""
    for moment in moments:
        for change in moment.changes:
            if change["kind"] == "workshop" and (to := change.get("step", here)) != here:
                here = to
                if step := steps.get(to):
                    yield Visit(at=moment.at, step=to, phase=step["phase"], title=step["title"])


def thinned(moments: list[Moment], visits: tuple[Visit, ...]) -> Iterator[Moment]:
    """Neighbours told as one where there are too many, but never across the beginning of a step."""
    most = -(-len(moments) // MOST)
    starts = {visit.at for visit in visits}
    together: list[Moment] = []
    for moment in moments:
        if together and (len(together) == most or moment.at in starts):
            yield merged(together)
            together = []
        together.append(moment)
    if together:
        yield merged(together)


def merged(moments: list[Moment]) -> Moment:
    changes: list[Any] = [change for moment in moments for change in moment.changes]
    return Moment(at=moments[0].at, changes=tuple(changes))
