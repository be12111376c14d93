"""What JSON Canvas 1.0 knows of: boxes in whole pixels, and lines between them."""

import msgspec

NOTE, GAP, PADDING, HEAD = 280, 20, 40, 60
LINE, SIGNS = 26, 30  # how tall a line of a note is, and how many signs stand on it
AROUND = 48  # above and below the lines of a note, together
TALLEST = 640
WIDEST = 16  # notes beside each other in one area
ROW = 16 * NOTE  # areas stand beside each other as far as this, and then below


class Box(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What lies on a canvas, in whole pixels from its left and top."""

    id: str
    x: int
    y: int
    width: int
    height: int
    color: str = ""


class Text(Box, tag_field="type", tag="text", kw_only=True, omit_defaults=True):
    text: str


class Group(Box, tag_field="type", tag="group", kw_only=True, omit_defaults=True):
    label: str


class Edge(msgspec.Struct, rename="camel", kw_only=True):
    id: str
    from_node: str
    to_node: str
    label: str


def tall(text: str, signs: int) -> int:
    """Room for the words and the line that says what kind of note it is; a very long note scrolls."""
    lines = sum(1 + len(line) // signs for line in text.split("\n"))
    return min(TALLEST, (lines + 1) * LINE + AROUND)
