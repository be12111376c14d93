"""What a workshop leaves: the page of results, and the files to take home (H3)."""

import logging
from collections.abc import Iterator
from typing import Any

import msgspec
from flask import Blueprint, Response, jsonify, make_response, render_template, request

from workshop.access import Claim
from workshop.core.agenda import Step, in_order
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.view import Sent, Viewer
from workshop.core.workshop import the_workshop
from workshop.export import BUNDLE, FORMATS, Format, Work, schema
from workshop.web.entering import check_link
from workshop.web.house import house
from workshop.web.language import speak_as_the_room
from workshop.web.marking import told
from workshop.web.records import Seen
from workshop.web.speaking import check_form, claim_as, form_token, place_of
from workshop.web.stage import band_of
from workshop.words import LANGUAGES, NAMES, gettext, sentence

pages = Blueprint("artifacts", __name__)
faults = logging.getLogger("workshop.web")
PROGRESS = "application/vnd.rytme.progress"
READERS = ("facilitator", "participant", "reader")
WAITING = 4  # different long files of a workshop at once, beside those that facilitators ask for


def reader_of(workshop: str) -> tuple[Claim, Place]:
    """The facilitator at any time, a participant once the results are shared, and whoever has a link."""
    claim, place = looking_at(workshop)
    if not may_read(claim, place):
        raise Refused("not_shared")
    return claim, place


def looking_at(workshop: str) -> tuple[Claim, Place]:
    claim = claim_as(workshop, *READERS)
    place = place_of(workshop)
    if claim.role == "reader":
        check_link(the_workshop(place))
    return claim, place


def may_read(claim: Claim, place: Place) -> bool:
    return claim.role != "participant" or the_workshop(place).results_shared


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
        band=band_of(place, "page"),
        may_read=readable,
        steps=[step for step in in_order(place) if step.state != "planned"],
        seen=seen,
        imported=next(iter(seen.all("imported")), None),
        cycles=cycles_of(seen),
        polls=[it for it in seen.all("poll") if it["state"] == "closed"],
        formats=listed(workshop) if readable else [],
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


def listed(workshop: str) -> list[dict[str, object]]:
    """Every format, and the bundle of them all; `slow` ones tell their progress when they are asked to."""
    return [
        {
            "format": each.id,
            "file": each.filename,
            "media_type": each.mimetype,
            "url": f"/api/workshops/{workshop}/artifacts/{each.id}",
            "name": gettext(each.words),
            "good_for": each.good_for,
            "slow": each.slow,
        }
        for each in (BUNDLE, *FORMATS.values())
    ]


def given(workshop: str) -> dict[str, object]:
    languages = [{"id": language, "name": NAMES[language]} for language in LANGUAGES]
    return {"formats": listed(workshop), "languages": languages}


@pages.get("/api/workshops/<workshop>/artifacts")
def artifacts(workshop: str) -> Response:
    reader_of(workshop)
    return jsonify(given(workshop))


@pages.post("/api/workshops/<workshop>/artifacts")
def keep(workshop: str) -> Response:
    """Write the folder of the workshop as it stands now; the one at the end takes its place."""
    claim = claim_as(workshop, "facilitator")
    check_form(claim)
    folder = house().scribe.save(place_of(workshop))
    return jsonify({"folder": folder.name, **given(workshop)})


@pages.get("/api/schemas/workshop-1.json")
def explained() -> Response:
    """What workshop.json holds (JSON Schema); the same file lies in every folder."""
    response = jsonify(schema())
    response.content_type = "application/schema+json"
    return response


@pages.get("/api/workshops/<workshop>/artifacts/<wanted>")
def artifact(workshop: str, wanted: str) -> Response:
    """As it stands now, in the workshop's language or another; downloaded, never opened as a page of ours."""
    claim, place = reader_of(workshop)
    form = BUNDLE if wanted == BUNDLE.id else FORMATS.get(wanted)
    if form is None:
        raise Refused("no_such_format")
    waiting = 0 if claim.role == "facilitator" else WAITING
    work = house().scribe.begin(
        form.id, place, asked_language(), asked_step(place), waiting=waiting
    )
    if "progress" in request.args:
        return Response(telling(work, form), mimetype=PROGRESS)
    try:
        response = make_response(work.result()[form.id])
    finally:
        work.leave()
    response.content_type = form.mimetype
    response.headers["Content-Disposition"] = f'attachment; filename="{form.filename}"'
    return response


def asked_step(place: Place) -> str:
    """The one step that is wanted; what the room has not come to shows nothing. Empty is not said."""
    step = request.args.get("step", "")
    if step and step not in {it.id for it in place.all(Step) if it.state != "planned"}:
        raise Refused("no_such_step", "step")
    return step


def asked_language() -> str:
    """Of the words around what people wrote; empty is the workshop's own."""
    language = request.args.get("language", "")
    if language and language not in LANGUAGES:
        raise Refused("no_such_language", "language")
    return language


def telling(work: Work, form: Format) -> Iterator[bytes]:
    """Lines of JSON on the way, then a line with the size and the file behind it, or with an error.

    Who goes away meanwhile stops the work.
    """
    try:
        for done in work.progress():
            yield msgspec.json.encode({"done": done, "total": work.total}) + b"\n"
        data = work.result()[form.id]
        yield msgspec.json.encode({"size": len(data)}) + b"\n" + data
    except Exception:  # noqa: BLE001 -- it is logged, and told as far as a reader can use it
        faults.exception("A format could not be made: %s", form.id)
        message = sentence(Refused("server_fault"))
        error = {"code": "server_fault", "message": message}
        yield msgspec.json.encode({"error": error}) + b"\n"
    finally:
        work.leave()
