"""One running server for each stack; each test makes a workshop of its own on it."""

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import STACKS, Stack
from tests.servers.rytme import Server
from tests.simulation.hall import Hall
from tests.simulation.meeting import Meeting


@pytest.fixture(scope="package", params=STACKS)
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    stack: Stack = request.param
    settings = {"RYTME_ENGINE": stack.engine}
    if stack.database == "postgres":
        settings["DATABASE_URL"] = request.getfixturevalue("postgres").database()
    server = Server(tmp_path_factory.mktemp(stack.engine) / "server", **settings).start()
    yield server
    server.kill()


@pytest.fixture
def meet(house: Server) -> Iterator[Callable[..., Meeting]]:
    """Make a workshop; its people leave when the test ends, and the server has had no fault."""
    meetings: list[Meeting] = []
    said = len(house.log)

    def make(**wish: str) -> Meeting:
        meetings.append(Meeting(house.url, **wish))
        return meetings[-1]

    yield make
    for meeting in meetings:
        meeting.close()
    assert "Traceback" not in house.log[said:]


@pytest.fixture
def meeting(meet: Callable[..., Meeting]) -> Meeting:
    return meet()


@pytest.fixture
def hold(serve: Callable[..., Server]) -> Iterator[Callable[..., Hall]]:
    """A hall of twelve on a server of its own, on one stack; they leave when the test ends."""
    halls: list[Hall] = []

    def make(**answers: object) -> Hall:
        halls.append(Hall(serve(), **answers))
        return halls[-1]

    yield make
    for hall in halls:
        hall.meeting.close()
        assert "Traceback" not in hall.server.log
