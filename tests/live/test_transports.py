"""The library that browsers use, over polling, over a websocket, and from the one to the other."""

import urllib.request

import pytest
import socketio

from tests.simulation.meeting import agree, step_of
from workshop.demo.client import new_id
from workshop.demo.holding import Holding


class Phone:
    """python-socketio's client, joined to a workshop."""

    def __init__(self, meeting, transports):
        self.log = meeting.id
        self.holding = Holding()
        self.told = []
        self.socket = socketio.Client(reconnection=False)
        self.socket.on("changes", self._take)
        self.socket.connect(
            f"{meeting.url}?w={meeting.id}",
            auth={"token": meeting.token(), "as": "participant"},
            transports=transports,
            wait_timeout=20,
        )
        self.welcome = self.socket.call("join", {}, timeout=20)

    def _take(self, frame):
        self.told.append("changes")
        self.holding.take(frame)

    def say(self, kind, **fields):
        answer = self.socket.call("command", {"op": new_id(), "kind": kind, **fields}, timeout=20)
        self.told.append("answer")
        return answer

    def digest(self):
        answer = self.socket.call("digest", {"log": self.log}, timeout=20)
        return {"count": answer["count"], "hash": answer["hash"]}


@pytest.fixture(params=[["polling"], ["websocket"], ["polling", "websocket"]], ids="-".join)
def phone(request, meeting):
    made = Phone(meeting, request.param)
    yield made
    assert made.socket.transport() == request.param[-1]
    made.socket.disconnect()


@pytest.mark.rule("S2")
def test_joining(phone):
    assert phone.welcome["ok"]
    assert phone.holding.whole
    assert phone.digest() == phone.holding.digest()


@pytest.mark.rule("S3")
def test_mine_and_changes_come_before_the_answer(phone, meeting):
    finn = meeting.come("facilitator")
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    note = {"id": new_id(), "step": step["id"], "type": step["types"][0]}
    phone.say("ParkNote", id=new_id(), text="For all")
    phone.told.clear()
    assert phone.say("AddNote", text="Mine", **note)["ok"]
    assert phone.say("ParkNote", id=new_id(), text="For all")["ok"]
    assert phone.told == ["changes", "answer", "changes", "changes", "answer"]
    assert phone.digest() == phone.holding.digest()
    agree([finn])


@pytest.mark.rule("S11")
def test_a_burst_in_one_request_is_read_whole(phone):
    answers = []
    for number in range(30):
        message = {
            "op": f"op-{number:08}",
            "kind": "ParkNote",
            "id": f"{number:016}",
            "text": "Quick",
        }
        phone.socket.emit("command", message, callback=answers.append)
    for _ in range(1000):
        if len(answers) == 30:
            break
        phone.socket.sleep(0.02)
    assert [answer["ok"] for answer in answers] == [True] * 30
    assert len(phone.holding.all("parked")) == 30


@pytest.mark.rule("S1")
def test_a_refused_connection_says_why(meeting):
    told = []
    stranger = socketio.Client(reconnection=False)
    stranger.on("connect_error", told.append)
    with pytest.raises(socketio.exceptions.ConnectionError):
        stranger.connect(
            f"{meeting.url}?w={meeting.id}", auth={"as": "participant"}, wait_timeout=20
        )
    assert [error["data"]["code"] for error in told] == ["no_token"]
    assert told[0]["message"] == told[0]["data"]["message"] != ""


@pytest.mark.rule("S1")
def test_a_cookie_speaks_for_a_browser(meeting, house):
    token = meeting.token()
    browser = socketio.Client(reconnection=False)
    browser.connect(
        f"{meeting.url}?w={meeting.id}",
        headers={"Cookie": f"other=1; rytme-{meeting.id}-participant={token}", "Origin": house.url},
        auth={"as": "participant"},
        wait_timeout=20,
    )
    assert browser.call("join", {}, timeout=20)["viewer"] == "participant"
    browser.disconnect()


def test_an_answer_to_polling_is_neither_kept_nor_taken_for_a_script(house):
    with urllib.request.urlopen(
        f"{house.url}/socket.io/?EIO=4&transport=polling", timeout=10
    ) as answer:
        told = {name.lower(): value for name, value in answer.getheaders()}
    assert (told["cache-control"], told["x-content-type-options"]) == ("no-store", "nosniff")
    assert "set-cookie" not in told
