from workshop.core.setup import Field, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="others",
    title=N_("Who has tried it?"),
    purpose=N_(
        "The room gathers what others have done before, so that it does not begin from nothing."
    ),
    gives=N_("A list of who has tried what, how it went, and whom to ask."),
    layout="table",
    phases=("open",),
    minutes=10,
    least=5,
    prompt=N_("Who has tried something like this, and what came of it?"),
    script=(
        N_(
            "Somebody has met this before. Write those you know of, one in each row: here, elsewhere,"
            " in another field. A guess is fine, if you say that it is one."
        ),
        N_("Write also what did not work; it saves the most."),
        N_("Ask for each row: “Whom can we call?” A row with a name is worth ten without."),
    ),
    half_time=N_("Halfway: “Who outside our own field has the same trouble?”"),
    leave_when=N_("Go on when new rows slow down, and someone will call one of them."),
    setup=Setup(
        fields=(
            Field(id="who", title=N_("Who tried it")),
            Field(id="result", title=N_("What came of it"), form="text"),
            Field(id="contact", title=N_("Whom to ask"), form="person"),
            Field(id="reuse", title=N_("Can we use it?"), form="text"),
        ),
    ),
)
