"""In columns: a thought where it belongs, and now and then another's note moved to a better place."""

from workshop.demo.person import Person
from workshop.demo.sight import Record, wall
from workshop.demo.writing import added, read

NOTES_EACH = 3  # at most, in a small room
SORTING = 0.04  # how often who has a head of their own moves a note


def fill(person: Person, step: Record) -> float:
    if person.waiting() or not step["types"]:
        return person.pace.look
    if step["revealed"]:
        return sort(person, step) or read(person, step)
    if person.times("AddNote") >= (NOTES_EACH if person.eager else 1):
        return sort(person, step) or person.pace.look
    return write(person, step)


def write(person: Person, step: Record) -> float:
    """Words for a column where there are any, else a thought from the pool where its kind belongs."""
    columns = person.chance.sample(known := step["setup"].get("columns", []), len(known))
    for column in columns:
        if text := person.pool.for_column(column["id"]):
            return added(person, step, step["types"][0], text, column=column["id"])
    if (note := person.pool.note()) is None:
        return person.pace.look
    fitting = [column["id"] for column in columns if column["type"] == note.type]
    others = [column["id"] for column in columns if column["type"] in ("", "expectation")]
    place = next(iter(fitting or others), "")
    note_type = note.type if note.type in step["types"] else step["types"][0]
    return added(person, step, note_type, note.text, column=place)


def sort(person: Person, step: Record) -> float | None:
    """Once, and only where everyone may."""
    may = step["phase"] in ("frame", "integrate") and person.headstrong
    if not may or person.times("SortNote") or person.chance.random() > SORTING:
        return None
    if not (notes := wall(person.client, step)):
        return None
    note = person.chance.choice(notes)
    column = person.chance.choice(step["setup"]["columns"])["id"]
    return person.does("SortNote", step=step["id"], note=note["id"], column=column)
