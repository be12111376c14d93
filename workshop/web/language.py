"""Which language a page speaks."""

from flask import g, request

from workshop.core.records import Place
from workshop.core.workshop import Workshop
from workshop.words import chosen


def language_of_request() -> str:
    """The person's choice, the browser's wish, the workshop's language; a board speaks the room's."""
    room = g.get("room_language", "")
    if g.get("is_board"):
        return chosen(room, (), "")
    accepted = [tag for tag, _ in request.accept_languages]
    return chosen(request.cookies.get("language", ""), accepted, room)


def speak_as_the_room(place: Place, *, board: bool = False) -> None:
    """Say whose language a page falls back to; before its first word."""
    if workshop := place.get(Workshop, place.log):
        g.room_language, g.is_board = workshop.language, board
