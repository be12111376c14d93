"""The colours and the papers of the style sheet, for drawings that no browser will colour."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
_TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
_PAPER = re.compile(
    r"\[data-type=(\w+)\]\{--fill:var\(--([\w-]+)\);--edge:var\(--([\w-]+)\);--row:(\d+)\}"
)
_HEM = re.compile(r"<g[^>]*>.*?</g>|<path[^>]*/>")


@dataclass(frozen=True)
class Paper:
    """What tells a type of note: the fill, the edge, and the woven hem as a piece of SVG, 12 by 10."""

    fill: str
    edge: str
    hem: str


@cache
def tokens() -> dict[str, str]:
    """The light theme's colours by name."""
    light = (STATIC / "css" / "tokens.css").read_text("utf-8").split("[data-theme=dark]")[0]
    return dict(_TOKEN.findall(light))


@cache
def papers() -> dict[str, Paper]:
    """By type of note; an unknown one looks like `unknown`."""
    found = _PAPER.findall((STATIC / "css" / "note.css").read_text("utf-8"))
    return {
        type_: Paper(tokens()[fill], tokens()[edge], hems()[int(row)])
        for type_, fill, edge, row in found
    }


def paper_of(type_: str) -> Paper:
    return papers().get(type_, papers()["unknown"])


@cache
def hems() -> list[str]:
    """The rows of hems.svg, each drawn from its own top left corner."""
    drawn = _HEM.findall((STATIC / "img" / "hems.svg").read_text("utf-8"))
    return [re.sub(r' transform="translate\([^"]*\)"', "", row) for row in drawn]


def hem_tile(paper: Paper) -> str:
    """One tile of the hem as an SVG of its own, in the colour of the edge."""
    drawn = paper.hem.replace("#000", paper.edge)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="10" viewBox="0 0 12 10">'
        f'<g fill="{paper.edge}">{drawn}</g></svg>'
    )


def coloured(svg: str) -> str:
    """The band with its colours inside it, as band.css gives them."""
    sheet = (STATIC / "css" / "band.css").read_text("utf-8")
    rules = "".join(line for line in sheet.splitlines() if line.startswith(".band-"))
    plain = rules.replace("var(--band-ground,var(--ground))", "var(--surface)")
    style = re.sub(r"var\(--([\w-]+)\)", lambda found: tokens()[found[1]], plain)
    return svg.replace("<defs>", f"<style>{style}</style><defs>", 1)
