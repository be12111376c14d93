from workshop.core.setup import Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="pulse",
    title=N_("Pulse"),
    purpose=N_("Two quick marks from everyone, early and again at the end, to see what has moved."),
    gives=N_("How well the room understands and how much it wants to, before and after."),
    layout="poll",
    phases=("frame", "open", "integrate", "close"),
    minutes=2,
    least=2,
    prompt=N_("How is it with you just now?"),
    script=(
        N_("Two marks, from one to five, for yourself alone. There is no right answer."),
        N_(
            "Use this step twice, at the beginning and at the end: the second shows what has moved."
        ),
        N_("Ask what lies behind the numbers, never who gave them."),
    ),
    leave_when=N_("Close it when most have answered. It takes a minute."),
    setup=Setup(
        scales=(
            Scale(
                id="clear",
                title=N_("I understand what this is about"),
                words=(N_("Not yet"), N_("Fully")),
            ),
            Scale(
                id="keen",
                title=N_("I feel like doing something about it"),
                words=(N_("Not at all"), N_("Very much")),
            ),
        ),
        subject="pulse",
    ),
)
