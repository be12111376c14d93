"""A whole workshop without scripts: every command through forms, every refusal with what was typed."""

import re
from html import unescape

import pytest

from tests.web.conftest import Room, csrf_of, new_id, words_of
from workshop.core.notes import Note


class Person:
    """Someone whose browser runs no scripts."""

    def __init__(self, room, **knock):
        self.room = room
        self.client = room.device(**knock)

    def read(self, role="participant"):
        return self.client.get(f"/w/{self.room.id}/plain", query_string={"as": role})

    def send(self, kind, **fields):
        """Fill in a form of the page and press its button; gives the page after it."""
        form = {"csrf": csrf_of(self.read().text), "op": new_id(), "as": "participant"}
        answer = self.client.post(
            f"/w/{self.room.id}/commands", data=form | {"kind": kind} | fields
        )
        assert (answer.status_code, answer.location) == (303, f"/w/{self.room.id}/plain")
        return self.client.get(answer.location)

    def write(self, step, text, **fields):
        kind = {"id": new_id(), "step": step, "type": "idea", "text": text}
        return self.send("AddNote", **kind | fields)


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


@pytest.fixture
def bo(room):
    return Person(room, name="Bo")


def test_the_lobby_waits(ada):
    assert "You are in. We start soon." in words_of(ada.read())


def test_the_top_says_where_the_room_is_in_words_that_everyone_knows(room, ada):
    assert "Welcome Refresh" in words_of(ada.read())
    room.start("talk")
    assert "Check-in Refresh" in words_of(ada.read())
    room.start("wall")
    assert "Open Refresh" in words_of(ada.read())


def test_who_reads_is_said_before_one_writes(room, ada):
    room.start("wall")
    said = "Only you see this until we reveal. Notes get no name."

    assert said in words_of(ada.read())


def test_a_name_is_changed(ada):
    assert 'name="name" value="Ada L"' in ada.send("ChangeName", name="Ada L").text


@pytest.mark.rule("H7")
def test_a_note_is_written_changed_and_removed(room, ada, bo):
    step = room.start("wall")
    page = ada.write(step, "Nobody calls\nthe day after")
    note = re.search(r'name="note" value="(\w+)"', page.text)[1]

    assert "Nobody calls" in words_of(page)
    assert "Nobody calls" not in bo.read().text

    changed = ada.send("ChangeNote", note=note, text="Somebody calls")
    assert "Somebody calls" in words_of(changed)

    assert "Somebody calls" not in words_of(ada.send("RemoveNote", note=note))


def test_notes_are_read_by_all_after_the_reveal(room, ada, bo):
    step = room.start("wall")
    ada.write(step, "Nobody calls")

    room.done(room.facilitator, "RevealNotes", step=step)

    assert "All notes 1" in words_of(bo.read())
    assert "Nobody calls" in words_of(bo.read())


def grouping(room, ada):
    """Two notes that all have seen, and the room groups."""
    step = room.start("wall")
    for text in ("Nobody calls", "Two lists"):
        ada.write(step, text)
    room.done(room.facilitator, "RevealNotes", step=step)
    step = room.start("clusters")
    notes = re.findall(r'name="note" value="(\w+)"', ada.read().text)
    return step, list(dict.fromkeys(notes))


def test_clusters_are_made_filled_and_named(room, ada):
    step, (first, second) = grouping(room, ada)

    page = ada.send("AddCluster", id=(cluster := new_id()), step=step)
    assert "No name yet 0 A name comes when two notes lie here." in words_of(page)
    assert "Name this cluster" not in words_of(page)

    ada.send("MoveNote", step=step, note=first, cluster=cluster)
    moved = ada.send("MoveNote", step=step, note=second, cluster=cluster)
    assert "No name yet 2 Name this cluster" in words_of(moved)
    named = ada.send("NameCluster", cluster=cluster, title="Someone to call")

    assert "Someone to call 2" in words_of(named)
    alone = ada.send("MoveNote", step=step, note=second, cluster="")
    assert "Someone to call 1 Name this cluster" in words_of(alone)
    assert "Notes that stand alone 1" in words_of(alone)


def test_clusters_are_put_together_and_those_without_a_name_told_apart(room, ada):
    step, (first, second) = grouping(room, ada)
    calls, doors = new_id(), new_id()
    for pile, note in ((calls, first), (doors, second)):
        ada.send("AddCluster", id=pile, step=step)
        ada.send("MoveNote", step=step, note=note, cluster=pile)
    page = words_of(ada.read())
    assert {"No name yet: “Nobody calls”" in page, "No name yet: “Two lists”" in page} == {True}

    merged = ada.send("MergeClusters", step=step, cluster=doors, into=calls)

    assert "No name yet 2" in words_of(merged)


