"""Before the workshop: the front page, and a new workshop."""

import secrets
from typing import Any

import msgspec
from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import fold_code, shown_code, speaks
from workshop.core.messages import Refused
from workshop.core.workshop import Workshop
from workshop.methods import RECIPES
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.language import remember_language
from workshop.web.making import Wish, make
from workshop.web.problems import status_of
from workshop.web.sharing import made_page
from workshop.web.speaking import address, remember
from workshop.words import current, sentence

pages = Blueprint("lobby", __name__)
HOME = {"facilitator": "/console", "participant": "", "board": "/board"}


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


@pages.get("/new")
def new() -> str:
    recipe = request.args.get("recipe", "")
    return new_page({"language": current(), "recipe": recipe if recipe in RECIPES else ""})


@pages.post("/new")
def create() -> Response | str:
    """Answers with the links themselves: the key is in no address, and the same op gives it again."""
    there, typed = house(), request.form.to_dict()
    try:
        check_create_key(request.form.get("create_key", ""))
        made = make(there, wish_of(typed), address())
    except (Refused, msgspec.ValidationError) as fault:
        refused = fault if isinstance(fault, Refused) else Refused("bad_field")
        response = make_response(new_page(typed, refused))
        response.status_code = status_of(refused)
        return response
    knock = Knock(op=made.id, role="facilitator", key=made.key)
    entered = enter(there, made.id, knock, address())
    response = make_response(made_page(made))
    remember(response, entered.claim, entered.retention_days)
    return response


def wish_of(typed: dict[str, str]) -> Wish:
    wanted = {name: value for name, value in typed.items() if name in Wish.__struct_fields__}
    wanted = {name: value for name, value in wanted.items() if value or name == "title"}
    return msgspec.convert(wanted, Wish, strict=False)


def new_page(typed: dict[str, str], refused: Refused | None = None) -> str:
    op = typed.get("op") or secrets.token_hex(16)
    return render_template(
        "new.html",
        recipes=RECIPES.values(),
        typed={"recipe": "mini-cycle", "retention_days": "30"}
        | {name: value for name, value in typed.items() if value},
        op=op,
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def check_create_key(given: str) -> None:
    """Where the host asks for a key to make workshops, it must be right; wrong ones are counted."""
    there = house()
    if there.config.create != "key":
        return
    there.doors.check(address())
    if not secrets.compare_digest(given.encode(), there.config.create_key.encode()):
        there.doors.failed(address())
        raise Refused("create_key", "create_key")


@pages.post("/language")
def language() -> AnyResponse:
    response = redirect(back_to(request.form.get("next", "/")), 303)
    remember_language(response, request.form.get("language", ""))
    return response


def back_to(path: str) -> str:
    """A path of ours; anything that could lead away from this server becomes the front page."""
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") else "/"
