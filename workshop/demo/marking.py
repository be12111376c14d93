"""In a poll: a mark on each scale, near the room's mood, and now and then what stands in the way."""

from workshop.demo.client import new_id
from workshop.demo.content import answers
from workshop.demo.person import Person
from workshop.demo.sight import Record, scoring_of
from workshop.demo.voting import ABSTAINING, weight

SPREAD = 0.35  # of a scale, how far a person lies from the room's mood at most
DOUBTING = 0.2
RESERVATION = "reservation"


def mark(person: Person, step: Record) -> float:
    scoring = scoring_of(person.client, step, "open")
    if scoring is None or person.waiting() or not may_mark(person, scoring):
        return person.pace.look
    standing = person.client.holding.all("standpoint")
    if scoring["groups"] and not any(it["scoring"] == scoring["id"] for it in standing):
        group = person.chance.choice(scoring["groups"])
        return person.does("ChooseScorerGroup", scoring=scoring["id"], group=group)
    given = {(it["item"], it["scale"]) for it in person.client.holding.all("score")}
    for item in scoring["items"]:
        for scale in scoring["scales"]:
            if (item["item"], scale["id"]) not in given:
                return person.does(
                    "GiveScore",
                    scoring=scoring["id"],
                    item=item["item"],
                    scale=scale["id"],
                    value=opinion(person, item["item"], scale),
                )
    return doubt(person, step)


def may_mark(person: Person, scoring: Record) -> bool:
    cards = person.client.holding.all("card")
    if not any(card["scoring"] == scoring["id"] for card in cards):
        return False
    return weight("abstains", scoring["id"], person.name or str(id(person))) > ABSTAINING


def opinion(person: Person, item: str, scale: Record) -> int:
    """Where the room is, and a step to either side; a gradient begins with full support."""
    mood = 0.15 + 0.5 * weight(person.client.workshop, item, scale["id"])
    own = (weight(item, scale["id"], person.name or str(id(person))) - 0.5) * 2 * SPREAD
    part = min(max(mood + own, 0.0), 1.0)
    return int(scale["low"] + round(part * (scale["high"] - scale["low"])))


def doubt(person: Person, step: Record) -> float:
    """Some say what stands in the way, once."""
    doubts = weight("doubts", step["id"], person.name or str(id(person))) < DOUBTING
    if not (doubts and RESERVATION in step["types"]) or person.times("AddNote"):
        return person.pace.look
    text = person.chance.choice(answers(person.language).doubts)
    return person.does("AddNote", id=new_id(), step=step["id"], type=RESERVATION, text=text)
