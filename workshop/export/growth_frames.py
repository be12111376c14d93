"""Where everything lies while a workshop grows, for a picture that moves; knows no library of drawing.

Notes come on the wall at the left and go to their clusters at the right; where nothing was grouped the
wall has all the room.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from workshop.export.parts import ClusterLine, NoteLine, Report
from workshop.export.telling import minutes_of

FRAMES = 40
LONGEST_WAIT = 20  # no silence takes more than one part in so many of the whole
MOST_PILES = 12
LARGEST = 64  # of a note, in pixels
SMALLEST = 4
TITLE = 64  # the height of a cluster's name, on two lines
COLUMNS = (1, 1, 2, 3, 2, 3, 3, 4, 4, 4, 4, 4, 4)  # by the number of clusters


@dataclass(frozen=True)
class Box:
    x: int
    y: int
    width: int
    height: int


STAGE = Box(56, 136, 1088, 346)
WALL = Box(56, 136, 372, 346)
PILES = Box(468, 136, 676, 346)


@dataclass(frozen=True)
class Spot:
    """A note in the picture: the corner of its square, and how large that is."""

    type: str
    x: int
    y: int
    size: int


@dataclass(frozen=True)
class Pile:
    """A cluster with its place; `chosen` once a vote has put it above its cut."""

    title: str
    box: Box
    notes: int
    chosen: bool


@dataclass(frozen=True)
class Frame:
    """One picture. `at` is in seconds of `Reel.seconds`; `decided` is a decision's own words."""

    at: float
    step: str
    spots: tuple[Spot, ...]
    piles: tuple[Pile, ...]
    decided: str


@dataclass(frozen=True)
class Reel:
    """All frames, and the steps as they were held: phase and seconds; `more` clusters are not drawn."""

    seconds: int
    steps: tuple[tuple[str, int], ...]
    frames: tuple[Frame, ...]
    more: int


@dataclass
class Shown:
    """What has come up to some moment: each note with its cluster, and what came out."""

    step: str
    lies: dict[str, str]
    told: set[str]
    decided: list[str]


def reel(report: Report) -> Reel:
    """One still frame where nothing is known of how it grew."""
    if not report.growth:
        return still(report)
    seconds = report.growth[-1].at // 60 * 60 + 60
    places = Places(report)
    frames, before = [], dict[str, Spot]()
    for at in times(report, seconds):
        shown = shown_at(report, at)
        spots = {note: places.of(note, cluster) for note, cluster in shown.lies.items()}
        moving = [halfway(before.get(note, spot), spot) for note, spot in spots.items()]
        frames.append(places.frame(at, shown, tuple(moving)))
        before = spots
    frames.append(places.frame(seconds, shown, tuple(before.values())))
    return Reel(seconds, tuple(held(report, seconds)), tuple(frames), places.more)


def still(report: Report) -> Reel:
    """The end alone; the band has the minutes of the agenda."""
    steps = tuple((step.phase, 60 * minutes_of(step)) for step in report.agenda)
    seconds = sum(length for _, length in steps)
    places = Places(report)
    shown = Shown(
        step="",
        lies={note.id: note.cluster for note in report.notes},
        told={vote.id for vote in report.votes if vote.state == "closed"},
        decided=[decision.id for decision in report.decisions],
    )
    spots = tuple(places.of(note, cluster) for note, cluster in shown.lies.items())
    return Reel(seconds, steps, (places.frame(seconds, shown, spots),), places.more)


def times(report: Report, seconds: int) -> list[float]:
    """When each frame is: evenly through the work, but for silences, which are cut short."""
    stops = [*sorted({0, *(line.at for line in report.growth)}), seconds]
    waits = [min(after - at, seconds / LONGEST_WAIT) for at, after in pairwise(stops)]
    clock = [0.0, *accumulate(waits)]
    return [moment(clock[-1] * k / (FRAMES - 1), clock, stops) for k in range(FRAMES)]


def moment(tick: float, clock: list[float], stops: list[int]) -> float:
    """The second of the work at which the film is after so many of its own."""
    at = min(bisect_right(clock, tick), len(clock) - 1) - 1
    part = (tick - clock[at]) / max(clock[at + 1] - clock[at], 1e-9)
    return stops[at] + part * (stops[at + 1] - stops[at])


