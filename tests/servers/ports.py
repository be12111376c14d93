"""A loopback port that nobody listens on, and that nobody is given while its server is down for a moment."""

import secrets
import socket

# Below what systems give to outgoing connections (Linux: from 32768 on), above what services take.
FIRST, LAST = 20_000, 31_999


def free_port() -> int:
    while True:
        port = FIRST + secrets.randbelow(LAST - FIRST + 1)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
