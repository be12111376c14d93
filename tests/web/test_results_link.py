"""The link to the results: for whoever was not there, to read and to take home, until it ends (H14)."""

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_matrix import MATRIX
from workshop.core.messages import Refused
from workshop.core.sharing import ResultsLinked
from workshop.core.workshop import the_workshop
from workshop.web.entering import check_link

pytestmark = pytest.mark.rule("H14")
# What whoever has the link may open beside what is open to all.
FOR_READERS = {
    "GET /w/<workshop>/results",
    "GET /w/<workshop>/band/<size>.svg",
    "GET /w/<workshop>/replay",
    "GET /w/<workshop>/replay.json",
    "GET /api/workshops/<workshop>/artifacts",
    "GET /api/workshops/<workshop>/artifacts/<wanted>",
}


@pytest.fixture
def linked(room):
    """A note that the room saw, and a link to the results."""
    ada = room.device(name="Ada")
    step = room.start("wall")
    room.done(ada, "AddNote", id=new_id(), step=step, type="idea", text="Nobody calls")
    room.done(room.facilitator, "RevealNotes", step=step)
    room.done(room.facilitator, "LinkResults", linked=True)
    return room


def link_of(room) -> str:
    headers = {"Authorization": f"Bearer {room.facilitator.you['token']}"}
    return room.facilitator.get(f"/api/workshops/{room.id}/links", headers=headers).json[
        "results_url"
    ]


def opened(room, link):
    reader = room.app.test_client()
    return reader, reader.post(f"/r/{room.id}", data={"key": link})


def test_whoever_has_the_link_reads_the_results_and_takes_the_files(linked):
    room = linked

    reader, answer = opened(room, link_of(room))

    assert (answer.status_code, answer.location) == (303, f"/w/{room.id}/results?as=reader")
    page = reader.get(answer.location)
    assert "Nobody calls" in words_of(page)
    assert f"/api/workshops/{room.id}/artifacts/report.html?as=reader" in page.text
    assert reader.get(f"/api/workshops/{room.id}/artifacts/report.md").status_code == 200
    assert "Nobody calls" in reader.get(f"/w/{room.id}/replay.json").text
    assert reader.get(f"/w/{room.id}/replay").status_code == 200


def test_the_key_stands_behind_the_sign_that_no_browser_sends(linked):
    address, _, key = link_of(linked).partition("#")

    assert (address, len(key)) == (f"http://localhost/r/{linked.id}", 22)  # 128 bits


def test_a_reader_is_no_person_of_the_workshop(linked):
    room = linked
    before = list(room.house.conductor.place(room.id).everything())

    opened(room, link_of(room))

    assert list(room.house.conductor.place(room.id).everything()) == before


def test_the_link_opens_nothing_else(linked):
    room = linked
    reader, _ = opened(room, link_of(room))
    inside = [
        route for route in set(MATRIX) - FOR_READERS if " /w/" in route or "artifacts" in route
    ]

    answers = {route: answer_to(room, reader, route) for route in inside}

    assert len(answers) > 15
    assert {route for route, status in answers.items() if status not in (401, 403)} == {
        "GET /w/<workshop>"
    }
    assert reader.get(f"/w/{room.id}").location == f"/w/{room.id}/results"


def answer_to(room, device, route):
    method, path = route.split()
    for name in ("<participant>", "<step>"):
        path = path.replace(name, new_id())
    return device.open(path.replace("<workshop>", room.id), method=method, data={}).status_code


def test_before_it_is_made_the_key_opens_nothing(room):
    reader, answer = opened(room, link_of(room))

    assert answer.status_code == 403
    assert "This link to the results has ended." in words_of(answer)
    assert reader.get(f"/w/{room.id}/results").status_code == 401


def test_a_link_that_was_ended_stays_ended_and_the_next_is_another(linked):
    room = linked
    old = link_of(room)
    reader, _ = opened(room, old)

    room.done(room.facilitator, "LinkResults", linked=False)
    ended = reader.get(f"/w/{room.id}/results")
    room.done(room.facilitator, "LinkResults", linked=True)

    assert (ended.status_code, "This link to the results has ended." in ended.text) == (403, True)
    assert reader.get(f"/w/{room.id}/results").status_code == 403
    assert opened(room, old)[1].status_code == 403
    assert opened(room, link_of(room))[1].status_code == 303


