"""The band of the day as a picture, for documents that take no drawing of lines."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from workshop.export.band_lines import band_lines
from workshop.export.palette import tokens
from workshop.export.parts import StepLine

WIDE, HIGH = 1660, 250  # pixels
FINER = 2  # drawn so many times larger, so that slanting lines come out smooth
EDGE = 10  # pixels over and under the outermost threads
THIN, RED = 4, 7  # pixels


def band_png(steps: Sequence[StepLine]) -> bytes:
    canvas = Image.new("RGB", (WIDE * FINER, HIGH * FINER), tokens()["surface"])
    pen = ImageDraw.Draw(canvas)
    for line in band_lines(steps, WIDE, HIGH - 2 * EDGE):
        colour = tokens()["frame" if line.phase == "break" else line.phase]
        points = [(x * FINER, (y + EDGE) * FINER) for x, y in line.points]
        broad = RED if line.phase == "thread" else THIN
        pen.line(points, fill=colour, width=broad * FINER, joint="curve")
    made = io.BytesIO()
    smooth = canvas.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
    smooth.quantize(64).save(made, "PNG", optimize=True)
    return made.getvalue()
