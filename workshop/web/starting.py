"""A new workshop: three questions that propose a recipe, or a recipe one has chosen or brought."""

import re
import secrets
from typing import Any

import msgspec
from flask import Blueprint, Response, make_response, render_template, request

from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.methods import RECIPES, Recipe, recipe_file
from workshop.web.entering import Knock, enter
from workshop.web.house import house
from workshop.web.making import make
from workshop.web.problems import status_of
from workshop.web.sharing import made_page
from workshop.web.speaking import address, remember
from workshop.web.wishing import USUAL, Wish, recipe_of
from workshop.words import current, sentence

pages = Blueprint("starting", __name__)
NUMBER = re.compile(r"[0-9]{1,9}")
MOST_FORM = 2 * LIMITS.recipe_bytes  # so that a file that is too large is told so beside its field


@pages.get("/new")
def new() -> Response | str:
    """Three questions; once they are answered, or skipped, the form."""
    asked = request.args.to_dict()
    if "minutes" in asked:
        return proposed(asked)
    if "own" in asked or asked.get("recipe") in RECIPES:
        return new_page({"language": current(), **asked})
    return guide_page(asked)


def proposed(asked: dict[str, str]) -> Response | str:
    try:
        recipe = recipe_of(answers_in(asked))
    except Refused as refused:
        return make_response(guide_page(asked, refused), status_of(refused))
    return new_page({"language": current(), **asked, "recipe": recipe.id})


def answers_in(asked: dict[str, str]) -> Wish:
    """The answers to the three questions; `bad_number` where a number is none, or out of bounds."""
    for name, most in (("minutes", LIMITS.minutes), ("people", LIMITS.participants)):
        number = asked.get(name, "")
        if not (NUMBER.fullmatch(number) and 1 <= int(number) <= most):
            raise Refused("bad_number", name, limit=most)
    try:
        return wish_of({"title": "-", **asked})
    except msgspec.ValidationError:
        raise Refused("bad_field") from None


@pages.post("/new")
def create() -> Response | str:
    """Answers with the links themselves: the key is in no address, and the same op gives it again."""
    request.max_content_length = MOST_FORM
    there, typed = house(), request.form.to_dict()
    try:
        check_create_key(typed.get("create_key", ""))
        made = make(there, wish_of(typed | brought()), address())
    except (Refused, msgspec.ValidationError) as fault:
        refused = fault if isinstance(fault, Refused) else Refused("bad_field")
        return make_response(new_page(typed, refused), status_of(refused))
    knock = Knock(op=made.id, role="facilitator", key=made.key)
    entered = enter(there, made.id, knock, address())
    response = make_response(made_page(made))
    remember(response, entered.claim, entered.retention_days)
    return response


def brought() -> dict[str, Any]:
    """The recipe file of the form, if one was chosen."""
    file = request.files.get("recipe_file")
    content = file.read(LIMITS.recipe_bytes + 1) if file else b""
    return {"recipe_file": msgspec.to_builtins(recipe_file.read(content))} if content else {}


def wish_of(typed: dict[str, Any]) -> Wish:
    wanted = {name: value for name, value in typed.items() if name in Wish.__struct_fields__}
    wanted = {name: value for name, value in wanted.items() if value or name == "title"}
    return msgspec.convert(wanted, Wish, strict=False)


def guide_page(typed: dict[str, str], refused: Refused | None = None) -> str:
    return render_template(
        "guide.html",
        typed={"minutes": typed.get("again", "60"), "people": "12", "aim": ""} | typed,
        most_people=LIMITS.participants,
        most_minutes=LIMITS.minutes,
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def new_page(typed: dict[str, str], refused: Refused | None = None) -> str:
    usual = {"recipe": USUAL, "retention_days": "30"}
    return render_template(
        "new.html",
        recipes=RECIPES.values(),
        proposal=proposal_of(typed),
        typed=usual | {name: value for name, value in typed.items() if value},
        op=typed.get("op") or secrets.token_hex(16),
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def proposal_of(typed: dict[str, str]) -> Recipe | None:
    """The recipe that the answers to the three questions gave; None where they were skipped."""
    try:
        return recipe_of(answers_in({**typed, "op": ""}))
    except Refused:
        return None


def check_create_key(given: str) -> None:
    """Where the host asks for a key to make workshops, it must be right; wrong ones are counted."""
    there = house()
    if there.config.create != "key":
        return
    there.doors.check(address())
    if not secrets.compare_digest(given.encode(), there.config.create_key.encode()):
        there.doors.failed(address())
        raise Refused("create_key", "create_key")
