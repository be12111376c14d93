"""Random but sensible histories: any command by anyone, mostly about things that exist."""

from collections import Counter
from collections.abc import Callable, Collection
from random import Random

import msgspec

from tests.core.story import KINDS, LOG, MINI, NINE, Story, id_of, step
from workshop.core.agenda import Step
from workshop.core.bringing import BroughtNote
from workshop.core.clusters import Cluster
from workshop.core.continuing import EarlierAction, EarlierField
from workshop.core.cycles import Cycle
from workshop.core.forms import Sheet
from workshop.core.groups import Group, NewGroup
from workshop.core.history import Deed
from workshop.core.lot import Parked
from workshop.core.messages import Event, Refused
from workshop.core.notes import Note
from workshop.core.outcomes import Action, Decision
from workshop.core.people import Participant
from workshop.core.polls import CHOICES, Poll
from workshop.core.rows import Row, rows_of
from workshop.core.scorings import Scoring
from workshop.core.setup import Column, Criterion, Field, Scale, Setup
from workshop.core.signals import Hand
from workshop.core.times import later
from workshop.core.votes import Round
from workshop.core.workshop import Workshop
from workshop.export import report, restored

FIELDS_OF_A_GOAL = (Field(id="goal", title="The goal"), Field(id="limits", title="Limits"))
AIM = step("goal", 6, "form", "close", setup=Setup(subject="goal", fields=FIELDS_OF_A_GOAL))
COMPARE = step(
    "compare",
    7,
    "table",
    "close",
    source=id_of("group"),
    types=("pro", "con"),
    visibility="private",
    anonymous=True,
    setup=Setup(
        fields=(Field(id="option", title="Option"), Field(id="from", title="From", form="date")),
        nothing=True,
        doing_nothing="Go on as now",
    ),
)
PEOPLE = ("ada", "bo", "cy")
CAST = (*PEOPLE, "finn")
WORDS = ("Call the day after", "One list", "Who answers?", "A number that works", "Ro")
OFTEN = {
    "AddNote": 30,
    "CastVote": 12,
    "MoveNote": 8,
    "StartStep": 5,
    "RevealNotes": 4,
    "OpenVote": 16,
    "ChooseVoterGroup": 6,
    "TellResult": 2,
    "PickWildCard": 2,
    "BreakTie": 2,
    "AddCluster": 6,
    "AddAction": 4,
    "NameCluster": 3,
    "MoveNotes": 3,
    "CopyNote": 3,
    "StartTimer": 2,
    "PauseTimer": 2,
    "ChangeAction": 2,
    "ReadmitParticipant": 2,
    "AdmitVoter": 4,
    "Undo": 6,
    "AskRoom": 2,
    "AnswerPoll": 6,
    "OpenScoring": 8,
    "GiveScore": 12,
    "ChooseScorerGroup": 6,
    "PlaceItem": 6,
    "AdmitScorer": 2,
    "ShowNote": 2,
    "AddRow": 6,
    "ChangeRow": 2,
    "RemoveRow": 2,
    "ChooseItem": 3,
    "ChangeNote": 2,
    "SortNote": 2,
    "SaveSheet": 5,
    "TakeDeal": 6,
    "ReportNote": 3,
    "ParkNote": 2,
    "SetAside": 2,
    "RemoveParked": 2,
    "SettleParked": 2,
}
SELDOM = {
    "RemoveParticipant": 0.1,
    "AddSeat": 0.3,
    "HideNote": 0.6,
    "ReturnNote": 0.3,
    "CloseWorkshop": 0.1,
    "SealStep": 0.3,
    "LockStep": 0.5,
    "AddStep": 0.4,
    "FormGroups": 0.3,
    "StartCycle": 0.5,
    "RemoveStep": 0.4,
    "CloseVote": 2,
    "CloseScoring": 0.7,
    "ContinueFrom": 0.2,
    "BringIn": 0.6,
}
WIRE = [name for name, kind in KINDS.items() if not kind.server_only]
WISHES = [*WIRE, "ContinueFrom"]  # the last one a page sends for a facilitator
WEIGHTS = {name: OFTEN.get(name, SELDOM.get(name, 1)) for name in WISHES}
# What is refused anywhere else is mostly wished for where it can be done.
BELONGS = {
    **dict.fromkeys(("AddCluster", "NameCluster", "MoveNote", "RemoveCluster"), ("clusters",)),
    **dict.fromkeys(("MoveNotes", "MergeClusters", "SplitCluster", "CopyNote"), ("clusters",)),
    "EndSilence": ("clusters",),
    **dict.fromkeys(
        ("PlanVote", "UnplanVote", "OpenVote", "CastVote", "AdmitVoter", "CloseVote"), ("vote",)
    ),
    **dict.fromkeys(("ChooseVoterGroup", "TellResult", "PickWildCard", "BreakTie"), ("vote",)),
    **dict.fromkeys(("AddRow", "ChangeRow", "RemoveRow"), ("table",)),
    **dict.fromkeys(
        ("OpenScoring", "GiveScore", "ChooseScorerGroup", "AdmitScorer"),
        ("poll", "table", "matrix"),
    ),
    "PlaceItem": ("matrix",),
    "AddNote": ("wall", "columns", "poll", "table"),
    "ChooseItem": ("table", "matrix"),
    "TakeDeal": ("clusters",),
    "AddAction": ("actions",),
    "SaveSheet": ("form",),
    "BringIn": ("wall", "columns", "clusters"),
}


