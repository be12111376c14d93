"""A workshop on a running server, and the people who come to it over the real wire."""

import json
import urllib.request
from pathlib import Path
from typing import Any

from tests.servers.rytme import Server
from workshop.demo.client import Client, Wish, new_id, post

Record = dict[str, Any]


class Meeting:
    """Made over HTTP (H1); everyone joins by HTTP (H2) and then by a socket."""

    def __init__(
        self, url: str, recipe: str = "mini-cycle", language: str = "en", **more: Any
    ) -> None:
        self.url = url
        wish = {"title": "Safe at home", "recipe": recipe, "language": language, **more}
        status, self.made = post(url, "/api/workshops", wish)
        assert status == 201, self.made
        self.id, self.code = str(self.made["id"]), str(self.made["code"])
        self.clients: list[Client] = []

    def token(self, role: str = "participant", name: str = "") -> str:
        knock = {"role": role, "name": name}
        if role == "facilitator":
            knock["key"] = str(self.made["facilitator_key"])
        status, answer = post(self.url, f"/api/workshops/{self.code}/join", knock)
        assert status == 200, answer
        return str(answer["token"])

    def client(
        self, role: str = "participant", name: str = "", token: str = "", url: str = ""
    ) -> Client:
        """Someone who has joined over HTTP and has not opened a socket yet."""
        made = Client(url or self.url, self.id, token or self.token(role, name), role)
        self.clients.append(made)
        return made

    def come(self, role: str = "participant", name: str = "") -> Client:
        return self.client(role, name).open()

    def close(self) -> None:
        for client in self.clients:
            client.close()

    def get(self, path: str, token: str) -> Any:
        request = urllib.request.Request(
            self.url + path, headers={"Authorization": f"Bearer {token}"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())


def step_of(client: Client, layout: str, place: int = 0) -> Record:
    """The agenda's first step, or a later one, of a layout."""
    steps = sorted(client.holding.all("step"), key=lambda step: step["place"])
    return [step for step in steps if step["layout"] == layout][place]


def note(client: Client, step: Record, text: str = "A thought", op: str = "") -> Wish:
    return client.send(
        "AddNote", op, id=new_id(), step=step["id"], type=step["types"][0], text=text
    )


def pump_all(clients: list[Client], seconds: float = 0.0) -> None:
    for client in clients:
        client.pump(seconds)


def pump_until(clients: list[Client], done: Any, timeout: float = 60) -> None:
    """Let everyone read in turn until it is so; everyone's outbox goes on meanwhile."""
    clients[0].pump_until(lambda: pump_all(clients) or done(), timeout)


def agree(clients: list[Client]) -> None:
    """After a quiet moment each holds what the server says it should (S8)."""
    for client in clients:
        client.settle()
    for client in clients:
        assert client.digest() == client.holding.digest(), client.role


def saved(server: Server, meeting: Meeting) -> Path | None:
    """The folder of the workshop, when it is whole; its name ends with the code."""
    found = [it for it in server.sessions.glob("*") if it.name.upper().endswith(meeting.code)]
    return found[0] if found else None
