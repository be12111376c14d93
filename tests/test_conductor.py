"""The conductor over a real store: one answer for each op, nothing told before its commit."""

import itertools
import time
from concurrent.futures import Future, ThreadPoolExecutor

import msgspec
import pytest
from sqlalchemy import delete

from tests.core.story import LOG, NINE, creation, id_of, records
from tests.store.samples import listing
from workshop.conductor import KEPT, Accepted, Batch, Conductor, Speaker, Unsure
from workshop.core.agenda import StartStep
from workshop.core.changing import RemoveStep
from workshop.core.door import CloseDoor, RotateCode
from workshop.core.history import Undo
from workshop.core.messages import Refused
from workshop.core.notes import AddNote, Note, RevealNotes, SealStep
from workshop.core.people import JoinWorkshop, Participant
from workshop.core.secrecy import spent_hash
from workshop.core.times import later
from workshop.core.workshop import ChangeWorkshop, the_workshop
from workshop.store import ListingTaken, Store, StoreFault
from workshop.store.tables import keys

ADA = Speaker(id_of("ada"), "participant")
FINN = Speaker(id_of("finn"), "facilitator")
ops = (f"op-{number:06}" for number in itertools.count())


class Ticking:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        return later(NINE, self.seconds)


@pytest.fixture
def store(database_url):
    opened = Store(database_url)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def conductor(store):
    """A workshop in its private writing step, with ada, and finn who leads."""
    conducting = Conductor(store, now=Ticking())
    conducting.create(creation(), listing(LOG))
    for speaker in (ADA, FINN):
        conducting.submit(LOG, JoinWorkshop(op=next(ops), name=speaker.actor[:3]), speaker)
    conducting.submit(LOG, StartStep(op=next(ops), step=id_of("write")), FINN)
    return conducting


def note(word: str, op: str = "", text: str = "A thought") -> AddNote:
    return AddNote(op=op or next(ops), id=id_of(word), step=id_of("write"), type="idea", text=text)


def reopened(store) -> Conductor:
    return Conductor(store, now=Ticking())


def test_an_accepted_op_sent_again_gets_its_first_answer(conductor):
    first = conductor.submit(LOG, note("n1", op="op-twice"), ADA)
    again = conductor.submit(LOG, note("n2", op="op-twice"), ADA)
    assert (first.again, again) == (False, Accepted(first.seq, again=True))
    assert conductor.place(LOG).get(Note, id_of("n2")) is None


def test_a_refused_op_leaves_no_trace_and_is_decided_anew(conductor):
    before = conductor.place(LOG).seq
    with pytest.raises(Refused):
        conductor.submit(LOG, note("n1", op="op-empty-1", text=" "), ADA)
    assert conductor.place(LOG).seq == before
    assert conductor.submit(LOG, note("n1", op="op-empty-1"), ADA) == Accepted(before + 1)


def test_what_is_reopened_is_what_was_left(conductor, store):
    conductor.submit(LOG, note("n1"), ADA)
    left = conductor.place(LOG)
    found = reopened(store).place(LOG)
    assert (records(found), found.seq, found.last_at) == (records(left), left.seq, left.last_at)


def test_the_role_is_read_from_the_places_own_records(conductor):
    with pytest.raises(Refused) as refused:
        conductor.submit(
            LOG, RevealNotes(op=next(ops), step=id_of("write")), Speaker(ADA.actor, "facilitator")
        )
    assert refused.value.code == "forbidden"
    with pytest.raises(Refused) as refused:
        conductor.submit(LOG, note("n1"), Speaker(id_of("stranger"), "participant"))
    assert refused.value.code == "forbidden"


def test_a_log_that_is_not_there(conductor):
    with pytest.raises(Refused) as refused:
        conductor.submit("f" * 32, note("n1"), ADA)
    assert refused.value.code in {"code_not_open", "forbidden"}


def test_a_secret_entry_tells_the_minute_and_moves_no_clock(conductor, store):
    before = conductor.place(LOG).last_at
    conductor.submit(LOG, note("n1"), ADA)
    (entry,) = store.read(LOG, conductor.place(LOG).seq - 1)
    assert (entry.at, entry.by == ADA.actor, entry.scope) == (NINE, False, id_of("write"))
    assert conductor.place(LOG).last_at == before


