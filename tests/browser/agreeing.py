"""What every page holds when the room is quiet."""

import json

from tests.browser.people import Person
from tests.servers.waiting import wait_until
from workshop.demo.client import Client


def agree(url: str, *people: Person) -> None:
    """Each page holds, record by record, what the same person gets who joins afresh (S8)."""
    for person in people:
        twin = Client(url, person.workshop, person.token(person.role), person.role).open()
        assert twin.digest() == twin.holding.digest()
        hold_alike(person, twin)
        twin.close()


def hold_alike(person: Person, twin: Client) -> None:
    def pumped() -> dict[tuple[str, str], object]:
        twin.pump()
        return twin.holding.records

    try:
        wait_until(lambda: records_of(person) == pumped(), "the page to hold what it should")
    except TimeoutError:
        assert records_of(person) == pumped(), person.role


def records_of(person: Person) -> dict[tuple[str, str], object]:
    records = [json.loads(line) for line in person.held().splitlines()]
    return {(record["kind"], record["id"]): record for record in records}


def nowhere(text: str, *people: Person) -> None:
    """Neither in what these pages hold nor in what they draw."""
    for person in people:
        assert text not in person.held()
        assert text not in person.page.content()
