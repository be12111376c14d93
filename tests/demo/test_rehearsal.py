"""Simulated people on a real server: they come, they follow whoever leads, they stay when cut off."""

import time
from collections import Counter

import msgspec
import pytest

from workshop.demo.client import Client, new_id, post
from workshop.demo.leading import Leader, form_step, table_step
from workshop.demo.pace import PACES
from workshop.demo.rehearsal import NotPossible, Plan, Rehearsal
from workshop.demo.sight import Record, agenda
from workshop.methods import METHODS


def plan(url: str, **given: object) -> Plan:
    wanted = {
        "url": url,
        "language": "nb",
        "recipe": "mini-cycle",
        "question": 1,
        "participants": 5,
        "pace": PACES["fast"],
        "seed": 11,
        **given,
    }
    return Plan(**wanted)  # type: ignore[arg-type]


# Who abstains follows from the round's id and one's name; in this round all five vote.
ALL_VOTE = "5" * 32


class Finn:
    """A facilitator of flesh and blood, as far as the server knows."""

    def __init__(self, it: Rehearsal) -> None:
        self.it, made = it, it.make()
        knock = {"role": "facilitator", "key": made["facilitator_key"]}
        _, joined = post(it.plan.url, f"/api/workshops/{made['code']}/join", knock)
        self.client = Client(it.plan.url, made["id"], joined["token"], "facilitator").open()

    def says(self, kind: str, **fields: object) -> None:
        answer = self.client.say(kind, **fields)
        assert answer["ok"], answer

    def starts(self, layout: str) -> Record:
        (step, *_) = [it for it in agenda(self.client) if it["layout"] == layout]
        self.says("StartStep", step=step["id"])
        return step

    def waits(self, until) -> None:
        """Let everyone go on until it is so."""
        patience = time.monotonic() + 60
        while not until():
            assert time.monotonic() < patience, "waited a minute"
            self.it.beat()
            self.client.pump(0.02)

    def count(self, name: str) -> int:
        return int(self.client.presence.get("counts", {}).get(name, 0))

    def all(self, kind: str) -> list[Record]:
        return self.client.holding.all(kind)


@pytest.fixture
def finn(server):
    it = Rehearsal(plan(server.url))
    found = Finn(it)
    it.open(drive=False)
    yield found
    found.client.close()
    it.end()


@pytest.mark.engine
def test_they_do_what_the_step_asks_for_and_nothing_before(finn):
    finn.waits(lambda: finn.count("joined") == 5)
    finn.starts("talk")
    finn.waits(lambda: finn.client.holding.one("workshop")["state"] == "running")
    assert finn.count("notes") == 0

    step = finn.starts("wall")
    finn.waits(lambda: finn.count("notes") >= 12)
    finn.says("RevealNotes", step=step["id"])
    step = finn.starts("clusters")
    finn.waits(lambda: len([it for it in finn.all("cluster") if it["title"]]) >= 2)

    step = finn.starts("vote")
    finn.says("OpenVote", id=ALL_VOTE, step=step["id"])
    finn.waits(lambda: finn.count("voted") == 5)
    finn.says("CloseVote", round=finn.all("round")[0]["id"])
    assert finn.all("round")[0]["electorate"] == 5

    finn.starts("actions")
    finn.waits(lambda: any(it["who"] for it in finn.all("action")))
    texts = Counter(note["text"] for note in finn.all("note"))
    assert [text for text, times in texts.items() if times > 1] == []
    refused = {wish.kind for client in finn.it.clients for wish, _ in client.refusals}
    assert refused <= {
        "MoveNote",
        "NameCluster",
        "RemoveCluster",
        "MergeClusters",
        "TakeAction",
    }  # two hands at once


def test_they_answer_when_the_room_is_asked(finn):
    finn.starts("talk")
    finn.waits(lambda: finn.count("joined") == 5)
    for form, poll in (("yes_no", "a" * 32), ("scale", "b" * 32), ("words", "2" * 32)):
        finn.waits(lambda: finn.count("answered") == 0)
        finn.says("AskRoom", id=poll, question="How is it?", form=form)
        finn.waits(lambda: finn.count("answered") >= 3)
        finn.says("ClosePoll", poll=poll)

    assert all(poll["answers"] >= 3 for poll in finn.all("poll"))


def test_they_mark_a_text_that_is_polled(finn):
    finn.waits(lambda: finn.count("joined") == 5)
    scales = [{"id": "stand", "title": "Where do you stand?", "high": 8}]
    step = {"id": "c" * 32, "place": 1, "method": "gradients", "title": "Agreement", "minutes": 5}
    setup = {"scales": scales, "proposal": True}
    finn.says("AddStep", **step, layout="poll", phase="close", types=["reservation"], setup=setup)
    finn.says("StartStep", step=step["id"])
    finn.says("OpenScoring", id="d" * 32, step=step["id"], text="We call the day after.")

    finn.waits(lambda: finn.count("scored") >= 4)
    finn.says("CloseScoring", scoring="d" * 32)

    (result,) = finn.all("scoring")[0]["results"]
    assert sum(result["counts"]) == result["answers"] >= 4


