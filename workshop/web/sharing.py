"""Links, codes and keys of a workshop: shown when it is made, and to its facilitator any time after."""

import secrets
from urllib.parse import quote

import msgspec
from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy, digest
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import Workshop, the_workshop
from workshop.web.addresses import addresses, is_local, is_local_only
from workshop.web.entering import Knock, enter
from workshop.web.house import House, house
from workshop.web.language import speak_as_the_room
from workshop.web.making import Made, board_url, facilitator_url, invite_url, join_url
from workshop.web.problems import turned_away
from workshop.web.qr import qr_svg
from workshop.web.speaking import address, check_form, claim_on, form_token, place_of, remember
from workshop.words import sentence

pages = Blueprint("sharing", __name__)
# The results are opened in several roles; the other pages are those of one.
SURFACE = {"facilitator": "console", "board": "board", "reader": "results?as=reader"}


def origin() -> str:
    """The address to write into links: the public one, the one that was asked, else the machine's.

    A machine that nobody else can reach is left with what its own browser asked for.
    """
    config = house().config
    asked = f"{request.scheme}://{request.host}"
    best = addresses(config)[0]
    if config.public_url or (is_local(request.host) and not is_local_only(best)):
        return best
    return asked


def made_page(made: Made) -> str:
    return links_page(house().conductor.place(made.id), made.key)


def links_page(place: Place, key: str = "", csrf: str = "") -> str:
    """Everything to hand out. The facilitator's link is there only while its key is at hand."""
    workshop, there = the_workshop(place), house()
    own = facilitator_url(origin(), place.log, key) if key else ""
    return render_template(
        "links.html",
        workshop=workshop,
        join_url=join_url(origin(), workshop.code),
        invite_url=invite_url(there, origin(), place.log),
        board_url=board_url(there, origin(), place.log),
        facilitator_url=own,
        mail_url=mail(workshop, own),
        others=[it for it in addresses(there.config) if it != origin()],
        local_only=is_local_only(origin()),
        csrf=csrf,
    )


def mail(workshop: Workshop, link: str) -> str:
    return f"mailto:?subject={quote(workshop.title)}&body={quote(link)}"


@pages.get("/w/<workshop>/links")
def links(workshop: str) -> str:
    claim = claim_on(workshop, "facilitator", role="facilitator")
    place = place_of(workshop)
    speak_as_the_room(place)
    return links_page(place, csrf=form_token(claim))


@pages.post("/w/<workshop>/links")
def new_link(workshop: str) -> str:
    claim = claim_on(workshop, "facilitator", role="facilitator")
    check_form(claim)
    key = new_key(house(), workshop)
    return links_page(place_of(workshop), key, csrf=form_token(claim))


def new_key(there: House, workshop: str) -> str:
    """A new key for the facilitator; the old link dies, tokens given out stay (H8)."""
    key = there.keys.facilitator()
    there.store.set_key(workshop, digest(key))
    return key


@pages.get("/f/<workshop>")
def facilitator_door(workshop: str) -> str:
    return key_page(workshop, "facilitator")


@pages.get("/b/<workshop>")
def board_door(workshop: str) -> str:
    return key_page(workshop, "board")


@pages.get("/r/<workshop>")
def results_door(workshop: str) -> str:
    return key_page(workshop, "reader")


def key_page(
    workshop: str, role: str, typed: dict[str, str] | None = None, refused: Refused | None = None
) -> str:
    """The same page whether the workshop exists or not; the script reads the key from the fragment."""
    typed = typed or {}
    return render_template(
        "key.html",
        workshop=workshop,
        role=role,
        home=SURFACE[role],
        key=typed.get("key", ""),
        name=typed.get("name", ""),
        op=typed.get("op") or secrets.token_hex(16),
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


@pages.post("/f/<workshop>")
def facilitator_by_form(workshop: str) -> AnyResponse:
    return enter_by_form(workshop, "facilitator")


@pages.post("/b/<workshop>")
def board_by_form(workshop: str) -> AnyResponse:
    return enter_by_form(workshop, "board")


@pages.post("/r/<workshop>")
def results_by_form(workshop: str) -> AnyResponse:
    return enter_by_form(workshop, "reader")


def enter_by_form(workshop: str, role: str) -> AnyResponse:
    """Without scripts the key is pasted; a whole link does too."""
    typed = request.form.to_dict()
    key = typed.get("key", "").strip().rsplit("#", 1)[-1]
    told = {"op": typed.get("op") or None, "name": typed.get("name", ""), "key": key, "role": role}
    try:
        knock = msgspec.convert(told, Knock, strict=False)
        entered = enter(house(), workshop, knock, address())
    except (Refused, Busy, msgspec.ValidationError) as fault:
        return turned_away(fault, "key", lambda refused: key_page(workshop, role, typed, refused))
    response = redirect(f"/w/{workshop}/{SURFACE[role]}", 303)
    remember(response, entered.claim, entered.retention_days)
    return response


@pages.get("/w/<workshop>/qr.svg")
def qr(workshop: str) -> Response:
    claim_on(workshop, "facilitator", "participant", "board")
    response = make_response(qr_svg(join_url(origin(), the_workshop(place_of(workshop)).code)))
    response.mimetype = "image/svg+xml"
    return response
