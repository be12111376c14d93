"""Each format says the whole report, in the workshop's language, and can be read by who reads such files."""

import json
import re

import jsonschema
import pytest
from babel.support import NullTranslations

from tests.core.story import Story, id_of
from tests.export.rooms import (
    THOUGHTS,
    again,
    asked,
    closed,
    grouped,
    moderated,
    opened,
    place,
    write,
)
from tests.export.sheet import sheet
from workshop.export import FORMATS, make, report, schema
from workshop.export.as_json import canonical, published_schema, read
from workshop.words import catalogue


def rows(format_id: str, story: object) -> list[dict[str, str]]:
    data = make(format_id, place(story), NullTranslations())
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    head, *lines = sheet(data)
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_the_table_names_each_file():
    assert list(FORMATS) == [
        "report.html",
        "report.docx",
        "deck.pptx",
        "report.md",
        "report.pdf",
        "board.pdf",
        "board.svg",
        "board.png",
        "growth.gif",
        "workshop.xlsx",
        "notes.csv",
        "clusters.csv",
        "votes.csv",
        "scores.csv",
        "rows.csv",
        "order.csv",
        "forms.csv",
        "decisions.csv",
        "actions.csv",
        "polls.csv",
        "parked.csv",
        "agenda.csv",
        "actions.ics",
        "board.canvas",
        "workshop.json",
    ]


def test_the_published_schema_is_the_one_that_the_types_make():
    assert published_schema() == canonical(schema())
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("story", [opened, grouped, closed, again, asked, moderated])
def test_workshop_json_keeps_its_schema_at_any_moment(story):
    data = make("workshop.json", place(story()))

    jsonschema.validate(json.loads(data), schema(), jsonschema.Draft202012Validator)


def test_workshop_json_is_canonical_and_reads_back_whole():
    told = report(place(closed()))
    data = make("workshop.json", place(closed()))

    again = json.dumps(json.loads(data), sort_keys=True, indent=2, ensure_ascii=False) + "\n"
    assert data == again.encode()
    assert read(data) == told


def test_a_schema_of_another_version_is_refused():
    data = make("workshop.json", place(closed())).replace(b"workshop-1", b"workshop-9")

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(data), schema())


def test_notes_csv_has_a_row_for_each_note_with_its_step_cluster_and_parent():
    found = rows("notes.csv", closed())

    assert len(found) == len(THOUGHTS) + 2
    assert found[0] == {
        "Cycle": "1",
        "Step": "hello",
        "Prompt": "hello?",
        "Type": "Expectation",
        "Note": "Calm",
        "Name": "Ada",
        "Column": "",
        "How known": "",
        "Written as": "",
        "Group": "",
        "Cluster": "",
        "Builds on": "",
        "About": "",
        "For someone without a phone": "no",
        "Carried on": "no",
        "Brought in": "no",
        "Note id": id_of("hope"),
        "Parent id": "",
        "Carried from id": "",
        "Copy of id": "",
    }
    assert found[-1] == {
        "Cycle": "1",
        "Step": "write",
        "Prompt": "write?",
        "Type": "Idea",
        "Note": "On a magnet for the fridge",
        "Name": "",
        "Column": "",
        "How known": "",
        "Written as": "",
        "Group": "",
        "Cluster": "Cluster without a name",
        "Builds on": "One number that answers",
        "About": "",
        "For someone without a phone": "no",
        "Carried on": "no",
        "Brought in": "no",
        "Note id": id_of("magnet"),
        "Parent id": id_of("number"),
        "Carried from id": "",
        "Copy of id": "",
    }


def test_votes_csv_has_every_candidate_also_without_a_dot():
    found = rows("votes.csv", closed())

    assert [(it["Rank"], it["Tied"], it["Dots"], it["Voters"]) for it in found] == [
        ("1", "no", "8", "4"),
        ("2", "yes", "1", "under 4"),
        ("2", "yes", "1", "under 4"),
        ("4", "no", "0", "0"),
    ]
    assert {it["Have voted"] for it in found} == {"4"}


def test_a_carried_note_is_marked_and_its_cycle_is_told():
    found = [row for row in rows("notes.csv", again()) if row["Cycle"] == "2"]

    assert [(it["Note"], it["Carried on"], it["Cluster"]) for it in found] == [
        ("Someone calls the day after", "yes", "Someone answers"),
        ("One number that answers", "yes", "Someone answers"),
        ("Two on a shift", "no", ""),
        ("A rota on the wall", "no", ""),
    ]
    assert {it["Carried from id"] for it in found} == {id_of("ring"), id_of("number"), ""}


