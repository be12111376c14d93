"""Tables: rows that all see at once, doing nothing beside them, and what is said for and against."""

import pytest

from tests.core.story import MINI, Story, id_of, records, replayed, step
from workshop.core.messages import Refused
from workshop.core.notes import Authorship, Note
from workshop.core.rows import Row, rows_of
from workshop.core.setup import Field, Setup
from workshop.core.view import Viewer, view

FIELDS = (
    Field(id="who", title="Who"),
    Field(id="result", title="What came of it", form="text"),
    Field(id="since", title="Since", form="date"),
)
OTHERS = step("others", 5, "table", "open", setup=Setup(fields=FIELDS))
OPTIONS = step(
    "options",
    6,
    "table",
    "integrate",
    source=id_of("group"),
    types=("pro", "con"),
    visibility="private",
    anonymous=True,
    setup=Setup(
        fields=(Field(id="option", title="Option"),), nothing=True, doing_nothing="Go on as now"
    ),
)


def told(where: str) -> Story:
    story = Story((*MINI, OTHERS, OPTIONS)).joins("ada", "bo").joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of(where))
    return story


def adds(story, person, word, where="others", **more):
    first = "who" if where == "others" else "option"
    fields = {"id": id_of(word), "step": id_of(where), "cells": {first: word}, **more}
    return story.says(person, "AddRow", **fields)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def test_a_row_is_seen_at_once_and_bears_its_writers_name_where_notes_would():
    story = told("others")
    cells = {"result": "  Fewer  falls ", "who": "Bergen", "since": "2024-01-02"}
    adds(story, "ada", "Bergen", cells=cells)

    row = story.place.get(Row, id_of("Bergen"))

    assert row == Row(
        id=id_of("Bergen"),
        step=id_of("others"),
        cells={"who": "Bergen", "result": "Fewer falls", "since": "2024-01-02"},
        place=1,
        name="Ada",
        owner=id_of("ada"),
    )
    assert list(row.cells) == ["who", "result", "since"]
    seen = view(row, Viewer(role="board"))
    assert seen is not None
    assert "owner" not in seen


def test_only_its_writer_or_a_facilitator_changes_a_row():
    story = told("others")
    adds(story, "ada", "Bergen")

    assert (
        refusal(story, "bo", "ChangeRow", row=id_of("Bergen"), cells={"who": "Oslo"}) == "not_yours"
    )
    assert refusal(story, "bo", "RemoveRow", row=id_of("Bergen")) == "not_yours"
    story.says("ada", "ChangeRow", row=id_of("Bergen"), cells={"result": "Fewer falls"})
    story.says("finn", "ChangeRow", row=id_of("Bergen"), cells={"who": "Bergen, west"})

    assert story.place.get(Row, id_of("Bergen")).cells == {
        "who": "Bergen, west",
        "result": "Fewer falls",
    }
    story.says("ada", "RemoveRow", row=id_of("Bergen"))
    assert not list(story.place.all(Row))
    assert not list(story.place.all(Authorship))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"result": "Nobody is named"}, "empty"),
        ({"who": " "}, "empty"),
        ({"who": "Bergen", "cost": "much"}, "no_such_cell"),
        ({"who": "Bergen", "since": "last year"}, "bad_date"),
        ({"who": "Bergen", "since": "0026-11-21"}, "far_date"),
        ({"who": "x" * 121}, "too_long"),
    ],
)
def test_a_row_is_told_in_the_fields_of_its_step(cells, code):
    story = told("others")
    assert refusal(story, "ada", "AddRow", id=id_of("r"), step=id_of("others"), cells=cells) == code


def test_rows_are_written_in_tables_that_are_open():
    story = told("write")
    row = {"id": id_of("r"), "cells": {"who": "Bergen"}}

    assert refusal(story, "ada", "AddRow", step=id_of("write"), **row) == "no_rows_here"
    assert refusal(story, "ada", "AddRow", step=id_of("others"), **row) == "step_closed"


def test_a_table_takes_no_rows_before_the_meeting_for_all_would_see_them():
    story = Story((*MINI, OPTIONS)).joins("ada").joins("finn", role="facilitator")
    story.says("finn", "CollectNotes", step=id_of("options"), until="2027-01-01T09:00:00Z")

    row = {"id": id_of("r"), "step": id_of("options"), "cells": {"option": "Call"}}

    assert refusal(story, "ada", "AddRow", **row) == "step_closed"


def test_a_lock_on_writing_holds_rows_too():
    story = told("others")
    adds(story, "ada", "Bergen")
    story.says("finn", "LockStep", step=id_of("others"), locked=True, what="writing")

    change = {"row": id_of("Bergen"), "cells": {"who": "Oslo"}}

    assert refusal(story, "ada", "ChangeRow", **change) == "step_locked"
    assert [event.row for event in story.says("finn", "ChangeRow", **change)] == [id_of("Bergen")]


def test_one_person_does_not_fill_the_table():
    story = told("others")
    for number in range(30):
        adds(story, "ada", f"row{number}")

    more = {"id": id_of("more"), "step": id_of("others"), "cells": {"who": "One more"}}

    assert refusal(story, "ada", "AddRow", **more) == "too_many_rows"
    assert story.says("bo", "AddRow", **more)