def test_they_fill_a_table_say_what_speaks_for_each_row_and_weigh_them(finn):
    finn.waits(lambda: finn.count("joined") == 5)
    step = {"id": "e" * 32, "place": 1, "method": "options", "title": "Options", "minutes": 6}
    setup = {
        "fields": [{"id": "option", "title": "Option"}],
        "scales": [{"id": "use", "title": "Use"}],
        "nothing": True,
        "doing_nothing": "Do nothing",
    }
    sides = {"types": ["pro", "con"], "visibility": "private", "anonymous": True}
    finn.says("AddStep", **step, layout="table", phase="close", setup=setup, **sides)
    finn.says("StartStep", step=step["id"])
    finn.waits(lambda: len(finn.all("row")) >= 3 and finn.count("hidden") >= 3)

    led = Leader(finn.client, PACES["fast"], time.monotonic, 5)
    looks = table_step(led, finn.client.holding.get("step", step["id"]))
    finn.waits(lambda: next(looks, None) is None)

    (weighing,), (scoring,) = finn.all("weighing"), finn.all("scoring")
    kept = [it["choice"] for it in finn.all("choice")]
    assert weighing["items"][0]["rank"] == (1 if scoring["ballots"] >= 4 else 0)  # some abstain
    assert sorted(kept) == ["drop", "keep", "keep"]
    assert all(note["about"] for note in finn.all("note"))


def test_they_think_alone_write_the_goal_down_and_say_how_sure_they_are(finn):
    made = METHODS["goal"]
    setup = msgspec.to_builtins(made.setup)
    given = {
        "method": "goal",
        "layout": "form",
        "phase": "close",
        "title": "The goal",
        "minutes": 2,
    }
    rules = {"types": list(made.types), "visibility": "private", "anonymous": True}
    finn.says("AddStep", id=new_id(), place=0, setup=setup, **given, **rules)
    finn.waits(lambda: finn.count("joined") == 5)
    step = finn.starts("form")
    finn.waits(lambda: finn.count("hidden") >= 3)
    leader = Leader(finn.client, PACES["fast"], time.monotonic, 5)
    look = form_step(leader, step)
    finn.waits(lambda: next(look, None) is None)

    (goal,) = finn.all("sheet")
    purpose = finn.client.holding.one("workshop")["purpose"]
    assert (goal["subject"], goal["values"]) == ("goal", {"goal": purpose})
    (asked,) = finn.all("scoring")
    assert (asked["state"], asked["id"]) == ("closed", goal["confidence"])
    assert asked["ballots"] >= 3  # one in twenty says nothing


def test_they_say_when_they_are_done_and_write_on_where_a_step_glides(finn):
    step = finn.starts("wall")
    finn.waits(lambda: finn.count("done") + finn.count("more") >= 1)
    finn.says("RevealNotes", step=step["id"])
    (clusters, *_) = [it for it in agenda(finn.client) if it["layout"] == "clusters"]
    finn.says("StartStep", step=clusters["id"], before=step["id"], keep_open=True)
    before = len(finn.all("note"))

    finn.waits(lambda: len(finn.all("note")) > before)


def test_a_locked_step_gives_them_pause(serve):
    it = Rehearsal(plan(serve().url, participants=3))
    finn = Finn(it)
    it.open(drive=False)
    step = finn.starts("wall")
    finn.says("LockStep", step=step["id"], locked=True)
    finn.waits(lambda: finn.count("joined") == 3)
    a_moment_later = time.monotonic() + 1.5
    finn.waits(lambda: time.monotonic() > a_moment_later)

    assert finn.count("notes") == 0
    assert [client.refusals for client in it.clients] == [[]] * 4
    finn.client.close()
    it.end()


def test_they_come_back_when_the_server_does(serve):
    server = serve()
    it = Rehearsal(plan(server.url, participants=3))
    finn = Finn(it)
    it.open(drive=False)
    finn.starts("wall")
    finn.waits(lambda: finn.count("notes") >= 3)

    server.kill()
    server.start()

    finn.waits(lambda: all(client.live for client in it.clients) and finn.client.live)
    finn.waits(lambda: finn.count("notes") >= 9)
    finn.client.close()
    it.end()


def test_a_server_that_asks_for_a_key_says_so(serve):
    url = serve(RYTME_CREATE="key", RYTME_CREATE_KEY="open sesame").url

    with pytest.raises(NotPossible, match="asks for a key"):
        Rehearsal(plan(url)).make()

    assert Rehearsal(plan(url, create_key="open sesame")).make()["code"]
