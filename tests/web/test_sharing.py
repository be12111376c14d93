"""Links, keys and QR codes."""

import re

import pytest

from tests.web.conftest import Room, csrf_of, words_of
from workshop.core.people import Participant
from workshop.web.addresses import addresses, is_local, machine_hosts
from workshop.web.qr import qr_svg, qr_text

RIGHT_KEY = {"facilitator": "facilitator_key", "board": "board_url"}


@pytest.mark.rule("H8")
def test_a_new_facilitator_link_is_shown_once(room):
    page = room.facilitator.get(f"/w/{room.id}/links")
    fresh = room.facilitator.post(f"/w/{room.id}/links", data={"csrf": csrf_of(page.text)})

    link = re.search(rf"http://localhost/f/{room.id}#([\w-]{{22}})", fresh.text)
    assert "/f/" not in page.text
    knock = {"role": "facilitator", "key": link[1]}
    join = f"/api/workshops/{room.id}/join"
    assert room.app.test_client().post(join, json=knock).status_code == 200
    assert "/f/" not in room.facilitator.get(f"/w/{room.id}/links").text


@pytest.mark.rule("H2")
@pytest.mark.parametrize(
    ("role", "door", "surface"),
    [("facilitator", "f", "console"), ("board", "b", "board")],
)
def test_a_key_is_pasted_where_no_script_reads_it(room, role, door, surface):
    client = room.app.test_client()
    given = room.made[RIGHT_KEY[role]]
    answer = client.post(f"/{door}/{room.id}", data={"key": f"  {given} "})

    assert (answer.status_code, answer.location) == (303, f"/w/{room.id}/{surface}")
    assert client.get(answer.location).status_code == 200


def test_a_facilitator_says_who_they_are_at_the_door(room):
    form = {"key": room.made["facilitator_key"], "name": " Eva ", "op": "op-of-eva-1"}
    for _ in range(2):
        room.app.test_client().post(f"/f/{room.id}", data=form)

    people = room.house.conductor.place(room.id).all(Participant)
    assert [it.name for it in people if it.role == "facilitator"].count("Eva") == 1


def test_a_name_that_is_too_long_is_said_where_it_stands(room):
    form = {"key": room.made["facilitator_key"], "name": "x" * 200}
    answer = room.app.test_client().post(f"/f/{room.id}", data=form)

    assert 'aria-describedby="name-help name-error"' in answer.text
    assert f'value="{room.made["facilitator_key"]}"' in answer.text
    assert 'id="name"' not in room.app.test_client().get(f"/b/{room.id}").text


@pytest.mark.parametrize("door", ["f", "b"])
def test_a_wrong_key_stays_in_its_field(room, door):
    answer = room.app.test_client().post(f"/{door}/{room.id}", data={"key": "nonsense"})

    assert answer.status_code == 403
    assert "That key does not open this workshop. Ask for a new link." in words_of(answer)
    assert 'value="nonsense"' in answer.text


def test_a_key_page_does_not_tell_whether_the_workshop_exists(room):
    client = room.app.test_client()
    hide = re.compile(r'value="\w{32}"|[0-9a-f]{32}')
    known, unknown = (client.get(f"/f/{log}").text for log in (room.id, "f" * 32))

    assert hide.sub("", known) == hide.sub("", unknown)


def test_the_qr_code_is_dark_on_white_with_a_quiet_zone(room):
    answer = room.facilitator.get(f"/w/{room.id}/qr.svg")

    assert answer.content_type == "image/svg+xml; charset=utf-8"
    assert answer.text == qr_svg(room.made["join_url"])
    assert 'fill="#fff"' in answer.text
    assert 'stroke="#000"' in answer.text
    assert 'd="M4 4.5h7' in answer.text  # the first dark module stands four modules in


def test_the_terminal_gets_one_too():
    assert len(qr_text("http://10.0.0.5:5000").splitlines()) > 10


def test_a_facilitators_browser_may_show_the_board_too(room):
    answer = room.facilitator.get(f"/w/{room.id}/board")

    assert answer.status_code == 200
    assert room.facilitator.get_cookie(f"rytme-{room.id}-board") is not None
    assert 'data-role="board"' in answer.text


def test_a_phone_page_and_a_console_live_in_one_browser(room):
    browser = room.device()
    browser.post(
        f"/api/workshops/{room.id}/join",
        json={"role": "facilitator", "key": room.made["facilitator_key"]},
    )

    assert 'data-page="phone"' in browser.get(f"/w/{room.id}").text
    assert 'data-page="console"' in browser.get(f"/w/{room.id}/console").text
    assert 'data-page="board"' in browser.get(f"/w/{room.id}/board").text


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("localhost:5000", True),
        ("rytme.localhost", True),
        ("127.0.0.1:5000", True),
        ("127.8.8.8", True),
        ("[::1]:5000", True),
        ("::1", True),
        ("0.0.0.0:5000", True),
        ("10.0.0.5:5000", False),
        ("[fd00::2]:5000", False),
        ("rytme.example.org", False),
        ("localhost.example.org", False),
    ],
)
def test_what_means_only_this_machine(host, local):
    assert is_local(host) is local


def test_links_hold_the_address_that_was_asked_for_when_others_reach_it(app):
    client = app.test_client()
    made = client.post(
        "/api/workshops", json={"title": "Fjord"}, headers={"Host": "10.0.0.5:5000"}
    ).json

    assert made["join_url"].startswith("http://10.0.0.5:5000/j/")


def test_a_link_never_holds_localhost_where_the_machine_has_an_address(make_app):
    app = make_app(HOST="0.0.0.0", PORT="5000")
    room = Room(app)
    best = addresses(room.house.config)[0]

    assert room.made["join_url"].startswith(f"{best}/j/")
    assert ("localhost" in room.made["join_url"]) == (machine_hosts() == [])


def test_a_machine_without_any_other_address_says_so(room):
    page = words_of(room.facilitator.get(f"/w/{room.id}/links"))

    assert "Phones cannot reach this." in page


def test_the_public_address_wins(make_app):
    app = make_app(RYTME_PUBLIC_URL="http://rytme.fjord:5000")
    room = Room(app)

    assert addresses(room.house.config) == ["http://rytme.fjord:5000"]
    for name in ("join_url", "invite_url", "board_url", "facilitator_url"):
        assert room.made[name].startswith("http://rytme.fjord:5000/")
