"""Who speaks in a request, and whether it may be believed."""

import hmac
from datetime import timedelta

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Claim, same_origin, shut_out
from workshop.access.tokens import cookie_days
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.view import Viewer
from workshop.web.house import house


def check_origin() -> None:
    """Before every request that could change something: it must come from our own pages."""
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if not same_origin(request.headers.get("Origin"), request.scheme, request.host):
        raise Refused("bad_origin")


def address() -> str:
    return request.remote_addr or ""


def bearer() -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def asked_role() -> str:
    return request.values.get("as", "")


def claim_on(workshop: str, *roles: str, role: str = "") -> Claim:
    """Who speaks to this workshop, in one of `roles` (any, if none is named).

    Raises `no_token` for strangers and `forbidden` for the wrong role.
    """
    there = house()
    role = role or asked_role()
    claim = there.tokens.who(workshop, request.cookies, bearer(), role)
    if claim is None and role:
        other = there.tokens.who(workshop, request.cookies, bearer())
        raise Refused("forbidden" if other and not bearer() else "no_token")
    if claim is None:
        raise Refused("no_token")
    if shut_out(place_of(workshop), claim) and (code := shut_out_still(claim)):
        raise Refused(code)
    if roles and claim.role not in roles:
        raise Refused("forbidden")
    return claim


def shut_out_still(claim: Claim) -> str:
    """The same once more: the person may have joined at another worker a moment ago."""
    conductor = house().conductor
    conductor.catch_up(claim.workshop)
    return shut_out(conductor.place(claim.workshop), claim)


def claim_as(workshop: str, *roles: str) -> Claim:
    """The first of these roles that this device holds for the workshop, or whoever is asked for."""
    if bearer() or asked_role():
        return claim_on(workshop, *roles)
    held = [role for role in roles if house().tokens.who(workshop, request.cookies, role=role)]
    return claim_on(workshop, *roles, role=held[0] if held else "")


def place_of(workshop: str) -> Place:
    """The records of a workshop that exists; `no_token` otherwise, as for any stranger."""
    there = house()
    if len(workshop) != 32 or there.store.listing(workshop) is None:
        raise Refused("no_token")
    return there.conductor.place(workshop)


def viewer_of(claim: Claim) -> Viewer:
    names = house().conductor.names(claim.workshop, claim.actor)
    return Viewer(role=claim.role, names=names if claim.role != "board" else frozenset())


def form_token(claim: Claim) -> str:
    return house().keys.form(claim.workshop, claim.actor, claim.role)


def check_form(claim: Claim) -> None:
    """A cookie goes along with any request; only our own pages know the form's token."""
    if bearer():
        return
    given = request.headers.get("X-CSRF-Token") or request.values.get("csrf", "")
    if not hmac.compare_digest(given.encode(), form_token(claim).encode()):
        raise Refused("bad_form")


def remember(response: AnyResponse, claim: Claim, retention_days: int) -> str:
    """Set the cookie of a workshop and role; the oldest of too many goes. The token is answered."""
    there = house()
    token = there.tokens.make(claim.workshop, claim.actor, claim.role, claim.turn)
    name = there.tokens.cookie(claim.workshop, claim.role)
    for old in there.tokens.too_many(request.cookies, name):
        response.delete_cookie(old, path="/", secure=there.config.https, httponly=True)
    response.set_cookie(
        name,
        token,
        max_age=timedelta(days=cookie_days(retention_days)),
        path="/",
        secure=there.config.https,
        httponly=True,
        samesite="Lax",
    )
    return token
