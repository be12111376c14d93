"""The fan-out by itself: gaps, giants, people whose role changes, and what is kept for who returns."""

import json
import queue

import msgspec
import pytest

from tests.core.story import LOG, creation, id_of
from tests.servers.waiting import wait_until
from tests.store.samples import listing
from workshop.access import Claim, Tokens
from workshop.conductor import Batch, Conductor, Speaker
from workshop.core.agenda import StartStep
from workshop.core.changing import ChangeStep
from workshop.core.clusters import AddCluster
from workshop.core.door import CloseDoor
from workshop.core.groups import FormGroups, JoinGroup, NewGroup
from workshop.core.history import Deed, Undo
from workshop.core.lot import Parked
from workshop.core.moderation import HideNote
from workshop.core.notes import AddNote
from workshop.core.parking import ParkNote
from workshop.core.people import JoinWorkshop, Participant
from workshop.core.records import Gone
from workshop.core.removing import RemoveParticipant
from workshop.core.seats import AddSeat
from workshop.core.setup import Setup
from workshop.live import sent
from workshop.live.answers import Answers
from workshop.live.audience import MOST_MESSAGES, Audience
from workshop.live.caller import Caller
from workshop.live.callers import MOST_SOCKETS, Callers
from workshop.live.door import Door
from workshop.live.fanout import Fanout
from workshop.live.line import FEW_MESSAGES, Line
from workshop.live.reading import Said
from workshop.live.transport import Waiting
from workshop.store import Store


class Socket:
    """What Engine.IO gives for one connection: a queue that its writer empties."""

    def __init__(self):
        self.queue = type("Queue", (Waiting, queue.Queue), {})()
        self.closed = self.upgraded = False

    def close(self):
        self.closed = True

    def drain(self):
        while self.queue.messages:
            self.queue.get(timeout=10)

    def heard(self, name):
        """The last message of this name that has come so far; everything is taken out."""
        texts = [self.queue.get(timeout=10).encode() for _ in range(self.queue.messages)]
        found = [json.loads(text[2:]) for text in texts]
        return next((message for said, message in reversed(found) if said == name), None)

    def read_ended(self):
        return self.read_next("ended")

    def read_presence(self):
        return self.read_next("presence")

    def read_next(self, wanted):
        """The next message of this name, past all others."""
        while True:
            name, message = json.loads(self.queue.get(timeout=10).encode()[2:])
            if name == wanted:
                return message

    def read(self, count):
        """The next so many `changes`, as the client parses them; presence comes when it likes."""
        found = []
        while len(found) < count:
            name, message = json.loads(self.queue.get(timeout=10).encode()[2:])
            found += [message] if name == "changes" else []
        return found


@pytest.fixture
def conductor(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'rytme.sqlite3'}")
    store.open()
    conducting = Conductor(store)
    conducting.create(creation(), listing(LOG))
    for name, role in (("ada", "participant"), ("bo", "participant"), ("finn", "facilitator")):
        command = JoinWorkshop(op=f"op-join-{name}", name=name)
        conducting.submit(LOG, command, Speaker(id_of(name), role))
    yield conducting
    store.close()


@pytest.fixture
def fanout(conductor):
    return Fanout(conductor)


@pytest.fixture
def come(fanout):
    def come(name, role="participant", boards=0, by=""):
        socket = Socket()
        claim = Claim(LOG, id_of(name), role, turn=boards, by=by)
        caller = Caller(claim, "en", Line(socket, Socket.close))
        fanout.join(caller, None)
        return caller, socket

    return come


def batch(place, changed, start=None, length=1):
    start = place.seq if start is None else start
    place.seq = start + length
    return Batch(
        log=LOG, start=start, end=place.seq, changed=changed,
        keys_made={}, scopes_ended=[], closed=False,
    )  # fmt: skip


def kinds(message):
    return sorted({record["kind"] for record in message["put"]})


@pytest.mark.rule("S1")
def test_a_new_role_replaces_everything_that_the_socket_holds(conductor, fanout, come):
    ada, socket = come("ada")
    whole, own = socket.read(2)
    assert (kinds(whole), kinds(own)) == (["step", "workshop"], ["participant"])
    assert whole["put"][1]["script"] == []
    place = conductor.place(LOG)
    person = place.get(Participant, ada.actor)

    fanout.hear(batch(place, [place.put(msgspec.structs.replace(person, role="facilitator"))]))

    (mine,) = socket.read(1)
    assert mine["put"] == [
        {
            "kind": "participant",
            "id": ada.actor,
            "name": "ada",
            "role": "facilitator",
            "shown": False,
            "group": "",
            "seat": False,
            "removed": False,
        }
    ]
    (whole,) = socket.read(1)
    assert (whole["reset"], kinds(whole)) == (True, ["participant", "plan", "step", "workshop"])
    assert [step["script"] for step in whole["put"] if step["kind"] == "step"][1] == [
        "No decisions now."
    ]
    assert ada.role == "facilitator"


