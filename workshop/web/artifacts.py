"""What a workshop leaves to take home: a file of each format, and the folder (H3)."""

import logging
from collections.abc import Iterator

import msgspec
from flask import Blueprint, Response, jsonify, make_response, request

from workshop.access import Claim
from workshop.core.agenda import Step
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.export import BUNDLE, FORMATS, Format, Work, schema
from workshop.web.entering import check_link
from workshop.web.house import house
from workshop.web.speaking import check_form, claim_as, place_of
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


def saved(workshop: str) -> dict[str, object]:
    """Whether the folder of the end is written, and which formats the folder does without; for facilitators."""
    listing = house().store.listing(workshop)
    not_made = house().scribe.incomplete().get(workshop, ())
    return {"kept": bool(listing and listing.archived_at), "not_made": list(not_made)}


@pages.get("/api/workshops/<workshop>/artifacts")
def artifacts(workshop: str) -> Response:
    claim, _ = reader_of(workshop)
    told = saved(workshop) if claim.role == "facilitator" else {}
    return jsonify({**given(workshop), **told})


@pages.post("/api/workshops/<workshop>/artifacts")
def keep(workshop: str) -> Response:
    """Write the folder of the workshop as it stands now; the one at the end takes its place."""
    claim = claim_as(workshop, "facilitator")
    check_form(claim)
    folder = house().scribe.save(place_of(workshop))
    return jsonify({"folder": folder.name, **given(workshop), **saved(workshop)})


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
        form.id, place, asked_language(), asked_step(place), role=claim.role, waiting=waiting
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
