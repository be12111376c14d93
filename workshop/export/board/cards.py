"""Notes, headings and cards as boxes; a text that is higher than a sheet goes on in the next card."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from workshop.export.board.drawing import (
    Box,
    Look,
    line,
    lined,
    rect,
    said,
    sheet_of_paper,
    words,
)
from workshop.export.board.measure import wrapped
from workshop.export.palette import paper_of, papers
from workshop.export.reading import Threaded
from workshop.export.telling import note_foot
from workshop.export.typesetting import shown
from workshop.export.wording import Wording

MOST = 460.0  # points: the highest card
SMALL = 0.8  # of the size: what stands under a text
FLOOR = 7.0  # points: no words on a sheet are smaller

Frame = Callable[[float, float], str]
"""What lies under the words of a card, by its width and height."""


def small(size: float, fill: str = "ink-2") -> Look:
    return Look(max(FLOOR, size * SMALL), fill=fill)


def heading(title: str, count: str, size: float, wide: float) -> Box:
    """Over what belongs together: a line, the name, and how many there are."""
    look = Look(size * 1.12, 700, level=2)
    svg, high = words(title, wide - size * 2, look, 0, size * 0.5)
    number = said(count, wide, size * 0.5, Look(look.size, fill="ink-2"), "end")
    box = (high + size * 0.5, line(0, 0, wide, 0, "ink", 1.4) + svg + number)
    return Box(*box, gap=size * 1.3, leads=True, again=again(title, size, wide))


def again(title: str, size: float, wide: float) -> tuple[float, str]:
    """The heading of a column in which it goes on: one line of it."""
    look = small(size)
    first, *more = wrapped(shown(title), (wide - size * 2) / look.size, look.weight) or [""]
    text = f"… {first}{' …' if more else ''}"
    return look.line + size * 0.4, line(0, 0, wide, 0, "line", 1) + said(text, 0, size * 0.3, look)


def notes(threaded: Iterable[Threaded], size: float, wide: float, _: Wording) -> Iterator[Box]:
    for each in threaded:
        yield from note(each, size, wide, _)


def note(each: Threaded, size: float, wide: float, _: Wording) -> list[Box]:
    type_ = each.note.type if each.note.type in papers() else "unknown"
    hem, indent = size * 0.55, each.depth * size

    def paper(wide: float, high: float) -> str:
        return sheet_of_paper(wide, high, paper_of(type_), type_, hem)

    texts = [
        (each.note.text, Look(size, fill="note-ink")),
        (" · ".join(note_foot(each, _)), small(size, "note-ink-2")),
    ]
    found = card(texts, wide - indent, paper, size * 0.6, top=hem + size * 0.35)
    return [set_in(box, indent, size * 0.6) for box in found]


def set_in(box: Box, indent: float, gap: float) -> Box:
    svg = f'<g transform="translate({indent:.2f} 0)">{box.svg}</g>' if indent else box.svg
    return replace(box, svg=svg, gap=gap)


def card(
    texts: Iterable[tuple[str, Look]], wide: float, frame: Frame, pad: float, top: float = 0
) -> list[Box]:
    """Texts under one another on a ground of their own; in as many cards as they are high."""
    room, top = wide - 2 * pad, top or pad
    told = [
        (wrapped(shown(text), room / look.size, look.weight), look) for text, look in texts if text
    ]
    return [one_card(part, wide, frame, pad, top) for part in parted(told)]


Lines = tuple[list[str], Look]


def parted(told: Sequence[Lines]) -> Iterator[list[Lines]]:
    """The lines of each card, none higher than the highest."""
    part, left = list[Lines](), MOST
    for lines, look in told:
        at = 0
        while at < len(lines):
            most = max(int(left / look.line), 0 if part else 1)
            if not most:
                yield part
                part, left = [], MOST
                continue
            part.append((lines[at : at + most], look))
            at, left = at + most, left - len(lines[at : at + most]) * look.line
    yield part


def one_card(part: Sequence[Lines], wide: float, frame: Frame, pad: float, top: float) -> Box:
    drawn, y = "", top
    for lines, look in part:
        drawn += lined(lines, pad, y, look)
        y += len(lines) * look.line
    high = y + pad * 0.8
    return Box(high, frame(wide, high) + drawn, gap=pad)


def plain(wide: float, high: float) -> str:
    """A card of the room's own: a hairline, no colour."""
    return rect(0, 0, wide, high, "surface", ' rx="6" stroke="#75838a" stroke-width=".6"')


def tied(wide: float, high: float) -> str:
    """A card with the red thread: what was decided, or what the room asks."""
    return plain(wide, high) + rect(0, 0, 3, high, "thread", ' rx="1.5"')


def bare(wide: float, high: float) -> str:
    return ""


def bar(label: str, number: str, share: float, size: float, wide: float, split: float = 0.5) -> Box:
    """A line of a result: words as wide as `split` says, then a bar as long as its share, and the number."""
    look, left = Look(size), wide * split
    svg, high = words(label, left - size * 0.5, look)
    high = max(high, look.line)
    long = (wide - left - size * 3) * share
    drawn = rect(left, high / 2 - size * 0.4, long, size * 0.8, "close") if long > 0 else ""
    bold = Look(size, 700)
    told = said(number, left + long + size * 0.5, (high - look.line) / 2, bold)
    return Box(high, svg + drawn + told, gap=size * 0.35)
