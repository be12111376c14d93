"""What stands before Engine.IO's polling over HTTP."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from workshop.engine.faces import WsgiApp

from .reading import is_transport
from .transport import MOST_PACKETS, cut

PATH = "/socket.io/"
GUARDS = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]


class Porch:
    """A WSGI wrapper: what is no payload ends its socket, and touches nothing else."""

    def __init__(self, app: WsgiApp, eio: Any) -> None:
        self._app = app
        self._eio = eio

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        if not environ.get("PATH_INFO", "").startswith(PATH):
            return self._app(environ, start_response)
        if self._is_good(environ):
            return self._app(environ, guarded(start_response))
        with suppress(KeyError):
            cut(self._eio.sockets[query_of(environ)["sid"][0]], self._eio)
        guarded(start_response)("400 Bad Request", [("Content-Type", "text/plain")])
        return [b"Bad Request"]

    def _is_good(self, environ: dict[str, Any]) -> bool:
        if "j" in query_of(environ):  # an answer that is a script could be read by other sites
            return False
        return environ["REQUEST_METHOD"] != "POST" or self._take_body(environ)

    def _take_body(self, environ: dict[str, Any]) -> bool:
        """Read the body and put it back; whether it is a payload of proper packets."""
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if not (length.isascii() and length.isdigit()):
            return False
        if int(length) > self._eio.max_http_buffer_size:
            return False  # Engine.IO would refuse it too, and wait for ever to say goodbye
        body = environ["wsgi.input"].read(int(length))
        environ["wsgi.input"] = BytesIO(body)
        try:
            packets = body.decode().split("\x1e")
        except UnicodeDecodeError:
            return False
        return len(packets) <= MOST_PACKETS and all(map(is_transport, packets))


def query_of(environ: dict[str, Any]) -> dict[str, list[str]]:
    return parse_qs(environ.get("QUERY_STRING", ""))


def guarded(start_response: Callable[..., Any]) -> Callable[..., Any]:
    """What every answer of ours tells a browser: keep nothing, take nothing for a script."""

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        return start_response(status, [*headers, *GUARDS], *rest)

    return start
