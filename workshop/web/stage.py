"""The live surfaces: thin pages that the scripts fill, and the band they share."""

from typing import cast

from flask import Blueprint, Response, make_response, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Claim, shut_out
from workshop.core.agenda import in_order
from workshop.core.messages import Refused
from workshop.core.people import Participant
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.insight.band import Phase, Segment, Size, band_svg
from workshop.web.entering import board_claim
from workshop.web.headers import policy
from workshop.web.house import house
from workshop.web.language import speak_as_the_room
from workshop.web.making import invite_url
from workshop.web.sharing import origin
from workshop.web.speaking import address, claim_on, form_token, place_of, remember
from workshop.web.template import drawn

pages = Blueprint("stage", __name__)
SIZES: dict[str, Size] = {
    "phone": "phone",
    "console": "console",
    "board": "board",
    "page": "page",
    "card": "card",
}


@pages.get("/w/<workshop>")
def phone(workshop: str) -> AnyResponse | str:
    """The participant's page; who holds another role here is led to its own surface."""
    there = house()
    if there.tokens.who(workshop, request.cookies, role="participant") is None:
        claim = claim_on(workshop)
        if claim.role != "participant":
            return redirect(f"/w/{workshop}/{HOMES[claim.role]}", 303)
    claim = claim_on(workshop, "participant", role="participant")
    if the_workshop(place_of(workshop)).state == "closed":
        return redirect(f"/w/{workshop}/results", 303)
    there.doors.joined(address(), workshop)  # known again after a restart
    return live_page("phone", claim)


HOMES = {"facilitator": "console", "board": "board", "reader": "results"}


@pages.get("/w/<workshop>/console")
def console(workshop: str) -> str:
    return live_page("console", claim_on(workshop, "facilitator", role="facilitator"))


@pages.get("/w/<workshop>/plan")
def plan(workshop: str) -> str:
    """It has the invitation at hand, for who collects notes before the meeting."""
    claim = claim_on(workshop, "facilitator", role="facilitator")
    return live_page("plan", claim, invite=invite_url(house(), origin(), workshop))


@pages.get("/w/<workshop>/preview")
def preview(workshop: str) -> Response:
    """A step as a phone shows it, in a frame on the facilitator's own pages; it can send nothing."""
    page = live_page("preview", claim_on(workshop, "facilitator", role="facilitator"))
    response = make_response(page)
    framed = policy(request.host, request.is_secure, "'self'")
    response.headers["Content-Security-Policy"] = framed
    return response


@pages.get("/w/<workshop>/seat/<participant>")
def seat(workshop: str, participant: str) -> AnyResponse | str:
    """The phone page in a facilitator's hands, speaking for somebody in the room without a phone."""
    speaker = claim_on(workshop, "facilitator", role="facilitator")
    place = place_of(workshop)
    person = place.get(Participant, participant)
    if person is None or not person.seat or person.removed:
        raise Refused("no_such_participant")
    if the_workshop(place).state == "closed":
        return redirect(f"/w/{workshop}/results", 303)
    claim = Claim(workshop, person.id, "participant")
    # The cookie of this browser is the facilitator's, so the page holds what speaks for the seat,
    # for as long as the facilitator is one here.
    token = house().tokens.make(workshop, claim.actor, claim.role, by=speaker.actor)
    return live_page("phone", claim, seat=person, token=token)


@pages.get("/w/<workshop>/board")
def board(workshop: str) -> Response:
    """A facilitator opens it too, and the device becomes a board: it sees less than they may."""
    there = house()
    held = there.tokens.who(workshop, request.cookies, role="board")
    if held and not is_new_here(workshop, held):
        return make_response(live_page("board", claim_on(workshop, "board", role="board")))
    claim_on(workshop, "facilitator", role="facilitator")
    claim = board_claim(there, workshop, there.keys.participant(workshop, "board"))
    response = make_response(live_page("board", claim))
    remember(response, claim, the_workshop(place_of(workshop)).retention_days)
    return response


def is_new_here(workshop: str, held: Claim) -> bool:
    """A board that was shut out comes back where a facilitator opens it."""
    if shut_out(place_of(workshop), held) != "board_out":
        return False
    return house().tokens.who(workshop, request.cookies, role="facilitator") is not None


def live_page(page: str, claim: Claim, **more: object) -> str:
    place = place_of(claim.workshop)
    speak_as_the_room(place, board=page == "board")
    return render_template(
        "live.html",
        page=page,
        claim=claim,
        workshop=the_workshop(place),
        csrf=form_token(claim),
        room_address=origin().split("://", 1)[1],
        **more,
    )


@pages.get("/w/<workshop>/band/<size>.svg")
def band(workshop: str, size: str) -> Response:
    claim_on(workshop)
    if (wanted := SIZES.get(size)) is None:
        raise Refused("no_such_page")
    response = make_response(band_of(place_of(workshop), wanted))
    response.mimetype = "image/svg+xml"
    return response


def band_of(place: Place, size: Size) -> Markup:
    """The band of a workshop's agenda, drawn up to the beginning of the step the room is in."""
    steps, workshop = in_order(place), the_workshop(place)
    here = [number for number, step in enumerate(steps) if step.id == workshop.step]
    now = float(sum(step.minutes for step in steps[: here[0]])) if here else None
    segments = [Segment(cast("Phase", step.phase), step.minutes) for step in steps]
    return drawn(band_svg(segments, size, now, workshop.state == "closed"))
