"""A workshop opened again from its own workshop.json, as the server does it, and as it is compared."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.core.story import NINE, Story
from workshop.core.decider import decide, enter
from workshop.core.messages import By, Entry
from workshop.core.records import Place
from workshop.core.times import later
from workshop.export import report
from workshop.export.as_json import canonical
from workshop.export.parts import Report
from workshop.export.restored import restored
from workshop.export.saved import read

HERE = "fedcba9876543210fedcba9876543210"
LATER = later(NINE, 90 * 24 * 3600)


def opened_again(told: Report, here: str = HERE, at: str = LATER) -> Place:
    """Through the bytes of the file, into a place of its own."""
    command = restored(
        read(canonical(told)), op="op-import", id=here, code="NEW222", retention_days=30
    )
    place = Place(here)
    by = By(actor="", role="facilitator", at=at)
    events = tuple(decide(place, command, by))
    enter(place, Entry(seq=1, op=command.op, by="", at=at, events=events))
    return place


def compared(told: Report) -> Report:
    """Without what must differ: the own id and code, when this was so, and where it came from."""
    about = replace(told.workshop, id="", code="", as_of="", imported=None)
    return replace(told, workshop=about)


def assert_comes_back_equal(place: Place) -> None:
    """Once, and once more from the copy's own file."""
    told = report(place)
    copy = opened_again(told)
    again = opened_again(report(copy), here="0" * 32)
    assert compared(report(copy)) == compared(told)
    assert compared(report(again)) == compared(told)


@pytest.fixture(autouse=True)
def every_story_comes_back() -> Iterator[None]:
    """What a test has told last, saved and opened again, and that once more."""
    Story.newest = None
    yield
    if Story.newest:
        assert_comes_back_equal(Story.newest.place)
