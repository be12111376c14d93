"""A tie at the cut: by run-off, by lot or by the facilitator, and the rule stands in the result."""

import pytest

from tests.core.full_vote import (
    EASE,
    PEOPLE,
    ROUND,
    VALUE,
    above,
    casts,
    closes,
    open_room,
    refusal,
    the_round,
)
from tests.core.story import id_of, records, replayed
from workshop.core.messages import Refused
from workshop.core.ranking import TieBreak, drawn

AGAIN = id_of("again")


def tied(top=2, **given):
    """Dots 4, 2, 2, 2, 0 with the cut after place 2: three things tie for one place."""
    told = open_room(top=top, budget=3, per_item=1, **given)
    for person in PEOPLE[:4]:
        casts(told, person, "list")
    for person in PEOPLE[4:6]:
        for item in ("number", "visit", "song"):
            casts(told, person, item)
    closes(told)
    return told


def those_tied(told):
    """In the order of the wall, which the reveal has shuffled."""
    return tuple(result.item for result in the_round(told).results if result.rank == 2)


@pytest.fixture
def story():
    return tied()


@pytest.fixture
def items(story):
    return those_tied(story)


def breaks(told, how, **fields):
    return told.says("finn", "BreakTie", round=ROUND, how=how, **fields)


@pytest.mark.rule("V5")
def test_a_lot_is_recorded_with_its_seed_and_can_be_drawn_again(story, items):
    breaks(story, "lot")

    found = the_round(story)
    (step,) = found.trail
    assert step.items == items
    assert step.chosen == drawn(step.seed, items, 1)
    assert sorted(step.chosen + step.out) == sorted(items)
    assert above(found) == [id_of("list"), *step.chosen]
    assert all(result.tied for result in found.results[1:4])


def test_a_lot_is_drawn_once(story):
    breaks(story, "lot")

    assert refusal(story, "finn", "BreakTie", round=ROUND, how="lot") == "no_tie"
    assert refusal(story, "finn", "Undo", deed=f"{story.place.seq:016}") == "final"


def test_the_facilitator_chooses_as_many_as_there_are_places(story, items):
    given = {"round": ROUND, "how": "facilitator"}
    assert refusal(story, "finn", "BreakTie", **given) == "choose_places"
    assert refusal(story, "finn", "BreakTie", **given, chosen=items[:2]) == "choose_places"
    other = (id_of("list"),)
    assert refusal(story, "finn", "BreakTie", **given, chosen=other) == "no_such_item"
    assert refusal(story, "p0", "BreakTie", **given, chosen=items[:1]) == "forbidden"

    breaks(story, "facilitator", chosen=(id_of("song"),), reason="It can begin now")

    assert the_round(story).trail == (
        TieBreak(
            how="facilitator",
            items=items,
            chosen=(id_of("song"),),
            out=tuple(item for item in items if item != id_of("song")),
            reason="It can begin now",
        ),
    )
    assert above(the_round(story)) == [id_of("list"), id_of("song")]


@pytest.mark.rule("V5")
def test_a_run_off_is_a_vote_among_those_that_tie_and_decides(story, items):
    breaks(story, "run_off", id=AGAIN)
    again = the_round(story, AGAIN)
    assert (again.run_off, again.top, again.budget, again.per_item) == (ROUND, 1, 1, 1)
    assert tuple(it.item for it in again.candidates) == items
    for person in PEOPLE[:3]:
        casts(story, person, "visit", round_id=AGAIN)
    casts(story, "p3", "song", round_id=AGAIN)

    closes(story, AGAIN)

    (step,) = the_round(story).trail
    assert (step.how, step.round, step.chosen) == ("run_off", AGAIN, (id_of("visit"),))
    assert set(step.out) == {id_of("song"), id_of("number")}
    assert above(the_round(story)) == [id_of("list"), id_of("visit")]
    assert records(replayed(story.entries)) == records(story.place)


def test_what_ties_again_in_a_run_off_goes_to_the_lot(story):
    breaks(story, "run_off", id=AGAIN)
    casts(story, "p0", "visit", round_id=AGAIN)
    casts(story, "p1", "song", round_id=AGAIN)
    assert refusal(story, "finn", "BreakTie", round=ROUND, how="lot") == "vote_open"
    closes(story, AGAIN)

    breaks(story, "lot")

    run_off, lot = the_round(story).trail
    assert (run_off.chosen, run_off.out) == ((), (id_of("number"),))
    assert set(lot.items) == {id_of("visit"), id_of("song")}
    assert above(the_round(story)) == [id_of("list"), *lot.chosen]


def test_a_run_off_that_nobody_votes_in_decides_nothing(story, items):
    breaks(story, "run_off", id=AGAIN)
    closes(story, AGAIN)

    assert the_round(story).trail[0].out == ()
    breaks(story, "facilitator", chosen=items[:1])
    assert above(the_round(story)) == [id_of("list"), items[0]]


def test_a_run_off_asks_for_an_id_and_for_few(story):
    assert refusal(story, "finn", "BreakTie", round=ROUND, how="run_off") == "left_out"
    assert refusal(story, "finn", "BreakTie", round=ROUND, how="run_off", id=ROUND) == "id_taken"

    five = open_room(top=1, budget=5, per_item=1)
    for item in ("list", "number", "visit", "song", "letter"):
        casts(five, "p0", item)
    closes(five)
    given = {"round": ROUND, "how": "run_off", "id": AGAIN}
    assert refusal(five, "finn", "BreakTie", **given) == "too_many_tied"


def test_without_a_tie_across_the_cut_there_is_nothing_to_break():
    given = {"round": ROUND, "how": "lot"}
    assert refusal(tied(top=1), "finn", "BreakTie", **given) == "no_tie"
    assert refusal(tied(top=4), "finn", "BreakTie", **given) == "no_tie"
    assert refusal(open_room(), "finn", "BreakTie", **given) == "vote_open"


def test_every_screen_is_told_what_ties_and_for_how_many_places(story, items):
    assert (the_round(story).tie, the_round(story).places) == (items, 1)
    breaks(story, "lot")
    assert (the_round(story).tie, the_round(story).places) == ((), 0)


def test_the_rule_that_the_room_agreed_on_stands_in_the_vote():
    told = tied(ties="run_off")
    assert the_round(told).ties == "run_off"


def test_a_run_off_has_no_colours_groups_or_stages():
    told = open_room(top=1, criteria=(VALUE, EASE))
    casts(told, "p0", "list", 1, "value")
    casts(told, "p0", "song", 1, "ease")
    closes(told)

    breaks(told, "run_off", id=AGAIN)

    again = the_round(told, AGAIN)
    assert (again.criteria, again.groups, again.staged, again.wild_card) == ((), (), False, False)
    casts(told, "p0", "song", round_id=AGAIN)


def test_a_run_off_belongs_to_its_step(story):
    story.says("finn", "StartStep", step=id_of("group"))
    given = {"round": ROUND, "how": "run_off", "id": AGAIN}
    with pytest.raises(Refused) as refused:
        story.says("finn", "BreakTie", **given)
    assert refused.value.code == "step_closed"
    breaks(story, "lot")
