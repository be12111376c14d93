"""The band is one exact drawing: its length is minutes, its crossings are never wrong."""

import re
from itertools import pairwise, product
from xml.etree import ElementTree as ET

import pytest

from workshop.insight.band import FRAMES, Segment, Size, band_svg
from workshop.insight.crossings import crossings
from workshop.insight.weave import Phase, height_at, runs, threads

MINI = [
    Segment("frame", 2),
    Segment("open", 5),
    Segment("integrate", 7),
    Segment("close", 4),
    Segment("close", 5),
    Segment("frame", 2),
]
TWO_ROUNDS = [
    Segment("open", 20),
    Segment("integrate", 20),
    Segment("close", 20),
    Segment("break", 15),
    Segment("open", 40),
    Segment("integrate", 40),
    Segment("close", 35),
]
SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)


def by_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


def test_neighbours_of_one_phase_are_one_run_as_long_as_their_minutes() -> None:
    laid = runs(MINI, 250)
    assert [(run.phase, round(run.start), round(run.end)) for run in laid] == [
        ("frame", 0, 20),
        ("open", 20, 70),
        ("integrate", 70, 140),
        ("close", 140, 230),
        ("frame", 230, 250),
    ]


def test_heights_rise_settle_rest_and_fall() -> None:
    phases: list[Phase] = ["open", "break", "integrate", "close", "integrate"]
    laid = runs([Segment(phase, 10) for phase in phases], 50)
    assert [run.high for run in laid] == [1, 1, 0.82, 0.035, 0.62]
    for before, after in pairwise(laid):
        assert height_at(before, before.end) == pytest.approx(height_at(after, after.start))


@pytest.mark.parametrize("count", [7, 9, 11, 13])
def test_a_thread_is_never_lost(count: int) -> None:
    woven = threads(runs(TWO_ROUNDS, 800), count, 40)
    for thread in woven:
        for before, after in pairwise(thread):
            assert before.y(before.run.end) == pytest.approx(after.y(after.run.start))
    last = sorted(round(thread[-1].lane_after, 6) for thread in woven)
    assert last == sorted(round(thread[0].lane, 6) for thread in woven)


@pytest.mark.parametrize("count", [7, 9, 11, 13])
def test_of_two_threads_that_meet_one_goes_over_and_one_under(count: int) -> None:
    met = crossings(threads(runs(MINI, 330), count, 26))
    overs = sorted(crossing.x for each in met for crossing in each if crossing.over)
    unders = sorted(crossing.x for each in met for crossing in each if not crossing.over)
    assert overs == unders
    assert len(overs) > count


@pytest.mark.parametrize(
    ("size", "most"),
    [("phone", 12_000), ("card", 16_000), ("console", 20_000), ("board", 25_000), ("page", 25_000)],
)
def test_a_drawing_is_small(size: Size, most: int) -> None:
    assert max(len(band_svg(plan, size, now=9)) for plan in (MINI, TWO_ROUNDS)) < most


@pytest.mark.parametrize("size", FRAMES)
def test_a_drawing_holds_to_a_strict_policy_and_is_silent_for_screen_readers(size: Size) -> None:
    text = band_svg(MINI, size, now=9)
    root = parsed(text)
    assert root.get("aria-hidden") == "true"
    assert [e.tag for e in root.iter() if e.get("style") or e.tag == f"{SVG}style"] == []
    assert re.findall(r"(?:https?:|data:)", text.replace(SVG[1:-1], "")) == []


def test_every_reference_has_its_target_and_two_bands_share_none() -> None:
    first, second = (band_svg(MINI, "card", prefix=name) for name in ("a", "b"))
    ids = set(re.findall(r' id="([^"]+)"', first))
    assert (
        set(re.findall(r"#([\w-]+)", first.replace('fill="#fff"', "").replace('"#000"', ""))) == ids
    )
    assert ids.isdisjoint(re.findall(r' id="([^"]+)"', second))


def test_now_parts_past_from_coming_and_the_ring_stands_on_the_red_thread() -> None:
    root = parsed(band_svg(MINI, "phone", now=12.5))
    length = float(root.get("data-length", "0"))
    (past,), (coming,) = by_class(root, "band-clip-past"), by_class(root, "band-clip-coming")
    now = float(past.get("width", ""))
    assert now == float(coming.get("x", "")) == round(length / 2, 1)
    (ring,) = by_class(root, "band-now")
    heights = [float(y) for y in root.get("data-red", "").split()]
    x, y = (float(n) for n in re.findall(r"[-\d.]+", ring.get("transform", "")))
    assert x == now
    assert y == pytest.approx(heights[len(heights) // 2], abs=3)


def test_two_rounds_give_two_knots_tied_when_their_minute_has_come() -> None:
    planned, midway, done = (
        parsed(band_svg(TWO_ROUNDS, "board", now=now, done=done))
        for now, done in ((None, False), (100, False), (None, True))
    )
    tied = [
        [len(by_class(r, "band-knot")), len(by_class(r, "band-knot--tied"))]
        for r in (planned, midway, done)
    ]
    assert tied == [[2, 0], [2, 1], [2, 2]]
    rings = [by_class(r, "band-now")[0].get("visibility") for r in (planned, midway, done)]
    assert rings == ["hidden", None, "hidden"]


def test_odd_plans_draw_without_a_fault() -> None:
    plans: list[list[Segment]] = [[], [Segment("frame", 1)], [Segment("integrate", 1)]]
    pairs = product(("frame", "open", "integrate", "close", "break"), repeat=2)
    plans += [[Segment(a, 1), Segment(b, 240)] for a, b in pairs]
    for plan in plans:
        root = parsed(band_svg(plan, "console", now=1))
        assert "nan" not in ET.tostring(root, encoding="unicode")