@pytest.mark.rule("G4")
def test_who_goes_to_another_group_gets_its_clusters_for_those_of_the_one_left(
    conductor, fanout, come
):
    apart = {"step": id_of("group"), "setup": Setup(in_groups=True)}
    red, blue = (NewGroup(id=id_of(word), title=word) for word in ("red", "blue"))
    told(conductor, "finn", ChangeStep(op="op-change-1", **apart))
    told(conductor, "finn", StartStep(op="op-start-01", step=id_of("group")))
    told(conductor, "finn", FormGroups(op="op-groups-1", groups=(red, blue), how="chosen"))
    for name, group in (("ada", red), ("bo", blue)):
        told(conductor, name, JoinGroup(op=f"op-join-{group.title}", group=group.id))
        cluster = AddCluster(op=f"op-pile-{name}", id=id_of(group.title * 3), step=id_of("group"))
        told(conductor, name, cluster)
    _, of_ada = come("ada")
    _, own = of_ada.read(2)
    assert clusters(own["put"]) == [id_of("redredred")]

    told(conductor, "ada", JoinGroup(op="op-join-again", group=blue.id))

    mine, _, other = of_ada.read(3)
    assert (kinds(mine), clusters(other["put"])) == (
        ["deed", "participant"],
        [id_of("blueblueblue")],
    )
    assert (other["mine"], other["drop"]) == (True, [["cluster", id_of("redredred")]])


def told(conductor, name, command):
    role = "facilitator" if name == "finn" else "participant"
    conductor.submit(LOG, command, Speaker(id_of(name), role))


def clusters(records):
    return [record["id"] for record in records if record["kind"] == "cluster"]


@pytest.mark.rule("S1")
def test_who_is_gone_holds_nothing_and_is_shown_out(conductor, fanout, come):
    ada, socket = come("ada")
    socket.read(2)
    place = conductor.place(LOG)
    fanout.hear(batch(place, [place.drop(Gone("participant", ada.actor))]))
    mine, nothing = socket.read(2)
    assert (mine["mine"], mine["drop"]) == (True, [["participant", ada.actor]])
    assert (nothing["reset"], nothing["put"]) == (True, [])
    assert socket.read_ended()["code"] == "no_token"
    wait_until(lambda: socket.drain() or socket.closed, "the end of the socket")


@pytest.mark.rule("S14")
def test_who_is_removed_is_told_so_and_only_who_is(conductor, fanout, come):
    (ada, of_ada), (_, of_bo) = come("ada"), come("bo")
    of_ada.read(2)
    finn = Speaker(id_of("finn"), "facilitator")

    conductor.submit(LOG, RemoveParticipant(op="op-remove-1", participant=ada.actor), finn)

    mine, nothing = of_ada.read(2)
    assert [record["removed"] for record in mine["put"]] == [True]
    assert (nothing["reset"], nothing["put"]) == (True, [])
    assert of_ada.read_ended() == {
        "code": "removed",
        "message": "A facilitator has shown you out of this workshop. What you wrote stays in it.",
    }
    wait_until(lambda: of_ada.drain() or of_ada.closed, "the end of the socket")
    assert not of_bo.closed


@pytest.mark.rule("H13")
def test_with_a_facilitator_go_the_sockets_of_the_seats_they_spoke_for(conductor, fanout, come):
    finn, eva = (Speaker(id_of(name), "facilitator") for name in ("finn", "eva"))
    conductor.submit(LOG, JoinWorkshop(op="op-join-eva1", name="Eva"), eva)
    conductor.submit(LOG, AddSeat(op="op-seat-0001", id=id_of("berit"), name="Berit"), finn)
    (_, of_finn), (_, of_eva) = (come("berit", by=each.actor) for each in (finn, eva))

    conductor.submit(LOG, RemoveParticipant(op="op-remove-2", participant=eva.actor), finn)

    assert of_eva.read_ended()["code"] == "removed"
    wait_until(lambda: of_eva.drain() or of_eva.closed, "the end of the socket")
    assert not of_finn.closed


@pytest.mark.rule("S14")
def test_a_socket_that_never_joined_says_nothing_more_for_who_is_shown_out(conductor, fanout):
    finn, eva = (Speaker(id_of(name), "facilitator") for name in ("finn", "eva"))
    conductor.submit(LOG, JoinWorkshop(op="op-join-eva1", name="Eva"), eva)
    conductor.submit(LOG, AddSeat(op="op-seat-0001", id=id_of("berit"), name="Berit"), finn)
    answers = Answers(conductor, fanout, Door(conductor, Tokens("secret", https=False)), "")
    claim = Claim(LOG, id_of("berit"), "participant", by=eva.actor)
    berit = Caller(claim, "en", Line(Socket(), Socket.close))

    def raise_hand(op):
        said = {"kind": "RaiseHand", "op": op, "raised": True}
        return answers.to(berit, Said("command", said, 0))

    before = raise_hand("op-hand-0001")
    conductor.submit(LOG, RemoveParticipant(op="op-remove-2", participant=eva.actor), finn)

    after = raise_hand("op-hand-0002")

    assert (before["ok"], after["error"]["code"]) == (True, "removed")


