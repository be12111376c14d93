"""A workshop goes on from an earlier one: by its link, by its file, and never unseen."""

import io
import json
import re
from html import unescape

import pytest

from tests.web.conftest import Room, csrf_of, new_id, words_of
from workshop.core.continuing import Continued
from workshop.core.forms import Sheet
from workshop.core.lot import Parked
from workshop.core.outcomes import Action


@pytest.fixture
def before(app):
    """An earlier workshop with two actions, a goal, a thought that is parked, and a note that is hidden."""
    made = Room(app, title="Safe at home")
    finn = made.facilitator
    fields = [{"id": "goal", "title": "The goal"}]
    given = {"phase": "close", "title": "The goal", "minutes": 5, "method": "goal", "place": 0}
    step, setup = new_id(), {"subject": "goal", "fields": fields}
    made.done(finn, "AddStep", id=step, layout="form", setup=setup, **given)
    made.done(finn, "StartStep", step=step)
    made.done(finn, "SaveSheet", id=new_id(), step=step, values={"goal": "Nobody goes alone"})
    ada = made.device()
    wall = made.start("wall")
    made.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text="Never shown")
    promise = made.start("actions")
    made.done(finn, "AddAction", id=new_id(), step=promise, what="Call the ward", who="Ane")
    made.done(finn, "AddAction", id=new_id(), step=promise, what="Paint the door")
    made.done(ada, "ParkNote", id=new_id(), text="Who has the keys?")
    return made


def page_of(room):
    return room.facilitator.get(f"/w/{room.id}/continue")


def sends(room, client=None, **form):
    client = client or room.facilitator
    csrf = csrf_of(page_of(room).text)
    where = f"/w/{room.id}/continue"
    return client.post(where, data={"csrf": csrf, **form}, content_type="multipart/form-data")


def link_of(room):
    return f"https://rytme.example/f/{room.id}#{room.made['facilitator_key']}"


def file_of(room):
    return room.facilitator.get(f"/api/workshops/{room.id}/artifacts/workshop.json").data


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_does_not_come_along(app, before, status):
    (call, _) = there(before, Action)
    before.done(before.facilitator, "ChangeAction", action=call.id, status=status)
    room = Room(app, title="Once more")

    page = sends(room, link=link_of(before))

    told = words_of(page)
    assert "Paint the door" in told
    assert "Call the ward" not in told


def hidden(page):
    return {
        name: re.search(rf'name="{name}" value="([^"]*)"', page.text)[1] for name in ("op", "id")
    } | {"earlier": kept(page)}


def kept(page):
    return unescape(re.search(r'name="earlier" value="([^"]*)"', page.text)[1])


def there(room, kind):
    return list(room.house.conductor.place(room.id).all(kind))


@pytest.mark.rule("O3")
def test_by_its_link_one_sees_first_and_then_brings_in_what_was_chosen(room, before):
    shown = sends(room, link=link_of(before))
    words = words_of(shown)

    assert all(it in words for it in ("Call the ward", "Nobody goes alone", "Who has the keys?"))
    assert "Never shown" not in shown.text
    assert there(room, Continued) == []
    brought = sends(room, bring="yes", action="0", goal="yes", parked="0", **hidden(shown))
    assert brought.status_code == 303
    (action,), (goal,), (parked,) = (there(room, it) for it in (Action, Sheet, Parked))
    (mark,) = there(room, Continued)
    assert (action.what, action.who, action.continued) == ("Call the ward", "Ane", mark.id)
    assert (goal.values, parked.text) == ({"goal": "Nobody goes alone"}, "Who has the keys?")
    assert (mark.workshop, mark.title) == (before.id, "Safe at home")
    assert "1 action · the goal · 1 parked thought" in words_of(page_of(room))


