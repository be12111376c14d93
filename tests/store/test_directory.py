"""Which workshop a code opens, and how long each is kept."""

import msgspec
import pytest

from tests.store.samples import LOG, NINE, OTHER, batch, entry, listing
from workshop.store import ListingTaken

TEN = "2026-11-21T10:00:00.000Z"


def test_a_workshop_is_found_by_code_id_and_the_op_that_made_it(store):
    made = listing(create_hash="1" * 64)
    store.append(batch(entry(1), listing=made))
    assert [store.by_code("VEVK47"), store.listing(LOG), store.by_create("1" * 64)] == [made] * 3
    assert [store.by_code("XXXXXX"), store.listing(OTHER), store.by_create("2" * 64)] == [None] * 3


def test_a_code_opens_nothing_once_the_workshop_is_closed_and_may_open_another(store):
    store.append(batch(entry(1), listing=listing()))
    with pytest.raises(ListingTaken):
        store.append(batch(entry(1), log_id=OTHER, listing=listing(OTHER)))
    store.append(batch(entry(2), closed_at=TEN))
    assert store.by_code("VEVK47") is None
    assert store.listing(LOG) == listing(closed_at=TEN)
    store.append(batch(entry(1), log_id=OTHER, listing=listing(OTHER)))
    assert store.by_code("VEVK47") == listing(OTHER)


def test_workshops_without_an_op_do_not_stand_in_each_others_way(store):
    store.append(batch(entry(1), listing=listing()))
    store.append(batch(entry(1), log_id=OTHER, listing=listing(OTHER, "AAAAAA")))
    assert store.by_create("") is None


def test_the_same_op_makes_one_workshop(store):
    store.append(batch(entry(1), listing=listing(create_hash="1" * 64)))
    twice = listing(OTHER, "AAAAAA", create_hash="1" * 64)
    with pytest.raises(ListingTaken):
        store.append(batch(entry(1), log_id=OTHER, listing=twice))


def test_a_new_key_takes_the_place_of_the_old(store):
    store.append(batch(entry(1), listing=listing()))
    store.set_key(LOG, "9" * 64)
    assert store.listing(LOG) == listing(key_hash="9" * 64)


@pytest.mark.rule("H9")
def test_a_new_code_takes_the_place_of_the_old_in_the_same_commit(store):
    store.append(batch(entry(1), listing=listing()))
    store.append(batch(entry(1), log_id=OTHER, listing=listing(OTHER, "AAAAAA")))

    store.append(batch(entry(2), code="BBBBBB"))

    assert (store.by_code("VEVK47"), store.by_code("BBBBBB")) == (None, listing(code="BBBBBB"))
    with pytest.raises(ListingTaken):
        store.append(batch(entry(3), code="AAAAAA"))
    assert (store.by_code("BBBBBB"), store.heads([LOG])) == (listing(code="BBBBBB"), {LOG: 2})


def test_a_closed_workshop_waits_for_its_artifact_until_it_has_one(store):
    store.append(batch(entry(1), listing=listing()))
    assert store.unarchived() == []
    store.append(batch(entry(2), closed_at=TEN))
    assert store.unarchived() == [LOG]
    store.set_archived(LOG, TEN)
    assert store.unarchived() == []


@pytest.mark.parametrize(
    ("days", "closed_at", "now", "due"),
    [
        (30, NINE, "2026-12-21T08:59:59.999Z", False),
        (30, NINE, "2026-12-21T09:00:00.000Z", True),
        (1, NINE, "2026-11-22T09:00:00.000Z", True),
        (0, NINE, "2099-01-01T00:00:00.000Z", False),
        (30, None, "2026-12-21T09:59:59.999Z", False),  # never closed: since its last entry, at ten
        (30, None, "2026-12-21T10:00:00.000Z", True),
    ],
)
def test_when_a_workshop_is_past_its_days_and_a_closed_one_has_its_artifact(
    store, days, closed_at, now, due
):
    store.append(batch(entry(1), listing=listing(retention_days=days)))
    store.append(batch(entry(2, at=TEN), closed_at=closed_at))
    waits = [LOG] if due and closed_at else []
    assert (store.due_for_purge(now), store.held_back(now)) == (
        [LOG] if due and not waits else [],
        waits,
    )
    store.set_archived(LOG, TEN)
    assert (store.due_for_purge(now), store.held_back(now)) == ([LOG] if due else [], [])


def test_the_days_can_be_changed(store):
    store.append(batch(entry(1), listing=listing()))
    store.append(batch(entry(2), retention_days=7))
    assert store.listing(LOG) == msgspec.structs.replace(listing(), retention_days=7)


def test_purging_one_workshop_leaves_the_others_alone(store):
    for log, code in ((LOG, "AAAAAA"), (OTHER, "BBBBBB")):
        made = listing(log, code)
        store.append(batch(entry(1), log_id=log, listing=made, keys_made={"s": b"k"}))
    store.purge(LOG)
    assert (store.read(LOG), store.keys(LOG), store.listing(LOG)) == ([], {}, None)
    assert (store.read(OTHER), store.keys(OTHER)) == ([entry(1)], {"s": b"k"})
    assert store.listing(OTHER) == listing(OTHER, "BBBBBB")
