from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="read",
    title=N_("Reveal and read"),
    purpose=N_("The room meets all the notes at once, and builds on what it reads."),
    gives=N_("A room that has read it all, and notes that build on each other."),
    layout="wall",
    phases=("open",),
    minutes=5,
    least=4,
    types=THOUGHTS,
    anonymous=True,
    can_build=True,
    prompt=N_("What do you notice?"),
    script=(
        N_(
            "Now we see it all at once. Read in silence first. Then build on a note that wakes"
            " something in you: begin with “yes, and”."
        ),
        N_("Reveal the notes first, if they are still hidden. It cannot be undone."),
        N_("Ask what a note means, never who wrote it."),
    ),
    half_time=N_("Halfway: “Find one note that surprised you, and build on it.”"),
    leave_when=N_("Go on when heads come up from the screens and new notes slow down."),
    keep=True,
)
