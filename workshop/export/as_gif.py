"""growth.gif: how the workshop grew, as a short picture that moves, for slides, documents and mail.

It begins again by itself. The end is its first frame too, for a moment: that is what paper shows.
"""

import re
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import cast

from PIL import Image, ImageDraw, ImageFont

from workshop.export.growth_frames import MOST_PILES, Frame, Pile, Reel, Spot, reel
from workshop.export.parts import Report
from workshop.export.wording import Wording
from workshop.insight.curves import Frame as Measures
from workshop.insight.curves import height
from workshop.insight.weave import Phase, Run, Segment, runs, threads
from workshop.methods import TYPES
from workshop.words import PHASES

SIZE = (1200, 675)
A_FRAME, AT_THE_END = 150, 2500  # ms
COLOURS = 128
BAND = Measures(1088, 64, 7, 2.2, 3.6, 6)
BAND_AT = (56, 562)
FINER = 3  # the band is drawn so many times as large, for smooth lines
WORDS_AT = 631
ROOM_FOR_A_WORD = 110  # pixels of a phase's stretch

STATIC = Path(__file__).resolve().parents[2] / "static"
FACE = STATIC / "vendor" / "fonts" / "atkinson-next.woff2"


def as_gif(report: Report, _: Wording) -> bytes:
    film = reel(report)
    drawer = Drawer(report, film, _)
    frames = list(map(drawer.drawn, film.frames))
    palette = frames[-1].quantize(COLOURS, dither=Image.Dither.NONE)
    last, *pictures = [
        frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in (frames[-1], *frames)
    ]
    lengths = [A_FRAME] * len(frames) + [AT_THE_END]
    file = BytesIO()
    if len(frames) == 1:
        last.save(file, "GIF")
    else:
        last.save(
            file, "GIF", save_all=True, append_images=pictures, duration=lengths, loop=0, disposal=1
        )
    return file.getvalue()


class Drawer:
    """Draws each frame over what stays the same: the title, the legend and the band."""

    def __init__(self, report: Report, film: Reel, _: Wording) -> None:
        self._ = _
        self._film = film
        self._titles = {step.id: step.title for step in report.agenda}
        self._coming, self._past, self._reds = band(film, coming=True), band(film), reds(film)
        self._ground = self._drawn_ground(report)

    def drawn(self, frame: Frame) -> Image.Image:
        picture = self._ground.copy()
        draw = ImageDraw.Draw(picture)
        for pile in frame.piles:
            draw_pile(draw, pile)
        for spot in frame.spots:
            draw_note(draw, spot)
        for pile in frame.piles:
            draw_title(draw, pile, self._)
        self._draw_where(draw, frame)
        self._draw_band(picture, frame)
        return picture

    def _drawn_ground(self, report: Report) -> Image.Image:
        picture = Image.new("RGB", SIZE, ink("ground"))
        draw = ImageDraw.Draw(picture)
        about = report.workshop
        write(draw, (56, 34), about.purpose or about.title, 38, 750, "ink", 1088)
        draw_phases(draw, laid_runs(self._film), self._)
        draw_legend(draw, [note.type for note in report.notes], self._)
        return picture

    def _draw_where(self, draw: ImageDraw.ImageDraw, frame: Frame) -> None:
        """The time, the step, how many notes, and what is not drawn; at the end what was decided."""
        notes = self._.ngettext("%(num)d note", "%(num)d notes", len(frame.spots))
        minute = self._("Minute %(n)d", n=min(frame.at, self._film.seconds - 1) // 60 + 1)
        title = self._titles.get(frame.step, "")
        parts = [minute, title, notes] if title else [notes]
        if self._film.more and len(frame.piles) == MOST_PILES:
            parts.append(
                self._.ngettext(
                    "%(num)d more cluster is left on the wall",
                    "%(num)d more clusters are left on the wall",
                    self._film.more,
                )
            )
        write(draw, (56, 88), " · ".join(parts), 25, 500, "ink-2", 1088)
        if frame.decided:
            words = self._("Decided: %(text)s", text=frame.decided)
            draw.ellipse((56, 532, 72, 548), fill=ink("thread"))
            write(draw, (84, 525), words, 25, 700, "ink", 1060)

    def _draw_band(self, picture: Image.Image, frame: Frame) -> None:
        x = round(frame.at / max(1, self._film.seconds) * BAND.length)
        picture.paste(self._coming, BAND_AT)
        picture.paste(self._past.crop((0, 0, x, BAND.height)), BAND_AT)
        at, foot = BAND_AT[0] + x, BAND_AT[1] + self._reds[min(x, len(self._reds) - 1)]
        ring = (at - 8, foot - 8, at + 8, foot + 8)
        ImageDraw.Draw(picture).ellipse(ring, fill=ink("surface"), outline=ink("thread"), width=4)


def draw_note(draw: ImageDraw.ImageDraw, spot: Spot) -> None:
    """Paper with its edge, and the hem above where it is large enough for one."""
    fill, edge = paper(spot.type)
    end = (spot.x + spot.size - 1, spot.y + spot.size - 1)
    draw.rectangle((spot.x, spot.y, *end), fill=ink(fill), outline=ink(edge))
    hem = spot.size // 5
    draw.rectangle((spot.x, spot.y, end[0], spot.y + hem - 1), fill=ink(edge)) if hem > 1 else None


def draw_pile(draw: ImageDraw.ImageDraw, pile: Pile) -> None:
    """A card; what the room chose has the red thread around it."""
    box = pile.box
    corners = (box.x, box.y, box.x + box.width, box.y + box.height)
    edge, weight = ("thread", 4) if pile.chosen else ("line", 1)
    draw.rounded_rectangle(corners, 10, fill=ink("surface"), outline=ink(edge), width=weight)


def draw_title(draw: ImageDraw.ImageDraw, pile: Pile, _: Wording) -> None:
    """Over the notes that are on their way."""
    box, title = pile.box, pile.title or _("Cluster without a name")
    tone = "ink" if pile.title else "ink-2"
    for number, line in enumerate(parted(title, 21, 700, box.width - 20)):
        write(draw, (box.x + 10, box.y + 5 + 26 * number), line, 21, 700, tone, box.width - 20)


def draw_phases(draw: ImageDraw.ImageDraw, laid: list[Run], _: Wording) -> None:
    for run in laid:
        if run.phase in PHASES and run.end - run.start >= ROOM_FOR_A_WORD:
            at = (BAND_AT[0] + round(run.start), WORDS_AT)
            write(draw, at, _(PHASES[run.phase]), 21, 700, "ink", round(run.end - run.start))


def draw_legend(draw: ImageDraw.ImageDraw, types: list[str], _: Wording) -> None:
    """The kinds of notes that there are, below the stage."""
    x = 56
    for kind in (it for it in TYPES if it in types):
        word = _(TYPES[kind])
        draw_note(draw, Spot(kind, x, 496, 18))
        write(draw, (x + 26, 492), word, 20, 500, "ink-2", 400)
        x += 58 + round(face(20, 500).getlength(word))


def write(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    words: str,
    size: int,
    weight: int,
    tone: str,
    width: int,
) -> None:
    """One line of words; what has no room ends in three dots."""
    line, letters = " ".join(words.split())[:400], face(size, weight)
    while line and letters.getlength(line) > width:
        line = f"{line.rstrip('…')[:-1].rstrip()}…" if line != "…" else ""
    draw.text(at, line, font=letters, fill=ink(tone))


def parted(words: str, size: int, weight: int, width: int) -> list[str]:
    """On one line where they have room, else on two."""
    letters, parts = face(size, weight), words.split()
    fitting = [k for k in range(1, len(parts)) if letters.getlength(" ".join(parts[:k])) <= width]
    if letters.getlength(words) <= width or not fitting:
        return [words]
    return [" ".join(parts[: fitting[-1]]), " ".join(parts[fitting[-1] :])]


@cache
def face(size: int, weight: int) -> ImageFont.FreeTypeFont:
    letters = ImageFont.truetype(FACE, size)
    letters.set_variation_by_axes([weight])
    return letters


@cache
def tokens() -> dict[str, str]:
    """The colours of the light theme, by the names that the style sheets give them."""
    text = (STATIC / "css" / "tokens.css").read_text("utf-8").split("[data-theme")[0]
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})\b", text))


