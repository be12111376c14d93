"""What a printed report is made of: blocks in reading order, plain values for a template to set."""

import msgspec


class Block(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=str.lower):
    """A piece of a page."""


class Heading(Block, frozen=True, kw_only=True):
    """`count` is how many stand under it; below 0 it is not told."""

    level: int
    text: str
    count: int = -1
    tied: bool = False


class Words(Block, frozen=True, kw_only=True):
    """A paragraph; `look` is plain, lead, rules, aside or quote."""

    text: str
    look: str = "plain"


class Pair(msgspec.Struct, frozen=True):
    title: str
    text: str
    large: bool = False


class Pairs(Block, frozen=True, kw_only=True):
    """Titles, each with what stands under it."""

    pairs: tuple[Pair, ...]


class Cell(msgspec.Struct, frozen=True):
    """`small` are lines under the text; a `chip` says that something is missing; `bar` is a share of the longest."""

    text: str
    small: tuple[str, ...] = ()
    bold: bool = False
    chip: bool = False
    phase: str = ""
    bar: float = -1


class Table(Block, frozen=True, kw_only=True):
    """`widths` are shares of the line, 0 for a column as wide as its words; `cut` is the row under the cut."""

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    cut: int = 0


class Item(msgspec.Struct, frozen=True):
    """A note, or another line of a list, with what is said of it; `depth` is how far it stands under one above."""

    text: str
    type: str = ""
    foot: tuple[str, ...] = ()
    depth: int = 0
    bold: bool = False


class Papers(Block, frozen=True, kw_only=True):
    """Notes as they lay in the room."""

    items: tuple[Item, ...]


class Lines(Block, frozen=True, kw_only=True):
    """Notes and other lines, without their paper."""

    items: tuple[Item, ...]


class Decided(Block, frozen=True, kw_only=True):
    """A decision, with what it rests on."""

    text: str
    grounds: tuple[str, ...]


class Place(msgspec.Struct, frozen=True):
    rank: str
    title: str
    dots: str


class Chosen(Block, frozen=True, kw_only=True):
    """What came above the cut."""

    places: tuple[Place, ...]


class Plot(Block, frozen=True, kw_only=True):
    """Places in a matrix of four corners, in hundredths from its left and its top; a table says the same."""

    corners: tuple[str, ...]
    axes: tuple[str, ...]
    spots: tuple[tuple[int, int, str], ...]


class Band(Block, frozen=True, kw_only=True):
    """The band of the day, and the phases whose words stand under its runs, each with the run's minutes."""

    alt: str
    runs: tuple[tuple[str, str, int], ...]


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document. `foot` stands at the foot of each page; `contents` is the block before
    which the list of sections stands, -1 where the document is too short for one.
    """

    title: str
    language: str
    foot: str
    contents: int
    blocks: tuple[Block, ...]
    colours: dict[str, str]
    papers: dict[str, tuple[str, str]]