@pytest.mark.rule("S1")
def test_a_person_holds_twenty_sockets_whether_they_join_or_not():
    callers = Callers()
    bo = Caller(Claim(LOG, id_of("bo"), "participant"), "en", Line(Socket(), Socket.close))
    own = [
        Caller(Claim(LOG, id_of("ada"), "participant"), "en", Line(Socket(), Socket.close))
        for _ in range(MOST_SOCKETS + 2)
    ]

    crowded = [callers.add(str(number), caller) for number, caller in enumerate([bo, *own])]

    assert crowded == [[]] * (MOST_SOCKETS + 1) + [own[:1], own[:2]]
    assert [callers.take("1"), callers.take("1"), callers.take("0")] == [own[0], None, bo]
    assert callers.add("again", bo) == []


@pytest.mark.rule("S14")
def test_a_page_of_a_seat_that_is_taken_back_ends(conductor, fanout, come):
    finn = Speaker(id_of("finn"), "facilitator")
    conductor.submit(LOG, AddSeat(op="op-seat-0001", id=id_of("berit"), name="Berit"), finn)
    _, of_berit = come("berit", by=finn.actor)
    deed = max(deed.id for deed in conductor.place(LOG).all(Deed))

    conductor.submit(LOG, Undo(op="op-undo-001", deed=deed), finn)

    assert of_berit.read_ended()["code"] == "no_token"
    wait_until(lambda: of_berit.drain() or of_berit.closed, "the end of the socket")


@pytest.mark.rule("S14")
def test_boards_that_are_shut_out_end_and_later_ones_stay(conductor, fanout, come):
    _, old = come("screen", "board")
    finn = Speaker(id_of("finn"), "facilitator")

    conductor.submit(LOG, CloseDoor(op="op-boards-1", closed=False, boards=True), finn)

    assert old.read_ended()["code"] == "board_out"
    wait_until(lambda: old.drain() or old.closed, "the end of the board")
    _, new = come("screen", "board", boards=1)
    conductor.submit(LOG, CloseDoor(op="op-closed-1", closed=True), finn)
    assert new.read(3)[2]["put"][0]["door_closed"] is True
    assert not new.closed


@pytest.mark.rule("M2")
def test_a_note_that_the_room_loses_comes_to_its_author_once_more(conductor, fanout, come):
    (ada, of_ada), (_, of_bo) = come("ada"), come("bo")
    of_ada.read(2)
    of_bo.read(2)
    finn = Speaker(id_of("finn"), "facilitator")
    note, step = id_of("n"), id_of("hello")
    given = {"id": note, "step": step, "type": "hello", "text": "Hei"}
    conductor.submit(LOG, StartStep(op="op-start-1", step=step), finn)
    conductor.submit(LOG, AddNote(op="op-note-01", **given), Speaker(ada.actor, "participant"))
    of_ada.read(3)
    of_bo.read(2)

    conductor.submit(LOG, HideNote(op="op-hide-01", note=note, reason="It names her"), finn)

    taken, kept = of_ada.read(2)
    assert (taken["drop"], kept["mine"]) == ([["note", note]], True)
    assert [(it["held"], it["reason"]) for it in kept["put"]] == [("hidden", "It names her")]
    assert of_bo.read(1)[0]["drop"] == [["note", note]]


@pytest.mark.rule("S6")
def test_a_facilitator_is_told_how_many_boards_look_on(fanout, come):
    come("one", "board")
    (_, phone), (_, console) = come("ada"), come("finn", "facilitator")
    assert console.read_presence()["counts"]["boards"] == 1
    assert "counts" not in phone.read_presence()


@pytest.mark.rule("S4")
def test_entries_that_were_never_told_are_a_gap_for_everyone(conductor, fanout, come):
    (_, phone), (_, console) = come("ada"), come("finn", "facilitator")
    phone.read(2)
    console.read(1)
    place = conductor.place(LOG)
    seq = place.seq

    fanout.hear(batch(place, [], start=seq + 3))

    expected = {"log": LOG, "from": seq + 3, "to": seq + 4, "put": [], "drop": []}
    assert [phone.read(1), console.read(1)] == [[expected], [expected]]
    late = Audience(LOG, "board", seq)
    assert late.catch_up(place, seq) == []


