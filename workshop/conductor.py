"""The only way a place changes: queue, decide, commit, announce, acknowledge. In that order.

Every open place has one queue. What has gathered in it is a batch: decided one command after the
other on the working records, committed in one transaction, and only then told to anyone.
"""

import logging
import secrets
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Protocol

import msgspec

from workshop import engine
from workshop.core import secrecy
from workshop.core.decider import decide, enter
from workshop.core.door import CodeRotated, RotateCode
from workshop.core.history import Undone
from workshop.core.importing import ImportWorkshop, WorkshopImported
from workshop.core.lifecycle import CreateWorkshop, WorkshopClosed
from workshop.core.messages import By, Command, Entry, Event, Refused, Time
from workshop.core.people import Participant
from workshop.core.records import Change, Place
from workshop.core.times import stamp, to_the_minute
from workshop.core.workshop import WorkshopChanged, the_workshop
from workshop.store import Append, Listing, ListingTaken, SeqTaken, Store

log_of_faults = logging.getLogger("workshop.conductor")

BATCH = 200  # commands committed together at most
TRIES = 5  # until a sender is told that nothing is known
PATIENCE = 30.0  # seconds a sender waits for its answer
# Between a page and its socket nobody holds a place, and reading ten thousand entries anew takes a second.
KEPT = 60.0  # seconds that a place is kept after its last use
MOST_KEPT = 100_000  # entries and records of what nobody holds, 240 MB; the longest unused go first
TURN = 0.01  # seconds of replaying a log until others get their turn
ASIDE = 0.001  # seconds that they get; in gevent a sleep of none hears no socket and no timer


class Speaker(msgspec.Struct, frozen=True):
    """Who is asking, as the token says. What they may do is read from the place's own records."""

    actor: str
    role: str


class Accepted(msgspec.Struct, frozen=True):
    """`seq` is None where the vote or step of a repeated command has been blanked."""

    seq: int | None
    again: bool = False


class Unsure(Exception):
    """Nothing is known of the commit: send the same `op` again."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit did, told to the listeners right after it and before any answer.

    `read_on`: another worker committed it, and it was found in the log.
    """

    log: str
    start: int
    end: int
    changed: list[Change]
    keys_made: dict[str, bytes]
    scopes_ended: list[str]
    closed: bool
    read_on: bool = False


class Clock(Protocol):
    def __call__(self) -> Time: ...


class Waiting:
    """A command in the queue, and the sender that waits for its answer."""

    def __init__(self, command: Command, speaker: Speaker, listing: Listing | None = None) -> None:
        self.command = command
        self.speaker = speaker
        self.listing = listing
        self.answer: engine.Signal[Accepted] = engine.Signal()

    @property
    def wants_code(self) -> bool:
        """Whether it asks the directory for a code, so that it may hear that the code is taken."""
        return self.listing is not None or isinstance(self.command, RotateCode)

    def settle(self, outcome: Accepted | Exception) -> None:
        if isinstance(outcome, Accepted):
            self.answer.send(outcome)
        else:
            self.answer.throw(outcome)


