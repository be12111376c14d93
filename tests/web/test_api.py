"""Programs make workshops and come in (H1, H2, H8), and every answer conforms to the description."""

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.web.conftest import Room
from workshop.web.openapi import document
from workshop.web.schemas import SCHEMAS


def conforms(answer, name):
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    Draft202012Validator(schema).validate(answer.json)
    return answer.json


def error_of(answer):
    return conforms(answer, "Error")["error"]


@pytest.mark.rule("H4")
def test_the_description_is_a_valid_openapi_document(client):
    answer = client.get("/api/openapi.json")

    assert answer.json == document()
    validate(answer.json)


@pytest.mark.rule("H4")
def test_the_description_names_every_route_of_the_api(app):
    routes = {
        str(rule).replace("<", "{").replace(">", "}").replace("{wanted}", "{format}")
        for rule in app.url_map.iter_rules()
        if str(rule).startswith(("/api/", "/healthz", "/readyz"))
    }

    assert routes - {"/api/openapi.json"} == set(document()["paths"])


@pytest.mark.rule("H1")
def test_a_workshop_is_made(client):
    answer = client.post(
        "/api/workshops", json={"title": "Fjord", "recipe": "one-hour", "language": "nb"}
    )

    made = conforms(answer, "Made")
    assert answer.status_code == 201
    assert made["join_url"].endswith(f"/j/{made['code'][:3]}-{made['code'][3:]}")
    assert made["facilitator_url"].endswith(f"/f/{made['id']}#{made['facilitator_key']}")
    assert f"/b/{made['id']}#" in made["board_url"]


@pytest.mark.rule("H1")
def test_the_same_op_gives_the_same_workshop_key_and_all(client):
    wish = {"title": "Fjord", "op": "op-12345678"}
    first = client.post("/api/workshops", json=wish)
    again = client.post("/api/workshops", json=wish)
    other = client.post("/api/workshops", json={"title": "Fjord"})

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json == first.json
    assert other.json["id"] != first.json["id"]


@pytest.mark.rule("H1")
def test_neither_key_nor_op_is_stored(client, tmp_path):
    made = client.post("/api/workshops", json={"title": "Fjord", "op": "op-12345678"}).json

    stored = b"".join(file.read_bytes() for file in (tmp_path / "var").iterdir())
    assert made["facilitator_key"].encode() not in stored
    assert b"op-12345678" not in stored


@pytest.mark.rule("H1")
def test_the_minutes_wished_for_are_spread_over_the_recipe(app):
    room = Room(app, recipe="one-hour", minutes=90)

    assert sum(step.minutes for step in room.steps()) == 90
    assert min(step.minutes for step in room.steps()) >= 1


@pytest.mark.rule("H1")
@pytest.mark.parametrize(
    ("wish", "status", "code", "field"),
    [
        ({}, 400, "bad_field", "title"),
        ({"title": 7}, 400, "bad_field", "title"),
        ({"title": ""}, 409, "empty", "title"),
        ({"title": "x" * 200}, 409, "too_long", "title"),
        ({"title": "x", "colour": "red"}, 400, "unknown_field", "colour"),
        ({"title": "x", "recipe": "soup"}, 409, "no_such_recipe", "recipe"),
        ({"title": "x", "language": "tlh"}, 409, "no_such_language", "language"),
        ({"title": "x", "minutes": 481}, 400, "bad_field", "minutes"),
        ({"title": "x", "retention_days": 366}, 400, "bad_field", "retention_days"),
        ({"title": "x", "op": "short"}, 400, "bad_field", "op"),
    ],
)
def test_a_wish_that_cannot_be_met_says_why(client, wish, status, code, field):
    answer = client.post("/api/workshops", json=wish)

    error = error_of(answer)
    assert (answer.status_code, error["code"], error.get("field")) == (status, code, field)


@pytest.mark.rule("H5")
@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"7", b'{"title": NaN}', b"\xff", b"[" * 50_000],
    ids=["empty", "cut", "list", "number", "nan", "bytes", "deep"],
)
def test_what_is_no_object_is_refused(client, body):
    answer = client.post("/api/workshops", data=body, content_type="application/json")

    assert (answer.status_code, error_of(answer)["code"]) == (400, "bad_json")


@pytest.mark.rule("H5")
def test_too_much_at_once_is_refused(client):
    answer = client.post("/api/workshops", data=b"x" * 300_000, content_type="application/json")

    assert (answer.status_code, error_of(answer)["code"]) == (413, "too_large")


