from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="mini-cycle",
    title=N_("Mini cycle"),
    purpose=N_("One question inside any meeting, from silent notes to one action."),
    steps=(
        RecipeStep(
            method="talk",
            phase="frame",
            minutes=2,
            asks=True,
            title=N_("The question"),
            prompt=N_("What should we do something about?"),
            script=(
                N_(
                    "We have one question. First everyone writes alone, then we see what belongs"
                    " together, and then we choose one thing to do."
                ),
                N_("Read the question aloud, slowly. Ask if a word needs explaining."),
            ),
            leave_when=N_("Go on when nobody wonders what the question means."),
        ),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=5,
            asks=True,
            leave_when=N_(
                "Reveal when nearly everyone has written. Let the room read for half a minute,"
                " then go on."
            ),
        ),
        RecipeStep(method="cluster", phase="integrate", minutes=7, source=1),
        RecipeStep(method="dot_vote", phase="close", minutes=4, least=4, source=2, top=1),
        RecipeStep(
            method="actions",
            phase="close",
            minutes=5,
            least=3,
            source=3,
            title=N_("One action"),
            prompt=N_("What is the one thing we do first?"),
            script=(
                N_(
                    "We take what came out on top. What is the smallest thing we can do that makes"
                    " a difference? One verb, one name, one date."
                ),
                N_("Ask the one who takes it: “How does it fit your normal week?”"),
                N_("Several good ones? Write them all, and choose the one you do first."),
            ),
            half_time="",
            leave_when=N_("Go on when one action has one name and one date."),
        ),
        RecipeStep(
            method="talk",
            phase="frame",
            minutes=2,
            title=N_("Closing"),
            prompt=N_("What do you take with you?"),
            script=(
                N_(
                    "Thank you for the work. One word from those who want: what do you take with you?"
                ),
                N_("Read the action aloud: what, who and by when."),
                N_(
                    "Closing the workshop is final. Everyone gets the result on the phone, if you share it."
                ),
            ),
            leave_when=N_("Close the workshop when the action has been read aloud."),
        ),
    ),
)
