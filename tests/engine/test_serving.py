"""A real server in a process of its own, spoken to as phones do."""

import contextlib
import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
import socketio
import websocket

from workshop import engine

pytestmark = pytest.mark.engine

SERVER = """
import logging, signal, sys
from workshop import engine
engine.start(sys.argv[1])
import flask, flask_socketio
from workshop.engine.websocket import WebSocket
logging.basicConfig(filename=sys.argv[2], level=logging.DEBUG, format="%(name)s %(message)s")
logging.getLogger("engineio.server").setLevel(logging.CRITICAL)
app = flask.Flask("room")
live = flask_socketio.SocketIO(
    app, async_mode=engine.socketio_mode(), ping_interval=10, ping_timeout=8, max_http_buffer_size=262144
)
live.server.eio._async = {**live.server.eio._async, "websocket": WebSocket}

@app.get("/j/<code>")
def join(code):
    return "welcome"

@app.get("/broken")
def broken():
    raise ValueError("broken")

@app.get("/slow")
def slow():
    engine.sleep(0.5)
    return "done"

@app.get("/long")
def long():
    def pieces():
        for _ in range(4):
            yield "piece "
            engine.sleep(0.2)

    return flask.Response(pieces())

@live.on("echo")
def echo(text):
    live.emit("changes", text, to=flask.request.sid)
    return {"ok": True}

listener = engine.listen("127.0.0.1", 0)
signal.signal(signal.SIGTERM, lambda *_: engine.stop())
print(listener.getsockname()[1], flush=True)
engine.serve(listener, app, grace=60, patience=engine.Patience(*map(float, sys.argv[3:])))
print("ended", flush=True)
"""


IDLE, HEAD = 0.6, 0.3  # seconds


