from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="group_cluster",
    title=N_("Clusters in groups"),
    purpose=N_("Small groups find what belongs together, each in its own way."),
    gives=N_(
        "Several readings of the same notes, side by side: where they agree, and what only one saw."
    ),
    layout="clusters",
    phases=("integrate",),
    minutes=15,
    least=5,
    types=THOUGHTS,
    anonymous=True,
    prompt=N_("What belongs together?"),
    script=(
        N_(
            "Go to your groups: the phone says which one is yours. Put together what belongs"
            " together. The other groups do the same with the same notes."
        ),
        N_("Form the groups first: four in each lets everyone speak. You can deal them by chance."),
        N_(
            "All see each other's clusters when you go on. A step with clusters after this one brings them together."
        ),
    ),
    half_time=N_("Halfway: “Now give each cluster a name that the other groups will understand.”"),
    leave_when=N_("Go on when each group has named its clusters."),
    setup=Setup(in_groups=True),
)
