from workshop.methods.method import N_, Method

METHOD = Method(
    id="decision",
    title=N_("Decision"),
    purpose=N_("What was chosen is said out loud and written down, with what it rests on."),
    gives=N_(
        "Decisions that someone who was not here can follow: what, why, what else, who and when."
    ),
    layout="talk",
    phases=("close",),
    minutes=6,
    least=3,
    prompt=N_("What do we decide?"),
    script=(
        N_(
            "Votes and marks are advice. Now we say what we decide, so that nobody has to guess it."
        ),
        N_(
            "Write the decision down while all can read it. Then add what it rests on, what else there was, and who decides."
        ),
        N_("Ask: “How will this show in an ordinary week?”"),
        N_("If nobody here can decide it, write who will, and by when you ask."),
    ),
    leave_when=N_(
        "Go on when the decision has been read aloud and nobody wants another word in it."
    ),
    keep=True,
)
