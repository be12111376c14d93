"""What goes out, to whom, and in which order (S4 to S9)."""

import hashlib
import itertools
import json

import pytest

from tests.simulation.meeting import agree, note, pump_all, pump_until, step_of
from workshop.demo.client import new_id


def frames(client):
    return [message for name, message in client.heard if name == "changes"]


def hashed(records):
    lines = [
        json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
        for record in sorted(records, key=lambda record: (record["kind"], record["id"]))
    ]
    return {"count": len(lines), "hash": hashlib.sha256("".join(lines).encode()).hexdigest()}


@pytest.mark.rule("S4")
def test_each_message_begins_where_the_one_before_it_ended(meeting):
    finn, ada, board = meeting.come("facilitator"), meeting.come(), meeting.come("board")
    first = ada.holding.seq
    ada.heard.clear()
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    pump_until([ada], lambda: ada.holding.get("step", step["id"])["state"] == "open")
    bo = meeting.come()
    for client in (ada, bo):
        note(client, step)
        client.settle()
    finn.say("RevealNotes", step=step["id"])
    agree([finn, ada, bo, board])
    shared = [(frame["from"], frame["to"]) for frame in frames(ada) if not frame.get("mine")]
    assert shared[0][0] <= first
    assert all(later[0] == earlier[1] for earlier, later in itertools.pairwise(shared))


