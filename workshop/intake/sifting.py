"""What of it can come in: which note becomes what, and what is left out and why."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

import msgspec

from workshop.core.bringing import BroughtNote
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.text import graphemes, line, tidy, within
from workshop.intake.found import Found, FoundNote

MOST_BYTES = 4  # that one character takes in UTF-8
Why = Literal["too_long", "twice", "full"]


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where it is to go: what fits there, and what is there already.

    `words` gives a type for the word that people know it by, and `columns` a column for its title.
    `notes` and `clusters` are how many more have room. With `once` what is there already stays out.
    """

    note_limit: int
    notes: int
    clusters: int
    types: tuple[str, ...]
    words: Mapping[str, str]
    columns: Mapping[str, str]
    groups: bool
    titles: Collection[str]
    there: Collection[str]
    once: bool = False
    parts: Collection[int] | None = None


class LeftOut(msgspec.Struct, frozen=True):
    text: str
    why: Why
    length: int = 0


class Sifted(msgspec.Struct, frozen=True, kw_only=True):
    """`twice` is how many are there already or stand twice. `alone` are the titles of clusters that do
    not come along, so that their notes stand alone."""

    notes: tuple[BroughtNote, ...]
    clusters: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    alone: tuple[str, ...]
    twice: int


class Piles(msgspec.Struct, frozen=True):
    """What each cluster that was found is called, where it goes among the titles that come along, and which do not come."""

    called: Mapping[int, str]
    where: Mapping[int, int]
    titles: tuple[str, ...]
    alone: tuple[str, ...]


def known_by(text: str) -> str:
    """What two notes have in common that say the same; the text is tidy already."""
    return " ".join(text.split()).casefold()


def sift(found: Found, target: Target) -> Sifted:
    seen = set(target.there)
    coming: list[tuple[str, FoundNote]] = []
    out: list[LeftOut] = []
    twice = 0
    for text, note in said(found, target.parts):
        is_there = known_by(text) in seen
        twice += is_there
        if why := reason(text, is_there, len(coming), target):
            out.append(why)
        else:
            seen.add(known_by(text))
            coming.append((text, note))
    piles = piles_of(found, [note for _, note in coming], target)
    return Sifted(
        notes=tuple(as_brought(text, note, piles, target) for text, note in coming),
        clusters=piles.titles,
        left_out=tuple(out),
        alone=piles.alone,
        twice=twice,
    )


def said(found: Found, parts: Collection[int] | None) -> Iterator[tuple[str, FoundNote]]:
    """The notes of the chosen parts on which something stands, tidied as any note is."""
    for note in found.notes:
        is_chosen = parts is None or note.part is None or note.part in parts
        if is_chosen and (text := tidy(note.text)):
            yield text, note


def reason(text: str, is_there: bool, coming: int, target: Target) -> LeftOut | None:
    """Why the note stays out, if it does."""
    if is_there and target.once:
        return LeftOut(text, "twice")
    if coming >= target.notes:
        return LeftOut(text, "full")
    return None if fits(text, target.note_limit) else LeftOut(text, "too_long", graphemes(text))


def fits(text: str, limit: int) -> bool:
    """Counting as people count is slow, so what is short in any count is not counted: the room waits."""
    if len(text) <= min(limit, LIMITS.text_bytes // MOST_BYTES):
        return True
    try:
        within(text, limit)
    except Refused:
        return False
    return True


def piles_of(found: Found, notes: list[FoundNote], target: Target) -> Piles:
    """Of the clusters that have notes, those that come: as many new ones as have room, and those that
    are there already. Two of one title are one."""
    where: dict[int, int] = {}
    numbers: dict[str | int, int] = {}
    titles: list[str] = []
    alone: dict[str, None] = {}
    left = target.clusters if target.groups else 0
    used = sorted({it.cluster for it in notes if it.cluster is not None})
    called = {place: title_in(found, place) for place in used}
    for place, title in called.items():
        if (title or place) not in numbers:
            is_new = title not in target.titles
            if is_new and left == 0:
                alone[title] = None
                continue
            left -= is_new
            numbers[title or place] = len(titles)
            titles.append(title)
        where[place] = numbers[title or place]
    missing = (it for it in alone if it and it.casefold() not in target.columns)
    return Piles(called, where, tuple(titles), tuple(missing))


def title_in(found: Found, place: int) -> str:
    """The title, cut where it is longer than a title can be."""
    title = line(found.clusters[place]) if 0 <= place < len(found.clusters) else ""
    if fits(title, LIMITS.title_graphemes):
        return title
    return f"{title[: LIMITS.title_graphemes - 1].rstrip()}…"


def as_brought(text: str, note: FoundNote, piles: Piles, target: Target) -> BroughtNote:
    """The type that the word says, else the first that the step takes; a column by the cluster's title."""
    word = note.type.strip().casefold()
    kind = target.words.get(word, word)
    place = -1 if note.cluster is None else note.cluster
    return BroughtNote(
        text=text,
        type=kind if kind in target.types else target.types[0],
        column=target.columns.get(piles.called.get(place, "").casefold(), ""),
        cluster=piles.where.get(place),
    )
