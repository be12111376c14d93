"""The slides that deck.pptx is made on: PowerPoint's own master and layouts, wide, with the look of Rytme."""

from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Pt

from workshop.export.fitting import HIGH, SIZE, TITLE, WIDE
from workshop.export.office import FONT, described, tag
from workshop.export.palette import tokens
from workshop.export.parts import Report
from workshop.export.wording import Wording

SLIDE = (960, 540)  # points: 16 to 9
LEFT, TOP = 72, 138  # of what stands under the title
THREAD = (36, 5)  # points from the left edge, and wide
OPENING, CONTENT, BARE = "Title Slide", "Title and Content", "Title Only"
LAYOUTS = (OPENING, CONTENT, BARE)
SMALL_PRINT = (
    PP_PLACEHOLDER.SLIDE_NUMBER,
    PP_PLACEHOLDER.FOOTER,
    PP_PLACEHOLDER.DATE,
)
COLOURS = {
    "dk1": "ink",
    "lt1": "surface",
    "dk2": "ink-2",
    "lt2": "ground",
    "accent1": "ink-2",
    "accent2": "thread",
    "accent3": "open",
    "accent4": "integrate",
    "accent5": "close",
    "accent6": "wait",
    "hlink": "open",
    "folHlink": "integrate",
}
# Letters like these stand in where the font is missing: broad, open, without serifs (Verdana's measures).
PANOSE = "020B0604030504040204"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Rytme</Application></Properties>"
)


def empty_deck(report: Report, _: Wording) -> Deck:
    deck = Presentation()
    deck.slide_width, deck.slide_height = (Emu(Pt(side)) for side in SLIDE)
    strip(deck)
    theme(deck)
    lay_master(deck)
    lay_opening(deck)
    speak(deck, tag(report.workshop.language))
    described(deck.core_properties, report.workshop, _)
    return deck


def strip(deck: Deck) -> None:
    """Without the template's picture, printer and spare layouts, and the small print at the foot."""
    for layout in list(deck.slide_layouts):
        if layout.name not in LAYOUTS:
            deck.slide_layouts.remove(layout)
    package: Any = deck.part.package
    for relation in list(package.iter_rels()):
        if relation.reltype.endswith("/thumbnail"):
            package.drop_rel(relation.rId)
    for relation in list(deck.part.rels.values()):
        if relation.reltype.endswith("/printerSettings"):
            deck.part.drop_rel(relation.rId)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in SMALL_PRINT:
                shape.element.getparent().remove(shape.element)
    part_named(deck, "/docProps/app.xml").blob = _APP.encode()


def part_named(deck: Deck, name: str) -> Any:
    (part,) = (each for each in deck.part.package.iter_parts() if each.partname == name)
    return part


def theme(deck: Deck) -> None:
    """Our colours and our font, in the theme, so that what is added later has them too."""
    for part in deck.part.package.iter_parts():
        if "/theme/" in part.partname:
            dye(part)


def dye(part: Any) -> None:
    root: Any = parse_xml(part.blob)
    root.set("name", "Rytme")
    for name, colour in COLOURS.items():
        (slot,) = root.iter(qn(f"a:{name}"))
        for old in list(slot):
            slot.remove(old)
        slot.append(parse_xml(f"<a:srgbClr {nsdecls('a')} val='{hexes(colour)}'/>"))
    for latin in root.iter(qn("a:latin")):
        latin.attrib.update(
            {"typeface": FONT, "panose": PANOSE, "pitchFamily": "34", "charset": "0"}
        )
    part.blob = serialize_part_xml(root)


def hexes(colour: str) -> str:
    return tokens()[colour].lstrip("#").upper()


def lay_master(deck: Deck) -> None:
    master: Any = deck.slide_master
    title, body = master.placeholders
    set_box(title, LEFT, 34, WIDE, 92)
    set_box(body, LEFT, TOP, WIDE, HIGH)
    for shape, anchor in ((title, "b"), (body, "t")):
        frame(shape, anchor)
    styles = master.element.find(qn("p:txStyles"))
    letters(styles.find(qn("p:titleStyle")), TITLE, bold=True)
    letters(styles.find(qn("p:bodyStyle")), SIZE, bold=False)
    letters(styles.find(qn("p:otherStyle")), SIZE, bold=False)
    ground(master)
    master.shapes.element.insert(2, red_thread())


def set_box(shape: Any, left: float, top: float, wide: float, high: float) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(it) for it in (left, top, wide, high))


def frame(shape: Any, anchor: str) -> None:
    """Text keeps its size, whatever is written: PowerPoint would shrink it to fit."""
    body = shape.element.txBody.bodyPr
    for fit in list(body):
        body.remove(fit)
    body.set("anchor", anchor)
    for side in ("lIns", "rIns", "tIns", "bIns"):
        body.set(side, "0")
    body.append(parse_xml(f"<a:noAutofit {nsdecls('a')}/>"))


def letters(style: Any, size: float, *, bold: bool) -> None:
    for level in style:
        level.set("algn", "l")
        properties = level.find(qn("a:defRPr"))
        if properties is None:
            continue
        properties.set("sz", str(round(size * 100)))
        properties.set("b", str(int(bold)))
        for space in level.findall(qn("a:spcBef")):
            level.remove(space)
        spaces = f'<a:spcBef {nsdecls("a")}><a:spcPts val="{0 if bold else 800}"/></a:spcBef>'
        level.insert(0, parse_xml(spaces))


def ground(master: Any) -> None:
    shapes = master.element.cSld
    for old in shapes.findall(qn("p:bg")):
        shapes.remove(old)
    shapes.insert(
        0,
        parse_xml(
            f"<p:bg {nsdecls('p', 'a')}><p:bgPr><a:solidFill><a:schemeClr val='bg2'/></a:solidFill>"
            "<a:effectLst/></p:bgPr></p:bg>"
        ),
    )


def red_thread() -> Any:
    """Down the margin of every slide; it says nothing, and is passed over aloud."""
    left, wide = (Emu(Pt(it)) for it in THREAD)
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='90' name='Thread'/><p:cNvSpPr/><p:nvPr userDrawn='1'/>"
        f"</p:nvSpPr><p:spPr><a:xfrm><a:off x='{left}' y='0'/><a:ext cx='{wide}' cy='{Emu(Pt(SLIDE[1]))}'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val='accent2'/></a:solidFill>"
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def lay_opening(deck: Deck) -> None:
    """The band of the day stands over the title."""
    layout: Any = next(each for each in deck.slide_layouts if each.name == OPENING)
    title, under = layout.placeholders
    set_box(title, LEFT, 216, WIDE, 170)
    set_box(under, LEFT, 398, WIDE, 110)
    frame(title, "b")
    frame(under, "t")
    for level in under.element.iter(qn("a:lvl1pPr")):
        level.set("algn", "l")
    for tint in list(under.element.iter(qn("a:tint"))):
        tint.getparent().remove(tint)
    for colour in under.element.iter(qn("a:schemeClr")):
        colour.set("val", "tx2")
    style = f"<a:lstStyle {nsdecls('a')}><a:lvl1pPr><a:defRPr sz='5000'/></a:lvl1pPr></a:lstStyle>"
    old = title.element.txBody.find(qn("a:lstStyle"))
    title.element.txBody.replace(old, parse_xml(style))


def speak(deck: Deck, language: str) -> None:
    for holder in (deck.slide_master, *deck.slide_layouts):
        for known in (*holder.element.iter(qn("a:rPr")), *holder.element.iter(qn("a:endParaRPr"))):
            known.set("lang", language)
