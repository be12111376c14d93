from workshop.methods.method import N_
from workshop.methods.recipe import Recipe, RecipeStep

RECIPE = Recipe(
    id="one-hour",
    title=N_("One hour"),
    purpose=N_("From check-in to actions with names and dates, with time to read and build."),
    steps=(
        RecipeStep(method="check_in", phase="frame", minutes=5),
        RecipeStep(
            method="talk",
            phase="frame",
            minutes=3,
            asks=True,
            title=N_("The question"),
            prompt=N_("What should we do something about?"),
            script=(
                N_(
                    "We have one question and one hour. First we open up, then we see what belongs"
                    " together, then we choose. I will say where we are."
                ),
                N_("Read the question aloud, slowly. Ask if a word needs explaining."),
                N_("Say who wants the answer, and what it will be used for."),
            ),
            leave_when=N_("Go on when nobody wonders what the question means."),
        ),
        RecipeStep(
            method="brainwrite",
            phase="open",
            minutes=10,
            asks=True,
            leave_when=N_(
                "Go on when new notes slow down and everyone has written. The notes stay hidden"
                " until you reveal them in the next step."
            ),
        ),
        RecipeStep(method="read", phase="open", minutes=5, source=2),
        RecipeStep(method="cluster", phase="integrate", minutes=12, source=3),
        RecipeStep(method="dot_vote", phase="close", minutes=8, source=4),
        RecipeStep(method="actions", phase="close", minutes=12, source=5),
        RecipeStep(
            method="talk",
            phase="frame",
            minutes=5,
            title=N_("Closing"),
            prompt=N_("What do you take with you?"),
            script=(
                N_(
                    "Thank you for the work. One sentence from those who want: what do you take with you?"
                ),
                N_(
                    "Read the actions aloud: what, who and by when. Say when you look at them again."
                ),
                N_("Ask what was missing, and write it down for the next time."),
                N_(
                    "Closing the workshop is final. Everyone gets the result on the phone, if you share it."
                ),
            ),
            leave_when=N_("Close the workshop when the actions have been read aloud."),
        ),
    ),
)
