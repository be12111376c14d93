"""The time line tells what the board may read, when it came, and nothing that it was not shown."""

from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import LOG, Story, blank, id_of
from tests.core.test_secrecy import cast, notes, parted, ready, votes_as, voting, written
from tests.core.wander import told, told_further, wander
from tests.export.rooms import again, closed, grouped, moderated, opened, promised, revealed, write
from workshop.core.changes import shared_records
from workshop.core.decider import enter
from workshop.core.messages import Entry, Refused
from workshop.core.records import Place
from workshop.core.secrecy import scopes_ended
from workshop.core.wire import encode
from workshop.insight.growth import LEFT_OUT, MOST, MOVING, Growth, growth

pairs = st.lists(st.tuples(notes, notes), min_size=1, max_size=6)


def line(story: Story) -> Growth:
    return growth(LOG, story.entries)


def board_at(grown: Growth, moment: int) -> dict[tuple[str, str], dict]:
    """What a browser holds when it has taken all moments up to this one."""
    held: dict[tuple[str, str], dict] = {}
    for change in (it for each in grown.moments[: moment + 1] for it in each.changes):
        key = (change["kind"], change["id"])
        if change.get("gone"):
            del held[key]
        else:
            held[key] = held.get(key, {}) | change
    return held


def notes_at(grown: Growth) -> list[int]:
    """How many notes stand on the board at each moment."""
    every = range(len(grown.moments))
    return [sum(kind == "note" for kind, _ in board_at(grown, at)) for at in every]


def test_nothing_has_grown_before_the_room_begins():
    assert line(Story().joins("ada")) == Growth()


def test_a_private_step_is_there_at_its_reveal_all_at_once():
    hidden = opened()
    for word in ("one", "two", "three"):
        write(hidden, word, ("ada", "idea", f"Thought {word}"))
    before = notes_at(line(hidden))

    hidden.says("finn", "RevealNotes", step=id_of("write"))

    assert before == [0, 1, 1]  # the check-in, written in the open
    assert notes_at(line(hidden)) == [0, 1, 1, 4]


def test_the_end_of_the_line_is_what_the_board_shows_now():
    for story in (promised(), again(), moderated()):
        grown = line(story)
        shown = {(it["kind"], it["id"]): it for it in shared_records(story.place, "board")}

        assert board_at(grown, len(grown.moments)) == {
            key: without_the_code(it) for key, it in shown.items() if key[0] in MOVING
        }


def without_the_code(record: dict) -> dict:
    """Who looks back does not need what lets them in."""
    return record | ({"code": ""} if record["kind"] == "workshop" else {})


def test_visits_tell_each_time_the_room_came_to_a_step():
    story = promised()
    story.says("finn", "StartStep", step=id_of("group"))

    visits = line(story).visits

    assert [(it.step.rstrip("x"), it.phase) for it in visits] == [
        ("hello", "frame"),
        ("write", "open"),
        ("group", "integrate"),
        ("vote", "close"),
        ("promise", "close"),
        ("group", "integrate"),
    ]