def test_in_silence_a_cluster_has_no_place_for_a_name(room, ada):
    step, notes = grouping(room, ada)
    room.done(room.facilitator, "ChangeStep", step=step, setup={"silent": True})

    page = ada.send("AddCluster", id=(cluster := new_id()), step=step)
    for note in notes:
        page = ada.send("MoveNote", step=step, note=note, cluster=cluster)

    assert "In silence" in words_of(page)
    assert "Name this cluster" not in words_of(page)
    room.done(room.facilitator, "EndSilence", step=step)
    assert "Name this cluster" in words_of(ada.read())


@pytest.fixture
def vote(room, ada, bo):
    """Four notes to choose among: the formula gives two dots, at most one on each."""
    step = room.start("wall")
    for text in ("One", "Two", "Three", "Four"):
        ada.write(step, text)
    room.done(room.facilitator, "RevealNotes", step=step)
    step, round_id = room.start("vote"), new_id()
    room.done(room.facilitator, "OpenVote", id=round_id, step=step, budget=3, per_item=2)
    return round_id


def items_of(page):
    return re.findall(r'name="item" value="(\w+)"', page.text)


@pytest.mark.rule("H7")
def test_dots_are_given_and_taken_back(room, ada, vote):
    page = ada.read()
    first, second = items_of(page)[:2]

    assert "3 of 3 dots left" in words_of(page)
    assert "2 of 3 dots left" in words_of(ada.send("CastVote", round=vote, item=first, dots="1"))
    assert "1 of 3 dots left" in words_of(ada.send("CastVote", round=vote, item=first, dots="2"))
    assert "0 of 3 dots left" in words_of(ada.send("CastVote", round=vote, item=second, dots="1"))
    over = ada.send("CastVote", round=vote, item=second, dots="2")
    assert "All 3 dots are placed. Take one back to place it elsewhere." in words_of(over)
    assert "1 of 3 dots left" in words_of(ada.send("CastVote", round=vote, item=second, dots="0"))


def test_the_result_is_shown_when_the_vote_has_closed(room, ada, bo, vote):
    chosen = items_of(ada.read())[0]
    title = room.house.conductor.place(room.id).get(Note, chosen).text
    ada.send("CastVote", round=vote, item=chosen, dots="2")
    assert "Result of the vote" not in words_of(bo.read())

    room.done(room.facilitator, "CloseVote", round=vote)

    page = words_of(bo.read())
    assert "1 of 2 voted. Result of the vote" in page
    assert f"1 {title} 2 under 4 Here is the cut: top 1" in page


@pytest.fixture
def six(room):
    return [Person(room) for _ in range(6)]


def test_everyone_keeps_an_order_of_their_own(six, vote):
    orders = [items_of(person.read()) for person in six]

    assert [items_of(person.read()) for person in six] == orders
    assert {frozenset(order) for order in orders} == {frozenset(orders[0])}
    assert len({tuple(order) for order in orders}) > 1


FULL = {
    "criteria": [{"id": "value", "title": "Most use"}, {"id": "ease", "title": "Soon done"}],
    "groups": ["Residents", "Staff"],
    "staged": True,
    "wild_card": True,
}


def full_vote(room, ada, bo):
    """A vote by criteria and groups, which is planned first; gives its id."""
    step, round_id = next(it.id for it in room.steps() if it.layout == "vote"), new_id()
    room.done(room.facilitator, "ChangeStep", step=step, setup=FULL, top=1)
    wall = room.start("wall")
    for who, text in ((ada, "A key box"), (bo, "Bread")):
        who.write(wall, text)
    room.done(room.facilitator, "RevealNotes", step=wall)
    room.start("vote")
    room.done(room.facilitator, "PlanVote", id=round_id, step=step)
    return round_id


