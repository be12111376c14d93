"""Writes formats and artifacts beside the hub: the report is taken at once, the work is done elsewhere.

What is made in a moment is made by a native thread. What takes Python long, or much memory, is made by a
child process (`press`), one at a time, behind the room; its memory goes with it.
"""

import sys
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from workshop import engine
from workshop.core.importing import Imported
from workshop.core.messages import Entry, Refused
from workshop.core.records import Place
from workshop.export import saved
from workshop.export.archive import save, settled
from workshop.export.as_log import as_log, scopes_of
from workshop.export.bundle import BUNDLE, explained
from workshop.export.formats import FORMATS, rendered
from workshop.export.growing import Growths, grown_report, with_growth
from workshop.export.parts import Report
from workshop.export.press import Order
from workshop.export.report import report
from workshop.export.unsaid import left_out_for
from workshop.export.wording import Translations
from workshop.export.work import Stopped, Work

PRESS = (sys.executable, "-m", "workshop.export")
ROOT = str(Path(__file__).resolve().parents[2])
KEPT = 4  # long works that are kept for whoever wants the same next


def save_all(
    place: Place,
    sessions: Path,
    entries: Sequence[Entry] = (),
    translations: Translations | None = None,
) -> Path:
    """Write the artifact of a place as it stands; gives its folder. Replaces an older one whole."""
    made = grown_report(place, entries)
    return save(made, everything(made, translations), sessions)


def everything(made: Report, translations: Translations | None = None) -> Mapping[str, bytes]:
    """Every format, and the schema that explains workshop.json."""
    return explained({name: rendered(name, made, translations) for name in FORMATS})


class Scribe:
    """Renders and saves, so that a long report holds up nobody.

    Reading the place takes a moment and happens in the caller, which sees it in one piece.
    """

    def __init__(self, sessions: Path, growths: Growths | None = None) -> None:
        self.sessions = sessions
        self._growths = growths
        self._thread: engine.NativeThread[None] = engine.NativeThread(
            "scribe", lambda: None, lambda _: None
        )
        self._reader: engine.NativeThread[None] = engine.NativeThread(
            "press", lambda: None, lambda _: None
        )
        self._turn = engine.Lock()
        self._under_way: list[Work] = []
        self._made: deque[Work] = deque(maxlen=KEPT)

    def begin(
        self,
        wanted: str,
        place: Place,
        language: str = "",
        step: str = "",
        *,
        role: str = "facilitator",
        waiting: int = 0,
    ) -> Work:
        """Have a format or the bundle of all made for who has this role, in the workshop's language or
        another, or of one step.

        Who wants what another wants has the same work, which `leave` lets go of. KeyError where there is
        no such format; `files_waiting` where so many long ones of this workshop are `waiting` already (0: no matter).
        """
        bundle = wanted if wanted == BUNDLE.id else ""
        formats = tuple(FORMATS) if bundle else (FORMATS[wanted].id,)
        made = left_out_for(role, self._report(place, formats))
        order = Order(report=made, formats=formats, language=language, bundle=bundle, step=step)
        if again := self._same(order):
            return again
        if waiting and self._waiting(place.log) >= waiting:
            raise Refused("files_waiting")
        return self._begin(order)

    def make(self, format_id: str, place: Place, language: str = "") -> bytes:
        work = self.begin(format_id, place, language)
        try:
            return work.result()[format_id]
        finally:
            work.leave()

    def log(self, place: Place, entries: Sequence[Entry]) -> bytes:
        """log.json; `not_closed` before the workshop has ended."""
        made, scopes = report(place), scopes_of(place)
        if made.workshop.state != "closed":
            raise Refused("not_closed")
        return self._thread.call(lambda _: as_log(made, entries, scopes))

    def read(self, data: bytes) -> Report:
        """A workshop.json, as `saved.read`; a large one takes a second, and the room goes on meanwhile."""
        return self._thread.call(lambda _: saved.read(data))

    def save(self, place: Place) -> Path:
        """The whole artifact in its folder; raises OSError where the disk refuses, Stopped at the end."""
        try:
            return self._save(place, tuple(FORMATS))
        except engine.ThreadEnded:
            raise Stopped from None

    def _save(self, place: Place, formats: tuple[str, ...]) -> Path:
        work = self._begin(Order(report=self._report(place, formats), formats=formats))
        made = explained(work.result())
        if work.is_stopped:
            raise Stopped
        return self._thread.call(lambda _: save(work.order.report, made, self.sessions))

    def _report(self, place: Place, formats: tuple[str, ...]) -> Report:
        """At once; what is said while the log is read for its growth is in no part of it."""
        made, seq = report(place), place.seq
        if self._growths is None or not any(FORMATS[name].grows for name in formats):
            return made
        grown = self._growths.of(place.log, seq).growth
        return with_growth(made, grown, place.get(Imported, place.log))

    def forget(self, log: str) -> None:
        """What was made of a workshop that is gone."""
        for work in [it for it in self._made if it.order.report.workshop.id == log]:
            self._made.remove(work)

    def settle(self) -> None:
        """Bring to an end what a crash of an earlier process cut short."""
        self._thread.call(lambda _: settled(self.sessions))

    def stop(self) -> None:
        """What is under way is given up: the next start makes the folders that are missing."""
        for work in list(self._under_way):
            work.stop()
        self._thread.stop()
        self._reader.stop()

    def _same(self, order: Order) -> Work | None:
        """At the close everybody wants the same few files: each is made once."""
        for work in (*self._under_way, *self._made):
            if not work.is_stopped and work.order == order:
                work.wanted_by += 1
                return work
        return None

    def _waiting(self, log: str) -> int:
        of_it = (work for work in self._under_way if work.order.report.workshop.id == log)
        return sum(work.is_slow for work in of_it)

    def _begin(self, order: Order) -> Work:
        work = Work(order)
        self._under_way.append(work)
        engine.spawn(self._do, work)
        return work

    def _do(self, work: Work) -> None:
        try:
            if work.is_slow:
                self._print(work)
            else:
                self._thread.call(lambda _: work.render())
        except Exception as fault:  # noqa: BLE001 -- it is raised where the files are waited for
            work.over.throw(Stopped() if work.is_stopped else fault)
        else:
            if work.is_slow:
                self._made.append(work)
            work.over.send(None)
        finally:
            self._under_way.remove(work)

    def _print(self, work: Work) -> None:
        """One at a time: two would take the room's own cores."""
        with self._turn:
            if work.is_stopped:
                raise Stopped
            child = engine.Child(PRESS, PYTHONPATH=ROOT)
            work.hang_on(child)
            fed = msgspec.msgpack.encode(work.order)
            try:
                self._reader.call(lambda _: child.talk(fed, work.hear))
            finally:
                child.let_go()
