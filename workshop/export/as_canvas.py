"""board.canvas: the walls of a workshop as JSON Canvas 1.0 (jsoncanvas.org), to go on working with elsewhere.

Steps stand below each other, each with its clusters and columns; the notes in them are Markdown that stays
the words that people wrote. Ids are those of workshop.json, so that a link to a note holds.
"""

from collections.abc import Iterator
from math import sqrt

from workshop.export.as_json import canonical
from workshop.export.canvas import (
    GAP,
    HEAD,
    NOTE,
    PADDING,
    ROW,
    SIGNS,
    WIDEST,
    Box,
    Edge,
    Group,
    Text,
    tall,
)
from workshop.export.legal import legal, legal_line
from workshop.export.parts import NoteLine, Report
from workshop.export.plain_words import in_app
from workshop.export.telling import labels, note_type
from workshop.export.walls import Area, Wall, walls
from workshop.export.wording import Wording

# The presets of the format follow the reader's own light or dark theme. The word beside says it too.
COLOURS = {
    "idea": "3",
    "solution": "3",
    "need": "5",
    "pro": "4",
    "learning": "4",
    "agreement": "4",
    "problem": "1",
    "con": "1",
    "reservation": "2",
    "unknown": "2",
    "question": "6",
    "expectation": "6",
}


def as_canvas(report: Report, _: Wording) -> bytes:
    boxes = list[Box]()
    top = 0
    for wall in walls(report, _):
        found = step(wall, top, _)
        boxes += found
        top += found[0].height + HEAD + GAP
    return canonical({"nodes": boxes, "edges": list(edges(report, _))})


def step(wall: Wall, top: int, _: Wording) -> list[Box]:
    """The group of a step, what was asked in it, and its areas; what lies below comes first."""
    boxes = list[Box](asked(wall, PADDING, top + PADDING))
    x, y = PADDING, top + PADDING + max((box.height for box in boxes), default=0)
    boxes += in_rows(wall.areas, x, y + GAP, _)
    right = max((box.x + box.width for box in boxes), default=x + NOTE) + PADDING
    bottom = max((box.y + box.height for box in boxes), default=y) + PADDING
    label = legal_line(wall.title)
    return [
        Group(id=wall.id, x=0, y=top, width=right, height=bottom - top, label=label),
        *boxes,
    ]


def asked(wall: Wall, left: int, top: int) -> Iterator[Text]:
    """The prompts beside each other, all as tall as the longest."""
    height = max((tall(words, 2 * SIGNS) for words in wall.prompts.values()), default=0)
    for at, (step, words) in enumerate(wall.prompts.items()):
        yield Text(
            id=f"{wall.id}-asked-{step}",
            x=left + at * (2 * NOTE + GAP),
            y=top,
            width=2 * NOTE,
            height=height,
            text=in_app(legal(words)),
        )


def in_rows(areas: tuple[Area, ...], left: int, top: int, _: Wording) -> Iterator[Box]:
    """The areas beside each other, and below where there is no more room."""
    x, y, below = left, top, top
    for area in areas:
        if x > left and x + across(area) > left + ROW:
            x, y = left, below
        found = inside(area, x, y, _)
        yield from found
        x += across(area) + GAP
        below = max(below, *(box.y + box.height + GAP for box in found))


def across(area: Area) -> int:
    return columns(area) * (NOTE + GAP) - GAP + 2 * PADDING


def columns(area: Area) -> int:
    """As near to a square as may be: nine notes lie three by three."""
    return min(WIDEST, max(1, round(sqrt(len(area.notes)))))


def inside(area: Area, left: int, top: int, _: Wording) -> list[Box]:
    """The group of an area with its notes in rows, each row as tall as its tallest note."""
    boxes = list[Box]()
    y = top + (HEAD if area.label else PADDING)
    wide = columns(area)
    for start in range(0, len(area.notes), wide):
        line = area.notes[start : start + wide]
        height = max(tall(it.text, SIGNS) for it in line)
        for at, it in enumerate(line):
            boxes.append(note(it, left + PADDING + at * (NOTE + GAP), y, height, _))
        y += height + GAP
    if not area.label:
        return boxes
    height = max(y - GAP + PADDING - top, HEAD + PADDING)
    label = legal_line(area.label)
    group = Group(id=area.id, x=left, y=top, width=across(area), height=height, label=label)
    return [group, *boxes]


def note(line: NoteLine, x: int, y: int, height: int, _: Wording) -> Text:
    said = [note_type(line.type, _), *labels(line, _), *([line.name] if line.name else [])]
    words = f"{in_app(legal(line.text))}\n\n*{in_app(legal_line(' – '.join(said)))}*"
    color = COLOURS.get(line.type, "")
    return Text(id=line.id, x=x, y=y, width=NOTE, height=height, color=color, text=words)


def edges(report: Report, _: Wording) -> Iterator[Edge]:
    """From each note to the one that it builds on, was carried on from, or is a copy of."""
    for it in report.notes:
        for name, to, words in (
            ("builds", it.parent, _("builds on")),
            ("carried", it.carried, _("carried on from an earlier cycle")),
            ("copied", it.copied, _("also in another cluster")),
        ):
            if to:
                yield Edge(id=f"{it.id}-{name}", from_node=it.id, to_node=to, label=words)
