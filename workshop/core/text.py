"""What people write, made safe to show: one normal form, no invisible tricks, counted as people count."""

import unicodedata

import regex

from .limits import LIMITS
from .messages import Refused

# Characters that turn, hide or break text: bidirectional overrides and isolates, zero-width space and
# no-break marks, soft controls. Zero-width joiner and non-joiner stay: emoji and some scripts need them.
_TRICKS = regex.compile(
    r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = regex.compile(r"[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}--\n]", regex.V1)
_SPACES = regex.compile(r"[^\S\n]+")
_BREAKS = regex.compile(r" ?\n ?(?:\n ?)+")
_STACKED = regex.compile(r"(\p{M}{4})\p{M}+")
_GRAPHEME = regex.compile(r"\X")


def graphemes(text: str) -> int:
    """How many signs a reader sees (Unicode extended grapheme clusters, UAX 29)."""
    return len(_GRAPHEME.findall(text))


def tidy(text: str) -> str:
    """The text in NFC without controls, bidi and zero-width tricks; blank runs folded."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _CONTROLS.sub("", _TRICKS.sub("", unicodedata.normalize("NFC", text)))
    text = _BREAKS.sub("\n\n", _SPACES.sub(" ", _STACKED.sub(r"\1", text)))
    return text.strip()


def line(text: str) -> str:
    return _SPACES.sub(" ", tidy(text).replace("\n", " "))


def within(text: str, limit: int, field: str = "text") -> str:
    """The text, or `too_long` with how long it was and may be."""
    length = graphemes(text)
    if length > limit or len(text.encode()) > LIMITS.text_bytes:
        raise Refused("too_long", field, limit=limit, length=length)
    return text


def written(text: str, limit: int, field: str = "text") -> str:
    """The tidy text, refused when nothing is left or when it is too long."""
    text = tidy(text)
    if not text:
        raise Refused("empty", field)
    return within(text, limit, field)
