from random import Random

import pytest

from tests.core.test_old_logs import entries_of
from tests.core.story import replayed
from tests.core.wander import told, told_further, wander
from tests.export import rooms
from tests.export.imported import HERE, LATER, assert_comes_back_equal, compared, opened_again
from workshop.core.messages import Refused
from workshop.export import report

STORIES = ("opened", "revealed", "grouped", "voted", "promised", "closed", "asked", "moderated", "again")

@pytest.mark.parametrize("name", STORIES)
def test_every_held_workshop_comes_back_equal(name):
    assert_comes_back_equal(rooms.place(getattr(rooms, name)()))

def test_old():
    assert_comes_back_equal(replayed(entries_of("before-cycles.jsonl")))

@pytest.mark.parametrize("seed", range(40))
def test_wander(seed):
    story = told_further() if seed % 2 else told()
    rng = Random(seed)
    for n in range(120):
        wander(rng, story)
        story.end_keys()
        if n % 20 == 0:
            assert_comes_back_equal(story.place)
    assert_comes_back_equal(story.place)
