"""The plan: minutes, shares, rest and slack, worked out anew with every change of the agenda."""

import pytest

from tests.core.story import LOG, MINI, NINE, Story, id_of, step
from workshop.core.decider import decide, evolve
from workshop.core.lifecycle import CreateWorkshop
from workshop.core.messages import By
from workshop.core.planning import Cut, Plan, PlanWarning
from workshop.core.records import Place
from workshop.core.view import AUDIENCES, Viewer, view
from workshop.core.workshop import the_workshop


def plan(*steps, **settings):
    story = Story(steps).joins("finn", role="facilitator")
    if settings:
        story.says("finn", "ChangeWorkshop", **settings)
    return the_plan(story)


def the_plan(story):
    return story.place.get(Plan, story.place.log)


def warned(found):
    return [(warning.code, warning.step, warning.n) for warning in found.warnings]


def working(opened, integrated, closed):
    return (
        step("o", 0, "wall", "open", minutes=opened),
        step("i", 1, "clusters", "integrate", minutes=integrated),
        step("c", 2, "vote", "close", minutes=closed),
    )


def test_the_minutes_are_summed_whole_and_by_phase():
    found = plan(
        step("hi", 0, "wall", "frame", minutes=5),
        *working(10, 7, 8),
        step("rest", 4, "talk", "break", minutes=10),
    )

    sums = (found.minutes, found.open, found.integrate, found.close, found.buffer)
    assert sums == (40, 10, 7, 8, 0)
    assert found.warnings == ()


def test_an_agenda_that_is_longer_than_the_time_says_by_how_much():
    assert warned(plan(*working(20, 20, 20), planned_minutes=50)) == [("over_time", "", 10)]


@pytest.mark.parametrize(
    ("there_is", "left", "warnings"),
    [
        (60, 0, [("no_buffer", "", 0)]),
        (66, 6, [("no_buffer", "", 6)]),
        (67, 7, []),
    ],
)
def test_a_tenth_of_the_time_is_left_unplanned(there_is, left, warnings):
    """66 minutes ask for 6.6, and 67 for 6.7."""
    found = plan(*working(20, 20, 20), planned_minutes=there_is)

    assert (found.buffer, warned(found)) == (left, warnings)


@pytest.mark.parametrize(
    ("minutes", "remote", "warnings"),
    [
        ((25, 25, 25), False, []),
        ((25, 25, 26), False, [("no_break", id_of("c"), 76)]),
        ((20, 20, 20), True, []),
        ((20, 41, 5), True, [("no_break", id_of("i"), 66)]),
    ],
)
def test_people_rest_after_75_minutes_and_remote_after_60(minutes, remote, warnings):
    assert warned(plan(*working(*minutes), remote=remote)) == warnings


def test_a_break_begins_the_count_anew():
    rest = step("rest", 1, "talk", "break", minutes=10)
    first = step("a", 0, "wall", "open", minutes=75)

    assert warned(plan(first, rest, step("b", 2, "wall", "open", minutes=75))) == []
    assert warned(plan(first, rest, step("b", 2, "wall", "open", minutes=80))) == [
        ("no_break", id_of("b"), 80)
    ]


@pytest.mark.parametrize(
    ("minutes", "aim", "warnings"),
    [
        ((45, 30, 25), "innovate", []),
        ((44, 30, 26), "innovate", [("open_short", "", 44)]),
        ((30, 40, 30), "improve", []),
        ((31, 40, 29), "improve", [("open_long", "", 31)]),
        ((10, 10, 80), "", []),
    ],
)
def test_the_aim_asks_for_a_share_of_the_working_minutes(minutes, aim, warnings):
    parts = list(working(*minutes))
    parts.insert(1, step("rest", 1, "talk", "break", minutes=10))
    shares = [found for found in warned(plan(*parts, aim=aim)) if found[0] != "no_break"]

    assert shares == warnings


def test_an_agenda_without_work_has_no_shares():
    assert warned(plan(step("hi", 0, "talk", "frame"), aim="innovate")) == []
    assert plan().minutes == 0


def test_what_can_go_is_told_the_largest_first_and_what_is_kept_never():
    found = plan(
        step("in", 0, "wall", "frame", minutes=10, keep=True),
        step("o", 1, "wall", "open", minutes=10),
        step("chat", 2, "talk", "integrate", minutes=3),
        step("rest", 3, "talk", "break", minutes=10),
        step("i", 4, "clusters", "integrate", minutes=15),
        step("c", 5, "vote", "close", minutes=4),
        step("do", 6, "actions", "close", minutes=12, keep=True),
        step("out", 7, "talk", "frame", minutes=5),
    )

    assert gives(found) == [("i", 10), ("o", 6), ("out", 4), ("chat", 3), ("c", 1)]


