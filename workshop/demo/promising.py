"""Among actions: a few are written, some are taken on, and one is left without a date."""

from datetime import UTC, datetime, timedelta

from workshop.demo.client import new_id
from workshop.demo.person import Person
from workshop.demo.sight import Record, last_result

PER_MINUTES = 3  # minutes of the step for each action that the room writes
UNDATED = 0.15


def promise(person: Person, step: Record) -> float:
    if person.waiting() or not person.eager:
        return person.pace.look
    actions = [it for it in person.client.holding.all("action") if it["step"] == step["id"]]
    if not person.times("TakeAction") and person.chance.random() < 0.25:
        for action in actions:
            if person.name and not action["who"]:
                return person.does("TakeAction", action=action["id"], taken=True, who=person.name)
    if len(actions) < wanted(step) and not person.times("AddAction"):
        return propose(person, step)
    return person.pace.look


def wanted(step: Record) -> int:
    return max(1, int(step["minutes"]) // PER_MINUTES)


def propose(person: Person, step: Record) -> float:
    """The pool is shared, so a room that answers all at once runs a little over."""
    if person.chance.random() > 0.2 or (action := person.pool.action()) is None:
        return person.pace.look
    due = datetime.now(UTC).date() + timedelta(days=action.days)
    result = last_result(person.client)
    person.send(
        "AddAction",
        id=new_id(),
        step=step["id"],
        what=action.what,
        first_step=action.first_step,
        due="" if person.chance.random() < UNDATED else due.isoformat(),
        about=result["item"] if result else "",
    )
    return person.pace.writing(action.what, person.chance)
