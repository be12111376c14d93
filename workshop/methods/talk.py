from workshop.methods.method import N_, Method

METHOD = Method(
    id="talk",
    title=N_("Talk"),
    purpose=N_("The room talks or listens, and the phones rest."),
    gives=N_("A room that knows what comes, and why."),
    layout="talk",
    phases=("frame", "open", "integrate", "close"),
    minutes=5,
    least=1,
    script=(
        N_("Put the phone down for a moment. Let us take this together."),
        N_("Say what happens now, and why."),
    ),
    leave_when=N_("Go on when the room is ready."),
)
