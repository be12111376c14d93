"""The bare counts that board and console may show of what is hidden (decision 7)."""

from .agenda import Step, sources
from .notes import Note
from .people import Participant
from .records import Place
from .votes import Ballot, Round
from .workshop import Workshop


def taking_part(place: Place) -> list[Participant]:
    people = place.all(Participant)
    return [person for person in people if person.role == "participant" and not person.removed]


def counts(place: Place) -> dict[str, int]:
    """Numbers of people and things for the room's step.

    joined: participants; notes: all notes that the step works on; hidden: of these not revealed;
    writers: people who have written any of the hidden ones; unshown: notes of any step that the room
    has not seen; voted: people with a dot in the open vote.
    """
    workshop = place.get(Workshop, place.log)
    step = place.get(Step, workshop.step) if workshop else None
    here = sources(place, step) if step else set()
    notes = [note for note in place.all(Note) if note.step in here]
    hidden = [note for note in notes if note.readers != "all"]
    open_rounds = {found.id for found in place.all(Round) if found.state == "open"}
    return {
        "joined": len(taking_part(place)),
        "notes": len(notes),
        "hidden": len(hidden),
        "writers": len({note.owner for note in hidden}),
        "unshown": sum(note.readers != "all" for note in place.all(Note)),
        "voted": len({b.owner for b in place.all(Ballot) if b.round in open_rounds}),
    }
