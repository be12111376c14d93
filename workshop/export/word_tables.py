"""The tables of report.docx: a head that comes again on each page, and a line where the choice is cut."""

from collections.abc import Iterable, Sequence
from typing import Any

from docx.document import Document as Paper
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.shared import Emu, Mm

from workshop.export.blocks import Cell, Table
from workshop.export.fitting import width
from workshop.export.legal import legal_line
from workshop.export.palette import tokens

WIDE = 166.0  # mm between the margins
SIZE, BOLD = 10.0, 1.2  # points of the letters of a cell, and how much broader bold ones are
MM = 0.353  # of a point
SIDES = 3.5  # mm, both sides of a cell together
NARROWEST, NARROW = 12.0, 42.0  # mm of a column that is as wide as its words
MANY = 40  # signs: a longer word fills the widest of them anyway


def add_table(paper: Paper, table: Table) -> list[tuple[Any, Cell]]:
    """An empty table at the end of the paper; gives its cells, each with what is to be written in it.

    The library finds a cell by counting all of them, so a long table is filled by its own rows.
    """
    body: Any = paper.element.body
    drawn = CT_Tbl.new_tbl(len(table.rows) + 1, len(table.head), Emu(Mm(WIDE)))
    body.insert_element_before(drawn, "w:sectPr")
    shape(drawn, table)
    head = [Cell(word, bold=True) for word in table.head]
    found = [
        each for row in zip(drawn.tr_lst, [head, *table.rows], strict=True) for each in of(*row)
    ]
    repeat(drawn.tr_lst[0])
    if 0 < table.cut < len(table.rows):
        cut_under(drawn.tr_lst[table.cut])
    return found


def of(row: CT_Row, cells: Iterable[Cell]) -> list[tuple[Any, Cell]]:
    whole(row)
    return list(zip(row.tc_lst, cells, strict=True))


def shape(drawn: CT_Tbl, table: Table) -> None:
    properties: Any = drawn.tblPr
    properties.style = "TableGrid"
    for known in (*properties.findall(qn("w:tblW")), *properties.findall(qn("w:tblLook"))):
        properties.remove(known)
    for text in (
        f'<w:tblW {nsdecls("w")} w:type="pct" w:w="5000"/>',
        borders(),
        margins(),
        f'<w:tblLook {nsdecls("w")} w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
    ):
        properties.append(parse_xml(text))
    called(properties, legal_line(table.caption) or ", ".join(map(legal_line, table.head)))
    measured = widths(table)
    for column, mm in zip(drawn.tblGrid.gridCol_lst, measured, strict=True):
        column.w = Mm(mm)
    for row in drawn.tr_lst:
        for cell, mm in zip(row.tc_lst, measured, strict=True):
            cell.width = Mm(mm)


def borders() -> str:
    """Hairlines between rows, and none between columns."""
    line = tokens()["line-strong"].lstrip("#")
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        for side in ("top", "bottom", "insideH")
    )
    none = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "right", "insideV"))
    return f"<w:tblBorders {nsdecls('w')}>{sides}{none}</w:tblBorders>"


def margins() -> str:
    sides = "".join(
        f'<w:{side} w:w="{twips}" w:type="dxa"/>'
        for side, twips in (("top", 50), ("left", 60), ("bottom", 50), ("right", 100))
    )
    return f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"


def called(properties: Any, words: str) -> None:
    """What the table is, for those who hear it."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), words)
    properties.append(caption)


def repeat(row: CT_Row) -> None:
    """The head comes again on each page, and is shaded."""
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    ground = tokens()["surface-2"].lstrip("#")
    for cell in row.tc_lst:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>'
        cell.get_or_add_tcPr().append(parse_xml(shade))


def whole(row: CT_Row) -> None:
    """A row stays on one page."""
    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def cut_under(row: CT_Row) -> None:
    thread = tokens()["thread"].lstrip("#")
    line = f'<w:bottom w:val="single" w:sz="18" w:space="0" w:color="{thread}"/>'
    for cell in row.tc_lst:
        edge = parse_xml(f"<w:tcBorders {nsdecls('w')}>{line}</w:tcBorders>")
        cell.get_or_add_tcPr().append(edge)


def widths(table: Table) -> list[float]:
    """In mm: each column as wide as its longest word, or text if it has no share of what is left."""
    columns = [[head, *(row[at].text for row in table.rows)] for at, head in enumerate(table.head)]
    own = [
        wide([word for text in texts for word in text.split()] if share else texts)
        for texts, share in zip(columns, table.widths, strict=True)
    ]
    left, shares = WIDE - sum(own), sum(table.widths)
    if left < 0 or not shares:
        return [WIDE * each / sum(own) for each in own]
    return [each + left * share / shares for each, share in zip(own, table.widths, strict=True)]


def wide(texts: Sequence[str]) -> float:
    """In mm, what the longest takes."""
    longest = max((width(text[:MANY], SIZE) for text in texts), default=0)
    return min(max(NARROWEST, longest * BOLD * MM + SIDES), NARROW)