# One more vote, with all that a vote can have.
PLOT = step(
    "plot",
    9,
    "matrix",
    "close",
    source=id_of("write"),
    setup=Setup(
        scales=(
            Scale(id="value", title="Value", weight=2),
            Scale(id="effort", title="Effort", weight=-1),
        )
    ),
)
FULL = step(
    "choose",
    8,
    "vote",
    "close",
    source=id_of("group"),
    top=1,
    budget=2,
    setup=Setup(
        criteria=(Criterion(id="value", title="Value"), Criterion(id="ease", title="Ease")),
        groups=("Users", "Staff"),
        ties="lot",
        staged=True,
        wild_card=True,
    ),
)


STEPS = (
    *MINI,
    step(
        "score",
        len(MINI),
        "poll",
        "close",
        source=id_of("write"),
        types=("reservation",),
        visibility="private",
        anonymous=True,
        setup=Setup(
            scales=(Scale(id="value", title="Value"), Scale(id="effort", title="Effort", high=10)),
            needed="none_opposed",
            groups=("Users", "Staff"),
        ),
    ),
    AIM,
    COMPARE,
    FULL,
    PLOT,
)
SORTED = Setup(
    columns=(
        Column(id="now", title="Works now"),
        Column(id="then", title="We expect", type="need"),
    ),
    roles=("A neighbour",),
    evidence=True,
)


def told() -> Story:
    """A room in which everything can happen: groups write apart, and what was written is dealt."""
    story = Story(STEPS).joins(*PEOPLE).joins("finn", role="facilitator")
    groups = tuple(NewGroup(id=id_of(name), title=name) for name in ("red", "blue"))
    story.says("finn", "FormGroups", groups=groups)
    apart = Setup(in_groups=True)
    dealt = msgspec.structs.replace(SORTED, deal=2)
    for name, setup in (("hello", apart), ("write", SORTED), ("group", dealt)):
        story.says("finn", "ChangeStep", step=id_of(name), setup=setup)
    return story


def told_further() -> Story:
    """The same room an hour later: notes are shown, and lie in two clusters."""
    story = told()
    story.says("finn", "StartStep", step=id_of("write"))
    for number, person in enumerate(PEOPLE * 2):
        given = {"id": id_of(f"note{number}"), "type": "idea", "text": WORDS[number % len(WORDS)]}
        story.says(person, "AddNote", step=id_of("write"), **given)
    story.says("finn", "RevealNotes", step=id_of("write"))
    story.says("finn", "StartStep", step=id_of("group"), before=id_of("write"))
    for name, first in (("calls", 0), ("lists", 3)):
        notes = tuple(id_of(f"note{first + n}") for n in range(2))
        story.says("ada", "AddCluster", id=id_of(name), step=id_of("group"), notes=notes)
    return story


