from workshop.core.setup import Criterion, Setup
from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="innovate",
    title=N_("Innovate"),
    purpose=N_("Three hours with a long open phase, for what nobody has an answer to yet."),
    steps=(
        RecipeStep(
            method="goal",
            phase="frame",
            minutes=10,
            title=N_("Welcome and goal"),
            script=(
                N_(
                    "We have three hours and no answer. More than half of the working time we only"
                    " open up; we choose at the end, and I will say when."
                ),
                N_(
                    "Read the goal aloud and ask what is unclear. It is where we begin, and may move."
                ),
                N_("Say who decides afterwards, and what the result will be used for."),
            ),
            leave_when=N_("Go on when everyone can say the goal in their own words."),
        ),
        RecipeStep(method="check_in", phase="frame", minutes=8),
        RecipeStep(method="pulse", phase="frame", minutes=2),
        RecipeStep(method="now_expect", phase="open", minutes=15),
        RecipeStep(method="others", phase="open", minutes=10),
        RecipeStep(method="brainwrite", phase="open", minutes=20, asks=True),
        RecipeStep(method="break", phase="break", minutes=10),
        RecipeStep(method="build_round", phase="open", minutes=15, source=5),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=15,
            source=7,
            title=N_("Turn it around"),
            prompt=N_("What would make it worse for certain? And what is the opposite of that?"),
            script=(
                N_(
                    "Now the other way round. First think of what would make it worse for certain,"
                    " then turn each of those into its opposite. Write the opposite."
                ),
                N_(
                    "Laughing is allowed. It is often the third thought that carries something new."
                ),
                N_("Keep the room silent while people write."),
            ),
            half_time=N_("Halfway: “Which rule that we all follow could we break?”"),
            leave_when=N_("Reveal when new notes slow down and everyone has written, then go on."),
        ),
        RecipeStep(method="cluster", phase="integrate", minutes=25, source=8),
        RecipeStep(method="cluster_story", phase="integrate", minutes=10, source=9),
        RecipeStep(
            method="dot_vote",
            phase="close",
            minutes=10,
            source=9,
            top=6,
            setup=Setup(
                criteria=(
                    Criterion(id="user", title=N_("Helps those it is for")),
                    Criterion(id="new", title=N_("Brings something new")),
                ),
                wild_card=True,
            ),
        ),
        RecipeStep(method="matrix", phase="close", minutes=15, source=11),
        RecipeStep(method="actions", phase="close", minutes=10, source=12),
        RecipeStep(method="pulse", phase="frame", minutes=5, title=N_("Check-out")),
    ),
)
