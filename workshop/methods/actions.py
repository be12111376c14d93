from workshop.methods.method import N_, Method

METHOD = Method(
    id="actions",
    title=N_("Actions"),
    purpose=N_("What came out on top gets someone who does it, and a date."),
    gives=N_("Actions that each have a name and a date."),
    layout="actions",
    phases=("close",),
    minutes=12,
    least=5,
    prompt=N_("Who does what, by when?"),
    script=(
        N_(
            "Now we promise. Begin with a verb, and put one name and one date on each action: your"
            " own name, or someone who says yes here and now."
        ),
        N_("Ask the one who takes it: “How does it fit your normal week? What is the first step?”"),
        N_("Ask the room: “What do we drop on purpose?”"),
        N_("Read each action aloud, with name and date."),
    ),
    half_time=N_("Halfway: “Which of the top ones has nobody yet?”"),
    leave_when=N_(
        "Go on when each action has one name and one date, and you have a day to look at them again."
    ),
    keep=True,
)
