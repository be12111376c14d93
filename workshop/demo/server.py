"""The server of a rehearsal: the product as its host runs it, in a process of its own that ends with us."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds until a server that says nothing has failed
GRACE = 10  # seconds to say goodbye in


class NoServer(Exception):
    """It did not start; the message is what it said last."""


@contextmanager
def running(host: str, port: int, log: Path) -> Iterator[str]:
    """Start a server; gives the address to reach it at. Takes the next free port where one is taken."""
    port = free_port(host, port)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as file:
        process = subprocess.Popen(  # noqa: S603 -- our own run.py
            [sys.executable, str(ROOT / "run.py")],
            env={**os.environ, "HOST": host, "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,  # Ctrl-C is ours to hear; we end it ourselves
        )
    url = f"http://{'127.0.0.1' if host in ('', '0.0.0.0') else host}:{port}"  # noqa: S104
    try:
        if not came_up(url, process):
            raise NoServer(last_line(log))
        yield url
    finally:
        end(process)


def free_port(host: str, wanted: int) -> int:
    """The port, or the first after it that nobody listens on."""
    for port in range(wanted, wanted + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise NoServer(f"No port from {wanted} on is free.")


def came_up(url: str, process: "subprocess.Popen[bytes]") -> bool:
    end_of_patience = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end_of_patience:
        if answers(url):
            return True
        time.sleep(0.1)
    return False


def last_line(log: Path) -> str:
    return (log.read_text("utf-8", errors="replace").strip().splitlines() or [""])[-1]


def answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/readyz", timeout=5) as answer:  # noqa: S310 -- our own address
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