def told_apart() -> Story:
    """The same room, whose groups put together apart what is there."""
    story = told_further()
    story.says("finn", "ChangeStep", step=id_of("group"), setup=Setup(in_groups=True))
    for person, notes in (("ada", (1, 2)), ("bo", (1, 5)), ("cy", (2, 5))):
        pile = {"id": id_of(f"{person} apart"), "step": id_of("group")}
        story.says(person, "AddCluster", **pile, notes=tuple(id_of(f"note{n}") for n in notes))
    return story


def told_again() -> Story:
    """The room of an hour later, opened again from what was saved of it; the same people come anew."""
    saved = report(told_further().place)
    first = restored(saved, op="op-import", id=LOG, code="NEW222", retention_days=30)
    return Story(first=first).joins(*PEOPLE).joins("finn", role="facilitator")


def one_of(rng: Random, story: Story, record_type: type) -> str:
    """The id of a record of this type, or one that does not exist."""
    ids = [record.id for record in story.place.all(record_type)]
    return rng.choice(ids) if ids and rng.random() < 0.95 else id_of("nothing")


def undoable(rng: Random, story: Story) -> str:
    """Mostly the newest deed, which is most likely to be as it was left."""
    ids = sorted(deed.id for deed in story.place.all(Deed))
    return ids[-1] if ids and rng.random() < 0.6 else one_of(rng, story, Deed)


def now(rng: Random, story: Story) -> str:
    step = story.place.get(Workshop, story.place.log).step
    return step if step and rng.random() < 0.9 else one_of(rng, story, Step)


def item_of(rng: Random, story: Story, round_id: str) -> str:
    found = story.place.get(Round, round_id)
    return rng.choice(found.candidates).item if found else id_of("nothing")


def new(rng: Random) -> dict[str, object]:
    return {"id": f"{rng.getrandbits(64):016x}"}


def word(rng: Random) -> str:
    return rng.choice(WORDS)


def cast_vote(rng: Random, story: Story) -> dict[str, object]:
    given = {**voting(rng, story), "dots": rng.randint(0, 2)}
    found = story.place.get(Round, str(given["round"]))
    criteria = found.criteria if found else ()
    return given | ({"criterion": rng.choice(criteria).id} if criteria else {})


def voting(rng: Random, story: Story) -> dict[str, object]:
    """Mostly the vote that is open or newest, and something to choose in it."""
    ids = [found.id for found in story.place.all(Round)]
    found = ids[-1] if ids and rng.random() < 0.9 else one_of(rng, story, Round)
    return {"round": found, "item": item_of(rng, story, found)}


def plan_vote(rng: Random, story: Story) -> dict[str, object]:
    return {**new(rng), "step": now(rng, story), "minutes": rng.randint(0, 2)}


def open_vote(rng: Random, story: Story) -> dict[str, object]:
    """A new one, or one that is planned."""
    planned = [found.id for found in story.place.all(Round) if found.state == "planned"]
    known = {"id": planned[0]} if planned and rng.random() < 0.8 else new(rng)
    return {**known, "step": now(rng, story)}


def voter_group(rng: Random, story: Story) -> dict[str, object]:
    return {"round": voting(rng, story)["round"], "group": rng.choice(("Users", "Staff"))}


def tell_result(rng: Random, story: Story) -> dict[str, object]:
    found = story.place.get(Round, str(voting(rng, story)["round"]))
    told = found.told if found else 0
    return {"round": found.id if found else id_of("nothing"), "before": told, "rest": True}


def break_tie(rng: Random, story: Story) -> dict[str, object]:
    tied = [found for found in story.place.all(Round) if found.tie]
    given = {**new(rng), "how": rng.choice(("run_off", "lot"))}
    if not tied or rng.random() < 0.1:
        return {**given, "round": one_of(rng, story, Round)}
    found = rng.choice(tied)
    if rng.random() < 0.6:
        return {**given, "round": found.id}
    chosen = found.tie[: found.places]
    return {"round": found.id, "how": "facilitator", "chosen": chosen, "reason": word(rng)}


def answer_poll(rng: Random, story: Story) -> dict[str, object]:
    found = one_of(rng, story, Poll)
    poll = story.place.get(Poll, found)
    choices = CHOICES.get(poll.form, WORDS) if poll else WORDS
    return {"poll": found, "answer": rng.choice((*choices, ""))}


