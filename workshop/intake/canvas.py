"""A canvas of any tool: text nodes are notes, groups are clusters of what lies in them."""

import msgspec

from workshop.core.messages import Refused
from workshop.intake.board import is_board, read_board
from workshop.intake.found import Found, FoundNote
from workshop.intake.nodes import Canvas, as_read, group_of

MOST_GROUPS = 1000  # each text is held against each


def read_canvas(data: bytes) -> Found:
    """`bad_file` for what is no canvas. Files, links and lines between nodes are left where they are."""
    try:
        nodes = msgspec.json.decode(data, type=Canvas).nodes
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("bad_file", "file") from None
    groups = as_read(nodes, "group")
    if len(groups) > MOST_GROUPS:
        raise Refused("bad_file", "file")
    if is_board(nodes):
        return read_board(nodes)
    notes = (
        FoundNote(text=node.text, cluster=group_of(node, groups)) for node in as_read(nodes, "text")
    )
    return Found(notes=tuple(notes), clusters=tuple(group.label for group in groups))
