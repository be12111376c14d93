"""How a closed workshop grew, to download (A2)."""

from flask import Blueprint, Response, jsonify, make_response

from workshop.export import as_log
from workshop.web.house import house
from workshop.web.speaking import claim_as, place_of

pages = Blueprint("growing", __name__)


@pages.get("/w/<workshop>/log.json")
def log(workshop: str) -> Response:
    claim_as(workshop, "facilitator")
    there = house()
    response = make_response(there.scribe.log(place_of(workshop), there.store.read(workshop)))
    response.content_type = "application/json"
    response.headers["Content-Disposition"] = 'attachment; filename="log.json"'
    return response


@pages.get("/api/schemas/log-1.json")
def explained() -> Response:
    response = jsonify(as_log.schema())
    response.content_type = "application/schema+json"
    return response
