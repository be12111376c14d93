from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="group_work",
    title=N_("In groups"),
    purpose=N_("Small groups talk, each with a wall of its own, so that everyone gets a word in."),
    gives=N_("What each group has found, and the few notes that it wants the others to hear."),
    layout="wall",
    phases=("open", "integrate"),
    minutes=10,
    least=4,
    types=THOUGHTS,
    anonymous=True,
    can_build=True,
    prompt=N_("What do you find when you put your heads together?"),
    script=(
        N_(
            "Go to your groups: the phone says which one is yours. Talk, write what you find, and"
            " choose up to three notes to tell the others."
        ),
        N_("Form the groups first: four in each lets everyone speak. You can deal them by chance."),
        N_("Walk round and listen. Answer questions about the task, not the task."),
    ),
    half_time=N_("Halfway: “Has everyone in your group spoken?”"),
    leave_when=N_("Go on when each group has chosen what it tells."),
    setup=Setup(in_groups=True),
)
