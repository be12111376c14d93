from workshop.core.setup import Field, Scale, Setup
from workshop.methods.method import N_, Method

METHOD = Method(
    id="goal",
    title=N_("The goal"),
    purpose=N_(
        "The room says in one sentence what it wants to reach, and lets it move with reason."
    ),
    gives=N_("A goal that stands by on every screen, with all its versions and why each one came."),
    layout="form",
    phases=("frame", "close"),
    minutes=12,
    least=5,
    types=("learning", "idea", "question"),
    visibility="private",
    anonymous=True,
    prompt=N_("What do we want to reach?"),
    script=(
        N_(
            "This is where we said we were going. Nothing is lost if it moves. Write alone first: what"
            " have you learned that makes it better?"
        ),
        N_(
            "Where there is no goal yet: “Write alone first: who would notice, and what, if we got there?”"
        ),
        N_(
            "Reveal the thoughts and read them together. One person writes the new version, with the room."
        ),
        N_("Ask for the reason in one sentence. Keeping the goal as it is, is a version too."),
        N_("Ask at last, in secret: how sure are we of this goal?"),
    ),
    half_time=N_("Halfway: “Read it aloud. Would someone who was not here understand it?”"),
    leave_when=N_("Go on when the room can say the goal without reading it."),
    setup=Setup(
        subject="goal",
        fields=(
            Field(
                id="challenge",
                title=N_("The challenge"),
                hint=N_("What is so today?"),
                form="text",
            ),
            Field(id="whom", title=N_("For whom"), hint=N_("Who will notice the difference?")),
            Field(
                id="goal",
                title=N_("The goal"),
                hint=N_("One sentence that tells how it will be"),
                form="text",
            ),
            Field(
                id="success",
                title=N_("How we see that we are there"),
                hint=N_("Something that can be counted, seen or heard"),
                form="text",
            ),
            Field(id="limits", title=N_("Limits"), hint=N_("Time, money, rules"), form="text"),
            Field(id="outside", title=N_("What we leave out on purpose"), form="text"),
        ),
        scales=(
            Scale(
                id="confidence",
                title=N_("How sure are you that this is the right goal?"),
                words=(N_("Not sure"), N_("Quite sure")),
            ),
        ),
    ),
)