def test_two_cycles_and_a_step_that_went_on_are_one_line():
    grown = line(again())

    titles = [visit.title for visit in grown.visits]
    counts = notes_at(grown)

    assert titles == [
        "hello",
        "write",
        "group",
        "vote",
        "promise",
        "vote",
        "write",
        "group",
        "vote",
    ]
    assert counts == sorted(counts)
    assert [it.at for it in grown.moments] == sorted({it.at for it in grown.moments})
    assert grown.seconds == 60 * (grown.moments[-1].at // 60 + 1)


def test_a_result_is_there_when_the_vote_closes():
    grown = line(closed())
    every = [board_at(grown, at).get(("round", id_of("round"))) for at in range(len(grown.moments))]

    found = [(it["state"], len(it["results"])) for it in every if it]

    assert set(found) == {("open", 0), ("closed", 4)}
    assert found == sorted(found, reverse=True)


def test_a_cluster_has_its_name_from_when_it_was_given_one():
    story = grouped()
    story.says("ada", "NameCluster", cluster=id_of("lists"), title="Which list holds")
    key = ("cluster", id_of("lists"))
    grown = line(story)
    every = (board_at(grown, at).get(key) for at in range(len(grown.moments)))

    assert [it["title"] for it in every if it] == ["", "", "Which list holds"]


def test_a_cluster_that_went_is_told_without_its_words():
    story = grouped()
    story.says("cy", "RemoveCluster", cluster=id_of("nothing"))
    grown = line(story)
    key = ("cluster", id_of("nothing"))
    last = len(grown.moments) - 1

    assert (board_at(grown, last - 1)[key]["title"], key in board_at(grown, last)) == ("", False)
    assert b"Nothing fits here" not in encode(grown)


def hides(story: Story) -> None:
    story.says("finn", "HideNote", note=id_of("coffee"), reason="It names a colleague")


def removes(story: Story) -> None:
    story.says("eli", "RemoveNote", note=id_of("coffee"))


def changes(story: Story) -> None:
    story.says("eli", "ChangeNote", note=id_of("coffee"), text="The coffee")


@pytest.mark.parametrize("takes_back", [hides, removes, changes])
def test_what_the_room_no_longer_reads_does_not_come_back(takes_back):
    story = revealed()
    assert b"third floor" in encode(line(story))

    takes_back(story)

    assert b"third floor" not in encode(line(story))


def test_words_that_a_vote_froze_do_not_come_back_either():
    told_now = encode(line(moderated()))

    assert b"Two lists" not in told_now
    assert b"third floor" not in told_now


def test_a_canary_of_every_secret_is_in_no_line():
    """Pseudonyms, ops, people, drafts, ballots, scripts: none, while the keys live and after."""
    for story in (voting(), again(), closed(), moderated()):
        owners = {getattr(record, "owner", "") for _, record in story.place.everything()} - {""}
        owners |= {entry.by for entry in story.entries} - {""}
        told_now = encode(line(story)).decode()

        assert not [it for it in owners if it in told_now and not is_shown(story, it)]
        assert not [it for it in story.entries if it.op and it.op in told_now]
        for secret in ("No decisions now", "A prompt that", '"owner"', '"mover"', '"authorship"'):
            assert secret not in told_now


def is_shown(story: Story, name: str) -> bool:
    """Whoever took an action on is named in it by id, for every board."""
    return name in encode(shared_records(story.place, "board")).decode()


@given(pairs)
@settings(max_examples=40, deadline=None)
def test_lines_that_differ_in_hidden_notes_alone_are_the_same_bytes(written_twice):
    first, second = ready(), ready()
    for number, (one, other) in enumerate(written_twice):
        for story, note in ((first, one), (second, other)):
            who, kind, fields = written(number, note)
            story.says(who, kind, **fields)

    assert encode(line(first)) == encode(line(second))


def test_lines_that_differ_in_ballots_alone_are_the_same_bytes():
    """Also how many there were is nobody's to know while the vote is open."""
    lines = set()
    for dots in (("ada", 3, 0), ("bo", 0, 1)):
        story = voting()
        who, kind, fields = cast(dots)
        story.says(who, kind, **fields)
        lines.add(encode(line(story)))
    for group in ("Users", "Staff"):
        story = parted()
        who, kind, fields = votes_as(group)
        story.says(who, kind, **fields)
        lines.add(encode(line(story)))

    assert len(lines) == 2


@pytest.mark.parametrize("seed", range(6))
def test_blanking_leaves_the_line_as_it_was(seed):
    rng, story = Random(seed), told_further() if seed % 2 else told()
    whole: list[Entry] = []  # as it was written
    while len(whole) < 60 or not any(entry.scope for entry in whole):
        wander(rng, story)
        whole += story.entries[len(whole) :]
        story.end_keys()
    with suppress(Refused):  # closed already
        story.says("finn", "CloseWorkshop")
    whole += story.entries[len(whole) :]
    story.end_keys()

    blanked = [blank(entry, scopes_of(whole)) for entry in whole]

    assert blanked != whole
    assert encode(growth(LOG, whole)) == encode(growth(LOG, blanked)) == encode(line(story))


def scopes_of(entries: list[Entry]) -> list[str]:
    """Every key that ended in this log."""
    place, ended = Place(LOG), list[str]()
    for entry in entries:
        enter(place, entry)
        ended += scopes_ended(place, entry.events)
    return ended


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_every_history_ends_where_the_board_is(rng):
    story = told()
    for _ in range(40):
        wander(rng, story)
        story.end_keys()
    grown = line(story)
    shown = {(it["kind"], it["id"]): it for it in shared_records(story.place, "board")}
    known = {kind for kind, _ in shown} - set(LEFT_OUT)

    assert known <= set(MOVING)
    if grown.moments:
        assert board_at(grown, len(grown.moments)) == {
            key: without_the_code(it) | ({"board_blank": False} if key[0] == "workshop" else {})
            for key, it in shown.items()
            if key[0] in MOVING
        }


def test_a_night_between_two_days_is_no_part_of_the_line():
    story = revealed()
    before = line(story).seconds
    story.told += 20 * 3600

    story.says("finn", "StartStep", step=id_of("group"))

    assert line(story).seconds == before + 60 * 60


def test_many_moments_are_told_as_fewer_and_nothing_is_lost():
    people = [f"p{number}" for number in range(14)]
    story = Story().joins(*people).joins("finn", role="facilitator")
    story.says("finn", "StartStep", step=id_of("hello"))
    said = {"step": id_of("hello"), "type": "hello"}
    for number in range(MOST + 100):
        story.told += 5
        story.says(people[number % 14], "AddNote", id=id_of(f"n{number}"), text="Calm", **said)
    grown = line(story)

    assert MOST / 2 < len(grown.moments) <= MOST
    assert notes_at(grown)[-1] == MOST + 100
