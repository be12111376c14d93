"""An earlier workshop is dated as its own report is: by the clock of the place, not by UTC."""

import time

import pytest
from msgspec.structs import replace

from tests.export.rooms import closed, place
from workshop.export import earlier, report
from workshop.export.as_json import canonical
from workshop.export.naming import folder_name

EVENING = "2026-11-22T00:30:00.000Z"  # in New York half past seven, the day before


@pytest.fixture
def new_york(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_an_evening_in_new_york_is_of_that_day(new_york):
    told = report(place(closed()))
    evening = replace(told, workshop=replace(told.workshop, started_at=EVENING))

    from_file, from_link = earlier.read(canonical(evening)), earlier.of(evening)

    assert (from_file.held, from_link.held) == ("2026-11-21", "2026-11-21")
    assert folder_name(evening.workshop).startswith("2026-11-21-")


def test_one_that_has_not_begun_is_of_the_day_when_it_was_made(new_york):
    told = report(place(closed()))
    about = replace(told.workshop, started_at="", created_at="2026-10-02T03:59:00.000Z")

    assert earlier.of(replace(told, workshop=about)).held == "2026-10-01"
