"""The colours of the look hold their contrast; ratios are WCAG 2.2's, computed from the tokens."""

import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parent.parent / "static" / "css" / "tokens.css").read_text("utf-8")
CSS = Path(__file__).parent.parent / "static" / "css"
KINDS = ("idea", "need", "prob", "ques", "lear", "unkn")

TEXT = [
    (f"{ink} on {paper}", ink, paper, limit)
    for ink, papers, limit in [
        (
            "ink",
            "ground surface surface-2 open-soft integrate-soft close-soft thread-soft wait-soft",
            7,
        ),
        ("ink-2", "ground surface surface-2 open-soft integrate-soft close-soft thread-soft", 4.5),
        ("ground", "ink", 7),
        ("open", "ground surface surface-2 open-soft", 4.5),
        ("integrate", "ground surface surface-2 integrate-soft", 4.5),
        ("close", "ground surface surface-2 close-soft", 4.5),
        ("frame", "ground surface surface-2", 4.5),
        ("wait", "ground surface wait-soft", 4.5),
        ("thread", "ground surface surface-2 thread-soft", 3),
        ("wait-b", "ground surface wait-soft", 3),
        ("line-strong", "ground surface", 3),
        ("focus", "ground surface", 3),
        ("night-ink", "night", 7),
        ("night-ink-2", "night", 7),
        ("note-ink", " ".join(f"n-{kind}" for kind in KINDS), 7),
        ("note-ink-2", " ".join(f"n-{kind}" for kind in KINDS), 4.5),
    ]
    for paper in papers.split()
]
EDGES = [
    (f"edge of {kind} on {paper}", f"n-{kind}-b", paper, 3)
    for kind in KINDS
    for paper in (f"n-{kind}", "ground")
]
BOARD = [
    (f"board: {i} on {p}", i, p, 7)
    for i, p in [("ink", "ground"), ("ink-2", "ground"), ("ink-2", "surface")]
]


def colours(theme: str) -> dict[str, str]:
    """The colours of a theme; what the dark one does not name it has from the light one."""
    light, dark = TOKENS.split("[data-theme=dark]", 1)
    named = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})\b", light))
    return (
        named | dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})\b", dark)) if theme == "dark" else named
    )


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#13222a", "#f2f5f4"), 2) == 14.84


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("what", "one", "other", "limit"), TEXT + EDGES + BOARD)
def test_a_pair_of_colours_can_be_told_apart(
    theme: str, what: str, one: str, other: str, limit: float
) -> None:
    named = colours(theme)
    assert contrast(named[one], named[other]) >= limit, what


def test_no_sheet_asks_another_server_or_holds_what_the_policy_blocks() -> None:
    for sheet in CSS.glob("*.css"):
        assert re.findall(r"url\(\"?(?:https?:|//|data:)", sheet.read_text("utf-8")) == []


def test_every_sheet_is_listed_and_every_listed_sheet_is_there() -> None:
    listed = {
        line
        for path in CSS.glob("*.list")
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    }
    assert listed == {path.name for path in CSS.glob("*.css")}


def test_every_colour_is_a_token() -> None:
    """White and black are paper and light; all else is named once, in tokens.css."""
    for sheet in CSS.glob("*.css"):
        if sheet.name != "tokens.css":
            found = set(re.findall(r"(?<![\w&])#[0-9a-fA-F]{3,8}\b", sheet.read_text("utf-8")))
            assert found <= {"#fff", "#000"}, sheet.name
