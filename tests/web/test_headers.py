"""Every answer tells the browser to trust nothing but this server."""

import pytest

from tests.web.conftest import Room

PATHS = ("/", "/new", "/j/", "/privacy", "/api/openapi.json", "/healthz", "/nowhere", "/w/unknown")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"] == (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self' ws://localhost; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"].startswith("camera=(), geolocation=(), microphone=()")
    assert headers["Cache-Control"] == "no-store"


def test_only_the_preview_may_stand_in_a_frame_and_only_on_our_own_pages(room):
    preview = room.facilitator.get(f"/w/{room.id}/preview").headers["Content-Security-Policy"]
    console = room.facilitator.get(f"/w/{room.id}/console").headers["Content-Security-Policy"]

    assert preview == console.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    assert "frame-ancestors 'none'" in console


def test_a_strange_host_does_not_get_into_the_policy(client):
    headers = client.get("/", headers={"Host": "a;script-src *"}).headers

    assert "script-src *" not in headers.get("Content-Security-Policy", "")


def test_a_live_page_names_what_its_script_needs_and_holds_no_script_itself(room):
    page = room.device().get(f"/w/{room.id}").text

    assert f'data-page="phone" data-workshop="{room.id}" data-role="participant"' in page
    assert f'data-build="{room.house.build}"' in page
    assert f'src="/static/{room.house.build}/built/phone.js"' in page
    assert page.count("<script") == 1
    assert "style=" not in page


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("origin", ["null", "http://evil.example", "http://localhost:8080"])
def test_nothing_is_taken_from_another_origin(client, method, origin):
    answer = getattr(client, method)("/api/workshops", headers={"Origin": origin}, json={})

    assert (answer.status_code, answer.json["error"]["code"]) == (403, "bad_origin")


def test_no_get_changes_anything(app):
    room = Room(app)
    seq = room.house.conductor.place(room.id).seq
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods and not str(rule).startswith("/socket.io"):
            path = str(rule).replace("<workshop>", room.id).replace("<size>", "phone")
            room.facilitator.get(path)

    assert room.house.conductor.place(room.id).seq == seq


def test_a_wrong_method_says_which_are_right(client):
    answer = client.get("/language")

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_behind_a_proxy_the_address_and_scheme_are_the_browsers(make_app):
    client = make_app(RYTME_PROXY_HOPS="1").test_client()
    forwarded = {
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "rytme.example.org",
    }
    made = client.post("/api/workshops", json={"title": "Fjord"}, headers=forwarded).json
    own = {**forwarded, "Origin": "https://rytme.example.org"}

    assert made["join_url"].startswith("https://rytme.example.org/j/")
    assert client.post("/api/workshops", json={"title": "Fjord"}, headers=own).status_code == 201


def test_without_a_proxy_nobody_may_claim_another_host(client):
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "203.0.113.9"}
    made = client.post("/api/workshops", json={"title": "Fjord"}, headers=forged).json

    assert "evil.example" not in str(made)
