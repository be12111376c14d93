"""The start, tested before anyone is let in: one clear line for each fault, and no start with one."""

from flask import Flask

from workshop import engine
from workshop.app import close, create_app, tend
from workshop.config import Config
from workshop.store import StoreFault


class Faulty(Exception):
    """The server must not start; `lines` say why, each by itself."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


def boot(config: Config) -> tuple[Flask, engine.Listener]:
    """The app over a store that keeps its promises, and its open listener; raises Faulty."""
    if found := engine.faults():
        raise Faulty(found)
    try:
        app = create_app(config)
    except StoreFault as fault:
        raise Faulty([str(fault)]) from fault
    try:
        listener = engine.listen(config.host, config.port)
    except OSError as fault:
        close(app.extensions["rytme"])
        line = f"The address {config.host}:{config.port} cannot be opened: {fault.strerror}."
        raise Faulty([line]) from fault
    tend(app.extensions["rytme"])
    return app, listener
