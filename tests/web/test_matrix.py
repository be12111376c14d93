"""Every route for every kind of caller; a route without a row fails here."""

import io

import pytest

from tests.web.conftest import Room, new_id
from workshop.core.workshop import the_workshop
from workshop.export import report
from workshop.export.as_json import canonical

CALLERS = ("none", "other", "participant", "board", "facilitator")
#                            none other part. board fac.
OPEN_TO_ALL = (200, 200, 200, 200, 200)
MATRIX = {
    "GET /": OPEN_TO_ALL,
    "POST /": (303, 303, 303, 303, 303),
    "GET /new": OPEN_TO_ALL,
    "POST /new": OPEN_TO_ALL,
    "GET /open": OPEN_TO_ALL,
    "POST /open": OPEN_TO_ALL,
    "GET /j/": OPEN_TO_ALL,
    "POST /j/": (303, 303, 303, 303, 303),
    "GET /j/<code>": (200, 200, 303, 200, 200),
    "POST /j/<code>": (303, 303, 303, 303, 303),
    "POST /language": (303, 303, 303, 303, 303),
    "GET /f/<workshop>": OPEN_TO_ALL,
    "POST /f/<workshop>": (403, 403, 403, 403, 403),
    "GET /b/<workshop>": OPEN_TO_ALL,
    "POST /b/<workshop>": (403, 403, 403, 403, 403),
    "GET /r/<workshop>": OPEN_TO_ALL,
    "POST /r/<workshop>": (403, 403, 403, 403, 403),
    "GET /i/<workshop>": (200, 200, 303, 200, 200),
    "POST /i/<workshop>": (403, 403, 403, 403, 403),
    "GET /privacy": OPEN_TO_ALL,
    "GET /accessibility": OPEN_TO_ALL,
    "GET /healthz": OPEN_TO_ALL,
    "GET /readyz": OPEN_TO_ALL,
    "GET /metrics": OPEN_TO_ALL,
    "GET /api/openapi.json": OPEN_TO_ALL,
    "GET /static/<build>/words/<language>.json": OPEN_TO_ALL,
    "GET /w/<workshop>": (401, 401, 200, 303, 303),
    "GET /w/<workshop>/console": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/plan": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/methods.json": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/recipe.json": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/preview": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/board": (401, 401, 403, 200, 200),
    "GET /w/<workshop>/seat/<participant>": (401, 401, 403, 403, 404),
    "GET /w/<workshop>/moderation.csv": (401, 401, 403, 403, 200),
    "GET /w/<workshop>/log.json": (401, 401, 403, 403, 409),
    "GET /w/<workshop>/plain": (401, 401, 200, 403, 403),
    "GET /w/<workshop>/results": (401, 401, 200, 403, 200),
    "GET /w/<workshop>/replay": (401, 401, 403, 200, 200),
    "GET /w/<workshop>/replay.json": (401, 401, 403, 200, 200),
    "GET /w/<workshop>/links": (401, 401, 403, 403, 200),
    "POST /w/<workshop>/links": (401, 401, 403, 403, 403),
    "GET /w/<workshop>/ballot/<step>.json": (401, 401, 403, 403, 404),
    "GET /w/<workshop>/continue": (401, 401, 403, 403, 200),
    "POST /w/<workshop>/continue": (401, 401, 403, 403, 403),
    "GET /w/<workshop>/bring-in": (401, 401, 403, 403, 200),
    "POST /w/<workshop>/bring-in": (401, 401, 403, 403, 403),
    "GET /w/<workshop>/qr.svg": (401, 401, 200, 200, 200),
    "GET /w/<workshop>/band/<size>.svg": (401, 401, 200, 200, 200),
    "POST /w/<workshop>/commands": (401, 401, 200, 403, 200),
    "POST /api/workshops": (201, 201, 201, 201, 201),
    "POST /api/workshops/<where>/join": OPEN_TO_ALL,
    "POST /api/workshops/<workshop>/key": (401, 401, 403, 403, 200),
    "POST /api/workshops/<workshop>/code": (401, 401, 403, 403, 200),
    "GET /api/workshops/<workshop>/links": (401, 401, 403, 403, 200),
    "GET /api/workshops/<workshop>/artifacts": (401, 401, 403, 403, 200),
    "POST /api/workshops/<workshop>/artifacts": (401, 401, 403, 403, 200),
    "GET /api/schemas/workshop-1.json": OPEN_TO_ALL,
    "GET /api/schemas/log-1.json": OPEN_TO_ALL,
    "GET /api/workshops/<workshop>/artifacts/<wanted>": (401, 401, 403, 403, 200),
}


