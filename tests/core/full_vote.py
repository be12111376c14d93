"""A vote with all that a vote can have, told to the core: who is there, what can be chosen, and how."""

import pytest

from tests.core.story import MINI, Story, id_of, step
from workshop.core.messages import Refused
from workshop.core.setup import Criterion, Setup
from workshop.core.votes import Round

ROUND = id_of("round")
PEOPLE = tuple(f"p{number}" for number in range(9))
VALUE, EASE = Criterion(id="value", title="Most use"), Criterion(id="ease", title="Soon done")
NOTES = ("list", "number", "visit", "song", "letter")


def room(top=2, budget=2, per_item=2, **setup):
    """Nine people, five notes that all have seen, and a vote step that works on them."""
    vote = step(
        "vote",
        3,
        "vote",
        "close",
        source=id_of("group"),
        top=top,
        budget=budget,
        per_item=per_item,
        setup=Setup(**setup),
    )
    told = Story((*MINI[:3], vote)).joins(*PEOPLE).joins("finn", role="facilitator")
    told.says("finn", "StartStep", step=id_of("write"))
    for number, word in enumerate(NOTES):
        given = {"step": id_of("write"), "type": "idea", "text": word.title()}
        told.says(PEOPLE[number], "AddNote", id=id_of(word), **given)
    told.says("finn", "RevealNotes", step=id_of("write"))
    told.says("finn", "StartStep", step=id_of("vote"))
    return told


def open_room(**given):
    told = room(**given)
    told.says("finn", "OpenVote", id=ROUND, step=id_of("vote"))
    return told


def casts(told, person, item, dots=1, criterion="", round_id=ROUND):
    given = {"criterion": criterion} if criterion else {}
    return told.says(person, "CastVote", round=round_id, item=id_of(item), dots=dots, **given)


def stacked():
    """Nine have voted: three put both dots on the list, six one dot each on the song and the visit."""
    told = open_room(top=2)
    for person in PEOPLE[:3]:
        casts(told, person, "list", dots=2)
    for person in PEOPLE[3:]:
        casts(told, person, "song")
        casts(told, person, "visit")
    closes(told)
    return told


def closes(told, round_id=ROUND):
    """Closed as the store does it: with the keys destroyed and the log blanked."""
    told.says("finn", "CloseVote", round=round_id)
    told.end_keys()
    return the_round(told, round_id)


def the_round(told, round_id=ROUND):
    return told.place.get(Round, round_id)


def refusal(told, person, kind, **fields):
    with pytest.raises(Refused) as refused:
        told.says(person, kind, **fields)
    return refused.value.code


def above(found):
    return [result.item for result in found.results if result.above_cut]