def test_a_vote_in_full_needs_no_scripts(room, ada, bo):
    round_id = full_vote(room, ada, bo)
    assert "Read, and plan where your dots go." in words_of(ada.read())
    where = f"/w/{room.id}/plain"
    lead = room.facilitator.get(where, query_string={"as": "facilitator"}).text
    assert f'value="{round_id}"' in lead
    assert "Take the plan back and look again" in lead
    step = next(it.id for it in room.steps() if it.layout == "vote")
    room.done(room.facilitator, "OpenVote", id=round_id, step=step)

    page = ada.read()
    assert "As whom do you vote?" in words_of(page)
    assert "dots left" not in words_of(page)
    page = ada.send("ChooseVoterGroup", round=round_id, group="Staff")
    item = items_of(page)[0]
    page = ada.send("CastVote", round=round_id, item=item, dots="1", criterion="ease")
    assert "Most use : 1 of 1 dots left" in words_of(page)
    assert "Soon done : 0 of 1 dots left" in words_of(page)

    room.done(room.facilitator, "CloseVote", round=round_id)
    assert "The result is shown place by place" in words_of(ada.read())
    room.done(room.facilitator, "TellResult", round=round_id, before=0, rest=True)
    below = next(each for each in items_of(page) if each != item)
    room.done(
        room.facilitator, "PickWildCard", round=round_id, item=below, reason="Nobody has tried it"
    )
    assert "Wild card: " in words_of(ada.read())
    assert "Nobody has tried it" in words_of(ada.read())


def test_who_came_too_late_is_told(room, vote):
    late = Person(room)

    assert "You came after the vote opened. The facilitator can let you in." in words_of(
        late.read()
    )


def test_an_action_is_written_taken_on_and_given_back(room, ada):
    step = room.start("actions")
    what = {"what": "Call the day after", "who": "", "due": "2126-12-04", "first_step": ""}
    page = ada.send("AddAction", id=new_id(), step=step, **what)
    action = re.search(r'name="action" value="(\w+)"', page.text)[1]

    assert "Call the day after" in words_of(page)
    assert "4 December 2126" in words_of(page)
    taken = ada.send("TakeAction", action=action, taken="true", who="Ada")
    assert "Give it back" in words_of(taken)
    back = ada.send("TakeAction", action=action, taken="false")
    assert "Give it back" not in words_of(back)


@pytest.mark.rule("H7")
def test_a_refused_form_comes_back_with_what_was_typed_and_only_once(room, ada):
    step = room.start("wall")
    text = "x" * 281
    page = ada.write(step, text)

    assert "That is 281 characters, and 280 fit. Shorten it, or make two." in words_of(page)
    assert f">{text}</textarea>" in page.text
    assert text not in ada.read().text


@pytest.mark.rule("H7")
def test_a_novel_that_no_cookie_holds_comes_back_too(room, ada):
    step = room.start("wall")
    form = {
        "csrf": csrf_of(ada.read().text),
        "op": new_id(),
        "kind": "AddNote",
        "id": new_id(),
        "step": step,
        "type": "idea",
        "text": "å" * 4000,
    }
    answer = ada.client.post(f"/w/{room.id}/commands", data=form)

    assert answer.status_code == 409
    assert "å" * 4000 in answer.text


@pytest.mark.rule("S13")
def test_a_note_for_a_step_that_is_over_can_be_parked_or_put_here(room, ada):
    step = room.start("wall")
    room.start("clusters")
    page = ada.write(step, "Too late")

    assert "This step takes nothing more." in words_of(page)
    assert page.text.count('name="text" value="Too late"') == 2
    assert "Put it in this step" in words_of(page)
    assert "Park it" in words_of(page)
    parked = ada.send("ParkNote", id=new_id(), text="Too late")
    assert 'role="alert"' not in parked.text


@pytest.mark.rule("H7")
def test_the_same_form_sent_twice_counts_once(room, ada):
    step = room.start("wall")
    form = {
        "csrf": csrf_of(ada.read().text),
        "op": new_id(),
        "kind": "AddNote",
        "id": new_id(),
        "step": step,
        "type": "idea",
        "text": "Once",
    }
    for _ in range(2):
        assert ada.client.post(f"/w/{room.id}/commands", data=form).status_code == 303

    assert "Your notes 1" in words_of(ada.read())


@pytest.mark.rule("H7")
@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_form_without_its_token_changes_nothing(room, ada, token):
    step = room.start("wall")
    seq = room.house.conductor.place(room.id).seq
    form = {"csrf": token, "op": new_id(), "kind": "AddNote", "id": new_id(), "step": step}
    ada.client.post(f"/w/{room.id}/commands", data=form | {"type": "idea", "text": "Forged"})

    assert room.house.conductor.place(room.id).seq == seq
    page = ada.read()
    assert "The page had grown old. Look it over and send it once more." in words_of(page)
    assert ">Forged</textarea>" in page.text


@pytest.mark.rule("H7")
def test_a_cookie_alone_does_not_speak_json(room, ada):
    command = {"op": new_id(), "kind": "ParkNote", "id": new_id(), "text": "Forged"}
    url = f"/w/{room.id}/commands"
    without = ada.client.post(url, json=command)
    token = {"X-CSRF-Token": csrf_of(ada.read().text)}

    assert (without.status_code, without.json["error"]["code"]) == (403, "bad_form")
    assert ada.client.post(url, json=command, headers=token).status_code == 200