def routes_of(app):
    return {
        f"{method} {rule}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if not str(rule).startswith("/socket.io")
    }


def test_every_route_has_a_row(app):
    assert routes_of(app) == set(MATRIX)


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    from tests.web.conftest import settings
    from workshop.app import close, create_app

    app = create_app(settings(tmp_path_factory.mktemp("matrix")))
    yield Room(app), Room(app)
    close(app.extensions["rytme"])


def device_of(rooms, caller):
    """A new browser with one cookie: of the room, of another room, or with none."""
    room, other = rooms
    client = room.app.test_client()
    if caller == "none":
        return client, {}
    where = other if caller == "other" else room
    code = the_workshop(where.house.conductor.place(where.id)).code
    known = where.facilitator if caller in ("other", "facilitator") else where.device(caller, code)
    token = known.you["token"]
    client.set_cookie(f"rytme-{where.id}-{token.split('.')[0]}", token)
    return client, {"Authorization": f"Bearer {token}"}


def request_of(rooms, route, client, headers):
    room, _ = rooms
    code = the_workshop(room.house.conductor.place(room.id)).code  # a row of this table rotates it
    method, path = route.split()
    wanted = "report.md" if "artifacts" in path else ""
    for name, value in {
        "<workshop>": room.id,
        "<code>": f"{code[:3]}-{code[3:]}",
        "<where>": code,
        "<size>": "phone",
        "<build>": room.house.build,
        "<language>": "nb",
        "<wanted>": wanted,
        "<participant>": "f" * 32,
        "<step>": "f" * 32,
    }.items():
        path = path.replace(name, value)
    if method == "GET":
        return client.get(path)
    if path == "/api/workshops":
        return client.post(path, json={"title": "Fjell"})
    if path.endswith(("/join", "/key", "/code", "/artifacts")):
        return client.post(path, json={}, headers=headers)
    if path.endswith("/commands"):
        command = {"op": new_id(), "kind": "ParkNote", "id": new_id(), "text": "Later"}
        return client.post(path, json=command, headers=headers)
    typed = {"title": "Fjell", "code": code, "key": "wrong"}
    if path == "/open":
        mine = canonical(report(room.house.conductor.place(room.id)))
        typed = {"op": new_id(), "file": (io.BytesIO(mine), "workshop.json")}
    return client.post(path, data=typed)


@pytest.mark.parametrize("caller", CALLERS)
@pytest.mark.parametrize("route", MATRIX)
def test_a_caller_gets_what_the_matrix_says(rooms, route, caller):
    client, headers = device_of(rooms, caller)

    answer = request_of(rooms, route, client, headers)

    assert answer.status_code == MATRIX[route][CALLERS.index(caller)], answer.text[:300]


@pytest.mark.parametrize("path", ["/w/{id}/results", "/api/workshops/{id}/artifacts"])
def test_shared_results_are_for_participants_too(app, path):
    room = Room(app)
    ada = room.device()
    path = path.format(id=room.id)
    before = ada.get(path)

    room.done(room.facilitator, "CloseWorkshop")

    after = ada.get(path)
    assert "report.md" not in before.text
    assert (after.status_code, "report.md" in after.text) == (200, True)
