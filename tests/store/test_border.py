"""The hard test of the border to the native threads, on every engine and database."""

from tests.store.crowd import crowd
from workshop import engine


def test_500_calls_at_once_while_everything_logs_leave_none_stuck(green, database_url):
    counts, logged = green(crowd, database_url)
    assert counts == {"written": 200, "read": 200, "taken": 100}
    assert logged == [True, True, True]


def test_a_slow_database_holds_nobody(green, database_url):
    def probe(url):
        from sqlalchemy import text

        from workshop.store import Store

        store = Store(url)
        store.open()
        count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<3000000)"
        slow = (
            f"{count} SELECT max(i) FROM n" if url.startswith("sqlite") else "SELECT pg_sleep(0.5)"
        )

        def work(db):
            with db.begin():
                db.execute(text(slow)).all()
            return True

        turns, done = 0, engine.Signal()
        engine.spawn(lambda: done.send(store._read(work)))
        while not done.is_sent():
            engine.sleep(0.005)
            turns += 1
        store.close()
        return [done.wait(), turns > 10]

    assert green(probe, database_url) == [True, True]


def test_the_self_test_knows_a_held_hub_from_a_free_one(green):
    def probe():
        import threading

        from workshop.store.hub import is_always_held_by, is_held_by

        def rest(_=None):
            threading.Event().wait(0.1)

        looks = iter([rest, lambda: native.call(rest)])

        def held_once():
            next(looks)()

        def failing():
            raise OSError("as told")

        native = engine.NativeThread("free", object, id)
        found = [
            is_held_by(lambda: native.call(rest)),
            is_held_by(rest),
            is_always_held_by(rest),
            is_always_held_by(held_once),
        ]
        try:
            is_held_by(failing)
        except OSError as error:
            found.append(str(error))
        native.stop()
        return found

    assert green(probe) == [False, True, True, False, "as told"]