def test_ending_a_link_cannot_be_undone(linked):
    room = linked
    room.done(room.facilitator, "LinkResults", linked=False)

    answer = room.say(room.facilitator, "Undo", deed=newest_deed(room))

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "final")


def newest_deed(room):
    place = room.house.conductor.place(room.id)
    return max(record.id for kind, record in place.everything() if kind == "deed")


def test_a_link_that_was_undone_stays_ended_and_the_next_is_another(linked):
    room = linked
    old = link_of(room)

    room.done(room.facilitator, "Undo", deed=newest_deed(room))
    again = room.say(room.facilitator, "Undo", deed=newest_deed(room))
    room.done(room.facilitator, "LinkResults", linked=True)

    assert (again.status_code, again.json["error"]["code"]) == (409, "final")
    assert opened(room, old)[1].status_code == 403
    assert opened(room, link_of(room))[1].status_code == 303


def about(room, device, role):
    path = f"/api/workshops/{room.id}/artifacts/workshop.json?as={role}"
    told = device.get(path).json["workshop"]
    return told["code"], told["never_revealed"], told["held_back"]


@pytest.mark.rule("H3")
def test_while_the_room_works_a_file_lets_nobody_in_and_counts_nothing_hidden(linked):
    room = linked
    ada, (reader, _) = room.device(), opened(room, link_of(room))
    (note,) = [
        it for kind, it in room.house.conductor.place(room.id).everything() if kind == "note"
    ]
    room.done(room.facilitator, "HideNote", note=note.id, reason="A name")
    room.done(room.facilitator, "ShareResults", shared=True)
    readers = ((reader, "reader"), (ada, "participant"), (room.facilitator, "facilitator"))

    running = [about(room, *each) for each in readers]
    replay = reader.get(f"/w/{room.id}/replay.json").text
    page = "".join(reader.get(f"/w/{room.id}/{it}").text for it in ("results", "replay"))
    room.done(room.facilitator, "CloseWorkshop")

    assert running == [("", 0, 0), (room.code, 0, 0), (room.code, 0, 1)]
    assert room.code not in replay + page
    assert [about(room, *each) for each in readers] == [(room.code, 0, 1)] * 3


def test_a_link_has_a_last_day(linked):
    room = linked
    link = link_of(room)
    reader, _ = opened(room, link)
    room.done(room.facilitator, "LinkResults", linked=True, until="2099-01-08")
    on_time = reader.get(f"/w/{room.id}/results").status_code

    yesterday(room)

    assert (on_time, the_workshop(room.house.conductor.place(room.id)).results_until) == (
        200,
        "2020-01-08",
    )
    assert reader.get(f"/w/{room.id}/results").status_code == 403
    assert reader.get(f"/api/workshops/{room.id}/artifacts").status_code == 403
    assert opened(room, link)[1].status_code == 403


def yesterday(room):
    """As the log says of a link that was made when its last day was still to come."""
    from workshop.core.decider import evolve

    evolve(room.house.conductor.place(room.id), [ResultsLinked(linked=True, until="2020-01-08")])


def test_the_last_day_is_over_when_it_is_over_everywhere(linked):
    """At half past midnight in UTC it is half past seven in the evening before in New York."""
    linked.done(linked.facilitator, "LinkResults", linked=True, until="2099-01-08")
    workshop = the_workshop(linked.house.conductor.place(linked.id))

    for evening in ("2099-01-09T00:30:00.000Z", "2099-01-09T11:59:59.999Z"):
        check_link(workshop, lambda at=evening: at)
    with pytest.raises(Refused, match="link_ended"):
        check_link(workshop, lambda: "2099-01-09T12:00:00.000Z")


@pytest.mark.parametrize(("until", "code"), [("2020-01-08", "past_date"), ("soon", "bad_date")])
def test_the_last_day_is_a_day_to_come(room, until, code):
    answer = room.say(room.facilitator, "LinkResults", linked=True, until=until)

    assert (answer.status_code, answer.json["error"]["code"]) == (409, code)


def test_only_a_facilitator_makes_a_link(linked):
    answer = linked.say(linked.device(), "LinkResults", linked=False)

    assert (answer.status_code, answer.json["error"]["code"]) == (403, "forbidden")


def test_the_page_does_not_tell_whether_the_workshop_exists(room):
    client = room.app.test_client()
    known, unknown = (words_of(client.get(f"/r/{log}")) for log in (room.id, "f" * 32))

    assert known == unknown
