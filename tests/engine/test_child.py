"""A child: fed and read by a native thread, on a leash, and the hub goes on meanwhile."""

import pytest

pytestmark = pytest.mark.engine

# Says what it was fed, twice; then stays until the leash is let go.
ECHO = "import sys; data = sys.stdin.buffer.read(); sys.stdout.buffer.write(data * 2)"
STAYS = (
    "import sys, time; from workshop.engine.child import end_with_the_leash; end_with_the_leash();"
    "sys.stdin.buffer.read(); sys.stdout.buffer.write(b'here'); sys.stdout.flush(); time.sleep(600)"
)
FAILS = "import sys; sys.stdin.buffer.read(); sys.exit(3)"


def talk(*programs: str) -> list[object]:
    import sys

    from workshop import engine

    beats: list[int] = []
    engine.spawn(lambda: [beats.append(1) or engine.sleep(0.001) for _ in range(50)])
    thread = engine.NativeThread("reader", lambda: None, lambda _: None)
    told: list[object] = []
    for program in programs:
        heard = bytearray()
        child = engine.Child((sys.executable, "-c", program), PYTHONPATH=".")

        def hear(chunk: bytes, child=child, heard=heard) -> None:
            heard.extend(chunk)
            if chunk == b"here":
                child.let_go()

        try:
            thread.call(lambda _, c=child, h=hear: c.talk(b"x" * 300_000, h))
            told.append(len(heard))
        except engine.ChildFault as fault:
            told.append([bytes(heard).decode(), str(fault).rpartition(" ended ")[2]])
        child.let_go()
    thread.stop()
    return [*told, len(beats) > 1]


def test_it_is_fed_and_read_however_much_that_is(green):
    assert green(talk, ECHO) == [600_000, True]


def test_let_go_it_ends_and_who_waits_is_told(green):
    assert green(talk, STAYS) == [["here", "with 1."], True]


def test_what_fails_in_it_is_a_fault_here(green):
    assert green(talk, FAILS, ECHO) == [["", "with 3."], 600_000, True]


def test_its_exit_is_not_taken_by_who_ran_another_program(green):
    def probe():
        import subprocess
        import sys
        import threading

        from workshop import engine

        nap = threading.Event()
        thread = engine.NativeThread("reader", lambda: None, lambda _: None)
        subprocess.run([sys.executable, "-c", ""], check=True)  # as libraries do to find their own
        child = engine.Child((sys.executable, "-c", "print('here')"))
        heard = []
        # It has ended long before anybody waits for it, and the hub is free to look after children.
        thread.call(lambda _: child.talk(b"", lambda chunk: heard.append(chunk) or nap.wait(0.3)))
        child.let_go()
        thread.stop()
        return b"".join(heard).decode()

    assert green(probe) == "here\n"
