"""A log that an older Rytme wrote opens as it was left: `old/` holds such logs, and their records then."""

import json
from pathlib import Path

from tests.core.story import LOG, replayed
from workshop.core.agenda import Step
from workshop.core.locks import LOCKS
from workshop.core.messages import Entry
from workshop.core.wire import decode_events, encode

OLD = Path(__file__).parent / "old"


def lines_of(name):
    return [json.loads(line) for line in (OLD / name).read_text("utf-8").splitlines()]


def entries_of(name):
    return [
        Entry(**{**entry, "events": decode_events(json.dumps(entry["events"]))})
        for entry in lines_of(name)
    ]


def as_far_as(told, found):
    """What is found, without the fields that were not there yet, at any depth."""
    if isinstance(told, dict):
        return {name: as_far_as(told[name], found[name]) for name in told}
    if isinstance(told, list) and len(told) == len(found):
        return [as_far_as(*pair) for pair in zip(told, found, strict=True)]
    return found


def test_a_log_from_before_cycles_seats_and_polls_holds_what_it_held():
    place = replayed(entries_of("before-cycles.jsonl"))
    now = {(kind, it.id): json.loads(encode(it)) for kind, it in place.everything()}
    told = 0
    for record in lines_of("before-cycles-records.jsonl"):
        was_locked = record.pop("locked", False)
        found = now[record["kind"], record["id"]]
        assert as_far_as(record, found) == record
        assert ("locks" in found) == (record["kind"] == "step")
        assert found.get("locks", []) == (list(LOCKS) if was_locked else [])
        told += 1
    assert {kind for kind, _ in now} - {"plan", "deed"} == {
        record["kind"] for record in lines_of("before-cycles-records.jsonl")
    }
    assert told > 15


def test_a_step_that_was_locked_then_is_locked_when_the_room_comes_back_to_it():
    entries = entries_of("before-cycles.jsonl")
    again = next(i for i, it in enumerate(lines_of("before-cycles.jsonl")) if is_back(it))
    place = replayed(entries[: again + 1])
    assert [step.locks for step in place.all(Step) if step.state == "open"] == [LOCKS]
    assert place.log == LOG


def is_back(entry):
    return any(it["kind"] == "StepStarted" and it["step"]["locked"] for it in entry["events"])
