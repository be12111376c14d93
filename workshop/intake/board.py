"""Our own board.canvas among canvases: its steps are groups around the clusters, and each note says its kind.

A note is Markdown there, with the words that people wrote escaped, and below them a line like *Idea – Ada*.
"""

import re
from collections.abc import Sequence

from workshop.intake.found import Found, FoundNote
from workshop.intake.headings import NAMELESS, word
from workshop.intake.nodes import Node, as_read, group_of, holds

_ID = re.compile(r"[0-9a-z]{16,40}")
_ASKED = re.compile(r"-asked-[0-9a-z]{16,40}$")
_NOTE = re.compile(r"(?P<text>.*)\n\n\*(?P<kind>[^\n]*?)(?: – [^\n]*)?\*", re.DOTALL)
_ESCAPED = re.compile(r"\\(\n|[!-/:-@\[-`{-~])")


def is_board(nodes: Sequence[Node]) -> bool:
    """Whether every text is a note as we write it, or what a step asked."""
    texts = [node for node in nodes if node.type == "text" and not _ASKED.search(node.id)]
    return bool(texts) and all(
        _ID.fullmatch(node.id) and _NOTE.fullmatch(node.text) for node in texts
    )


def read_board(nodes: Sequence[Node]) -> Found:
    """A group that lies in no other is a step, and one in a step is a cluster or a column of it."""
    groups = as_read(nodes, "group")
    steps = [each for each in groups if not any(holds(it, each) for it in groups)]
    piles = [each for each in groups if each not in steps]
    notes = [node for node in as_read(nodes, "text") if not _ASKED.search(node.id)]
    return Found(
        notes=tuple(note(node, piles, steps) for node in notes),
        clusters=tuple("" if word(it.label) in NAMELESS else it.label for it in piles),
        parts=tuple(step.label for step in steps),
    )


def note(node: Node, piles: list[Node], steps: list[Node]) -> FoundNote:
    said = _NOTE.fullmatch(node.text)
    return FoundNote(
        text=unescaped(said["text"]) if said else node.text,
        type=unescaped(said["kind"]) if said else "",
        cluster=group_of(node, piles),
        part=group_of(node, steps),
    )


def unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
