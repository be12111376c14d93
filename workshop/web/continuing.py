"""A workshop goes on from an earlier one: its facilitator shows which, sees what would come, and chooses (O3)."""

import re
import secrets

import msgspec
from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy, Claim, shut_out
from workshop.conductor import Speaker
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import Workshop, the_workshop
from workshop.export import earlier, report
from workshop.export.earlier import Earlier
from workshop.web.entering import Knock, found
from workshop.web.house import house
from workshop.web.language import speak_as_the_room
from workshop.web.problems import turned_away
from workshop.web.records import Seen
from workshop.web.speaking import (
    address,
    check_form,
    claim_on,
    form_token,
    place_of,
    viewer_of,
)
from workshop.words import sentence

pages = Blueprint("continuing", __name__)
LINK = re.compile(r"(?P<workshop>[0-9a-f]{32})#(?P<key>\S+)$")
MOST_FORM = (
    2 * LIMITS.workshop_bytes
)  # so that a file that is too large is told so beside its field


@pages.get("/w/<workshop>/continue")
def choose(workshop: str) -> str:
    claim = claim_on(workshop, "facilitator", role="facilitator")
    return page(claim)


@pages.post("/w/<workshop>/continue")
def go_on(workshop: str) -> AnyResponse:
    """First what would come, then the choice: nothing comes in unseen."""
    request.max_content_length = request.max_form_memory_size = MOST_FORM
    claim = claim_on(workshop, "facilitator", role="facilitator")
    check_form(claim)
    try:
        if "bring" in request.form:
            bring(claim)
            return redirect(f"/w/{workshop}/continue", 303)
        shown = looked_up(claim)
    except (Refused, Busy, msgspec.ValidationError) as fault:
        return turned_away(fault, "link", lambda refused: page(claim, refused=refused))
    return make_response(page(claim, shown))


def looked_up(claim: Claim) -> Earlier:
    """By a file, by a facilitators' link, or by a workshop that this browser leads as well."""
    file = request.files.get("file")
    if content := file.read(LIMITS.workshop_bytes + 1) if file else b"":
        return earlier.read(content)
    typed = request.form.get("link", "").strip()
    if not typed and (own := request.form.get("own", "")):
        return earlier.of(report(led(own)))
    return earlier.of(report(by_link(typed)))


def by_link(link: str) -> Place:
    """The workshop that the link opens; wrong keys are counted as at every door."""
    there = house()
    there.doors.check(address())
    if not (parts := LINK.search(link)):
        raise Refused("not_a_link", "link")
    try:
        listing = found(there, parts["workshop"], Knock(role="facilitator", key=parts["key"]))
    except Refused:
        there.doors.failed(address())
        raise Refused("wrong_key", "link") from None
    return there.conductor.place(listing.log_id)


def led(workshop: str) -> Place:
    """A workshop whose facilitator this browser is; any other is `no_token`."""
    claim_on(workshop, "facilitator", role="facilitator")
    return place_of(workshop)


def others_led(claim: Claim) -> list[Workshop]:
    """The other workshops that this browser leads, the newest first."""
    there = house()
    claims = [it for _, it in there.tokens.held(request.cookies) if it.role == "facilitator"]
    known = [it for it in claims if it.workshop != claim.workshop]
    places = [(it, place_of(it.workshop)) for it in known if there.store.listing(it.workshop)]
    return [the_workshop(place) for it, place in places if not shut_out(place, it)]


def bring(claim: Claim) -> None:
    form = request.form
    command = earlier.bringing(
        earlier.read(form.get("earlier", "").encode()),
        numbers("action"),
        numbers("parked"),
        goal="goal" in form,
        id=form.get("id", ""),
        op=form.get("op", ""),
        log=claim.workshop,
    )
    sound = msgspec.convert(msgspec.to_builtins(command), type(command))
    house().conductor.submit(claim.workshop, sound, Speaker(claim.actor, claim.role))


def numbers(name: str) -> set[int]:
    return {int(value) for value in request.form.getlist(name) if value.isdecimal()}


def page(claim: Claim, shown: Earlier | None = None, refused: Refused | None = None) -> str:
    place = place_of(claim.workshop)
    speak_as_the_room(place)
    seen = Seen(place, viewer_of(claim))
    return render_template(
        "continue.html",
        workshop=the_workshop(place),
        continued=seen.all("continued"),
        came={it["id"]: came(seen, it["id"]) for it in seen.all("continued")},
        others=others_led(claim),
        earlier=shown,
        kept=earlier.kept(shown).decode() if shown else "",
        csrf=form_token(claim),
        op=secrets.token_hex(16),
        id=secrets.token_hex(12),
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def came(seen: Seen, continued: str) -> dict[str, int]:
    """How much of each came along and is here still."""
    kinds = ("action", "sheet", "parked")
    return {kind: sum(it["continued"] == continued for it in seen.all(kind)) for kind in kinds}
