"""What no client sends: a named error or a closed socket, and nothing changes (S10)."""

import contextlib
import json
import urllib.error
import urllib.request

import pytest
import websocket

from tests.simulation.meeting import Meeting, step_of
from workshop.core.messages import Refused
from workshop.demo.wire import Ended, Wire, frame
from workshop.words import sentence

CLOSED = "closed"
ELSEWHERE = "0" * 32
LONG = "x" * 30_000
DEEP = '{"a":' * 9 + "1" + "}" * 9
OP = '"op":"aaaaaaaaaaaa","kind":"ChangeName"'
NAMING = f'27["command",{{{OP}'

# What is written after "4", the message sign of Engine.IO: what follows from it.
PACKETS = {
    # events
    NAMING + ',"name":NaN}]': "bad_json",
    NAMING + ',"name":Infinity}]': "bad_json",
    NAMING + ',"name":1e999}]': "bad_json",
    NAMING + ',"name":"\\ud800"}]': "bad_json",
    NAMING + ',"name":"a"': "bad_json",
    NAMING + ',"name":"a"}]]': "bad_json",
    f'27["command",{{{OP},"name":{DEEP}}}]': "bad_json",
    '27["command",%s]' % ("[" * 5000): "bad_json",
    '27["command",' + "[" * 5000 + "]" * 5001: "bad_json",
    NAMING + ',"name":"a","more":1}]': "unknown_field",
    NAMING + ',"name":7}]': "bad_field",
    NAMING + "}]": "bad_field",
    '27["command",{"op":"short","kind":"ChangeName","name":"a"}]': "bad_field",
    '27["command",{"op":"aaaaaaaaaaaa","kind":"ChangeNam"}]': "unknown_kind",
    '27["command",{"op":"aaaaaaaaaaaa","kind":"JoinWorkshop","name":"Eve"}]': "unknown_kind",
    '27["command",{"op":"aaaaaaaaaaaa","kind":"CreateWorkshop"}]': "unknown_kind",
    '27["command",{"op":"aaaaaaaaaaaa","kind":7}]': "bad_message",
    '27["command",{"op":"aaaaaaaaaaaa"}]': "bad_message",
    NAMING + f',"name":"a","log":"{ELSEWHERE}"}}]': "forbidden",
    '27["command",null]': "bad_message",
    '27["command",[]]': "bad_message",
    '27["command","text"]': "bad_message",
    '27["command"]': "bad_message",
    '27["command",{},{}]': "bad_message",
    '27["nonsense",{}]': "bad_message",
    '27["connect",{}]': "bad_message",
    '27["disconnect"]': "bad_message",
    '27["*",{}]': "bad_message",
    '27["join",{"after":7}]': "bad_field",
    '27["join",7]': "bad_field",
    '27["digest",{"log":"elsewhere"}]': "bad_field",
    '27["digest"]': "bad_field",
    "27[]": "bad_message",
    "27[7,{}]": "bad_message",
    '27["command",{"kind":"ChangeName","op":"aaaaaaaaaaaa","name":"%s"}]' % ("x" * 40_000): "too_large",
    '27["command",{"kind":"ChangeName","op":"aaaaaaaaaaaa","name":"%s"}]' % ("x" * 250_000): "too_large",
    NAMING + f',"name":"{LONG}"}}]': "bad_field",
    # events that nobody waits for, and what is no event at all
    NAMING.replace("27", "2") + ',"name":"a"}]': CLOSED,
    '2["nonsense"]': CLOSED,
    "2": CLOSED,
    "2nonsense": CLOSED,
    '2/other,7["command",{}]': CLOSED,
    '2%s["command",{}]' % ("7" * 200): CLOSED,
    "27{}": CLOSED,
    '37[{"ok":true}]': CLOSED,
    "3": CLOSED,
    '4{"message":"no"}': CLOSED,
    '51-["command",{"_placeholder":true,"num":0}]': CLOSED,
    "61-7[]": CLOSED,
    "7": CLOSED,
    "9": CLOSED,
    "0/other,{}": CLOSED,
    "0[]": CLOSED,
    "0{NaN}": CLOSED,
    "0" + '{"a":' * 3000: CLOSED,
    "1 ": CLOSED,
    "1": CLOSED,
}  # fmt: skip

# Whole messages of the websocket, without the sign in front.
TRANSPORT = [
    "",
    "nonsense",
    "4",
    "4nonsense",
    "4[",
    "4" + "[" * 100_000,
    "2",
    "7",
    "b",
    "b!",
    "44",
    "0",
    "\x00",
]


def named(values):
    """Short and different names for long and similar things."""
    return [f"{number} {value[:40]!r}" for number, value in enumerate(values)]


def wait_for_end(wire):
    """Read on until the line is closed."""
    with pytest.raises(Ended):
        read_on(wire)


def read_on(wire):
    while True:
        wire.receive(20)


@pytest.fixture(scope="module")
def calm(house):
    """A workshop and its facilitator, who must not notice anything, from the first test to the last."""
    meeting = Meeting(house.url)
    finn = meeting.come("facilitator")
    finn.say("StartStep", step=step_of(finn, "wall")["id"])
    meeting.evil = meeting.token(name="Eve")
    finn.pump(0.5)
    before, said = finn.digest(), len(house.log)
    yield meeting, finn
    assert finn.digest() == finn.holding.digest() == before
    assert finn.connections == 1
    assert "Traceback" not in house.log[said:]
    meeting.close()


@pytest.fixture
def eve(calm):
    """One who misbehaves."""
    meeting, finn = calm
    seq = finn.holding.seq
    client = meeting.client(token=meeting.evil).open()
    yield client
    client.close()
    finn.pump()
    assert finn.holding.seq == seq


