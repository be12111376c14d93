"""A command and its one answer (S3, S11, S13)."""

import time

import pytest

from tests.simulation.meeting import agree, note, pump_until, step_of
from workshop.demo.client import new_id

OP = "the-only-op-of-this"


def writing(finn, *others):
    """Open the private writing step for everyone."""
    step = step_of(finn, "wall")
    assert finn.say("StartStep", step=step["id"])["ok"]
    for client in others:
        client.pump_until(lambda it=client: it.holding.get("step", step["id"])["state"] == "open")
    return step


@pytest.mark.rule("S3")
def test_an_op_sent_again_gets_its_first_answer(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    step = writing(finn, ada)
    sent = {
        "op": OP,
        "kind": "AddNote",
        "id": new_id(),
        "step": step["id"],
        "type": "idea",
        "text": "Once",
    }

    first = ada.ask("command", sent)
    again = ada.ask("command", sent)
    ada.drop()
    ada.open()
    later = ada.ask("command", sent | {"text": "Another text"})

    assert first == {"ok": True, "seq": first["seq"]}
    assert again == later == first | {"again": True}
    assert [record["text"] for record in ada.holding.all("note")] == ["Once"]
    agree([finn, ada])


@pytest.mark.rule("S3")
def test_a_refused_op_left_no_trace(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    step = step_of(finn, "wall")
    sent = {
        "op": OP,
        "kind": "AddNote",
        "id": new_id(),
        "step": step["id"],
        "type": "idea",
        "text": "Early",
    }
    before = ada.digest()

    refused = ada.ask("command", sent)

    assert refused["error"] == {
        "code": "step_closed",
        "message": refused["error"]["message"],
        "field": "text",
    }
    assert ada.digest() == before
    writing(finn)
    assert ada.ask("command", sent)["ok"]
    assert [record["text"] for record in ada.holding.all("note")] == ["Early"]


@pytest.mark.rule("S3")
def test_a_spent_op_is_answered_without_a_number(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    step = writing(finn, ada)
    wish = note(ada, step)
    ada.settle()
    assert finn.say("RevealNotes", step=step["id"])["ok"]
    assert finn.say("SealStep", step=step["id"])["ok"]
    assert ada.ask("command", wish.message(meeting.id)) == {"ok": True, "again": True}
    agree([finn, ada])


@pytest.mark.rule("S3")
@pytest.mark.rule("S5")
def test_mine_then_changes_then_the_answer(meeting):
    finn = meeting.come("facilitator")
    ada = meeting.client(token=meeting.token(name="Ada")).open()
    hello = step_of(finn, "talk")
    assert finn.say("StartStep", step=hello["id"])["ok"]
    ada.pump_until(lambda: ada.holding.get("step", hello["id"])["state"] == "open")
    assert finn.say("ChangeWorkshop", names_shown=False)["ok"]
    seq = ada.holding.seq
    step = writing(finn, ada)
    ada.heard.clear()

    hidden = ada.say("AddNote", id=new_id(), step=step["id"], type="idea", text="Hidden")
    shown = ada.say("ParkNote", id=new_id(), text="For all")

    told = [
        (name, "mine" in message, message.get("from"), message.get("to"))
        for name, message in ada.heard
        if name != "presence"
    ]
    assert told == [
        ("changes", True, hidden["seq"], hidden["seq"]),
        ("answer", False, None, None),
        ("changes", True, shown["seq"], shown["seq"]),
        ("changes", False, hidden["seq"] - 1, shown["seq"]),
        ("answer", False, None, None),
    ]
    assert ada.holding.seq == shown["seq"] > seq


@pytest.mark.rule("S3")
def test_an_answer_waits_for_the_commit(meeting, house):
    ada = meeting.come()
    answer = ada.say("ParkNote", id=new_id(), text="Kept")
    house.kill()
    house.start()
    ada.pump_until(lambda: ada.connections > 1 and ada.live)
    assert answer["ok"]
    assert [record["text"] for record in ada.holding.all("parked")] == ["Kept"]
    agree([ada])


@pytest.mark.rule("S3")
def test_ten_quick_taps_on_one_item_end_in_the_right_number_of_dots(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    step = writing(finn, ada)
    for _ in range(8):
        note(ada, step)
    ada.settle()
    finn.say("RevealNotes", step=step["id"])
    vote = step_of(finn, "vote")
    finn.say("StartStep", step=vote["id"])
    assert finn.say("OpenVote", id=new_id(), step=vote["id"])["ok"]
    ada.pump_until(lambda: ada.holding.all("round"))
    (found,) = ada.holding.all("round")
    item = found["candidates"][0]["item"]

    for tap in range(10):
        ada.send("CastVote", round=found["id"], item=item, dots=tap % 2)
    ada.settle()

    assert [(b["item"], b["dots"]) for b in ada.holding.all("ballot")] == [(item, 1)]
    assert finn.holding.all("ballot") == []
    agree([finn, ada])


@pytest.mark.rule("S11")
def test_a_burst_of_thirty_then_ten_a_second(meeting):
    ada = meeting.come()
    answers = []
    began = time.monotonic()
    for number in range(120):
        message = {"op": f"op-{number:08}", "kind": "ChangeName", "name": f"Ada {number}"}
        ada._ask("command", message, answers.append)
    ada.pump_until(lambda: len(answers) == 120)
    took = time.monotonic() - began
    refused = [answer["error"] for answer in answers if not answer["ok"]]
    assert 30 <= 120 - len(refused) <= 30 + 10 * took
    assert {error["code"] for error in refused} == {"rate_limited"}
    assert all(0 < error["retry_after"] <= 0.2 for error in refused)
    assert ada.connections == 1


@pytest.mark.rule("S11")
def test_an_outbox_of_many_goes_out_without_a_refusal(meeting):
    ada = meeting.client()
    for number in range(40):
        ada.send("ParkNote", id=new_id(), text=f"Thought {number}")
    ada.settle()
    assert [message for name, message in ada.heard if name == "answer" and not message["ok"]] == []
    assert len(ada.holding.all("parked")) == 40
    agree([ada])


@pytest.mark.rule("S13")
def test_a_note_that_waited_while_the_room_moved_on(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    step = writing(finn, ada)
    ada.drop()
    ada._again_at += 1
    wish = note(ada, step, "Too late for this")
    assert finn.say("StartStep", step=step_of(finn, "clusters")["id"])["ok"]

    ada.settle()

    ((refused, error),) = ada.refusals
    assert (refused.op, error["code"], error["field"]) == (wish.op, "step_closed", "text")
    assert ada.say("ParkNote", id=new_id(), text=refused.fields["text"])["ok"]
    pump_until([finn], lambda: finn.holding.all("parked"))
    assert [record["text"] for record in finn.holding.all("parked")] == ["Too late for this"]
    agree([finn, ada])


@pytest.mark.rule("S3")
def test_ids_are_taken_once(meeting):
    ada, bo = meeting.come(), meeting.come()
    same = new_id()
    assert ada.say("ParkNote", id=same, text="First")["ok"]
    assert bo.say("ParkNote", id=same, text="Second")["error"]["code"] == "id_taken"
    agree([ada, bo])