def test_a_copied_note_lies_in_both_clusters_and_was_written_once():
    story = grouped()
    step = {"step": id_of("group")}
    ids = {"id": id_of("again"), "note": id_of("ring"), "cluster": id_of("lists")}
    story.says("ada", "CopyNote", **ids, **step)
    for person, cluster in (("ada", "lists"), ("bo", "calls"), ("ada", "lists"), ("bo", "calls")):
        note = {"note": id_of("number"), "cluster": id_of(cluster)}
        story.says(person, "MoveNote", **note, **step)

    found = [row for row in rows("notes.csv", story) if row["Note"].startswith("Someone calls")]
    assert [(it["Cluster"], it["Copy of id"]) for it in found] == [
        ("Someone answers", ""),
        ("Cluster without a name", id_of("ring")),
    ]
    page = make("report.md", place(story), NullTranslations()).decode()
    groups, written = page.split("## What belonged together")[1].split("## All that was written")
    assert groups.count("Someone calls the day after") == 2
    assert groups.count("also in another cluster") == 1
    assert groups.count("moved back and forth") == 1
    assert written.count("Someone calls the day after") == 1


def test_votes_csv_tells_the_cycle_and_who_had_no_phone():
    told = {it["Vote"]: it for it in rows("votes.csv", again())}

    assert [(it["Cycle"], it["May vote"], it["Without a phone"]) for it in told.values()] == [
        ("1", "5", "0"),
        ("2", "6", "1"),
    ]
    assert list(told) == ["vote", "vote, cycle 2"]


def test_each_cycle_has_its_own_groups_under_its_question():
    page = make("report.md", place(again()), NullTranslations()).decode()
    groups = page.split("## What belonged together\n")[1].split("## All that was written")[0]

    assert [line for line in groups.splitlines() if line.startswith("#")] == [
        "### Cycle 1: write?",
        "#### Someone answers (2)",
        "#### Cluster without a name (2)",
        "#### Nothing fits here (0)",
        "#### Standing alone (2)",
        "### Cycle 2: Who answers the number?",
        "#### Someone answers (2)",
        "#### Standing alone (2)",
    ]
    assert "- One number that answers *(Idea)* – carried on from an earlier cycle\n" in page
    assert "9 notes · 2 cycles" in page


def test_the_agenda_says_how_each_step_was_really_held():
    page = make("report.md", place(again()), NullTranslations()).decode()
    written = [line for line in page.splitlines() if line.startswith("| write |")]

    assert [line.split(" | ")[3:] for line in written] == [
        ["1", "write?", "done |"],
        [
            "2",
            "Who answers the number?",
            "done; took notes before the meeting; took notes beside the next step |",
        ],
    ]


def test_what_the_room_answered_is_told_in_totals():
    page = make("report.md", place(asked()), NullTranslations()).decode()

    answers = page.split("## What the room answered\n\n")[1].split("\n\n## ")[0]
    assert answers.split("\n\n") == [
        "### How is it?",
        "Secret answers: 4 of 5 answered.",
        "| Answer | People |\n| --- | --- |\n| Calm | 3 |\n| tired | 1 |",
        "### Ready to go on?",
        "The question is still open.",
    ]


def test_the_report_says_how_many_notes_were_held_back():
    page = make("report.md", place(moderated()), NullTranslations()).decode()

    assert "2 notes were held back by a facilitator." in page
    assert "| 4 | A note that was held back | 1 | 0 | 0 |" in page
    assert {it["Candidate"] for it in rows("votes.csv", moderated())} >= {
        "A note that was held back"
    }


def test_yes_and_no_are_told_in_the_rooms_language():
    story = asked()
    for person in ("bo", "cy", "dag"):
        story.says(person, "AnswerPoll", poll=id_of("ready"), answer="yes")
    story.says("finn", "ClosePoll", poll=id_of("ready"))

    page = make("report.md", place(story), catalogue("nb")).decode()

    assert "| Ja | 3 |\n| Nei | 1 |" in page


