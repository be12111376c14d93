"""Writes formats and artifacts beside the hub: the report is taken at once, the work is done elsewhere."""

from collections.abc import Mapping
from pathlib import Path

from workshop import engine
from workshop.core.records import Place
from workshop.export.archive import save, settled
from workshop.export.as_json import SCHEMA_FILE, published_schema
from workshop.export.formats import FORMATS, rendered
from workshop.export.growing import Growths, with_growth
from workshop.export.parts import Report
from workshop.export.report import report
from workshop.export.wording import Translations


def save_all(place: Place, sessions: Path, translations: Translations | None = None) -> Path:
    """Write the artifact of a place as it stands; gives its folder. Replaces an older one whole."""
    return save_report(report(place), sessions, translations)


def save_report(made: Report, sessions: Path, translations: Translations | None = None) -> Path:
    return save(made, everything(made, translations), sessions)


def everything(made: Report, translations: Translations | None = None) -> Mapping[str, bytes]:
    """Every format, and the schema that explains workshop.json."""
    files = {name: rendered(name, made, translations) for name in FORMATS}
    return {**files, SCHEMA_FILE: published_schema()}


class Scribe:
    """One native thread that renders and saves, so that a long report holds up nobody.

    Reading the place takes a moment and happens in the caller, which sees it in one piece.
    """

    def __init__(self, sessions: Path, growths: Growths | None = None) -> None:
        self.sessions = sessions
        self._growths = growths
        self._thread: engine.NativeThread[None] = engine.NativeThread(
            "scribe", lambda: None, lambda _: None
        )

    def make(self, format_id: str, place: Place) -> bytes:
        """One format; KeyError where there is no such."""
        made = self._grown(place) if FORMATS[format_id].grows else report(place)
        return self._thread.call(lambda _: rendered(format_id, made))

    def save(self, place: Place) -> Path:
        """The whole artifact in its folder; raises OSError where the disk refuses."""
        made = self._grown(place)
        return self._thread.call(lambda _: save_report(made, self.sessions))

    def _grown(self, place: Place) -> Report:
        """The report first: what is said while the log is read is in no part of it."""
        made, seq = report(place), place.seq
        return with_growth(made, self._growths.of(place.log, seq).growth) if self._growths else made

    def settle(self) -> None:
        """Bring to an end what a crash of an earlier process cut short."""
        self._thread.call(lambda _: settled(self.sessions))

    def stop(self) -> None:
        self._thread.stop()
