from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="build_round",
    title=N_("Build round"),
    purpose=N_("Each phone gets three notes that others wrote, and everyone builds on them."),
    gives=N_("Thoughts that have passed through more heads than one."),
    layout="wall",
    phases=("open",),
    minutes=10,
    least=4,
    types=THOUGHTS,
    anonymous=True,
    can_build=True,
    prompt=N_("What could come of this?"),
    script=(
        N_(
            "Your phone shows three notes that others wrote. Take one at a time, and write what it"
            " makes you think of: “yes, and …”."
        ),
        N_("Reveal the notes of the step before, if they are still hidden. It cannot be undone."),
        N_("Do not seal that step yet: what is sealed is nobody's, and cannot be dealt any more."),
        N_("Nobody gets a note of their own. Ask nobody which ones they got."),
    ),
    half_time=N_("Halfway: “What would make it twice as bold?”"),
    leave_when=N_("Go on when most have built on two or three, and new notes slow down."),
    setup=Setup(deal=3),
)
