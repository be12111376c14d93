"""One transaction a batch; the head, the sequence and the op are each taken once."""

import pytest

from tests.store.samples import LOG, OTHER, STEP, added, batch, entry, listing
from workshop.store import ListingTaken, SeqTaken


def test_what_was_appended_is_read_back_whole_and_in_order(store):
    first = [entry(1, added("Æ “q” \u0000 🧶")), entry(2, scope=STEP, by="p" * 32)]
    store.append(batch(*first))
    store.append(batch(entry(3, added(), added("two"))))
    assert store.read(LOG) == [*first, entry(3, added(), added("two"))]
    assert store.read(LOG, after=2) == [entry(3, added(), added("two"))]
    assert (store.read(LOG, after=3), store.read(OTHER)) == ([], [])


def test_heads_of_many_places_in_one_question(store):
    store.append(batch(entry(1), entry(2)))
    store.append(batch(entry(1), log_id=OTHER))
    assert store.heads([LOG, OTHER, "c" * 32]) == {LOG: 2, OTHER: 1}
    assert store.heads([]) == {}


@pytest.mark.parametrize("seq", [1, 2, 4])
def test_a_place_in_the_log_is_taken_once_and_no_gap_is_left(store, seq):
    store.append(batch(entry(1), entry(2)))
    with pytest.raises(SeqTaken, match=LOG):
        store.append(batch(entry(seq, op="op-another")))
    assert (store.read(LOG), store.heads([LOG])) == ([entry(1), entry(2)], {LOG: 2})


def test_two_workers_cannot_both_write_what_comes_next(store, another_store):
    other = another_store()
    store.append(batch(entry(1)))
    other.append(batch(entry(2, added("first"))))
    with pytest.raises(SeqTaken):
        store.append(batch(entry(2, added("second"), op="op-second")))
    assert store.read(LOG, 1) == [entry(2, added("first"))]


def test_an_op_is_taken_once_in_its_log(store):
    store.append(batch(entry(1, op="op-twice")))
    store.append(batch(entry(1, op="op-twice"), log_id=OTHER))
    with pytest.raises(SeqTaken):
        store.append(batch(entry(2, op="op-twice")))
    assert store.heads([LOG]) == {LOG: 1}


def test_a_batch_is_written_whole_or_not_at_all(store):
    store.append(batch(entry(1), listing=listing()))
    for spoiled, fault in (
        (batch(entry(2), entry(3, op="op-000001"), keys_made={STEP: b"k"}), SeqTaken),
        (
            batch(entry(1), keys_made={STEP: b"k"}, log_id=OTHER, listing=listing(OTHER)),
            ListingTaken,
        ),
    ):
        with pytest.raises(fault):
            store.append(spoiled)
    assert store.heads([LOG, OTHER]) == {LOG: 1}
    assert (store.keys(LOG), store.keys(OTHER), store.listing(OTHER)) == ({}, {}, None)


def test_keys_are_kept_with_their_scopes(store):
    store.append(batch(entry(1), keys_made={STEP: b"\x00\xff" * 16}))
    store.append(batch(entry(2), keys_made={"another": b"k" * 32}))
    assert store.keys(LOG) == {STEP: b"\x00\xff" * 16, "another": b"k" * 32}
    assert store.keys(OTHER) == {}


def test_a_worker_that_slept_through_a_purge_cannot_write_on(store):
    store.append(batch(entry(1), entry(2), listing=listing()))
    store.purge(LOG)
    with pytest.raises(SeqTaken):
        store.append(batch(entry(3)))
    assert (store.read(LOG), store.heads([LOG])) == ([], {})
