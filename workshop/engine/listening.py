"""The listening socket, and how sockets end."""

import errno
import socket
from contextlib import suppress

BACKLOG = 1024  # eventlet's 50 makes a thousand phones that come at once wait for seconds
TRY_LATER = {
    errno.EAGAIN, errno.ECONNABORTED, errno.ECONNRESET, errno.EINTR, errno.EMFILE, errno.ENFILE,
    errno.ENOBUFS, errno.ENOMEM, errno.EPERM, errno.EPIPE, errno.EPROTO,
}  # fmt: skip
# After how many seconds a silent connection is asked whether it is there, how often, and when it ends.
KEPT_ALIVE = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 15, "TCP_KEEPCNT": 3}
MOMENT = 0.05  # seconds until the next try when the process has no descriptor left


def listen(host: str, port: int) -> socket.socket:
    """Open the listener. Accepted sockets inherit what is set on it: without TCP_NODELAY each ack waits
    40 ms, and without keep-alive a phone that left without a word would hold its connection for good.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in KEPT_ALIVE.items():
            if hasattr(socket, option):
                listener.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def shut_quietly(sock: socket.socket) -> None:
    """End both directions; whoever reads from it gets the end."""
    with suppress(OSError):  # the other side was faster
        sock.shutdown(socket.SHUT_RDWR)


def close_quietly(sock: socket.socket) -> None:
    shut_quietly(sock)
    sock.close()
