"""The house put together: wires everything, decides nothing."""

import logging
from collections.abc import Callable

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from workshop import engine
from workshop.access import Doors, Keys, Tokens
from workshop.conductor import Batch, Clock, Conductor, utc_now
from workshop.config import Config
from workshop.export import Growths, Scribe, Stopped
from workshop.live import attach
from workshop.store import Poke, Store
from workshop.web.doors import open_doors
from workshop.web.house import House
from workshop.web.static import FOLDER, build_of, served

TEMPLATES = FOLDER.parent / "templates"
MOST_BODY = 256 * 1024  # bytes of a request; what a note may hold is far less
HOUR = 3600

faults = logging.getLogger("workshop.app")


def create_app(config: Config) -> Flask:
    """The app over an open store; raises StoreFault with one line when that is not as promised."""
    there = build_house(config)
    app = Flask("workshop", static_folder=None, template_folder=str(TEMPLATES))
    app.config.update(
        SECRET_KEY=there.keys.cookies(),
        SESSION_COOKIE_NAME="rytme",
        SESSION_COOKIE_SECURE=config.https,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_BODY,
    )
    open_doors(app, there)
    live = attach(app, there.conductor, there.tokens, there.build)
    there.measures.append(
        ("sockets", "gauge", "Sockets open now.", lambda: len(live.server.eio.sockets))
    )
    app.wsgi_app = served(app.wsgi_app, there.build)  # type: ignore[method-assign]
    if hops := config.proxy_hops:
        behind = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = behind  # type: ignore[method-assign]
    return app


def build_house(config: Config) -> House:
    store = Store(config.database_url)
    store.open()
    growths = Growths(store.read)
    there = House(
        config=config,
        store=store,
        conductor=Conductor(store),
        keys=Keys(config.secret),
        tokens=Tokens(config.secret, https=config.https),
        doors=Doors(config.create_limit),
        poke=Poke(config.redis_url),
        scribe=Scribe(config.sessions_dir, growths),
        growths=growths,
        build=build_of(),
    )
    there.conductor.listeners.append(lambda batch: after(there, batch))
    there.measures.append(
        (
            "entries_total",
            "counter",
            "Log entries since the start.",
            lambda: there.counted["entries"],
        )
    )
    return there


def after(there: House, batch: Batch) -> None:
    """What a commit sets going besides telling the room."""
    there.counted["entries"] += batch.end - batch.start
    if batch.closed:
        there.doors.ended(batch.log)
    if batch.read_on:
        return  # whoever committed it has told the others, and saves the results
    engine.spawn(there.poke.tell, batch.log, batch.end)  # no answer waits for Redis
    if batch.closed:
        engine.spawn(archive, there, batch.log)


def tend(there: House) -> None:
    """What runs beside the requests, for as long as the process serves."""
    engine.spawn(every, 1, there.conductor.poll)
    engine.spawn(there.scribe.settle)
    engine.spawn(every, HOUR, lambda: keep_then_purge(there))
    engine.spawn(there.poke.listen, there.conductor.catch_up)


def every(seconds: float, work: Callable[[], object]) -> None:
    while True:
        try:
            work()
        except Exception:  # noqa: BLE001 -- it is logged, and the next round comes
            faults.exception("Work that repeats has failed; it is tried again.")
        engine.sleep(seconds)


def keep_then_purge(there: House) -> None:
    """In this order: nothing goes from the server before the host has its folder."""
    archive_all(there)
    purge_old(there)


def purge_old(there: House, now: Clock = utc_now) -> list[str]:
    """Delete from the server every workshop past its retention; gives their ids."""
    at = now()
    due = there.store.due_for_purge(at)
    for log in due:
        there.store.purge(log)
        there.conductor.forget(log)
        there.growths.forget(log)
        there.scribe.forget(log)
        there.doors.ended(log)
    if waiting := there.store.held_back(at):
        faults.warning("Past their days, but kept until they are saved: %s.", ", ".join(waiting))
    return due


def archive_all(there: House) -> None:
    """Closed workshops that a crash or a full disk left without their folder, or without a file in it, get it now."""
    for log in there.store.unarchived():
        archive(there, log)
    for log, not_made in there.scribe.incomplete().items():
        if (listing := there.store.listing(log)) and listing.archived_at:
            complete(there, log, not_made)


def archive(there: House, log: str) -> None:
    """One that cannot be saved holds up no other; it is kept, whatever its days."""
    try:
        there.scribe.save(there.conductor.place(log))
        there.store.set_archived(log, utc_now())
    except Stopped:
        return  # the server is ending, and its next start saves them
    except Exception:  # noqa: BLE001 -- it is logged, and within an hour it is tried again
        faults.exception("The results of %s could not be saved; within an hour again.", log)


def complete(there: House, log: str, not_made: tuple[str, ...]) -> None:
    """Its workshop.json is saved, so its days may end meanwhile."""
    try:
        there.scribe.mend(there.conductor.place(log), not_made)
    except Stopped:
        return
    except Exception:  # noqa: BLE001 -- as above
        faults.exception("Files of %s are still missing; within an hour again.", log)


def close(there: House) -> None:
    """Let go of the threads and the database; what was acknowledged is on disk already."""
    there.scribe.stop()
    there.growths.stop()
    there.store.close()
