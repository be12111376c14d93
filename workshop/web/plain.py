"""The workshop without scripts: the room's step, one's own notes, dots and actions, as forms."""

import hashlib
import secrets
from typing import Any

from flask import Blueprint, redirect, render_template, session
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Claim
from workshop.core.agenda import Step, sources
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.web.beside import beside
from workshop.web.columns import laid_out, takes
from workshop.web.comparing import compared_here
from workshop.web.groups import groups_here, on_own_wall, standing_alone
from workshop.web.language import speak_as_the_room
from workshop.web.marking import mark_words, marking_here
from workshop.web.records import Seen
from workshop.web.saying import said_here
from workshop.web.speaking import asked_role, claim_on, form_token, place_of, viewer_of
from workshop.web.stage import band_of
from workshop.words import gettext as _
from workshop.words import sentence

pages = Blueprint("plain", __name__)

Kept = dict[str, Any]  # code, field and values of a refusal, and the fields that were typed


def plain_url(claim: Claim) -> str:
    role = "" if claim.role == "participant" else f"?as={claim.role}"
    return f"/w/{claim.workshop}/plain{role}"


@pages.get("/w/<workshop>/plain")
def plain(workshop: str) -> AnyResponse | str:
    role = asked_role() or "participant"
    claim = claim_on(workshop, "participant", "facilitator", role=role)
    if the_workshop(place_of(workshop)).state == "closed":
        return redirect(f"/w/{workshop}/results", 303)
    return plain_page(claim, session.pop("kept", None))


def plain_page(claim: Claim, kept: Kept | None = None) -> str:
    place = place_of(claim.workshop)
    speak_as_the_room(place)
    seen = Seen(place, viewer_of(claim))
    here = the_workshop(place).step
    groups = groups_here(seen, place.get(Step, here), claim.actor)
    return render_template(
        "plain.html",
        seen=seen,
        claim=claim,
        csrf=form_token(claim),
        workshop=seen.one("workshop"),
        step=seen.get("step", here),
        steps=sorted(seen.all("step"), key=lambda step: int(step["place"])),
        me=seen.get("participant", claim.actor) or {},
        timer=seen.get("timer", claim.workshop) or {},
        room=notes_here(place, seen, here, groups),
        groups=groups,
        vote=vote_here(seen, here, claim.actor),
        marking=marking_here(seen, here, claim.actor),
        mark_words=mark_words,
        compared=compared_here(place, seen, here),
        said=said_here(seen, here),
        beside=beside(place, seen, here, claim.actor),
        kept=kept or {"code": "", "field": "", "values": {}, "typed": {}},
        wrong=sentence(Refused(kept["code"], kept["field"], **kept["values"])) if kept else "",
        here=plain_url(claim),
        band=band_of(place, "phone"),
        new_id=lambda: secrets.token_hex(16),
    )


def notes_here(place: Place, seen: Seen, here: str, groups: dict[str, Any]) -> dict[str, Any]:
    """The notes that the room's step works on, and its clusters, in the order of the wall."""
    step = place.get(Step, here)
    steps = sources(place, step) if step else set()
    notes = sorted(
        (note for note in seen.all("note") if note["step"] in steps and takes(step, note)),
        key=lambda it: int(it["place"]),
    )
    mine = {authorship["id"] for authorship in seen.all("authorship")}
    shown = on_own_wall(groups, [note for note in notes if note["readers"] == "all"])
    clusters = sorted(seen.all("cluster"), key=lambda it: int(it["place"]))
    alone = standing_alone(clusters, shown)
    return {
        "mine": [note for note in notes if note["id"] in mine and not note["held"]],
        "notes": shown,
        "groups": laid_out(place, step, shown),
        "clusters": clusters,
        "alone": laid_out(place, step, alone, _("Notes that stand alone")),
    }


def vote_here(seen: Seen, here: str, actor: str) -> dict[str, Any]:
    """The vote of the room's step that counts now, and this person's own part in it."""
    rounds = [it for it in seen.all("round") if it["step"] == here]
    going = [it for it in rounds if it["state"] != "closed"]
    if not (found := last(going) or last([it for it in rounds if not it["run_off"]])):
        return {"round": None}
    papers = [it for it in seen.all("paper") if it["round"] == found["id"]]
    ballots = [it for it in seen.all("ballot") if it["round"] == found["id"]]
    criteria = found["criteria"] or [{"id": "", "title": ""}]
    return {
        "round": found,
        "may": any(paper["participant"] == actor for paper in papers),
        "criteria": criteria,
        "dots": {(it["item"], it["criterion"]): it["dots"] for it in ballots},
        "used": {
            each["id"]: sum(it["dots"] for it in ballots if it["criterion"] == each["id"])
            for each in criteria
        },
        "group": next((it["group"] for it in seen.all("voice") if it["round"] == found["id"]), ""),
        "candidates": sorted(found["candidates"], key=lambda it: _own_order(actor, it["item"])),
        "told": found["state"] == "closed" and len(found["results"]) == len(found["candidates"]),
    }


def last(rounds: list[dict[str, Any]]) -> dict[str, Any] | None:
    return rounds[-1] if rounds else None


def _own_order(actor: str, item: str) -> bytes:
    """Everyone gets an order of their own, and keeps it, so that no candidate is first for all."""
    return hashlib.sha256(f"{actor}{item}".encode()).digest()