@pytest.mark.rule("H1")
def test_new_workshops_are_counted_by_address(make_app):
    client = make_app(RYTME_CREATE_LIMIT="2").test_client()
    made = [client.post("/api/workshops", json={"title": "Fjord"}) for _ in range(3)]

    assert [answer.status_code for answer in made] == [201, 201, 429]
    assert error_of(made[2])["code"] == "too_many_workshops"


@pytest.mark.rule("H1")
def test_a_repeated_op_is_answered_also_past_the_limit(make_app):
    client = make_app(RYTME_CREATE_LIMIT="1").test_client()
    wish = {"title": "Fjord", "op": "op-12345678"}
    first = client.post("/api/workshops", json=wish)

    assert client.post("/api/workshops", json=wish).json == first.json


@pytest.mark.rule("H1")
def test_where_making_is_locked_the_hosts_key_opens(make_app):
    client = make_app(RYTME_CREATE="key", RYTME_CREATE_KEY="open sesame").test_client()
    wish = {"title": "Fjord"}

    without = client.post("/api/workshops", json=wish)
    wrong = client.post("/api/workshops", json=wish, headers={"Authorization": "Bearer no"})
    right = client.post(
        "/api/workshops", json=wish, headers={"Authorization": "Bearer open sesame"}
    )

    assert (without.status_code, error_of(without)["code"]) == (401, "create_key")
    assert (wrong.status_code, right.status_code) == (401, 201)


@pytest.mark.rule("H2")
def test_a_code_buys_a_participants_place_and_a_cookie(room):
    client = room.app.test_client()
    answer = client.post(f"/api/workshops/{room.code}/join", json={"name": "Ada"})

    entered = conforms(answer, "Entered")
    assert entered["workshop_id"] == room.id
    cookie = client.get_cookie(f"rytme-{room.id}-participant")
    assert (cookie.value, cookie.http_only, cookie.same_site) == (entered["token"], True, "Lax")
    assert (cookie.path, cookie.secure, cookie.max_age) == ("/", False, 30 * 86400)


@pytest.mark.rule("H2")
def test_over_https_the_cookie_is_bound_to_the_host(make_app):
    room = Room(make_app(RYTME_PUBLIC_URL="https://rytme.example.org"))
    answer = room.app.test_client().post(f"/api/workshops/{room.code}/join", json={})

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"__Host-rytme-{room.id}-participant=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert room.made["join_url"].startswith("https://rytme.example.org/j/")


@pytest.mark.rule("H2")
@pytest.mark.parametrize("typed", ["{0}", "{1}-{2}", "%20{1}%20{2}"])
def test_a_code_is_taken_however_it_is_written(room, typed):
    where = typed.format(room.code.lower(), room.code[:3], room.code[3:])

    assert room.app.test_client().post(f"/api/workshops/{where}/join", json={}).status_code == 200


@pytest.mark.rule("H2")
def test_the_same_op_finds_the_same_participant(room):
    join = f"/api/workshops/{room.code}/join"
    first = room.app.test_client().post(join, json={"op": "op-12345678", "name": "Ada"}).json
    again = room.app.test_client().post(join, json={"op": "op-12345678", "name": "Ada"}).json
    other = room.app.test_client().post(join, json={"op": "op-87654321", "name": "Ada"}).json

    assert again["participant_id"] == first["participant_id"] != other["participant_id"]
    assert room.house.conductor.place(room.id).seq == 4  # made, the facilitator, Ada, Ada


@pytest.mark.rule("H2")
def test_a_facilitator_comes_in_with_the_key_by_id_and_by_code(room):
    knock = {"role": "facilitator", "key": room.made["facilitator_key"]}

    for where in (room.id, room.code):
        answer = room.app.test_client().post(f"/api/workshops/{where}/join", json=knock)
        assert (answer.status_code, answer.json["token"][:11]) == (200, "facilitator")


@pytest.mark.rule("H2")
def test_a_board_comes_in_with_the_code_or_with_its_key(room):
    key = room.made["board_url"].rsplit("#")[1]
    by_code = room.app.test_client().post(
        f"/api/workshops/{room.code}/join", json={"role": "board"}
    )
    by_key = room.app.test_client().post(
        f"/api/workshops/{room.id}/join", json={"role": "board", "key": key}
    )
    wrong = room.app.test_client().post(
        f"/api/workshops/{room.id}/join", json={"role": "board", "key": "nonsense"}
    )

    assert (by_code.status_code, by_key.status_code, wrong.status_code) == (200, 200, 403)


