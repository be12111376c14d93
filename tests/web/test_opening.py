"""A saved workshop is opened again: by its file alone, on any server, also without JavaScript."""

import io
import json
import re

import pytest

from tests.export.imported import compared
from tests.web.conftest import Room, csrf_of, new_id, words_of
from workshop.core.limits import LIMITS
from workshop.core.people import Participant
from workshop.export.as_json import read


@pytest.fixture
def held(room):
    """Two notes that the room saw, one that it did not, an action that was taken on; then closed."""
    ada, wall = room.device(), room.start("wall")
    for text in ("Call the day after", "One number"):
        room.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text=text)
    room.done(room.facilitator, "RevealNotes", step=wall)
    promise, what = room.start("actions"), new_id()
    room.done(room.facilitator, "AddAction", id=what, step=promise, what="Call the ward")
    room.done(ada, "TakeAction", action=what, taken=True, who="Ada")
    room.done(room.facilitator, "CloseWorkshop")
    return room


def file_of(room, client=None):
    client = client or room.facilitator
    answer = client.get(f"/api/workshops/{room.id}/artifacts/workshop.json")
    assert answer.status_code == 200
    return answer.data


def sends(client, data, **typed):
    given = {"op": new_id(), "file": (io.BytesIO(data), "workshop.json"), **typed}
    return client.post("/open", data=given)


def link_in(answer):
    return re.search(r"/f/([0-9a-f]{32})#([\w-]+)", answer.text)


@pytest.mark.rule("A1")
def test_a_closed_workshop_is_opened_again_under_a_link_of_its_own(held, client):
    saved = file_of(held)

    answer = sends(client, saved)

    here, key = link_in(answer).groups()
    assert (answer.status_code, here != held.id) == (200, True)
    again = client.get(f"/api/workshops/{here}/artifacts/workshop.json").data
    told, was = read(again), read(saved)
    assert compared(told) == compared(was)
    assert (told.workshop.imported.workshop, told.workshop.imported.code) == (held.id, held.code)
    assert told.workshop.imported.as_of == was.workshop.as_of
    assert "Call the ward" in words_of(client.get(f"/w/{here}/results"))
    assert "Imported on" in words_of(client.get(f"/w/{here}/results"))
    assert client.get(f"/w/{here}/console").status_code == 200
    other = held.app.test_client()
    knock = {"role": "facilitator", "key": key}
    assert other.post(f"/api/workshops/{here}/join", json=knock).status_code == 200


@pytest.mark.rule("A1")
def test_nobody_of_the_first_one_is_in_it(held, client):
    here = link_in(sends(client, file_of(held)))[1]

    people = list(held.house.conductor.place(here).all(Participant))
    assert [person.role for person in people] == ["facilitator"]
    assert not {it.id for it in people} & {
        it.id for it in held.house.conductor.place(held.id).all(Participant)
    }


def test_one_that_was_saved_on_the_way_goes_on(app, client):
    room = Room(app)
    wall = room.start("wall")
    here = link_in(sends(client, file_of(room)))[1]

    again = Room.__new__(Room)
    again.app, again.house, again.id = app, room.house, here
    again.code = room.house.store.listing(here).code
    ada = again.device()
    again.done(ada, "AddNote", id=new_id(), step=wall, type="idea", text="Written on")
    (step,) = [step for step in again.steps() if step.id == wall]
    assert (step.state, step.came != "") == ("open", True)


def test_its_days_on_the_server_count_from_when_it_came(held, client):
    here = link_in(sends(client, file_of(held), retention_days="7"))[1]

    listing = held.house.store.listing(here)
    assert (listing.retention_days, listing.closed_at >= listing.created_at) == (7, True)
    assert held.house.store.due_for_purge(listing.created_at) == []


def test_another_workshop_can_go_on_from_it(app, held, client):
    link = "https://rytme.example" + link_in(sends(client, file_of(held)))[0]
    later = Room(app)
    page = f"/w/{later.id}/continue"
    csrf = csrf_of(later.facilitator.get(page).text)

    shown = later.facilitator.post(page, data={"csrf": csrf, "link": link})

    assert "Call the ward" in words_of(shown)


def test_the_same_press_twice_opens_it_once(held, client):
    op, data = new_id(), file_of(held)

    first, second = (sends(client, data, op=op) for _ in range(2))

    assert link_in(first)[0] == link_in(second)[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda told: b"not json", "not the file of a workshop"),
        (lambda told: told | {"schema": "urn:rytme:schema:workshop-2"}, "saved by a newer"),
        (lambda told: told | {"more": 1}, "holds more than this one knows"),
        (lambda told: told | {"notes": told["notes"] * 2}, "holds the same thing twice"),
        (lambda told: told | {"parked": [{"text": "x" * 501}]}, "Look at “parked 1, text”"),
        (lambda told: {**told, "workshop": {**told["workshop"], "language": "xx"}}, "not spoken"),
        (
            lambda told: {**told, "notes": [{**told["notes"][0], "step": "nowhere"}]},
            "Look at “notes 1, step”",
        ),
    ],
)
@pytest.mark.rule("A1")
def test_what_does_not_fit_is_told_beside_the_file_and_nothing_is_made(held, client, change, words):
    changed = change(json.loads(file_of(held)))
    data = changed if isinstance(changed, bytes) else json.dumps(changed).encode()

    answer = sends(client, data)

    assert (answer.status_code, link_in(answer)) == (409, None)
    assert words in words_of(answer)


def test_a_file_that_is_too_large_is_told_beside_its_field(client):
    answer = sends(client, b" " * (LIMITS.workshop_bytes + 1))
    answer.request.environ["wsgi.input"].close()  # the test client leaves its own copy open

    assert answer.status_code == 409
    assert "larger than the 8 MB" in words_of(answer)


def test_more_than_any_form_holds_is_not_read_at_all(client):
    claimed = {"CONTENT_LENGTH": str(2 * LIMITS.workshop_bytes + 1)}
    kind = "multipart/form-data; boundary=b"
    answer = client.post("/open", content_type=kind, environ_overrides=claimed)

    assert answer.status_code == 413


def test_where_making_is_locked_opening_is_too(make_app, held):
    app = make_app(RYTME_CREATE="key", RYTME_CREATE_KEY="a key of the host's own")
    client, data = app.test_client(), file_of(held)

    assert sends(client, data).status_code == 401
    assert sends(client, data, create_key="a key of the host's own").status_code == 200


def test_the_way_in_is_on_the_front_page_and_where_workshops_are_made(client):
    for page in ("/", "/new", "/new?own=1"):
        assert 'href="/open"' in client.get(page).text
