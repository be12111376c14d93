from workshop.core.setup import Column, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="retro",
    title=N_("What we learned"),
    purpose=N_("Everyone writes what the work has taught, under five short questions."),
    gives=N_("Lessons to share, and what the next round does differently."),
    layout="columns",
    phases=("close", "frame"),
    minutes=10,
    least=5,
    types=("learning",),
    visibility="private",
    anonymous=True,
    prompt=N_("What have we learned?"),
    script=(
        N_("What would have helped you to know at the start? Who else needs it?"),
        N_("Four minutes alone, then show everything and read. Nothing here is about a person."),
        N_("Ask who will pass on what, and to whom."),
    ),
    half_time=N_("Halfway: “Is there one that stings a little? Write that one too.”"),
    leave_when=N_("Go on when you know what is done differently next time."),
    setup=Setup(
        columns=(
            Column(id="worked", title=N_("Worked well"), hint=N_("What shall we do again?")),
            Column(id="hard", title=N_("Was hard"), hint=N_("Where did it stop?")),
            Column(
                id="surprised", title=N_("Surprised us"), hint=N_("What did nobody see coming?")
            ),
            Column(
                id="differently", title=N_("Do differently"), hint=N_("What is the first change?")
            ),
            Column(id="share", title=N_("Share it with"), hint=N_("Who needs to know what?")),
        )
    ),
)
