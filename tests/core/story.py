"""Tells a workshop to the pure core: who says what, and what follows. Time and chance are counted, not real."""

from typing import ClassVar

from workshop.core import secrecy
from workshop.core.agenda import Step
from workshop.core.decider import COMMANDS, decide, enter
from workshop.core.lifecycle import CreateWorkshop
from workshop.core.messages import By, Command, Entry, Event
from workshop.core.people import JoinWorkshop, Participant, names_by_group
from workshop.core.records import Change, Place
from workshop.core.times import later, to_the_minute

LOG = "0123456789abcdef0123456789abcdef"
NINE = "2026-11-21T09:00:00.000Z"
KINDS = {kind.__name__: kind for kind in COMMANDS}


def id_of(word: str) -> str:
    """A readable id that has the form of a real one: `id_of("ada")` is "adaxxxxxxxxxxxxx"."""
    return word.lower().replace(" ", "").ljust(16, "x")


def step(word: str, place: int, layout: str, phase: str, **fields: object) -> Step:
    given = {
        "id": id_of(word),
        "place": place,
        "method": layout,
        "layout": layout,
        "phase": phase,
        "title": word,
        "prompt": f"{word}?",
        "minutes": 5,
        **fields,
    }
    return Step(**given)  # type: ignore[arg-type]


MINI = (
    step("hello", 0, "wall", "frame", types=("hello",)),
    step(
        "write",
        1,
        "wall",
        "open",
        types=("idea", "need"),
        visibility="private",
        anonymous=True,
        can_build=True,
        script=("No decisions now.",),
    ),
    step("group", 2, "clusters", "integrate", source=id_of("write")),
    step("vote", 3, "vote", "close", source=id_of("group"), top=2),
    step("promise", 4, "actions", "close", source=id_of("vote")),
)


def creation(steps: tuple[Step, ...] = MINI) -> CreateWorkshop:
    """The first command of every log here."""
    return CreateWorkshop(
        op="op-create",
        id=LOG,
        title="Safe at home",
        purpose="",
        language="en",
        recipe="mini-cycle",
        code="VEVK47",
        retention_days=30,
        steps=steps,
    )


class Story:
    """A place with its keys and its log, as the conductor keeps them, without a store.

    `first` is the command that begins it, where that is another one than a workshop made of `steps`.
    """

    newest: "ClassVar[Story | None]" = None  # for what is asked of every story that a test has told

    def __init__(self, steps: tuple[Step, ...] = MINI, first: Command | None = None) -> None:
        self.place = Place(LOG)
        self.keys: dict[str, bytes] = {}
        self.entries: list[Entry] = []
        self.changed: list[Change] = []
        self.told = 0
        self.enter(first or creation(steps), self.by("", "facilitator", ""))
        Story.newest = self

    def joins(self, *people: str, role: str = "participant") -> "Story":
        for person in people:
            command = JoinWorkshop(op=self.next_op(), name=person.title())
            self.enter(command, self.by(id_of(person), role, ""))
        return self

    def says(self, person: str, kind: str, **fields: object) -> list[Event]:
        """The events that follow; raises Refused, and then nothing has changed."""
        command = KINDS[kind](op=self.next_op(), **fields)
        actor = id_of(person)
        known = self.place.get(Participant, actor)
        scope = secrecy.scope_of(self.place, command)
        return self.enter(command, self.by(actor, known.role if known else "", scope), scope)

    def enter(self, command: Command, by: By, scope: str = "") -> list[Event]:
        events = decide(self.place, command, by)
        entry = Entry(
            seq=self.place.seq + 1,
            op=command.op,
            by=by.name,
            at=by.at,
            scope=scope,
            events=tuple(events),
        )
        self.changed = enter(self.place, entry)
        for made in secrecy.scopes_made(self.place, events):
            self.keys.setdefault(made, f"key of {made}".encode())
        self.entries.append(entry)
        self.ended = secrecy.scopes_ended(self.place, events)
        return events

    def end_keys(self) -> None:
        """What the store does in the same commit: the key goes, and what it hid is blanked."""
        for scope in self.ended:
            self.keys.pop(scope, None)
        self.entries = [blank(entry, self.ended) for entry in self.entries]

    def by(self, actor: str, role: str, scope: str) -> By:
        at = later(NINE, self.told)
        key = self.keys.get(scope)
        return By(
            actor=actor,
            role=role,
            at=to_the_minute(at) if scope else at,
            name=secrecy.pseudonym(key, actor) if key else actor,
            names=self.names(actor),
            chance=f"chance {self.told}",
        )

    def names(self, actor: str) -> frozenset[str]:
        aliases = (secrecy.pseudonym(key, actor) for key in self.keys.values())
        return frozenset([actor, *aliases, *names_by_group(self.place, actor)])

    def next_op(self) -> str:
        self.told += 1
        return f"op-{self.told:06}"


def blank(entry: Entry, ended: list[str]) -> Entry:
    hidden = entry.scope in ended
    return Entry(
        seq=entry.seq,
        op="" if hidden else entry.op,
        by="" if hidden else entry.by,
        at=entry.at,
        scope=entry.scope,
        events=tuple(secrecy.blanked(event, ended) for event in entry.events),
    )


def replayed(entries: list[Entry]) -> Place:
    place = Place(LOG)
    for entry in entries:
        enter(place, entry)
    return place


def records(place: Place) -> dict[tuple[str, str], object]:
    return {(kind, record.id): record for kind, record in place.everything()}
