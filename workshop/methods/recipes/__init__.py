"""The recipes there are, the shortest first."""

from workshop.methods.recipe import Recipe
from workshop.methods.scan import found

RECIPES: dict[str, Recipe] = {
    recipe.id: recipe
    for recipe in sorted(found(__path__, __name__, "RECIPE", Recipe), key=lambda it: it.minutes)
}
"""Every recipe by id."""
