from workshop.core.setup import Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="accept",
    title=N_("Accept or not"),
    purpose=N_("Everyone says of each point, in secret, whether they go along with it."),
    gives=N_("Points that the room stands by, and those that need another word."),
    layout="poll",
    phases=("frame", "integrate", "close"),
    minutes=4,
    least=3,
    types=("reservation",),
    visibility="private",
    anonymous=True,
    prompt=N_("Can you go along with this?"),
    script=(
        N_(
            "Say of each point whether you can go along with it. A no is fine; it helps us word it."
        ),
        N_("Take up first the points that someone cannot accept, and ask what would help."),
        N_("Change the point or let it go, and ask again if it matters."),
    ),
    leave_when=N_("Go on when no point is left that someone cannot accept."),
    setup=Setup(
        scales=(
            Scale(
                id="accept",
                title=N_("Can you go along with it?"),
                high=3,
                words=(
                    N_("Yes"),
                    N_("Yes, with a change"),
                    N_("No, not as it stands"),
                ),
            ),
        ),
        needed="no_veto",
    ),
)
