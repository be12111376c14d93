from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="report_back",
    title=N_("All together"),
    purpose=N_("Each group tells what it has chosen, and the room hears it side by side."),
    gives=N_("One picture of what the groups have found."),
    layout="wall",
    phases=("open", "integrate"),
    minutes=8,
    least=4,
    types=THOUGHTS,
    anonymous=True,
    can_build=True,
    prompt=N_("What did the groups find?"),
    script=(
        N_("One minute for each group: read your notes aloud, and say why you chose them."),
        N_("Only who wants to speaks. Put a note in the spotlight while it is told."),
        N_("Ask the room: what comes back in several groups, and what stands alone?"),
    ),
    half_time="",
    leave_when=N_("Go on when every group has been heard."),
    keep=True,
    setup=Setup(reported=True),
)
