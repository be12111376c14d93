"""deck.pptx: the results as slides that can be shown and edited, with the whole of them in the notes.

The same report gives the same bytes: the workbooks in the charts too.
"""

import io
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from workshop.export.band_lines import band_lines
from workshop.export.deck import slides
from workshop.export.fitting import TITLE, WIDE, fitted
from workshop.export.office import tag, timeless
from workshop.export.parts import Report
from workshop.export.slide_charts import draw_chart
from workshop.export.slide_colours import token
from workshop.export.slide_master import BARE, CONTENT, LEFT, OPENING, empty_deck
from workshop.export.slide_tables import draw_table
from workshop.export.slide_words import describe, say, spoken
from workshop.export.slides import Chart, Grid, Opening, Points, Slide
from workshop.export.wording import Wording

LAYOUT = {Opening: OPENING, Points: CONTENT, Chart: BARE, Grid: BARE}
BAND = (40, 150)  # points: its top, and how high it is
FIRST_TITLE = 50.0


def as_pptx(report: Report, _: Wording) -> bytes:
    deck = empty_deck(report, _)
    for slide in slides(report, _):
        add(deck, slide, tag(report.workshop.language))
    made = io.BytesIO()
    deck.save(made)
    return timeless(made.getvalue())


def add(deck: Deck, slide: Slide, language: str) -> None:
    layout = next(each for each in deck.slide_layouts if each.name == LAYOUT[type(slide)])
    page: Any = deck.slides.add_slide(layout)
    size = FIRST_TITLE if isinstance(slide, Opening) else TITLE
    title = fitted(slide.title, WIDE * 0.92, 2, size)  # bold letters are broader
    say(page.shapes.title.text_frame, (title,))
    match slide:
        case Opening():
            say(page.placeholders[1].text_frame, (fitted(slide.under, WIDE, 2),))
            draw_band(page, slide)
        case Points():
            write_points(page.placeholders[1], slide)
        case Chart():
            draw_chart(page, slide, language)
        case Grid():
            draw_table(page, slide)
    say(page.notes_slide.notes_text_frame, slide.notes)
    spoken(page, language)
    spoken(page.notes_slide, language)


def write_points(shape: Any, slide: Points) -> None:
    """A text that stands alone has no bullet, and letters as large as there is room for."""
    say(shape.text_frame, slide.points)
    if not slide.large:
        return
    for paragraph in shape.element.iter(qn("a:p")):
        properties = paragraph.get_or_add_pPr()
        properties.attrib.update({"marL": "0", "indent": "0"})
        properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))
    for paragraph in shape.text_frame.paragraphs:
        paragraph.runs[0].font.size = Pt(slide.large)


def draw_band(page: Any, slide: Opening) -> None:
    """The threads as lines of their own in one group, to be kept, changed or taken away."""
    top, high = BAND
    group = page.shapes.add_group_shape()
    describe(group, slide.band)
    for line in band_lines(slide.steps, WIDE, high):
        (x, y), *rest = line.points
        path = group.shapes.build_freeform(Pt(LEFT + x), Pt(top + y))
        path.add_line_segments([(Pt(LEFT + x), Pt(top + y)) for x, y in rest], close=False)
        drawn = path.convert_to_shape()
        drawn.fill.background()
        drawn.shadow.inherit = False
        drawn.line.width = Pt(4.5 if line.phase == "thread" else 2.5)
        drawn.line.color.rgb = token("frame" if line.phase == "break" else line.phase)
