"""Words on a slide and on its notes page: text and nothing else, in its language, the way that it runs."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml.ns import qn

from workshop.export.legal import legal_line
from workshop.export.office import runs_leftwards


def say(frame: Any, lines: Sequence[str]) -> None:
    """Each line a paragraph of its own, as large as its place says."""
    for at, line in enumerate(lines or ("",)):
        paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
        paragraph.add_run().text = legal_line(line)


def spoken(page: Any, language: str) -> None:
    """Give every run its language, and every paragraph the direction of its text."""
    for paragraph in page.element.iter(qn("a:p")):
        for run in paragraph.r_lst:
            run.get_or_add_rPr().set("lang", language)
        if runs_leftwards("".join(run.text for run in paragraph.r_lst)):
            paragraph.get_or_add_pPr().set("rtl", "1")


def describe(shape: Any, words: str) -> None:
    """What a drawing shows, for those who hear the slide."""
    named = next(shape.element.iter(qn("p:cNvPr")))
    named.set("descr", legal_line(words))
