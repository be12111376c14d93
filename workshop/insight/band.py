"""The woven band: the agenda's minutes and phases as one drawing, with a red thread through it."""

from collections.abc import Sequence
from math import ceil
from typing import Literal

from workshop.insight.curves import Frame, height, n, paths
from workshop.insight.weave import BLEND, Phase, Run, Segment, Thread, height_at, runs, threads

__all__ = ["Phase", "Segment", "Size", "band_svg"]

Size = Literal["phone", "console", "board", "page", "card"]


FRAMES: dict[Size, Frame] = {
    "phone": Frame(334, 62, 7, 2, 3, 4.5),
    "console": Frame(840, 96, 9, 2.4, 4, 7),
    "board": Frame(1330, 110, 9, 3, 6, 8),
    "page": Frame(1120, 200, 13, 3.2, 6, 12),
    "card": Frame(340, 100, 9, 2, 3.2, 6),
}


def band_svg(
    segments: Sequence[Segment],
    size: Size = "phone",
    now: float | None = None,
    done: bool = False,
    prefix: str = "",
) -> str:
    """Draw the band; `now` is in minutes, None before the start; `prefix` keeps ids unique."""
    frame, name = FRAMES[size], prefix or f"band-{size}"
    segments = segments or [Segment("frame", 1)]
    laid = runs(segments, frame.length)
    total = sum(segment.minutes for segment in segments)
    woven = threads(laid, frame.threads, frame.half)
    at = frame.length if done else _x_of(now, total, frame)
    red = woven[frame.threads // 2]
    return (
        f'<svg class="band band--{size}" xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {frame.width} {frame.height}" width="{frame.width}" '
        f'height="{frame.height}" overflow="visible" aria-hidden="true" focusable="false" '
        f'data-minutes="{total}" data-length="{n(frame.length)}" data-red="{_samples(red, frame)}">'
        f"<defs>{_hues(laid, name)}{paths(woven, frame, name)}"
        f"{_mask(frame, name, 'past', 1)}{_mask(frame, name, 'coming', 0.6)}"
        f"{_clips(at, frame, name, done)}</defs>"
        f'<g class="band-coming" clip-path="url(#{name}-coming)" fill="none">'
        f"{_woven(frame, name, 'coming', 0.42, 0.62)}</g>"
        f'<g class="band-past" clip-path="url(#{name}-past)">{_softs(laid, frame)}'
        f'<g fill="none" stroke="url(#{name}-hue)">{_woven(frame, name, "past", 1, 1)}</g></g>'
        f"{_knots(laid, red, frame, at, frame.length / total)}{_ring(at, now, red, frame, done)}</svg>"
    )


def _x_of(now: float | None, total: int, frame: Frame) -> float:
    return 0.0 if now is None else min(max(now, 0), total) * frame.length / total


def _samples(red: Thread, frame: Frame) -> str:
    """The height of the red thread at even steps, for a browser that moves the ring along it."""
    count = ceil(frame.length / 5)
    return " ".join(n(height(red, frame.length * k / count, frame)) for k in range(count + 1))


def _mask(frame: Frame, name: str, part: str, weight: float) -> str:
    """What lies over cuts a gap on both sides into what lies under, on any ground."""
    room, gap = frame.height, 1.7 * frame.weight * weight
    return (
        f'<mask id="{name}-gap-{part}" maskUnits="userSpaceOnUse" x="-{room}" y="-{room}" '
        f'width="{frame.width + 2 * room}" height="{3 * room}">'
        f'<path fill="#fff" d="M-{room}-{room}h{frame.width + 2 * room}v{3 * room}H-{room}z"/>'
        f'<g fill="none" stroke="#000"><use href="#{name}-over" '
        f'stroke-width="{n(frame.weight * weight + gap)}"/><use href="#{name}-red-over" '
        f'stroke-width="{n(frame.red * weight + gap)}"/></g></mask>'
    )


def _clips(at: float, frame: Frame, name: str, done: bool) -> str:
    room = frame.height
    end = frame.width + room if done else at
    rect = f'y="-{room}" height="{3 * room}"'
    return (
        f'<clipPath id="{name}-past"><rect class="band-clip-past" '
        f'width="{n(end)}" {rect}/></clipPath>'
        f'<clipPath id="{name}-coming"><rect class="band-clip-coming" x="{n(end)}" '
        f'width="{frame.width + room}" {rect}/></clipPath>'
    )


def _woven(frame: Frame, name: str, part: str, weight: float, red_weight: float) -> str:
    """Under, then over; square ends reach a little into the gap, so that no seam shows."""
    red = f'class="band-red" stroke-width="{n(frame.red * red_weight)}"'
    width = f'stroke-width="{n(frame.weight * weight)}"'
    return (
        f'<g mask="url(#{name}-gap-{part})"><use href="#{name}-under" {width}/>'
        f'<use href="#{name}-red-under" {red}/></g><g stroke-linecap="square">'
        f'<use href="#{name}-over" {width}/><use href="#{name}-red-over" {red}/></g>'
    )


def _hues(laid: list[Run], name: str) -> str:
    """One colour along x for every thread; it turns over while the threads turn."""
    end = laid[-1].end if laid else 1
    stops = ""
    for place, run in enumerate(laid):
        lead = min((run.end - run.start) * BLEND / 2, 12)
        first, last = (run.start + lead * (place > 0)), run.end - lead * (place < len(laid) - 1)
        for x in (first, last):
            stops += f'<stop class="band-hue--{run.phase}" offset="{x / end:.3f}"/>'
    return (
        f'<linearGradient id="{name}-hue" gradientUnits="userSpaceOnUse" x1="0" y1="0" '
        f'x2="{n(end)}" y2="0">{stops}</linearGradient>'
    )


def _softs(laid: list[Run], frame: Frame) -> str:
    return "".join(
        f'<path class="band-soft band-soft--{run.phase}" d="{_envelope(run, frame)}"/>'
        for run in laid
        if run.phase in ("open", "integrate", "close")
    )


def _envelope(run: Run, frame: Frame) -> str:
    steps = 12
    xs = [run.start + (run.end - run.start) * k / steps for k in range(steps + 1)]
    edge = [(x, _reach(height_at(run, x), frame)) for x in xs]
    middle = frame.height / 2
    top = "L".join(f"{n(x)} {n(middle - reach)}" for x, reach in edge)
    foot = "L".join(f"{n(x)} {n(middle + reach)}" for x, reach in reversed(edge))
    return f"M{top}L{foot}z"


def _reach(height: float, frame: Frame) -> float:
    return height * frame.half + frame.pad * min(1, 0.3 + 2 * height)


def _knots(laid: list[Run], red: Thread, frame: Frame, at: float, minute: float) -> str:
    """A knot at the end of each closing run; `minute` is the length of one."""
    text = ""
    for run in laid:
        if run.phase == "close":
            tied = " band-knot--tied" if at > run.end - 1e-6 else ""
            text += (
                f'<circle class="band-knot{tied}" data-minute="{n(run.end / minute)}" '
                f'cx="{n(run.end)}" cy="{n(height(red, run.end, frame))}" r="{n(frame.knot)}" '
                f'stroke-width="{n(frame.red * 0.62)}"/>'
            )
    return text


def _ring(at: float, now: float | None, red: Thread, frame: Frame, done: bool) -> str:
    hidden = ' visibility="hidden"' if done or now is None else ""
    return (
        f'<g class="band-now" transform="translate({n(at)} {n(height(red, at, frame))})"{hidden}>'
        f'<circle r="{n(frame.ring)}" stroke-width="{n(frame.red * 1.1)}"/></g>'
    )
