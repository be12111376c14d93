"""A whole mini workshop over HTTP and sockets, from a code to its saved artifact."""

import json

import pytest

from tests.servers.waiting import wait_until
from tests.simulation.meeting import agree, note, pump_until, saved, step_of
from workshop.demo.client import new_id

IDEAS = ("A rail at the stairs", "Light in the hall", "Someone to call")


def start(finn, people, layout, place=0):
    """The facilitator moves the room on, and everyone has come along."""
    step = step_of(finn, layout, place)
    assert finn.say("StartStep", step=step["id"])["ok"]
    pump_until(
        people, lambda: all(p.holding.get("step", step["id"])["state"] == "open" for p in people)
    )
    return step


@pytest.mark.rule("S8")
@pytest.mark.rule("H3")
def test_a_mini_workshop_to_its_artifact(meeting, house):
    finn, board = meeting.come("facilitator", "Finn"), meeting.come("board")
    people = [meeting.come(name=name) for name in ("Ada", "Bo", "Cy", "Di", "Eve")]
    everyone = [finn, board, *people]
    start(finn, people, "talk")

    writing = start(finn, people, "wall")
    for person in people:
        for idea in IDEAS:
            note(person, writing, idea)
    pump_until(people, lambda: not any(person.outbox for person in people))
    assert board.holding.all("note") == finn.holding.all("note") == []
    assert finn.say("RevealNotes", step=writing["id"])["ok"]
    agree(everyone)
    assert len(board.holding.all("note")) == len(people) * len(IDEAS)

    grouping = start(finn, people, "clusters")
    for idea in IDEAS:
        same = [it["id"] for it in people[0].holding.all("note") if it["text"] == idea]
        added = people[0].say(
            "AddCluster", id=new_id(), step=grouping["id"], title=idea, notes=same
        )
        assert added["ok"]

    voting, found = start(finn, people, "vote"), new_id()
    assert finn.say("OpenVote", id=found, step=voting["id"])["ok"]
    pump_until(people, lambda: all(person.holding.get("round", found) for person in people))
    first = people[0].holding.get("round", found)["candidates"][0]["item"]
    for person in people:
        person.send("CastVote", round=found, item=first, dots=1)
    pump_until(people, lambda: not any(person.outbox for person in people))
    assert finn.say("CloseVote", round=found)["ok"]
    pump_until([board], lambda: board.holding.get("round", found)["state"] == "closed")
    results = {it["item"]: it["dots"] for it in board.holding.get("round", found)["results"]}
    assert (results[first], sorted(results.values())) == (5, [0, 0, 5])

    promising = start(finn, people, "actions")
    assert people[2].say(
        "AddAction", id=new_id(), step=promising["id"], what="Ask the housing office"
    )["ok"]
    agree(everyone)
    assert finn.say("CloseWorkshop", reveal=[])["ok"]
    assert people[0].say("ParkNote", id=new_id(), text="Late")["error"]["code"] == "workshop_closed"
    agree(everyone)

    token = str(finn.auth["token"])
    given = meeting.get(f"/api/workshops/{meeting.id}/artifacts/workshop.json", token)
    wait_until(lambda: saved(house, meeting), "the saved folder")
    folder = saved(house, meeting)
    assert {it.name for it in folder.iterdir()} >= {
        "workshop.json", "report.md", "report.html", "notes.csv", "votes.csv", "actions.csv",
    }  # fmt: skip
    assert json.loads((folder / "workshop.json").read_text("utf-8")) == given
    assert [it["text"] for it in given["notes"]].count(IDEAS[0]) == len(people)
