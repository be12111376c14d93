"""How wide words are in our typeface, and where their lines break."""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from workshop.core.text import signs

FONTS = Path(__file__).resolve().parents[3] / "static" / "vendor" / "fonts"
WIDE = 1.3  # of the size: emoji, and scripts whose signs are as wide as high
OTHER = 0.7  # of the size: what another font will show


@cache
def advances(weight: int) -> dict[int, float]:
    """The width of each sign at size 1."""
    font = TTFont(FONTS / f"atkinson-next-{weight}.ttf")
    widths, per_em = font["hmtx"], font["head"].unitsPerEm
    return {code: widths[glyph][0] / per_em for code, glyph in font.getBestCmap().items()}


@lru_cache(maxsize=20_000)
def width(text: str, weight: int = 400) -> float:
    """At size 1; what joins signs or stands over one takes no room."""
    known = advances(weight)
    return sum(known[code] if (code := ord(sign)) in known else beyond(sign) for sign in text)


def beyond(sign: str) -> float:
    """The room for a sign that our typeface lacks, rather too much than too little."""
    if unicodedata.category(sign) in ("Cf", "Mn", "Me", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF" or unicodedata.category(sign) == "So":
        return WIDE
    return OTHER


def wrapped(text: str, room: float, weight: int = 400) -> list[str]:
    """The lines of a text, none wider than `room` (in sizes); a word that is too long breaks anywhere."""
    return [line for part in text.split("\n") for line in lines(part.split(), room, weight)]


def lines(words: list[str], room: float, weight: int) -> Iterator[str]:
    space, line, used = width(" ", weight), list[str](), 0.0
    for word in (piece for whole in words for piece in pieces(whole, room, weight)):
        wide = width(word, weight)
        if line and used + space + wide > room:
            yield " ".join(line)
            line, used = [], 0.0
        used += wide + (space if line else 0)
        line.append(word)
    if line:
        yield " ".join(line)


def pieces(word: str, room: float, weight: int) -> Iterator[str]:
    if width(word, weight) <= room:
        yield word
        return
    piece, used = "", 0.0
    for sign in signs(word):
        wide = width(sign, weight)
        if piece and used + wide > room:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + sign, used + wide
    yield piece