def open_scoring(rng: Random, story: Story) -> dict[str, object]:
    if rng.random() < 0.3:
        return {**new(rng), "step": PLOT.id, "consensus": True}
    given = {**new(rng), "step": id_of("score") if rng.random() < 0.8 else now(rng, story)}
    if rng.random() < 0.5:
        given["text"] = word(rng)
    return given | ({"amends": one_of(rng, story, Scoring)} if rng.random() < 0.3 else {})


def give_score(rng: Random, story: Story) -> dict[str, object]:
    found = one_of(rng, story, Scoring)
    scoring = story.place.get(Scoring, found)
    return {
        "scoring": found,
        "item": rng.choice(scoring.items).item if scoring else id_of("nothing"),
        "scale": rng.choice(("value", "effort")),
        "value": rng.choice((None, 1, 2, 5, 6)),
    }


def place_item(rng: Random, story: Story) -> dict[str, object]:
    together = [found for found in story.place.all(Scoring) if found.consensus]
    found = rng.choice(together) if together else story.place.get(Scoring, id_of("nothing"))
    return {
        "scoring": found.id if found else one_of(rng, story, Scoring),
        "item": rng.choice(found.items).item if found else id_of("nothing"),
        "scale": rng.choice(("value", "effort")),
        "value": rng.choice((None, 1, 5)),
        "also": rng.choice(({}, {"effort": 4})),
    }


def scorer_group(rng: Random, story: Story) -> dict[str, object]:
    return {"scoring": one_of(rng, story, Scoring), "group": rng.choice(("Users", "Staff"))}


def add_note(rng: Random, story: Story) -> dict[str, object]:
    step_id = now(rng, story)
    rows = [row.id for row in rows_of(story.place, step_id)]
    return {
        **new(rng),
        "step": step_id,
        "type": rng.choice(types_in(story, step_id) or ("idea",)),
        "text": word(rng),
        "parent": one_of(rng, story, Note) if rng.random() < 0.2 and not rows else "",
        "about": rng.choice(rows) if rows else "",
        **marks(rng, story, step_id),
    }


def types_in(story: Story, step_id: str) -> tuple[str, ...]:
    step = story.place.get(Step, step_id)
    return step.types if step else ()


def marks(rng: Random, story: Story, step_id: str) -> dict[str, object]:
    """Mostly what the step takes; a mark that it does not know is refused."""
    step = story.place.get(Step, step_id)
    setup = step.setup if step and rng.random() < 0.95 else SORTED
    return {
        "column": rng.choice(("", *(column.id for column in setup.columns))),
        "evidence": rng.choice(("", "seen")) if setup.evidence else "",
        "role": rng.choice(("", *setup.roles)),
    }


def moderated(rng: Random, story: Story) -> str:
    return one_of(rng, story, Parked if rng.random() < 0.3 else Note)


def own_words(rng: Random, story: Story) -> str:
    return one_of(rng, story, Note) if rng.random() < 0.2 else ""


def change_note(rng: Random, story: Story) -> dict[str, object]:
    found = one_of(rng, story, Note)
    note = story.place.get(Note, found)
    changes = marks(rng, story, note.step) if note and rng.random() < 0.5 else {"text": word(rng)}
    return {"note": found, **changes}


def add_row(rng: Random, story: Story) -> dict[str, object]:
    about = one_of(rng, story, Cluster) if rng.random() < 0.3 else ""
    return {**new(rng), "step": now(rng, story), "cells": cells(rng), "about": about}


def cells(rng: Random) -> dict[str, str]:
    return {"option": word(rng), "from": rng.choice(("", "2026-12-04", "soon"))}


def choose_item(rng: Random, story: Story) -> dict[str, object]:
    step_id = now(rng, story)
    rows = [row.id for row in rows_of(story.place, step_id)]
    item = rng.choice(rows) if rows else one_of(rng, story, Note)
    reason = word(rng) if rng.random() < 0.9 else ""
    choice = rng.choice(("keep", "drop", ""))
    return {"step": step_id, "item": item, "choice": choice, "reason": reason}


def add_cluster(rng: Random, story: Story) -> dict[str, object]:
    notes = (one_of(rng, story, Note),) if rng.random() < 0.5 else ()
    return {**new(rng), "step": now(rng, story), "title": word(rng), "notes": notes}


