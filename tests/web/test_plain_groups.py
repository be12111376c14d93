"""Groups on the page without scripts: chosen, with clusters of their own; and what is placed or done by forms."""

import pytest

from tests.web.conftest import new_id, words_of
from tests.web.test_marking import SCALE
from tests.web.test_plain import Person
from workshop.core.notes import Note

SCALES = [
    {"id": "value", "title": "Value", "low": 0, "high": 10, "weight": 2},
    {"id": "effort", "title": "Effort", "low": 0, "high": 10, "weight": -1},
]


@pytest.fixture
def ada(room):
    return Person(room, name="Ada")


def begins(room, layout, **fields):
    step = new_id()
    given = {"place": 1, "method": layout, "layout": layout, "title": "Now", "minutes": 5}
    room.done(room.facilitator, "AddStep", **{"id": step, "phase": "close", **given, **fields})
    room.done(room.facilitator, "StartStep", step=step)
    return step


@pytest.mark.rule("H7")
def test_a_group_is_chosen_and_has_clusters_of_its_own(room, ada):
    bo = Person(room, name="Bo")
    write = begins(room, "wall", types=["idea"])
    ada.write(write, "Two lists")
    step = begins(room, "clusters", source=write, setup={"in_groups": True})
    assert "The facilitator is forming the groups." in words_of(ada.read())
    groups = [{"id": new_id(), "title": f"Group {n}"} for n in (1, 2)]
    room.done(room.facilitator, "FormGroups", groups=groups, how="chosen")
    assert "New cluster" not in words_of(ada.read())

    for person, group in ((ada, groups[0]), (bo, groups[1])):
        assert f"Your group: {group['title']}" in words_of(
            person.send("JoinGroup", group=group["id"])
        )
    ada.send("AddCluster", id=(pile := new_id()), step=step)
    note = next(it.id for it in room.house.conductor.place(room.id).all(Note))
    ada.send("MoveNote", step=step, note=note, cluster=pile)

    assert "No name yet 1" in words_of(ada.read())
    told = words_of(bo.read())
    assert "No name yet" not in told
    assert "Notes that stand alone 1 Two lists" in told


@pytest.mark.rule("H7", "G4")
def test_who_writes_without_a_name_in_a_group_is_told_that_the_group_is_seen(room, ada):
    groups = [{"id": new_id(), "title": f"Group {n}"} for n in (1, 2)]
    room.done(room.facilitator, "FormGroups", groups=groups, how="chosen")
    ada.send("JoinGroup", group=groups[0]["id"])

    begins(room, "wall", types=["idea"], anonymous=True, setup={"in_groups": True})

    promise = "Notes get no name, but everyone sees which group they are from."
    assert promise in words_of(ada.read())


@pytest.mark.rule("C4")
def test_as_whom_one_answers_is_chosen_first(room, ada):
    setup = {"scales": [SCALE], "proposal": True, "groups": ["Residents", "Staff"]}
    step = begins(room, "poll", setup=setup)
    room.done(room.facilitator, "OpenScoring", id=(poll := new_id()), step=step, text="We call.")
    assert "1 Yes" not in words_of(ada.read())

    page = ada.send("ChooseScorerGroup", scoring=poll, group="Staff")

    assert "1 Yes" in words_of(page)


@pytest.mark.rule("C5")
def test_a_matrix_is_placed_by_forms_and_seen_by_all(room, ada):
    write = begins(room, "wall", types=["idea"])
    ada.write(write, "Two lists")
    step = begins(room, "matrix", source=write, setup={"scales": SCALES})
    room.done(room.facilitator, "OpenScoring", id=(plot := new_id()), step=step, consensus=True)
    page = room.facilitator.get(f"/w/{room.id}/plain", query_string={"as": "facilitator"})
    assert 'name="kind" value="PlaceItem"' in page.text
    (item,) = [it.id for it in room.house.conductor.place(room.id).all(Note)]
    for scale, value in (("value", 8), ("effort", 3)):
        room.done(room.facilitator, "PlaceItem", scoring=plot, item=item, scale=scale, value=value)

    told = words_of(ada.read())

    assert "Placed together by consensus, not scored" in told
    assert "1 Two lists 7.67" in told


def test_who_has_taken_an_action_on_says_how_far_it_has_come(room, ada):
    step = begins(room, "actions")
    ada.send("AddAction", id=(call := new_id()), step=step, what="Call the ward")
    assert 'name="status"' not in ada.read().text
    ada.send("TakeAction", action=call, taken="true", who="Ada")

    page = ada.send("ChangeAction", action=call, status="done")

    assert "Call the ward Done" in words_of(page)
