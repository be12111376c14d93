"""workshop.json out and in again: an equal workshop, of any age; and nothing that was never saved so.

Beside what stands here, every story that a test of the core or of the report tells comes back equal
(`every_story_comes_back`).
"""

import json
from random import Random

import pytest

from tests.core.story import replayed
from tests.core.test_old_logs import entries_of
from tests.core.wander import told, told_further, wander
from tests.export import rooms
from tests.export.imported import HERE, LATER, assert_comes_back_equal, compared, opened_again
from workshop.core.decider import decide
from workshop.core.messages import By, Refused
from workshop.core.outcomes import Action
from workshop.core.records import Place
from workshop.export import make, report, restored, saved
from workshop.export.as_json import canonical
from workshop.export.parts import ImportedLine

STORIES = [
    "opened",
    "revealed",
    "grouped",
    "voted",
    "promised",
    "closed",
    "asked",
    "moderated",
    "again",
]
HOSTILE = ("", "x" * 600, "\u202eevil", "<script>", "=1+1", "../..", "2026-99-99", "-1", "planned")
NUMBERS = (-1, 0, 3, 49, 10**5, 10**30, 2.5, True, None, "x", [], {})


@pytest.mark.parametrize("name", STORIES)
def test_every_held_workshop_comes_back_equal(name):
    assert_comes_back_equal(rooms.place(getattr(rooms, name)()))


def test_so_does_a_log_that_an_older_rytme_wrote():
    assert_comes_back_equal(replayed(entries_of("before-cycles.jsonl")))


@pytest.mark.parametrize("seed", range(8))
def test_so_does_any_history_at_any_moment(seed):
    rng, story = Random(seed), told_further() if seed % 2 else told()
    for number in range(120):
        wander(rng, story)
        story.end_keys()
        if number % 20 == 0:
            assert_comes_back_equal(story.place)


@pytest.mark.rule("A1")
def test_it_is_marked_with_where_it_came_from():
    told_there = report(rooms.place(rooms.closed()))
    told_here = report(opened_again(told_there))

    source = told_there.workshop
    assert told_here.workshop.imported == ImportedLine(
        workshop=source.id, code=source.code, as_of=source.as_of, at=LATER
    )
    assert told_here.workshop.id == HERE
    assert source.imported is None
    assert "Imported on" in make("report.md", opened_again(told_there)).decode()


def test_a_file_from_before_a_field_was_asked_for_is_read():
    whole = report(rooms.place(rooms.promised()))
    old = json.loads(canonical(whole))
    for name in ("sheets", "continued", "choices", "weighings", "rows", "scorings"):
        del old[name]
    for line in (*old["actions"], *old["decisions"]):
        for name in ("step", "daily", "helpers", "basis", "continued"):
            line.pop(name, None)
    del old["workshop"]["imported"], old["workshop"]["seats"]

    place = opened_again(saved.read(json.dumps(old).encode()))

    again = compared(report(place))
    assert (again.notes, again.votes) == (compared(whole).notes, compared(whole).votes)
    assert {action.step for action in place.all(Action)} == {
        next(step.id for step in whole.agenda if step.layout == "actions")
    }


def leaves(value, path=()):
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from leaves(value[key], (*path, key))
    elif path:
        yield path


def forged(rng, told_there):
    """The file with one value of it changed, left out or put elsewhere."""
    found = json.loads(told_there)
    *above, last = rng.choice(list(leaves(found)))
    within = found
    for key in above:
        within = within[key]
    old = within[last]
    if rng.random() < 0.15:
        del within[last]
    elif isinstance(old, str):
        elsewhere = rng.choice([v for v in within if isinstance(v, str)] or [""])
        within[last] = rng.choice((*HOSTILE, elsewhere, HERE))
    else:
        within[last] = rng.choice(NUMBERS)
    return json.dumps(found).encode()


@pytest.mark.rule("A1")
def test_what_was_tampered_with_is_refused_by_name_or_every_format_can_show_it():
    bases = [canonical(report(rooms.place(getattr(rooms, it)()))) for it in ("again", "moderated")]
    story, rng = told_further(), Random(7)
    for _ in range(60):
        wander(rng, story)
        story.end_keys()
    bases.append(canonical(report(story.place)))
    refused, shown = set(), 0
    for _ in range(120):
        data = forged(rng, rng.choice(bases))
        try:
            place = opened_again(saved.read(data))
        except Refused as fault:
            refused.add(fault.code)
            continue
        shown += 1
        assert make(rng.choice(("report.html", "report.md", "notes.csv", "votes.csv")), place)

    assert refused <= {"bad_workshop", "not_a_workshop", "no_such_language", "same_id_twice"}
    assert shown > 30


def deep(depth):
    return b'{"schema": "urn:rytme:schema:workshop-1", "odd": %b}' % (b"[" * depth + b"]" * depth)


@pytest.mark.parametrize("name", ["created_at", "started_at", "closed_at", "as_of"])
@pytest.mark.parametrize("year", ["0001", "0999", "9999"])
def test_a_time_that_no_workshop_can_have_been_held_at_is_refused(name, year):
    told = json.loads(canonical(report(rooms.place(rooms.closed()))))
    told["workshop"][name] = f"{year}-06-01T08:00:00.000Z"

    with pytest.raises(Refused) as refused:
        saved.read(json.dumps(told).encode())

    assert (refused.value.code, refused.value.values) == (
        "bad_workshop",
        {"where": f"workshop, {name}"},
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_workshop"),
        (b"\xff\xfe", "not_a_workshop"),
        (b"[" * 100_000, "not_a_workshop"),
        (b'{"schema": "urn:rytme:schema:workshop-1"}', "bad_workshop"),
        (b'{"schema": "urn:rytme:schema:workshop-1", "workshop": []}', "bad_workshop"),
        (b'{"schema": "urn:rytme:schema:workshop-9"}', "newer_workshop"),
        *((deep(it), "not_a_workshop") for it in (17, 700, 950)),
        (b" " * (8 * 2**20 + 1), "workshop_too_large"),
    ],
    ids=range(10),
)
def test_what_is_no_workshop_of_ours_has_a_name(data, code):
    with pytest.raises(Refused) as refused:
        saved.read(data)

    assert (refused.value.code, refused.value.field) == (code, "file")


def test_making_a_command_of_a_report_is_pure():
    told_there = report(rooms.place(rooms.again()))
    given = {"op": "op-import", "id": HERE, "code": "NEW222", "retention_days": 30}

    first, second = restored(told_there, **given), restored(told_there, **given)

    assert first == second
    by = By(actor="", role="facilitator", at=LATER)
    assert decide(Place(HERE), first, by) == decide(Place(HERE), second, by)
