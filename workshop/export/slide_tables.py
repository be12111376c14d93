"""A table on a slide, which can be edited there."""

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from workshop.export.fitting import SIZE, row_height
from workshop.export.palette import tokens
from workshop.export.slide_master import LEFT, TOP
from workshop.export.slide_words import describe, say
from workshop.export.slides import Grid

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own «No Style, No Grid»


def draw_table(page: Any, grid: Grid) -> None:
    rows = [grid.head, *grid.rows]
    highs = [row_height(cells, grid.widths) for cells in rows]
    box = (Pt(it) for it in (LEFT, TOP, sum(grid.widths), sum(highs)))
    drawn = page.shapes.add_table(len(rows), len(grid.head), *box)
    describe(drawn, f"{grid.title}: {', '.join(grid.head)}")
    table: Any = drawn.table
    table.horz_banding, table.first_row = False, True
    next(drawn.element.iter(qn("a:tableStyleId"))).text = PLAIN
    for column, points in zip(table.columns, grid.widths, strict=True):
        column.width = Pt(points)
    for drawn_row, cells, high in zip(table.rows, rows, highs, strict=True):
        drawn_row.height = Pt(high)
        for cell, text in zip(drawn_row.cells, cells, strict=True):
            fill(cell, text, head=cells is grid.head)
    for properties in list(drawn.element.iter(qn("a:tcPr"))):
        properties.insert(0, hairline())


def fill(cell: Any, text: str, *, head: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(8)
    cell.margin_top = cell.margin_bottom = Pt(5)
    say(cell.text_frame, (text,))
    letters = cell.text_frame.paragraphs[0].runs[0].font
    letters.size, letters.bold = Pt(SIZE), head
    ink, paper = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
    letters.color.theme_color = paper if head else ink
    cell.fill.solid()
    cell.fill.fore_color.theme_color = ink if head else paper


def hairline() -> Any:
    """Under a row."""
    colour = tokens()["line-strong"].lstrip("#").upper()
    return parse_xml(
        f'<a:lnB {nsdecls("a")} w="{Pt(1)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'
    )