def move_note(rng: Random, story: Story) -> dict[str, object]:
    cluster = one_of(rng, story, Cluster) if rng.random() < 0.8 else ""
    return {"step": now(rng, story), "note": one_of(rng, story, Note), "cluster": cluster}


def move_notes(rng: Random, story: Story) -> dict[str, object]:
    notes = tuple(one_of(rng, story, Note) for _ in range(rng.randint(1, 3)))
    cluster = one_of(rng, story, Cluster) if rng.random() < 0.8 else ""
    return {"step": now(rng, story), "notes": notes, "cluster": cluster}


def some_of(rng: Random, story: Story, cluster: str) -> tuple[str, ...]:
    """Mostly one note of the cluster, so that it can be split."""
    inside = [note.id for note in story.place.all(Note) if note.cluster == cluster]
    return (rng.choice(inside),) if inside and rng.random() < 0.8 else (one_of(rng, story, Note),)


def split_cluster(rng: Random, story: Story) -> dict[str, object]:
    inside = Counter(note.cluster for note in story.place.all(Note) if note.cluster)
    several = [cluster for cluster, notes in inside.items() if notes > 1]
    cluster = rng.choice(several) if several else one_of(rng, story, Cluster)
    notes = some_of(rng, story, cluster)
    return {**new(rng), "step": now(rng, story), "cluster": cluster, "notes": notes}


def start_step(rng: Random, story: Story) -> dict[str, object]:
    """Mostly a step of the recipe, so that added ones do not keep the room from what comes late; and
    more often the vote in full, which has the longest way to its end.
    """
    step = (
        rng.choice((*MINI, *STEPS, FULL, FULL)).id
        if rng.random() < 0.8
        else one_of(rng, story, Step)
    )
    seen = {"before": now(rng, story)} if story.place.get(Workshop, LOG).step else {}
    return {"step": step, "keep_open": rng.random() < 0.3, **seen}


def change_step(rng: Random, story: Story) -> dict[str, object]:
    if rng.random() < 0.3:
        setup = Setup(silent=rng.random() < 0.7, in_groups=rng.random() < 0.5)
        return {"step": id_of("group"), "setup": setup}
    given = {"step": one_of(rng, story, Step), "prompt": word(rng), "minutes": rng.randint(1, 9)}
    return given | ({"source": one_of(rng, story, Step)} if rng.random() < 0.1 else {})


def form_groups(rng: Random, story: Story) -> dict[str, object]:
    known = [group.id for group in story.place.all(Group)]
    ids = [one for one in known if rng.random() < 0.5] + [new(rng)["id"] for _ in range(2)]
    groups = tuple(NewGroup(id=str(one), title=word(rng)) for one in ids)
    return {"groups": groups, "how": rng.choice(("dealt", "chosen"))}


def collect_notes(rng: Random, story: Story) -> dict[str, object]:
    until = later(NINE, story.told + rng.randint(0, 300))
    return {"step": one_of(rng, story, Step), "until": until}


def start_cycle(rng: Random, story: Story) -> dict[str, object]:
    return {
        **new(rng),
        "question": rng.choice(("", word(rng))),
        "notes": tuple(one_of(rng, story, Note) for _ in range(rng.randint(0, 2))),
        "clusters": tuple(one_of(rng, story, Cluster) for _ in range(rng.randint(0, 1))),
        "parked": tuple(one_of(rng, story, Parked) for _ in range(rng.randint(0, 1))),
    }


def spotlight(rng: Random, story: Story) -> dict[str, object]:
    kinds = {"note": Note, "cluster": Cluster, "step": Step, "decision": Decision, "poll": Poll}
    of = rng.choice((*kinds, "purpose", "cycle", "growth"))
    if of == "cycle":
        by_record = {"item": rng.choice(("", one_of(rng, story, Cycle)))}
        return {"of": of, **rng.choice(({"number": rng.randint(1, 3)}, by_record))}
    return {"of": of, "item": one_of(rng, story, kinds[of]) if of in kinds else ""}


