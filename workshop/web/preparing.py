"""What the planner needs besides the records: the methods there are, and the agenda as a recipe to keep."""

from typing import Any

import msgspec
from flask import Blueprint, Response, jsonify, make_response

from workshop.core.agenda import in_order, the_step
from workshop.core.candidates import candidates_of
from workshop.core.votes import planned_round
from workshop.core.workshop import the_workshop
from workshop.export.naming import slug
from workshop.insight.similarity import MANY, alike
from workshop.methods import (
    METHODS,
    WRAPPERS,
    Method,
    Recipe,
    RecipeStep,
    planned,
    recipe_file,
    worded,
)
from workshop.web.speaking import claim_on, place_of
from workshop.words import translator

pages = Blueprint("preparing", __name__)
MOST_PAIRS = 8  # that a facilitator is warned of at once


@pages.get("/w/<workshop>/methods.json")
def methods(workshop: str) -> Response:
    """Every method as a step that could be added, and every wrapper as several, in the workshop's language."""
    claim_on(workshop, "facilitator", role="facilitator")
    language = the_workshop(place_of(workshop)).language
    return jsonify(
        {
            "methods": [card(method, language) for method in METHODS.values()],
            "wrappers": [several(wrapper, language) for wrapper in WRAPPERS.values()],
        }
    )


def card(method: Method, language: str) -> dict[str, Any]:
    """What the picker says of a method, and the step that it would become."""
    translate = translator(language)
    usual = RecipeStep(method=method.id, phase=method.phases[0], minutes=method.minutes)
    step = msgspec.to_builtins(planned(0, usual, method, translate, ""))
    del step["place"], step["source"], step["cycle"]
    return {
        "purpose": translate(method.purpose),
        "gives": translate(method.gives),
        "phases": list(method.phases),
        "step": step,
    }


def several(wrapper: Recipe, language: str) -> dict[str, Any]:
    """What the picker says of a wrapper, and its steps; a step's `source` is the place of an earlier one."""
    translate = translator(language)
    return {
        "id": wrapper.id,
        "title": translate(wrapper.title),
        "purpose": translate(wrapper.purpose),
        "steps": [msgspec.to_builtins(step) for step in worded(wrapper, translate)],
    }


@pages.get("/w/<workshop>/ballot/<step>.json")
def ballot(workshop: str, step: str) -> Response:
    """What speaks against opening a vote now: `many`, how many things where they are too many, and the
    titles of those that are `alike`, in pairs. A vote that is planned is held on what was frozen, so
    that is looked at. All may read them; only who opens the vote is warned.
    """
    claim_on(workshop, "facilitator", role="facilitator")
    place = place_of(workshop)
    here = the_step(place, step)
    planned = planned_round(place, here)
    chosen_from = planned.candidates if planned else candidates_of(place, here)
    titles = [candidate.title for candidate in chosen_from]
    return jsonify(
        {
            "many": len(titles) if len(titles) > MANY else 0,
            "alike": [[titles[one], titles[other]] for one, other in alike(titles)[:MOST_PAIRS]],
        }
    )


@pages.get("/w/<workshop>/recipe.json")
def recipe(workshop: str) -> Response:
    """The agenda with all its words and nothing that the room has made, to bring in again at /new."""
    claim_on(workshop, "facilitator", role="facilitator")
    place = place_of(workshop)
    made = the_workshop(place)
    response = make_response(recipe_file.write(recipe_file.recipe_of(made, in_order(place))))
    response.mimetype = "application/json"
    name = f"{slug(made.title)}.recipe.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
