"""The self-test that the database works beside the hub, and never in its way."""

from collections.abc import Callable

from sqlalchemy import Connection, text

from workshop import engine

FEWEST = 2  # turns of a hub that was held: one before the work, one after it
LOOKS = 3  # a machine with much else to do may let the hub stand once, and not three times
PAUSE = 0.005  # seconds between turns
COUNTING = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 300000)
SELECT max(n) FROM numbers
"""


def work(db: Connection) -> None:
    """Keep the database busy for a moment, about a tenth of a second."""
    with db.begin():
        db.execute(text(COUNTING if db.dialect.name == "sqlite" else "SELECT pg_sleep(0.1)")).all()


def is_always_held_by(ask: Callable[[], object]) -> bool:
    return all(is_held_by(ask) for _ in range(LOOKS))


def is_held_by(ask: Callable[[], object]) -> bool:
    """Whether green code stood still while `ask` waited; counted in turns, so a slow machine passes."""
    done: engine.Signal[object] = engine.Signal()
    engine.spawn(_answer, done, ask)
    turns = 0
    while not done.is_sent():
        engine.sleep(PAUSE)
        turns += 1
    done.wait()
    return turns <= FEWEST


def _answer(done: "engine.Signal[object]", ask: Callable[[], object]) -> None:
    try:
        done.send(ask())
    except Exception as error:  # noqa: BLE001  it is raised where the answer is awaited
        done.throw(error)