@pytest.mark.rule("S10")
@pytest.mark.parametrize("packet", PACKETS, ids=named(PACKETS))
def test_a_packet(eve, packet):
    answers = []
    eve._asked[7] = answers.append
    eve._put(f"4{packet}")
    if PACKETS[packet] == CLOSED:
        wait_for_end(eve._wire)
    else:
        eve.pump_until(lambda: answers or eve.connections > 1)
        assert [answer["error"]["code"] for answer in answers] == [PACKETS[packet]]
        assert answers[0]["error"]["message"]
        assert eve.connections == 1


@pytest.mark.rule("S10")
@pytest.mark.parametrize("text", TRANSPORT, ids=named(TRANSPORT))
def test_what_the_transport_does_not_know(eve, text):
    eve._put(text)
    wait_for_end(eve._wire)


@pytest.mark.rule("S10")
@pytest.mark.parametrize("opcode", [0x82, 0x02, 0x83])
def test_a_binary_frame_closes_its_socket(eve, opcode):
    eve._wire.send_bytes(bytes((opcode, 0x84)) + b"\0\0\0\0" + b'42["')
    if opcode == 0x02:
        eve._wire.send_bytes(b"\x80\x80\0\0\0\0")
    wait_for_end(eve._wire)


@pytest.mark.rule("S10")
def test_more_than_256_kib_closes_its_socket(eve):
    eve._put(
        '427["command",{"op":"aaaaaaaaaaaa","kind":"ChangeName","name":"%s"}]' % ("x" * 300_000)
    )
    wait_for_end(eve._wire)


@pytest.mark.rule("S10")
def test_exactly_32_kib_is_read(eve):
    message = {"op": "aaaaaaaaaaaa", "kind": "ChangeName", "name": ""}
    message["name"] = "x" * (32 * 1024 - len(json.dumps(message)))
    assert len(json.dumps(message)) == 32 * 1024
    assert eve.ask("command", message)["error"]["code"] == "bad_field"
    message["name"] += "x" * 100
    assert eve.ask("command", message)["error"]["code"] == "too_large"


@pytest.mark.rule("S10")
def test_a_refusal_has_a_sentence_in_the_readers_language(meeting):
    said = {}
    for language in ("en", "nb"):
        client = meeting.client()
        client.auth["language"] = language
        client.open()
        said[language] = client.ask("command", {"kind": "Nothing"})["error"]
    assert said == {
        language: {
            "code": "unknown_kind",
            "message": sentence(Refused("unknown_kind"), language),
            "field": "kind",
        }
        for language in ("en", "nb")
    }
    assert said["en"]["message"] != said["nb"]["message"]


def ask_http(url, path, body=None, headers=None):
    """The status of an HTTP request."""
    request = urllib.request.Request(url + path, body, headers or {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


POLL = "/socket.io/?EIO=4&transport=polling"
BODIES = [b"", b"nonsense", b"\xff\xfe", b"4[[[[", b"4" + b"[" * 100_000, b"d=42[]", b"bAAAA", b"\x1e" * 50, b"4" * 300_000,
          b"\x1e".join([b"3"] * 200)]  # fmt: skip


@pytest.mark.rule("S10")
@pytest.mark.parametrize("body", BODIES, ids=named(BODIES))
def test_a_polling_request_that_is_none_ends_its_socket(calm, house, body):
    with urllib.request.urlopen(f"{house.url}{POLL}", timeout=10) as answer:
        sid = json.loads(answer.read()[1:])["sid"]
    assert ask_http(house.url, f"{POLL}&sid={sid}", body) == 400
    assert ask_http(house.url, f"{POLL}&sid={sid}") == 400


@pytest.mark.rule("S10")
@pytest.mark.parametrize(
    "path",
    [
        "/socket.io/?EIO=3&transport=polling",
        "/socket.io/?EIO=4&transport=carrier-pigeon",
        "/socket.io/?EIO=4&transport=polling&sid=nobody",
        "/socket.io/?EIO=4&transport=polling&j=0",
        "/socket.io/?EIO=4&transport=websocket",
        "/socket.io/",
    ],
)
def test_an_address_that_opens_nothing(calm, house, path):
    assert ask_http(house.url, path) == 400


@pytest.mark.rule("S1")
def test_another_sites_page_gets_no_socket(calm, house):
    for origin in ("http://evil.example", "null", "https://" + house.url[7:]):
        assert ask_http(house.url, POLL, headers={"Origin": origin}) == 400
        forged = {"Origin": origin, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"}
        assert ask_http(house.url, POLL, headers=forged) == 400
        with pytest.raises(websocket.WebSocketBadStatusException):
            websocket.create_connection(
                f"{house.url.replace('http', 'ws')}{POLL.replace('polling', 'websocket')}",
                origin=origin,
                timeout=10,
            )
    assert ask_http(house.url, POLL, headers={"Origin": house.url}) == 200


@pytest.mark.rule("S10")
@pytest.mark.parametrize("said", ["", '427["command",{}]'])
def test_who_does_not_say_who_they_are_is_shown_out(house, said):
    wire = Wire(house.url, "/socket.io/?EIO=4&transport=websocket")
    with contextlib.closing(wire):
        if said:
            wire.send(said)
        wait_for_end(wire)


@pytest.mark.rule("S10")
def test_a_flood_is_cut(eve):
    eve._wire.send_bytes(
        b"".join(frame(b'42%d["nonsense",{}]' % number) for number in range(100, 400))
    )
    wait_for_end(eve._wire)