def writing(rng: Random, story: Story) -> str:
    return (
        rng.choice((id_of("write"), id_of("compare")))
        if rng.random() < 0.7
        else one_of(rng, story, Step)
    )


def add_step(rng: Random, story: Story) -> dict[str, object]:
    moderated = rng.random() < 0.4
    return {
        **new(rng),
        "place": rng.randint(0, 5),
        "method": "brainwrite",
        "layout": "wall",
        "phase": "open",
        "title": word(rng),
        "minutes": rng.randint(1, 9),
        "types": ("idea", "need"),
        "visibility": "private",
        "anonymous": rng.random() < 0.5,
        "readers": "facilitator" if moderated else "author",
        "moderated": moderated,
    }


def add_action(rng: Random, story: Story) -> dict[str, object]:
    """Now and then by two at once, or for yesterday."""
    who = rng.choice(("", "", "Ada", "Ada and Bo"))
    due = rng.choice(("", "2026-12-04", "2026-11-04"))
    return {**new(rng), "step": now(rng, story), "what": word(rng), "who": who, "due": due}


def save_sheet(rng: Random, story: Story) -> dict[str, object]:
    before = {"before": one_of(rng, story, Sheet)} if rng.random() < 0.2 else {}
    insights = (one_of(rng, story, Note),) if rng.random() < 0.3 else ()
    step = AIM.id if rng.random() < 0.7 else now(rng, story)
    values = {"goal": word(rng), "limits": rng.choice(("", word(rng)))}
    return {**new(rng), "step": step, "values": values, "insights": insights, **before}


def continue_from(rng: Random, story: Story) -> dict[str, object]:
    """An earlier workshop, sometimes the same again."""
    return {
        **new(rng),
        "workshop": rng.choice(("", id_of("earlier"), f"{rng.getrandbits(64):016x}")),
        "title": word(rng),
        "held": "2026-10-02",
        "actions": (EarlierAction(what=word(rng), who="Ada", due="2026-10-09"),),
        "goal": (EarlierField(field="goal", title="The goal", text=word(rng)),),
        "parked": (word(rng),),
    }


def bring_in(rng: Random, story: Story) -> dict[str, object]:
    """Mostly to where the room is, some of it into a cluster that may be there already."""
    step_id = now(rng, story)
    note_type = rng.choice(types_in(story, step_id) or ("idea", "need"))
    piles = (word(rng), "") if rng.random() < 0.4 else ()
    places = (None, *range(len(piles)))
    notes = tuple(
        BroughtNote(text=word(rng), type=note_type, cluster=rng.choice(places)) for _ in range(3)
    )
    return {"step": step_id, "notes": notes, "clusters": piles}


def close_workshop(rng: Random, story: Story) -> dict[str, object]:
    return {"reveal": tuple(s.id for s in story.place.all(Step) if rng.random() < 0.3)}


