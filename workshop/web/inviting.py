"""The invitation: a link for those who take part from elsewhere, or before the meeting, without a code."""

import secrets

import msgspec
from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy
from workshop.core.messages import Refused
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.problems import status_of
from workshop.web.speaking import address, remember
from workshop.words import sentence

pages = Blueprint("inviting", __name__)


@pages.get("/i/<workshop>")
def invitation(workshop: str) -> AnyResponse:
    """Who takes part already goes in; for all others the page is the same, workshop or not."""
    if house().tokens.who(workshop, request.cookies, role="participant"):
        return redirect(f"/w/{workshop}", 303)
    return make_response(invite_page(workshop, {}))


@pages.post("/i/<workshop>")
def accept(workshop: str) -> AnyResponse:
    typed = request.form.to_dict()
    key = typed.get("key", "").strip().rsplit("#", 1)[-1]
    try:
        knock = msgspec.convert(
            {"op": typed.get("op") or None, "name": typed.get("name", ""), "key": key},
            Knock,
            strict=False,
        )
        entered = enter(house(), workshop, knock, address())
    except (Refused, Busy, msgspec.ValidationError) as fault:
        return not_in(workshop, typed, fault)
    response = redirect(f"/w/{workshop}", 303)
    remember(response, entered.claim, entered.retention_days)
    return response


def not_in(workshop: str, typed: dict[str, str], fault: Exception) -> Response:
    """The same page with one sentence more; what was typed stays in the fields."""
    if isinstance(fault, Busy):
        refused = Refused("busy", "key", seconds=fault.seconds)
    else:
        refused = fault if isinstance(fault, Refused) else Refused("bad_field")
    response = make_response(invite_page(workshop, typed, refused), status_of(refused))
    if isinstance(fault, Busy):
        response.headers["Retry-After"] = str(fault.seconds)
    return response


def invite_page(workshop: str, typed: dict[str, str], refused: Refused | None = None) -> str:
    return render_template(
        "invite.html",
        workshop=workshop,
        key=typed.get("key", ""),
        name=typed.get("name", ""),
        op=typed.get("op") or secrets.token_hex(16),
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )
