"""Watches what a browser context does wrong: errors on pages, in the console, and requests that leave home."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request

# The browser's own line for a path that the test has cut, or a refusal that it asked for.
NETWORK_LINE = re.compile(r"Failed to load resource|WebSocket connection to .* failed|net::ERR_")


class Watch:
    """Hangs on a context; `faults` is what a test asserts to be empty."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = urlsplit(home).netloc
        self.faults: list[str] = []
        self.network_lines: list[str] = []
        context.on("weberror", lambda error: self._page_error(error.error))
        context.on("console", self._console)
        context.on("request", self._request)

    def _page_error(self, error: Error) -> None:
        self.faults.append(f"page error: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        lines = self.network_lines if NETWORK_LINE.search(message.text) else self.faults
        lines.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme in {"http", "https", "ws", "wss"} and where.netloc != self.home:
            self.faults.append(f"request to {where.netloc}")
