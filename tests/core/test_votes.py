"""Dot votes: a budget, a frozen electorate, and a result in which ties are ties."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.messages import Refused
from workshop.core.ranking import Result
from workshop.core.votes import Ballot, Paper, Round, dot_budget, most_per_item

ROUND = id_of("round")
PEOPLE = [f"p{number}" for number in range(6)]


@pytest.fixture
def story():
    """Six people, five lone notes and one cluster of two, and an open vote."""
    told = Story().joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for number in range(7):
        told.says(
            PEOPLE[number % 6],
            "AddNote",
            id=id_of(f"n{number}"),
            step=id_of("write"),
            type="idea",
            text=f"Note {number}",
        )
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("group"))
    told.says(
        "p1",
        "AddCluster",
        id=id_of("pair"),
        step=id_of("group"),
        title="A pair",
        notes=(id_of("n0"), id_of("n1")),
    )
    told.says("finn", "StartStep", step=id_of("vote"))
    told.says("finn", "OpenVote", id=ROUND, step=id_of("vote"))
    return told


def casts(story, person, item, dots):
    return story.says(person, "CastVote", round=ROUND, item=id_of(item), dots=dots)


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code


def test_the_budget_is_a_quarter_of_the_candidates():
    assert [dot_budget(n) for n in (1, 3, 4, 8, 9, 12, 31, 400)] == [1, 1, 2, 2, 3, 3, 8, 8]
    assert [most_per_item(budget) for budget in (1, 2, 3, 8)] == [1, 1, 2, 4]


def test_clusters_and_lone_notes_are_candidates_and_frozen(story):
    found = story.place.get(Round, ROUND)
    assert [(c.item, c.notes) for c in found.candidates if c.notes > 1] == [(id_of("pair"), 2)]
    assert len(found.candidates) == 6
    assert (found.budget, found.per_item, found.electorate, found.top) == (2, 1, 6, 2)


def test_a_vote_sets_and_can_be_taken_back(story):
    casts(story, "p0", "pair", 1)
    casts(story, "p0", "pair", 1)
    assert [ballot.dots for ballot in story.place.all(Ballot)] == [1]
    casts(story, "p0", "pair", 0)
    assert list(story.place.all(Ballot)) == []


def test_nobody_has_more_dots_than_the_budget(story):
    casts(story, "p0", "pair", 1)
    casts(story, "p0", "n2", 1)
    cast = {"round": ROUND, "item": id_of("n3"), "dots": 1}
    assert refusal(story, "p0", "CastVote", **cast) == "over_budget"
    assert refusal(story, "p1", "CastVote", **{**cast, "dots": 2}) == "over_item"
    assert refusal(story, "p1", "CastVote", **{**cast, "item": id_of("n0")}) == "no_such_item"


def test_who_comes_later_is_let_in_by_one_tap(story):
    story.joins("late")
    cast = {"round": ROUND, "item": id_of("pair"), "dots": 1}
    assert refusal(story, "late", "CastVote", **cast) == "not_in_electorate"
    story.says("finn", "AdmitVoter", round=ROUND, participant=id_of("late"))
    story.says("late", "CastVote", **cast)
    found = story.place.get(Round, ROUND)
    assert (found.electorate, found.late) == (7, 1)


def test_a_facilitator_votes_only_where_that_is_switched_on(story):
    cast = {"round": ROUND, "item": id_of("pair"), "dots": 1}
    assert refusal(story, "finn", "CastVote", **cast) == "not_in_electorate"
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "ChangeWorkshop", facilitators_vote=True)
    told.says("finn", "StartStep", step=id_of("write"))
    given = {"id": id_of("n"), "step": id_of("write"), "type": "idea", "text": "One"}
    told.says("ada", "AddNote", **given)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("vote"))
    told.says("finn", "OpenVote", id=ROUND, step=id_of("vote"))
    assert told.place.get(Round, ROUND).electorate == 2


def test_the_result_counts_ranks_and_shows_ties(story):
    for person in PEOPLE[:5]:
        casts(story, person, "pair", 1)
    for person in PEOPLE[:2]:
        casts(story, person, "n2", 1)
    for person in PEOPLE[2:4]:
        casts(story, person, "n3", 1)
    (closed,) = story.says("finn", "CloseVote", round=ROUND)
    assert (closed.dots, closed.ballots) == (9, 5)
    assert closed.results[0] == Result(
        item=id_of("pair"), title="A pair", dots=5, voters=5, rank=1, tied=False, above_cut=True
    )
    ranks = {result.item: result for result in closed.results}
    tie = [(ranks[id_of(item)].rank, ranks[id_of(item)].tied) for item in ("n2", "n3")]
    assert tie == [(2, True), (2, True)]
    assert all(ranks[id_of(item)].above_cut for item in ("n2", "n3"))
    assert ranks[id_of("n2")].voters == -1
    assert [(r.dots, r.above_cut) for r in closed.results[3:]] == [(0, False)] * 3


def test_closing_is_final_and_leaves_no_ballot(story):
    casts(story, "p0", "pair", 1)
    story.says("finn", "CloseVote", round=ROUND)
    assert (list(story.place.all(Ballot)), list(story.place.all(Paper))) == ([], [])
    assert refusal(story, "finn", "CloseVote", round=ROUND) == "vote_closed"
    cast = {"round": ROUND, "item": id_of("pair"), "dots": 1}
    assert refusal(story, "p0", "CastVote", **cast) == "vote_closed"


def test_voting_again_is_a_new_round(story):
    assert refusal(story, "finn", "OpenVote", id=id_of("two"), step=id_of("vote")) == "vote_open"
    story.says("finn", "CloseVote", round=ROUND)
    story.says("finn", "OpenVote", id=id_of("two"), step=id_of("vote"))
    assert story.place.get(Round, id_of("two")).state == "open"


def test_a_vote_waits_while_the_room_is_elsewhere(story):
    casts(story, "p0", "pair", 1)
    story.says("finn", "StartStep", step=id_of("group"))
    cast = {"round": ROUND, "item": id_of("n2"), "dots": 1}
    assert refusal(story, "p0", "CastVote", **cast) == "step_closed"
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("p0", "CastVote", **cast)
    assert sum(ballot.dots for ballot in story.place.all(Ballot)) == 2


def test_nothing_to_vote_on():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("vote"))
    given = {"id": ROUND, "step": id_of("vote")}
    assert refusal(told, "finn", "OpenVote", **given) == "nothing_to_vote_on"
