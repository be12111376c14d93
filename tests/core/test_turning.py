"""The boards' pages are turned from the console, until the room goes on."""

import pytest

from tests.core.story import Story, id_of
from workshop.core.messages import Refused
from workshop.core.turning import Page, PageTurned


@pytest.fixture
def story():
    told = Story().joins("ada").joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    return told


def page(story):
    return story.place.get(Page, story.place.log)


def test_two_who_press_at_once_turn_one_page(story):
    assert story.says("finn", "TurnPage", turns=1) == [PageTurned(turns=1)]
    assert story.says("finn", "TurnPage", turns=1) == []

    assert page(story) == Page(id=story.place.log, turns=1)


def test_the_pages_turn_by_themselves_again_when_asked_to_and_in_the_next_step(story):
    story.says("finn", "TurnPage", turns=-1)
    story.says("finn", "TurnPage")
    assert page(story) is None

    story.says("finn", "TurnPage", turns=2)
    story.says("finn", "StartStep", step=id_of("group"))
    assert page(story) is None


def test_a_participant_turns_no_page(story):
    with pytest.raises(Refused) as refused:
        story.says("ada", "TurnPage", turns=1)

    assert refused.value.code == "forbidden"
