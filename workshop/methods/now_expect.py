from workshop.core.setup import Column, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="now_expect",
    title=N_("Now and expected"),
    purpose=N_("Everyone writes how it is today, what they hope for and what they fear."),
    gives=N_("One picture of today, and of what people expect, before any solution."),
    layout="columns",
    phases=("open", "frame"),
    minutes=15,
    least=5,
    types=("learning", "problem", "expectation", "unknown"),
    visibility="private",
    anonymous=True,
    can_build=True,
    prompt=N_("How is it now, and what do we expect?"),
    script=(
        N_("No solutions yet. Write how it is for you, what you hope for and what worries you."),
        N_("What nobody knows is worth a note of its own. It is not a lack."),
        N_("Read the columns aloud after the reveal. Ask what is meant; judge nothing."),
    ),
    half_time=N_("Halfway: “Which column is empty for you? Look there once more.”"),
    leave_when=N_("Go on when every column has been read and nobody asks what a note means."),
    setup=Setup(
        columns=(
            Column(
                id="works",
                title=N_("Works now"),
                hint=N_("What should we keep?"),
                type="learning",
            ),
            Column(
                id="hurts", title=N_("Hurts now"), hint=N_("Where does it rub?"), type="problem"
            ),
            Column(
                id="expect",
                title=N_("We expect"),
                hint=N_("What will be better, and for whom?"),
                type="expectation",
            ),
            Column(id="fear", title=N_("We fear"), hint=N_("What could go wrong?"), type="problem"),
            Column(
                id="unknown",
                title=N_("We don't know yet"),
                hint=N_("What must we find out?"),
                type="unknown",
            ),
        )
    ),
)