FIELDS: dict[str, Callable[[Random, Story], dict[str, object]]] = {
    "ChangeWorkshop": lambda r, _: {"title": word(r), "names_shown": r.random() < 0.5},
    "CloseWorkshop": close_workshop,
    "StartCycle": start_cycle,
    "TurnPage": lambda r, _: {"turns": r.choice((None, -1, 1, 2))},
    "BlankBoard": lambda r, _: {"blank": r.random() < 0.5},
    "Spotlight": spotlight,
    "EndSpotlight": lambda *_: {},
    "TakeLead": lambda *_: {},
    "HandOver": lambda r, s: {"participant": r.choice((id_of("finn"), one_of(r, s, Participant)))},
    "ShareLead": lambda *_: {},
    "ShareResults": lambda r, _: {"shared": r.random() < 0.5},
    "LinkResults": lambda r, _: {"linked": r.random() < 0.7, "until": r.choice(("", "2099-01-08"))},
    "ChangeName": lambda r, _: {"name": word(r)},
    "AddSeat": lambda r, _: {**new(r), "name": word(r)},
    "NameSeat": lambda r, s: {"participant": one_of(r, s, Participant), "name": word(r)},
    "RemoveParticipant": lambda r, s: {"participant": one_of(r, s, Participant)},
    "ReadmitParticipant": lambda r, s: {"participant": one_of(r, s, Participant)},
    "CloseDoor": lambda r, _: {"closed": r.random() < 0.5, "boards": r.random() < 0.2},
    "Undo": lambda r, s: {"deed": undoable(r, s)},
    "AskRoom": lambda r, _: {
        **new(r),
        "question": word(r),
        "form": r.choice(("yes_no", "scale", "words")),
    },
    "AnswerPoll": answer_poll,
    "ClosePoll": lambda r, s: {"poll": one_of(r, s, Poll)},
    "SetPace": lambda r, s: {"step": now(r, s), "pace": r.choice(("done", "more", ""))},
    "RaiseHand": lambda r, _: {"raised": r.random() < 0.7},
    "LowerHand": lambda r, s: {"participant": one_of(r, s, Hand)},
    "HideNote": lambda r, s: {"note": moderated(r, s), "reason": word(r)},
    "ReturnNote": lambda r, s: {"note": one_of(r, s, Note), "reason": word(r)},
    "ShowNote": lambda r, s: {"note": moderated(r, s)},
    "ChangeStep": change_step,
    "MoveStep": lambda r, s: {"step": one_of(r, s, Step), "place": r.randint(0, 5)},
    "StartStep": start_step,
    "AddStep": add_step,
    "RemoveStep": lambda r, s: {"step": one_of(r, s, Step)},
    "FinishStep": lambda r, s: {"step": one_of(r, s, Step)},
    "CollectNotes": collect_notes,
    "LockStep": lambda r, s: {
        "step": now(r, s),
        "locked": r.random() < 0.3,
        "what": r.choice(("all", "writing", "moving", "voting")),
    },
    "RevealNotes": lambda r, s: {"step": writing(r, s)},
    "SealStep": lambda r, s: {"step": writing(r, s)},
    "StartTimer": lambda r, _: {"seconds": r.randint(0, 90)},
    "ExtendTimer": lambda r, _: {"seconds": r.randint(0, 90)},
    "PauseTimer": lambda *_: {},
    "AddNote": add_note,
    "ChangeNote": change_note,
    "RemoveNote": lambda r, s: {"note": one_of(r, s, Note)},
    "ParkNote": lambda r, s: {**new(r), "text": word(r), "note": own_words(r, s)},
    "SetAside": lambda r, s: {**new(r), "note": one_of(r, s, Note)},
    "RemoveParked": lambda r, s: {"parked": one_of(r, s, Parked)},
    "SettleParked": lambda r, s: {
        "parked": one_of(r, s, Parked),
        "becomes": r.choice(("", "action", "ask", "next", "answered", "dropped")),
        "word": word(r),
    },
    "FormGroups": form_groups,
    "JoinGroup": lambda r, s: {"group": one_of(r, s, Group)},
    "PlaceInGroup": lambda r, s: {
        "participant": one_of(r, s, Participant),
        "group": one_of(r, s, Group) if r.random() < 0.8 else "",
    },
    "ReportNote": lambda r, s: {"note": one_of(r, s, Note), "on": r.random() < 0.7},
    "TakeDeal": lambda r, s: {"step": now(r, s)},
    "AddCluster": add_cluster,
    "NameCluster": lambda r, s: {"cluster": one_of(r, s, Cluster), "title": word(r)},
    "MoveNote": move_note,
    "SortNote": lambda r, s: {
        "step": now(r, s),
        "note": one_of(r, s, Note),
        "column": r.choice(("now", "then", "")),
    },
    "RemoveCluster": lambda r, s: {"cluster": one_of(r, s, Cluster)},
    "AddRow": add_row,
    "ChangeRow": lambda r, s: {"row": one_of(r, s, Row), "cells": cells(r)},
    "RemoveRow": lambda r, s: {"row": one_of(r, s, Row)},
    "ChooseItem": choose_item,
    "MoveNotes": move_notes,
    "MergeClusters": lambda r, s: {
        "step": now(r, s),
        "cluster": one_of(r, s, Cluster),
        "into": one_of(r, s, Cluster),
    },
    "SplitCluster": split_cluster,
    "CopyNote": lambda r, s: {
        **new(r),
        "step": now(r, s),
        "note": one_of(r, s, Note),
        "cluster": one_of(r, s, Cluster),
    },
    "EndSilence": lambda r, s: {"step": now(r, s)},
    "PlanVote": plan_vote,
    "UnplanVote": lambda r, s: {"round": one_of(r, s, Round)},
    "OpenVote": open_vote,
    "ChooseVoterGroup": voter_group,
    "TellResult": tell_result,
    "PickWildCard": lambda r, s: {**voting(r, s), "reason": word(r)},
    "BreakTie": break_tie,
    "CastVote": cast_vote,
    "AdmitVoter": lambda r, s: {
        "round": one_of(r, s, Round),
        "participant": one_of(r, s, Participant),
    },
    "CloseVote": lambda r, s: {"round": one_of(r, s, Round)},
    "OpenScoring": open_scoring,
    "GiveScore": give_score,
    "ChooseScorerGroup": scorer_group,
    "PlaceItem": place_item,
    "AdmitScorer": lambda r, s: {
        "scoring": one_of(r, s, Scoring),
        "participant": one_of(r, s, Participant),
    },
    "CloseScoring": lambda r, s: {"scoring": one_of(r, s, Scoring)},
    "AddAction": add_action,
    "ChangeAction": lambda r, s: {
        "action": one_of(r, s, Action),
        "due": "2026-12-04",
        "helpers": word(r),
        "status": r.choice(("todo", "doing", "done", "dropped")),
    },
    "TakeAction": lambda r, s: {
        "action": one_of(r, s, Action),
        "taken": r.random() < 0.7,
        "who": word(r),
    },
    "RemoveAction": lambda r, s: {"action": one_of(r, s, Action)},
    "AddDecision": lambda r, s: {**new(r), "step": now(r, s), "text": word(r)},
    "ChangeDecision": lambda r, s: {
        "decision": one_of(r, s, Decision),
        "text": word(r),
        "basis": word(r),
    },
    "SaveSheet": save_sheet,
    "ContinueFrom": continue_from,
    "BringIn": bring_in,
    "RemoveDecision": lambda r, s: {"decision": one_of(r, s, Decision)},
}


