from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="whats_missing",
    title=N_("What is missing?"),
    purpose=N_("The room looks over what it has, and adds what nobody has said."),
    gives=N_("The gaps, written down before anything is chosen."),
    layout="wall",
    phases=("integrate",),
    minutes=3,
    least=3,
    types=THOUGHTS,
    anonymous=True,
    can_build=True,
    prompt=N_("What is missing here?"),
    script=(
        N_(
            "Look over what we have. Whose voice is not here? What does everyone know, and no note say?"
        ),
        N_("Each note shows at once. Leave half a minute of silence before you say anything."),
    ),
    half_time=N_("Halfway: “Think of somebody who is not in the room. What would they add?”"),
    leave_when=N_("Go on when nothing new has come for half a minute."),
)
