"""What a step is set up with: made safe to show, hidden until the step begins, refused where it does not fit."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.agenda import Step
from workshop.core.messages import Refused
from workshop.core.setup import Column, Scale, Setup
from workshop.core.view import Viewer, view


@pytest.fixture
def story():
    return Story().joins("finn", role="facilitator")


def changes(story, setup):
    story.says("finn", "ChangeStep", step=id_of("write"), setup=setup)
    return story.place.get(Step, id_of("write"))


def test_words_are_made_safe_to_show(story):
    now = Column(id="now", title=" Works\u202e  now\n", hint="What helps?")

    assert changes(story, Setup(columns=(now,))).setup == Setup(
        columns=(Column(id="now", title="Works now", hint="What helps?"),)
    )


def test_the_room_gets_it_when_the_step_begins(story):
    step = changes(story, Setup(roles=("A neighbour",)))
    seen = [view(step, Viewer(role=role)) for role in ("facilitator", "participant", "board")]

    assert [it["setup"] for it in seen] == [{"roles": ("A neighbour",)}, {}, {}]

    story.says("finn", "StartStep", step=step.id)
    begun = view(story.place.get(Step, step.id), Viewer(role="participant"))
    assert begun["setup"] == {"roles": ("A neighbour",)}


@pytest.mark.parametrize(
    "setup",
    [
        Setup(columns=(Column(id="a", title="One"), Column(id="a", title="Two"))),
        Setup(scales=(Scale(id="a", title="Value", low=5, high=5),)),
        Setup(scales=(Scale(id="a", title="Value", low=1, high=5, words=("no", "so", "yes")),)),
    ],
    ids=["one id twice", "a scale of one mark", "names for some marks"],
)
def test_parts_that_do_not_fit_are_refused(story, setup):
    with pytest.raises(Refused) as refused:
        changes(story, setup)

    assert (refused.value.code, refused.value.field) == ("bad_setup", "setup")


def test_a_part_without_a_name_is_refused(story):
    with pytest.raises(Refused) as refused:
        changes(story, Setup(columns=(Column(id="a", title=" "),)))

    assert refused.value.code == "empty"