@cache
def papers() -> dict[str, tuple[str, str]]:
    """Fill and edge of each kind of note."""
    text = (STATIC / "css" / "note.css").read_text("utf-8")
    found = re.findall(
        r"\[data-type=(\w+)\]\{--fill:var\(--([\w-]+)\);--edge:var\(--([\w-]+)\)", text
    )
    return {kind: (fill, edge) for kind, fill, edge in found}


def paper(kind: str) -> tuple[str, str]:
    return papers().get(kind, ("n-unkn", "n-unkn-b"))


def ink(name: str) -> str:
    return tokens()[name]


def laid_runs(film: Reel) -> list[Run]:
    segments = [Segment(cast("Phase", phase), seconds) for phase, seconds in film.steps]
    return runs(segments or [Segment("frame", 1)], BAND.length)


def band(film: Reel, *, coming: bool = False) -> Image.Image:
    """The woven band, all of it past or all of it yet to come."""
    large = Image.new("RGB", (BAND.width * FINER, BAND.height * FINER), ink("ground"))
    draw = ImageDraw.Draw(large)
    woven = threads(laid_runs(film), BAND.threads, BAND.half)
    red = BAND.threads // 2
    for rank in sorted(range(BAND.threads), key=lambda it: it == red):
        for strand in woven[rank]:
            xs = [*range(round(strand.run.start), round(strand.run.end) + 1, 3), strand.run.end]
            line = [(x * FINER, height(woven[rank], x, BAND) * FINER) for x in xs]
            tone = "thread" if rank == red else "line-strong" if coming else strand.run.phase
            weight = (BAND.red if rank == red else BAND.weight) * (0.5 if coming else 1)
            draw.line(
                line, fill=ink({"break": "frame"}.get(tone, tone)), width=round(weight * FINER)
            )
    return large.resize((BAND.width, BAND.height), Image.Resampling.LANCZOS)


def reds(film: Reel) -> list[int]:
    """How far down the red thread is, pixel by pixel."""
    thread = threads(laid_runs(film), BAND.threads, BAND.half)[BAND.threads // 2]
    return list(map(round, map(partial(height, thread, frame=BAND), range(BAND.width))))
