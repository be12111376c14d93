"""Watches what a browser context does wrong: errors on pages, in the console, and requests that leave home."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page

# The browser's own line for a path that the test has cut, or a refusal that it asked for.
NETWORK_LINE = re.compile(r"Failed to load resource|WebSocket connection to .* failed|net::ERR_")
NETWORK = {"http", "https", "ws", "wss"}


class Watch:
    """Hangs on a context; `faults` is what a test asserts to be empty.

    The browser's network lines are faults too, but for those that come inside `trouble()`.
    """

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = urlsplit(home).netloc
        self.faults: list[str] = []
        self.network_lines: list[str] = []
        self._troubles = 0
        context.on("weberror", lambda error: self._page_error(error.error))
        context.on("console", self._console)
        context.on("request", lambda request: self._request(request.url))
        context.on("page", self._page)

    @contextmanager
    def trouble(self) -> Iterator[None]:
        """What the test does inside may cost network lines: it cuts a path, or asks for a refusal."""
        self._troubles += 1
        try:
            yield
        finally:
            self._troubles -= 1

    def _page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._request(socket.url))

    def _page_error(self, error: Error) -> None:
        self.faults.append(f"page error: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        asked_for = self._troubles and NETWORK_LINE.search(message.text)
        lines = self.network_lines if asked_for else self.faults
        lines.append(f"console: {message.text} ({message.location['url']})")

    def _request(self, url: str) -> None:
        where = urlsplit(url)
        if where.scheme in NETWORK and where.netloc != self.home:
            self.faults.append(f"request to {where.netloc}")
