"""How a workshop grew: a page to look back on, and the time line that it plays (H3).

The board's own time line for everyone, the facilitator too: what it never showed is not in it.
"""

from flask import Blueprint, Response, make_response

from workshop.access import Claim
from workshop.core.messages import Refused
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.web.artifacts import READERS, may_read
from workshop.web.entering import check_link
from workshop.web.house import house
from workshop.web.speaking import claim_as, place_of
from workshop.web.stage import live_page

pages = Blueprint("replaying", __name__)


def onlooker(workshop: str) -> tuple[Claim, Place]:
    """Boards at any time, and who may read the results; else `not_shared`."""
    claim = claim_as(workshop, *READERS, "board")
    place = place_of(workshop)
    if claim.role == "reader":
        check_link(the_workshop(place))
    if not may_read(claim, place):
        raise Refused("not_shared")
    return claim, place


@pages.get("/w/<workshop>/replay")
def replay(workshop: str) -> str:
    claim, _ = onlooker(workshop)
    return live_page("replay", claim)


@pages.get("/w/<workshop>/replay.json")
def line(workshop: str) -> Response:
    _, place = onlooker(workshop)
    response = make_response(house().growths.of(place.log, place.seq).played)
    response.mimetype = "application/json"
    return response
