"""The door: another code, a closed one, boards shut out, and people shown out."""

import pytest
from jsonschema import Draft202012Validator

from tests.web.conftest import csrf_of, words_of
from workshop.core.people import Participant
from workshop.web.schemas import SCHEMAS


def rotated(room, **wish):
    path = f"/api/workshops/{room.id}/code"
    token = room.facilitator.you["token"]
    return room.app.test_client().post(
        path, json=wish, headers={"Authorization": f"Bearer {token}"}
    )


def knock(room, where, **said):
    return room.app.test_client().post(f"/api/workshops/{where}/join", json=said)


def error_of(answer):
    return answer.status_code, answer.json["error"]["code"]


@pytest.mark.rule("H9")
def test_a_new_code_opens_and_the_old_one_does_not(room):
    ada = room.device()

    answer = rotated(room)

    schema = {"$ref": "#/components/schemas/Code", "components": {"schemas": SCHEMAS}}
    Draft202012Validator(schema).validate(answer.json)
    code = answer.json["code"]
    assert answer.json["join_url"].endswith(f"/j/{code[:3]}-{code[3:]}")
    assert error_of(knock(room, room.code)) == (404, "code_not_open")
    assert knock(room, code).status_code == 200
    assert ada.get(f"/w/{room.id}").status_code == 200


@pytest.mark.rule("H9")
@pytest.mark.parametrize(("invitation", "status"), [(False, 200), (True, 403)])
def test_a_new_code_takes_the_invitation_along_where_that_is_asked(room, invitation, status):
    old = room.made["invite_url"].split("#")[1]

    fresh = rotated(room, invitation=invitation).json["invite_url"].split("#")[1]

    assert knock(room, room.id, key=old).status_code == status
    assert knock(room, room.id, key=fresh).status_code == 200
    assert (fresh == old) is not invitation


@pytest.mark.rule("H9")
def test_the_same_op_gives_the_same_code(room):
    first, again = (rotated(room, op="op-12345678").json for _ in range(2))
    assert first == again != rotated(room).json


@pytest.mark.rule("H9")
def test_a_cookie_alone_does_not_rotate_the_code(room):
    path = f"/api/workshops/{room.id}/code"
    assert error_of(room.facilitator.post(path, json={})) == (403, "bad_form")
    csrf = csrf_of(room.facilitator.get(f"/w/{room.id}/links").text)
    assert room.facilitator.post(path, json={}, headers={"X-CSRF-Token": csrf}).status_code == 200


@pytest.mark.rule("H9")
def test_a_closed_workshop_keeps_its_code(room):
    room.done(room.facilitator, "CloseWorkshop")
    assert error_of(rotated(room)) == (409, "workshop_closed")


@pytest.mark.rule("H9")
def test_no_client_sends_the_command_itself(room):
    answer = room.say(room.facilitator, "RotateCode", code="AAAAAA")
    assert error_of(answer) == (400, "unknown_kind")


@pytest.mark.rule("H10")
@pytest.mark.parametrize("role", ["participant", "board"])
def test_a_closed_door_answers_a_code_as_if_it_were_wrong(room, role):
    room.done(room.facilitator, "CloseDoor", closed=True)
    assert error_of(knock(room, room.code, role=role, key="")) == (404, "code_not_open")
    assert error_of(knock(room, room.code, role=role, key="x")) == (404, "code_not_open")
    page = room.app.test_client().get(f"/j/{room.code[:3]}-{room.code[3:]}")
    assert (page.status_code, "That code is not open" in words_of(page)) == (404, True)


@pytest.mark.rule("H10")
def test_who_takes_part_comes_back_through_a_closed_door(room):
    said = {"op": "op-12345678", "name": "Ada"}
    before = knock(room, room.code, **said).json
    ada = room.device()
    room.done(room.facilitator, "CloseDoor", closed=True)

    assert knock(room, room.code, **said).json["participant_id"] == before["participant_id"]
    link = ada.get(f"/j/{room.code[:3]}-{room.code[3:]}")
    assert (link.status_code, link.location) == (303, f"/w/{room.id}")
    key = room.made["facilitator_key"]
    assert knock(room, room.id, role="facilitator", key=key).status_code == 200
    board_key = room.made["board_url"].split("#")[1]
    assert knock(room, room.id, role="board", key=board_key).status_code == 200


@pytest.mark.rule("H10")
def test_boards_that_are_shut_out_need_the_new_link(room):
    board = room.device("board")
    old_key = room.made["board_url"].split("#")[1]

    room.done(room.facilitator, "CloseDoor", closed=False, boards=True)

    assert board.get(f"/w/{room.id}/board").status_code == 403
    assert error_of(knock(room, room.id, role="board", key=old_key)) == (403, "wrong_key")
    page = room.facilitator.get(f"/w/{room.id}/links").text
    new_key = page.split(f"/b/{room.id}#")[1][:22]
    assert knock(room, room.id, role="board", key=new_key).status_code == 200
    assert room.device("board").get(f"/w/{room.id}/board").status_code == 200


@pytest.mark.rule("H12")
def test_the_links_are_the_ones_that_are_good_now(room):
    path = f"/api/workshops/{room.id}/links"
    before = room.facilitator.get(path).json
    room.done(room.facilitator, "CloseDoor", closed=False, boards=True)
    code = rotated(room).json["code"]

    now = room.facilitator.get(path).json

    schema = {"$ref": "#/components/schemas/Links", "components": {"schemas": SCHEMAS}}
    Draft202012Validator(schema).validate(now)
    results = before.pop("results_url")
    assert results.startswith(f"http://localhost/r/{room.id}#")
    assert before == {name: room.made[name] for name in before}
    assert (now["code"], now["invite_url"]) == (code, before["invite_url"])
    assert now["join_url"].endswith(f"/j/{code[:3]}-{code[3:]}")
    board_key = now["board_url"].split("#")[1]
    assert knock(room, room.id, role="board", key=board_key).status_code == 200


@pytest.mark.rule("H10")
def test_a_facilitators_own_screen_becomes_a_board_again(room):
    room.facilitator.get(f"/w/{room.id}/board")
    room.done(room.facilitator, "CloseDoor", closed=False, boards=True)
    for _ in range(2):
        assert room.facilitator.get(f"/w/{room.id}/board").status_code == 200


@pytest.mark.rule("H11")
def test_who_is_removed_is_refused_everywhere_until_they_are_readmitted(room):
    said = {"op": "op-12345678", "name": "Ada"}
    ada = room.device(**said)
    person = {"participant": ada.you["participant_id"]}
    room.done(room.facilitator, "RemoveParticipant", **person)

    answer = room.say(ada, "ChangeName", name="Ada again")
    assert error_of(answer) == (403, "removed")
    assert error_of(knock(room, room.code, **said)) == (403, "removed")
    page = ada.get(f"/w/{room.id}")
    assert (page.status_code, "has shown you out" in words_of(page)) == (403, True)
    for path in ("plain", "results", "qr.svg"):
        assert ada.get(f"/w/{room.id}/{path}").status_code == 403

    room.done(room.facilitator, "ReadmitParticipant", **person)
    room.done(ada, "ChangeName", name="Ada again")
    place = room.house.conductor.place(room.id)
    assert place.get(Participant, person["participant"]).name == "Ada again"
