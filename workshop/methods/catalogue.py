"""The methods there are, and a recipe put into words by them."""

from collections.abc import Callable
from pathlib import Path

from workshop.methods.method import Method
from workshop.methods.plan import StepPlan, planned
from workshop.methods.recipe import Recipe
from workshop.methods.scan import found

METHODS: dict[str, Method] = {
    method.id: method
    for method in found([str(Path(__file__).parent)], "workshop.methods", "METHOD", Method)
}
"""Every method by id."""


def worded(recipe: Recipe, translate: Callable[[str], str], question: str = "") -> list[StepPlan]:
    """The steps of a recipe in one language, ready to become records.

    `question` is the room's own and takes the place of the recipe's; it is never translated.
    """
    return [
        planned(place, step, METHODS[step.method], translate, question)
        for place, step in enumerate(recipe.steps)
    ]