@pytest.mark.rule("H2")
@pytest.mark.parametrize(
    ("where", "knock", "status", "code"),
    [
        ("AAAAAA", {}, 404, "code_not_open"),
        ("", {}, 405, "not_allowed"),
        ("{id}", {}, 404, "code_not_open"),
        ("{code}", {"role": "facilitator"}, 403, "wrong_key"),
        ("{code}", {"role": "facilitator", "key": "nonsense"}, 403, "wrong_key"),
        ("{id}", {"role": "facilitator", "key": "nonsense"}, 403, "wrong_key"),
        ("f" * 32, {"role": "facilitator", "key": "nonsense"}, 403, "wrong_key"),
        ("{code}", {"role": "emperor"}, 400, "bad_field"),
        ("{code}", {"name": "x" * 41}, 409, "too_long"),
        ("{code}", {"shoe": 43}, 400, "unknown_field"),
    ],
)
def test_a_knock_that_opens_nothing_says_why(room, where, knock, status, code):
    url = f"/api/workshops/{where.format(id=room.id, code=room.code)}/join".replace("//", "/")
    answer = room.app.test_client().post(url, json=knock)

    if status == 405:
        assert answer.status_code in (404, 405)
    else:
        assert (answer.status_code, error_of(answer)["code"]) == (status, code)


@pytest.mark.rule("H5")
def test_unknown_ended_and_mistyped_codes_get_the_same_answer(room):
    room.done(room.facilitator, "CloseWorkshop")
    ended = room.app.test_client().post(f"/api/workshops/{room.code}/join", json={})
    unknown = room.app.test_client().post("/api/workshops/AAAAAA/join", json={})
    mistyped = room.app.test_client().post("/api/workshops/7/join", json={})

    assert ended.status_code == unknown.status_code == mistyped.status_code == 404
    assert ended.data == unknown.data == mistyped.data
    same = [dict(answer.headers) for answer in (ended, unknown, mistyped)]
    assert same[0] == same[1] == same[2]


@pytest.mark.rule("H2")
def test_the_key_opens_also_after_the_end(room):
    room.done(room.facilitator, "CloseWorkshop")
    later = room.device("facilitator", key=room.made["facilitator_key"])

    assert later.get(f"/w/{room.id}/results").status_code == 200
    assert later.get(f"/api/workshops/{room.id}/artifacts").status_code == 200


@pytest.mark.rule("H8")
def test_a_new_key_kills_the_old_link_and_nothing_else(room):
    answer = room.facilitator.post(
        f"/api/workshops/{room.id}/key",
        headers={"Authorization": f"Bearer {room.facilitator.you['token']}"},
    )

    fresh = conforms(answer, "Key")
    assert fresh["facilitator_url"].endswith(f"/f/{room.id}#{fresh['facilitator_key']}")
    join = f"/api/workshops/{room.id}/join"
    old = {"role": "facilitator", "key": room.made["facilitator_key"]}
    new = {"role": "facilitator", "key": fresh["facilitator_key"]}
    assert room.app.test_client().post(join, json=old).status_code == 403
    assert room.app.test_client().post(join, json=new).status_code == 200
    assert room.facilitator.get(f"/w/{room.id}/console").status_code == 200


def test_wrong_codes_are_counted_and_right_ones_are_not(room):
    room.house.doors._clock = lambda: 1.0  # all in one moment, however slow the machine
    client = room.app.test_client()
    tries = [client.post("/api/workshops/AAAAAA/join", json={}).status_code for _ in range(21)]
    right = client.post(f"/api/workshops/{room.code}/join", json={})

    assert tries == [404] * 20 + [429]
    assert (right.status_code, error_of(right)["code"]) == (429, "busy")
    assert 1 <= int(right.headers["Retry-After"]) <= 10


@pytest.mark.rule("S11")
def test_a_town_hall_joins_from_one_address(room):
    join = f"/api/workshops/{room.code}/join"
    joined = [room.app.test_client().post(join, json={}).status_code for _ in range(100)]

    assert joined == [200] * 100


def test_a_room_of_people_may_mistype_more_often(room):
    room.device()
    client = room.app.test_client()
    tries = [client.post("/api/workshops/AAAAAA/join", json={}).status_code for _ in range(100)]

    assert tries == [404] * 100


@pytest.mark.rule("H2")
def test_a_persons_language_is_kept_by_the_browser(room):
    client = room.app.test_client()
    client.post(f"/api/workshops/{room.code}/join", json={"language": "nb"})

    assert '<html lang="nb">' in client.get("/").text
