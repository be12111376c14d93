"""The contract: what a viewer held, plus what was sent, is what a fresh join would get. For every command."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.story import Story, id_of, records
from tests.core.wander import (
    CAST,
    WISHES,
    told,
    told_again,
    told_apart,
    told_further,
    wander,
)
from workshop.core.changes import (
    for_audience,
    for_person,
    for_regrouped,
    left_to_person,
    net,
    own_records,
    shared_records,
)
from workshop.core.messages import Refused
from workshop.core.people import names_by_group

VIEWERS = [
    ("ada", "participant"),
    ("bo", "participant"),
    ("cy", "participant"),
    ("finn", "facilitator"),
    ("", "board"),
]


class Held:
    """What one viewer has on the screen, built from messages alone."""

    def __init__(self, person: str, role: str, story: Story) -> None:
        self.person, self.role = person, role
        self.group = names_by_group(story.place, id_of(person))
        self.records = self.fresh(story)

    def names(self, story: Story) -> frozenset[str]:
        return story.names(id_of(self.person)) if self.person else frozenset()

    def fresh(self, story: Story) -> dict[tuple[str, str], dict]:
        held = shared_records(story.place, self.role)
        held += own_records(story.place, self.role, self.names(story))
        return {(record["kind"], record["id"]): record for record in held}

    def take(self, story: Story) -> None:
        """Mine first, then the audience's, then what that took away and is mine still, and last what
        another group of mine changes; the keys that end in this batch still speak.
        """
        changed = net(story.changed)
        come = names_by_group(story.place, id_of(self.person))
        names = (self.names(story) - come) | self.group
        mine = for_person(changed, self.role, names)
        left = left_to_person(changed, self.role, names)
        regrouped = for_regrouped(story.place, self.role, self.group, come)
        self.group = come
        for delta in (mine, for_audience(changed, self.role), left, regrouped):
            for key in delta.drop:
                self.records.pop(key, None)
            self.records |= {(record["kind"], record["id"]): record for record in delta.put}


def keep_the_contract(
    rng: Random, steps: int, story: Story, missing: frozenset[str] = frozenset()
) -> set[str]:
    viewers = [Held(person, role, story) for person, role in VIEWERS]
    accepted = set()
    for _ in range(steps):
        before = records(story.place)
        kind, outcome = wander(rng, story, missing - accepted)
        if isinstance(outcome, Refused):
            assert records(story.place) == before
            continue
        accepted.add(kind)
        for viewer in viewers:
            viewer.take(story)
        story.end_keys()
        for viewer in viewers:
            assert viewer.records == viewer.fresh(story), (kind, viewer.person or viewer.role)
    return accepted


@given(st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_every_viewer_holds_what_a_fresh_join_would_get(rng):
    keep_the_contract(rng, 40, told())


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_so_it_is_in_a_workshop_that_was_opened_again(rng):
    keep_the_contract(rng, 40, told_again())


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_so_it_is_where_groups_work_apart(rng):
    keep_the_contract(rng, 40, told_apart())


def test_the_histories_reach_every_command():
    """As many as it takes; more than these would say that one is out of reach."""
    reached: set[str] = set()
    for seed in range(300):
        story = told_further() if seed % 2 else told()
        missing = frozenset(WISHES) - reached
        reached |= keep_the_contract(Random(seed), 100, story, missing)
        if reached == set(WISHES):
            break

    assert reached == set(WISHES)


@pytest.mark.parametrize("person", CAST)
def test_whoever_sees_a_record_with_others_sees_the_same_one(person):
    """So `mine` and `changes` never fight over one record."""
    for seed in range(8):
        rng = Random(seed)
        story = told()
        for _ in range(80):
            wander(rng, story)
            story.end_keys()
            viewer = Held(person, "facilitator" if person == "finn" else "participant", story)
            shared = {(r["kind"], r["id"]) for r in shared_records(story.place, viewer.role)}
            own = own_records(story.place, viewer.role, viewer.names(story))
            assert shared.isdisjoint((r["kind"], r["id"]) for r in own)
