"""What stands before the app: proper websockets without compression, and a request log that tells nothing of people."""

import logging
import time
from collections.abc import Callable, Iterable
from typing import Any

from workshop.engine import websocket
from workshop.engine.faces import WsgiApp

log = logging.getLogger("workshop.requests")


class Doorway:
    """A WSGI wrapper. Logged are method, first word of the path, status and milliseconds.

    A path can hold a join code or an id, a query a token, an address a person; they are never written.
    """

    def __init__(self, app: WsgiApp) -> None:
        self._app = app

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        # permessage-deflate costs half of the throughput and doubles a connection's memory.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        if websocket.is_wanted(environ) and not websocket.is_proper(environ):
            start_response("400 Bad Request", [("Content-Length", "0"), ("Connection", "close")])
            return []
        began = time.monotonic()

        def noting(status: str, *rest: Any) -> Any:
            level = logging.WARNING if status.startswith("5") else logging.DEBUG
            took = (time.monotonic() - began) * 1000
            method, room = environ["REQUEST_METHOD"], _room(environ)
            log.log(level, "%s %s %s %.0f ms", method, room, status[:3], took)
            return start_response(status, *rest)

        return self._app(environ, noting)


def _room(environ: dict[str, Any]) -> str:
    first, slash, _ = str(environ.get("PATH_INFO", "")).lstrip("/").partition("/")
    return f"/{first}/…" if slash else "/…"