def test_sealing_destroys_the_key_and_spends_the_ops(conductor, store):
    conductor.submit(LOG, note("n1", op="op-of-ada"), ADA)
    pseudonyms = conductor.names(LOG, ADA.actor) - {ADA.actor}
    conductor.submit(LOG, RevealNotes(op=next(ops), step=id_of("write")), FINN)
    conductor.submit(LOG, SealStep(op=next(ops), step=id_of("write")), FINN)
    assert id_of("write") not in store.keys(LOG)
    assert spent_hash(LOG, "op-of-ada") in store.spent(LOG)
    assert not [
        name
        for name in pseudonyms
        if name in repr(store.read(LOG)) and len(name) == 32 and name in conductor.names(LOG, "x")
    ]
    for conducting in (conductor, reopened(store)):
        assert conducting.submit(LOG, note("n1", op="op-of-ada"), ADA) == Accepted(None, again=True)
    assert records(reopened(store).place(LOG)) == records(conductor.place(LOG))


@pytest.mark.rule("S3")
def test_a_spent_op_is_known_at_a_worker_that_read_it_when_it_was_blanked(conductor, store):
    other = reopened(store)
    other.place(LOG)
    conductor.submit(LOG, note("n1", op="op-of-ada"), ADA)
    conductor.submit(LOG, RevealNotes(op=next(ops), step=id_of("write")), FINN)
    conductor.submit(LOG, SealStep(op=next(ops), step=id_of("write")), FINN)
    other.catch_up(LOG)

    again = other.submit(LOG, note("n1", op="op-of-ada"), ADA)

    assert again == Accepted(None, again=True)


def test_listeners_are_told_after_the_commit_and_before_the_answer(conductor, store):
    told = []

    def listen(batch: Batch) -> None:
        told.append((batch.start, batch.end, [change.kind for change in batch.changed]))

    conductor.listeners.append(listen)
    answer = conductor.submit(LOG, note("n1"), ADA)
    assert told == [(answer.seq - 1, answer.seq, ["note", "authorship"])]


def test_two_workers_write_one_log(conductor, store):
    """Optimistic concurrency is the primary key: the slower one reads on and decides anew."""
    other = reopened(store)
    other.place(LOG)
    heard = []
    conductor.listeners.append(lambda batch: heard.append((batch.start, batch.end)))
    other.submit(LOG, note("n1"), ADA)
    conductor.submit(LOG, note("n2"), ADA)
    conductor.submit(LOG, note("n3"), ADA)
    other.poll()
    assert records(other.place(LOG)) == records(conductor.place(LOG))
    assert [(start + 1) for start, _ in heard] == [end for _, end in heard]
    assert conductor.place(LOG).count(Note) == 3


def test_a_poke_of_what_is_known_already_asks_nothing_of_the_database(conductor, store):
    seq = conductor.submit(LOG, note("n1"), ADA).seq
    store.close()  # whoever asks it is refused

    conductor.catch_up(LOG, seq)

    with pytest.raises(StoreFault):
        conductor.catch_up(LOG, seq + 1)
    store.open()


def test_what_another_worker_committed_is_told_as_read_on(conductor, store):
    other = reopened(store)
    other.place(LOG)
    told = []
    for conducting in (conductor, other):
        conducting.listeners.append(told.append)

    seq = conductor.submit(LOG, note("n1"), ADA).seq
    other.catch_up(LOG, seq)

    assert [(batch.end, batch.read_on) for batch in told] == [(seq, False), (seq, True)]


def test_a_code_that_is_taken_is_said_to_be(conductor):
    other = "f" * 32
    create = msgspec.structs.replace(creation(), op="op-second", id=other)
    with pytest.raises(ListingTaken):
        conductor.create(create, listing(other))


