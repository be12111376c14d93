"""Goals in the report: each version with its reason, how sure the room was, and what came along from before."""

from tests.core.story import Story, id_of, step
from tests.core.wander import AIM
from tests.export.rooms import place
from tests.export.test_formats import rows
from workshop.core.continuing import EarlierAction, EarlierField
from workshop.core.setup import Scale
from workshop.export import make, report
from workshop.export.parts import ContinuedLine, FieldLine, SheetLine

PEOPLE = ("ada", "bo", "cy", "dag", "eli")
PROMISE = step("promise", 7, "actions", "close")


def held() -> Story:
    """A goal that came along, moved by a note, and asked about: 2, 3, 4, 4 and 5 of 5."""
    story = Story((AIM, PROMISE)).joins(*PEOPLE).joins("finn", role="facilitator")
    story.says(
        "finn",
        "ContinueFrom",
        id=id_of("from"),
        workshop=id_of("earlier"),
        title="Safe at home",
        held="2026-10-02",
        actions=(EarlierAction(what="Ask the ward", who="Ane", due="2026-10-09"),),
        goal=(EarlierField(field="goal", title="The goal", text="Nobody goes home alone"),),
        parked=("Keys?",),
    )
    story.says("finn", "ChangeStep", step=AIM.id, types=("learning",))
    story.says("finn", "StartStep", step=AIM.id)
    note = {"step": AIM.id, "type": "learning", "text": "The nights are worst"}
    story.says("ada", "AddNote", id=id_of("night"), **note)
    values = {"goal": "Nobody is alone the first night", "limits": "This year"}
    given = {"values": values, "reason": "We asked them", "insights": (id_of("night"),)}
    story.says("bo", "SaveSheet", id=id_of("next"), step=AIM.id, **given)
    scales = (Scale(id="sure", title="How sure?"),)
    asked = {"text": "Nobody is alone the first night", "scales": scales}
    story.says("finn", "OpenScoring", id=id_of("asked"), step=AIM.id, **asked)
    for person, value in zip(PEOPLE, (2, 3, 4, 4, 5), strict=True):
        mark = {"item": id_of("asked"), "scale": "sure", "value": value}
        story.says(person, "GiveScore", scoring=id_of("asked"), **mark)
    story.says("finn", "CloseScoring", scoring=id_of("asked"))
    story.end_keys()
    story.says("finn", "StartStep", step=PROMISE.id)
    story.says("finn", "ChangeWorkshop", follow_up="2027-01-12")
    return story


def test_every_version_is_told_with_what_moved_it_and_where_it_came_from():
    story = held()
    told = report(place(story))

    first, second = told.sheets
    assert told.continued == (
        ContinuedLine(
            id=id_of("from"), workshop=id_of("earlier"), title="Safe at home", held="2026-10-02"
        ),
    )
    assert (first.version, first.step, first.continued) == (1, "", id_of("from"))
    assert second == SheetLine(
        id=id_of("next"),
        step=AIM.id,
        subject="goal",
        version=2,
        cycle=1,
        at=second.at,
        fields=(
            FieldLine(field="goal", title="The goal", text="Nobody is alone the first night"),
            FieldLine(field="limits", title="Limits", text="This year"),
        ),
        reason="We asked them",
        insights=(id_of("night"),),
        confidence=id_of("asked"),
        continued="",
    )


def test_forms_csv_has_a_row_for_each_field_of_each_version():
    """Of 2, 3, 4, 4 and 5 the middle is 4; below it are 2 and 3, above it 4 and 5, so half lie from 2.5 to 4.5."""
    told = rows("forms.csv", held())

    assert [(row["Version"], row["Field"], row["It said"]) for row in told] == [
        ("1", "The goal", "Nobody goes home alone"),
        ("2", "The goal", "Nobody is alone the first night"),
        ("2", "Limits", "This year"),
    ]
    assert told[0]["Came from"] == "From “Safe at home”, 2 October 2026"
    assert told[1]["Why"] == "We asked them; The nights are worst"
    assert told[1]["How sure the room was"] == "4 of 5, half from 2.5 to 4.5"


def test_a_note_that_was_hidden_since_is_no_longer_told_as_what_moved_it():
    story = held()
    story.says("finn", "HideNote", note=id_of("night"), reason="It names a colleague")
    made = place(story)

    assert report(made).sheets[1].insights == ()
    for format_ in ("report.html", "report.md", "forms.csv", "workshop.json"):
        assert b"The nights are worst" not in make(format_, made)


def test_what_came_along_is_marked_wherever_it_is_read():
    made = place(held())

    markdown, page = make("report.md", made).decode(), make("report.html", made).decode()
    assert "Ask the ward \\(From “Safe at home”, 2 October 2026\\)" in markdown
    assert "Keys? (From “Safe at home”, 2 October 2026)" in markdown
    assert page.count("From “Safe at home”, 2 October 2026") == 3
    assert "We look at the actions again on 12 January 2027." in markdown
    assert "We look at the actions again on 12 January 2027." in page


def test_a_decision_is_told_with_its_ground():
    story = held()
    given = {"id": id_of("d"), "step": PROMISE.id, "text": "We call", "basis": "18 of 24 dots"}
    more = {"alternatives": "Visit\nWrite", "decider": "The leader group", "daily": "At seven"}
    story.says("finn", "AddDecision", **given, **more)
    made = place(story)

    markdown = make("report.md", made).decode()
    assert (
        "- **Decided**: We call\n  - Rests on: 18 of 24 dots\n  - What else there was: Visit"
        in markdown
    )
    page = make("report.html", made).decode()
    assert 'Rests on: <span dir="auto">18 of 24 dots</span>' in page
    assert "The leader group" in page