@pytest.mark.rule("S4")
def test_a_message_that_comes_twice_is_dropped_and_a_gap_is_joined_over(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    ada.heard.clear()
    finn.say("ChangeWorkshop", title="Safe at night")
    ada.pump_until(lambda: frames(ada))
    (frame,) = frames(ada)
    assert ada.holding.take(frame) == "dropped"
    assert ada.holding.take(frame | {"from": frame["to"] + 3, "to": frame["to"] + 4}) == "gap"

    ada.holding.seq -= 1  # as if the frame had never come
    ada.holding.records.clear()
    finn.say("ChangeWorkshop", title="Safe at dawn")
    ada.pump_until(lambda: ada.live and ada.holding.all("workshop"))

    assert ada.holding.one("workshop")["title"] == "Safe at dawn"


@pytest.mark.rule("S5")
def test_hidden_notes_reach_nobody_else(meeting):
    finn, ada, bo, board = [
        meeting.come(role) for role in ("facilitator", "participant", "participant", "board")
    ]
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    pump_until([ada, bo], lambda: ada.holding.get("step", step["id"])["state"] == "open")
    for client in (bo, board, finn):
        client.pump(0.2)
        client.heard.clear()

    note(ada, step, "Nobody else reads this")
    ada.settle()
    pump_all([bo, board, finn], 0.2)

    assert [record["text"] for record in ada.holding.all("note")] == ["Nobody else reads this"]
    assert [frames(client) for client in (bo, board, finn)] == [[], [], []]
    finn.say("RevealNotes", step=step["id"])
    pump_until([bo, board], lambda: bo.holding.all("note") and board.holding.all("note"))
    assert bo.holding.all("authorship") == []
    agree([finn, ada, bo, board])


@pytest.mark.rule("S5")
def test_all_sockets_of_one_person_are_told(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    second = meeting.client(token=str(ada.auth["token"])).open()
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    pump_until([ada], lambda: ada.holding.get("step", step["id"])["state"] == "open")
    note(ada, step, "From the phone")
    ada.settle()
    second.pump_until(lambda: second.holding.all("note"))
    ada.close()
    note(second, step, "From the laptop")
    second.settle()
    assert len(second.holding.all("note")) == 2
    agree([finn, second])


@pytest.mark.rule("S6")
def test_presence_and_counts(meeting):
    finn, board = meeting.come("facilitator"), meeting.come("board")
    ada, bo = meeting.come(), meeting.come()
    pump_until(
        [finn, board, ada], lambda: board.presence.get("here") == ada.presence.get("here") == 2
    )
    assert ada.presence == {"here": 2}
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    pump_until([ada], lambda: ada.holding.get("step", step["id"])["state"] == "open")
    note(ada, step)
    ada.settle()
    counted = {"joined": 2, "notes": 1, "hidden": 1, "writers": 1, "voted": 0}
    pump_until([finn, board], lambda: counted.items() <= board.presence.get("counts", {}).items())
    for_facilitators = {"unshown": 1, "early": 0}  # nothing that a board could show
    counts = board.presence["counts"]
    finn.pump_until(lambda: finn.presence == {"here": 2, "counts": counts | for_facilitators})
    assert for_facilitators.keys().isdisjoint(counts)
    bo.close()
    pump_until([board, ada], lambda: board.presence["here"] == ada.presence["here"] == 1)
    assert ada.presence == {"here": 1}
    late = meeting.come("board")
    late.pump_until(lambda: late.presence)
    assert late.presence == board.presence


@pytest.mark.rule("S6")
def test_presence_leaves_no_trace(meeting):
    board = meeting.come("board")
    seq = board.welcome["seq"]
    meeting.come("board").close()
    board.join_again()
    assert board.welcome["seq"] == seq


def holds_a_float(value):
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, float) or (isinstance(value, list) and any(map(holds_a_float, value)))


@pytest.mark.rule("S7")
def test_records_are_flat_and_whole(meeting):
    finn = meeting.come("facilitator")
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    finn.say("StartTimer", seconds=90)
    for record in finn.holding.records.values():
        assert {"kind", "id"} <= set(record)
        assert "owner" not in record
        nested = {name for name, value in record.items() if isinstance(value, dict)}
        assert nested <= {"setup", "cells", "values"}
        assert not holds_a_float(record)
    timer = finn.holding.one("timer")
    assert timer["ends_at"].endswith("Z")
    assert len(timer["ends_at"]) == len(finn.welcome["server_now"]) == 24


@pytest.mark.rule("S8")
def test_the_digest_is_of_the_records_as_json(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come(name='Åse \u2028 "𝄞" \x7f')
    finn.say("ChangeWorkshop", title="Ø/\\\t<b>")
    ada.pump_until(lambda: ada.holding.one("workshop")["title"] != "Safe at home")
    answer = ada.ask("digest", {"log": meeting.id})
    assert answer == {"ok": True, "seq": answer["seq"], **hashed(ada.holding.records.values())}
    agree([finn, ada])


@pytest.mark.rule("S8")
def test_a_whole_cycle_leaves_no_viewer_with_other_records(meeting):
    finn, board = meeting.come("facilitator"), meeting.come("board")
    people = [meeting.come(name=name) for name in ("Ada", "Bo", "Cy", "Di")]
    step = step_of(finn, "wall")
    finn.say("StartStep", step=step["id"])
    pump_until(
        people, lambda: all(p.holding.get("step", step["id"])["state"] == "open" for p in people)
    )
    for number, person in enumerate(people):
        for turn in range(3):
            note(person, step, f"Thought {number}.{turn}")
    pump_until(people, lambda: not any(person.outbox for person in people))
    people[0].say("ChangeNote", note=people[0].holding.all("note")[0]["id"], text="Changed")
    people[1].say("RemoveNote", note=people[1].holding.all("note")[0]["id"])
    finn.say("RevealNotes", step=step["id"])
    agree([finn, board, *people])

    finn.say("StartStep", step=(grouping := step_of(finn, "clusters"))["id"])
    finn.say("AddCluster", id=(cluster := new_id()), step=grouping["id"], title="One",
             notes=[record["id"] for record in finn.holding.all("note")[:4]])  # fmt: skip
    people[2].drop()
    finn.say("StartStep", step=(vote := step_of(finn, "vote"))["id"])
    finn.say("OpenVote", id=(found := new_id()), step=vote["id"])
    pump_until(people, lambda: all(p.live and p.holding.get("round", found) for p in people))
    for person in people:
        person.send("CastVote", round=found, item=cluster, dots=1)
    pump_until(people, lambda: not any(person.outbox for person in people))
    assert [len(person.holding.all("ballot")) for person in people] == [1, 1, 1, 1]
    finn.say("CloseVote", round=found)
    pump_until(
        people, lambda: all(p.holding.get("round", found)["state"] == "closed" for p in people)
    )
    assert [person.holding.all("ballot") for person in people] == [[], [], [], []]
    agree([finn, board, *people])
    finn.say("CloseWorkshop", reveal=[])
    agree([finn, board, *people])