def gives(found):
    return [(cut.step.rstrip("x"), cut.minutes) for cut in found.cuts]


@pytest.mark.parametrize(
    "hiding",
    [
        step("a", 0, "wall", "open", visibility="private", keep=True),
        step("a", 0, "columns", "open", visibility="private", keep=True),
        step("a", 0, "poll", "close", keep=True),
        step("a", 0, "vote", "close", keep=True),
        step("a", 0, "matrix", "close", keep=True),
    ],
    ids=["wall", "columns", "poll", "vote", "matrix"],
)
def test_the_talk_after_a_reveal_is_never_cut(hiding):
    heard = step("b", 1, "talk", "close", minutes=8)
    more = step("c", 2, "talk", "close", minutes=7)

    assert gives(plan(hiding, heard, more)) == [("c", 7)]


def test_a_break_between_a_reveal_and_its_talk_makes_it_no_other_talk():
    hiding = step("a", 0, "wall", "open", visibility="private", keep=True)
    rest = step("b", 1, "talk", "break")

    assert gives(plan(hiding, rest, step("c", 2, "talk", "open", minutes=8))) == []


def test_talk_that_follows_what_all_have_seen_can_go():
    assert gives(plan(step("a", 0, "wall", "open", keep=True), step("b", 1, "talk", "open"))) == [
        ("b", 5)
    ]


def test_a_step_is_cut_down_to_what_its_method_needs():
    """Both are polls: two minutes are enough for a pulse, and not to read, answer and hear who is against."""
    pulse = step("pulse", 0, "poll", "frame", minutes=5, least=2)
    gradients = step("gradients", 1, "poll", "close", minutes=10, least=8)
    short = step("short", 2, "poll", "close", minutes=6, least=8)

    assert gives(plan(pulse, gradients, short)) == [("pulse", 3), ("gradients", 2)]


def test_to_innovate_the_open_phase_is_cut_last():
    found = plan(*working(40, 10, 8), aim="innovate")

    assert [cut.step for cut in found.cuts] == [id_of("i"), id_of("c"), id_of("o")]


def test_what_has_begun_is_not_cut():
    story = Story().joins("finn", role="facilitator")
    before = {cut.step for cut in the_plan(story).cuts}

    story.says("finn", "StartStep", step=id_of("write"))

    assert before - {cut.step for cut in the_plan(story).cuts} == {id_of("write")}


def test_the_plan_follows_every_change_of_the_agenda():
    story = Story().joins("finn", role="facilitator")
    assert the_plan(story).minutes == 25

    story.says("finn", "ChangeStep", step=id_of("write"), minutes=10)
    assert (the_plan(story).minutes, the_plan(story).open) == (30, 10)
    story.says("finn", "RemoveStep", step=id_of("group"))
    assert the_plan(story).minutes == 25
    story.says("finn", "StartStep", step=id_of("write"))
    story.says("finn", "StartCycle", id=id_of("again"))
    assert the_plan(story).minutes == 45


def test_a_workshop_may_be_made_with_its_time_and_its_aim():
    made = CreateWorkshop(
        op="op-create",
        id=LOG,
        title="Safe at home",
        purpose="",
        language="en",
        recipe="mini-cycle",
        code="VEVK47",
        retention_days=30,
        steps=MINI,
        planned_minutes=26,
        remote=True,
        aim="innovate",
    )
    place = Place(LOG)

    evolve(place, decide(place, made, By(actor="", role="facilitator", at=NINE)))

    workshop, found = the_workshop(place), place.get(Plan, LOG)
    assert (workshop.planned_minutes, workshop.remote, workshop.aim) == (26, True, "innovate")
    assert warned(found) == [("no_buffer", "", 1), ("open_short", "", 25)]


def test_the_plan_is_the_facilitators():
    found = plan(*working(5, 5, 5))
    seen = {role for role in AUDIENCES if view(found, Viewer(role=role))}

    assert seen == {"facilitator"}


def test_a_plan_is_plain():
    warning = PlanWarning(code="over_time", n=10)
    found = plan(*working(20, 20, 20), planned_minutes=50)

    assert found.warnings == (warning,)
    assert found.cuts[0] == Cut(step=id_of("c"), minutes=17)