class Room:
    def __init__(self, engine_name, folder, *patience):
        self.log = folder / "server.log"
        told = [engine_name, str(self.log), *map(str, patience)]
        command = [sys.executable, "-W", "error", "-c", SERVER, *told]
        self.process = subprocess.Popen(
            command,
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.port = int(self.process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=30)
        return out, err, self.process.returncode


def opened(engine_name, folder, *patience):
    room = Room(engine_name, folder, *patience)
    with room.process:
        yield room
        try:
            assert room.process.poll() is not None or room.end() == ("ended\n", "", 0)
        finally:
            room.process.kill()


@pytest.fixture(scope="module", params=["eventlet", "gevent"])
def room(request, tmp_path_factory):
    """One server for all that leaves it as it was."""
    yield from opened(request.param, tmp_path_factory.mktemp("room"))


@pytest.fixture
def own_room(engine_name, tmp_path):
    """A server of the test's own, to end or to break."""
    yield from opened(engine_name, tmp_path)


@pytest.fixture(scope="module", params=["eventlet", "gevent"])
def hasty_room(request, tmp_path_factory):
    """A server that soon hangs up on who stays silent, and sooner on who does not finish."""
    yield from opened(request.param, tmp_path_factory.mktemp("hasty"), IDLE, HEAD)


def raw(room, *extra):
    """A websocket that has said hello to Engine.IO and holds its own socket."""
    ws = websocket.create_connection(
        f"ws://127.0.0.1:{room.port}/socket.io/?EIO=4&transport=websocket",
        timeout=10,
        header=list(extra),
    )
    assert json.loads(ws.recv()[1:])["upgrades"] == []
    return ws


@pytest.mark.parametrize("transports", [["polling"], ["websocket"], ["polling", "websocket"]])
def test_ack_comes_after_what_was_sent_before_it(room, transports):
    got = []
    phone = socketio.Client()
    phone.on("changes", lambda text: got.append(["changes", text]))
    phone.connect(room.url, transports=transports, wait_timeout=10)
    texts = ["å" * n for n in range(30)] + ["x" * 200_000]
    for text in texts:
        answer = phone.call("echo", text, timeout=20)
        got.append(["ack", answer["ok"]])
    kind = phone.transport()
    phone.disconnect()
    assert got == [pair for text in texts for pair in (["changes", text], ["ack", True])]
    assert kind == transports[-1]


def test_deflate_is_never_negotiated(room):
    ws = raw(room, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")
    assert ws.headers.get("sec-websocket-extensions") is None
    ws.close()


def test_nodelay_reuse_and_backlog_are_set(green):
    def probe():
        import socket

        with engine.listen("127.0.0.1", 0) as listener:
            with socket.create_connection(listener.getsockname()):
                accepted, _ = listener.accept()
                with accepted:
                    nodelay = accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            return [nodelay, listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)]

    assert green(probe) == [1, 1]


def test_a_taken_port_is_an_error_that_names_no_engine(room):
    with pytest.raises(OSError, match="Address already in use"):
        engine.listen("127.0.0.1", room.port)


def test_more_sockets_than_eventlets_hidden_cap(room):
    with contextlib.ExitStack() as held:
        for _ in range(1100):
            held.enter_context(socket.create_connection(("127.0.0.1", room.port), timeout=10))
        with urllib.request.urlopen(f"{room.url}/j/ABC234", timeout=10) as answer:
            assert answer.read() == b"welcome"


def test_out_of_descriptors_is_survived(own_room):
    import resource

    room_limits = resource.prlimit(own_room.process.pid, resource.RLIMIT_NOFILE)
    held = [socket.create_connection(("127.0.0.1", own_room.port), timeout=10) for _ in range(20)]
    resource.prlimit(own_room.process.pid, resource.RLIMIT_NOFILE, (16, room_limits[1]))
    held += [socket.create_connection(("127.0.0.1", own_room.port), timeout=10) for _ in range(20)]
    time.sleep(0.3)
    resource.prlimit(own_room.process.pid, resource.RLIMIT_NOFILE, room_limits)
    with urllib.request.urlopen(f"{own_room.url}/j/ABC234", timeout=10) as answer:
        assert answer.read() == b"welcome"
    for phone in held:
        phone.close()
    own_room.process.kill()  # gevent has told its stderr of each failed accept
    own_room.process.wait(10)


def test_the_log_tells_nothing_of_people(own_room):
    with urllib.request.urlopen(f"{own_room.url}/j/CANARY?token=canary", timeout=10) as answer:
        answer.read()
    with pytest.raises(urllib.error.HTTPError, match="500") as broken:
        urllib.request.urlopen(f"{own_room.url}/broken", timeout=10)
    broken.value.close()
    assert own_room.end() == ("ended\n", "", 0)
    lines = [
        line
        for line in own_room.log.read_text().splitlines()
        if line.startswith("workshop.requests")
    ]
    assert [line.rsplit(" ", 2)[0] for line in lines] == [
        "workshop.requests GET /j/… 200",
        "workshop.requests GET /… 500",
    ]
    log = own_room.log.read_text()
    assert ("127.0.0.1" in log, "token=" in log, "CANARY" in log) == (False, False, False)


def test_it_ends_gracefully_with_live_sockets_and_a_slow_page(own_room):
    ws, idle = raw(own_room), socket.create_connection(("127.0.0.1", own_room.port))
    idle.sendall(b"GET /j/A HTTP/1.1\r\nHost: x\r\n\r\n")
    assert idle.recv(4096).startswith(b"HTTP/1.1 200")
    slow = socket.create_connection(("127.0.0.1", own_room.port))
    slow.sendall(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(0.2)
    assert own_room.end() == ("ended\n", "", 0)  # long before the grace is over
    answer = b"".join(iter(lambda: slow.recv(4096), b""))
    assert answer.endswith(b"\r\n\r\ndone")
    for sock in (ws, idle, slow):
        sock.close()


BAD = {
    "a frame without a mask": b"\x81\x04" + b"2abc",
    "a reserved bit": b"\xc1\x84\0\0\0\0" + b"2abc",
    "an unknown opcode": b"\x83\x80\0\0\0\0",
    "a long control frame": b"\x89\xfe\x00\x80\0\0\0\0" + b"x" * 128,
    "a continuation of nothing": b"\x80\x80\0\0\0\0",
    "more than may be sent": b"\x81\xff" + (300_000).to_bytes(8, "big") + bytes(4) + b"x" * 300_000,
    "more than there is": b"\x81\xff" + (2**62).to_bytes(8, "big") + bytes(4) + b"x" * 300_000,
    "no text": b"\x81\x82\0\0\0\0\xff\xff",
    "a message in too many pieces": b"\x01\x80\0\0\0\0" + b"\x00\x80\0\0\0\0" * 1000,
}


@pytest.mark.rule("S10")
@pytest.mark.parametrize("name", BAD)
def test_a_bad_frame_closes_its_socket_alone(room, name):
    other, ws = raw(room), raw(room)
    ws.sock.sendall(BAD[name])
    ws.sock.settimeout(5)
    while ws.sock.recv(65536):
        pass
    other.ping("still here")
    assert other.recv_data(control_frame=True) == (websocket.ABNF.OPCODE_PONG, b"still here")
    other.close()
    ws.shutdown()


def test_a_message_in_pieces_is_one(room):
    ws = raw(room)
    ws.send("40")
    assert ws.recv().startswith("40")
    whole = b'420["echo","in pieces"]'
    ws.send_frame(websocket.ABNF.create_frame(whole[:5], websocket.ABNF.OPCODE_TEXT, 0))
    ws.ping("between")
    ws.send_frame(websocket.ABNF.create_frame(whole[5:], websocket.ABNF.OPCODE_CONT, 1))
    assert ws.recv_data(control_frame=True) == (websocket.ABNF.OPCODE_PONG, b"between")
    assert [ws.recv(), ws.recv()] == ['42["changes","in pieces"]', '430[{"ok":true}]']
    ws.close()


@pytest.mark.rule("S10")
def test_a_stranger_who_sends_crumbs_lets_others_have_their_turn(green):
    def probe():
        import socket

        from workshop.engine.websocket import MOST_PARTS, WebSocket

        class Server:
            max_http_buffer_size = 262144

        def phone(frames):
            heard, turns, done = [], [0], engine.Signal()

            def others():
                while not done.is_sent():
                    turns[0] += 1
                    engine.sleep()

            def listen(wire):
                while (said := wire.wait()) is not None:
                    heard.append(said)

            ours, theirs = socket.socketpair()
            headers = {
                "HTTP_HOST": "room", "HTTP_UPGRADE": "websocket", "HTTP_CONNECTION": "Upgrade",
                "HTTP_SEC_WEBSOCKET_VERSION": "13",
                "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
            }  # fmt: skip
            engine.spawn(theirs.sendall, frames)
            engine.spawn(others)
            WebSocket(listen, Server)(headers | {"engine.take": lambda: ours}, print)
            done.send(None)
            goodbye = theirs.recv(65536).partition(b"\r\n\r\n")[2]
            for sock in (ours, theirs):
                sock.close()
            return len(heard), goodbye.hex(), turns[0]

        crumb, piece, end = b"\x81\x81\0\0\0\x003", bytes([0, 128, 0, 0, 0, 0]), b"\x88\x80\0\0\0\0"
        heard, left, turns = phone(crumb * 5000 + end)
        none, too_big, _ = phone(b"\x01" + piece[1:] + piece * MOST_PARTS)
        return [heard, left, turns > 50, none, too_big]

    assert green(probe) == [5000, "880203e8", True, 0, "880203f1"]


HANDSHAKE = {
    "Host": "room", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, b"101"),
        ({"Sec-WebSocket-Version": "8"}, b"400"),
        ({"Connection": "close"}, b"400"),
    ],
)
def test_only_a_proper_handshake_is_one(room, change, status):
    headers = "".join(f"{name}: {value}\r\n" for name, value in (HANDSHAKE | change).items())
    with socket.create_connection(("127.0.0.1", room.port), timeout=10) as phone:
        phone.sendall(
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n{headers}\r\n".encode()
        )
        answer = phone.recv(4096)
    assert answer.split()[1] == status
    accept = (
        b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in answer
    )  # the RFC's own example
    assert accept == (status == b"101")


