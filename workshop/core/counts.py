"""The bare counts that board and console may show of what is hidden (decision 7)."""

from collections import Counter

from .agenda import Step, sources
from .notes import Note
from .people import Participant
from .polls import Answer, open_polls
from .ranking import FEWEST_VOTERS_SHOWN
from .records import Place
from .scores import Score
from .scorings import open_scorings
from .signals import Pace
from .votes import Ballot, Round
from .workshop import Workshop


def taking_part(place: Place) -> list[Participant]:
    people = place.all(Participant)
    return [person for person in people if person.role == "participant" and not person.removed]


def counts(place: Place) -> dict[str, int | list[int]]:
    """Numbers of people and things for the room's step.

    joined: participants; notes: all notes that the step works on, without those that are held back;
    hidden: of these not revealed; writers: people who have written any of the hidden ones; unshown:
    notes of any step that the room has not seen; early: notes that came before the meeting; voted:
    people with a dot in the open vote; done, more: people who said so of this step; answered: people
    who answered the open poll; scored: people who have given a mark in the step's open scoring; spread:
    how many people have written 0, 1-2, 3-5, 6 and more notes in this step; empty where fewer than
    four take part, for then it would say who.
    """
    workshop = place.get(Workshop, place.log)
    step = place.get(Step, workshop.step) if workshop else None
    here = sources(place, step) if step else set()
    notes = [it for it in place.all(Note) if it.step in here and is_counted(place, it)]
    hidden = [note for note in notes if note.readers != "all"]
    early = {found.id for found in place.all(Step) if found.state == "early"}
    open_rounds = {found.id for found in place.all(Round) if found.state == "open"}
    paces = [pace.pace for pace in place.all(Pace) if step and pace.step == step.id]
    scorings = {found.id for found in open_scorings(place) if step and found.step == step.id}
    asked = {poll.id for poll in open_polls(place)}
    return {
        "joined": len(taking_part(place)),
        "notes": len(notes),
        "hidden": len(hidden),
        "writers": len({note.owner for note in hidden}),
        "unshown": sum(note.readers not in ("all", "held") for note in place.all(Note)),
        "early": sum(note.step in early for note in place.all(Note)),
        "voted": len({b.owner for b in place.all(Ballot) if b.round in open_rounds}),
        "done": paces.count("done"),
        "more": paces.count("more"),
        "answered": sum(answer.poll in asked for answer in place.all(Answer)),
        "scored": len({score.owner for score in place.all(Score) if score.scoring in scorings}),
        "spread": spread(place, step) if step else [],
    }


def is_counted(place: Place, note: Note) -> bool:
    """What lies in the cluster of one group alone counts once, where it was written."""
    return not is_held_back(place, note) and not (note.copied and note.apart)


def is_held_back(place: Place, note: Note) -> bool:
    """Held after it was shown, or after the others were: the board must not tell that there is one."""
    step = place.get(Step, note.step)
    return bool(note.held) and (note.readers == "held" or (step is not None and step.revealed))


def spread(place: Place, step: Step) -> list[int]:
    """People by how much they wrote; nobody knows any more once the step is sealed."""
    people = len(taking_part(place))
    if not step.types or step.sealed or people < FEWEST_VOTERS_SHOWN:
        return []
    found = [0, 0, 0, 0]
    here = (it for it in place.all(Note) if it.step == step.id and not it.copied)
    owners = (note.owner for note in here if note.owner)
    written = Counter(owners)
    for number in written.values():
        found[1 if number < 3 else 2 if number < 6 else 3] += 1
    found[0] = max(0, people - len(written))
    return found
