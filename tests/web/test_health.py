"""How the server is, for whoever watches over it (H4)."""

import pytest

from tests.web.conftest import Room


@pytest.mark.rule("H4")
def test_it_is_alive_and_ready(client):
    assert client.get("/healthz").json == {"ok": True}
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json) == (200, {"ok": True, "faults": []})


@pytest.mark.rule("H4")
def test_a_lost_database_is_not_ready_and_tells_no_address(app, tmp_path):
    app.extensions["rytme"].store.close()

    answer = app.test_client().get("/readyz")

    assert answer.status_code == 503
    assert answer.json["ok"] is False
    assert len(answer.json["faults"]) == 1
    assert str(tmp_path) not in answer.text


@pytest.mark.rule("H4")
def test_metrics_are_numbers_for_loopback(app):
    Room(app)
    answer = app.test_client().get("/metrics")
    lines = answer.text.splitlines()

    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8"
    for name in ("rytme_hub_lag_seconds", "rytme_sockets", "rytme_entries_total"):
        assert any(line.startswith(f"# HELP {name} ") for line in lines)
        assert float(next(it for it in lines if it.startswith(f"{name} ")).split()[1]) >= 0
    assert "rytme_entries_total 2" in lines


@pytest.mark.rule("H4")
def test_metrics_are_closed_to_others(make_app):
    client = make_app().test_client()
    far = {"environ_base": {"REMOTE_ADDR": "10.0.0.5"}}

    assert client.get("/metrics", **far).status_code == 401


@pytest.mark.rule("H4")
def test_a_metrics_token_opens_from_anywhere_and_then_alone(make_app):
    client = make_app(RYTME_METRICS_TOKEN="watcher").test_client()
    far = {"environ_base": {"REMOTE_ADDR": "10.0.0.5"}}

    assert (
        client.get("/metrics", headers={"Authorization": "Bearer watcher"}, **far).status_code
        == 200
    )
    assert (
        client.get("/metrics", headers={"Authorization": "Bearer wrong"}, **far).status_code == 401
    )
    assert client.get("/metrics").status_code == 401


@pytest.mark.rule("H4")
def test_behind_a_proxy_loopback_alone_opens_nothing(make_app):
    assert make_app(RYTME_PROXY_HOPS="1").test_client().get("/metrics").status_code == 401