def test_doing_nothing_stands_beside_the_options_from_the_start_and_stays():
    story = told("options")
    adds(story, "ada", "Call", "options")

    first, nothing = rows_of(story.place, id_of("options"))

    assert (first.nothing, nothing.nothing) == (False, True)
    assert nothing.cells == {"option": "Go on as now"}
    assert refusal(story, "finn", "RemoveRow", row=nothing.id) == "nothing_stays"
    story.says("finn", "ChangeRow", row=nothing.id, cells={"option": "Leave it be"})
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("options"))
    assert rows_of(story.place, id_of("options"))[1].cells == {"option": "Leave it be"}


def test_doing_nothing_comes_and_goes_with_the_setting():
    story = told("options")

    story.says(
        "finn", "ChangeStep", step=id_of("options"), setup=Setup(fields=OPTIONS.setup.fields)
    )
    assert rows_of(story.place, id_of("options")) == []

    story.says("finn", "ChangeStep", step=id_of("options"), setup=OPTIONS.setup)
    assert [row.nothing for row in rows_of(story.place, id_of("options"))] == [True]


def with_a_cluster() -> Story:
    story = told("write")
    for who, word in (("ada", "call"), ("bo", "list")):
        fields = {"id": id_of(word), "step": id_of("write"), "type": "idea", "text": f"A {word}"}
        story.says(who, "AddNote", **fields)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"))
    fields = {"id": id_of("calls"), "step": id_of("group"), "notes": (id_of("call"),)}
    story.says("finn", "AddCluster", **fields, title="Someone answers")
    story.says("finn", "StartStep", step=id_of("options"))
    return story


def test_a_row_is_taken_from_a_cluster_or_a_note_and_called_as_that_is():
    story = with_a_cluster()
    for word, about in (("one", "calls"), ("two", "list")):
        row = {"id": id_of(word), "step": id_of("options"), "cells": {}, "about": id_of(about)}
        story.says("finn", "AddRow", **row)

    names = [row.cells["option"] for row in rows_of(story.place, id_of("options"))]

    assert names == ["Someone answers", "A list", "Go on as now"]
    row = {"id": id_of("three"), "step": id_of("options"), "cells": {}, "about": id_of("nowhere")}
    assert refusal(story, "finn", "AddRow", **row) == "no_such_item"


def test_a_row_loses_the_words_of_a_note_that_is_held_back():
    story = with_a_cluster()
    row = {"id": id_of("two"), "step": id_of("options"), "cells": {}, "about": id_of("list")}
    story.says("finn", "AddRow", **row)
    story.says(
        "finn", "ChooseItem", step=id_of("options"), item=id_of("two"), choice="drop", reason="No"
    )

    story.says("finn", "HideNote", note=id_of("list"), reason="A name")
    kept = [it for it in records(story.place).items() if it[0][0] in ("row", "choice")]
    assert "A list" not in repr(kept)

    story.says("finn", "ShowNote", note=id_of("list"))
    assert story.place.get(Row, id_of("two")).cells == {"option": "A list"}


def test_for_and_against_are_private_until_the_reveal_and_belong_to_a_row():
    story = told("options")
    adds(story, "ada", "Call", "options")
    note = {"step": id_of("options"), "text": "It is quick"}
    story.says("bo", "AddNote", id=id_of("quick"), type="pro", about=id_of("Call"), **note)

    hidden = story.place.get(Note, id_of("quick"))
    assert (hidden.about, hidden.readers) == (id_of("Call"), "author")
    assert view(hidden, Viewer(role="facilitator")) is None

    stray = {"id": id_of("stray"), "type": "pro", **note}
    assert refusal(story, "bo", "AddNote", **stray) == "no_such_row"
    assert refusal(story, "bo", "AddNote", **stray, about=id_of("gone")) == "no_such_row"
    story.says("finn", "RevealNotes", step=id_of("options"))
    assert view(story.place.get(Note, id_of("quick")), Viewer(role="board"))["about"] == id_of(
        "Call"
    )


def test_a_row_can_go_while_something_hidden_speaks_of_it_and_that_tells_nobody():
    story = told("options")
    adds(story, "ada", "Call", "options")
    note = {"step": id_of("options"), "text": "It is quick", "about": id_of("Call")}
    story.says("bo", "AddNote", id=id_of("quick"), type="pro", **note)

    story.says("ada", "RemoveRow", row=id_of("Call"))

    assert story.place.get(Note, id_of("quick")).text == "It is quick"


def test_a_note_elsewhere_speaks_of_no_row():
    story = told("options")
    adds(story, "ada", "Call", "options")
    story.says("finn", "StartStep", step=id_of("write"))

    note = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "Hm"}

    assert refusal(story, "bo", "AddNote", **note, about=id_of("Call")) == "no_such_row"


def test_rows_of_an_anonymous_step_are_nobodys_after_the_seal():
    story = told("options")
    adds(story, "ada", "Call", "options")
    pseudonym = story.place.get(Row, id_of("Call")).owner
    assert pseudonym != id_of("ada")
    story.says("ada", "ChangeRow", row=id_of("Call"), cells={"option": "Call in the evening"})

    story.says("finn", "SealStep", step=id_of("options"))
    story.end_keys()

    assert refusal(story, "ada", "RemoveRow", row=id_of("Call")) == "not_yours"
    assert pseudonym not in repr(story.entries)
    assert records(replayed(story.entries)) == records(story.place)
    story.says("finn", "ChangeRow", row=id_of("Call"), cells={"option": "Call"})
    assert story.entries[-1].by == id_of("finn")


def test_a_row_is_taken_back_by_undo():
    story = told("others")
    adds(story, "ada", "Bergen")
    deed = max(record.id for kind, record in story.place.everything() if kind == "deed")

    story.says("ada", "Undo", deed=deed)

    assert not list(story.place.all(Row))
