"""Dots of more than one colour, and voters of more than one group."""

import pytest

from tests.core.full_vote import EASE, PEOPLE, ROUND, VALUE, casts, closes, open_room, refusal
from tests.core.story import id_of
from workshop.core.history import Deed
from workshop.core.view import Viewer, view
from workshop.core.votes import Ballot, Voice


@pytest.fixture
def colours():
    return open_room(criteria=(VALUE, EASE))


@pytest.fixture
def parties():
    return open_room(groups=("Users", "Staff"))


def chooses(told, person, group):
    return told.says(person, "ChooseVoterGroup", round=ROUND, group=group)


def shares(found):
    return {result.title: result.by_group for result in found.results}


@pytest.mark.rule("V2")
def test_each_criterion_has_a_budget_of_its_own(colours):
    casts(colours, "p0", "list", 2, "value")
    casts(colours, "p0", "list", 2, "ease")

    given = {"round": ROUND, "item": id_of("song"), "dots": 1}
    assert refusal(colours, "p0", "CastVote", **given, criterion="value") == "over_budget"
    assert sum(ballot.dots for ballot in colours.place.all(Ballot)) == 4


def test_dots_without_a_known_criterion_are_refused(colours):
    given = {"round": ROUND, "item": id_of("song"), "dots": 1}
    assert refusal(colours, "p0", "CastVote", **given) == "no_such_criterion"
    assert refusal(colours, "p0", "CastVote", **given, criterion="cost") == "no_such_criterion"

    plain = open_room()
    assert refusal(plain, "p0", "CastVote", **given, criterion="value") == "no_such_criterion"


def test_the_most_on_one_is_the_stacking_rule():
    given = {"round": ROUND, "item": id_of("list")}
    one_each = open_room(budget=4, per_item=1)
    assert refusal(one_each, "p0", "CastVote", **given, dots=2) == "over_item"
    half = open_room(budget=4, per_item=0)
    casts(half, "p0", "list", 2)
    assert refusal(half, "p0", "CastVote", **given, dots=3) == "over_item"
    all_on_one = open_room(budget=4, per_item=50)
    casts(all_on_one, "p0", "list", 4)


def test_a_result_tells_the_dots_of_each_criterion_and_counts_a_person_once(colours):
    for person in PEOPLE[:4]:
        casts(colours, person, "list", 1, "value")
        casts(colours, person, "list", 1, "ease")
    casts(colours, "p4", "song", 2, "ease")

    found = closes(colours)

    first, second = found.results[:2]
    assert (first.title, first.dots, first.voters, first.by_criterion) == ("List", 8, 4, (4, 4))
    assert (second.title, second.dots, second.voters, second.by_criterion) == (
        "Song",
        2,
        -1,
        (0, 2),
    )
    assert (found.dots, found.ballots) == (10, 5)


@pytest.mark.rule("V3")
def test_who_votes_says_first_as_whom(parties):
    given = {"round": ROUND, "item": id_of("list"), "dots": 1}
    assert refusal(parties, "p0", "CastVote", **given) == "no_group_yet"
    assert refusal(parties, "p0", "ChooseVoterGroup", round=ROUND, group="Kings") == "no_such_group"
    parties.joins("late")
    late = {"round": ROUND, "group": "Users"}
    assert refusal(parties, "late", "ChooseVoterGroup", **late) == "not_in_electorate"

    chooses(parties, "p0", "Users")
    parties.says("p0", "CastVote", **given)
    assert chooses(parties, "p0", "Users") == []
    chooses(parties, "p0", "Staff")
    assert [voice.group for voice in parties.place.all(Voice)] == ["Staff"]


def test_one_group_alone_is_no_choice():
    assert open_room(groups=("Users", "Users")).place.count(Voice) == 0
    casts(open_room(groups=("Users", "Users")), "p0", "list")


def test_groups_of_four_and_more_are_told_apart(parties):
    for number, person in enumerate(PEOPLE):
        chooses(parties, person, "Users" if number < 5 else "Staff")
        casts(parties, person, "list" if number < 4 else "song")

    found = closes(parties)

    assert found.turnout == (5, 4)
    assert shares(found)["List"] == (4, 0)
    assert shares(found)["Song"] == (1, 4)


@pytest.mark.rule("V3")
def test_a_group_of_three_is_not_told_and_cannot_be_reckoned(parties):
    for number, person in enumerate(PEOPLE):
        chooses(parties, person, "Users" if number < 6 else "Staff")
        casts(parties, person, "list")

    found = closes(parties)

    assert found.turnout == (-1, -1)
    assert set(shares(found).values()) == {(-1, -1)}


def test_who_voted_as_whom_is_seen_by_nobody_else_and_gone_when_the_vote_closes(parties):
    chooses(parties, "p0", "Users")
    (voice,) = parties.place.all(Voice)
    owner = voice.owner
    for role in ("facilitator", "participant", "board"):
        assert view(voice, Viewer(role=role)) is None
    mine = view(voice, Viewer(role="participant", names=parties.names(id_of("p0"))))
    assert {"owner", "group"} & set(mine or ()) == {"group"}

    closes(parties)

    assert parties.place.count(Voice) == 0
    log = [entry for entry in parties.entries if entry.scope == ROUND]
    assert owner not in repr(parties.entries)
    assert "Users" not in repr(log)


@pytest.mark.rule("U3")
def test_who_said_as_whom_they_vote_has_said_it_to_nobody_where_the_vote_is_taken_back(parties):
    chooses(parties, "p0", "Users")
    opened = next(deed for deed in parties.place.all(Deed) if deed.did == "OpenVote")

    parties.says("finn", "Undo", deed=opened.id)

    assert parties.place.count(Voice) == 0
