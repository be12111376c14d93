from workshop.core.setup import Field, Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="options",
    title=N_("Options compared"),
    purpose=N_(
        "The room lays its options beside each other, also doing nothing, and sees what speaks for each."
    ),
    gives=N_("Two or three options that are kept, and the reasons why others are not."),
    layout="table",
    phases=("integrate", "close"),
    minutes=20,
    least=8,  # five to mark, three to keep and drop
    types=("pro", "con"),
    visibility="private",
    anonymous=True,
    prompt=N_("Which of these would do the most good?"),
    script=(
        N_(
            "Here are our options side by side, and doing nothing is one of them. Write by yourself"
            " what speaks for and against each. Nobody sees it before we show it all."
        ),
        N_("Take the options from the clusters, or let the room write them. Five is plenty."),
        N_(
            "Reveal what was written and read it together. Then open the scoring: each scores alone."
        ),
        N_(
            "Talk only where the scores lie far apart. Then keep two or three, and drop the rest with a reason."
        ),
    ),
    half_time=N_("Halfway: “What speaks against the option you like best?”"),
    leave_when=N_("Go on when two or three options are kept and each dropped one has its reason."),
    setup=Setup(
        fields=(
            Field(id="option", title=N_("Option")),
            Field(id="how", title=N_("What it means in practice"), form="text"),
        ),
        scales=(
            Scale(
                id="use",
                title=N_("Does good for those it is for"),
                words=(N_("little"), N_("a great deal")),
                weight=2,
            ),
            Scale(
                id="doable",
                title=N_("Can be done by us"),
                words=(N_("hardly"), N_("easily")),
            ),
            Scale(
                id="lasts",
                title=N_("Still works in three years"),
                words=(N_("unlikely"), N_("surely")),
            ),
        ),
        nothing=True,
        doing_nothing=N_("Do nothing: go on as today"),
    ),
)
