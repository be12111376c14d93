"""The record of moderation, to download (M3)."""

from flask import Blueprint, Response, make_response

from workshop.core.workshop import the_workshop
from workshop.export import moderation_csv
from workshop.export.wording import wording_of
from workshop.web.speaking import claim_as, place_of

pages = Blueprint("moderating", __name__)


@pages.get("/w/<workshop>/moderation.csv")
def moderation(workshop: str) -> Response:
    claim_as(workshop, "facilitator")
    place = place_of(workshop)
    response = make_response(moderation_csv(place, wording_of(the_workshop(place).language)))
    response.content_type = "text/csv; charset=utf-8"
    response.headers["Content-Disposition"] = 'attachment; filename="moderation.csv"'
    return response
