"""What the pages need of the house, put together by the app and found through Flask."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from flask import current_app

from workshop.access import Doors, Keys, Tokens
from workshop.conductor import Conductor
from workshop.config import Config
from workshop.export import Growths, Scribe
from workshop.store import Poke, Store

Measure = tuple[str, str, str, Callable[[], float]]  # name, kind, words, reader: for /metrics


@dataclass(frozen=True)
class House:
    """`build` names the static files of this start; old pages learn by it that they are old."""

    config: Config
    store: Store
    conductor: Conductor
    keys: Keys
    tokens: Tokens
    doors: Doors
    poke: Poke
    scribe: Scribe
    growths: Growths
    build: str
    measures: list[Measure] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)


def house() -> House:
    found: House = current_app.extensions["rytme"]
    return found


def static_url(path: str) -> str:
    return f"/static/{house().build}/{path}"
