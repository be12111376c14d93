from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="co-creation",
    title=N_("Co-creation meeting"),
    purpose=N_(
        "Two hours with partners: from needs and a goal, over options, to what we do together."
    ),
    steps=(
        RecipeStep(method="check_in", phase="frame", minutes=6),
        RecipeStep(method="pulse", phase="frame", minutes=2),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=15,
            asks=True,
            title=N_("Needs"),
            prompt=N_("What do those it is for need, now and later?"),
            types=("need", "problem", "question", "learning", "unknown", "solution"),
            script=(
                N_(
                    "Write what people need, not yet what we could make. One thought per note, alone"
                    " and in silence."
                ),
                N_("Does a solution come up? Write it as an early solution; it is kept for later."),
                N_(
                    "Each phone says who can read the notes, and when. Promise nothing beyond that."
                ),
            ),
            half_time=N_("Halfway: “Whose need has nobody written yet?”"),
            leave_when=N_("Reveal when new notes slow down, and let the room read for a minute."),
        ),
        RecipeStep(method="goal", phase="close", minutes=12, source=2),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=15,
            title=N_("Options"),
            prompt=N_("How could we reach the goal?"),
            script=(
                N_("Now all ways are welcome, also half ones. Alone first, one way per note."),
                N_("Keep the goal in sight: it stands on every screen."),
                N_("Keep the room silent, and write nothing on the board yourself."),
            ),
            half_time=N_("Halfway: “What could we do together that none of us can do alone?”"),
            leave_when=N_("Reveal when new notes slow down and everyone has written, then go on."),
        ),
        RecipeStep(method="break", phase="break", minutes=5),
        RecipeStep(method="cluster", phase="integrate", minutes=15, source=4),
        RecipeStep(method="options", phase="integrate", minutes=15, source=6),
        RecipeStep(
            method="gradients",
            phase="close",
            minutes=10,
            source=7,
            prompt=N_("How strongly can you stand behind this way?"),
        ),
        RecipeStep(method="actions", phase="close", minutes=15, source=7),
        RecipeStep(method="retro", phase="frame", minutes=8),
        RecipeStep(method="pulse", phase="frame", minutes=2, title=N_("Check-out")),
    ),
)