@pytest.mark.rule("S4")
def test_who_looked_on_through_an_outage_is_told_when_the_place_opens_again(
    conductor, fanout, come
):
    """A commit got in, but its answer was lost with the database; then a page is asked for."""
    _, board = come("screen", "board")
    board.read(1)
    park(Conductor(conductor.store))
    conductor.forget(LOG)

    seq = conductor.place(LOG).seq

    assert board.read(1) == [{"log": LOG, "from": seq, "to": seq, "put": [], "drop": []}]
    conductor.forget(LOG)
    conductor.place(LOG)
    park(conductor, "b" * 16)
    assert [record["id"] for record in board.read(1)[0]["put"]] == ["b" * 16]


def park(conductor, note="a" * 16):
    command = ParkNote(op=f"op-{note}", id=note, text="Later")
    conductor.submit(LOG, command, Speaker(id_of("bo"), "participant"))


@pytest.mark.rule("S2")
def test_a_message_of_giants_is_gathered_as_a_snapshot(conductor, fanout, come):
    ada, socket = come("ada")
    socket.read(2)
    place = conductor.place(LOG)
    changed = [place.put(Parked(id=f"{n:016}", text="x" * 4000)) for n in range(120)]

    fanout.hear(batch(place, changed))

    (told,) = socket.read(1)
    assert (told["from"], told["to"], told["put"]) == (place.seq, place.seq, [])
    fanout.join(ada, place.seq - 1)
    first = socket.read(1)[0]
    assert (first["reset"], first["parts"] > 7) == (True, True)
    socket.read(first["parts"])


@pytest.mark.rule("S2")
def test_what_is_kept_for_who_returns_has_an_end(conductor):
    place = conductor.place(LOG)
    audience = Audience(LOG, "board", place.seq)
    first = place.seq
    for number in range(MOST_MESSAGES + 10):
        place.seq += 1
        audience.tell([place.put(Parked(id=f"{number % 7:016}", text=str(number)))], place.seq)
    kept = audience.catch_up(place, first + 10)
    assert (len(kept), audience.base) == (MOST_MESSAGES, first + 10)
    (whole,) = (
        json.loads(message.encode()[2:])[1] for message in audience.catch_up(place, first + 9)
    )
    assert (whole["reset"], whole["to"]) == (True, place.seq)


@pytest.mark.rule("S2")
def test_a_snapshot_is_shared_until_much_has_changed(conductor):
    place = conductor.place(LOG)
    audience = Audience(LOG, "board", place.seq)
    for number in range(40):
        place.put(Parked(id=f"{number:016}", text="x" * 200))
    first = audience.catch_up(place, None)
    assert audience.catch_up(place, None)[0] is first[0]
    place.seq += 1
    told = audience.tell([place.put(Parked(id="a" * 16, text="one more"))], place.seq)
    assert [
        message is known
        for message, known in zip(audience.catch_up(place, None), [*first, told], strict=True)
    ] == [True] * (len(first) + 1)


@pytest.mark.rule("S5")
def test_each_person_is_told_only_what_is_theirs(conductor, fanout, come):
    (ada, of_ada), (bo, of_bo), (_, console) = come("ada"), come("bo"), come("finn", "facilitator")
    for socket, count in ((of_ada, 2), (of_bo, 2), (console, 1)):
        socket.read(count)
    place = conductor.place(LOG)
    people = [place.get(Participant, caller.actor) for caller in (ada, bo)]
    changed = [place.put(msgspec.structs.replace(person, name="X")) for person in people]

    fanout.hear(batch(place, changed))

    assert [[record["id"] for record in of.read(1)[0]["put"]] for of in (of_ada, of_bo)] == [
        [ada.actor],
        [bo.actor],
    ]
    assert [record["id"] for record in console.read(1)[0]["put"]] == [ada.actor, bo.actor]


@pytest.mark.rule("S6")
def test_who_was_busy_when_the_last_count_went_out_gets_it_soon_after(fanout, come):
    board, screen = come("board", "board")
    wait_until(lambda: screen.heard("presence"), "the first count")
    for _ in range(FEW_MESSAGES):
        board.line.send(sent.event("changes", {}))
    _, phone = come("ada")
    wait_until(lambda: phone.heard("presence") == {"here": 1}, "the count on the phone")
    fanout.presence._tell(LOG, fanout.presence._rooms[LOG])  # by now all have been told

    assert screen.heard("presence") is None

    wait_until(lambda: (screen.heard("presence") or {}).get("here") == 1, "the count on the board")


def test_an_empty_room_is_remembered_from_when_the_last_one_left(fanout, come):
    for _ in range(2):
        ada, _ = come("ada")
        fanout.leave(ada)
    (room,) = fanout._rooms.values()

    held = []
    for emptied in (1, 2):  # a minute after each of the two had left
        fanout._forget(room, emptied)
        held.append(fanout.holds(LOG))

    assert held == [True, False]
