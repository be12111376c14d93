"""What `start` patches, what it leaves, and when it refuses."""

import subprocess
import sys

import pytest

from workshop import engine

pytestmark = pytest.mark.engine


def test_all_is_green_but_threads(green):
    def probe():
        import select
        import socket
        import threading
        import time

        modules = [socket.socket.__module__, time.sleep.__module__, select.select.__module__]
        lock = type(threading.Lock()).__module__
        return [
            engine.faults(),
            [name.split(".")[0] for name in modules],
            lock,
            threading.Thread.__module__,
        ]

    faults, owners, lock, thread = green(probe)
    assert (faults, lock, thread) == ([], "_thread", "threading")
    assert owners[0] in {"eventlet", "gevent"}
    assert set(owners) == {owners[0]}


def test_socketio_is_told_the_engine(green, engine_name):
    def probe():
        return [engine.name(), engine.socketio_mode(), engine.is_started()]

    assert green(probe) == [engine_name, engine_name, True]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import flask; engine.start()", "The engine must start first, but ssl, flask, werkzeug came before it."),
        ("engine.start('twisted')", "RYTME_ENGINE is 'twisted', but must be one of: eventlet, gevent."),
        ("engine.start(); engine.start()", "The engine is already eventlet."),
    ],
)  # fmt: skip
def test_it_refuses_in_one_line(source, line):
    command = [sys.executable, "-c", f"from workshop import engine; {source}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == f"workshop.engine.faces.EngineFault: {line}"


def test_without_an_engine_the_self_test_says_so():
    assert engine.faults() == ["Engine: not started; run.py starts it first."]
    assert engine.socketio_mode() == "threading"
