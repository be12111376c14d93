from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="brainwrite",
    title=N_("Silent notes"),
    purpose=N_("Everyone writes alone at the same time, so that no voice comes first."),
    gives=N_("Thoughts from everyone, also from those who rarely speak first."),
    layout="wall",
    phases=("open",),
    minutes=10,
    least=4,
    types=(*THOUGHTS, "solution"),
    visibility="private",
    anonymous=True,
    can_build=True,
    prompt=N_("What should we do something about?"),
    script=(
        N_(
            "No decisions now. Write alone, one thought per note. Problems count, odd ideas count,"
            " and so does what only you have seen."
        ),
        N_("Each phone says who can read the notes, and when. Promise nothing beyond that."),
        N_("Keep the room silent, and write nothing on the board yourself."),
    ),
    half_time=N_("Halfway: “What else? Go for the strange ones.”"),
    leave_when=N_(
        "Reveal when new notes slow down and everyone has written, not at the first good idea."
    ),
    setup=Setup(trays=("unknown", "solution")),
)
