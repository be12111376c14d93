"""Joining by a code: typed, pasted, scanned or as a link."""

import secrets

import msgspec
from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy, fold_code, shown_code, speaks
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import Workshop
from workshop.store import Listing
from workshop.web.entering import Knock, enter, is_door_closed
from workshop.web.house import house
from workshop.web.language import speak_as_the_room
from workshop.web.problems import turned_away
from workshop.web.speaking import address, remember
from workshop.words import sentence

pages = Blueprint("joining", __name__)


@pages.get("/j/")
@pages.get("/j/<code>")
def join(code: str = "") -> AnyResponse:
    if code != (tidy := shown_code(fold_code(code))):
        return redirect(f"/j/{tidy}", 303)
    if held := held_with_code(tidy):
        return redirect(f"/w/{held.log}", 303)
    try:
        listing = listing_at_door(code) if code else None
    except (Refused, Busy) as fault:
        return turned_away(fault, "code", lambda refused: join_page(code, {}, None, refused))
    return make_response(join_page(code, {}, listing))


def listing_at_door(code: str) -> Listing:
    """A link that is opened tries a code like any other try, and is counted like it."""
    there = house()
    there.doors.check(address())
    listing = there.store.by_code(fold_code(code))
    if listing is None or is_door_closed(there, listing):
        there.doors.failed(address())
        raise Refused("code_not_open", "code")
    return listing


def held_with_code(code: str) -> Place | None:
    """The place of this code, if the device already takes part in it, also after its end."""
    there = house()
    for _, claim in there.tokens.held(request.cookies):
        if claim.role == "participant" and there.store.listing(claim.workshop):
            place = there.conductor.place(claim.workshop)
            workshop = place.get(Workshop, claim.workshop)
            if workshop and shown_code(workshop.code) == code and speaks(place, claim):
                return place
    return None


@pages.post("/j/")
@pages.post("/j/<code>")
def enter_by_code(code: str = "") -> AnyResponse:
    typed = request.form.to_dict()
    code = typed.get("code") or code
    op = typed.get("op", "")
    try:
        knock = msgspec.convert(
            {"op": op or None, "name": typed.get("name", "")}, Knock, strict=False
        )
        entered = enter(house(), code, knock, address())
    except (Refused, Busy, msgspec.ValidationError) as fault:
        return turned_away(fault, "code", lambda refused: join_page(code, typed, None, refused))
    response = redirect(f"/w/{entered.claim.workshop}", 303)
    remember(response, entered.claim, entered.retention_days)
    return response


def join_page(
    code: str, typed: dict[str, str], listing: Listing | None, refused: Refused | None = None
) -> str:
    if listing:
        speak_as_the_room(house().conductor.place(listing.log_id))
    return render_template(
        "join.html",
        code=code,
        name=typed.get("name", ""),
        op=typed.get("op") or secrets.token_hex(16),
        retention_days=listing.retention_days if listing else None,
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )
