"""log.json tells how a closed workshop grew, and no word or id more than its workshop.json holds."""

import json
from random import Random

import jsonschema
import pytest

from tests.core.story import Story, id_of
from tests.core.wander import told, told_further, wander
from tests.export import rooms
from workshop.core.decider import EVENTS
from workshop.core.messages import Entry
from workshop.core.people import Participant
from workshop.core.polls import Answer
from workshop.core.scores import Score
from workshop.core.signals import Hand
from workshop.core.votes import Ballot
from workshop.export import report
from workshop.export.as_json import canonical
from workshop.export.as_log import PLAIN, TOLD, UNTOLD, as_log, schema, scopes_of


def log_of(story: Story, entries: list[Entry] | None = None) -> bytes:
    place = rooms.place(story)
    return as_log(report(place), entries or story.entries, scopes_of(place))


def happened(data: bytes) -> list[tuple[str, dict]]:
    return [(it["kind"], it) for entry in json.loads(data)["entries"] for it in entry["events"]]


def test_every_event_is_told_or_known_not_to_be():
    assert set(TOLD) | UNTOLD == {event.__name__ for event in EVENTS}
    assert set(TOLD).isdisjoint(UNTOLD)


@pytest.mark.rule("A2")
def test_it_tells_in_order_how_the_room_came_to_its_promise():
    told_there = happened(log_of(rooms.closed()))

    kinds = list(dict.fromkeys(kind for kind, _ in told_there))
    assert kinds[:3] == ["WorkshopCreated", "StepStarted", "NoteAdded"]
    assert kinds[-1] == "WorkshopClosed"
    revealed = next(event for kind, event in told_there if kind == "NotesRevealed")
    assert {note["text"] for note in revealed["notes"]} == {it[2] for it in rooms.THOUGHTS.values()}
    closed = next(event for kind, event in told_there if kind == "VoteClosed")
    assert closed["dots"] == 10
    jsonschema.validate(json.loads(log_of(rooms.closed())), schema())


@pytest.mark.rule("A2")
def test_nobody_who_was_there_and_nothing_hidden_is_in_its_bytes():
    """Canaries: people, pseudonyms, ops, keys, drafts, held notes, ballots, answers, prompts never heard."""
    story = rooms.voted()
    (started,) = story.says("finn", "StartCycle", id=id_of("again"), question="What now?")
    writing = started.steps[0].id
    story.says("finn", "StartStep", step=writing)
    for person, word in (("ada", "draft"), ("bo", "taken")):
        given = {"id": id_of(word), "step": writing, "type": "idea"}
        story.says(person, "AddNote", text=f"CANARY {word}", **given)
    story.says("ada", "ChangeNote", note=id_of("draft"), text="CANARY changed")
    story.says("bo", "RemoveNote", note=id_of("taken"))
    story.says("finn", "HideNote", note=id_of("coffee"), reason="CANARY reason")
    story.says("ada", "RaiseHand", raised=True)
    story.says("finn", "AskRoom", id=id_of("how"), question="How is it?", form="words")
    story.says("ada", "AnswerPoll", poll=id_of("how"), answer="CANARY answer")
    people = [person.id for person in story.place.all(Participant)]
    pseudonyms = {name for person in people for name in story.names(person)}
    before = list(story.entries)  # as they were before any key was destroyed
    ops = [entry.op for entry in before if entry.op]
    keys = [*map(bytes.decode, story.keys.values()), *(key.hex() for key in story.keys.values())]
    story.says("finn", "CloseWorkshop")
    unblanked = [*before, story.entries[-1]]
    story.end_keys()

    for entries in (story.entries, unblanked):
        data = log_of(story, entries).decode()
        traces = [
            *people,
            *pseudonyms,
            *ops,
            *keys,
            "CANARY",
            "Finn",
            "third floor",
            "never heard",
        ]
        assert [trace for trace in traces if trace in data] == []


@pytest.mark.rule("A2")
@pytest.mark.parametrize("seed", range(6))
def test_no_word_is_in_it_that_the_report_does_not_hold(seed):
    rng, story = Random(seed), told_further() if seed % 2 else told()
    for _ in range(100):
        wander(rng, story)
    secret = [it.id for kind in (Ballot, Answer, Score, Hand) for it in story.place.all(kind)]
    data = log_of(story)

    words = set(texts(json.loads(canonical(report(rooms.place(story)))))) | PLAIN | {*TOLD, ""}
    told_there = {text for text in texts(json.loads(data)["entries"]) if not is_time(text)}
    assert told_there <= words
    assert [trace for trace in secret if trace in data.decode()] == []


def is_time(text: str) -> bool:
    return len(text) == 24 and text[10] == "T" and text.endswith("Z")


def texts(value):
    if isinstance(value, str):
        yield value
    for each in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from texts(each)
