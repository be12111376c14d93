"""What a client sees of the workshop it is in: questions to the records it holds."""

from typing import Any

from workshop.demo.client import Client

Record = dict[str, Any]


def workshop(client: Client) -> Record:
    """The workshop; empty before the first records have come."""
    return next(iter(client.holding.all("workshop")), {})


def step_now(client: Client) -> Record | None:
    return client.holding.get("step", workshop(client).get("step", ""))


def agenda(client: Client) -> list[Record]:
    return sorted(client.holding.all("step"), key=lambda step: int(step["place"]))


def behind(client: Client, step: Record) -> list[str]:
    """The step and those whose notes it works on."""
    found: list[str] = []
    here: Record | None = step
    while here and here["id"] not in found:
        found.append(here["id"])
        here = client.holding.get("step", here["source"])
    return found


def wall(client: Client, step: Record) -> list[Record]:
    """The notes that the step works on and everyone sees, where this person's own group has them."""
    steps = behind(client, step)
    notes = [
        note
        for note in client.holding.all("note")
        if note["readers"] == "all" and note["step"] in steps
    ]
    apart = {it["id"]: it for it in client.holding.all("apart")}
    elsewhere = {note["copied"] for note in notes if note["apart"]}
    return [
        {**note, "cluster": apart[note["id"]]["cluster"]} if note["id"] in apart else note
        for note in notes
        if note["id"] not in elsewhere
    ]


def clusters(client: Client, step: Record) -> list[Record]:
    steps = behind(client, step)
    return [cluster for cluster in client.holding.all("cluster") if cluster["step"] in steps]


def is_silent(step: Record) -> bool:
    """Whether the room groups without words, and names nothing yet."""
    return bool(step["setup"].get("silent")) and not step["naming"]


def members(notes: list[Record]) -> dict[str, list[Record]]:
    """The notes of each cluster; those that stand alone are under the empty name."""
    found: dict[str, list[Record]] = {}
    for note in notes:
        found.setdefault(note["cluster"], []).append(note)
    return found


def round_of(client: Client, step: Record, state: str) -> Record | None:
    """The latest vote of the step in this state; a run-off that has ended is told in another."""
    here = [it for it in client.holding.all("round") if it["step"] == step["id"]]
    rounds = [it for it in here if state != "closed" or not it["run_off"]]
    found = [it for it in rounds if it["state"] == state]
    return found[-1] if found else None


def scoring_of(client: Client, step: Record, state: str) -> Record | None:
    """The latest scoring of the step in this state."""
    found = [it for it in client.holding.all("scoring") if it["step"] == step["id"]]
    return next((it for it in reversed(found) if it["state"] == state), None)


def rows(client: Client, step: Record) -> list[Record]:
    return [row for row in client.holding.all("row") if row["step"] == step["id"]]


def weighed(client: Client, step: Record) -> list[Record]:
    """The items of the step's last weighing, the best first; those without a score are left out."""
    found = [it for it in client.holding.all("weighing") if it["step"] == step["id"]]
    return [item for item in found[-1]["items"] if item["score"]] if found else []


def open_poll(client: Client) -> Record | None:
    return next((it for it in client.holding.all("poll") if it["state"] == "open"), None)


def still_open(client: Client, here: Record) -> list[Record]:
    """The steps besides this one that take notes."""
    return [
        step
        for step in agenda(client)
        if step["id"] != here["id"]
        and step["types"]
        and step["state"] == "open"
        and "writing" not in step["locks"]
    ]


def last_result(client: Client) -> Record | None:
    """What came out on top of the last vote that has closed."""
    closed = [it for it in client.holding.all("round") if it["results"]]
    return dict(closed[-1]["results"][0]) if closed else None
