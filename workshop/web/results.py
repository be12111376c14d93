"""The page of results: what the room saw, for everyone alike (H3)."""

from typing import Any

from flask import Blueprint, render_template

from workshop.core.scores import RESERVATION
from workshop.core.view import Sent, Viewer
from workshop.export import agreement, compared, report, telling, versions
from workshop.export.unsaid import left_out_for
from workshop.export.wording import wording_of
from workshop.web.artifacts import listed, looking_at, may_read, saved
from workshop.web.language import language_of_request, speak_as_the_room
from workshop.web.marking import heard
from workshop.web.records import Seen
from workshop.web.speaking import form_token
from workshop.web.stage import band_of

pages = Blueprint("results", __name__)


@pages.get("/w/<workshop>/results")
def results(workshop: str) -> str:
    """What the room saw, for everyone alike: nothing that was not revealed is on it."""
    claim, place = looking_at(workshop)
    speak_as_the_room(place)
    readable = may_read(claim, place)
    seen = Seen(place, Viewer(role="participant"))
    return render_template(
        "results.html",
        claim=claim,
        csrf=form_token(claim),
        workshop=seen.one("workshop"),
        report=left_out_for("participant", report(place)),
        wording=wording_of(language_of_request()),
        agreement=agreement,
        compared=compared,
        telling=telling,
        versions=versions,
        band=band_of(place, "page"),
        may_read=readable,
        seen=seen,
        imported=next(iter(seen.all("imported")), None),
        cycles=cycles_of(seen),
        polls=[it for it in seen.all("poll") if it["state"] == "closed"],
        parked=[it for it in seen.all("parked") if it["readers"] == "all"],
        formats=listed(workshop) if readable else [],
        saved=saved(workshop) if claim.role == "facilitator" else {},
    )


def cycles_of(seen: Seen) -> list[dict[str, Any]]:
    """Cycle by cycle: what was chosen, what lies together and what stands alone."""
    steps = {step["id"]: step["cycle"] for step in seen.all("step") if step["state"] != "planned"}
    asked = {it["number"]: it["question"] for it in seen.all("cycle")}

    scorings = [it for it in seen.all("scoring") if it["state"] == "closed"]
    heard_there = (note for it in scorings for note in heard(seen, it))
    polled = {note["id"] for note in heard_there if note["type"] == RESERVATION}

    def here(kind: str, number: int) -> list[Sent]:
        return [it for it in seen.all(kind) if steps.get(it["step"]) == number]

    return [
        {
            "number": number,
            "question": asked.get(number, ""),
            "rounds": [it for it in here("round", number) if it["state"] == "closed"],
            "clusters": [it for it in clusters_of(seen) if steps.get(it["step"]) == number],
            "alone": by_place(
                it
                for it in here("note", number)
                if it["readers"] == "all" and not it["cluster"] and it["id"] not in polled
            ),
        }
        for number in sorted(set(steps.values()))
    ]


def shown_notes(seen: Seen) -> list[Sent]:
    return [note for note in seen.all("note") if note["readers"] == "all"]


def clusters_of(seen: Seen) -> list[dict[str, Any]]:
    notes = shown_notes(seen)
    return [
        {**cluster, "notes": by_place(it for it in notes if it["cluster"] == cluster["id"])}
        for cluster in by_place(seen.all("cluster"))
    ]


def by_place(records: Any) -> list[Sent]:
    return sorted(records, key=lambda it: int(it["place"]))