def test_what_fewer_than_four_answered_is_a_number_and_no_break_down():
    story = asked()
    story.says("finn", "ClosePoll", poll=id_of("ready"))

    page = make("report.md", place(story), NullTranslations()).decode()

    assert "1 of 5 answered. Fewer than four answered, so what they said is not shown." in page
    assert "| Yes |" not in page


def test_actions_csv_leaves_a_gap_where_something_is_missing():
    ours, theirs = rows("actions.csv", closed())

    assert (ours["Who"], ours["Due"], ours["Taken on"]) == ("Bo", "2026-12-04", "yes")
    assert (theirs["Who"], theirs["Due"], theirs["Taken on"]) == ("", "", "no")


def test_clusters_csv_has_each_note_under_its_cluster_and_the_empty_one_too():
    found = rows("clusters.csv", closed())

    assert [(it["Cluster"], it["Notes"], it["Note"]) for it in found] == [
        ("Someone answers", "2", "Someone calls the day after"),
        ("Someone answers", "2", "One number that answers"),
        ("Cluster without a name", "2", "Two lists, and nobody knows which one holds"),
        ("Cluster without a name", "2", "On a magnet for the fridge"),
        ("Nothing fits here", "0", ""),
    ]


def test_decisions_csv_has_what_each_rests_on():
    assert rows("decisions.csv", closed()) == [
        {
            "Decision": "We begin with one number",
            "About": "Someone answers",
            "Vote": "vote",
            "Rests on": "",
            "What else there was": "",
            "Who decides": "",
            "Decided on": "2026-11-21",
            "In an ordinary week": "",
            "Decision id": id_of("decided"),
        }
    ]


def test_polls_csv_has_answers_in_totals_and_none_of_an_open_poll():
    found = rows("polls.csv", asked())

    assert [list(it.values())[:6] for it in found] == [
        ["How is it?", "yes", "5", "4", "Calm", "3"],
        ["How is it?", "yes", "5", "4", "tired", "1"],
        ["Ready to go on?", "no", "5", "", "", ""],
    ]


def test_agenda_csv_has_every_step_as_it_was_held():
    found = rows("agenda.csv", closed())

    assert [(it["Step"], it["State"], it["Written alone"]) for it in found][1:3] == [
        ("write", "done", "yes"),
        ("group", "done", ""),
    ]
    assert (found[-1]["State"], found[-1]["Prompt"]) == ("not begun", "")


def test_parked_csv_has_what_was_put_aside():
    assert [it["Put aside"] for it in rows("parked.csv", closed())] == ["What about the weekends?"]


def test_an_empty_workshop_has_every_format():
    empty = place(Story())

    assert all(make(name, empty) for name in FORMATS)
    assert rows("notes.csv", Story()) == rows("votes.csv", Story()) == []


def test_words_come_from_the_translations_given():
    class Other(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"What we chose": "Dette valgte vi"}.get(message, message)

    page = make("report.md", place(closed()), Other()).decode()

    assert "## Dette valgte vi\n" in page


def test_markdown_nests_a_build_under_its_note():
    page = make("report.md", place(closed()), NullTranslations()).decode()

    assert "- One number that answers *(Idea)*\n  - On a magnet for the fridge *(Idea)*\n" in page
    assert "- On a magnet for the fridge *(Idea)* – builds on: One number that answers\n" in page


def test_a_step_outside_the_phases_is_named_by_where_it_stands():
    markdown = make("report.md", place(closed()), NullTranslations()).decode()
    agenda = markdown.split("| Step | Phase |")[1].splitlines()[2:8]
    page = make("report.html", place(closed()), NullTranslations()).decode()

    words = ["Check-in", "Open", "Integrate", "Close", "Close", "Check-out"]
    assert [row.split(" | ")[1] for row in agenda] == words
    assert re.findall(r'data-phase="\w+"><span class="phase-word">([\w-]+)', page)[-6:] == words


def test_a_long_chain_of_builds_is_told_without_end():
    story = opened()
    write(story, "n0", ("ada", "idea", "Begin"))
    story.says("finn", "RevealNotes", step=id_of("write"))
    people = ("ada", "bo", "cy", "dag", "eli")
    for number in range(1, 200):
        person = people[number % 5]
        write(story, f"n{number}", (person, "idea", f"Then {number}"), parent=f"n{number - 1}")

    page = make("report.md", place(story)).decode()

    assert "    - Then 199 *(Idea)*\n" in page
