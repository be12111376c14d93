"""Random but sensible histories: any command by anyone, mostly about things that exist."""

from random import Random

from tests.core.story import KINDS, Story, id_of
from workshop.core.agenda import Step
from workshop.core.clusters import Cluster
from workshop.core.messages import Event, Refused
from workshop.core.notes import Note
from workshop.core.outcomes import Action, Decision
from workshop.core.people import Participant
from workshop.core.votes import Round
from workshop.core.workshop import Workshop

PEOPLE = ("ada", "bo", "cy")
CAST = (*PEOPLE, "finn")
WORDS = ("Call the day after", "One list", "Who answers?", "A number that works", "Ro")
OFTEN = {
    "AddNote": 8,
    "CastVote": 8,
    "MoveNote": 4,
    "StartStep": 6,
    "RevealNotes": 4,
    "OpenVote": 6,
    "AddCluster": 6,
    "AddAction": 4,
    "ChangeAction": 2,
}
SELDOM = {"CloseWorkshop": 0.05, "SealStep": 0.3, "LockStep": 0.5, "CloseVote": 0.7}
WIRE = [name for name, kind in KINDS.items() if not kind.server_only]
WEIGHTS = [OFTEN.get(name, SELDOM.get(name, 1)) for name in WIRE]


def told() -> Story:
    return Story().joins(*PEOPLE).joins("finn", role="facilitator")


def one_of(rng: Random, story: Story, record_type: type) -> str:
    """The id of a record of this type, or one that does not exist."""
    ids = [record.id for record in story.place.all(record_type)]
    return rng.choice(ids) if ids and rng.random() < 0.95 else id_of("nothing")


def now(rng: Random, story: Story) -> str:
    step = story.place.get(Workshop, story.place.log).step
    return step if step and rng.random() < 0.9 else one_of(rng, story, Step)


def item_of(rng: Random, story: Story, round_id: str) -> str:
    found = story.place.get(Round, round_id)
    return rng.choice(found.candidates).item if found else id_of("nothing")


def fields(rng: Random, story: Story, kind: str) -> dict[str, object]:
    new = {"id": f"{rng.getrandbits(64):016x}"}
    word = rng.choice(WORDS)
    match kind:
        case "ChangeWorkshop":
            return {"title": word, "names_shown": rng.random() < 0.5}
        case "CloseWorkshop":
            return {"reveal": tuple(s.id for s in story.place.all(Step) if rng.random() < 0.3)}
        case "ShareResults":
            return {"shared": rng.random() < 0.5}
        case "ChangeName":
            return {"name": word}
        case "ChangeStep":
            return {"step": one_of(rng, story, Step), "prompt": word, "minutes": rng.randint(1, 9)}
        case "MoveStep":
            return {"step": one_of(rng, story, Step), "place": rng.randint(0, 5)}
        case "LockStep":
            return {"step": now(rng, story), "locked": rng.random() < 0.3}
        case "StartStep":
            return {"step": one_of(rng, story, Step)}
        case "RevealNotes" | "SealStep":
            return {"step": id_of("write")}
        case "StartTimer" | "ExtendTimer":
            return {"seconds": rng.randint(0, 90)}
        case "PauseTimer":
            return {}
        case "AddNote":
            parent = one_of(rng, story, Note) if rng.random() < 0.2 else ""
            kinds = ("idea", "need", "hello")
            return {
                **new,
                "step": now(rng, story),
                "type": rng.choice(kinds),
                "text": word,
                "parent": parent,
            }
        case "ChangeNote":
            return {"note": one_of(rng, story, Note), "text": word}
        case "RemoveNote":
            return {"note": one_of(rng, story, Note)}
        case "ParkNote":
            return {**new, "text": word}
        case "AddCluster":
            notes = (one_of(rng, story, Note),) if rng.random() < 0.5 else ()
            return {**new, "step": now(rng, story), "title": word, "notes": notes}
        case "NameCluster":
            return {"cluster": one_of(rng, story, Cluster), "title": word}
        case "MoveNote":
            cluster = one_of(rng, story, Cluster) if rng.random() < 0.8 else ""
            return {"step": now(rng, story), "note": one_of(rng, story, Note), "cluster": cluster}
        case "RemoveCluster":
            return {"cluster": one_of(rng, story, Cluster)}
        case "OpenVote":
            return {**new, "step": now(rng, story)}
        case "CastVote":
            found = one_of(rng, story, Round)
            return {
                "round": found,
                "item": item_of(rng, story, found),
                "dots": rng.randint(0, 2),
            }
        case "AdmitVoter":
            person = one_of(rng, story, Participant)
            return {"round": one_of(rng, story, Round), "participant": person}
        case "CloseVote":
            return {"round": one_of(rng, story, Round)}
        case "AddAction":
            return {**new, "step": now(rng, story), "what": word}
        case "ChangeAction":
            return {"action": one_of(rng, story, Action), "due": "2026-12-04"}
        case "TakeAction":
            taken = rng.random() < 0.7
            return {"action": one_of(rng, story, Action), "taken": taken, "who": word}
        case "RemoveAction":
            return {"action": one_of(rng, story, Action)}
        case "AddDecision":
            return {**new, "step": now(rng, story), "text": word}
        case "ChangeDecision":
            return {"decision": one_of(rng, story, Decision), "text": word}
        case "RemoveDecision":
            return {"decision": one_of(rng, story, Decision)}
    raise AssertionError(f"tell how {kind} wanders")


def wish(rng: Random, story: Story) -> tuple[str, str, dict[str, object]]:
    (kind,) = rng.choices(WIRE, WEIGHTS)
    leads = KINDS[kind].roles == {"facilitator"} and rng.random() < 0.95
    person = "finn" if leads else rng.choice(CAST)
    return person, kind, fields(rng, story, kind)


def wander(rng: Random, story: Story) -> tuple[str, list[Event] | Refused]:
    """One wish, and what came of it."""
    person, kind, given = wish(rng, story)
    try:
        return kind, story.says(person, kind, **given)
    except Refused as refused:
        return kind, refused
