"""What the conductor has committed goes out to every socket that stands in the place."""

import logging

from workshop import engine
from workshop.access import shut_out
from workshop.conductor import Batch, Conductor
from workshop.core.changes import net, own_records
from workshop.core.messages import Refused
from workshop.core.people import Participant
from workshop.core.records import Place

from . import sent
from .caller import Caller
from .digest import digest, lines
from .presence import Presence
from .room import Names, Room

AGAIN = 1.0  # seconds until the log is tried again
LINGER = 60.0  # seconds that an empty room is remembered, for those whose path was cut


log_of_faults = logging.getLogger("workshop.live")


class Fanout:
    """The conductor's listener. Runs between commit and acks, and never lets others run itself."""

    def __init__(self, conductor: Conductor) -> None:
        self._conductor = conductor
        self._rooms: dict[str, Room] = {}
        self._stale: set[str] = set()  # logs in which keys have been destroyed since the last batch
        self._searching: set[str] = set()
        self.presence = Presence(conductor.place)
        conductor.listeners.append(self.hear)
        conductor.holders.append(self.holds)

    def holds(self, log: str) -> bool:
        return log in self._rooms

    def join(self, caller: Caller, after: int | None) -> Place:
        """Lead a socket to the place as it is; the place is answered as it stood then."""
        place = self._conductor.place(caller.log)
        if caller.line.closed:  # it went while the log was read
            return place
        room = self._rooms.setdefault(caller.log, Room(caller.log, place.seq))
        tell_gap(room, place.seq)
        room.admit(caller, place, self._names_in(caller.log), after)
        self.presence.came(caller)
        return place

    def knows(self, caller: Caller) -> bool:
        """Whether the socket has joined, so that it ends when its person is shown out."""
        room = self._rooms.get(caller.log)
        return room is not None and caller in room.callers

    def leave(self, caller: Caller) -> None:
        room = self._rooms.get(caller.log)
        if room is None or caller not in room.callers:
            return
        room.leave(caller)
        self.presence.went(caller)
        if not room.callers:
            room.emptied += 1
            engine.spawn_after(LINGER, self._forget, room, room.emptied)

    def hear(self, batch: Batch) -> None:
        room = self._rooms.get(batch.log)
        if room is None:
            return
        if missed := batch.start != room.seq:
            room.miss(batch.start)
        if batch.keys_made or batch.log in self._stale:
            room.rename_all(self._names_in(batch.log))
        self._stale.discard(batch.log)
        changed = net(batch.changed)
        room.tell(changed, batch.end, always=missed)
        for caller in room.displaced(changed):
            engine.spawn(self._reseat, room, caller)
        for caller in room.regrouped(changed):
            engine.spawn(self._regroup, room, caller)
        if batch.scopes_ended:
            self._stale.add(batch.log)  # their names die when all listeners have heard
        self.presence.changed(batch.log)

    def digest(self, caller: Caller) -> dict[str, object]:
        """What this viewer should hold by now (S8); all of it went out before the answer will."""
        place = self._conductor.place(caller.log)
        names = self._conductor.names(caller.log, caller.actor) if caller.is_person else frozenset()
        own = own_records(place, caller.role, names | caller.group)
        room = self._rooms.get(caller.log) or Room(caller.log, place.seq)
        shared = room.audience(caller.role).lines(place)
        return {"seq": place.seq} | digest(shared, lines(own))

    def lost_track(self, log: str) -> None:
        """After a commit of which nothing is known: find out, and tell if there is anything to tell."""
        if log not in self._searching:
            self._searching.add(log)
            engine.spawn(self._catch_up, log)

    def _catch_up(self, log: str) -> None:
        try:
            seq = self._conductor.place(log).seq
        except Exception as fault:  # noqa: BLE001  whatever the store raises: it is tried again
            log_of_faults.warning("A log cannot be read: %s", type(fault).__name__)
            engine.spawn_after(AGAIN, self._catch_up, log)
            return
        self._searching.discard(log)
        if room := self._rooms.get(log):
            tell_gap(room, seq)

    def _names_in(self, log: str) -> Names:
        return lambda actor: self._conductor.names(log, actor)

    def _forget(self, room: Room, emptied: int) -> None:
        """Unless somebody has come since; then the minute counts from when the last of these left."""
        if not room.callers and room.emptied == emptied and self._rooms.get(room.log) is room:
            del self._rooms[room.log]
            self._stale.discard(room.log)
            self.presence.forget(room.log)

    def _regroup(self, room: Room, caller: Caller) -> None:
        place = self._conductor.place(room.log)
        if caller in room.callers:
            room.regroup(caller, place, self._names_in(room.log))

    def _reseat(self, room: Room, caller: Caller) -> None:
        """A person's role has changed: everything that this socket holds is replaced."""
        place = self._conductor.place(room.log)
        person = place.get(Participant, caller.actor)
        self.leave(caller)
        caller.role = person.role if person else caller.role
        if not (why := shut_out(place, caller.claim_now)):
            room.admit(caller, place, self._names_in(room.log), None)
            self.presence.came(caller)
        else:
            nothing = sent.snapshot(room.log, place.seq, [])
            caller.line.feed([*nothing, sent.event("ended", caller.told(Refused(why)))])
            caller.line.finish()


def tell_gap(room: Room, seq: int) -> None:
    """Have everyone join again who stands before entries that nobody was told."""
    if room.seq < seq:
        room.miss(seq)
        room.tell([], seq, always=True)
