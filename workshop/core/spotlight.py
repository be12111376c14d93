"""The spotlight: one thing that every screen shows large, for as long as the room talks of it."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from .agenda import Step, StepStarted, the_step
from .clusters import Cluster, the_cluster
from .cycles import Cycle, the_cycle
from .lifecycle import WorkshopClosed
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, OptionalId, Refused
from .notes import Note, the_note
from .outcomes import Decision, the_decision
from .polls import Poll, PollClosed, the_poll
from .records import Gone, Place, Record, kind_of
from .workshop import the_workshop

Of = Literal["note", "cluster", "step", "decision", "purpose", "poll", "cycle", "growth"]
KINDS: dict[str, type[Record]] = {
    "note": Note,
    "cluster": Cluster,
    "step": Step,
    "decision": Decision,
    "poll": Poll,
}
WITHOUT_ITEM = ("purpose", "growth", "cycle")


class Lit(Record, frozen=True, kw_only=True, tag="spotlight"):
    """What stands in the light now, one at most; `item` is empty for the workshop's purpose, a cycle, and the
    `growth`: how it came to be what it is. A cycle goes by its `number`, since one that was planned from
    the beginning has no record.
    """

    of: Of
    item: str = ""
    number: int = 0


class Spotlight(Command, frozen=True, kw_only=True):
    """After the close the growth alone can be shown: the room looks back at what it did.

    A cycle goes by its `number`, or by the `item` of its record; without either it is the first.
    """

    roles: ClassVar[frozenset[str]] = FACILITATOR
    after_close: ClassVar[bool] = True
    of: Of
    item: OptionalId = ""
    number: Annotated[int, Meta(ge=0, le=LIMITS.steps)] = 0


class EndSpotlight(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    after_close: ClassVar[bool] = True


class SpotlightSet(Event, frozen=True, kw_only=True):
    """Older logs name a cycle by its record's id, or the first one by nothing."""

    of: Of
    item: str
    number: int = 0


class SpotlightEnded(Event, frozen=True, kw_only=True):
    pass


def shine(place: Place, command: Spotlight, by: By) -> Iterator[Event]:
    if command.of == "growth":
        check_begun(place)
    else:
        check_seen(place, command, by)
    item = item_of(place, command)
    number = number_in(place, command)
    lit = place.get(Lit, place.log)
    if lit is None or (lit.of, lit.item, lit.number) != (command.of, item, number):
        yield SpotlightSet(of=command.of, item=item, number=number)


def item_of(place: Place, command: Spotlight) -> str:
    """A copy that one group alone has stands in the light as its original, which all can read."""
    if command.of in WITHOUT_ITEM:
        return ""
    note = place.get(Note, command.item)
    return note.copied if note and note.apart and note.copied else command.item


def check_begun(place: Place) -> None:
    """There is nothing to look back at before the first step."""
    if not the_workshop(place).started_at:
        raise Refused("not_started")


def check_seen(place: Place, command: Spotlight, by: By) -> None:
    """Only what everyone may see can be shown to everyone."""
    if the_workshop(place).state == "closed":
        raise Refused("workshop_closed")
    match command.of:
        case "note":
            seen = the_note(place, command.item, by, "item").readers == "all"
        case "step":
            seen = the_step(place, command.item, "item").state != "planned"
        case "cluster":
            seen = bool(the_cluster(place, command.item))
        case "decision":
            seen = bool(the_decision(place, command.item))
        case "poll":
            seen = the_poll(place, command.item, "item").state == "closed"
        case "cycle":
            seen = is_begun(place, the_number(place, command))
        case "purpose":
            seen = bool(the_workshop(place).purpose)
    if not seen:
        raise Refused("not_revealed", "item")


def the_number(place: Place, command: Spotlight) -> int:
    by_record = the_cycle(place, command.item, "item").number if command.item else 1
    return command.number or by_record


def number_in(place: Place, said: Spotlight | SpotlightSet) -> int:
    """Which cycle it speaks of; 0 where it is none."""
    if said.of != "cycle":
        return 0
    cycle = place.get(Cycle, said.item)
    return said.number or (cycle.number if cycle else 1)


def is_begun(place: Place, number: int) -> bool:
    """Whether the room has been in a cycle."""
    return any(step.cycle == number and step.state != "planned" for step in place.all(Step))


def end_spotlight(place: Place, command: EndSpotlight, by: By) -> Iterator[Event]:
    if place.get(Lit, place.log):
        yield SpotlightEnded()


def spotlight_set(place: Place, event: SpotlightSet) -> Iterator[Record]:
    item = "" if event.of in WITHOUT_ITEM else event.item
    yield Lit(id=place.log, of=event.of, item=item, number=number_in(place, event))


def answered(place: Place, event: PollClosed) -> Iterator[Record]:
    """The room sees what it answered, until it goes on or the light is put out."""
    if place.get(Poll, event.poll):
        yield Lit(id=place.log, of="poll", item=event.poll)


def out(place: Place, event: Event) -> Iterator[Gone]:
    """The light goes out when the room moves on."""
    if place.get(Lit, place.log):
        yield Gone(kind_of(Lit), place.log)


def is_shown(place: Place, lit: Lit) -> bool:
    """Whether the thing is there, and still everyone's to see."""
    if lit.of == "cycle":
        return is_begun(place, lit.number)
    if lit.of not in KINDS:
        return True
    match place.get(KINDS[lit.of], lit.item):
        case None | Step(state="planned"):
            return False
        case Note(readers=readers):
            return readers == "all"
        case Cluster(apart=apart):
            return not apart
    return True


RULES = {Spotlight: shine, EndSpotlight: end_spotlight}
EFFECTS = {
    SpotlightSet: spotlight_set,
    SpotlightEnded: out,
    PollClosed: answered,
    StepStarted: out,
    WorkshopClosed: out,
}
