"""Lines and rows shared out over slides, as many as fit; what the last slide has no room for is counted."""

from collections.abc import Iterator, Sequence

from workshop.export.fitting import (
    BULLET,
    HIGH,
    LINE,
    MORE,
    SIZE,
    WIDE,
    fitted,
    lines,
    paged,
    point_height,
    row_height,
    width,
)
from workshop.export.slides import Grid, Points, Slide
from workshop.export.wording import Wording

LARGE = (48.0, 40.0, 34.0)  # points, of a text that has a slide for itself
ROOM = 26.0  # points left and right of the words in a narrow column
BOLD = 1.2  # how much broader bold letters are
EVERY = 1_000  # slides: as many as it takes


def points(
    title: str,
    texts: Sequence[str],
    notes: Sequence[str],
    _: Wording,
    most: int = 2,
    slides: int = EVERY,
) -> Iterator[Slide]:
    """Each text on at most so many lines, on at most so many slides; one alone is written large."""
    if len(texts) == 1:
        yield alone(title, texts[0], notes)
        return
    short = [fitted(text, WIDE - BULLET, most) for text in texts]
    pages = shared_out(short, HIGH)
    if len(pages) > slides:
        pages = shared_out(short, HIGH - point_height(MORE))[:slides]
        pages[-1].append(more(len(short) - sum(map(len, pages)), _))
    for number, page in enumerate(pages, 1):
        name = numbered(title, number, len(pages), _)
        yield Points(title=name, notes=tuple(notes), points=tuple(page))


def alone(title: str, text: str, notes: Sequence[str]) -> Points:
    size = next((it for it in LARGE if lines(text, WIDE, it) * it * LINE <= HIGH), SIZE)
    most = int(HIGH // (size * LINE))
    told = fitted(text, WIDE, most, size)
    return Points(title=title, notes=tuple(notes), points=(told,), large=size)


def shared_out(texts: Sequence[str], high: float) -> list[list[str]]:
    return paged(((text, point_height(text)) for text in texts), high)


def grids(
    title: str,
    head: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    notes: Sequence[str],
    _: Wording,
    widths: tuple[float, ...] = (),
    most: int = 2,
    slides: int = EVERY,
) -> Iterator[Slide]:
    """The head comes again on each slide. Without widths the first column is left what the others need."""
    wide = widths or measured(head, rows)
    short = [
        tuple(fitted(cell, each - 16, most) for cell, each in zip(row, wide, strict=True))
        for row in rows
    ]
    pages = rows_shared_out(short, wide, HIGH - row_height(head, wide))
    if len(pages) > slides:
        room = HIGH - row_height(head, wide) - row_height(("1",), (WIDE,))
        pages = rows_shared_out(short, wide, room)[:slides]
        pages[-1].append(last_row(more(len(short) - sum(map(len, pages)), _), wide))
    for number, page in enumerate(pages, 1):
        name = numbered(title, number, len(pages), _)
        yield Grid(title=name, notes=tuple(notes), head=head, widths=wide, rows=tuple(page))


def rows_shared_out(
    rows: Sequence[tuple[str, ...]], wide: tuple[float, ...], high: float
) -> list[list[tuple[str, ...]]]:
    return paged(((row, row_height(row, wide)) for row in rows), high)


def last_row(words: str, wide: tuple[float, ...]) -> tuple[str, ...]:
    """The words in the broadest column."""
    at = wide.index(max(wide))
    return tuple(
        fitted(words, wide[at] - 16, 1) if at == column else "" for column in range(len(wide))
    )


def measured(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """All columns but the widest as wide as their words, the widest what is left."""
    longest = [
        max(width(word) * BOLD + ROOM, *(min(width(cell) + ROOM, 260.0) for cell in column))
        for word, *column in zip(head, *rows, strict=True)
    ]
    at = max(range(len(longest)), key=lambda column: (longest[column], -column))
    longest[at] = WIDE - sum(longest) + longest[at]
    return tuple(longest)


def numbered(title: str, number: int, all_: int, _: Wording) -> str:
    if all_ == 1:
        return title
    return _("%(title)s (%(number)d of %(all)d)", title=title, number=number, all=all_)


def more(number: int, _: Wording) -> str:
    return _.ngettext("and %(num)d more, in the notes", "and %(num)d more, in the notes", number)
