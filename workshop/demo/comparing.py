"""In a table: a row of one's own, a word for or against another, and marks once they are asked for."""

from workshop.demo.client import new_id
from workshop.demo.content import answers
from workshop.demo.marking import mark
from workshop.demo.person import Person
from workshop.demo.sight import Record, rows, scoring_of

NAME = 100  # signs that name a row at most
SIDES_EACH = 2


def compare(person: Person, step: Record) -> float:
    if scoring_of(person.client, step, "open"):
        return mark(person, step)
    if person.waiting() or scoring_of(person.client, step, "closed"):
        return person.pace.look
    if person.eager and not person.times("AddRow"):
        return lay(person, step)
    return take_side(person, step)


def lay(person: Person, step: Record) -> float:
    """A row is told in its first field; what else there is to say comes aloud."""
    fields = step["setup"].get("fields", ())
    if not fields or (note := person.pool.note()) is None:
        return person.pace.look
    text = note.text[:NAME]
    person.send("AddRow", id=new_id(), step=step["id"], cells={fields[0]["id"]: text})
    return person.pace.writing(text, person.chance)


def take_side(person: Person, step: Record) -> float:
    """What stands in the way is said of any row; what speaks for it is a thought to build on."""
    found = rows(person.client, step)
    if "pro" not in step["types"] or not found or person.times("AddNote") >= SIDES_EACH:
        return person.pace.look
    side = person.chance.choice(("pro", "con"))
    text = person.pool.build() if side == "pro" else ""
    row = person.chance.choice(found)
    return person.does(
        "AddNote",
        id=new_id(),
        step=step["id"],
        type="pro" if text else "con",
        text=text or person.chance.choice(answers(person.language).doubts),
        about=row["id"],
    )
