"""What the browser tests share: one server for each file, where every test holds a workshop of its own."""

from collections.abc import Iterator

import pytest

from tests.servers.rytme import Server

# Their assertions say what they found, as those in tests do.
pytest.register_assert_rewrite("tests.browser.agreeing", "tests.browser.story")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("house")).start()
    yield server
    server.kill()
    print(f"--- {server.url}\n{server.log}")
