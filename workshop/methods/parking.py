from workshop.core.setup import Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="parking",
    title=N_("Parking lot"),
    purpose=N_("What was parked on the way is looked at once, so that it is not only put away."),
    gives=N_("A parking lot where each thought has a place to go, or is let go."),
    layout="talk",
    phases=("close", "frame"),
    minutes=5,
    least=2,
    prompt=N_("What of this needs a place to go?"),
    script=(
        N_(
            "These are the thoughts we put aside. We read them once, and say for each what becomes of it."
        ),
        N_(
            "An action, a question for somebody who is not here, the next workshop, or nothing: all four are answers."
        ),
        N_("Whatever stays here can come along when the next workshop continues from this one."),
    ),
    leave_when=N_("Go on when each thought has been read aloud."),
    setup=Setup(subject="parking"),
    keep=True,
)
