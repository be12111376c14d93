"""In a vote: dots where one's heart is, with some agreement in the room, and a change of mind now and then."""

from hashlib import sha256

from workshop.demo.person import Person
from workshop.demo.sight import Record, round_of

ABSTAINING = 0.05
CHANGING = 0.12


def vote(person: Person, step: Record) -> float:
    found = round_of(person.client, step, "open")
    if found is None or person.waiting() or not may_vote(person, found):
        return person.pace.look
    if found["groups"] and not chosen_group(person, found):
        group = person.chance.choice(found["groups"])
        return person.does("ChooseVoterGroup", round=found["id"], group=group)
    for criterion in [each["id"] for each in found["criteria"]] or [""]:
        if wait := give(person, found, criterion):
            return wait
    return person.pace.look


def chosen_group(person: Person, found: Record) -> bool:
    return any(it["round"] == found["id"] for it in person.client.holding.all("voice"))


def give(person: Person, found: Record, criterion: str) -> float:
    """One dot more, or a change of mind; 0 where this person is done with the criterion."""
    own = {
        ballot["item"]: int(ballot["dots"])
        for ballot in person.client.holding.all("ballot")
        if (ballot["round"], ballot["criterion"]) == (found["id"], criterion)
    }
    if own and person.times("CastVote") < found["budget"] and person.chance.random() < CHANGING:
        item = person.chance.choice(list(own))
        return cast(person, found, item, own[item] - 1, criterion)
    if sum(own.values()) < found["budget"] and (item := wished(person, found, own)):
        return cast(person, found, item, own.get(item, 0) + 1, criterion)
    return 0


def may_vote(person: Person, found: Record) -> bool:
    """Whether there is a paper for this person, and a wish to use it."""
    papers = person.client.holding.all("paper")
    if not any(paper["round"] == found["id"] for paper in papers):
        return False
    return weight("abstains", found["id"], person.name or str(id(person))) > ABSTAINING


def wished(person: Person, found: Record, own: dict[str, int]) -> str:
    """An item with room for a dot: what the room likes, and what this person does."""
    free = [it for it in found["candidates"] if own.get(it["item"], 0) < found["per_item"]]
    likes = [liking(person, found["id"], candidate) for candidate in free]
    return str(person.chance.choices(free, likes)[0]["item"]) if free else ""


def liking(person: Person, round_id: str, candidate: Record) -> float:
    """Many notes in a cluster speak for it; tastes differ, and a few things please nearly everyone."""
    shared = weight(round_id, candidate["item"]) ** 2
    own = 0.2 + weight(person.client.workshop, candidate["item"], person.name)
    return float(candidate["notes"] * shared * own)


def weight(*words: str) -> float:
    """Between 0 and 1, the same for the same words."""
    return (sha256("|".join(words).encode()).digest()[0] + 1) / 257


def cast(person: Person, found: Record, item: str, dots: int, criterion: str) -> float:
    named = {"criterion": criterion} if criterion else {}
    return person.does("CastVote", round=found["id"], item=item, dots=dots, **named)
