"""The green things mean the same on every engine, and without one."""

import pytest

from workshop import engine

pytestmark = pytest.mark.engine


def story():
    """Everything that green code does with the engine, told as a list."""
    told = []

    def late(signal):
        engine.sleep(0.01)
        signal.send("late")

    def broken(signal):
        engine.sleep(0.01)
        signal.throw(ValueError("broken"))

    def hold(lock, queue, mark):
        with lock:
            engine.sleep(0.01)
            queue.put(mark)

    one, two, never = engine.Signal(), engine.Signal(), engine.Signal()
    engine.spawn(late, one)
    told.append([one.wait(), one.wait(), one.is_sent()])
    engine.spawn(broken, two)
    try:
        two.wait(5)
    except ValueError as error:
        told.append(str(error))
    try:
        never.wait(0.01)
    except engine.Timeout:
        told.append("waited long enough")
    nothing = engine.Signal()
    nothing.send(None)
    told.append(nothing.wait(1))
    lock, queue = engine.Lock(), engine.Queue()
    for mark in "abc":
        engine.spawn(hold, lock, queue, mark)
    told.append(sorted([queue.get(), queue.get(5), queue.get()]))
    for seconds in (0, 0.01):
        try:
            queue.get(seconds)
        except engine.Timeout:
            told.append(["empty", queue.qsize(), lock.locked()])
    engine.spawn_after(0.01, queue.put, "kept")
    engine.spawn_after(0.01, queue.put, "cancelled").cancel()
    told.append(queue.get(5))
    engine.sleep(0.03)
    told.append(queue.qsize())
    return told


TOLD = [
    ["late", "late", True], "broken", "waited long enough", None, ["a", "b", "c"],
    ["empty", 0, False], ["empty", 0, False], "kept", 0,
]  # fmt: skip


def test_green(green):
    assert green(story) == TOLD


def test_plain():
    assert story() == TOLD


def test_a_failing_task_is_logged_and_hurts_nobody(green):
    def probe():
        import io
        import logging

        lines = io.StringIO()
        logging.basicConfig(stream=lines, format="%(levelname)s %(name)s %(message)s")
        engine.spawn(int, "no number")
        engine.sleep(0.01)
        return lines.getvalue().splitlines()[0]

    assert green(probe) == "ERROR workshop.engine A background task failed: int"


def test_a_held_hub_shows_in_its_lag(green):
    def probe():
        import threading

        engine.sleep(0.1)
        threading.Event().wait(0.3)  # native: holds everything
        engine.sleep(0.1)
        return engine.hub_lag()

    assert 0.2 < green(probe) < 5