def weights(story: Story, missing: Collection[str]) -> list[float]:
    """How much each is wished for; what is missing is wished for more, but never the end of it all."""
    step = story.place.get(Step, story.place.get(Workshop, story.place.log).step)
    layout = step.layout if step else ""
    return [
        weight
        * (1 if layout in BELONGS.get(name, (layout,)) else 0.1)
        * (10 if name in missing and name != "CloseWorkshop" else 1)
        for name, weight in WEIGHTS.items()
    ]


# What a vote waits for, by its state; without such a pull few votes would come to their end.
NEXT_IN_VOTE = {
    "": ("PlanVote", "OpenVote"),
    "planned": (*5 * ("OpenVote",), "UnplanVote"),
    "open": (*4 * ("CastVote", "CastVote", "ChooseVoterGroup"), "AdmitVoter", "CloseVote"),
    "tied": ("BreakTie", "BreakTie", "TellResult"),
    "closed": ("TellResult", "TellResult", "BreakTie", "BreakTie", "PickWildCard", "OpenVote"),
}


def kind_of_wish(rng: Random, story: Story, missing: Collection[str]) -> str:
    here = story.place.get(Step, story.place.get(Workshop, LOG).step)
    if here and here.layout == "vote" and rng.random() < 0.4:
        rounds = [found for found in story.place.all(Round) if found.step == here.id]
        states = ["tied" if found.tie else found.state for found in rounds]
        return rng.choice(NEXT_IN_VOTE[states[-1] if states else ""])
    return rng.choices(WISHES, weights(story, missing))[0]


def wish(rng: Random, story: Story, missing: Collection[str]) -> tuple[str, str, dict[str, object]]:
    kind = kind_of_wish(rng, story, missing)
    leads = KINDS[kind].roles == {"facilitator"} and rng.random() < 0.95
    person = "finn" if leads else rng.choice(CAST)
    return person, kind, FIELDS[kind](rng, story)


def wander(
    rng: Random, story: Story, missing: Collection[str] = ()
) -> tuple[str, list[Event] | Refused]:
    """One wish, and what came of it."""
    person, kind, given = wish(rng, story, missing)
    try:
        return kind, story.says(person, kind, **given)
    except Refused as refused:
        return kind, refused
