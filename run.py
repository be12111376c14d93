"""The usual start: python run.py."""

import logging
import signal
import sys

from workshop import engine
from workshop.config import Config, SettingFault, read


def main() -> int:
    """Name the engine, then build the app, test both, and serve until told to stop."""
    try:
        config = read()
        engine.start(config.engine)
    except (SettingFault, engine.EngineFault) as fault:
        return refuse([str(fault)])
    # Only now: everything below must find the sockets of the engine.
    from workshop.app import close
    from workshop.boot import Faulty, boot

    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("workshop").setLevel(logging.INFO)
    try:
        app, listener = boot(config)
    except Faulty as fault:
        return refuse(fault.lines)
    signal.signal(signal.SIGTERM, lambda *_: engine.stop())
    signal.signal(signal.SIGINT, lambda *_: engine.stop())
    greet(config)
    engine.serve(listener, app)
    close(app.extensions["rytme"])
    return 0


def refuse(lines: list[str]) -> int:
    for line in lines:
        print(f"Rytme does not start: {line}", file=sys.stderr)
    return 1


def greet(config: Config) -> None:
    """For the host's eyes: where to go, what to scan, where the results will lie."""
    from workshop.web.addresses import addresses, is_local_only
    from workshop.web.qr import qr_text

    found = addresses(config)
    print(f"\nRytme is open.\n\n  On this machine   http://localhost:{config.port}")
    if is_local_only(found[0]):
        print("  This machine has no other address: phones cannot reach it.")
    else:
        for address in found:
            print(f"  In the room       {address}")
        print(f"\n{qr_text(found[0])}")
    print(f"  Results are kept in {config.sessions_dir}\n  Stop with Ctrl-C\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