class Room:
    """An open place: its records, the ops and keys that live, and its queue.

    The lock is held from the first decision until the announcement, so that nobody reads what is
    not committed.
    """

    def __init__(self, log: str) -> None:
        self.place = Place(log)
        self.ops: dict[str, tuple[int, str]] = {}  # op -> (seq, scope)
        self.spent: set[str] = set()
        self.keys: dict[str, bytes] = {}
        self.queue: deque[Waiting] = deque()
        self.lock = engine.Lock()
        self.draining = False
        self.opened = False
        self.used = 0.0  # when somebody last asked for it, by the conductor's watch
        self._names: dict[str, frozenset[str]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether it is being loaded or read, or commands wait in it: then its records are not settled."""
        return self.lock.locked() or self.draining or bool(self.queue)

    def names(self, actor: str) -> frozenset[str]:
        """The actor's id and pseudonyms under all living keys."""
        if (known := self._names.get(actor)) is None:
            aliases = (secrecy.pseudonym(key, actor) for key in self.keys.values())
            known = self._names[actor] = frozenset((actor, *aliases))
        return known

    def set_keys(self, keys: dict[str, bytes]) -> None:
        self.keys = keys
        self._names = {}

    def answered(self, op: str) -> Accepted | None:
        """The first answer to an op that was accepted before."""
        if op in self.ops:
            return Accepted(self.ops[op][0], again=True)
        if secrecy.spent_hash(self.place.log, op) in self.spent:
            return Accepted(None, again=True)
        return None

    def end_scopes(self, scopes: Iterable[str]) -> None:
        ended = set(scopes)
        if not ended:
            return
        self.set_keys({scope: key for scope, key in self.keys.items() if scope not in ended})
        for op, (_, scope) in list(self.ops.items()):
            if scope in ended:
                del self.ops[op]
                self.spent.add(secrecy.spent_hash(self.place.log, op))


class Attempt:
    """One batch being decided: what it would commit, and how to take it back."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.start = room.place.seq
        self.last_at = room.place.last_at
        self.last_secret = room.place.last_secret
        self.keys_before = room.keys
        self.entries: list[Entry] = []
        self.changed: list[Change] = []
        self.keys_made: dict[str, bytes] = {}
        self.scopes_ended: list[str] = []
        self.listing: Listing | None = None
        self.closed_at: str | None = None
        self.retention_days: int | None = None
        self.code: str | None = None
        self.outcomes: list[tuple[Waiting, Accepted | Exception]] = []

    def take_back(self) -> None:
        """The place as it was before the batch."""
        place = self.room.place
        for change in reversed(self.changed):
            place.restore(change)
        for entry in self.entries:
            self.room.ops.pop(entry.op, None)
        place.seq, place.last_at = self.start, self.last_at
        place.last_secret = self.last_secret
        self.room.set_keys(self.keys_before)


def closes(event: Event) -> bool:
    """From this event on the days count until the workshop is deleted, and its folder can be written."""
    if isinstance(event, WorkshopImported):
        return event.workshop.state == "closed"
    return isinstance(event, WorkshopClosed)


def in_turns(entries: Iterable[Entry]) -> Iterator[Entry]:
    """One after the other, and others run in between. Only for a place that nobody has seen yet."""
    began = time.monotonic()
    for entry in entries:
        yield entry
        if time.monotonic() - began > TURN:
            engine.sleep(ASIDE)
            began = time.monotonic()


def utc_now() -> Time:
    return stamp(datetime.now(UTC))


class Conductor:
    """Opens places and changes them; everyone else only reads."""

    def __init__(
        self,
        store: Store,
        now: Clock = utc_now,
        chance: Callable[[int], bytes] = secrets.token_bytes,
        watch: Callable[[], float] = time.monotonic,
    ) -> None:
        self.store = store
        self.listeners: list[Callable[[Batch], None]] = []
        self.holders: list[Callable[[str], bool]] = []
        self._now = now
        self._chance = chance
        self._watch = watch
        self._rooms: dict[str, Room] = {}

    def submit(self, log: str, command: Command, speaker: Speaker) -> Accepted:
        """The answer after the commit; raises Refused, or Unsure where the same op must be sent again."""
        return self._enter(log, Waiting(command, speaker))

    def create(self, command: CreateWorkshop | ImportWorkshop, listing: Listing) -> Accepted:
        """Begin the log of a new workshop, and list it in the directory, in one commit.

        Raises ListingTaken where the code was taken meanwhile: try another.
        """
        return self._enter(command.id, Waiting(command, Speaker("", "facilitator"), listing))

    def place(self, log: str) -> Place:
        """The committed records; they hold still until the caller lets others run."""
        room = self._open(log)
        with room.lock:
            return room.place

    def names(self, log: str, actor: str) -> frozenset[str]:
        return self._open(log).names(actor)

    def forget(self, log: str) -> None:
        """Let go of a place's memory; the log is the truth."""
        self._rooms.pop(log, None)

    def catch_up(self, log: str, seq: int | None = None) -> None:
        """Read on where another worker wrote, up to `seq` if that is known, if the place is open here."""
        room = self._rooms.get(log)
        if room and room.opened and (seq is None or seq > room.place.seq):
            with room.lock:
                self._read_on(room)

    def poll(self) -> None:
        """Once a second: find what other workers wrote or purged, and let go of places nobody needs."""
        self._let_go()
        settled = {
            log: room for log, room in self._rooms.items() if room.opened and not room.is_busy
        }
        known = {log: room.place.seq for log, room in settled.items()}
        heads = self.store.heads(list(self._rooms)) if self._rooms else {}
        for log, room in settled.items():
            if known[log] and log not in heads and self._rooms.get(log) is room:
                self.forget(log)  # purged by another worker, or from a shell
        for log, seq in heads.items():
            here = self._rooms.get(log)
            if here and not here.draining:
                self.catch_up(log, seq)

    def _let_go(self) -> None:
        """Keep what is held or busy, and of the rest what was used lately, while there is space."""
        free = [
            room for log, room in self._rooms.items() if not room.is_busy and not self._is_held(log)
        ]
        kept, now = 0, self._watch()
        for room in sorted(free, key=lambda room: room.used, reverse=True):
            kept += room.place.weight()
            if not room.place.seq or kept > MOST_KEPT or now - room.used > KEPT:
                self.forget(room.place.log)

    def _enter(self, log: str, waiting: Waiting) -> Accepted:
        room = self._open(log)
        room.queue.append(waiting)
        self._wake(room)
        try:
            return waiting.answer.wait(PATIENCE)
        except engine.Timeout:
            raise Unsure from None

    def _open(self, log: str) -> Room:
        """The loaded place. Who comes while it is loading waits for that, and reads no log of their own."""
        while True:
            room = self._rooms.get(log) or self._rooms.setdefault(log, Room(log))
            if not room.opened:
                with room.lock:
                    if self._rooms.get(log) is room and not room.opened:
                        self._load(room)
            if self._rooms.get(log) is room:  # or it was purged, or could not be read, meanwhile
                room.used = self._watch()
                return room

    def _load(self, room: Room) -> None:
        log = room.place.log
        try:
            self._read_on(room)
        except BaseException:  # half a place is none, whatever has ended the reading
            if self._rooms.get(log) is room:
                self.forget(log)
            raise
        if self._rooms.get(log) is room:
            room.opened = True
            if self._is_held(log):
                self._announce_again(room)

    def _is_held(self, log: str) -> bool:
        return any(held(log) for held in self.holders)

    def _wake(self, room: Room) -> None:
        if room.queue and not room.draining:
            room.draining = True
            engine.spawn(self._drain, room)

    def _drain(self, room: Room) -> None:
        while room.queue:
            with room.lock:
                batch = [room.queue.popleft() for _ in range(min(BATCH, len(room.queue)))]
                self._commit_or_fail(room, batch)
            engine.sleep()  # gevent's lock gives no waiter its turn, unless who lets go steps aside
        room.draining = False
        self._wake(room)  # without an engine, another thread may have come in between

    def _commit_or_fail(self, room: Room, batch: list[Waiting]) -> None:
        """Nothing that goes wrong here may leave a sender without an answer, or a place half changed."""
        try:
            self._commit(room, batch)
        except Exception:
            log_of_faults.exception("A batch failed.")
            self.forget(room.place.log)
            for waiting in batch:
                waiting.settle(Unsure())

    def _commit(self, room: Room, batch: list[Waiting]) -> None:
        for _ in range(TRIES):
            attempt = self._decide(room, batch)
            try:
                self._append(attempt)
            except SeqTaken:
                attempt.take_back()
            except ListingTaken as taken:
                attempt.take_back()
                for waiting in batch:
                    waiting.settle(taken if waiting.wants_code else Unsure())
                return
            except Exception:
                log_of_faults.exception("A batch was not committed.")
                attempt.take_back()
            else:
                self._announce_attempt(attempt)
                for waiting, outcome in attempt.outcomes:
                    waiting.settle(outcome)
                return
            if not self._can_read_on(room, batch):
                break
        self.forget(room.place.log)
        for waiting in batch:
            waiting.settle(Unsure())

    def _can_read_on(self, room: Room, batch: list[Waiting]) -> bool:
        """Whether the truth could be read; then each op is found there, or decided anew."""
        try:
            self._read_on(room, {waiting.command.op for waiting in batch})
        except Exception:
            log_of_faults.exception("The log could not be read.")
            return False
        return True

    def _decide(self, room: Room, batch: list[Waiting]) -> Attempt:
        attempt = Attempt(room)
        for waiting in batch:
            try:
                outcome = room.answered(waiting.command.op) or self._accept(attempt, waiting)
            except (Refused, Unsure) as fault:
                attempt.outcomes.append((waiting, fault))
            else:
                attempt.outcomes.append((waiting, outcome))
        return attempt

    def _accept(self, attempt: Attempt, waiting: Waiting) -> Accepted:
        room, command = attempt.room, waiting.command
        place = room.place
        scope = secrecy.scope_of(place, command)
        key = room.keys.get(scope) or (self._chance(32) if scope else b"")
        by = self._by(room, waiting.speaker, command, scope, key)
        events = tuple(decide(place, command, by))
        if not set(attempt.scopes_ended).isdisjoint(secrecy.scopes_made(place, events)):
            raise Unsure  # a key that goes with this batch is made anew in the next one
        entry = Entry(
            seq=place.seq + 1, op=command.op, by=by.name, at=by.at, scope=scope, events=events
        )
        attempt.changed += enter(place, entry)
        attempt.entries.append(entry)
        room.ops[command.op] = (place.seq, scope)
        attempt.listing = attempt.listing or waiting.listing
        if scope and scope not in room.keys:  # after a restore: backups leave keys out
            self._make_key(attempt, scope, key)
        self._turn_keys(attempt, events)
        for event in events:
            if closes(event):
                attempt.closed_at = by.at
            if isinstance(event, WorkshopChanged | Undone):
                attempt.retention_days = the_workshop(place).retention_days
            if isinstance(event, CodeRotated):
                attempt.code = event.code
        return Accepted(place.seq)

    def _by(self, room: Room, speaker: Speaker, command: Command, scope: str, key: bytes) -> By:
        """The speaker, with the role that the place's records give and the name that the scope asks for.

        In a scope nobody ever signs with their own id.
        """
        role = speaker.role
        if not command.server_only:
            person = room.place.get(Participant, speaker.actor)
            role = person.role if person else ""
        at = max(self._now(), room.place.last_at)
        return By(
            actor=speaker.actor,
            role=role,
            at=to_the_minute(at) if scope else at,
            name=secrecy.pseudonym(key, speaker.actor) if key else speaker.actor,
            names=room.names(speaker.actor),
            chance=self._chance(16).hex(),
        )

    def _turn_keys(self, attempt: Attempt, events: tuple[Event, ...]) -> None:
        room = attempt.room
        for scope in secrecy.scopes_made(room.place, events):
            if scope not in room.keys:
                self._make_key(attempt, scope, self._chance(32))
        attempt.scopes_ended += secrecy.scopes_ended(room.place, events)

    def _make_key(self, attempt: Attempt, scope: str, key: bytes) -> None:
        attempt.keys_made[scope] = key
        attempt.room.set_keys({**attempt.room.keys, scope: key})

    def _append(self, attempt: Attempt) -> None:
        if not attempt.entries:
            return
        ended = attempt.scopes_ended
        self.store.append(
            Append(
                log_id=attempt.room.place.log,
                entries=attempt.entries,
                keys_made={s: key for s, key in attempt.keys_made.items() if s not in ended},
                scopes_ended=ended,
                listing=attempt.listing,
                closed_at=attempt.closed_at,
                retention_days=attempt.retention_days,
                code=attempt.code,
            )
        )

    def _announce_attempt(self, attempt: Attempt) -> None:
        if not attempt.entries:
            return
        room = attempt.room
        self._announce(
            Batch(
                log=room.place.log,
                start=attempt.start,
                end=room.place.seq,
                changed=attempt.changed,
                keys_made=attempt.keys_made,
                scopes_ended=attempt.scopes_ended,
                closed=attempt.closed_at is not None,
            )
        )
        room.end_scopes(attempt.scopes_ended)

    def _announce_again(self, room: Room) -> None:
        """Say where a place stands that was let go of while some looked on: they may be behind it."""
        seq = room.place.seq
        self._announce(
            Batch(
                log=room.place.log,
                start=seq,
                end=seq,
                changed=[],
                keys_made=room.keys,
                scopes_ended=[],
                closed=False,
                read_on=True,
            )
        )

    def _announce(self, batch: Batch) -> None:
        for listener in self.listeners:
            try:
                listener(batch)
            except Exception:
                log_of_faults.exception("A listener failed.")

    def _read_on(self, room: Room, own: Collection[str] = ()) -> None:
        """Apply the entries that are in the log and not here yet, and tell the listeners.

        `own`: the ops of a batch of this worker, which may have got in though its answer was lost.
        """
        place = room.place
        entries = self.store.read(place.log, place.seq)
        if not entries:
            return
        if not all(entry.op for entry in entries):  # their ops live on as hashes alone
            room.spent = self.store.spent(place.log)
        start, changed, ended, closed = place.seq, [], [], False
        keys = self.store.keys(place.log)
        made = {scope: key for scope, key in keys.items() if scope not in room.keys}
        room.set_keys({**room.keys, **keys})
        for entry in in_turns(entries) if not room.opened else entries:
            changed += enter(place, entry)
            ended += secrecy.scopes_ended(place, entry.events)
            closed = closed or any(map(closes, entry.events))
            if entry.op:
                room.ops[entry.op] = (entry.seq, entry.scope)
        if room.opened:
            self._announce(
                Batch(
                    log=place.log,
                    start=start,
                    end=place.seq,
                    changed=changed,
                    keys_made=made,
                    scopes_ended=ended,
                    closed=closed,
                    read_on=not any(entry.op in own for entry in entries),
                )
            )
        room.end_scopes(ended)
