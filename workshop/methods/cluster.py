from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="cluster",
    title=N_("Clusters"),
    purpose=N_("The room finds what belongs together, and gives each cluster a name."),
    gives=N_("A handful of named clusters that anyone can retell."),
    layout="clusters",
    phases=("integrate",),
    minutes=12,
    least=5,
    types=THOUGHTS,
    anonymous=True,
    prompt=N_("What belongs together?"),
    script=(
        N_(
            "Put together what belongs together, without talking. Names come last: a whole phrase"
            " that someone who was not here would understand."
        ),
        N_("It may feel messy. That is the work; wait before you help."),
        N_("Notes may stand alone. Do not press them into a cluster."),
        N_("If a note keeps moving, ask aloud what it means."),
    ),
    half_time=N_("Halfway: “Now we give the clusters names. Two words or more.”"),
    leave_when=N_(
        "Go on when the clusters have names and someone can retell each in one sentence."
    ),
)
