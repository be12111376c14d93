"""A workshop is made, planned anew or opened from a file: the same for forms, programs and the shell (H1)."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from workshop.access import Busy, Claim, Keys, digest, make_code, shown_code
from workshop.conductor import Conductor, Speaker, utc_now
from workshop.core.door import RotateCode
from workshop.core.importing import ImportWorkshop
from workshop.core.lifecycle import CreateWorkshop
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.export import Report, restored
from workshop.store import Listing, ListingTaken, Store
from workshop.web.entering import board_key, invite_key, results_key
from workshop.web.house import House
from workshop.web.wishing import Wish, agenda_of
from workshop.words import LANGUAGES


@dataclass(frozen=True)
class Made:
    """A workshop and the one key that is shown once; `again` where the op had made it before."""

    id: str
    code: str
    key: str
    again: bool = False


class Maker(Protocol):
    """As much of the house as making needs, so that a shell without one can make workshops too."""

    @property
    def store(self) -> Store: ...
    @property
    def conductor(self) -> Conductor: ...
    @property
    def keys(self) -> Keys: ...


@dataclass(frozen=True)
class Beginning:
    """How a workshop begins: by which first command, once its id and code are known."""

    op: str
    retention_days: int
    first: Callable[[Made], CreateWorkshop | ImportWorkshop]


def make(there: House, wish: Wish, address: str) -> Made:
    """Begin a workshop, or answer the same as the first time for the same op.

    Raises `too_many_workshops` past the limit of this address.
    """
    first = Beginning(wish.op or "", wish.retention_days, lambda made: first_command(wish, made))
    return make_once(there, first, address)


def make_again(there: House, report: Report, op: str, retention_days: int, address: str) -> Made:
    """Open a saved workshop anew; like `make` in all else."""
    return make_once(there, opening(report, op, retention_days), address)


def make_once(there: House, beginning: Beginning, address: str) -> Made:
    op = beginning.op
    if op and (found := there.store.by_create(there.keys.create_hash(op))):
        return Made(found.log_id, found.code, there.keys.facilitator(op), again=True)
    try:
        there.doors.check_create(address)
    except Busy as fault:
        raise Refused("too_many_workshops", minutes=-(-fault.seconds // 60)) from fault
    made = begin(there, beginning)
    if not made.again:
        there.doors.created(address)
    return made


def begin(there: Maker, beginning: Beginning) -> Made:
    """The new workshop under a code of its own; `again` where the same op came twice at once, and chose it."""
    op = beginning.op
    workshop, key = there.keys.workshop(op), there.keys.facilitator(op)
    while True:
        made = Made(workshop, free_code(there), key)
        try:
            accepted = there.conductor.create(
                beginning.first(made), listing_of(there, beginning, made)
            )
        except (
            ListingTaken
        ):  # in the same moment: the code by another workshop, or the op by itself
            there.conductor.catch_up(workshop)
            continue
        if accepted.again:
            code = the_workshop(there.conductor.place(workshop)).code
            return Made(workshop, code, key, again=True)
        return made


def first_command(wish: Wish, made: Made) -> CreateWorkshop:
    if wish.language not in LANGUAGES:
        raise Refused("no_such_language", "language")
    agenda = agenda_of(wish)
    return CreateWorkshop(
        op=made.id,
        id=made.id,
        title=wish.title,
        purpose=wish.purpose,
        language=wish.language,
        recipe=agenda.recipe,
        code=made.code,
        retention_days=wish.retention_days,
        steps=agenda.steps,
        planned_minutes=agenda.minutes,
        remote=wish.remote,
        aim=wish.aim,
    )


def opening(report: Report, op: str, retention_days: int) -> Beginning:
    """How a saved workshop begins again."""
    return Beginning(
        op,
        retention_days,
        lambda made: restored(
            report, op=made.id, id=made.id, code=made.code, retention_days=retention_days
        ),
    )


def listing_of(there: Maker, beginning: Beginning, made: Made) -> Listing:
    return Listing(
        log_id=made.id,
        code=made.code,
        created_at=utc_now(),
        retention_days=beginning.retention_days,
        key_hash=digest(made.key),
        create_hash=there.keys.create_hash(beginning.op),
    )


def new_code(there: House, claim: Claim, op: str | None, *, invitation: bool) -> None:
    """Another code for the workshop, or invitation too; the old one opens nothing any more. The same op
    gives the same.
    """
    speaker = Speaker(claim.actor, claim.role)
    op = op or secrets.token_hex(16)
    while True:
        command = RotateCode(
            op=op, log=claim.workshop, code=free_code(there), invitation=invitation
        )
        try:
            there.conductor.submit(claim.workshop, command, speaker)
        except ListingTaken:  # by another workshop, in the same moment
            continue
        return


def free_code(there: Maker) -> str:
    while there.store.by_code(code := make_code()):
        pass
    return code


def links(there: House, made: Made, origin: str) -> dict[str, str]:
    """The addresses of a workshop; keys stand behind the #, which no browser sends."""
    place = there.conductor.place(made.id)
    own = {"facilitator_url": facilitator_url(origin, made.id, made.key)}
    return handed_out(there, place, origin) | own


def handed_out(there: House, place: Place, origin: str) -> dict[str, str]:
    """What goes to others: those who take part, and the machine that projects."""
    return {
        "join_url": join_url(origin, the_workshop(place).code),
        "invite_url": invite_url(there, origin, place.log),
        "board_url": board_url(there, origin, place.log),
    }


def join_url(origin: str, code: str) -> str:
    return f"{origin}/j/{shown_code(code)}"


def facilitator_url(origin: str, workshop: str, key: str) -> str:
    return f"{origin}/f/{workshop}#{key}"


def board_url(there: House, origin: str, workshop: str) -> str:
    return f"{origin}/b/{workshop}#{board_key(there, workshop)}"


def invite_url(there: House, origin: str, workshop: str) -> str:
    return f"{origin}/i/{workshop}#{invite_key(there, workshop)}"


def results_url(there: House, origin: str, workshop: str) -> str:
    """It opens nothing before a facilitator has said that it shall."""
    return f"{origin}/r/{workshop}#{results_key(there, workshop)}"
