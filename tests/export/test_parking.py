"""The parking lot in the files: what becomes of each thought, and nothing that is held."""

import json

import pytest

from tests.core.story import Story, id_of
from tests.export.imported import opened_again
from tests.export.readers import READERS, ending
from tests.export.rooms import place
from tests.export.sheet import sheet
from tests.export.unpacked import every_byte
from workshop.core.lot import Parked
from workshop.export import earlier, make, moderation_csv, report
from workshop.export.parts import ParkedLine
from workshop.export.saved import read
from workshop.export.unsaid import left_out_for
from workshop.export.wording import wording_of

TOLD = [
    ParkedLine(
        id=id_of("asked"), text="What about lunch?", continued="", becomes="ask", word="The cook"
    ),
    ParkedLine(id=id_of("said"), text="Is it free?", continued="", becomes="answered"),
    ParkedLine(id=id_of("open"), text="Who has the keys?", continued=""),
]
SHOWING = ("report.html", "report.md", "report.pdf", "report.docx", "deck.pptx", "workshop.json")
ROLES = ("facilitator", "participant", "reader")
TABLES = ("parked.csv", "workshop.xlsx", "board.pdf")


@pytest.fixture(scope="module")
def story():
    """Three thoughts, two of them settled, and one that a facilitator hides."""
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for line in TOLD:
        told.says("ada", "ParkNote", id=line.id, text=line.text)
        given = {"parked": line.id, "becomes": line.becomes, "word": line.word}
        told.says("finn", "SettleParked", **given)
    told.says("ada", "ParkNote", id=id_of("hurts"), text="Bo is a nuisance")
    told.says("finn", "SettleParked", parked=id_of("hurts"), becomes="next", word="Ask Bo")
    told.says("finn", "HideNote", note=id_of("hurts"), reason="It points to a person")
    return told


def test_the_report_tells_what_becomes_of_each_thought_and_none_that_is_held(story):
    assert list(report(place(story)).parked) == TOLD


@pytest.mark.parametrize("name", [*SHOWING, *TABLES])
def test_every_file_that_shows_a_thought_says_what_becomes_of_it(story, name):
    data = make(name, place(story))

    words = " ".join(READERS[ending(name)](data).split())

    asked = "ask" if ending(name) == "json" else "Somebody who is not here is asked"
    assert [it for it in ("What about lunch?", asked, "The cook") if it not in words] == []
    assert not [it for it in ("nuisance", "Ask Bo", "points to") if it in words]


def test_what_is_held_is_in_no_file_at_all(story):
    assert not [
        it for it in (b"nuisance", b"Ask Bo", b"points to") if it in every_byte(story.place)
    ]


def test_a_workshop_that_is_opened_again_knows_what_became_of_each(story):
    again = opened_again(report(place(story)))

    assert list(report(again).parked) == TOLD
    assert {it.owner for it in again.all(Parked)} == {""}


def test_a_file_from_before_has_thoughts_of_which_nobody_has_said_anything(story):
    file = json.loads(make("workshop.json", place(story)))
    file["parked"] = [
        {name: it[name] for name in ("id", "text", "continued")} for it in file["parked"]
    ]

    told = read(json.dumps(file).encode())

    assert [(it.text, it.becomes, it.word) for it in told.parked] == [
        (it.text, "", "") for it in TOLD
    ]
    assert len(earlier.read(json.dumps(file).encode()).parked) == 3


def test_only_what_is_still_open_goes_on(story):
    found = earlier.of(report(place(story)))

    assert [line.text for line in found.parked] == ["What about lunch?", "Who has the keys?"]


def test_the_record_of_moderation_tells_of_it(story):
    _, line = sheet(moderation_csv(story.place, wording_of("en")))

    assert line[1:] == [
        "Hidden",
        "It points to a person",
        "Finn",
        "Parking lot",
        "Bo is a nuisance",
        id_of("hurts"),
    ]


@pytest.mark.parametrize("name", ["report.html", "report.md", "report.pdf", "report.docx"])
def test_a_thought_that_is_held_is_counted_and_the_report_says_so(story, name):
    words = " ".join(READERS[ending(name)](make(name, place(story))).split())

    about = report(story.place).workshop
    assert (about.held_back, about.parked_held_back) == (0, 1)
    assert "1 thought in the parking lot was held back by a facilitator." in words
    assert "0 notes were held back" not in words


def test_a_thought_that_was_held_is_counted_after_the_close_and_where_it_is_opened_again():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for name in ("hurts", "mild", "back", "fine"):
        told.says("ada", "ParkNote", id=id_of(name), text=f"What {name}")
    for name in ("hurts", "mild", "back"):
        told.says("finn", "HideNote", note=id_of(name), reason="It points to a person")
    told.says("finn", "ShowNote", note=id_of("mild"))
    told.says("ada", "RemoveParked", parked=id_of("back"))
    before = report(place(told)).workshop.parked_held_back
    told.says("finn", "CloseWorkshop")
    told.end_keys()

    closed = report(place(told))

    again = report(opened_again(closed)).workshop
    assert (before, closed.workshop.parked_held_back, again.parked_held_back) == (2, 2, 2)
    assert left_out_for("participant", report(place(told))) == closed


def test_until_the_close_how_many_thoughts_are_held_is_the_facilitators_to_know(story):
    told = report(place(story))

    counts = [left_out_for(role, told).workshop.parked_held_back for role in ROLES]
    assert dict(zip(ROLES, counts, strict=True)) == {
        "facilitator": 1,
        "participant": 0,
        "reader": 0,
    }
