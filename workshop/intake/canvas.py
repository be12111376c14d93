"""JSON Canvas 1.0 (jsoncanvas.org): text nodes are notes, groups are clusters of what lies in them."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from workshop.core.messages import Refused
from workshop.intake.found import Found, FoundNote


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """Of any kind; a text node has `text`, a group may have a `label`. Sizes are pixels."""

    type: str
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    label: str = ""

    @property
    def area(self) -> float:
        return self.width * self.height


class Canvas(msgspec.Struct, frozen=True, kw_only=True):
    nodes: tuple[Node, ...]


Kind = Literal["text", "group"]


def read_canvas(data: bytes) -> Found:
    """`bad_file` for what is no canvas. Files, links and lines between nodes are left where they are."""
    try:
        canvas = msgspec.json.decode(data, type=Canvas)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("bad_file", "file") from None
    groups = list(as_read(canvas, "group"))
    notes = (
        FoundNote(text=node.text, cluster=group_of(node, groups))
        for node in as_read(canvas, "text")
    )
    return Found(notes=tuple(notes), clusters=tuple(group.label for group in groups))


def as_read(canvas: Canvas, kind: Kind) -> Iterator[Node]:
    """From the top down, and from left to right where they stand beside each other."""
    found = [node for node in canvas.nodes if node.type == kind]
    yield from sorted(found, key=lambda node: (node.y, node.x))


def group_of(node: Node, groups: list[Node]) -> int | None:
    """The place of the smallest group that the node's middle lies in."""
    around = [place for place, group in enumerate(groups) if lies_in(node, group)]
    return min(around, key=lambda place: groups[place].area, default=None)


def lies_in(node: Node, group: Node) -> bool:
    across, down = node.x + node.width / 2, node.y + node.height / 2
    return group.x <= across <= group.x + group.width and group.y <= down <= group.y + group.height