@pytest.mark.rule("H9")
def test_a_code_is_rotated_in_the_log_and_the_directory_at_once(conductor, store):
    rotate = RotateCode(op="op-rotate-1", code="AAAAAA")
    conductor.submit(LOG, rotate, FINN)
    again = conductor.submit(LOG, msgspec.structs.replace(rotate, code="BBBBBB"), FINN)
    assert (again.again, the_workshop(conductor.place(LOG)).code) == (True, "AAAAAA")
    assert (store.by_code("VEVK47"), store.by_code("AAAAAA").log_id) == (None, LOG)
    assert the_workshop(reopened(store).place(LOG)).code == "AAAAAA"


@pytest.mark.rule("H9")
def test_a_code_that_another_workshop_has_changes_nothing(conductor, store):
    other = "f" * 32
    create = msgspec.structs.replace(creation(), op="op-second", id=other, code="AAAAAA")
    conductor.create(create, listing(other, "AAAAAA"))
    with pytest.raises(ListingTaken):
        conductor.submit(LOG, RotateCode(op="op-rotate-1", code="AAAAAA"), FINN)
    assert the_workshop(conductor.place(LOG)).code == "VEVK47"
    assert store.by_code("AAAAAA").log_id == other


@pytest.mark.rule("U2")
def test_undone_days_are_the_directorys_too(conductor, store):
    days = conductor.submit(LOG, ChangeWorkshop(op=next(ops), retention_days=5), FINN)
    changed = store.listing(LOG).retention_days
    conductor.submit(LOG, Undo(op=next(ops), deed=f"{days.seq:016}"), FINN)
    assert (changed, store.listing(LOG).retention_days) == (5, 30)
    assert records(reopened(store).place(LOG)) == records(conductor.place(LOG))


@pytest.mark.rule("H10")
def test_while_the_door_is_closed_only_who_is_in_comes_in(conductor):
    joined = JoinWorkshop(op="op-join-cy", name="Cy")
    conductor.submit(LOG, joined, Speaker(id_of("cy"), "participant"))
    conductor.submit(LOG, CloseDoor(op=next(ops), closed=True), FINN)
    again = conductor.submit(LOG, joined, Speaker(id_of("cy"), "participant"))
    assert again.again is True
    stranger = Speaker(id_of("dan"), "participant")
    with pytest.raises(Refused) as refused:
        conductor.submit(LOG, JoinWorkshop(op=next(ops), name="Dan"), stranger)
    assert refused.value.code == "code_not_open"
    conductor.submit(LOG, JoinWorkshop(op=next(ops)), Speaker(id_of("eva"), "facilitator"))


def test_a_key_that_went_with_a_batch_is_not_made_again_in_it(conductor):
    """Else the step would go on without one, and its anonymous notes would bear their authors' ids."""
    start = StartStep(op=next(ops), step=id_of("write"))
    undone = conductor.submit(LOG, Undo(op=next(ops), deed=f"{4:016}"), FINN)
    removing = RemoveStep(op=next(ops), step=id_of("write"))
    back = Undo(op=next(ops), deed=f"{undone.seq + 2:016}")
    gathered: list[Future[Accepted]] = []

    def gather(batch: Batch) -> None:
        while len(gathered) < 3:
            command = (removing, back, start)[len(gathered)]
            gathered.append(pool.submit(conductor.submit, LOG, command, FINN))
            time.sleep(0.1)  # until it is in the queue

    conductor.listeners.append(gather)
    with ThreadPoolExecutor(3) as pool:
        conductor.submit(LOG, ChangeWorkshop(op=next(ops), retention_days=5), FINN)
    removed, returned, started = (future.exception() for future in gathered)
    assert (removed, returned, type(started)) == (None, None, Unsure)
    conductor.submit(LOG, start, FINN)
    conductor.submit(LOG, note("n1"), ADA)
    assert conductor.place(LOG).get(Note, id_of("n1")).owner != ADA.actor


def test_many_at_once_all_get_their_answer(conductor, store):
    people = [Speaker(id_of(f"p{number}"), "participant") for number in range(40)]
    for speaker in people:
        conductor.submit(LOG, JoinWorkshop(op=next(ops), name=""), speaker)

    def write(numbered) -> Accepted:
        number, speaker = numbered
        return conductor.submit(LOG, note(f"m{number}", op=f"op-many-{number:03}"), speaker)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(write, enumerate(people * 5)))
    assert len({answer.seq for answer in answers}) == 200
    assert records(reopened(store).place(LOG)) == records(conductor.place(LOG))


