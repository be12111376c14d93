from workshop.core.setup import Column, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="working_agreements",
    title=N_("Working agreements"),
    purpose=N_("The group writes down how it wants to work together."),
    gives=N_("A few agreements that everyone has seen, at hand in every step after."),
    layout="columns",
    phases=("frame", "close"),
    minutes=10,
    least=5,
    types=("agreement",),
    anonymous=True,
    can_build=True,
    prompt=N_("How do we want to work together?"),
    script=(
        N_("Write what you need from the group to work well. Short, and as something we do."),
        N_(
            "Everyone sees each note at once, and none carries a name. Say so before anyone writes."
        ),
        N_("Read each column aloud. What somebody cannot live with is changed now, not later."),
    ),
    half_time=N_("Halfway: “What went wrong last time, that an agreement would have caught?”"),
    leave_when=N_("Go on when each column has one or two that everyone can live with."),
    setup=Setup(
        columns=(
            Column(id="meet", title=N_("We meet"), hint=N_("When, where, how long?")),
            Column(id="decide", title=N_("We decide"), hint=N_("Who decides what, and how?")),
            Column(id="share", title=N_("We share"), hint=N_("Where does what we know lie?")),
            Column(id="care", title=N_("We care"), hint=N_("How do we look after one another?")),
        ),
        pinned=True,
    ),
)
