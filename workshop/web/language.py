"""Which language a page speaks."""

from flask import g, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access.tokens import ENDLESS_DAYS
from workshop.core.records import Place
from workshop.core.workshop import Workshop
from workshop.web.house import house
from workshop.words import LANGUAGES, chosen


def language_of_request() -> str:
    """The person's choice, the browser's wish, the workshop's language; a board speaks the room's."""
    room = g.get("room_language", "")
    if g.get("is_board"):
        return chosen(room, (), "")
    accepted = [tag for tag, _ in request.accept_languages]
    return chosen(request.cookies.get("language", ""), accepted, room)


def remember_language(response: AnyResponse, language: str) -> None:
    """Keep a person's choice on their device, if we speak it."""
    if language in LANGUAGES:
        response.set_cookie(
            "language",
            language,
            max_age=ENDLESS_DAYS * 86400,
            secure=house().config.https,
            httponly=True,
            samesite="Lax",
        )


def speak_as_the_room(place: Place, *, board: bool = False) -> None:
    """Say whose language a page falls back to; before its first word."""
    if workshop := place.get(Workshop, place.log):
        g.room_language, g.is_board = workshop.language, board
