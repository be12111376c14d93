"""Notes from a list or a file: seen first, added for everyone at once, and taken back together."""

import io
import json
import re
from html import unescape

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.web.conftest import Room, new_id, settings, words_of
from workshop.app import close, create_app
from workshop.core.clusters import Cluster
from workshop.core.notes import Note
from workshop.core.records import Place

LIST = (
    "Calls at night:\n- Call the day after\n- One list\n\nA number that works:\n1. Who answers?\n"
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """One app for them all, and a room for each."""
    made = create_app(settings(tmp_path_factory.mktemp("bringing")))
    yield made
    close(made.extensions["rytme"])


@pytest.fixture
def grouping(room):
    """A room that groups its notes."""
    room.start("clusters")
    return room


@pytest.fixture
def writing(room):
    """A room that writes on a wall that all can see."""
    wall = {"method": "brainwrite", "layout": "wall", "phase": "open", "types": ["idea", "need"]}
    step = new_id()
    room.done(room.facilitator, "AddStep", id=step, place=0, title="Open wall", minutes=5, **wall)
    room.done(room.facilitator, "StartStep", step=step)
    return room


def page_of(room):
    return room.facilitator.get(f"/w/{room.id}/bring-in")


def sends(room, page=None, **form):
    """What a browser sends from a page, or the first one: its hidden fields, and what was filled in."""
    page = page or page_of(room)
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.text)
    given = {name: unescape(value) for name, value in hidden} | form
    boundary, body = encode_multipart(given)
    where, sort = f"/w/{room.id}/bring-in", f"multipart/form-data; boundary={boundary}"
    return room.facilitator.post(where, data=body, content_type=sort)


def brought(content, name):
    return {"file": FileStorage(io.BytesIO(content), name)}


def there(room):
    """What lies on the wall: the texts, each with the title of its cluster."""
    place: Place = room.house.conductor.place(room.id)
    titles = {pile.id: pile.title for pile in place.all(Cluster)} | {"": ""}
    notes = sorted((it for it in place.all(Note) if it.brought), key=lambda note: note.place)
    return [(titles[note.cluster], note.text) for note in notes]


@pytest.mark.rule("O4")
def test_a_pasted_list_is_seen_first_and_then_added_for_everyone(grouping):
    shown = sends(grouping, text=LIST)

    assert "This would come in: 3 notes in 2 clusters" in words_of(shown)
    assert there(grouping) == []
    assert sends(grouping, shown, bring="yes").status_code == 303
    assert there(grouping) == [
        ("Calls at night", "Call the day after"),
        ("Calls at night", "One list"),
        ("A number that works", "1. Who answers?"),
    ]


@pytest.mark.rule("O4")
def test_one_press_takes_all_of_it_back(grouping):
    sends(grouping, sends(grouping, text=LIST), bring="yes")
    after = page_of(grouping)
    assert "3 notes in 2 clusters They came into “Clusters”" in words_of(after)
    (deed,) = re.findall(r'name="undo" value="([^"]+)"', after.text)

    assert sends(grouping, after, undo=deed).status_code == 303

    assert there(grouping) == []
    assert "undo" not in page_of(grouping).text
    assert "has been undone already" in words_of(sends(grouping, undo=deed))


def test_the_same_press_twice_adds_it_once(grouping):
    shown = sends(grouping, text=LIST)

    assert [sends(grouping, shown, bring="yes").status_code for _ in range(2)] == [303, 303]

    assert len(there(grouping)) == 3


