"""The invitation: a link for those who take part from elsewhere, or before the meeting, without a code."""

import secrets

import msgspec
from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy
from workshop.core.messages import Refused
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.problems import turned_away
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
        return turned_away(fault, "key", lambda refused: invite_page(workshop, typed, refused))
    response = redirect(f"/w/{workshop}", 303)
    remember(response, entered.claim, entered.retention_days)
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
