"""What the room marked: told as it lies, with the level that was set before, and never a few people's marks."""

import csv
import io

import msgspec
import pytest

from tests.core.story import Story, id_of, step
from tests.export.rooms import PEOPLE, place
from tests.export.sheet import sheet
from workshop.core.agenda import Step
from workshop.core.notes import Note
from workshop.core.setup import Scale, Setup
from workshop.export import make, report
from workshop.export.agreement import moved
from workshop.export.parts import MarkLine, ScoredLine
from workshop.export.wording import wording_of

WORDS = wording_of("en")
STAND = Scale(
    id="stand",
    title="Where do you stand?",
    high=8,
    words=("Fully", "Nearly", "With doubts", "Aside", "Talk", "Go along", "Against", "Stop"),
)
PULSE = (Scale(id="clear", title="I understand"), Scale(id="keen", title="I want to"))
VALUE = (Scale(id="value", title="Value", low=0, high=2),)


def pulse(word: str, at: int) -> Step:
    return step(word, at, "poll", "frame", setup=Setup(scales=PULSE, subject="pulse"))


STEPS = (
    pulse("early", 0),
    step(
        "write",
        1,
        "wall",
        "open",
        types=("idea",),
    ),
    step("agree", 2, "poll", "close", setup=Setup(scales=(STAND,), proposal=True)),
    step("value", 3, "poll", "close", source=id_of("write"), setup=Setup(scales=VALUE)),
    pulse("late", 4),
)


def scored(
    story: Story,
    where: str,
    word: str,
    marks: dict[tuple[str, str], tuple[int, ...]],
    **fields: object,
) -> None:
    """Opened, marked by as many as there are marks, and closed."""
    story.says("finn", "StartStep", step=id_of(where))
    story.says("finn", "OpenScoring", id=id_of(word), step=id_of(where), **fields)
    for (item, scale), given in marks.items():
        for person, value in zip(PEOPLE, given, strict=False):
            mark = {"scoring": id_of(word), "item": id_of(item), "scale": scale, "value": value}
            story.says(person, "GiveScore", **mark)
    story.says("finn", "CloseScoring", scoring=id_of(word))
    story.end_keys()


@pytest.fixture
def story():
    """A pulse, a text in two versions, a note that few have marked, and the pulse again."""
    told = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    early = {("early", "clear"): (1, 2, 3, 3, 4), ("early", "keen"): (5, 5, 4)}
    scored(told, "early", "first", early)
    told.says("finn", "StartStep", step=id_of("write"))
    told.says("ada", "AddNote", id=id_of("tea"), step=id_of("write"), type="idea", text="Tea")
    one, two = {("one", "stand"): (1, 2, 3, 6, 7)}, {("two", "stand"): (1, 2, 3, 3, 4)}
    scored(told, "agree", "one", one, text="We call.", needed="none_opposed")
    again = {"text": "We call within a day.", "needed": "none_opposed", "amends": id_of("one")}
    scored(told, "agree", "two", two, **again)
    scored(told, "value", "weigh", {("tea", "value"): (0, 2)})
    late = {("late", "clear"): (3, 4, 4, 4, 5), ("late", "keen"): (5, 5, 4, 3)}
    scored(told, "late", "last", late)
    return told


def lines(story: Story):
    return {line.id: line for line in report(place(story)).scorings}


def test_each_version_of_a_text_is_told_with_its_level_and_how_the_marks_lie(story):
    one, two = lines(story)[id_of("one")], lines(story)[id_of("two")]

    assert (one.text, one.version, one.needed, one.met) == ("We call.", 1, "none_opposed", "no")
    assert (two.version, two.amends, two.met) == (2, id_of("one"), "yes")
    assert two.items == (ScoredLine(item=id_of("two"), title="We call within a day."),)
    assert two.results == (
        MarkLine(
            item=id_of("two"),
            title="We call within a day.",
            scale="stand",
            answers=5,
            counts=(1, 1, 2, 1, 0, 0, 0, 0),
            median="3",
            q1="1.5",
            q3="3.5",
            iqr="2",
            met="yes",
        ),
    )


def test_what_few_have_marked_is_in_no_format_broken_down(story):
    (tea,) = lines(story)[id_of("weigh")].results

    assert (tea.title, tea.answers, tea.counts, tea.median) == ("Tea", -1, (), "")
    (row,) = [it for it in rows(story) if it[3] == "Tea"]
    assert row[4:15] == ["", "Value", "", "0", "2", "under 4", "", "", "", "", ""]
    assert "| Tea" not in markdown(story)  # one thing on one scale is called by the scale
    assert "| Value | under 4 |  |  |  |  |" in markdown(story)


def test_a_pulse_is_told_before_and_after(story):
    """By hand: 1 2 3 3 4 has its middle at 3, and 3 4 4 4 5 at 4. Three answers before say nothing."""
    last = lines(story)[id_of("last")]

    assert last.before == id_of("first")
    assert list(moved(report(place(story)), last, WORDS)) == [("I understand", "3", "4", "+1")]
    assert r"| I understand | 3 | 4 | \+1 |" in markdown(story)


def test_the_level_and_what_came_of_it_are_said_in_words(story):
    page = markdown(story)

    assert "### agree, version 2\n\n> We call within a day\\.\n" in page.replace("day.", "day\\.")
    assert page.count("Needed, and set before anyone answered: nobody at 7 or 8.") == 2
    assert page.index("That was not reached.") < page.index("That was reached.")
    assert "| 7 | Against | 1 |" in page
    assert "3 of 5 at 1 to 3 · 2 at 5 to 8. Middle: 3" in page  # 1 2 3 6 7
    assert "4 of 5 at 1 to 3 · 0 at 5 to 8. Middle: 3" in page  # 1 2 3 3 4
    assert page.index("| 8 | Stop | 0 |") < page.index("| 1 | Fully | 1 |")


def test_the_page_shows_every_scoring_and_needs_no_style_of_its_own(story):
    page = make("report.html", place(story)).decode()

    assert page.count("We call within a day.") == 1
    assert 'rect width="100"' in page
    assert " style=" not in page


def test_what_stands_in_the_way_is_told_before_the_marks(story):
    step = story.place.get(Step, id_of("agree"))
    story.place.put(msgspec.structs.replace(step, types=("reservation",)))
    story.says("finn", "StartStep", step=id_of("agree"))
    doubt = {"step": id_of("agree"), "type": "reservation", "text": "Who calls at weekends?"}
    story.says("ada", "AddNote", id=id_of("doubt"), **doubt)

    page = markdown(story)

    told = page.index("What stands in the way:\n\n- Who calls at weekends?")
    assert page.index("### agree, version 2") < told < page.index("| 8 | Stop | 0 |", told)
    assert page.count("What stands in the way") == 1


@pytest.fixture
def doubted(story):
    """What stood in the way of the first version, and what stands in that of the second."""
    step = story.place.get(Step, id_of("agree"))
    story.place.put(msgspec.structs.replace(step, types=("reservation",)))
    story.says("finn", "StartStep", step=id_of("agree"))
    for scoring, text in (("one", "Who calls at weekends?"), ("two", "A day is short")):
        doubt = {"step": id_of("agree"), "type": "reservation", "about": id_of(scoring)}
        story.says("ada", "AddNote", id=id_of(f"{scoring}doubt"), text=text, **doubt)
    return story


def test_each_version_is_told_with_what_stood_in_its_own_way(doubted):
    page = markdown(doubted)
    first, second = page.split("### agree, version 2")

    assert first.count("What stands in the way:\n\n- Who calls at weekends?\n") == 1
    assert second.count("What stands in the way:\n\n- A day is short\n") == 1
    assert "- Who calls" not in second.split("## ")[0]
    assert "- Who calls at weekends? *(Reservation)* – Ada – about: Version 1" in page
    assert make("report.html", place(doubted)).decode().count("What stands in the way") == 2


def test_a_table_of_notes_says_of_which_version_each_speaks(doubted):
    found = csv.DictReader(io.StringIO(make("notes.csv", place(doubted)).decode("utf-8-sig")))

    told = {row["Note"]: row["About"] for row in found}

    assert told == {
        "Tea": "",
        "Who calls at weekends?": "Version 1",
        "A day is short": "Version 2",
    }


def test_what_names_no_version_is_told_with_the_first(story):
    step = story.place.get(Step, id_of("agree"))
    story.place.put(msgspec.structs.replace(step, types=("reservation",)))
    story.says("finn", "StartStep", step=id_of("agree"))
    doubt = {"step": id_of("agree"), "type": "reservation", "text": "Who calls at weekends?"}
    story.says("ada", "AddNote", id=id_of("doubt"), **doubt)
    note = story.place.get(Note, id_of("doubt"))
    story.place.put(msgspec.structs.replace(note, about=""))

    first, second = markdown(story).split("### agree, version 2")

    assert (first.count("What stands in the way"), second.count("What stands in the way")) == (1, 0)


def test_an_open_scoring_tells_what_is_asked_and_no_marks():
    story = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("agree"))
    story.says("finn", "OpenScoring", id=id_of("one"), step=id_of("agree"), text="We call.")
    mark = {"scoring": id_of("one"), "item": id_of("one"), "scale": "stand", "value": 8}
    for person in PEOPLE:
        story.says(person, "GiveScore", **mark)

    line = lines(story)[id_of("one")]

    assert (line.text, line.ballots, line.results) == ("We call.", 0, ())
    assert "The scoring is still open." in markdown(story)
    assert rows(story) == []


def test_a_note_that_was_hidden_since_keeps_its_marks_without_its_words(story):
    story.says("finn", "HideNote", note=id_of("tea"), reason="It names someone")

    (item,) = lines(story)[id_of("weigh")].items

    assert item.title == ""
    assert "Tea" not in markdown(story)


def rows(story: Story) -> list[list[str]]:
    return sheet(make("scores.csv", place(story)))[1:]


def markdown(story: Story) -> str:
    return make("report.md", place(story)).decode()
