"""In a form: thoughts of one's own first, then one of the room writes it down, and all say how sure they are."""

from workshop.demo.client import new_id
from workshop.demo.marking import mark
from workshop.demo.person import Person
from workshop.demo.sight import Record, scoring_of, wall, workshop
from workshop.demo.writing import reading, think

WRITING = 0.3  # how likely it is, at each look, that somebody takes the pen


def agree(person: Person, step: Record) -> float:
    if scoring_of(person.client, step, "open"):
        return mark(person, step)
    if step["types"] and not reading(step):
        return person.pace.look if person.waiting() else think(person, step)
    if written(person, step) or person.waiting() or person.chance.random() > WRITING:
        return person.pace.look
    return person.does("SaveSheet", id=new_id(), step=step["id"], **version(person, step))


def written(person: Person, step: Record) -> bool:
    return any(sheet["step"] == step["id"] for sheet in person.client.holding.all("sheet"))


def version(person: Person, step: Record) -> Record:
    """What the workshop is for, in the field that the form is about; a note says why."""
    subject = str(step["setup"].get("subject", ""))
    fields = [str(field["id"]) for field in step["setup"].get("fields", ())]
    main = subject if subject in fields else fields[0]
    before = [it for it in person.client.holding.all("sheet") if it["subject"] == subject]
    newest = max(before, key=lambda it: int(it["version"]), default=None)
    moved = wall(person.client, step)[:1]
    words = workshop(person.client)
    return {
        "values": newest["values"] if newest else {main: words["purpose"] or words["title"]},
        "reason": moved[0]["text"] if newest and moved else "",
        "insights": [note["id"] for note in moved],
        "before": newest["id"] if newest else "",
    }