def test_stopped_before_it_serves_it_never_serves(green):
    def probe():
        listener = engine.listen("127.0.0.1", 0)
        engine.stop()
        engine.serve(listener, print)
        return listener.fileno()

    assert green(probe) == -1


def test_who_leaves_without_a_word_is_asked_after():
    with (
        contextlib.closing(engine.listen("127.0.0.1", 0)) as listener,
        socket.create_connection(listener.getsockname()),
    ):
        taken, _ = listener.accept()
        with taken:
            assert taken.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 60


def ends(sock):
    """What still came until the server hung up."""
    with contextlib.suppress(ConnectionResetError):  # it had more to read when it did
        return b"".join(iter(lambda: sock.recv(4096), b""))
    return b""


def trickle(sock, crumbs):
    """Say one crumb after the other, each within the patience, until the server hangs up."""
    sock.settimeout(HEAD / 4)
    for crumb in crumbs:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            sock.sendall(crumb)
            try:
                if not sock.recv(4096):
                    return True
            except TimeoutError:
                continue
        return True
    return False


REQUEST = b"GET /j/A HTTP/1.1\r\nHost: x\r\n\r\n"


def test_who_says_nothing_or_half_a_request_is_hung_up_on(hasty_room):
    with contextlib.ExitStack() as held:
        phones = [
            held.enter_context(socket.create_connection(("127.0.0.1", hasty_room.port), timeout=10))
            for _ in range(3)
        ]
        for phone, said in zip(phones, [b"", b"GET /j/A", REQUEST[:-2]], strict=True):
            phone.sendall(said)

        assert [ends(phone) for phone in phones] == [b"", b"", b""]

    log = hasty_room.log.read_text()
    assert ("/j/… 200" in log, "workshop.engine" in log) == (False, False)


def test_crumbs_of_a_request_do_not_hold_a_connection(hasty_room):
    crumbs = [b"GET /j/A HTTP/1.1\r\n", *(b"X-%d: x\r\n" % number for number in range(90))]
    with socket.create_connection(("127.0.0.1", hasty_room.port), timeout=10) as phone:
        assert trickle(phone, crumbs)


def test_a_connection_that_asks_no_more_is_hung_up_on(hasty_room):
    with socket.create_connection(("127.0.0.1", hasty_room.port), timeout=10) as phone:
        phone.sendall(REQUEST)
        assert ends(phone).endswith(b"\r\n\r\nwelcome")


def test_a_websocket_a_long_poll_and_a_long_answer_are_never_hung_up_on(hasty_room):
    ws, phone, ended = raw(hasty_room), socketio.Client(reconnection=False), []
    phone.on("disconnect", lambda *_: ended.append("disconnect"))
    phone.connect(hasty_room.url, transports=["polling"], wait_timeout=10)
    with urllib.request.urlopen(f"{hasty_room.url}/long", timeout=10) as answer:
        assert answer.read() == b"piece " * 4  # it took longer than anyone may be silent

    ws.ping("still here")

    assert ws.recv_data(control_frame=True) == (websocket.ABNF.OPCODE_PONG, b"still here")
    assert (phone.call("echo", "still here", timeout=10), ended) == ({"ok": True}, [])
    phone.disconnect()
    ws.close()
