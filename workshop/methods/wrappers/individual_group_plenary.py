"""Alone, in small groups, all together: who thinks first in peace also speaks in a group (Lent, IGP)."""

from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="individual-group-plenary",
    title=N_("Individual, group, plenary"),
    purpose=N_("One question in three steps: alone, in small groups, and all together."),
    steps=(
        RecipeStep(
            method="brainwrite", phase="open", minutes=2, asks=True, title=N_("On your own")
        ),
        RecipeStep(method="group_work", phase="open", minutes=5, asks=True, source=0),
        RecipeStep(method="report_back", phase="open", minutes=5, asks=True, source=1),
    ),
)
