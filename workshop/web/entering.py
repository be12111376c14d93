"""Someone comes in with a code or a key and becomes a person of the workshop: forms and programs alike (H2)."""

import hmac
from dataclasses import dataclass

import msgspec

from workshop.access import ROLES, Claim, digest, fold_code
from workshop.conductor import Clock, Speaker, utc_now
from workshop.core.messages import Op, Refused
from workshop.core.people import JoinWorkshop, check_here
from workshop.core.times import is_over
from workshop.core.workshop import Workshop, the_workshop
from workshop.store import Listing
from workshop.web.house import House


class Knock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What someone at the door says. `language` is the person's own; it is kept by the browser."""

    op: Op | None = None
    name: str = ""
    language: str = ""
    role: str = "participant"
    key: str = ""


@dataclass(frozen=True)
class Entered:
    claim: Claim
    retention_days: int


def enter(there: House, where: str, knock: Knock, address: str) -> Entered:
    """Let a person in by a workshop's code, or with a key or an invitation by its id.

    Raises Busy, `code_not_open` or `wrong_key`; each of these two counts as a failure.
    """
    there.doors.check(address)
    try:
        listing = found(there, where, knock)
        entered = admit(there, listing, knock)
    except Refused as refused:
        if refused.code in ("code_not_open", "wrong_key"):
            there.doors.failed(address)
        raise
    if knock.role == "participant":
        there.doors.joined(address, listing.log_id)
    return entered


def found(there: House, where: str, knock: Knock) -> Listing:
    """The listing that the code or the key opens; one answer for all that opens nothing."""
    if knock.role not in ROLES:
        raise Refused("bad_field", "role")
    by_id = len(where) == 32
    listing = there.store.listing(where) if by_id else there.store.by_code(fold_code(where))
    if listing is None or (by_id and knock.role == "participant" and not knock.key):
        raise Refused("wrong_key" if knock.key else "code_not_open", "key" if knock.key else "code")
    if knock.role == "board" and not by_id and is_door_closed(there, listing):
        raise Refused("code_not_open", "code")
    if (knock.role in ("facilitator", "reader") or by_id) and not opens(there, listing, knock):
        raise Refused("wrong_key", "key")
    return listing


def is_door_closed(there: House, listing: Listing) -> bool:
    """While it is, a code lets nobody in who is not in already."""
    return the_workshop(there.conductor.place(listing.log_id)).door_closed


def opens(there: House, listing: Listing, knock: Knock) -> bool:
    right = {
        "facilitator": listing.key_hash,
        "board": digest(board_key(there, listing.log_id)),
        "participant": digest(invite_key(there, listing.log_id)),
        "reader": digest(results_key(there, listing.log_id)),
    }
    return hmac.compare_digest(digest(knock.key), right[knock.role])


def board_key(there: House, log: str) -> str:
    return there.keys.board(log, the_workshop(there.conductor.place(log)).boards)


def invite_key(there: House, log: str) -> str:
    return there.keys.invite(log, the_workshop(there.conductor.place(log)).invites)


def results_key(there: House, log: str) -> str:
    return there.keys.results(log, the_workshop(there.conductor.place(log)).results_links)


def admit(there: House, listing: Listing, knock: Knock) -> Entered:
    """The person's claim; people are written into the log, boards and readers only look on."""
    log, role = listing.log_id, knock.role
    actor = there.keys.participant(log, role, knock.op or "")
    if role == "board":
        return Entered(board_claim(there, log, actor), listing.retention_days)
    if role == "reader":
        return Entered(reader_claim(there, log, actor), listing.retention_days)
    command = JoinWorkshop(op=actor, log=log, name=knock.name)
    try:
        there.conductor.submit(log, command, Speaker(actor, role))
    except Refused as refused:
        if refused.code == "workshop_closed":
            raise Refused("code_not_open", "code") from refused
        raise
    check_here(there.conductor.place(log), actor)  # the same op again, after they were removed
    return Entered(Claim(log, actor, role), listing.retention_days)


def board_claim(there: House, log: str, actor: str) -> Claim:
    boards = the_workshop(there.conductor.place(log)).boards
    return Claim(log, actor, "board", turn=boards)


def reader_claim(there: House, log: str, actor: str) -> Claim:
    """Of whoever has the link to the results; `link_ended` where it leads nowhere any more."""
    workshop = the_workshop(there.conductor.place(log))
    check_link(workshop)
    return Claim(log, actor, "reader", turn=workshop.results_links)


def check_link(workshop: Workshop, now: Clock = utc_now) -> None:
    """The last day is over when it is over everywhere, as it was when it could still be chosen."""
    until = workshop.results_until
    if not workshop.results_linked or (until and is_over(until, now())):
        raise Refused("link_ended")
