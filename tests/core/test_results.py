"""From a plan to a result that is told place by place, and the bold thing that is kept."""

import pytest

from tests.core.full_vote import (
    EASE,
    PEOPLE,
    ROUND,
    VALUE,
    casts,
    closes,
    open_room,
    refusal,
    room,
    stacked,
    the_round,
)
from tests.core.story import id_of, records, replayed
from workshop.core.history import Deed
from workshop.core.messages import Refused
from workshop.core.times import seconds_between
from workshop.core.view import AUDIENCES, Viewer, view
from workshop.core.votes import Round

VOTE = id_of("vote")


def staged():
    """Dots 4, 2, 2, 0, 0: four places to tell one by one, for two tie and two have none."""
    told = open_room(top=1, staged=True)
    for person in PEOPLE[:4]:
        casts(told, person, "list")
    for person in PEOPLE[4:6]:
        casts(told, person, "song")
        casts(told, person, "visit")
    closes(told)
    return told


def seen(told):
    """The titles that each audience has of the result."""
    sent = [view(the_round(told), Viewer(role=role)) for role in AUDIENCES]
    titles = [[result["title"] for result in each["results"]] for each in sent]
    assert titles[0] == titles[1] == titles[2]
    return titles[0]


def tells(told, **fields):
    given = {"before": the_round(told).told, **fields}
    return told.says("finn", "TellResult", round=ROUND, **given)


@pytest.mark.rule("V1")
def test_a_planned_vote_can_be_read_and_not_voted_in():
    told = room(plan=3)
    told.says("finn", "PlanVote", id=ROUND, step=VOTE)
    found = the_round(told)

    assert (found.state, len(found.candidates), found.budget) == ("planned", 5, 2)
    assert seconds_between(told.entries[-1].at, found.opens) == 180
    given = {"round": ROUND, "item": id_of("list"), "dots": 1}
    assert refusal(told, "p0", "CastVote", **given) == "vote_not_open"
    assert refusal(told, "finn", "CloseVote", round=ROUND) == "vote_not_open"
    assert refusal(told, "finn", "TellResult", round=ROUND, before=0) == "vote_not_open"


def test_a_planned_vote_opens_as_it_was_planned_for_who_is_there_then():
    told = room()
    told.says("finn", "PlanVote", id=ROUND, step=VOTE, minutes=1, budget=3)
    assert refusal(told, "finn", "PlanVote", id=id_of("two"), step=VOTE) == "vote_planned"
    assert refusal(told, "finn", "OpenVote", id=id_of("two"), step=VOTE) == "vote_planned"
    told.joins("amina")

    told.says("finn", "OpenVote", id=ROUND, step=VOTE, budget=7)

    found = the_round(told)
    assert (found.state, found.opens, found.budget, found.electorate) == ("open", "", 3, 10)
    casts(told, "amina", "song")
    assert refusal(told, "finn", "PlanVote", id=id_of("two"), step=VOTE) == "vote_open"


def test_a_plan_is_taken_back_and_so_is_its_opening_until_someone_has_voted():
    told = room()
    told.says("finn", "PlanVote", id=ROUND, step=VOTE)
    planned = the_round(told)
    told.says("finn", "OpenVote", id=ROUND, step=VOTE)
    told.says("finn", "Undo", deed=f"{told.place.seq:016}")
    assert the_round(told) == planned

    told.says("finn", "OpenVote", id=ROUND, step=VOTE)
    opening = f"{told.place.seq:016}"
    casts(told, "p0", "song")
    assert refusal(told, "finn", "Undo", deed=opening) == "changed_since"

    other = room()
    other.says("finn", "PlanVote", id=ROUND, step=VOTE)
    other.says("finn", "Undo", deed=f"{other.place.seq:016}")
    assert other.place.count(Round) == 0


@pytest.mark.rule("V1")
def test_a_plan_is_taken_back_after_the_wall_has_changed_and_the_vote_is_on_what_is_there_now():
    told = room()
    told.says("finn", "PlanVote", id=ROUND, step=VOTE)
    planned = f"{told.place.seq:016}"
    told.says("finn", "HideNote", note=id_of("song"), reason="Twice the same")
    assert refusal(told, "finn", "Undo", deed=planned) == "changed_since"

    told.says("finn", "UnplanVote", round=ROUND)
    assert told.place.count(Round) == 0
    assert told.place.get(Deed, planned).undone

    told.says("finn", "OpenVote", id=id_of("two"), step=VOTE)
    found = told.place.get(Round, id_of("two"))
    assert (found.state, len(found.candidates)) == ("open", 4)
    assert id_of("song") not in {it.item for it in found.candidates}


@pytest.mark.rule("V1")
def test_only_a_plan_is_taken_back_and_only_by_who_leads():
    told = room()
    assert refusal(told, "finn", "UnplanVote", round=ROUND) == "no_such_vote"
    told.says("finn", "PlanVote", id=ROUND, step=VOTE)
    assert refusal(told, "p0", "UnplanVote", round=ROUND) == "forbidden"
    told.says("finn", "OpenVote", id=ROUND, step=VOTE)

    assert refusal(told, "finn", "UnplanVote", round=ROUND) == "not_planned"


