"""What a deck is made of: slides as plain values. `notes` stand on the notes page of a slide, one line each."""

from dataclasses import dataclass

from workshop.export.parts import StepLine


@dataclass(frozen=True)
class Slide:
    """A slide with a title."""

    title: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Opening(Slide):
    """The first one. Of the steps the band of the day is drawn, which `band` tells in words."""

    under: str
    steps: tuple[StepLine, ...]
    band: str


@dataclass(frozen=True)
class Points(Slide):
    """Lines with bullets; or one text without, in letters so `large`, in points."""

    points: tuple[str, ...]
    large: float = 0


@dataclass(frozen=True)
class Grid(Slide):
    """A table; the widths are points."""

    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Series:
    """One number for each label, all in one colour: #rrggbb."""

    name: str
    values: tuple[int, ...]
    colour: str


@dataclass(frozen=True)
class Chart(Slide):
    """Bars that lie, or columns that stand, or bars made of parts; `strong` is how many labels, from the
    first one, are drawn in full strength. `under` is a line below the chart, `told` the whole in words.
    """

    form: str  # bars, columns or parts
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    told: str
    under: str = ""
    strong: int = 0
