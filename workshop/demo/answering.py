"""Beside the task: an answer to a question, a word on how far one is, a hand, a thought that came late."""

from workshop.demo.content import answers
from workshop.demo.person import Person
from workshop.demo.sight import Record, open_poll, still_open
from workshop.demo.voting import weight
from workshop.demo.writing import added, reading

SILENT = 0.08  # of those who are asked, say nothing
ENOUGH = 2  # notes, before anyone says that they are done


def beside(person: Person, step: Record) -> float | None:
    """The first of these that there is something to do for; nothing, mostly."""
    if person.waiting():
        return None
    for deed in (answer, pace, hand, late):
        if (seconds := deed(person, step)) is not None:
            return seconds
    return None


def answer(person: Person, step: Record) -> float | None:
    poll = open_poll(person.client)
    if poll is None or person.chance.random() > 0.3:
        return None
    answered = any(it["poll"] == poll["id"] for it in person.client.holding.all("answer"))
    opinion = weight(poll["id"], person.name or str(id(person)))
    if answered or opinion < SILENT:
        return None
    return person.does("AnswerPoll", poll=poll["id"], answer=answer_to(person, poll, opinion))


def answer_to(person: Person, poll: Record, opinion: float) -> str:
    if poll["form"] == "yes_no":
        return "yes" if opinion < 0.3 else "no"
    if poll["form"] == "scale":
        return str(min(5, 2 + int(opinion * 4)))
    return person.chance.choice(answers(person.language).words)


def pace(person: Person, step: Record) -> float | None:
    """While it is silent, who has written says so; some would like more time."""
    if reading(step) or person.times("SetPace") or person.times("AddNote") < ENOUGH:
        return None
    if person.chance.random() > 0.1:
        return None
    needs_more = person.headstrong and person.chance.random() < 0.4
    return person.does("SetPace", step=step["id"], pace="more" if needs_more else "done")


def hand(person: Person, step: Record) -> float | None:
    """Now and then somebody would like to speak, and later has done so."""
    is_up = bool(person.client.holding.all("hand"))
    if is_up and person.chance.random() < 0.03:
        return person.does("RaiseHand", raised=False)
    would = step["layout"] in ("talk", "clusters") and not person.times("RaiseHand")
    if would and not is_up and person.chance.random() < 0.004:
        return person.does("RaiseHand", raised=True)
    return None


def late(person: Person, step: Record) -> float | None:
    """A thought for a step that still takes notes while the room is in the next."""
    open_steps = still_open(person.client, step)
    if not open_steps or person.times("AddNote") or person.chance.random() > 0.02:
        return None
    if (note := person.pool.note()) is None:
        return None
    other = open_steps[0]
    note_type = note.type if note.type in other["types"] else other["types"][0]
    return added(person, other, note_type, note.text)
