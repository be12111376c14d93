"""A pasted list: one note a line; a line that ends with a colon names a cluster for the lines below it."""

import re
from collections.abc import Iterator

from workshop.intake.found import Found, FoundNote

# What editors put before an item: signs, a box to tick, Word's own bullets (two of them in a private area).
_BULLET = re.compile(r"^(?:[-*•–—·▪◦●○‣⁃\uf0b7\uf0a7]\s+|o\t\s*)?(?:\[[ xX]?\]\s+|[☐☑☒]\s*)?")
_NUMBER = re.compile(r"^(\d{1,4})[.)]\s+(?=\S)")


def read_lines(text: str) -> Found:
    notes: list[FoundNote] = []
    titles: list[str] = []
    for line, below in with_the_next(unnumbered([unmarked(it) for it in lines_of(text)])):
        if is_title(line) and below and not is_title(below):
            titles.append(line.rstrip().removesuffix(":").rstrip())
        else:
            notes.append(FoundNote(text=line, cluster=len(titles) - 1 if titles else None))
    return Found(notes=tuple(notes), clusters=tuple(titles))


def lines_of(text: str) -> list[str]:
    """Those on which something stands; an empty line means nothing."""
    return [it.strip() for it in text.replace("\r", "\n").split("\n") if it.strip()]


def unmarked(line: str) -> str:
    """The line without the bullet before it; a line that is nothing else stays."""
    return _BULLET.sub("", line) or line


def unnumbered(lines: list[str]) -> list[str]:
    """The lines without their numbers, where they count up from 1: "1. mai" alone keeps its day."""
    numbers = [int(found[1]) for it in lines if (found := _NUMBER.match(it))]
    counts_up = all(
        number in (1, before + 1) for before, number in zip([0, *numbers], numbers, strict=False)
    )
    if len(numbers) < 2 or not counts_up:
        return lines
    return [_NUMBER.sub("", it) for it in lines]


def is_title(line: str) -> bool:
    return line.endswith(":") and len(line) > 1


def with_the_next(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line and the one below it: a title with nothing under it is a note, so that nothing is lost."""
    return zip(lines, [*lines[1:], ""], strict=False)