def test_that_a_plan_was_taken_back_stays():
    told = room()
    told.says("finn", "PlanVote", id=ROUND, step=VOTE)
    told.says("finn", "UnplanVote", round=ROUND)

    assert refusal(told, "finn", "Undo", deed=f"{told.place.seq:016}") == "final"


@pytest.mark.rule("V1")
def test_a_note_that_is_removed_while_voted_on_stays_on_the_ballot():
    told = open_room()
    casts(told, "p0", "list")
    told.says("p0", "RemoveNote", note=id_of("list"))
    casts(told, "p1", "list")

    assert closes(told).results[0].title == "List"
    assert closes_again(told) == "vote_closed"


def closes_again(told):
    return refusal(told, "finn", "CloseVote", round=ROUND)


@pytest.mark.rule("V4")
def test_a_staged_result_is_told_from_the_last_place_up_to_all_at_once():
    told = staged()

    assert seen(told) == []
    tells(told)
    assert sorted(seen(told)) == ["Letter", "Number"]
    tells(told)
    assert sorted(seen(told)[:2]) == ["Song", "Visit"]
    tells(told)
    assert seen(told)[0] == "List"
    assert refusal(told, "finn", "TellResult", round=ROUND, before=5) == "all_told"


def test_two_who_tell_at_once_tell_one_place():
    told = staged()
    tells(told, before=0)

    assert told.says("finn", "TellResult", round=ROUND, before=0) == []
    assert len(seen(told)) == 2


def test_the_rest_can_be_told_in_one_go_and_is_at_the_close_of_the_workshop():
    told = staged()
    tells(told, rest=True)
    assert len(seen(told)) == 5

    left = staged()
    left.says("finn", "CloseWorkshop")
    assert len(seen(left)) == 5

    still_open = open_room(staged=True)
    still_open.says("finn", "CloseWorkshop")
    assert len(seen(still_open)) == 5


def test_what_was_told_cannot_be_untold():
    told = staged()
    tells(told)
    assert refusal(told, "finn", "Undo", deed=f"{told.place.seq:016}") == "final"


def test_while_a_result_is_not_all_told_nothing_is_picked_from_it():
    told = staged()
    given = {"item": id_of("song"), "reason": "Bold"}
    assert refusal(told, "finn", "PickWildCard", round=ROUND, **given) == "not_told"
    assert refusal(told, "finn", "BreakTie", round=ROUND, how="lot") == "not_told"


def chosen():
    told = open_room(top=1, wild_card=True)
    for person in PEOPLE[:4]:
        casts(told, person, "list")
    casts(told, "p4", "song")
    closes(told)
    return told


def picks(told, item, reason="Hard, and worth it"):
    return told.says("finn", "PickWildCard", round=ROUND, item=item and id_of(item), reason=reason)


def test_a_wild_card_keeps_one_thing_from_below_the_cut():
    told = chosen()
    picks(told, "song")
    assert (the_round(told).wild, the_round(told).why) == (id_of("song"), "Hard, and worth it")
    assert picks(told, "song") == []

    picks(told, "visit", "Nobody has tried it")
    assert the_round(told).wild == id_of("visit")
    picks(told, "")
    assert (the_round(told).wild, the_round(told).why) == ("", "")
    told.says("finn", "Undo", deed=f"{told.place.seq:016}")
    assert the_round(told).wild == id_of("visit")
    picks(told, "")
    assert picks(told, "") == []


@pytest.mark.rule("V6")
def test_a_wild_card_comes_from_below_the_cut_with_a_reason_where_there_is_a_place_for_it():
    told = chosen()
    assert pick_refused(told, "list") == "above_cut"
    assert pick_refused(told, "nothing") == "no_such_item"
    assert pick_refused(told, "song", reason=" ") == "empty"
    assert pick_refused(told, "song", person="p0") == "forbidden"

    plain = open_room()
    assert pick_refused(plain, "song") == "vote_open"
    closes(plain)
    assert pick_refused(plain, "song") == "no_wild_card_here"


def pick_refused(told, item, reason="Bold", person="finn"):
    try:
        told.says(person, "PickWildCard", round=ROUND, item=id_of(item), reason=reason)
    except Refused as refused:
        return refused.code


def test_the_log_tells_the_same_when_it_is_read_again():
    told = staged()
    tells(told)
    assert records(replayed(told.entries)) == records(told.place)


@pytest.mark.rule("V7")
def test_many_dots_from_few_people_are_marked():
    told = stacked()
    results = the_round(told).results

    assert {it.item: (it.dots, it.voters, it.few) for it in results if it.dots} == {
        id_of("list"): (6, -1, True),
        id_of("song"): (6, 6, False),
        id_of("visit"): (6, 6, False),
    }
    assert records(replayed(told.entries)) == records(told.place)


@pytest.mark.rule("V7")
def test_dots_by_several_criteria_are_not_stacked():
    told = open_room(top=2, criteria=(VALUE, EASE))
    for person in PEOPLE[:3]:
        for criterion in ("value", "ease"):
            casts(told, person, "list", criterion=criterion)
    for person in PEOPLE[3:]:
        casts(told, person, "song", criterion="value")

    assert [it.item for it in closes(told).results if it.few] == []
