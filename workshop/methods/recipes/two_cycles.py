from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="two-cycles",
    title=N_("Two cycles"),
    purpose=N_(
        "Half a day: the first cycle finds the problem, the second finds what to do about it."
    ),
    steps=(
        RecipeStep(method="check_in", phase="frame", minutes=8),
        RecipeStep(method="pulse", phase="frame", minutes=2),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=20,
            asks=True,
            title=N_("Problems"),
            prompt=N_("Where does it hurt, and for whom?"),
            types=("problem", "need", "question", "learning", "unknown", "solution"),
            script=(
                N_(
                    "In this first cycle we look for the problem, not for the answer. Write what you"
                    " have seen or heard yourself, one thing per note."
                ),
                N_("Answers that come up are early solutions: they are kept for the second cycle."),
                N_(
                    "Each phone says who can read the notes, and when. Promise nothing beyond that."
                ),
            ),
            half_time=N_("Halfway: “What do we not talk about?”"),
            leave_when=N_("Reveal when new notes slow down and everyone has written."),
        ),
        RecipeStep(method="cluster", phase="integrate", minutes=20, source=2),
        RecipeStep(
            method="dot_vote",
            phase="close",
            minutes=10,
            source=3,
            top=1,
            title=N_("Choose the problem"),
            prompt=N_("Which problem do we take into the second cycle?"),
        ),
        RecipeStep(
            method="goal",
            phase="close",
            minutes=10,
            source=4,
            title=N_("The goal, sharper"),
            prompt=N_("What is our goal, now that we know the problem?"),
        ),
        RecipeStep(method="break", phase="break", minutes=15),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=25,
            cycle=2,
            title=N_("Ideas"),
            prompt=N_("How might we solve it?"),
            script=(
                N_(
                    "Second cycle: now we look for answers to the problem that we chose. Alone first,"
                    " one idea per note, and the odd ones too."
                ),
                N_("The early solutions from the first cycle can be read again; build on them."),
                N_("Keep the room silent, and write nothing on the board yourself."),
            ),
            leave_when=N_("Reveal when new notes slow down and everyone has written, then go on."),
        ),
        RecipeStep(method="build_round", phase="open", minutes=15, cycle=2, source=7),
        RecipeStep(method="cluster", phase="integrate", minutes=20, cycle=2, source=8),
        RecipeStep(method="options", phase="integrate", minutes=20, cycle=2, source=9),
        RecipeStep(method="matrix", phase="close", minutes=15, cycle=2, source=10),
        RecipeStep(method="actions", phase="close", minutes=20, cycle=2, source=11),
        RecipeStep(method="retro", phase="frame", minutes=8, cycle=2),
        RecipeStep(method="pulse", phase="frame", minutes=2, cycle=2, title=N_("Check-out")),
    ),
)
