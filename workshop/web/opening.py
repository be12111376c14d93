"""A saved workshop is opened again from its workshop.json, as a place of its own (A1)."""

import secrets

import msgspec
from flask import Blueprint, Response, make_response, render_template, request

from workshop.core.limits import LIMITS
from workshop.core.messages import Op, Refused
from workshop.core.workshop import Days, the_workshop
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.making import Made, facilitator_url, make_again
from workshop.web.problems import status_of
from workshop.web.sharing import mail, origin
from workshop.web.speaking import address, remember
from workshop.web.starting import check_create_key
from workshop.words import sentence

pages = Blueprint("opening", __name__)
MOST_FORM = (
    2 * LIMITS.workshop_bytes
)  # so that a file that is too large is told so beside its field


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    op: Op
    retention_days: Days = 30


@pages.get("/open")
def choose() -> str:
    return page({})


@pages.post("/open")
def open_again() -> Response | str:
    """Answers with the link itself, as making does: the key is in no address, and the same op gives it again."""
    request.max_content_length = MOST_FORM
    typed = request.form.to_dict()
    try:
        check_create_key(typed.get("create_key", ""))
        made, retention_days = made_of(typed)
    except (Refused, msgspec.ValidationError) as fault:
        refused = fault if isinstance(fault, Refused) else Refused("bad_field")
        return make_response(page(typed, refused), status_of(refused))
    knock = Knock(op=made.id, role="facilitator", key=made.key)
    entered = enter(house(), made.id, knock, address())
    response = make_response(opened_page(made))
    remember(response, entered.claim, retention_days)
    return response


def made_of(typed: dict[str, str]) -> tuple[Made, int]:
    asked = msgspec.convert(typed, Asked, strict=False)
    file = request.files.get("file")
    report = house().scribe.read(file.read(LIMITS.workshop_bytes + 1) if file else b"")
    made = make_again(house(), report, asked.op, asked.retention_days, address())
    return made, asked.retention_days


def page(typed: dict[str, str], refused: Refused | None = None) -> str:
    return render_template(
        "open.html",
        typed={"retention_days": "30"} | typed,
        op=typed.get("op") or secrets.token_hex(16),
        limit=LIMITS.workshop_bytes // 2**20,
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def opened_page(made: Made) -> str:
    place = house().conductor.place(made.id)
    link = facilitator_url(origin(), made.id, made.key)
    return render_template(
        "opened.html",
        workshop=the_workshop(place),
        facilitator_url=link,
        mail_url=mail(the_workshop(place), link),
    )