def shown_at(report: Report, at: float) -> Shown:
    shown = Shown(step="", lies={}, told=set(), decided=[])
    for line in report.growth:
        if line.at > at:
            break
        shown.step = line.step
        shown.lies |= dict.fromkeys(line.came, "")
        shown.lies |= {move.note: move.cluster for move in line.moved}
        shown.told |= set(line.told)
        shown.decided += line.decided
    return shown


def held(report: Report, seconds: int) -> Iterator[tuple[str, int]]:
    phases = {step.id: step.phase for step in report.agenda}
    begun: list[tuple[int, str]] = []
    for line in report.growth:
        if line.step in phases and (not begun or begun[-1][1] != line.step):
            begun.append((line.at, line.step))
    for (at, step), (after, _) in pairwise([*begun, (seconds, "")]):
        yield phases[step], max(1, after - at)


def halfway(before: Spot, after: Spot) -> Spot:
    """On its way in the frame in which it goes."""
    if before == after:
        return after
    return Spot(after.type, (before.x + after.x) // 2, (before.y + after.y) // 2, after.size)


class Places:
    """Where each note lies on the wall and in its clusters, the same through the whole picture."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._notes = {note.id: note for note in report.notes}
        biggest = sorted((it for it in report.clusters if it.notes), key=lambda it: -len(it.notes))
        self._piles = {it.id: it for it in biggest[:MOST_PILES]}
        self.more = len(biggest) - len(self._piles)
        self._boxes = dict(zip(self._piles, cells(len(self._piles)), strict=True))
        self._wall = laid(list(self._notes.values()), WALL if self._piles else STAGE)
        self._heaps = {id_: self._heap(it) for id_, it in self._piles.items()}
        self._texts = {it.id: it.text for it in report.decisions}

    def of(self, note: str, cluster: str) -> Spot:
        """Its place in that cluster; on the wall where it stands alone, or lay in one that is not drawn."""
        return self._heaps.get(cluster, {}).get(note) or self._wall[note]

    def frame(self, at: float, shown: Shown, spots: tuple[Spot, ...]) -> Frame:
        lying = [it for it in shown.lies.values() if it in self._piles]
        chosen = self._chosen(shown.told)
        piles = tuple(
            Pile(it.title, self._boxes[id_], lying.count(id_), id_ in chosen)
            for id_, it in self._piles.items()
            if id_ in lying
        )
        decided = self._texts[shown.decided[-1]] if shown.decided else ""
        return Frame(at, shown.step, spots, piles, decided)

    def _chosen(self, told: set[str]) -> set[str]:
        votes = (vote for vote in self._report.votes if vote.id in told)
        return {result.item for vote in votes for result in vote.results if result.above_cut}

    def _heap(self, cluster: ClusterLine) -> dict[str, Spot]:
        box = self._boxes[cluster.id]
        inside = Box(box.x + 8, box.y + TITLE, box.width - 16, box.height - TITLE - 8)
        return laid([self._notes[note] for note in cluster.notes], inside)


def cells(piles: int) -> list[Box]:
    if not piles:
        return []
    columns = COLUMNS[piles]
    rows = -(-piles // columns)
    width, height = PILES.width // columns, PILES.height // rows
    return [
        Box(PILES.x + n % columns * width, PILES.y + n // columns * height, width - 12, height - 12)
        for n in range(piles)
    ]


def laid(notes: list[NoteLine], box: Box) -> dict[str, Spot]:
    """Row by row, as large as all have room; what has none even so lies on the last."""
    size = next(
        (it for it in range(LARGEST, SMALLEST, -1) if room(it, box) >= len(notes)), SMALLEST
    )
    step = size + gap(size)
    columns, last = max(1, box.width // step), max(1, room(size, box)) - 1
    return {
        note.id: Spot(
            note.type,
            box.x + min(n, last) % columns * step,
            box.y + min(n, last) // columns * step,
            size,
        )
        for n, note in enumerate(notes)
    }


def room(size: int, box: Box) -> int:
    step = size + gap(size)
    return (box.width // step) * (box.height // step)


def gap(size: int) -> int:
    return max(2, size // 5)
