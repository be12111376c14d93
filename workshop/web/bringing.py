"""Notes and clusters from a list or a file: a facilitator sees first what would come in, and adds it (O4)."""

import secrets
from contextlib import closing

import msgspec
from flask import Blueprint, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy, Claim
from workshop.conductor import Speaker
from workshop.core.bringing import BringIn
from workshop.core.history import Undo
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.intake import Found, Table, known_again, read_file, read_lines
from workshop.web.house import house
from workshop.web.previewing import Preview, bring_page, preview_of
from workshop.web.problems import status_of, turned_away
from workshop.web.speaking import check_form, claim_on, place_of

pages = Blueprint("bringing", __name__)
MOST_FORM = 2 * LIMITS.workshop_bytes  # so that a file that is too large is told so on the page


@pages.get("/w/<workshop>/bring-in")
def choose(workshop: str) -> str:
    return bring_page(claim_on(workshop, "facilitator", role="facilitator"))


@pages.post("/w/<workshop>/bring-in")
def bring_in(workshop: str) -> AnyResponse:
    """First what would come, then the choice: nothing comes in unseen."""
    request.max_content_length = request.max_form_memory_size = MOST_FORM
    claim = claim_on(workshop, "facilitator", role="facilitator")
    check_form(claim)
    shown = None
    try:
        if "undo" in request.form:
            submit(claim, {"deed": request.form["undo"]}, Undo)
            return redirect(f"/w/{workshop}/bring-in", 303)
        shown = looked_at(workshop)
        if shown and is_agreed(shown):
            submit(claim, adding(shown), BringIn)
            return redirect(f"/w/{workshop}/bring-in", 303)
    except (Refused, Busy, msgspec.ValidationError) as fault:
        return turned_away(fault, "text", lambda refused: bring_page(claim, shown, refused))
    instead = shown.instead if shown else None
    return make_response(bring_page(claim, shown, instead), status_of(instead) if instead else 200)


def looked_at(workshop: str) -> Preview | None:
    """What would come in as it is chosen; nothing where the list is to be changed first."""
    if "edit" in request.form:
        return None
    return preview_of(place_of(workshop), brought_along(), request.form)


def is_agreed(shown: Preview) -> bool:
    """Whether what would come in now is what was looked at, where it was said to be added."""
    is_seen = shown.seal == request.form.get("seal") and not shown.instead
    return is_seen and "bring" in request.form


def brought_along() -> Found | Table:
    """What the preview kept, or else the file that was chosen, or the list that was pasted."""
    if kept := request.form.get("kept"):
        return known_again(kept)
    if file := request.files.get("file"):
        with closing(file):
            content = file.read(LIMITS.workshop_bytes + 1)
        return read_file(file.filename or "", content)
    text = request.form.get("text", "")
    if len(text.encode()) > LIMITS.brought_bytes:
        raise Refused("file_too_large", "text", limit=LIMITS.brought_bytes // 2**20)
    found = read_lines(text)
    if not found.notes:
        raise Refused("no_notes_found", "text")
    return found


def adding(shown: Preview) -> dict[str, object]:
    return {
        "step": shown.step.id,
        "notes": shown.sifted.notes,
        "clusters": shown.sifted.clusters,
    }


def submit(claim: Claim, fields: dict[str, object], kind: type[BringIn] | type[Undo]) -> None:
    op = request.form.get("op") or secrets.token_hex(16)
    given = msgspec.to_builtins(fields | {"op": op, "log": claim.workshop})
    command = msgspec.convert(given, kind)
    house().conductor.submit(claim.workshop, command, Speaker(claim.actor, claim.role))
