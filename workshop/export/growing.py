"""The growth of a workshop for who asks for it: made beside the hub, and kept until more has been said."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, cast

import msgspec

from workshop import engine
from workshop.core.importing import Imported
from workshop.core.messages import Entry
from workshop.core.records import Place
from workshop.core.wire import encode
from workshop.export.alike import alike
from workshop.export.parts import GrowthLine, MoveLine, Report
from workshop.export.report import report
from workshop.insight.band import Phase, Segment, band_svg
from workshop.insight.growth import Growth, Moment, growth

MOST = 8  # workshops that are looked back at in the same hour


class Kept(NamedTuple):
    """A growth, what a browser is given of it, and how far in the log it reaches."""

    seq: int
    growth: Growth
    played: bytes


class Growths:
    """One native thread that goes through a log, so that a long one holds up nobody."""

    def __init__(self, read: Callable[[str], list[Entry]]) -> None:
        self._read = read
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._turn = engine.Lock()
        self._thread: engine.NativeThread[None] = engine.NativeThread(
            "growth", lambda: None, lambda _: None
        )

    def of(self, log: str, seq: int) -> Kept:
        """The growth at least up to this entry; who asks meanwhile has what the first one waits for."""
        with self._turn:
            known = self._kept.get(log)
            if known is None or known.seq < seq:
                entries = self._read(log)
                known = self._thread.call(lambda _: made(log, entries))
                self._keep(log, known)
            self._kept.move_to_end(log)
            return known

    def forget(self, log: str) -> None:
        self._kept.pop(log, None)

    def stop(self) -> None:
        self._thread.stop()

    def _keep(self, log: str, fresh: Kept) -> None:
        known = self._kept.get(log)
        if known is None or known.seq <= fresh.seq:
            self._kept[log] = fresh
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)


def made(log: str, entries: list[Entry]) -> Kept:
    grown = growth(log, entries)
    return Kept(entries[-1].seq if entries else 0, grown, played(grown))


def played(grown: Growth) -> bytes:
    """As a browser plays it: with the band of the steps as they were held, a second for a minute."""
    return encode({"band": band(grown), **vars(grown)})


def band(grown: Growth) -> str:
    if not grown.visits:
        return ""
    ends = [*(visit.at for visit in grown.visits[1:]), grown.seconds]
    segments = [
        Segment(cast("Phase", visit.phase), max(1, end - visit.at))
        for visit, end in zip(grown.visits, ends, strict=True)
    ]
    return band_svg(segments, "board", now=0, prefix="growth")


def grown_report(place: Place, entries: Sequence[Entry]) -> Report:
    """What a place and its log tell together; without the log, how it grew is not told."""
    grown = growth(place.log, entries)
    return with_growth(report(place), grown, place.get(Imported, place.log))


def with_growth(report: Report, grown: Growth, before: Imported | None = None) -> Report:
    """The report, and how what is in it came; of an imported one, there and then here."""
    here = tuple(lines(report, grown))
    if before is None:
        return msgspec.structs.replace(report, growth=here)
    there = alike(before.growth, GrowthLine)
    return msgspec.structs.replace(report, growth=there + gone_on(there, here[1:]))


def gone_on(there: tuple[GrowthLine, ...], here: tuple[GrowthLine, ...]) -> tuple[GrowthLine, ...]:
    """What came here, behind what came there; that it all came in at once is no growth."""
    passed = there[-1].at if there else 0
    return tuple(msgspec.structs.replace(line, at=line.at + passed) for line in here)


def lines(report: Report, grown: Growth) -> Iterator[GrowthLine]:
    known = {it.id for part in (report.notes, report.clusters, report.votes) for it in part}
    known |= {it.id for it in report.decisions}
    step = ""
    for moment in grown.moments:
        line = line_of(moment, step, known)
        if line.step != step or line.came or line.moved or line.told or line.decided:
            yield line
        step = line.step


def line_of(moment: Moment, step: str, known: set[str]) -> GrowthLine:
    """What changed for the notes, and what came out; of what is not in the report nothing is told."""
    found = [it for it in moment.changes if it["id"] in known]
    steps = [it["step"] for it in moment.changes if it["kind"] == "workshop" and "step" in it]
    notes = [it for it in found if it["kind"] == "note"]
    return GrowthLine(
        at=moment.at,
        step=steps[-1] if steps else step,
        came=tuple(it["id"] for it in notes if "text" in it),
        moved=tuple(
            MoveLine(note=it["id"], cluster=it["cluster"]) for it in notes if went(it, known)
        ),
        told=tuple(it["id"] for it in found if it["kind"] == "round" and is_told(it)),
        decided=tuple(it["id"] for it in found if it["kind"] == "decision" and "text" in it),
    )


def went(note: dict[str, Any], known: set[str]) -> bool:
    """To a cluster that is still there, or out of one; a note that has come alone has gone nowhere."""
    return note.get("cluster") in known or (note.get("cluster") == "" and "text" not in note)


def is_told(vote: dict[str, Any]) -> bool:
    return vote.get("state") == "closed"
