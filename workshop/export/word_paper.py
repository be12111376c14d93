"""The paper that report.docx is written on: Word's own styles with the look of Rytme, and nothing that
Word's template had besides.
"""

from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle

from workshop.export.legal import legal_line
from workshop.export.office import FONT, described, tag
from workshop.export.palette import tokens
from workshop.export.parts import Report
from workshop.export.wording import Wording

KEPT_TABLES = ("TableNormal", "TableGrid")
LEFT_OUT = ("stylesWithEffects", "customXml", "thumbnail")
# Style: size in points, bold, colour, space before and after in points.
LOOKS = {
    "Normal": (11.0, None, "ink", 0, 6),
    "Title": (28.0, True, "ink", 0, 10),
    "Subtitle": (15.0, False, "ink-2", 0, 10),
    "Heading 1": (20.0, True, "ink", 26, 8),
    "Heading 2": (15.0, True, "ink", 18, 6),
    "Heading 3": (12.0, True, "ink", 12, 4),
    "Body Text": (11.0, False, "ink-2", 0, 8),
    "Quote": (12.0, False, "ink", 4, 8),
    "Caption": (11.0, True, "ink-2", 14, 4),
    "List Bullet": (11.0, None, "ink", 0, 3),
    "List Bullet 2": (11.0, None, "ink", 0, 3),
    "List Bullet 3": (11.0, None, "ink", 0, 3),
    "No Spacing": (10.0, None, "ink", 0, 0),
    "Footer": (9.0, None, "ink-2", 0, 0),
    "Strong": (0, True, "ink", 0, 0),
    "Subtle Emphasis": (9.0, False, "ink-2", 0, 0),
}
LEADING = ("Body Text", "Caption")  # stand on the page of what comes after them
# Where the font is not at hand, Word looks for these in turn.
FALLBACKS = "Verdana,Arial"
_FONTS = (
    f"<w:fonts {nsdecls('w')}>"
    f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACKS}"/>'
    '<w:panose1 w:val="020B0604030504040204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Symbol"><w:charset w:val="02"/><w:family w:val="auto"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Rytme</Application></Properties>"
)


def paper_of(report: Report, _: Wording) -> Paper:
    """An empty document in the report's language."""
    paper = Document()
    strip(paper)
    speak(paper, tag(report.workshop.language))
    for name, look in LOOKS.items():
        dress(paper.styles[name], *look)
    under_title(paper)
    lay_page(paper)
    foot(paper, legal_line(report.workshop.title), _)
    described(paper.core_properties, report.workshop, _)
    return paper


def strip(paper: Paper) -> None:
    """Without the template's picture, its second set of styles and its looks of tables."""
    for owner in (paper.part, paper.part.package):
        assert owner is not None
        for name, relation in list(owner.rels.items()):
            if relation.reltype.endswith(LEFT_OUT):
                del owner.rels[name]
    styles = paper.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in KEPT_TABLES:
            styles.remove(style)
    put(paper.part, "fontTable", _FONTS)
    put(paper.part.package, "extended-properties", _APP)


def put(owner: Any, kind: str, text: str) -> None:
    """Another text in place of a part that the library only passes on."""
    (relation,) = (each for each in owner.rels.values() if each.reltype.endswith(f"/{kind}"))
    old = relation.target_part
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
    del owner.rels[relation.rId]
    owner.relate_to(Part(old.partname, old.content_type, blob, old.package), relation.reltype)


def speak(paper: Paper, language: str) -> None:
    """The language of all text, and the newest way of laying it out."""
    for known in paper.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)
    settings = paper.settings.element
    for known in settings.iter(qn("w:themeFontLang")):
        known.set(qn("w:val"), language)
    for known in settings.iter(qn("w:compatSetting")):
        if known.get(qn("w:name")) == "compatibilityMode":
            known.set(qn("w:val"), "15")


def dress(
    style: BaseStyle, size: float, bold: bool | None, colour: str, before: int, after: int
) -> None:
    look: Any = style
    letters = look.element.get_or_add_rPr()
    for spread in letters.findall(qn("w:spacing")):
        letters.remove(spread)
    fonts = letters.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    look.font.size = Pt(size) if size else None
    look.font.bold, look.font.italic = bold, None if bold is None else False
    look.font.color.rgb = RGBColor.from_string(tokens()[colour].lstrip("#").upper())
    if paragraphs := getattr(look, "paragraph_format", None):
        paragraphs.space_before, paragraphs.space_after = Pt(before), Pt(after)
        paragraphs.line_spacing = 1.2
        if look.name in LEADING:
            paragraphs.keep_with_next = True


def under_title(paper: Paper) -> None:
    """The red thread, under the title."""
    title: Any = paper.styles["Title"]
    properties = title.element.get_or_add_pPr()
    for known in properties.findall(qn("w:pBdr")):
        properties.remove(known)
    thread = tokens()["thread"].lstrip("#")
    line = f'<w:bottom w:val="single" w:sz="24" w:space="8" w:color="{thread}"/>'
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"),
        *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
    )


def lay_page(paper: Paper) -> None:
    (section,) = paper.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)


def foot(paper: Paper, title: str, _: Wording) -> None:
    """The title and the number of the page, which is the only field that the document has."""
    (section,) = paper.sections
    line = section.footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    page = _("page")
    line.add_run(f"{title} · {page} ")
    field(line, "PAGE")


def field(line: Any, name: str) -> None:
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), name)
    line.paragraph_format.element.append(simple)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    simple.append(run)
