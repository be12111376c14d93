"""A chart on a slide, with its numbers in a workbook inside it, so that it can be edited there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt
from xlsxwriter import Workbook

from workshop.export.fitting import HIGH, LINE, SIZE, WIDE, lines
from workshop.export.legal import legal_line
from workshop.export.palette import tokens
from workshop.export.slide_colours import readable_on, rgb, token
from workshop.export.slide_master import LEFT, TOP
from workshop.export.slide_words import describe, say
from workshop.export.slides import Chart, Series

FORMS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "parts": XL_CHART_TYPE.BAR_STACKED,
}
LABELS = 0.43  # of the width, for the labels of bars that lie
WITHOUT_ZERO = "0;;;"
# People's words stay words in the workbook: no formula, no link, no number.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook has no time zone; one date, so that bytes stay


class Writer(CategoryWorkbookWriter):
    """Writes the numbers of a chart into a workbook as we want it."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Any, Any]]:
        book = Workbook(xlsx_file, AS_TEXT)
        book.set_properties({"created": NEVER, "author": "Rytme"})
        yield book, book.add_worksheet()
        book.close()


class Numbers(CategoryChartData):
    """The numbers of a chart, with a writer of ours."""

    @property
    def _workbook_writer(self) -> Any:
        writer: Any = Writer
        return writer(self)


def draw_chart(page: Any, chart: Chart, language: str) -> None:
    high = HIGH - (under_height(chart.under) if chart.under else 0)
    box = (Pt(it) for it in (LEFT, TOP, WIDE, high))
    drawn = page.shapes.add_chart(FORMS[chart.form], *box, numbers(chart))
    describe(drawn, f"{chart.title}: {chart.told}")
    dress(drawn.chart, chart)
    tell_language(drawn.chart.element, language)
    if chart.under:
        words = page.shapes.add_textbox(Pt(LEFT), Pt(TOP + high), Pt(WIDE), Pt(HIGH - high))
        words.text_frame.word_wrap = True
        words.text_frame.margin_left = 0
        say(words.text_frame, (chart.under,))
        words.text_frame.paragraphs[0].runs[0].font.size = Pt(SIZE)


def tell_language(space: Any, language: str) -> None:
    """Of all that is written in the chart."""
    for properties in space.iter(qn("a:defRPr")):
        properties.set("lang", language)


def under_height(text: str) -> float:
    return lines(text, WIDE) * SIZE * LINE + 10


def numbers(chart: Chart) -> Any:
    made: Any = Numbers
    data = made(number_format="0")
    data.categories = [legal_line(label) for label in chart.labels]
    for series in chart.series:
        data.add_series(legal_line(series.name), series.values)
    return data


def dress(drawn: Any, chart: Chart) -> None:
    drawn.font.size = Pt(SIZE)
    drawn.font.color.rgb = token("ink")
    drawn.has_title = False
    drawn.has_legend = chart.form == "parts"
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    quiet_axes(drawn, chart.form)
    plot = drawn.plots[0]
    plot.gap_width = 40 if chart.form != "columns" else 25
    plot.vary_by_categories = False
    for series, told in zip(plot.series, chart.series, strict=True):
        paint(series, told, chart)
        label(series, told, chart.form)
    if chart.form != "columns":
        leave_room(drawn, legend=drawn.has_legend)


def quiet_axes(drawn: Any, form: str) -> None:
    """The numbers stand on the bars, so there is no need of a scale."""
    values, categories = drawn.value_axis, drawn.category_axis
    values.visible, values.has_major_gridlines, values.minimum_scale = False, False, 0
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.rgb = token("line-strong")
    categories.reverse_order = form != "columns"
    axis = next(drawn.element.iter(qn("c:catAx")))
    every = parse_xml(f"<c:tickLblSkip {nsdecls('c')} val='1'/>")
    axis.insert_element_before(every, "c:tickMarkSkip", "c:noMultiLvlLbl", "c:extLst")


def paint(series: Any, told: Series, chart: Chart) -> None:
    fill(series.format, told.colour)
    if chart.form == "bars":
        for at in range(chart.strong, len(chart.labels)):
            fill(series.points[at].format, tokens()["line-strong"])
    if chart.form == "parts":
        series.format.line.color.rgb = token("surface")


def fill(look: Any, colour: str) -> None:
    look.fill.solid()
    look.fill.fore_color.rgb = rgb(colour)


def label(series: Any, told: Series, form: str) -> None:
    labels = series.data_labels
    labels.show_value, labels.number_format_is_linked = True, False
    labels.number_format = WITHOUT_ZERO if form == "parts" else "0"
    labels.font.size, labels.font.bold = Pt(SIZE), True
    inside = form == "parts"
    labels.font.color.rgb = rgb(readable_on(told.colour) if inside else tokens()["ink"])
    labels.position = XL_LABEL_POSITION.CENTER if inside else XL_LABEL_POSITION.OUTSIDE_END


def leave_room(drawn: Any, *, legend: bool) -> None:
    """A fixed part of the width for the labels; else each program guesses its own, and cuts them."""
    area = drawn.element.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    high = 0.84 if legend else 0.98
    measures = {"x": LABELS, "y": 0.01, "w": 0.97 - LABELS, "h": high}
    inner = "<c:layoutTarget val='inner'/><c:xMode val='edge'/><c:yMode val='edge'/>"
    sides = "".join(f"<c:{side} val='{value}'/>" for side, value in measures.items())
    area.insert(
        0,
        parse_xml(
            f"<c:layout {nsdecls('c')}><c:manualLayout>{inner}{sides}</c:manualLayout></c:layout>"
        ),
    )
