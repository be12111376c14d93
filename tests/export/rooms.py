"""Workshops that have been held, as places to report on."""

from tests.core.story import Story, id_of, step
from workshop.core.records import Place

STEPS = (
    step("hello", 0, "wall", "frame", types=("expectation",), method="check_in"),
    step(
        "write",
        1,
        "wall",
        "open",
        types=("idea", "need", "problem"),
        visibility="private",
        anonymous=True,
        can_build=True,
        script=("No decisions now.",),
    ),
    step("group", 2, "clusters", "integrate", source=id_of("write")),
    step("vote", 3, "vote", "close", source=id_of("group"), top=2),
    step("promise", 4, "actions", "close", source=id_of("vote")),
    step("encore", 5, "talk", "frame", prompt="A prompt that the room never heard"),
)
PEOPLE = ("ada", "bo", "cy", "dag", "eli")
THOUGHTS = {
    "ring": ("ada", "need", "Someone calls the day after"),
    "number": ("bo", "idea", "One number that answers"),
    "list": ("cy", "problem", "Two lists, and nobody knows which one holds"),
    "stairs": ("dag", "idea", "Try the stairs before going home"),
    "coffee": ("eli", "problem", "The coffee on the third floor"),
}


def opened(**settings: object) -> Story:
    """Five have joined and hear the question; notes of `write` are still to come."""
    story = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    if settings:
        story.says("finn", "ChangeWorkshop", **settings)
    story.says("finn", "StartStep", step=id_of("hello"))
    story.says(
        "ada", "AddNote", id=id_of("hope"), step=id_of("hello"), type="expectation", text="Calm"
    )
    story.says("finn", "StartStep", step=id_of("write"))
    return story


def write(story: Story, word: str, thought: tuple[str, str, str], parent: str = "") -> None:
    person, note_type, text = thought
    story.says(
        person,
        "AddNote",
        id=id_of(word),
        step=id_of("write"),
        type=note_type,
        text=text,
        parent=id_of(parent) if parent else "",
    )


def revealed() -> Story:
    """All thoughts are on the wall, and one is built on."""
    story = opened()
    for word, thought in THOUGHTS.items():
        write(story, word, thought)
    story.says("finn", "RevealNotes", step=id_of("write"))
    write(story, "magnet", ("cy", "idea", "On a magnet for the fridge"), parent="number")
    return story


def grouped() -> Story:
    """One cluster with a name, one without, one empty; two notes stand alone."""
    story = revealed()
    story.says("finn", "StartStep", step=id_of("group"))
    notes = (id_of("ring"), id_of("number"))
    group = {"step": id_of("group")}
    story.says(
        "ada", "AddCluster", id=id_of("calls"), title="Someone answers", notes=notes, **group
    )
    story.says(
        "bo", "AddCluster", id=id_of("lists"), notes=(id_of("list"), id_of("magnet")), **group
    )
    story.says("finn", "AddCluster", id=id_of("nothing"), title="Nothing fits here", **group)
    return story


def voted() -> Story:
    """Four of five vote; two candidates share the second place, one gets no dot."""
    story = grouped()
    story.says("finn", "StartStep", step=id_of("vote"))
    story.says("finn", "OpenVote", id=id_of("round"), step=id_of("vote"), budget=3, per_item=2)
    for person in ("ada", "bo", "cy", "dag"):
        cast(story, person, "calls", 2)
    cast(story, "ada", "lists", 1)
    cast(story, "bo", "stairs", 1)
    story.says("finn", "CloseVote", round=id_of("round"))
    story.end_keys()
    return story


def cast(story: Story, person: str, item: str, dots: int) -> None:
    story.says(person, "CastVote", round=id_of("round"), item=id_of(item), dots=dots)


def promised() -> Story:
    story = voted()
    story.says(
        "finn",
        "AddDecision",
        id=id_of("decided"),
        step=id_of("vote"),
        text="We begin with one number",
        about=id_of("calls"),
        round=id_of("round"),
    )
    story.says("finn", "StartStep", step=id_of("promise"))
    promise = {"step": id_of("promise")}
    story.says(
        "ada",
        "AddAction",
        id=id_of("phone"),
        what="Order the number",
        first_step="Call the exchange",
        due="2026-12-04",
        about=id_of("calls"),
        **promise,
    )
    story.says("bo", "TakeAction", action=id_of("phone"), taken=True, who="Bo")
    story.says("finn", "AddAction", id=id_of("later"), what="Look at the lists", **promise)
    story.says("cy", "ParkNote", id=id_of("parked"), text="What about the weekends?")
    return story


def closed() -> Story:
    """Held to its end; one note was written after the reveal of its step and never shown."""
    story = promised()
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    return story


def asked() -> Story:
    """Two questions between the steps: one is answered and closed, one is still open."""
    story = revealed()
    story.says("finn", "AskRoom", id=id_of("how"), question="How is it?", form="words")
    for person, word in (("ada", "calm"), ("bo", "Calm"), ("cy", "tired"), ("dag", "Calm")):
        story.says(person, "AnswerPoll", poll=id_of("how"), answer=word)
    story.says("finn", "ClosePoll", poll=id_of("how"))
    story.end_keys()
    story.says("finn", "AskRoom", id=id_of("ready"), question="Ready to go on?", form="yes_no")
    story.says("ada", "AnswerPoll", poll=id_of("ready"), answer="no")
    return story


def moderated() -> Story:
    """Voted on, and then some of it hidden: the coffee, and the note that an unnamed cluster is called by."""
    story = voted()
    story.says("finn", "HideNote", note=id_of("coffee"), reason="It names a colleague")
    story.says("finn", "HideNote", note=id_of("list"), reason="Nobody has agreed to this")
    story.says("finn", "HideNote", note=id_of("stairs"), reason="A slip of the hand")
    story.says("finn", "ShowNote", note=id_of("stairs"))
    return story


def again() -> Story:
    """A second cycle from what was chosen: collected early, glided, and with someone without a phone."""
    story = promised()
    story.says("finn", "AddSeat", id=id_of("gran"), name="Gran")
    story.says("finn", "StartStep", step=id_of("vote"))
    (started,) = story.says(
        "finn",
        "StartCycle",
        id=id_of("again"),
        question="Who answers the number?",
        clusters=(id_of("calls"),),
    )
    writing, grouping, voting, _promising = started.steps
    story.says("finn", "CollectNotes", step=writing.id, until="2026-11-21T12:00:00Z")
    names = {"type": "idea", "step": writing.id}
    story.says("ada", "AddNote", id=id_of("shift"), text="Two on a shift", **names)
    story.says("finn", "StartStep", step=writing.id)
    story.says("finn", "RevealNotes", step=writing.id)
    story.told += 118
    story.says("finn", "StartStep", step=grouping.id, keep_open=True)
    story.says("bo", "AddNote", id=id_of("rota"), text="A rota on the wall", **names)
    story.says("finn", "FinishStep", step=writing.id)
    story.says("finn", "StartStep", step=voting.id)
    story.says("finn", "OpenVote", id=id_of("second"), step=voting.id)
    story.says("gran", "CastVote", round=id_of("second"), item=id_of("shift"), dots=1)
    story.says("finn", "CloseWorkshop")
    story.end_keys()
    return story


def place(story: Story) -> Place:
    story.place.last_at = story.entries[-1].at
    return story.place
