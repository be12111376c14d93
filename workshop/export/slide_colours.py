"""The colours of the style sheet as slides take them, and which letters can be read on them."""

from typing import Any

from pptx.dml.color import RGBColor

from workshop.export.palette import tokens

_made: Any = RGBColor.from_string


def rgb(colour: str) -> Any:
    """#rrggbb as the library has it."""
    return _made(colour.lstrip("#").upper())


def token(name: str) -> Any:
    return rgb(tokens()[name])


def readable_on(colour: str) -> str:
    """Ink or paper, whichever stands out more."""
    ink, paper = tokens()["ink"], tokens()["surface"]
    return max((ink, paper), key=lambda letters: contrast(letters, colour))


def contrast(one: str, other: str) -> float:
    """As WCAG 2 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts]
    return sum(weight * it for weight, it in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
