"""What a workshop leaves: the page of results, and the files to take home (H3)."""

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, render_template

from workshop.access import Claim
from workshop.core.agenda import in_order
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.view import Sent, Viewer
from workshop.core.workshop import the_workshop
from workshop.export import FORMATS, schema
from workshop.web.house import house
from workshop.web.language import speak_as_the_room
from workshop.web.marking import told
from workshop.web.records import Seen
from workshop.web.speaking import check_form, claim_as, form_token, place_of
from workshop.web.stage import band_of

pages = Blueprint("artifacts", __name__)
READERS = ("facilitator", "participant")


def reader_of(workshop: str) -> tuple[Claim, Place]:
    """The facilitator at any time, a participant once the results are shared; else `not_shared`."""
    claim = claim_as(workshop, *READERS)
    place = place_of(workshop)
    if claim.role != "facilitator" and not the_workshop(place).results_shared:
        raise Refused("not_shared")
    return claim, place


@pages.get("/w/<workshop>/results")
def results(workshop: str) -> str:
    """What the room saw, for everyone alike: nothing that was not revealed is on it."""
    claim = claim_as(workshop, *READERS)
    place = place_of(workshop)
    speak_as_the_room(place)
    may_read = claim.role == "facilitator" or the_workshop(place).results_shared
    seen = Seen(place, Viewer(role="participant"))
    return render_template(
        "results.html",
        claim=claim,
        csrf=form_token(claim),
        workshop=seen.one("workshop"),
        band=band_of(place, "page"),
        may_read=may_read,
        steps=[step for step in in_order(place) if step.state != "planned"],
        seen=seen,
        imported=next(iter(seen.all("imported")), None),
        cycles=cycles_of(seen),
        polls=[it for it in seen.all("poll") if it["state"] == "closed"],
        formats=listed(workshop) if may_read else [],
    )


def cycles_of(seen: Seen) -> list[dict[str, Any]]:
    """Cycle by cycle: what was chosen, what lies together and what stands alone."""
    steps = {step["id"]: step["cycle"] for step in seen.all("step") if step["state"] != "planned"}
    asked = {it["number"]: it["question"] for it in seen.all("cycle")}

    def here(kind: str, number: int) -> list[Sent]:
        return [it for it in seen.all(kind) if steps.get(it["step"]) == number]

    return [
        {
            "number": number,
            "question": asked.get(number, ""),
            "rounds": [it for it in here("round", number) if it["state"] == "closed"],
            "scorings": [
                (it, told(it)) for it in here("scoring", number) if it["state"] == "closed"
            ],
            "kept": [it for it in here("choice", number) if it["choice"] == "keep"],
            "dropped": [it for it in here("choice", number) if it["choice"] == "drop"],
            "clusters": [it for it in clusters_of(seen) if steps.get(it["step"]) == number],
            "alone": by_place(
                it for it in here("note", number) if it["readers"] == "all" and not it["cluster"]
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


def listed(workshop: str) -> list[dict[str, str]]:
    return [
        {
            "format": each.id,
            "file": each.filename,
            "media_type": each.mimetype,
            "url": f"/api/workshops/{workshop}/artifacts/{each.id}",
        }
        for each in FORMATS.values()
    ]


@pages.get("/api/workshops/<workshop>/artifacts")
def artifacts(workshop: str) -> Response:
    reader_of(workshop)
    return jsonify({"formats": listed(workshop)})


@pages.post("/api/workshops/<workshop>/artifacts")
def keep(workshop: str) -> Response:
    """Write the folder of the workshop as it stands now; the one at the end takes its place."""
    claim = claim_as(workshop, "facilitator")
    check_form(claim)
    folder = house().scribe.save(place_of(workshop))
    return jsonify({"folder": folder.name, "formats": listed(workshop)})


@pages.get("/api/schemas/workshop-1.json")
def explained() -> Response:
    """What workshop.json holds (JSON Schema); the same file lies in every folder."""
    response = jsonify(schema())
    response.content_type = "application/schema+json"
    return response


@pages.get("/api/workshops/<workshop>/artifacts/<wanted>")
def artifact(workshop: str, wanted: str) -> Response:
    """As it stands now; downloaded, never opened as a page of ours."""
    _, place = reader_of(workshop)
    if (form := FORMATS.get(wanted)) is None:
        raise Refused("no_such_format")
    response = make_response(house().scribe.make(form.id, place))
    response.content_type = form.mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{form.filename}"'
    return response
