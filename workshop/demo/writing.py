"""On a wall: notes of one's own while it is silent, builds on others' once all is shown."""

from workshop.demo.client import new_id
from workshop.demo.person import Person
from workshop.demo.sight import Record, wall

NOTES_EACH = 5  # at most, in a small room
SAYING = 0.5  # of the notes say how they are known
AS_ANOTHER = 0.2


def write(person: Person, step: Record) -> float:
    if person.waiting() or not step["types"]:
        return person.pace.look
    if step["types"] == ["expectation"]:
        return hope(person, step)
    if reading(step):
        return read(person, step)
    return think(person, step)


def reading(step: Record) -> bool:
    """A wall that everyone sees: what was written alone has been shown."""
    return bool(step["revealed"] or step["visibility"] == "live")


def hope(person: Person, step: Record) -> float:
    if person.times("AddNote") or not person.eager or not (text := person.pool.expectation()):
        return person.pace.look
    return added(person, step, "expectation", text)


def think(person: Person, step: Record) -> float:
    """A note from the pool, as long as this person has something to say."""
    enough = 1 if not person.eager else NOTES_EACH
    if person.times("AddNote") >= enough or (note := person.pool.note()) is None:
        return person.pace.look
    note_type = note.type if note.type in step["types"] else step["types"][0]
    return added(person, step, note_type, note.text)


def read(person: Person, step: Record) -> float:
    """Now and then a note calls for a "yes, and", or for the parking lot."""
    if person.times("AddNote") >= NOTES_EACH + 1 or person.times("ParkNote"):
        return person.pace.look
    dice = person.chance.random()
    notes = wall(person.client, step)
    if dice < 0.05 and (text := person.pool.parked()):
        return person.does("ParkNote", id=new_id(), text=text)
    if dice < 0.2 and step["can_build"] and notes and (text := person.pool.build()):
        parent = person.chance.choice(notes)
        kind = "idea" if "idea" in step["types"] else step["types"][0]
        return added(person, step, kind, text, parent=parent["id"], column=parent["column"])
    return person.pace.thinking(person.chance)


def added(
    person: Person, step: Record, note_type: str, text: str, parent: str = "", column: str = ""
) -> float:
    given = {"step": step["id"], "type": note_type, "text": text, "parent": parent}
    person.send("AddNote", id=new_id(), **given, **labels(person, step, column))
    return person.pace.writing(text, person.chance)


def labels(person: Person, step: Record, column: str) -> dict[str, str]:
    """Some say how they know it, where the step asks, and a few write as somebody else."""
    found = {"column": column if column in columns(step) else ""}
    if step["setup"].get("evidence") and person.chance.random() < SAYING:
        found["evidence"] = person.chance.choice(("assumed", "seen", "heard"))
    if (roles := step["setup"].get("roles")) and person.chance.random() < AS_ANOTHER:
        found["role"] = person.chance.choice(roles)
    return found


def columns(step: Record) -> list[str]:
    return [column["id"] for column in step["setup"].get("columns", [])]
