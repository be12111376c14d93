from workshop.core.setup import Scale, Setup
from workshop.methods.method import N_, Method

STAND = Scale(
    id="stand",
    title=N_("Where do you stand?"),
    high=8,
    words=(
        N_("I stand fully behind it"),
        N_("Good, with one small wish"),
        N_("I support it, with reservations"),
        N_("I stand aside"),
        N_("We need to talk more"),
        N_("I do not like it, and go along"),
        N_("I am seriously against it"),
        N_("I cannot let it pass"),
    ),
)

METHOD = Method(
    id="gradients",
    title=N_("Gradients of agreement"),
    purpose=N_(
        "Everyone says in secret how far they stand behind one text, from fully to not at all."
    ),
    gives=N_("A text that the room can carry, with its reservations and its versions."),
    layout="poll",
    phases=("close",),
    minutes=15,
    least=8,  # two to read, two to answer, four to hear who is against
    types=("reservation",),
    visibility="private",
    anonymous=True,
    prompt=N_("How far can you stand behind this text?"),
    script=(
        N_(
            "Read the text word by word. Then say where you stand, from one to eight. A high number is"
            " no obstruction; it tells us what the text still needs."
        ),
        N_(
            "First the room agrees on how much agreement this needs. It is fixed before anyone answers."
        ),
        N_("When the answers are up, hear five to eight first: “What would have to be different?”"),
        N_("Change the text with the room, and poll the new version. The old one stays beside it."),
    ),
    half_time=N_("Halfway: “Does anyone need a word explained?”"),
    leave_when=N_(
        "Go on when the level is reached, or when the room knows who works the text over."
    ),
    setup=Setup(scales=(STAND,), proposal=True, needed="none_opposed"),
)
