"""The bad network is itself worth a test: the stories of lost connections stand on it."""

import socket
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from tests.servers.proxy import Proxy


@pytest.fixture
def echo() -> Iterator[int]:
    """The port of a server that says everything again to each who comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=serve, args=[server], daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def serve(server: socket.socket) -> None:
    try:
        while True:
            Thread(target=repeat, args=[server.accept()[0]], daemon=True).start()
    except OSError:
        pass  # the fixture closed it


def repeat(client: socket.socket) -> None:
    with client:
        try:
            while data := client.recv(4096):
                client.sendall(data)
        except ConnectionError:
            pass  # cut


def call(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def said(client: socket.socket, words: bytes) -> bytes:
    client.sendall(words)
    return client.recv(4096)


def test_pass_carries_both_ways(echo: int, proxy: Callable[..., Proxy]) -> None:
    with call(proxy(echo, delay=0.05).port) as client:
        assert said(client, b"hello") == b"hello"


def test_cut_drops_what_is_open_and_what_comes(echo: int, proxy: Callable[..., Proxy]) -> None:
    path = proxy(echo)
    with call(path.port) as client:
        assert said(client, b"hello") == b"hello"
        path.mode = "cut"
        assert is_gone(client)
    with call(path.port) as client:
        assert is_gone(client)

    path.mode = "pass"
    with call(path.port) as client:
        assert said(client, b"again") == b"again"


def test_a_black_hole_carries_nothing_and_then_everything(
    echo: int, proxy: Callable[..., Proxy]
) -> None:
    path = proxy(echo)
    with call(path.port) as client:
        assert said(client, b"hello") == b"hello"
        path.mode = "blackhole"
        client.sendall(b"into the dark")
        client.settimeout(0.3)
        with pytest.raises(TimeoutError):
            client.recv(4096)

        path.mode = "pass"
        client.settimeout(10)
        assert client.recv(4096) == b"into the dark"


def is_gone(client: socket.socket) -> bool:
    try:
        return client.recv(4096) == b""
    except ConnectionError:
        return True
