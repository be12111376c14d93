"""Killed at any moment, three times over: what was acknowledged is there, once, and nothing is half."""

import random
import subprocess
import sys
from pathlib import Path

from tests.store.samples import LOG, added, entry
from workshop.store import Store

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from workshop import engine
engine.start(sys.argv[2])
from tests.store.samples import LOG, added, batch, entry
from workshop.store import Store
store = Store(sys.argv[1])
store.open()
seq = store.heads([LOG]).get(LOG, 0)
while True:
    pair = [entry(seq + 1, added(str(seq + 1))), entry(seq + 2, added(str(seq + 2)))]
    store.append(batch(*pair))
    seq += 2
    print(seq, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(database_url):
    engine_name = "eventlet" if database_url.startswith("sqlite") else "gevent"
    chance = random.Random(3)
    acknowledged = 0
    for _ in range(3):
        acknowledged = write_until_killed(database_url, engine_name, chance)
        store = Store(database_url)
        store.open()
        found = store.read(LOG)
        store.close()
        assert found == [entry(seq, added(str(seq))) for seq in range(1, len(found) + 1)]
        assert len(found) in {acknowledged, acknowledged + 2}  # the last may be unanswered
    assert acknowledged > 60


def write_until_killed(url, engine_name, chance) -> int:
    command = [sys.executable, "-c", WRITER, url, engine_name]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        lines = [writer.stdout.readline() for _ in range(chance.randrange(15, 60))]
        writer.kill()
        lines += writer.stdout.readlines()
    return int([line for line in lines if line.endswith("\n")][-1])
