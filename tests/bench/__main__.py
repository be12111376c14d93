"""`make bench`: what a full room costs. BENCH="--phones 300 --seconds 60 --engine gevent"."""

import argparse
import tempfile
from pathlib import Path

from tests.bench import cost, room
from tests.servers.rytme import Server


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--phones", type=int, default=300)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--engine", default="eventlet")
    chosen = options.parse_args()
    cost.compare()
    with tempfile.TemporaryDirectory(prefix="rytme-bench-") as folder:
        server = Server(Path(folder) / "server", RYTME_ENGINE=chosen.engine).start()
        try:
            room.hold(server, chosen.phones, chosen.seconds)
        finally:
            server.kill()


if __name__ == "__main__":
    main()
