"""What the browser tests share: one server for each file, where every test holds a workshop of its own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.crowd import Crowd
from tests.browser.people import Person, Phone
from tests.servers.rytme import Server

# Their assertions say what they found, as those in tests do.
pytest.register_assert_rewrite(
    *(
        f"tests.browser.{name}"
        for name in ("agreeing", "co_creation", "measures", "story", "two_cycles")
    )
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("house")).start()
    yield server
    server.kill()
    print(f"--- {server.url}\n{server.log}")


@pytest.fixture
def people(browser: Browser, house: Server, crowd: Crowd) -> Iterator[Callable[..., Person]]:
    """Makes people of the file's own workshop; each is watched until the end."""
    made: list[Person] = []

    def come(sort: type[Person] = Phone, name: str = "Ada", **device: object) -> Person:
        person = sort(browser, house.url, **device)
        made.append(person)
        person.enters(crowd.made["id"], crowd.token(person.role, name))
        return person

    yield come
    for person in made:
        person.leave()
        assert person.watch.faults == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """When a test fails, every open page is pictured into its folder."""
    report = yield
    if report.when == "call" and report.failed and "browser" in item.funcargs:
        picture(item)
    return report


def picture(item: pytest.Item) -> None:
    folder = item._request.getfixturevalue("tmp_path")
    pages = [page for context in item.funcargs["browser"].contexts for page in context.pages]
    for number, page in enumerate(pages):
        path = folder / f"page{number}.png"
        page.screenshot(path=path)
        print(f"{page.url}: {path}")
