"""Who may open a socket: a valid token for the workshop, and a person that its records know (S1)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from workshop.access import Claim, Tokens, same_origin, shut_out
from workshop.conductor import Conductor
from workshop.core.messages import Refused
from workshop.core.workshop import Workshop
from workshop.words import chosen

Environ = Mapping[str, Any]


class Door:
    def __init__(self, conductor: Conductor, tokens: Tokens) -> None:
        self._conductor = conductor
        self._tokens = tokens

    def claim_of(self, environ: Environ, auth: object) -> Claim:
        """Who speaks, by `auth` {token, as} or by the cookie of the role; raises `no_token`."""
        told = auth if isinstance(auth, dict) else {}
        workshop = parse_qs(environ.get("QUERY_STRING", "")).get("w", [""])[0]
        claim = self._tokens.who(workshop, cookies(environ), text(told, "token"), text(told, "as"))
        if claim is None or claim.role == "reader":  # results are read as a page, at rest
            raise Refused("no_token")
        self.check(claim)
        return claim

    def check(self, claim: Claim) -> None:
        """Raise why the server's own records do not know this person in this role any more."""
        if self._against(claim):
            self._conductor.catch_up(claim.workshop)  # they may have joined at another worker
            if code := self._against(claim):
                raise Refused(code)

    def _against(self, claim: Claim) -> str:
        place = self._conductor.place(claim.workshop)
        if place.get(Workshop, claim.workshop) is None:
            return "no_token"
        return shut_out(place, claim)

    def language(self, environ: Environ, auth: object, claim: Claim | None = None) -> str:
        """The language of refusals: as the page says, else as for its requests."""
        told = auth if isinstance(auth, dict) else {}
        accepted = [
            tag.split(";")[0].strip() for tag in environ.get("HTTP_ACCEPT_LANGUAGE", "").split(",")
        ]
        wish = text(told, "language") or cookies(environ).get("language", "")
        return chosen(wish, accepted, self._rooms_own(claim) if claim else "")

    def _rooms_own(self, claim: Claim) -> str:
        workshop = self._conductor.place(claim.workshop).get(Workshop, claim.workshop)
        return workshop.language if workshop else ""


def is_own_origin(origin: str | None, environ: Environ) -> bool:
    """A browser's page must come from the address that it speaks to; other clients send no Origin."""
    return same_origin(origin, environ["wsgi.url_scheme"], environ.get("HTTP_HOST", ""))


def cookies(environ: Environ) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in environ.get("HTTP_COOKIE", "").split(";"))
    return {name.strip(): value.strip().strip('"') for name, _, value in pairs}


def text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name, "")
    return value if isinstance(value, str) else ""
