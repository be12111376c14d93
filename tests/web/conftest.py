"""A whole app over a real store, spoken to over HTTP, without a socket."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from workshop.app import close, create_app
from workshop.config import Config, read
from workshop.web.house import House

SECRET = "7f3a9c1e5b8d2f4a6c0e9b7d5f3a1c8e"


class Room:
    """One workshop and the devices in it; each device keeps its own cookies."""

    def __init__(self, app: Flask, **wish: object) -> None:
        self.app = app
        self.house: House = app.extensions["rytme"]
        answer = app.test_client().post(
            "/api/workshops", json={"title": "Fra sykehus til hjem", "language": "en"} | wish
        )
        assert answer.status_code == 201, answer.text
        self.made = answer.json
        self.id, self.code = self.made["id"], self.made["code"]
        self.facilitator = self.device("facilitator", key=self.made["facilitator_key"])

    def device(self, role: str = "participant", code: str = "", **knock: object) -> FlaskClient:
        client = self.app.test_client()
        where = self.id if role == "facilitator" else code or self.code
        answer = client.post(f"/api/workshops/{where}/join", json={"role": role} | knock)
        assert answer.status_code == 200, answer.text
        client.you = answer.json
        return client

    def say(self, client: FlaskClient, kind: str, **fields: object):
        """A command as a program sends it."""
        op = f"{kind}-{next(OPS):04d}"
        return client.post(
            f"/w/{self.id}/commands",
            json={"op": op, "kind": kind, **fields},
            headers={"Authorization": f"Bearer {client.you['token']}"},
        )

    def done(self, client: FlaskClient, kind: str, **fields: object) -> None:
        answer = self.say(client, kind, **fields)
        assert answer.status_code == 200, answer.text

    def steps(self) -> list:
        from workshop.core.agenda import in_order

        return in_order(self.house.conductor.place(self.id))

    def start(self, layout: str) -> str:
        """Begin the first step of a layout; gives its id."""
        step = next(step for step in self.steps() if step.layout == layout)
        self.done(self.facilitator, "StartStep", step=step.id)
        return step.id


OPS = iter(range(100_000))


def ids() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{number:032x}"


IDS = ids()


def new_id() -> str:
    return next(IDS)


def words_of(answer):
    """What a reader reads."""
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", answer.text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def csrf_of(page: str) -> str:
    return re.search(r'name="csrf" value="([^"]+)"', page)[1]


def settings(tmp_path: Path, **more: str) -> Config:
    return read(
        {
            "RYTME_SECRET_KEY": SECRET,
            "RYTME_DATA_DIR": str(tmp_path / "var"),
            "RYTME_SESSIONS_DIR": str(tmp_path / "sessions"),
            "RYTME_CREATE_LIMIT": "0",
            "HOST": "127.0.0.1",
            **more,
        }
    )


@pytest.fixture
def make_app(tmp_path):
    """Build an app with settings of its own."""
    made = []

    def make(**more: str) -> Flask:
        app = create_app(settings(tmp_path, **more))
        made.append(app)
        return app

    yield make
    for app in made:
        close(app.extensions["rytme"])


@pytest.fixture
def app(make_app):
    return make_app()


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def room(app):
    return Room(app)