@pytest.mark.rule("O4")
def test_of_a_table_one_says_what_its_columns_are(grouping):
    table = "Nr;Hva tenker du?;Tema\n1;Ring dagen etter;Søvn\n2;Én liste;Søvn\n"
    shown = sends(grouping, **brought(table.encode("cp1252"), "svar.csv"))
    assert "2 notes in 1 cluster" in words_of(shown)
    assert all(it in words_of(shown) for it in ("Ring dagen etter", "Én liste", "Søvn"))

    again = sends(grouping, shown, column_text="2", column_cluster="", head="yes")
    assert "This would come in: 2 notes Into" in words_of(again)
    chosen = {"column_text": "2", "column_cluster": "0"}
    sends(grouping, sends(grouping, again, **chosen), bring="yes", **chosen)

    assert there(grouping) == [("Nr", "Tema"), ("1", "Søvn"), ("2", "Søvn")]


def test_what_was_chosen_otherwise_since_is_shown_once_more_before_it_comes(grouping):
    shown = sends(grouping, **brought(b"Text,Theme\nOne,A\n", "a.csv"))

    answer = sends(grouping, shown, bring="yes", column_text="1", column_cluster="", head="yes")

    assert "What would come in is another now." in words_of(answer)
    assert there(grouping) == []
    sends(grouping, answer, bring="yes", column_text="1", column_cluster="", head="yes")
    assert there(grouping) == [("", "A")]


@pytest.mark.rule("O4")
def test_a_canvas_and_a_saved_workshop_come_in_too(app, grouping):
    size = {"x": 0, "y": 0, "width": 300, "height": 300}
    nodes = [{"type": "group", "label": "Night", **size}, {"type": "text", "text": "Call", **size}]
    canvas = json.dumps({"nodes": nodes}).encode()
    sends(grouping, sends(grouping, **brought(canvas, "wall.canvas")), bring="yes")
    saved = grouping.facilitator.get(f"/api/workshops/{grouping.id}/artifacts/workshop.json").data

    other = Room(app)
    other.start("clusters")
    shown = sends(other, **brought(saved, "workshop.json"))
    assert "From which steps? Cluster" in words_of(shown)
    sends(other, shown, bring="yes", part="0")

    assert there(other) == there(grouping) == [("Night", "Call")]
    assert "This would come in: 0 notes" in words_of(sends(other, shown))


def test_what_stays_out_is_told_and_why(grouping):
    sends(grouping, sends(grouping, text="One list"), bring="yes")
    shown = sends(grouping, text=f"one list\nOne more\n{'x' * 281}")

    assert "1 note stays out Too long: 281 characters, and 280 fit" in words_of(shown)
    assert "Leave out 1 note that is there already, or stands twice" in words_of(shown)
    once = sends(grouping, shown, once="yes")
    sends(grouping, once, bring="yes", once="yes")

    assert there(grouping) == [("", "One list"), ("", "One more")]


def test_the_room_s_own_step_is_offered_first_and_what_is_hidden_is_not(writing):
    offered = re.findall(r'<option value="(\w+)"', page_of(writing).text)
    hidden = next(step for step in writing.steps() if step.visibility == "private")

    assert offered[0] == writing.steps()[0].id
    assert hidden.id not in offered
    assert "hidden until the reveal" in words_of(page_of(writing))
    instead = sends(writing, text="One list", step=hidden.id)
    assert "notes stay hidden until the reveal" in words_of(instead)
    assert "This would come in: 1 note Into which step? 1. Open wall – now" in words_of(instead)


def test_where_nothing_is_grouped_clusters_stay_out_and_are_named(writing):
    shown = sends(writing, text=LIST)

    assert "This would come in: 3 notes Into" in words_of(shown)
    assert "Calls at night, A number that works" in words_of(shown)


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"text": " \n"}, 409, "There are no notes in it."),
        ({}, 409, "There are no notes in it."),
        (brought(b"PK\x03\x04", "a.xlsx"), 409, "That file cannot be read here."),
        (brought(b'{"schema": "x"}', "a.json"), 409, "That is not the file of a workshop."),
        (brought(b"x" * (2**20 + 1), "a.csv"), 409, "larger than the 1 MB"),
        ({"text": "x" * (2**20 + 1)}, 409, "larger than the 1 MB"),
        (brought(b" " * (8 * 2**20 + 1), "a.json"), 409, "larger than the 8 MB"),
        ({"kept": "{}"}, 400, "something unexpected"),
        ({"kept": '{"type": "table", "rows": []}'}, 400, "something unexpected"),
        ({"kept": "[" * 100_000}, 400, "something unexpected"),
    ],
)
def test_what_cannot_be_read_is_told_on_the_page(grouping, form, status, words):
    answer = sends(grouping, **form)

    assert (answer.status_code, there(grouping)) == (status, [])
    assert words in words_of(answer)


