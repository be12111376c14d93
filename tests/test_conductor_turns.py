"""The conductor on a green engine: who looks at a place, and who changes it, both get their turn."""

import pytest

from tests.green import run_green
from workshop import engine

pytestmark = pytest.mark.engine


def test_a_look_at_a_place_waits_for_no_more_than_the_batch_in_hand(engine_name, tmp_path):
    def probe(folder):

        from tests.core.story import LOG, creation, id_of
        from tests.store.samples import listing
        from workshop.conductor import Conductor, Speaker
        from workshop.core.people import JoinWorkshop
        from workshop.store import Store

        class Busy(Store):
            """While one commit is under way, the next command comes, and somebody looks."""

            def append(self, batch):
                if waiting:
                    engine.spawn(join, waiting.pop())
                    engine.spawn(look)
                    engine.sleep()
                super().append(batch)

        def join(name):
            speaker = Speaker(id_of(name), "participant")
            conductor.submit(LOG, JoinWorkshop(op=f"op-join-{name}", name=name), speaker)
            done.put(name)

        def look():
            before = len(batches)
            conductor.place(LOG)
            looks.append(len(batches) - before)

        store = Busy(f"sqlite:///{folder}/rytme.sqlite3")
        waiting, batches, looks, done = [], [], [], engine.Queue()
        store.open()
        conductor = Conductor(store)
        conductor.create(creation(), listing(LOG))
        conductor.listeners.append(batches.append)
        waiting += [f"p{number}" for number in range(20)]
        engine.spawn(join, "ada")
        for _ in range(21):
            done.get(30)
        store.close()
        return [max(looks), len(batches)]

    longest, batches = run_green(engine_name, probe, str(tmp_path))

    assert (longest <= 2, batches) == (True, 21)


def test_a_long_log_is_loaded_once_for_all_who_come_and_others_run_meanwhile(engine_name, tmp_path):
    def probe(folder):

        from tests.core.story import LOG, creation, id_of
        from tests.store.samples import listing
        from workshop import conductor as conducting
        from workshop.conductor import Conductor, Speaker
        from workshop.core.people import JoinWorkshop
        from workshop.store import Store

        class Watched(Store):
            """Tells when the log is read, and when its replay begins."""

            def read(self, log_id, after=0):
                reads.append(after)
                return super().read(log_id, after)

            def keys(self, log_id):
                found = super().keys(log_id)
                turns.append(0)
                return found

        def join(name):
            speaker = Speaker(id_of(name), "participant")
            command = JoinWorkshop(op=f"op-join-{name}", name=name)
            return conductor.submit(LOG, command, speaker).seq

        def come(ask):
            answers.append(ask())

        def others():
            while len(answers) < 5:
                turns[-1] += 1
                engine.sleep()

        store = Watched(f"sqlite:///{folder}/rytme.sqlite3")
        reads, turns, answers = [], [], []
        store.open()
        conductor = Conductor(store)
        conductor.create(creation(), listing(LOG))
        for number in range(50):
            join(f"p{number}")
        conducting.TURN = 0  # every entry is a long one
        conductor.forget(LOG)
        reads.clear()
        turns[:] = [0]
        asks = (lambda: conductor.place(LOG).seq > 50, lambda: join("late"))
        for ask in (asks[0], conductor.poll, *asks, asks[1]):
            engine.spawn(come, ask)
        others()
        store.close()
        return [reads, sorted(filter(None, answers)), turns[-1] > 25]

    assert run_green(engine_name, probe, str(tmp_path)) == [[0], [True, True, 52, 52], True]