@pytest.mark.rule("O3")
def test_by_its_file_it_comes_from_any_server(room, before):
    shown = sends(room, file=(io.BytesIO(file_of(before)), "workshop.json"))
    sends(room, bring="yes", action=["0", "1"], **hidden(shown))

    assert [it.what for it in there(room, Action)] == ["Call the ward", "Paint the door"]
    assert there(room, Sheet) == there(room, Parked) == []


def test_a_file_from_before_there_were_goals_is_read(room, before):
    old = json.loads(file_of(before))
    for name in ("sheets", "continued"):
        del old[name]
    for action in old["actions"]:
        for name in ("helpers", "daily", "continued"):
            del action[name]

    shown = sends(room, file=(io.BytesIO(json.dumps(old).encode()), "workshop.json"))
    assert "Call the ward" in words_of(shown)
    assert "Nobody goes alone" not in words_of(shown)


def test_a_workshop_that_this_browser_leads_too_is_offered(app, room, before):
    answer = room.facilitator.post(
        f"/f/{before.id}", data={"key": before.made["facilitator_key"], "name": "Finn"}
    )
    assert answer.status_code == 303
    assert "Safe at home" in words_of(page_of(room))
    assert "Call the ward" in words_of(sends(room, own=before.id))


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"link": "https://rytme.example/j/VEV-K47"}, 409, "That is not a facilitator link."),
        ({"link": f"https://rytme.example/f/{'0' * 32}#nokey"}, 403, "That key does not open"),
        ({}, 409, "That is not a facilitator link."),
        ({"own": "0" * 32}, 401, "does not know you"),
    ],
)
def test_what_opens_nothing_is_told_beside_its_field(room, given, status, words):
    answer = sends(room, **given)

    assert answer.status_code == status
    assert words in words_of(answer)


@pytest.mark.parametrize(
    "data",
    [b"not json", b"[]", b'{"schema": "other", "workshop": {"title": "x"}}', b'{"schema": 1}'],
)
def test_what_is_no_workshop_is_refused(room, data):
    answer = sends(room, file=(io.BytesIO(data), "x.json"))

    assert answer.status_code == 409
    assert "That is not the file of a workshop." in words_of(answer)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"workshop": {"title": "x", "started_at": "yesterday"}}, "workshop, started_at"),
        (
            {"workshop": {"title": "x", "created_at": "0001-01-01T00:00:00Z"}},
            "workshop, created_at",
        ),
        ({"actions": [{"what": "Call", "due": "soon"}]}, "actions 1, due"),
    ],
)
def test_a_day_that_is_none_is_told_beside_the_file(room, before, part, words):
    forged = json.loads(file_of(before)) | part

    answer = sends(room, file=(io.BytesIO(json.dumps(forged).encode()), "workshop.json"))

    assert (answer.status_code, f"Look at “{words}”" in words_of(answer)) == (409, True)


def test_a_file_that_someone_has_written_in_brings_nothing_that_the_room_could_not_write(
    room, before
):
    forged = json.loads(file_of(before)) | {"parked": [{"text": "x" * 501}]}
    shown = sends(room, file=(io.BytesIO(json.dumps(forged).encode()), "workshop.json"))
    answer = sends(room, bring="yes", parked="0", **hidden(shown))

    assert "That is 501 characters, and 500 fit." in words_of(answer)
    assert there(room, Continued) == []


def test_the_same_press_twice_brings_it_in_once(room, before):
    given = hidden(sends(room, link=link_of(before)))
    for _ in range(2):
        assert sends(room, bring="yes", action="0", **given).status_code == 303
    assert len(there(room, Action)) == 1
    again = hidden(sends(room, link=link_of(before)))
    assert "“Safe at home” has been brought in already." in words_of(
        sends(room, bring="yes", action="0", **again)
    )


def test_it_is_for_facilitators_alone_and_from_our_own_pages(room, before):
    ada = room.device()
    assert ada.get(f"/w/{room.id}/continue").status_code in (401, 403)
    answer = room.facilitator.post(f"/w/{room.id}/continue", data={"link": link_of(before)})
    assert answer.status_code == 403