@pytest.mark.parametrize(
    ("kept", "status"),
    [
        ('{"type":"found","notes":[{"text":"x","cluster":9}]}', 200),
        ('{"type":"found","notes":[{"text":"x","part":7}],"clusters":["A"]}', 200),
        ('{"type":"found","notes":[{"text":"x","cluster":-1}],"clusters":["A"]}', 400),
        (f'{{"type":"found","notes":[{{"text":"x","cluster":{"9" * 5000}}}]}}', 400),
        ('{"type":"found","notes":[{"text":"\\ud800"}]}', 400),
        ('{"type":"table","rows":[[]]}', 400),
        ('{"type":"table","rows":[["a"],["b","c"]]}', 400),
    ],
)
def test_what_was_kept_and_written_in_brings_nothing_that_a_list_could_not(grouping, kept, status):
    shown = sends(grouping, kept=kept, part="9" * 5000)

    assert (shown.status_code, there(grouping)) == (status, [])


def test_a_table_is_asked_about_only_by_columns_that_it_has(grouping):
    shown = sends(grouping, **brought(b"a,b\nc,d\n", "a.csv"))

    assert sends(grouping, shown, column_text="7").status_code == 400
    assert sends(grouping, shown, column_text="9" * 5000).status_code == 200


def test_a_step_that_ends_meanwhile_keeps_what_was_shown(grouping):
    step = next(step for step in grouping.steps() if step.layout == "clusters")
    shown = sends(grouping, text=LIST, step=step.id)
    grouping.start("vote")

    answer = sends(grouping, shown, bring="yes", step=step.id)

    assert (answer.status_code, there(grouping)) == (409, [])
    assert "No step takes notes from elsewhere now." in words_of(answer)
    assert f">{LIST}</textarea>" in answer.text


def test_words_that_look_like_markup_are_words_on_the_page_too(grouping):
    evil = '<script>alert(1)</script>"><b>'
    shown = sends(grouping, text=f"{evil}:\n{evil}\n{'x' * 281}{evil}")

    assert "<script>alert" not in shown.text
    assert '"><b>' not in shown.text
    sends(grouping, shown, bring="yes")
    assert there(grouping) == [(evil, evil)]


def test_a_list_can_be_changed_after_it_was_looked_at(grouping):
    answer = sends(grouping, sends(grouping, text=LIST), edit="yes")

    assert f">{LIST}</textarea>" in answer.text


def test_it_is_for_facilitators_alone_and_from_our_own_pages(grouping):
    ada = grouping.device()
    where = f"/w/{grouping.id}/bring-in"

    assert ada.get(where).status_code in (401, 403)
    assert grouping.facilitator.post(where, data={"text": LIST}).status_code == 403
    assert grouping.say(ada, "BringIn", step=grouping.steps()[0].id, notes=[]).status_code == 400
    note = {"text": "x", "type": "idea"}
    step = grouping.steps()[2].id
    assert grouping.say(ada, "BringIn", step=step, notes=[note]).status_code == 403


def test_the_workshop_without_scripts_leads_to_it(room):
    plain = room.facilitator.get(f"/w/{room.id}/plain?as=facilitator")

    assert f'href="/w/{room.id}/bring-in"' in plain.text


def test_where_no_step_takes_notes_the_page_says_so(room):
    room.done(room.facilitator, "CloseWorkshop")

    answer = page_of(room)

    assert answer.status_code == 200
    assert "textarea" not in answer.text
