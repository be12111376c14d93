"""The border: one native thread, plain data, exceptions travel, and the hub never waits."""

import threading

import pytest

from workshop import engine

pytestmark = pytest.mark.engine


def border():
    import threading

    told = []
    opened = []

    def open_one():
        opened.append(threading.get_ident())
        if len(opened) == 1:
            raise OSError("not yet")
        return {"calls": 0, "thread": threading.get_ident()}

    def count(connection, step):
        connection["calls"] += step
        return [connection["calls"], threading.get_ident() == connection["thread"]]

    def fail(connection):
        raise KeyError("as told")

    def close(connection):
        told.append(["closed", connection["calls"]])

    native = engine.NativeThread("writer", open_one, close)
    for fn, args in [(count, (1,)), (count, (2,)), (fail, ()), (count, (3,))]:
        try:
            told.append(native.call(fn, *args))
        except (OSError, KeyError) as error:
            told.append(repr(error))
    told.append(threading.get_ident() in opened)
    native.stop()
    native.stop()
    try:
        native.call(count, 1)
    except engine.ThreadEnded as error:
        told.append(str(error))
    told.append([thread.name for thread in threading.enumerate() if thread.name == "writer"])
    return told


TOLD = [
    "OSError('not yet')", [2, True], "KeyError('as told')", [5, True], False, ["closed", 5],
    "The thread writer has stopped.", [],
]  # fmt: skip


def test_one_thread_owns_the_connection(green):
    assert green(border) == TOLD


def test_the_same_without_an_engine():
    assert border() == TOLD


def test_many_ordinary_threads_may_call_it():
    native = engine.NativeThread("plain", list, list.clear)
    threads = [threading.Thread(target=native.call, args=(list.append, n)) for n in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(native.call(list.copy)) == list(range(50))
    native.stop()


def test_a_blocked_call_holds_nobody(green):
    def probe():
        import threading

        block = threading.Event()
        native = engine.NativeThread("slow", object, id)
        done = engine.Queue()
        engine.spawn(lambda: done.put(native.call(lambda _: block.wait(30))))
        for _ in range(20):
            engine.sleep(0.01)
        before = done.qsize(), native.waiting()
        block.set()
        return [before, done.get(30), engine.hub_lag() < 1]

    assert green(probe) == [[0, 0], True, True]


def test_calls_are_done_in_the_order_they_were_made(green):
    def probe():
        native = engine.NativeThread("ordered", list, list.clear)
        for n in range(500):
            engine.spawn(native.call, list.append, n)
        engine.sleep(0)
        return native.call(list.copy) == list(range(500))

    assert green(probe) is True


def test_nothing_of_a_call_outlives_it(green):
    def probe():
        import gc
        import weakref

        class Thing:
            pass

        native = engine.NativeThread("tidy", object, id)
        thing = Thing()
        ghost = weakref.ref(thing)
        native.call(lambda _, it: None, thing)
        del thing
        engine.sleep(0.01)
        gc.collect()
        return ghost() is None

    assert green(probe) is True
