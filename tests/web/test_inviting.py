"""The invitation: in without a code, from elsewhere or before the meeting."""

import pytest

from tests.web.conftest import words_of
from workshop.core.people import Participant

pytestmark = pytest.mark.rule("H2")


def invite_of(room) -> str:
    return room.made["invite_url"].split("#")[1]


def people(room) -> list[str]:
    place = room.house.conductor.place(room.id)
    return sorted(it.name for it in place.all(Participant) if it.role == "participant")


def test_an_invitation_is_a_link_whose_key_no_browser_sends(room):
    address, _, invite = room.made["invite_url"].partition("#")

    assert address == f"http://localhost/i/{room.id}"
    assert len(invite) == 22  # 128 bits
    assert invite in room.facilitator.get(f"/w/{room.id}/links").text


def test_the_invited_take_part_without_a_code(room):
    guest = room.app.test_client()
    form = {"key": invite_of(room), "name": "Ada", "op": "op-of-ada-1"}
    answer = guest.post(f"/i/{room.id}", data=form)

    assert (answer.status_code, answer.location) == (303, f"/w/{room.id}")
    assert guest.get(f"/w/{room.id}").status_code == 200
    assert people(room) == ["Ada"]
    assert guest.get(f"/i/{room.id}").location == f"/w/{room.id}"


def test_a_whole_link_may_be_pasted(room):
    form = {"key": f" {room.made['invite_url']} "}

    assert room.app.test_client().post(f"/i/{room.id}", data=form).status_code == 303


@pytest.mark.parametrize("wrong", ["board", "facilitator", "none"])
def test_only_the_invitation_opens(room, wrong):
    keys = {
        "board": room.made["board_url"].split("#")[1],
        "facilitator": room.made["facilitator_key"],
        "none": "",
    }
    answer = room.app.test_client().post(f"/i/{room.id}", data={"key": keys[wrong], "name": "Ada"})

    assert answer.status_code in (403, 404)
    assert 'value="Ada"' in answer.text
    assert people(room) == []


def test_the_page_does_not_tell_whether_the_workshop_exists(room):
    client = room.app.test_client()
    known, unknown = (words_of(client.get(f"/i/{log}")) for log in (room.id, "f" * 32))

    assert known == unknown


def test_programs_are_invited_too(room):
    knock = {"key": invite_of(room), "name": "Bo"}
    answer = room.app.test_client().post(f"/api/workshops/{room.id}/join", json=knock)

    assert answer.status_code == 200
    assert people(room) == ["Bo"]
