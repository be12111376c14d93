"""All who see the same of one log: told once for all, with what is needed to come in or back."""

from collections import deque
from collections.abc import Iterable

from workshop.core.changes import for_audience, shared_records
from workshop.core.records import Change, Place

from . import sent
from .digest import Lines, lines
from .sent import Message

MOST_MESSAGES = 500  # that a returning socket may be given in place of a snapshot
MOST_BYTES = 2_000_000
LARGEST = 400_000  # bytes of one live message; past it everyone gathers a snapshot instead


class Audience:
    """The chain of messages of one role (S4): each begins where the one before it ended."""

    def __init__(self, log: str, role: str, seq: int) -> None:
        self.log = log
        self.role = role
        self.begin(seq)

    def begin(self, seq: int) -> None:
        """Forget what was sent: who stands before `seq` needs a snapshot."""
        self.base = self.end = seq
        self._recent: deque[tuple[int, Message]] = deque()
        self._bytes = 0
        self._snapshot: tuple[int, list[Message]] = (-1, [])
        self._lines: tuple[int, Lines] = (-1, [])

    def tell(self, changed: Iterable[Change], end: int, *, always: bool = False) -> Message | None:
        """The message of a batch, if it has anything for this audience."""
        delta = for_audience(changed, self.role)
        if not delta and not always:
            return None
        message = sent.changes(self.log, self.end, end, delta.put, delta.drop)
        if message.size > LARGEST:
            self.begin(end)
            return sent.changes(self.log, end, end, [], [])  # from > seq: all join again
        self._remember(message, end)
        return message

    def catch_up(self, place: Place, after: int | None) -> list[Message]:
        """What leads a socket that stands at `after` (None: nowhere) to the place as it is."""
        if after is not None and self.base <= after <= place.seq:
            return self._since(after)
        at, parts = self._snapshot
        later = self._since(at) if at >= self.base else []
        if at < self.base or size(later) > size(parts) // 2:
            at, parts, later = place.seq, self._whole(place), []
            self._snapshot = (at, parts)
        return [*parts, *later]

    def lines(self, place: Place) -> Lines:
        """What `digest` hashes of the records that all of this audience hold."""
        if self._lines[0] != self.end:
            self._lines = (self.end, lines(shared_records(place, self.role)))
        return self._lines[1]

    def _whole(self, place: Place) -> list[Message]:
        return sent.snapshot(self.log, place.seq, shared_records(place, self.role))

    def _since(self, seq: int) -> list[Message]:
        return [message for end, message in self._recent if end > seq]

    def _remember(self, message: Message, end: int) -> None:
        self.end = end
        self._recent.append((end, message))
        self._bytes += message.size
        while len(self._recent) > MOST_MESSAGES or self._bytes > MOST_BYTES:
            self.base, oldest = self._recent.popleft()
            self._bytes -= oldest.size


def size(messages: Iterable[Message]) -> int:
    return sum(message.size for message in messages)
