from workshop.core.setup import Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="confidence",
    title=N_("Confidence"),
    purpose=N_("Everyone says in secret how sure they are that this is right."),
    gives=N_("How sure the room is, now and compared with the last time."),
    layout="poll",
    phases=("frame", "integrate", "close"),
    minutes=2,
    least=2,
    prompt=N_("How sure are you that this is the right goal?"),
    script=(
        N_("Read the goal once more. Then one mark for yourself alone: how sure are you?"),
        N_("Ask those who like to say it: “What would make it one higher?”"),
    ),
    leave_when=N_("Go on when the room has heard what it would take to be surer."),
    setup=Setup(
        scales=(
            Scale(
                id="sure",
                title=N_("How sure are you?"),
                words=(N_("Just a guess"), N_("Quite sure")),
            ),
        ),
        subject="confidence",
    ),
)
