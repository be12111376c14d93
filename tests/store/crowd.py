"""Runs in a green process: hundreds of calls at once while everything logs to one handler."""

import io
import logging
from collections import Counter

from tests.store.samples import LOG, added, batch, entry
from workshop import engine
from workshop.store import SeqTaken, Store

hub = logging.getLogger("hub")


class Crowd:
    def __init__(self, url: str) -> None:
        self.lines = io.StringIO()
        logging.basicConfig(
            level=logging.DEBUG, stream=self.lines
        )  # one handler, one lock, for all
        for library in ("sqlalchemy", "alembic", "psycopg"):
            logging.getLogger(library).setLevel(logging.DEBUG)
        self.store = Store(url)
        self.store.open()
        self.store.append(batch(entry(1)))
        self.done = engine.Queue()

    def all_at_once(self, count: int) -> list[object]:
        engine.spawn(self.chat)
        for n in range(count):
            engine.spawn(self.one, n)
        told = Counter(self.done.get(60) for _ in range(count))
        self.store.close()
        logged = self.lines.getvalue()
        names = ("the hub is alive", "INFO:sqlalchemy.engine.Engine:COMMIT", "INFO:alembic")
        return [dict(told), [name in logged for name in names]]

    def chat(self) -> None:
        while True:
            hub.debug("the hub is alive")
            engine.sleep(0)

    def one(self, n: int) -> None:
        hub.debug("call %d", n)
        try:
            self.done.put((self.write, self.read, self.read, self.collide, self.write)[n % 5](n))
        except BaseException as error:  # noqa: BLE001  whatever it is, it is counted
            self.done.put(repr(error))
        hub.debug("called %d", n)

    def write(self, n: int) -> str:
        self.store.append(batch(entry(1, added(str(n))), log_id=f"{n:032}"))
        return "written"

    def read(self, n: int) -> str:
        return "read" if self.store.read(LOG) == [entry(1)] else "wrong"

    def collide(self, n: int) -> str:
        try:
            self.store.append(batch(entry(1, op=f"op-again-{n}")))
        except SeqTaken:
            hub.exception("taken %d", n)
            return "taken"
        return "wrong"


def crowd(url: str) -> list[object]:
    return Crowd(url).all_at_once(500)
