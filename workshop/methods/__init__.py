"""Methods and recipes as data: what a room can do, and in which order."""

from workshop.methods import recipe_file
from workshop.methods.catalogue import METHODS, worded
from workshop.methods.method import EVIDENCE, THOUGHTS, TRAYS, TYPES, Method
from workshop.methods.plan import StepPlan, planned
from workshop.methods.recipe import Recipe, RecipeStep
from workshop.methods.recipes import RECIPES
from workshop.methods.wrappers import WRAPPERS

__all__ = [
    "EVIDENCE",
    "METHODS",
    "RECIPES",
    "THOUGHTS",
    "TRAYS",
    "TYPES",
    "WRAPPERS",
    "Method",
    "Recipe",
    "RecipeStep",
    "StepPlan",
    "planned",
    "recipe_file",
    "worded",
]
