"""Writes formats and artifacts beside the hub: the report is taken at once, the work is done elsewhere.

What is made in a moment is made by a native thread. What takes Python long, or much memory, is made by a
child process (`press`), one at a time, behind the room; its memory goes with it.
"""

import logging
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
from workshop.export.archive import incomplete, save, settled
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
MUST = "workshop.json"  # everything is in it, so a folder can do without any other
KEPT = 4  # long works that are kept for whoever wants the same next

faults = logging.getLogger("workshop.export")


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

    def __init__(
        self, sessions: Path, growths: Growths | None = None, press: Sequence[str] = PRESS
    ) -> None:
        self.sessions = sessions
        self.press = press
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
        """The artifact in its folder, as whole as it can be made; its manifest tells what could not.

        Raises OSError where the disk refuses, Stopped at the end, and whatever goes wrong with workshop.json.
        """
        try:
            return self._save(self._made_for_folder(place, (MUST, *others())))
        except engine.ThreadEnded:
            raise Stopped from None

    def mend(self, place: Place, not_made: tuple[str, ...]) -> bool:
        """Make what a folder does without, and once some of it can be made, save it anew; whether it did.

        Most of what cannot be made cannot be made an hour later either, so that alone is tried first.
        """
        try:
            again = tuple(name for name in not_made if name in FORMATS)
            if not self._made_for_folder(place, again).files:
                return False
            work = self._made_for_folder(place, (MUST, *others()))
            if len(work.not_made) < len(not_made):
                self._save(work)
            return len(work.not_made) < len(not_made)
        except engine.ThreadEnded:
            raise Stopped from None

    def incomplete(self) -> dict[str, tuple[str, ...]]:
        """By workshop, the formats that its folder does without because they could not be made."""
        return self._thread.call(lambda _: incomplete(self.sessions))

    def _made_for_folder(self, place: Place, formats: tuple[str, ...]) -> Work:
        made = self._report(place, formats)
        work = self._begin(Order(report=made, formats=formats, spare=others()))
        work.result()
        if work.is_stopped:
            raise Stopped
        return work

    def _save(self, work: Work) -> Path:
        made, missing, log = explained(work.files), work.not_made, work.order.report
        if missing:
            faults.error(
                "The folder of %s is saved without %s; workshop.json is in it.",
                log.workshop.id,
                ", ".join(missing),
            )
        return self._thread.call(lambda _: save(log, made, self.sessions, missing))

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
            while (left := work.left()).formats:
                if work.is_stopped:
                    raise Stopped
                try:
                    self._feed(work, left)
                except engine.ChildFault as fault:
                    work.outlive(fault)
                else:
                    return

    def _feed(self, work: Work, order: Order) -> None:
        child = engine.Child(self.press, PYTHONPATH=ROOT)
        work.hang_on(child)
        fed = msgspec.msgpack.encode(order)
        try:
            self._reader.call(lambda _: child.talk(fed, work.hear))
        finally:
            child.let_go()


def others() -> tuple[str, ...]:
    return tuple(name for name in FORMATS if name != MUST)
