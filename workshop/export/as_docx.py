"""report.docx: the report as a document that a case system takes in, with Word's own styles.

What people wrote is set as text, run by run, so none of it is a field, a link or markup.
"""

import io
from collections.abc import Iterable
from typing import Any

from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from workshop.export.band_picture import band_png
from workshop.export.blocks import (
    Band,
    Block,
    Cell,
    Chosen,
    Decided,
    Heading,
    Item,
    Lines,
    Pairs,
    Papers,
    Plot,
    Table,
    Words,
)
from workshop.export.legal import legal, legal_line
from workshop.export.office import runs_leftwards, timeless
from workshop.export.palette import tokens
from workshop.export.parts import Report
from workshop.export.printed import printed
from workshop.export.runs import run_steps
from workshop.export.word_paper import paper_of
from workshop.export.word_tables import WIDE, add_table
from workshop.export.wording import Wording

HEADINGS = {1: "Title", 2: "Heading 1", 3: "Heading 2", 4: "Heading 3"}
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
LOOKS = {"lead": "Subtitle", "rules": "Body Text", "aside": "Body Text", "quote": "Quote"}


def as_docx(report: Report, _: Wording) -> bytes:
    setter = Setter(paper_of(report, _), report, _)
    for block in printed(report, _):
        setter.set(block)
    return setter.packed()


class Setter:
    """Writes block after block at the end of the paper."""

    def __init__(self, paper: Paper, report: Report, _: Wording) -> None:
        self.paper, self.report, self._ = paper, report, _
        self.styles = {style.name: style.style_id for style in paper.styles}

    def packed(self) -> bytes:
        turn(self.paper.element.body)
        made = io.BytesIO()
        self.paper.save(made)
        return timeless(made.getvalue())

    def set(self, block: Block) -> None:
        match block:
            case Heading():
                self.heading(block)
            case Words():
                self.line(block.text, LOOKS.get(block.look, "Normal"))
            case Pairs():
                self.pairs(block)
            case Papers() | Lines():
                self.items(block.items)
            case Decided():
                self.decided(block)
            case Chosen():
                self.chosen(block)
            case Table():
                self.table(block)
            case Band():
                self.band(block)
            case Plot():
                pass  # a drawing: the table below it says the same in words

    def band(self, block: Band) -> None:
        drawn = self.line("", "Normal").add_run()
        drawn.add_picture(io.BytesIO(band_png(run_steps(self.report))), width=Mm(WIDE))
        for named in self.paper.element.body.iter(qn("wp:docPr")):
            named.set("descr", legal_line(block.alt))

    def heading(self, block: Heading) -> None:
        count = f" ({block.count})" if block.count >= 0 else ""
        self.line(f"{legal_line(block.text)}{count}", HEADINGS[block.level])

    def pairs(self, block: Pairs) -> None:
        for pair in block.pairs:
            line = self.line("", "Normal")
            write(line, f"{legal_line(pair.title)}: ", style="Strong")
            write(line, pair.text)

    def items(self, items: Iterable[Item]) -> None:
        for item in items:
            line = self.line("", BULLETS[min(item.depth, len(BULLETS) - 1)])
            write(line, item.text, style="Strong" if item.bold else "")
            write(line, " · ".join(item.foot), style="Subtle Emphasis", before="  ")

    def decided(self, block: Decided) -> None:
        line = self.line("", BULLETS[0])
        write(line, f"{self._('Decided')}: {legal(block.text)}", style="Strong")
        for ground in block.grounds:
            self.line(ground, BULLETS[1])

    def chosen(self, block: Chosen) -> None:
        self.line(self._("Above the cut"), "Caption")
        for place in block.places:
            line = self.line("", BULLETS[0])
            write(line, f"{place.rank}. {legal(place.title)}", style="Strong")
            write(line, place.dots, style="Subtle Emphasis", before="  ")

    def table(self, block: Table) -> None:
        if block.caption:
            self.line(block.caption, "Caption")
        else:
            self.part_from_table()
        for drawn, cell in add_table(self.paper, block):
            fill(drawn, cell, self.paper)

    def part_from_table(self) -> None:
        """Two tables without a line between them would become one."""
        if self.is_after_table:
            self.line("", "Normal")

    @property
    def is_after_table(self) -> bool:
        """The last thing on the paper stands before what says how its page is laid out."""
        last = self.paper.element.body[-1].getprevious()
        return last is not None and last.tag == qn("w:tbl")

    def line(self, text: str, style: str) -> Paragraph:
        """A new line at the end; the library would look through the whole paper for the end of it."""
        below = self.is_after_table
        drawn: Any = OxmlElement("w:p")
        drawn.style = self.styles[style]
        self.paper.element.body[-1].addprevious(drawn)
        line = Paragraph(drawn, self.paper)
        if below and not style.startswith(("Heading", "Caption")):
            line.paragraph_format.space_before = Pt(8)
        write(line, text)
        return line


def write(line: Paragraph, text: str, style: str = "", before: str = "") -> None:
    if words := legal(text):
        run: Any = line.add_run(before + words)
        if style:
            run.font.element.style = style.replace(" ", "")


def fill(drawn: Any, cell: Cell, paper: Paper) -> None:
    """The text of a cell, and under it what is said besides in smaller letters."""
    line = Paragraph(drawn.p_lst[0], paper)
    write(line, cell.text, style="Strong" if cell.bold or cell.chip else "")
    if cell.chip:
        line.runs[-1].font.color.rgb = RGBColor.from_string(tokens()["wait"].lstrip("#").upper())
    for small in cell.small:
        write(Paragraph(drawn.add_p(), paper), small, style="Subtle Emphasis")
    for each in drawn.p_lst:
        each.style = "NoSpacing"


def turn(body: Any) -> None:
    """Lines and runs of scripts that run from right to left do so."""
    for line in body.iter(qn("w:p")):
        if runs_leftwards(line.text):
            properties = line.get_or_add_pPr()
            properties.insert_element_before(
                OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr"
            )
        for run in line.r_lst:
            if runs_leftwards(run.text):
                run.get_or_add_rPr().append(OxmlElement("w:rtl"))
