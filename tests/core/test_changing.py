"""The planner: steps are added, changed, moved and removed, and no promise is broken by it."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.agenda import Step, in_order
from workshop.core.changing import StepAdded, StepChanged, StepRemoved
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.view import Viewer, view
from workshop.core.wire import decode_command, decode_events, encode_events

NEW = {
    "id": id_of("new"),
    "place": 2,
    "method": "brainwrite",
    "layout": "wall",
    "phase": "open",
    "title": "Once more",
    "minutes": 7,
}


@pytest.fixture
def story():
    return Story().joins("ada").joins("finn", role="facilitator")


def refusal(story, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        story.says(person, kind, **fields)
    return refused.value.code, refused.value.field


def agenda(story):
    return [step.id for step in in_order(story.place)]


def the(story, word):
    return story.place.get(Step, id_of(word))


def test_a_step_is_added_where_it_is_wanted_and_the_rest_makes_room(story):
    (added,) = story.says("finn", "AddStep", **NEW)

    assert added == StepAdded(
        step=Step(
            id=id_of("new"),
            place=2,
            method="brainwrite",
            layout="wall",
            phase="open",
            title="Once more",
            prompt="",
            minutes=7,
        )
    )
    assert agenda(story) == [
        id_of(word) for word in ("hello", "write", "new", "group", "vote", "promise")
    ]
    assert [step.place for step in in_order(story.place)] == [0, 1, 2, 3, 4, 5]


def test_a_place_past_the_end_is_the_end(story):
    story.says("finn", "AddStep", **{**NEW, "place": 200})

    assert (agenda(story)[-1], the(story, "new").place) == (id_of("new"), 5)


def test_a_method_of_ones_own_brings_its_words(story):
    words = {
        "prompt": " What now?\u200b",
        "script": ("Say this.", "  ", "Then that."),
        "half_time": "Halfway.",
        "types": ("Strength", " Weakness ", "Strength"),
    }
    story.says("finn", "AddStep", **NEW, **words)

    step = the(story, "new")
    assert (step.prompt, step.script) == ("What now?", ("Say this.", "Then that."))
    assert (step.half_time, step.types) == ("Halfway.", ("Strength", "Weakness"))


def test_a_planned_step_becomes_another_method_in_its_place(story):
    before = the(story, "group")
    swap = {"method": "retro", "layout": "columns", "can_build": True, "title": "What we learned"}
    story.says("finn", "ChangeStep", step=id_of("group"), **swap)

    after = the(story, "group")
    assert {name: getattr(after, name) for name in swap} == swap
    assert (after.place, after.minutes) == (before.place, before.minutes)
    assert the(story, "vote").source == after.id


def test_a_step_that_has_begun_keeps_its_method(story):
    story.says("finn", "StartStep", step=id_of("write"))

    with pytest.raises(Refused) as refused:
        story.says("finn", "ChangeStep", step=id_of("write"), layout="columns")
    assert (refused.value.code, refused.value.field) == ("step_started", "layout")


def test_a_copy_of_a_step_has_its_fields(story):
    fields = set(NEW) | {"prompt", "script", "half_time", "types", "source", "visibility"}
    fields |= {"readers", "anonymous", "can_build", "budget", "per_item", "top", "keep"}
    write = the(story, "write")
    given = {name: getattr(write, name) for name in fields} | {"id": id_of("copy"), "place": 2}

    story.says("finn", "AddStep", **given)

    copy = the(story, "copy")
    assert {name: getattr(copy, name) for name in fields - {"id", "place"}} == {
        name: getattr(write, name) for name in fields - {"id", "place"}
    }


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "  "}, ("empty", "title")),
        ({"title": "x" * 121}, ("too_long", "title")),
        ({"prompt": "x" * 501}, ("too_long", "prompt")),
        ({"half_time": "x" * 501}, ("too_long", "half_time")),
        ({"script": ("fine", "x" * 501)}, ("too_long", "script")),
        ({"types": ("x" * 41,)}, ("too_long", "types")),
        ({"types": ("",)}, ("empty", "types")),
        ({"source": id_of("nowhere")}, ("no_such_step", "source")),
        ({"source": id_of("new")}, ("no_such_step", "source")),
        ({"moderated": True}, ("not_readable", "moderated")),
        ({"id": id_of("write")}, ("id_taken", "id")),
    ],
)
def test_a_bad_step_changes_nothing(story, fields, code):
    before = agenda(story)

    assert refusal(story, "finn", "AddStep", **{**NEW, **fields}) == code
    assert agenda(story) == before


@pytest.mark.parametrize(
    "fields",
    [
        {"minutes": 0},
        {"minutes": 481},
        {"place": -1},
        {"phase": "later"},
        {"layout": "carousel"},
        {"method": "../../etc"},
        {"budget": 51},
        {"script": ["line"] * 21},
        {"types": [str(number) for number in range(13)]},
        {"readers": "all"},
        {"order": "reversed"},
    ],
)
def test_the_door_knows_the_bounds_of_every_field(fields):
    message = {"kind": "AddStep", "op": "op-12345678", **NEW}
    assert decode_command(message).title == "Once more"

    with pytest.raises(Refused) as refused:
        decode_command({**message, **fields})

    assert refused.value.code == "bad_field"


def test_an_agenda_has_sixty_steps_at_most(story):
    for number in range(LIMITS.steps - 5):
        story.says("finn", "AddStep", **{**NEW, "id": id_of(f"n{number}")})

    assert refusal(story, "finn", "AddStep", **NEW) == ("too_many_steps", "")


def test_a_step_that_may_be_looked_over_may_be_moderated(story):
    story.says("finn", "AddStep", **NEW, readers="facilitator", moderated=True)

    assert the(story, "new").moderated is True
    given = {"step": id_of("new"), "readers": "author"}
    assert refusal(story, "finn", "ChangeStep", **given) == ("not_readable", "moderated")


def test_a_participant_plans_nothing(story):
    assert refusal(story, "ada", "AddStep", **NEW) == ("forbidden", "")
    assert refusal(story, "ada", "RemoveStep", step=id_of("write")) == ("forbidden", "")


def test_who_worked_on_a_removed_step_works_on_its_source(story):
    (removed,) = story.says("finn", "RemoveStep", step=id_of("group"))

    assert removed == StepRemoved(step=id_of("group"))
    assert the(story, "group") is None
    assert (the(story, "vote").source, the(story, "vote").place) == (id_of("write"), 2)
    assert [step.place for step in in_order(story.place)] == [0, 1, 2, 3]


def test_a_step_that_has_begun_is_not_removed(story):
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says("finn", "StartStep", step=id_of("write"))

    for word in ("hello", "write"):
        assert refusal(story, "finn", "RemoveStep", step=id_of(word)) == ("step_started", "step")
    assert refusal(story, "finn", "RemoveStep", step=id_of("no")) == ("no_such_step", "step")


def test_all_that_a_planner_shows_can_be_changed(story):
    changes = {
        "phase": "close",
        "script": ("New words.",),
        "half_time": "Halfway.",
        "source": id_of("hello"),
        "types": ("need",),
        "readers": "facilitator",
        "moderated": True,
        "order": "author",
        "keep": True,
    }

    (changed,) = story.says("finn", "ChangeStep", step=id_of("write"), **changes)

    assert changed == StepChanged(step=id_of("write"), changes=changes)
    step = the(story, "write")
    assert {name: getattr(step, name) for name in changes} == changes
    assert decode_events(encode_events((changed,))) == (changed,)


def test_what_is_as_it_was_is_no_change(story):
    assert story.says("finn", "ChangeStep", step=id_of("write"), phase="open", keep=False) == []


@pytest.mark.parametrize("source", ["write", "group", "vote"])
def test_no_step_works_in_the_end_on_its_own_outcome(story, source):
    given = {"step": id_of("write"), "source": id_of(source)}

    assert refusal(story, "finn", "ChangeStep", **given) == ("bad_source", "source")


def test_a_source_is_there_and_can_be_let_go(story):
    given = {"step": id_of("vote"), "source": id_of("nowhere")}
    assert refusal(story, "finn", "ChangeStep", **given) == ("no_such_step", "source")

    story.says("finn", "ChangeStep", step=id_of("vote"), source="")

    assert the(story, "vote").source == ""


@pytest.mark.parametrize(
    "fields",
    [{"visibility": "live"}, {"readers": "facilitator"}, {"anonymous": False}, {"moderated": True}],
)
def test_what_writers_rely_on_is_fixed_when_the_step_starts(story, fields):
    story.says("finn", "StartStep", step=id_of("write"))

    given = {"step": id_of("write"), **fields}
    assert refusal(story, "finn", "ChangeStep", **given) == ("step_started", next(iter(fields)))


def test_words_and_minutes_can_be_changed_while_the_step_runs(story):
    story.says("finn", "StartStep", step=id_of("write"))

    story.says("finn", "ChangeStep", step=id_of("write"), phase="integrate", half_time="Now.")

    assert (the(story, "write").phase, the(story, "write").half_time) == ("integrate", "Now.")


def test_the_half_time_line_is_the_facilitators_until_the_step_begins(story):
    story.says("finn", "ChangeStep", step=id_of("write"), half_time="What else?")

    planned = half_time_seen(story)
    story.says("finn", "StartStep", step=id_of("write"))

    assert (planned, half_time_seen(story)) == (["What else?", ""], ["What else?", "What else?"])


def half_time_seen(story):
    roles = ("facilitator", "board")
    return [view(the(story, "write"), Viewer(role=role))["half_time"] for role in roles]
