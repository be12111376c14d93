"""What is not in the report: notes that were never shown, and what a facilitator holds back.

Who takes it while the workshop runs is not told more than the room is: see `left_out_for`.
"""

from msgspec.structs import replace

from workshop.core.agenda import Step
from workshop.core.importing import Imported
from workshop.core.moderation import Moderation, Of
from workshop.core.notes import Note
from workshop.core.records import Place
from workshop.export.parts import Report


def left_out_for(role: str, made: Report) -> Report:
    """The report as this reader may have it. Until the close counts of what is hidden are the facilitators'
    alone, and whoever only reads the results gets no code, for it would let them in.
    """
    about = made.workshop
    if role == "facilitator" or about.state == "closed":
        return made
    code = "" if role == "reader" else about.code
    hidden = dict.fromkeys(("never_revealed", "held_back", "parked_held_back"), 0)
    return replace(made, workshop=replace(about, code=code, **hidden))


def never_revealed(place: Place) -> int:
    before = sum(it.never_revealed for it in place.all(Imported))
    return before + unseen(place) - held_here(place)


def unseen(place: Place) -> int:
    """What is hidden, and what went when its step was sealed; a copy is no other note."""
    held = held_last(place, "note")
    hidden = sum(
        note.readers != "all" and (not (note.carried or note.copied) or note.id in held)
        for note in place.all(Note)
    )
    return hidden + left_out(place)


def left_out(place: Place) -> int:
    return sum(step.left_out for step in place.all(Step))


def held_back(place: Place) -> int:
    """Those that were held where the workshop was imported from are held for good."""
    return sum(it.held_back for it in place.all(Imported)) + held_here(place)


def held_here(place: Place) -> int:
    """Notes that a facilitator holds, also of sealed steps: of those only the record of moderation is left."""
    held = held_last(place, "note")
    here = sum(place.get(Note, note) is not None for note in held)
    return here + min(len(held) - here, left_out(place))


def parked_held_back(place: Place) -> int:
    """Thoughts that were held, also where their author took them back or the close took them."""
    before = sum(it.parked_held_back for it in place.all(Imported))
    return before + len(held_last(place, "parked"))


def held_last(place: Place, of: Of) -> set[str]:
    """The notes, or the thoughts, whose last act of moderation was to hide or return them."""
    acts = (act for act in place.all(Moderation) if act.of == of)
    last = {act.note: act.act for act in sorted(acts, key=lambda act: act.at)}
    return {note for note, act in last.items() if act != "show"}


class Said:
    """The words that a vote froze when it opened, but never those of a note that has been hidden since.

    An unnamed cluster is called by its first note, so it is the words that have to be known, not the
    id: where anything was moderated, only what the room still reads is told.
    """

    def __init__(self, place: Place, items: dict[str, str]) -> None:
        self.items, self.is_moderated = items, place.count(Moderation) > 0
        self.words = set(items.values())

    def title(self, item: str, frozen: str) -> str:
        if not self.is_moderated or frozen in self.words:
            return frozen
        return self.items.get(item, "")
