"""What tests may ask for: databases, a Redis, a browser, running servers and bad networks."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.servers import chromium
from tests.servers.postgres import Postgres
from tests.servers.proxy import Proxy
from tests.servers.redis_server import RedisServer
from tests.servers.rytme import ROOT, Server

ENGINES = ("eventlet", "gevent")
DATABASES = ("sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
WHOLE_MATRIX = os.environ.get("RYTME_MATRIX") == "all"


class Stack(NamedTuple):
    """What a server stands on."""

    engine: str
    database: str


def stack(engine: str, database: str) -> object:
    marks = [pytest.mark.engine, *([pytest.mark.postgres] if database == "postgres" else [])]
    return pytest.param(Stack(engine, database), marks=marks, id=f"{engine}-{database}")


# Every day each engine and each database is met once; `make matrix` meets every pair.
EVERY_DAY = [stack("eventlet", "sqlite"), stack("gevent", "postgres")]
ALL = [*EVERY_DAY, stack("eventlet", "postgres"), stack("gevent", "sqlite")]
STACKS = ALL if WHOLE_MATRIX else EVERY_DAY


def pytest_sessionstart(session: pytest.Session) -> None:
    """Serve what the sources say now; told to end, take down what was started, as on Ctrl-C."""
    if not hasattr(session.config, "workerinput"):  # the first process, not a worker it starts
        subprocess.run([sys.executable, "scripts/assets.py"], cwd=ROOT, check=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)


class Groups(LoadScopeScheduling):
    """With workers: one PostgreSQL, and each server of a file started once.

    xdist's own groups are marks that it writes into a node's id, which pytest 9.2 no longer reads.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "postgres" if "postgres" in nodeid else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Groups:
    return Groups(config, log)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A private PostgreSQL; `postgres.database()` makes an empty database."""
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The address of a private Redis."""
    server = RedisServer()
    yield server.url
    server.stop()


@pytest.fixture
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Give the address of an empty database of a kind: "sqlite" or "postgres"."""
    made = iter(range(1000))

    def make(kind: str) -> str:
        if kind == "postgres":
            return request.getfixturevalue("postgres").database()
        return f"sqlite:///{tmp_path / f'rytme{next(made)}.sqlite3'}"

    return make


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, empty_database: Callable[[str], str]) -> str:
    """The address of an empty database; the test runs once for each kind."""
    return empty_database(request.param)


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """The test runs once for each engine."""
    return request.param


@pytest.fixture
def serve(tmp_path: Path, empty_database: Callable[[str], str]) -> Iterator[Callable[..., Server]]:
    """Start a server: `serve(engine="gevent", database="postgres", RYTME_PUBLIC_URL=...)`.

    Its log is shown when the test fails. `start=False` leaves starting to the test.
    """
    servers: list[Server] = []

    def make(
        engine: str = "eventlet", database: str = "sqlite", *, start: bool = True, **settings: str
    ) -> Server:
        if database == "postgres":
            settings.setdefault("DATABASE_URL", empty_database(database))
        server = Server(tmp_path / f"server{len(servers)}", RYTME_ENGINE=engine, **settings)
        servers.append(server)
        return server.start() if start else server

    yield make
    for server in servers:
        server.kill()
        print(f"--- {server.url}\n{server.log}")


@pytest.fixture(params=STACKS)
def server(request: pytest.FixtureRequest, serve: Callable[..., Server]) -> Server:
    """A running server; the test runs once for each stack of the matrix."""
    return serve(*request.param)


@pytest.fixture
def proxy() -> Iterator[Callable[..., Proxy]]:
    """A bad network before a port: `proxy(server.port, delay=1.5)`, then `.mode = "cut"`."""
    proxies: list[Proxy] = []

    def make(target: int, delay: float = 0.0) -> Proxy:
        proxies.append(Proxy(target, delay))
        return proxies[-1]

    yield make
    for made in proxies:
        made.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one Playwright of a run (it allows no second); for a browser with flags of its own."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all; each test opens contexts of its own."""
    chrome = playwright.chromium.launch(**chromium.launch_options(playwright))
    yield chrome
    chrome.close()
