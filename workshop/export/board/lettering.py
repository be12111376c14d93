"""The words of a drawing apart from its shapes, so that what sets a page can set them itself.

It then shapes them, finds a font for each sign, and tags them for a screen reader; of words inside a
drawing it does none of that.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import msgspec

from workshop.export.board.drawing import LEADING, RISE

SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


class Lettering(msgspec.Struct, frozen=True):
    """The lines of one text: where their top left corner is, or by the anchor their middle or right one."""

    x: float
    y: float
    size: float
    weight: int
    fill: str
    anchor: str
    level: int
    lines: tuple[str, ...]


class Page(msgspec.Struct, frozen=True):
    """`leading` is how far from one line to the next, `rise` from its top to where letters stand, in sizes."""

    drawing: str
    alt: str
    letterings: tuple[Lettering, ...]
    leading: float = LEADING
    rise: float = RISE


def apart(svg: str) -> tuple[str, tuple[Lettering, ...]]:
    """The drawing without its words, and these in their order."""
    ET.register_namespace("", SVG.strip("{}"))
    root = ET.fromstring(svg)  # noqa: S314 -- our own drawing, with people's words escaped
    found = tuple(lifted(root, 0, 0))
    return ET.tostring(root, "unicode"), found


def lifted(element: ET.Element, x: float, y: float) -> Iterator[Lettering]:
    if shift := _SHIFT.fullmatch(element.get("transform", "")):
        x, y = x + float(shift[1]), y + float(shift[2])
    for child in list(element):
        if child.tag == f"{SVG}text":
            yield lettering(child, x, y)
            element.remove(child)
        else:
            yield from lifted(child, x, y)


def lettering(text: ET.Element, x: float, y: float) -> Lettering:
    size, first = float(text.get("font-size", "")), text[0]
    return Lettering(
        x=x + float(first.get("x", "")),
        y=y + float(first.get("y", "")) - size * RISE,
        size=size,
        weight=int(text.get("font-weight", "")),
        fill=text.get("fill", ""),
        anchor=text.get("text-anchor", ""),
        level=int(text.get("class", "")[1:]),
        lines=tuple(line.text or "" for line in text),
    )
