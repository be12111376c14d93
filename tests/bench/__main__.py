"""`make bench`: what a full room costs. `make soak`: hours of coming and going.

BENCH="--phones 300 --seconds 60 --engine gevent" or, for soak, BENCH="--minutes 120".
"""

import argparse
import tempfile
from pathlib import Path

from tests.bench import cost, exports, room, soak, wide
from tests.servers.rytme import Server


def main() -> None:
    chosen = options()
    if chosen.what == "cost" or (chosen.what == "room" and not chosen.quick):
        cost.compare()
        wide.compare()
    if chosen.what == "exports" or (chosen.what == "room" and not chosen.quick):
        exports.compare()
    if chosen.what == "cost":
        return
    with tempfile.TemporaryDirectory(prefix="rytme-bench-") as folder:
        server = Server(Path(folder) / "server", RYTME_ENGINE=chosen.engine).start()
        try:
            if chosen.what == "soak":
                soak.soak(server, chosen.phones, chosen.minutes)
            if chosen.what == "room":
                room.hold(server, chosen.phones, chosen.seconds)
            if chosen.what == "exports" or (chosen.what == "room" and not chosen.quick):
                exports.beside(server)
        finally:
            server.kill()


def options() -> argparse.Namespace:
    found = argparse.ArgumentParser(prog="make bench", description=__doc__)
    found.add_argument(
        "what", nargs="?", default="room", choices=("room", "cost", "exports", "soak")
    )
    found.add_argument("--phones", type=int, default=300)
    found.add_argument("--seconds", type=float, default=60)
    found.add_argument("--minutes", type=int, default=60)
    found.add_argument("--engine", default="eventlet", choices=("eventlet", "gevent"))
    found.add_argument(
        "--quick", action="store_true", help="leave out what one command and each export cost"
    )
    return found.parse_args()


if __name__ == "__main__":
    main()
