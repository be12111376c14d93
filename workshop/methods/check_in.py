from workshop.methods.method import N_, Method

METHOD = Method(
    id="check_in",
    title=N_("Check-in"),
    purpose=N_("Everyone is heard once before the work begins."),
    gives=N_("Everyone has been heard, and you know what people hope for."),
    layout="wall",
    phases=("frame", "open"),
    minutes=5,
    least=4,
    types=("expectation",),
    prompt=N_("Who are you, and what do you hope we leave with?"),
    script=(
        N_("Write one note: who you are, and what you hope we leave with. Passing is fine."),
        N_("These notes carry names and show at once. Say so before anyone writes."),
        N_("Up to eight people: a round, one sentence each. More: turn to the person beside you."),
    ),
    half_time=N_("Halfway: “Tell the person beside you what you wrote.”"),
    leave_when=N_("Go on when each voice has been heard once, the quiet ones too."),
    keep=True,
)
