"""Writes formats and artifacts beside the hub: the report is taken at once, the work is done elsewhere."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from workshop import engine
from workshop.core.messages import Entry, Refused
from workshop.core.records import Place
from workshop.export.archive import save, settled
from workshop.export.as_json import SCHEMA_FILE, published_schema
from workshop.export.as_log import as_log, scopes_of
from workshop.export.formats import FORMATS, rendered
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

    def __init__(self, sessions: Path) -> None:
        self.sessions = sessions
        self._thread: engine.NativeThread[None] = engine.NativeThread(
            "scribe", lambda: None, lambda _: None
        )

    def make(self, format_id: str, place: Place) -> bytes:
        """One format; KeyError where there is no such."""
        made = report(place)
        return self._thread.call(lambda _: rendered(format_id, made))

    def log(self, place: Place, entries: Sequence[Entry]) -> bytes:
        """log.json; `not_closed` before the workshop has ended."""
        made, scopes = report(place), scopes_of(place)
        if made.workshop.state != "closed":
            raise Refused("not_closed")
        return self._thread.call(lambda _: as_log(made, entries, scopes))

    def save(self, place: Place) -> Path:
        """The whole artifact in its folder; raises OSError where the disk refuses."""
        made = report(place)
        return self._thread.call(lambda _: save_report(made, self.sessions))

    def settle(self) -> None:
        """Bring to an end what a crash of an earlier process cut short."""
        self._thread.call(lambda _: settled(self.sessions))

    def stop(self) -> None:
        self._thread.stop()
