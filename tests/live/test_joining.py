"""Coming in and coming back: one path (S1, S2, S12)."""

import contextlib
import json

import pytest

from tests.simulation.meeting import agree, note, pump_until, step_of
from workshop.demo.client import TurnedAway
from workshop.demo.wire import Ended, Wire


@pytest.mark.rule("S1")
@pytest.mark.parametrize("token", ["", "nonsense", "participant.0.0.0.0"])
def test_a_socket_needs_a_valid_token(meeting, token):
    stranger = meeting.client(token=token or " ")
    with pytest.raises(TurnedAway) as refused:
        stranger.open()
    assert refused.value.code == "no_token"


@pytest.mark.rule("S1")
def test_a_token_is_for_one_workshop_and_one_role(meet):
    here, there = meet(), meet()
    for stranger in (
        here.client(token=there.token()),
        here.client("facilitator", token=here.token()),
        here.client("board", token=here.token()),
    ):
        with pytest.raises(TurnedAway) as refused:
            stranger.open()
        assert refused.value.code == "no_token"


@pytest.mark.rule("S1")
def test_the_oldest_of_too_many_sockets_ends_though_it_never_joined(meeting):
    greeting = "40" + json.dumps({"token": meeting.token(), "as": "participant"})
    path = f"/socket.io/?EIO=4&transport=websocket&w={meeting.id}"
    with contextlib.ExitStack() as held:
        wires = [held.enter_context(contextlib.closing(Wire(meeting.url, path))) for _ in range(21)]
        for wire in wires:
            wire.send(greeting)
            heard_until(wire, "40")

        with pytest.raises(Ended):
            wires[0].receive(20)  # before the first ping

        wires[1].send('421["command",{"kind":"RaiseHand","op":"op-hand-0001","raised":true}]')
        assert heard_until(wires[1], "43").startswith('431[{"ok":true')


def heard_until(wire, sign):
    while texts := wire.receive(20):
        if found := [text for text in texts if text.startswith(sign)]:
            return found[0]
    raise AssertionError(f"No {sign} came.")


@pytest.mark.rule("S1")
def test_a_board_only_reads(meeting):
    board = meeting.come("board")
    for kind, fields in {
        "ParkNote": {"id": "0" * 16, "text": "From the board"},
        "StartStep": {"step": step_of(board, "wall")["id"]},
    }.items():
        assert board.say(kind, **fields)["error"]["code"] == "forbidden"
    agree([board])


@pytest.mark.rule("S2")
def test_the_answer_to_join(meeting):
    ada = meeting.come(name="Ada")
    you = ada.welcome["you"]
    assert {**ada.welcome, "server_now": "", "limits": {}, "build": ""} == {
        "ok": True,
        "seq": {meeting.id: 2},
        "viewer": "participant",
        "you": {"id": you["id"], "role": "participant", "name": "Ada"},
        "server_now": "",
        "limits": {},
        "build": "",
    }
    assert ada.holding.get("participant", you["id"])["name"] == "Ada"
    assert ada.welcome["limits"]["note_graphemes"] == 280


@pytest.mark.rule("S12")
def test_the_build_is_told_at_join(meeting):
    assert meeting.come().welcome["build"] == meeting.come("board").welcome["build"] != ""


@pytest.mark.rule("S2")
def test_records_come_before_the_answer_and_all_at_once(meeting):
    ada = meeting.come()
    names = [name for name, _ in ada.heard if name != "presence"]
    assert names == ["changes", "changes", "joined"]
    whole, own = (message for name, message in ada.heard if name == "changes")
    assert (whole["from"], whole["reset"], whole["part"], whole["parts"]) == (0, True, 1, 1)
    assert own["mine"] is True
    assert [record["kind"] for record in own["put"]] == ["participant"]


@pytest.mark.rule("S2")
def test_a_large_place_comes_in_parts_of_64_kb(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    writing = step_of(finn, "wall")
    finn.say("StartStep", step=writing["id"])
    for _ in range(25):
        note(ada, writing, "👩\u200d👩\u200d👧\u200d👦" * 160)  # 4 KB, and 160 signs
    ada.settle()
    assert finn.say("RevealNotes", step=writing["id"])["ok"]

    board = meeting.come("board")

    frames = [message for name, message in board.heard if name == "changes"]
    assert len(frames) == frames[0]["parts"] > 1
    assert [frame["part"] for frame in frames] == list(range(1, len(frames) + 1))
    texts = [json.dumps(frame, ensure_ascii=False, separators=(",", ":")) for frame in frames]
    assert max(len(text.encode()) for text in texts) < 64 * 1024
    agree([finn, ada, board])


@pytest.mark.rule("S2")
def test_who_was_away_for_a_moment_gets_only_what_changed(meeting):
    finn, ada, board = meeting.come("facilitator"), meeting.come(), meeting.come("board")
    board.drop()
    ada.drop()
    ada.heard.clear()
    finn.say("ChangeWorkshop", title="Safe at night")
    finn.say("StartStep", step=step_of(finn, "wall")["id"])

    ada.open()
    board.open()

    frames = [message for name, message in ada.heard if name == "changes"]
    assert [(frame["from"], frame["to"], "reset" in frame) for frame in frames[:2]] == [
        (3, 4, False),
        (4, 5, False),
    ]
    assert [frame.get("mine") for frame in frames[2:]] == [True]
    assert ada.holding.one("workshop")["title"] == "Safe at night"
    agree([finn, ada, board])


@pytest.mark.rule("S2")
def test_a_number_from_another_world_gets_everything(meeting):
    ada = meeting.come()
    ada.drop()
    ada.holding.seq = 10_000
    ada.holding.records.clear()
    ada.open()
    assert (ada.holding.seq, ada.holding.one("workshop")["id"]) == (2, meeting.id)
    agree([ada])


@pytest.mark.rule("S2")
def test_own_records_are_repeated_at_every_join(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    writing = step_of(finn, "wall")
    finn.say("StartStep", step=writing["id"])
    pump_until([ada], lambda: ada.holding.get("step", writing["id"])["state"] == "open")
    mine = note(ada, writing, "Only mine")
    ada.settle()
    same_person = meeting.client(token=str(ada.auth["token"])).open()
    assert same_person.holding.get("note", mine.fields["id"])["text"] == "Only mine"

    ada.drop()
    assert same_person.say("RemoveNote", note=mine.fields["id"])["ok"]
    kept = note(same_person, writing, "Another")
    same_person.settle()
    ada.open()

    assert [record["id"] for record in ada.holding.all("note")] == [kept.fields["id"]]
    assert finn.holding.all("note") == []
    agree([finn, ada, same_person])


@pytest.mark.rule("S2")
def test_joining_again_on_the_same_socket(meeting):
    finn, ada = meeting.come("facilitator"), meeting.come()
    ada.join_again()
    finn.say("ChangeWorkshop", title="Safe at night")
    ada.join_again()
    assert ada.connections == 1
    agree([finn, ada])
