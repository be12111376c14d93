"""What fits on a slide: widths as they are in a wide typeface, since a machine that lacks ours uses its own.

All measures are points. Letters are never made smaller: what does not fit is cut by whole words, and
stands whole in the notes.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from workshop.core.text import signs
from workshop.export.legal import legal_line

SIZE, TITLE = 30.0, 36.0  # of letters; none on a slide is smaller
LINE = 1.2  # of a line, in parts of its letters
GAP = 8.0  # between paragraphs
WIDE, HIGH = 816.0, 372.0  # of what stands under the title
BULLET = 30.0
MORE = "…"
_NARROW = frozenset("iljtfrI.,:;!|'’()[]- ·")
_BROAD = frozenset("mwMW@%&—…")
_Piece = TypeVar("_Piece")


def width(text: str, size: float = SIZE) -> float:
    return size * sum(map(part, text))


def part(sign: str) -> float:
    """The width of a sign in parts of its size."""
    if sign in _NARROW:
        return 0.36
    if sign in _BROAD or unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    return 0.7 if sign.isupper() or not sign.isascii() else 0.6


def lines(text: str, wide: float, size: float = SIZE) -> int:
    """How many lines a text takes; a word that is longer than a line takes several."""
    count, used = 1, 0.0
    for word in text.split():
        long = width(word, size)
        if used and used + width(" ", size) + long > wide:
            count, used = count + 1, 0.0
        elif used:
            used += width(" ", size)
        count += int((used + long) // wide) if long > wide else 0
        used = (used + long) % wide if long > wide else used + long
    return count


def fitted(text: str, wide: float, most: int, size: float = SIZE) -> str:
    """On at most so many lines, cut by whole words; a word that is too long by itself is cut too."""
    line = legal_line(text)
    head = line[: int(most * wide / (size * 0.3)) + 1]
    if head == line and lines(line, wide, size) <= most:
        return line
    words = head.split()
    while len(words) > 1 and lines(f"{' '.join(words)} {MORE}", wide, size) > most:
        words.pop()
    if len(words) > 1 or lines(f"{words[0]} {MORE}", wide, size) <= most:
        return f"{' '.join(words)} {MORE}"
    return f"{begun(words[0], most * wide - 2 * size, size)}{MORE}"


def begun(word: str, wide: float, size: float) -> str:
    """As much of a word as there is room for, and no sign cut in two."""
    kept = ""
    for sign in signs(word):
        if width(kept + sign, size) > wide:
            break
        kept += sign
    return kept


def paged(pieces: Iterable[tuple[_Piece, float]], high: float) -> list[list[_Piece]]:
    """Pieces with their heights, shared out over as few pages as hold them in order."""
    pages: list[list[_Piece]] = [[]]
    left = high
    for piece, tall in pieces:
        if tall > left and pages[-1]:
            pages.append([])
            left = high
        pages[-1].append(piece)
        left -= tall
    return pages


def point_height(text: str) -> float:
    return lines(text, WIDE - BULLET) * SIZE * LINE + GAP


def row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """A row is as high as its fullest cell, which has 8 points left and right of it, and 5 over and under."""
    fullest = max(lines(cell, wide - 16) for cell, wide in zip(cells, widths, strict=True))
    return fullest * SIZE * LINE + 10
