"""What people wrote, without the few signs that no file may carry."""

import re

# Control characters but for line feed, halves of surrogate pairs, and what Unicode keeps for nobody.
_NOBODYS = "".join(
    chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)
)
_UNFIT = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NOBODYS}]")


def legal(text: str) -> str:
    """As it was, with its line breaks; the core lets none of these in, and a file of others might."""
    breaks = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNFIT.sub("", breaks)


def legal_line(text: str) -> str:
    """On one line, where a format has no place for more."""
    return " ".join(legal(text).split())
