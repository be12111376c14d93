"""Tokens: who speaks, in which workshop, as what. Signed, never stored, worth nothing once it is purged."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from itsdangerous import BadSignature, TimestampSigner

from workshop.core.people import Participant
from workshop.core.records import Place
from workshop.core.workshop import Workshop

ROLES = ("facilitator", "participant", "board", "reader")
TURNED = ("board", "reader")  # who comes by a key that can be ended
MOST_COOKIES = 20  # 20 of about 210 bytes stay well under the 8 KB that a header line may have
ENDLESS_DAYS = 400  # browsers keep no cookie longer (RFC 6265bis)


@dataclass(frozen=True)
class Claim:
    """What a valid token says; `speaks` asks the server's own records whether it still holds."""

    workshop: str
    actor: str
    role: str
    at: int = 0  # seconds since 1970, when it was signed
    turn: int = 0  # a board's or a reader's: how often such keys had been ended when it came
    by: str = ""  # a seat's: the facilitator who speaks for it


class Tokens:
    """Makes and reads tokens, and names the cookies that carry them."""

    def __init__(self, secret: bytes, *, https: bool) -> None:
        self._signer = TimestampSigner(secret, salt="rytme-token", digest_method=hashlib.sha256)
        self._https = https

    def make(self, workshop: str, actor: str, role: str, turn: int = 0, by: str = "") -> str:
        more = f".{turn or by}" if turn or by else ""
        return self._signer.sign(f"{role}.{workshop}.{actor}{more}").decode()

    def read(self, token: str) -> Claim | None:
        try:
            value, at = self._signer.unsign(token[:512], return_timestamp=True)
        except BadSignature:
            return None
        role, workshop, actor, *more = value.decode().split(".")
        claim = Claim(workshop, actor, role, int(at.timestamp()))
        if not more:
            return claim
        return replace(claim, turn=int(*more)) if role in TURNED else replace(claim, by=more[0])

    def cookie(self, workshop: str, role: str) -> str:
        """`__Host-` and Secure go together, and only over https do browsers keep them."""
        return f"{'__Host-' if self._https else ''}rytme-{workshop}-{role}"

    def held(self, cookies: Mapping[str, str]) -> list[tuple[str, Claim]]:
        """The valid cookies of a device with their names, newest first."""
        return sorted(self._held(cookies), key=lambda held: -held[1].at)

    def too_many(self, cookies: Mapping[str, str], coming: str) -> list[str]:
        """The names of the oldest cookies to drop before `coming` is set."""
        others = [name for name, _ in self.held(cookies) if name != coming]
        return others[MOST_COOKIES - 1 :]

    def who(
        self, workshop: str, cookies: Mapping[str, str], bearer: str = "", role: str = ""
    ) -> Claim | None:
        """Who speaks to this workshop: the bearer's token, or the cookie of the role asked for.

        Without a role the order is facilitator, participant, board, reader.
        """
        if bearer:
            claim = self.read(bearer)
            right = claim is not None and claim.workshop == workshop and role in ("", claim.role)
            return claim if right else None
        for wanted in [role] if role else ROLES:
            claim = self.read(cookies.get(self.cookie(workshop, wanted), ""))
            if claim and (claim.workshop, claim.role) == (workshop, wanted):
                return claim
        return None

    def _held(self, cookies: Mapping[str, str]) -> Iterator[tuple[str, Claim]]:
        for name, token in cookies.items():
            claim = self.read(token) if "rytme-" in name else None
            if claim and name == self.cookie(claim.workshop, claim.role):
                yield name, claim


def cookie_days(retention_days: int) -> int:
    """How long a cookie lives: as long as the workshop stays on the server after it has ended."""
    return min(retention_days or ENDLESS_DAYS, ENDLESS_DAYS)


def speaks(place: Place, claim: Claim) -> bool:
    """Whether the server's own records still know this person in this role."""
    return not shut_out(place, claim)


def shut_out(place: Place, claim: Claim) -> str:
    """The code of why a valid token opens nothing: `removed`, `board_out`, `link_ended`, `no_token`;
    else empty. That a link's days are over is for the web to say, which has a clock.
    """
    if claim.role in TURNED:
        workshop = place.get(Workshop, place.log)
        return turned(workshop, claim) if workshop else ""
    return gone(place, claim.actor, claim.role) or (
        gone(place, claim.by, "facilitator") if claim.by else ""
    )


def turned(workshop: Workshop, claim: Claim) -> str:
    if claim.role == "board":
        return "board_out" if workshop.boards != claim.turn else ""
    still = workshop.results_linked and workshop.results_links == claim.turn
    return "" if still else "link_ended"


def gone(place: Place, actor: str, role: str) -> str:
    person = place.get(Participant, actor)
    if person is None or person.role != role:
        return "no_token"
    return "removed" if person.removed else ""


def same_origin(origin: str | None, scheme: str, host: str) -> bool:
    """A browser's Origin must be the page's own address; clients that are no browser send none."""
    return origin is None or hmac.compare_digest(origin.encode(), f"{scheme}://{host}".encode())
