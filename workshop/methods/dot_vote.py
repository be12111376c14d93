from workshop.core.setup import Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="dot_vote",
    title=N_("Dot vote"),
    purpose=N_("Each person weighs in secret, and the room sees together what counts most."),
    gives=N_("An order that no loud voice has swayed, with ties and a cut."),
    layout="vote",
    phases=("close",),
    minutes=8,
    least=5,  # two to read and plan, two to vote, one to see what came of it
    top=3,
    prompt=N_("What helps most?"),
    setup=Setup(wild_card=True),
    script=(
        N_(
            "Now we choose. Think of those it is for, not of who wrote it. Read it all first, then"
            " place your dots. Nobody sees them before the vote closes, and until then you can"
            " move them."
        ),
        N_("Say what the result will be used for, then open the vote."),
        N_("Let the room count heads: the board says how many may vote."),
        N_("When the result is up, ask: “What surprises you?” Hear two or three answers."),
        N_(
            "Dots are advice. A tie is a tie: say how it is broken before you break it."
            " Is there something bold below the cut? Keep it as the wild card."
        ),
    ),
    half_time=N_("Halfway: “Dots left? Use them or leave them; both are fine.”"),
    leave_when=N_(
        "Close the vote when nobody needs more time; it is final. Go on when the room knows what it takes further."
    ),
)
