from workshop.core.setup import Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="matrix",
    title=N_("Prioritisation matrix"),
    purpose=N_("Each person scores value and effort alone; the room talks only where it differs."),
    gives=N_("What to do first, what to explore, and what to let go of, with reasons."),
    layout="matrix",
    phases=("close",),
    minutes=15,
    least=8,  # five to mark, three to see and confirm
    prompt=N_("What gives the most for what it takes?"),
    script=(
        N_(
            "Score each thing by yourself, from 0 to 10: how much it is worth to those it is for, and"
            " what it takes. Do not look to the side; we need your own judgement."
        ),
        N_(
            "If you place by consensus, say this instead: “Nobody scores alone now. I ask where each thing"
            " belongs, and put it there when you agree. Whoever sees it otherwise says so first.”"
        ),
        N_("Agree first on what value and effort mean here. Fifteen things at the most."),
        N_(
            "When the scores are up, talk only about those that lie far apart. The highest and the lowest speak first."
        ),
        N_(
            "Value counts double. The numbers advise; you decide together what is kept and dropped."
        ),
    ),
    half_time=N_("Halfway: “Left to score? Follow your first thought.”"),
    leave_when=N_(
        "Go on when what is kept and what is dropped is agreed, and each dropped thing has a reason."
    ),
    setup=Setup(
        scales=(
            Scale(
                id="value",
                title=N_("Value"),
                low=0,
                high=10,
                words=(N_("worth nothing"), N_("worth the most")),
                weight=2,
            ),
            Scale(
                id="effort",
                title=N_("Effort"),
                low=0,
                high=10,
                words=(N_("hardly any"), N_("very much")),
                weight=-1,
            ),
        ),
    ),
)