@pytest.mark.rule("H7")
@pytest.mark.parametrize("origin", ["null", "http://evil.example", "https://localhost"])
def test_a_form_of_another_page_is_refused(room, ada, origin):
    form = {"csrf": csrf_of(ada.read().text), "op": new_id(), "kind": "ParkNote"}
    answer = ada.client.post(
        f"/w/{room.id}/commands",
        data=form | {"id": new_id(), "text": "Forged"},
        headers={"Origin": origin},
    )

    assert answer.status_code == 403
    own = ada.client.post(
        f"/w/{room.id}/commands",
        data=form | {"id": new_id(), "text": "Own"},
        headers={"Origin": "http://localhost"},
    )
    assert own.status_code == 303


@pytest.mark.rule("H7")
@pytest.mark.rule("S3")
def test_json_is_answered_like_the_wire(room):
    ada = room.device()
    command = {"op": "op-12345678", "kind": "ParkNote", "id": new_id(), "text": "Later"}
    headers = {"Authorization": f"Bearer {ada.you['token']}"}
    url = f"/w/{room.id}/commands"
    first = ada.post(url, json=command, headers=headers)
    again = ada.post(url, json=command, headers=headers)

    seq = room.house.conductor.place(room.id).seq
    assert first.json == {"ok": True, "seq": seq}
    assert again.json == {"ok": True, "seq": seq, "again": True}


@pytest.mark.rule("S10")
@pytest.mark.parametrize(
    ("command", "status", "code"),
    [
        ({}, 400, "bad_message"),
        ({"kind": "Explode"}, 400, "unknown_kind"),
        ({"kind": "JoinWorkshop"}, 400, "unknown_kind"),
        ({"kind": "ParkNote", "op": "op-12345678", "id": "0" * 32}, 400, "bad_field"),
        ({"kind": "ParkNote", "op": "op-12345678", "id": "0" * 32, "text": 7}, 400, "bad_field"),
        ({"kind": "StartStep", "op": "op-12345678", "step": "0" * 32}, 403, "forbidden"),
        (
            {"kind": "ParkNote", "op": "op-12345678", "id": "0" * 32, "text": "x", "log": "y"},
            403,
            "forbidden",
        ),
        (
            {"kind": "ParkNote", "op": "op-12345678", "id": "0" * 32, "text": "x", "by": "y"},
            400,
            "unknown_field",
        ),
    ],
)
def test_a_command_that_cannot_be_is_named(room, command, status, code):
    ada = room.device()
    answer = ada.post(
        f"/w/{room.id}/commands",
        json=command,
        headers={"Authorization": f"Bearer {ada.you['token']}"},
    )

    assert (answer.status_code, answer.json["error"]["code"]) == (status, code)


@pytest.mark.rule("S10")
def test_a_command_past_32_kib_is_too_large(room):
    ada = room.device()
    answer = room.say(ada, "ParkNote", id=new_id(), text="x" * 40_000)

    assert (answer.status_code, answer.json["error"]["code"]) == (413, "too_large")


@pytest.mark.rule("S11")
def test_a_flood_of_commands_is_slowed(room):
    ada = room.device()
    room.house.doors._clock = lambda: 1.0  # all of them in one moment, however slow the machine
    answers = [room.say(ada, "ChangeName", name=f"Ada {n}") for n in range(60)]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429] * 30
    assert answers[30].json["error"]["code"] == "rate_limited"
    assert answers[30].headers["Retry-After"] == "1"


def test_what_people_write_is_never_markup(room, ada):
    step = room.start("wall")
    page = ada.write(step, "<script>alert(1)</script>")

    assert "<script>" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text


def test_a_facilitator_runs_the_workshop_without_scripts(app):
    room = Room(app, recipe="mini-cycle")
    facilitator = room.facilitator
    plain = f"/w/{room.id}/plain?as=facilitator"

    def press(kind, **fields):
        form = {"csrf": csrf_of(facilitator.get(plain).text), "op": new_id(), "as": "facilitator"}
        answer = facilitator.post(f"/w/{room.id}/commands", data=form | {"kind": kind} | fields)
        assert answer.status_code == 303
        return facilitator.get(answer.location, follow_redirects=True)

    for step in room.steps():
        page = press("StartStep", step=step.id)
        assert 'role="alert"' not in page.text
        assert step.half_time in unescape(page.text)
        page = press("LockStep", step=step.id, locked="true", what="voting")
        assert "Unlock" in page.text
    done = press("CloseWorkshop")

    assert done.request.path == f"/w/{room.id}/results"
