from workshop.core.setup import Setup
from workshop.methods.method import N_, THOUGHTS, Method

METHOD = Method(
    id="cluster_story",
    title=N_("The story of each cluster"),
    purpose=N_("Each cluster is told aloud in a minute, so that all mean the same by its name."),
    gives=N_("Clusters that the whole room can retell, and names that hold."),
    layout="clusters",
    phases=("integrate",),
    minutes=10,
    least=5,
    types=THOUGHTS,
    anonymous=True,
    setup=Setup(story=True),
    prompt=N_("What does each cluster tell us?"),
    script=(
        N_(
            "We go from cluster to cluster. Someone who put notes there tells its story in a minute:"
            " what is it about, and why does it matter?"
        ),
        N_("“Next cluster” shows one large on every screen. Ask first, choose nobody."),
        N_("If two clusters have one story, put them together. If one has two, part it."),
    ),
    leave_when=N_("Go on when each cluster has been told, and its name says what was told."),
)