def test_a_commit_that_fails_is_taken_back_and_decided_anew(conductor, store):
    """The database is gone for a moment: nothing half done is left, and the op is not lost."""
    before = records(conductor.place(LOG))
    store.close()
    conductor.listeners.clear()
    with pytest.raises(Exception):  # noqa: B017  any fault may come; what matters is the place
        conductor.submit(LOG, note("n1", op="op-in-the-dark"), ADA)
    store.open()
    assert records(conductor.place(LOG)) == before
    assert conductor.submit(LOG, note("n1", op="op-in-the-dark"), ADA).again is False
    assert conductor.place(LOG).get(Participant, ADA.actor) is not None


def without_keys(db):
    with db.begin():
        db.execute(delete(keys))


def test_where_a_restore_left_no_key_nobody_signs_with_their_own_id(store, conductor):
    conductor.submit(LOG, note("before"), ADA)
    store._write(without_keys)
    again = Conductor(store, now=Ticking())

    again.submit(LOG, note("after"), ADA)
    again.submit(LOG, note("third"), ADA)

    owners = {it.id: it.owner for it in again.place(LOG).all(Note)}
    assert ADA.actor not in owners.values()
    assert owners[id_of("after")] == owners[id_of("third")] != owners[id_of("before")]
    assert id_of("write") in store.keys(LOG)


class Watch:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def passes(self, seconds: float, conductor: Conductor) -> None:
        self.seconds += seconds
        conductor.poll()


def test_a_place_that_nobody_holds_is_kept_for_a_minute_after_its_last_use(conductor, store):
    watch = Watch()
    other = Conductor(store, watch=watch)
    first = other.place(LOG)

    watch.passes(KEPT, other)
    again = other.place(LOG)
    watch.passes(KEPT, other)
    still = other.place(LOG)
    watch.passes(KEPT + 1, other)
    anew = other.place(LOG)

    assert (again is first, still is first, anew is first) == (True, True, False)


def test_a_place_that_somebody_holds_is_kept_for_as_long(conductor, store):
    watch = Watch()
    other = Conductor(store, watch=watch)
    other.holders.append(lambda log: log == LOG)
    first = other.place(LOG)

    watch.passes(100 * KEPT, other)

    assert other.place(LOG) is first


def test_what_is_kept_for_nobody_has_a_bound_and_the_longest_unused_goes_first(
    conductor, store, monkeypatch
):
    watch = Watch()
    other = Conductor(store, watch=watch)
    second = msgspec.structs.replace(creation(), op="op-second", id="b" * 32)
    other.create(second, listing(second.id, code="VEVK48"))
    older, nothing = other.place(second.id), other.place("c" * 32)
    watch.passes(1, other)
    newest = other.place(LOG)
    still = other.place(second.id) is older
    watch.seconds += 1
    other.place(LOG)
    monkeypatch.setattr("workshop.conductor.MOST_KEPT", newest.weight())

    watch.passes(1, other)

    assert (still, other.place(LOG) is newest) == (True, True)
    assert (other.place(second.id) is older, other.place("c" * 32) is nothing) == (False, False)


def test_what_another_worker_has_purged_is_forgotten_within_a_second(conductor, store):
    other = reopened(store)
    other.holders.append(lambda log: log == LOG)
    assert other.place(LOG).seq > 0

    conductor.store.purge(LOG)
    other.poll()

    assert (other.place(LOG).seq, records(other.place(LOG))) == (0, {})


def test_a_place_that_is_purged_while_it_is_loaded_is_empty(conductor, database_url):
    class Purging(Store):
        """As soon as its log has been read, it is past its days."""

        def keys(self, log_id):
            found = super().keys(log_id)
            self.purge(log_id)
            other.forget(log_id)
            return found

    other = Conductor(Purging(database_url))
    other.store.open()

    place = other.place(LOG)

    other.store.close()
    assert (place.seq, records(place)) == (0, {})
