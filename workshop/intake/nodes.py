"""What lies on a canvas, and where: JSON Canvas 1.0 (jsoncanvas.org)."""

from collections.abc import Sequence
from typing import Literal

import msgspec

Kind = Literal["text", "group"]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """Of any kind; a text node has `text`, a group may have a `label`. Sizes are pixels."""

    type: str
    x: float
    y: float
    width: float
    height: float
    id: str = ""
    text: str = ""
    label: str = ""

    @property
    def area(self) -> float:
        return self.width * self.height


class Canvas(msgspec.Struct, frozen=True, kw_only=True):
    nodes: tuple[Node, ...]


def as_read(nodes: Sequence[Node], kind: Kind) -> list[Node]:
    """From the top down, and from left to right where they stand beside each other."""
    found = [node for node in nodes if node.type == kind]
    return sorted(found, key=lambda node: (node.y, node.x))


def group_of(node: Node, groups: Sequence[Node]) -> int | None:
    """The place of the smallest group that the node's middle lies in."""
    around = [place for place, group in enumerate(groups) if lies_in(node, group)]
    return min(around, key=lambda place: groups[place].area, default=None)


def lies_in(node: Node, group: Node) -> bool:
    across, down = node.x + node.width / 2, node.y + node.height / 2
    return group.x <= across <= group.x + group.width and group.y <= down <= group.y + group.height


def holds(group: Node, other: Node) -> bool:
    """Whether the other one lies in it whole; the middle of a step may well lie in one of its clusters."""
    return (
        group.area > other.area
        and group.x <= other.x
        and group.y <= other.y
        and other.x + other.width <= group.x + group.width
        and other.y + other.height <= group.y + group.height
    )
