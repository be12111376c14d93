"""The door for programs: make a workshop, come in, get links, a new key or code (H1, H2, H8, H9, H12)."""

from typing import TypeVar

import msgspec
from flask import Blueprint, Response, jsonify, request

from workshop.core.messages import Op
from workshop.core.wire import named
from workshop.core.workshop import the_workshop
from workshop.web.commands import read_json
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.language import remember_language
from workshop.web.making import facilitator_url, handed_out, links, make, new_code, results_url
from workshop.web.openapi import document
from workshop.web.sharing import new_key, origin
from workshop.web.speaking import address, bearer, check_form, claim_as, remember
from workshop.web.starting import check_create_key
from workshop.web.wishing import Wish

pages = Blueprint("api", __name__, url_prefix="/api")
T = TypeVar("T")


def body(wanted: type[T]) -> T:
    try:
        return msgspec.convert(read_json(), wanted)
    except msgspec.ValidationError as fault:
        raise named(str(fault)) from None


@pages.post("/workshops")
def create() -> tuple[Response, int]:
    wish = body(Wish)
    check_create_key(bearer())
    there = house()
    made = make(there, wish, address())
    answer = {"id": made.id, "code": made.code, "facilitator_key": made.key}
    return jsonify(answer | links(there, made, origin())), 201


@pages.post("/workshops/<where>/join")
def join(where: str) -> Response:
    """The token goes to programs in the answer, and to browsers as a cookie that scripts cannot read."""
    knock = body(Knock)
    entered = enter(house(), where, knock, address())
    response = jsonify()
    remember_language(response, knock.language)
    claim = entered.claim
    token = remember(response, claim, entered.retention_days)
    response.set_data(
        msgspec.json.encode(
            {"workshop_id": claim.workshop, "participant_id": claim.actor, "token": token}
        )
    )
    return response


class Again(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that a wish for a new key may say."""

    op: Op | None = None


class CodeWish(Again, frozen=True, forbid_unknown_fields=True):
    """With `invitation` the link that was sent out is another as well."""

    invitation: bool = False


@pages.post("/workshops/<workshop>/key")
def key(workshop: str) -> Response:
    claim = claim_as(workshop, "facilitator")
    check_form(claim)
    if request.content_length:
        body(Again)
    fresh = new_key(house(), workshop)
    answer = {
        "facilitator_url": facilitator_url(origin(), workshop, fresh),
        "facilitator_key": fresh,
    }
    return jsonify(answer)


@pages.post("/workshops/<workshop>/code")
def code(workshop: str) -> Response:
    claim = claim_as(workshop, "facilitator")
    check_form(claim)
    wish = body(CodeWish) if request.content_length else CodeWish()
    new_code(house(), claim, wish.op, invitation=wish.invitation)
    place = house().conductor.place(workshop)
    code, handed = the_workshop(place).code, handed_out(house(), place, origin())
    return jsonify({"code": code} | {name: handed[name] for name in ("join_url", "invite_url")})


@pages.get("/workshops/<workshop>/links")
def handed(workshop: str) -> Response:
    """What a facilitator hands out, as it is good now; their own key is not kept, so it is not here."""
    claim = claim_as(workshop, "facilitator")
    place = house().conductor.place(claim.workshop)
    given = {
        "code": the_workshop(place).code,
        "results_url": results_url(house(), origin(), place.log),
    }
    return jsonify(given | handed_out(house(), place, origin()))


@pages.get("/openapi.json")
def description() -> Response:
    return jsonify(document())
