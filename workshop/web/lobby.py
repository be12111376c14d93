"""Before the workshop: the front page, and its language."""

from typing import Any

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import fold_code, shown_code, speaks
from workshop.core.workshop import Workshop
from workshop.methods import RECIPES
from workshop.web.house import house
from workshop.web.language import remember_language

pages = Blueprint("lobby", __name__)
HOME = {"facilitator": "/console", "participant": "", "board": "/board", "reader": "/results"}


@pages.get("/")
def landing() -> str:
    return render_template("landing.html", recipes=RECIPES.values(), returns=returns())


@pages.post("/")
def find_code() -> AnyResponse:
    """The code field of the front page; the code becomes a part of the path."""
    return redirect(f"/j/{shown_code(fold_code(request.form.get('code', '')))}", 303)


def returns() -> list[dict[str, Any]]:
    """The workshops that this device holds a key to, newest first."""
    there, found = house(), []
    for _, claim in there.tokens.held(request.cookies):
        if there.store.listing(claim.workshop) is None:
            continue
        place = there.conductor.place(claim.workshop)
        workshop = place.get(Workshop, claim.workshop)
        if workshop and speaks(place, claim):
            over = workshop.state == "closed" and claim.role != "board"
            ending = "/results" if over else HOME[claim.role]
            url = f"/w/{claim.workshop}{ending}"
            found.append({"workshop": workshop, "role": claim.role, "url": url})
    return found


@pages.post("/language")
def language() -> AnyResponse:
    response = redirect(back_to(request.form.get("next", "/")), 303)
    remember_language(response, request.form.get("language", ""))
    return response


def back_to(path: str) -> str:
    """A path of ours; anything that could lead away from this server becomes the front page."""
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") else "/"
