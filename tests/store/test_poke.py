"""The poke travels between workers, comes back with Redis, and never holds anyone up."""

import pytest

from workshop import engine
from workshop.store import Poke
from workshop.store.poke import tell_one


def test_without_redis_it_does_nothing():
    poke = Poke("")
    poke.tell("a" * 32, 1)
    poke.listen(pytest.fail)


def test_what_one_tells_the_other_hears_even_after_redis_was_away(green):
    def probe():
        import time

        from tests.servers.redis_server import RedisServer
        from workshop.store import Poke

        server = RedisServer()
        one, two = Poke(server.url), Poke(server.url)
        heard = engine.Queue()

        def tell_until_heard(seq):
            for _ in range(200):
                one.tell("a", seq)
                try:
                    return heard.get(0.1)
                except engine.Timeout:
                    continue
            return None

        ended = engine.Signal()

        def listen():
            two.listen(lambda log_id, seq: heard.put([log_id, seq]))
            ended.send("ended")

        engine.spawn(listen)
        told = [tell_until_heard(1)]
        for n in range(100):
            one.tell(f"log{n}", n)
        told.append(
            sorted(heard.get(20) for _ in range(100)) == sorted([f"log{n}", n] for n in range(100))
        )
        server.stop()
        before = time.monotonic()
        for n in range(100):
            one.tell(f"log{n}", n)
        told.append(time.monotonic() - before < 1)
        engine.sleep(0.2)
        server.start()
        told.append(tell_until_heard(2))
        while heard.qsize():
            heard.get()
        one.close()
        two.close()
        told.append(ended.wait(20))
        server.stop()
        return told

    assert green(probe) == [["a", 1], True, True, ["a", 2], "ended"]


def test_what_is_no_poke_is_passed_over():
    heard = []
    for data in (b"", b"a", b"a b", b"\xff \xff", b"a -1", b"a 7"):
        tell_one(lambda log_id, seq: heard.append([log_id, seq]), data)
    assert heard == [["a", 7]]


def test_a_hearer_that_stumbles_hears_on(caplog):
    tell_one(lambda log_id, seq: {}[log_id], b"a 7")
    assert [record.getMessage() for record in caplog.records] == ["A poke could not be followed."]
