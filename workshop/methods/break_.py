from workshop.methods.method import N_, Method

METHOD = Method(
    id="break",
    title=N_("Break"),
    purpose=N_("Everyone gets up, and heads get air."),
    gives=N_("People who can listen again."),
    layout="talk",
    phases=("break",),
    minutes=10,
    least=5,
    prompt=N_("A break. When do we begin again?"),
    script=(
        N_("Now we take a break. Stand up, get some air, and leave the phone where it is."),
        N_("Say the time when you begin again, and start the timer: it stands on the board."),
        N_("Let people talk of other things. Do not use the break to catch up."),
    ),
    leave_when=N_("Begin again at the time you said, also when not everyone is back."),
)
