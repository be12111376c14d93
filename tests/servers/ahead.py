"""Another worker on a server's database, whose clock is ahead: a deadline passes without waiting for it."""

from tests.servers.rytme import Server
from workshop.conductor import Conductor, Speaker
from workshop.core.leading import ShareLead
from workshop.core.people import Participant
from workshop.store import Store


def time_comes_to(server: Server, log: str, at: str) -> None:
    """By one entry that changes nothing: the log's time never goes back, whichever worker goes on."""
    store = Store(f"sqlite:///{server.data / 'rytme.sqlite3'}")
    store.open()
    conductor = Conductor(store, now=lambda: at)
    people = conductor.place(log).all(Participant)
    finn = next(person.id for person in people if person.role == "facilitator")
    conductor.submit(log, ShareLead(op="another-worker"), Speaker(finn, "facilitator"))
    store.close()
