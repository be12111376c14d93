"""One, two, four, all: the group doubles, and so does the time (Liberating Structures, 1-2-4-All)."""

from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="one-two-four-all",
    title=N_("One, two, four, all"),
    purpose=N_(
        "One question in four short steps: alone, two and two, four and four, and all together."
    ),
    steps=(
        RecipeStep(
            method="brainwrite", phase="open", minutes=1, asks=True, title=N_("On your own")
        ),
        RecipeStep(
            method="talk",
            phase="open",
            minutes=2,
            asks=True,
            title=N_("Two and two"),
            script=(
                N_("Turn to the person beside you, and build on what you both have."),
                N_("Three is fine where the number is odd."),
            ),
            leave_when=N_("Go on after two minutes, also when the talk is lively."),
        ),
        RecipeStep(
            method="group_work",
            phase="open",
            minutes=4,
            asks=True,
            source=0,
            title=N_("Four and four"),
        ),
        RecipeStep(method="report_back", phase="open", minutes=5, asks=True, source=2),
    ),
)
