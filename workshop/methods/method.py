"""What a method is: a way of working together, described as data.

A file in this folder that holds a `METHOD` is a method. Nothing else lists it.
"""

import msgspec

from workshop.core.agenda import Layout, Order, Phase, Readers, Visibility
from workshop.core.setup import Setup


def N_(words: str) -> str:  # noqa: N802 - gettext's own name for "a word to be translated later"
    """The same words; marks them for extraction where no reader's language is known yet."""
    return words


TYPES = {
    "idea": N_("Idea"),
    "need": N_("Need"),
    "problem": N_("Problem"),
    "question": N_("Question"),
    "learning": N_("Learning"),
    "unknown": N_("Don't know"),
    "expectation": N_("Expectation"),
    "reservation": N_("Reservation"),
    "solution": N_("Early solution"),
    "agreement": N_("Agreement"),
    "pro": N_("For"),
    "con": N_("Against"),
}
"""Every type a note can have, and the word that people see on it."""

EVIDENCE = {"assumed": N_("Assumed"), "seen": N_("Seen"), "heard": N_("Heard")}
"""How the writer of a note knows what it says."""

TRAYS = {
    "unknown": N_("We don't know yet"),
    "solution": N_("Early solutions"),
}
"""What stands over the notes of a type that lie apart, where the word of the type does not say it."""

THOUGHTS = ("idea", "need", "problem", "question", "learning", "unknown")
"""The types a room thinks in; the first is the one chosen to begin with."""


class Method(msgspec.Struct, frozen=True, kw_only=True):
    """A way of working: how it is drawn, who may see what, and what the facilitator says.

    `purpose` is what the room does, and why; `gives` what it then has; `minutes` is the usual length, and
    `least` the shortest in which the room still gets it, 0 for that of its layout: what cuts and
    the start guide go down to.
    The first line of `script` is said aloud, word for word; the others are for the
    facilitator alone. `half_time` is for the middle of the step. `budget` and `per_item` of 0 mean
    that the core works them out. With `keep` the step is not cut when time runs short.
    """

    id: str
    title: str
    purpose: str
    gives: str
    layout: Layout
    phases: tuple[Phase, ...]
    minutes: int
    least: int = 0
    types: tuple[str, ...] = ()
    visibility: Visibility = "live"
    readers: Readers = "author"
    anonymous: bool = False
    can_build: bool = False
    moderated: bool = False
    order: Order = "shuffled"
    budget: int = 0
    per_item: int = 0
    top: int = 0
    prompt: str = ""
    script: tuple[str, ...]
    half_time: str = ""
    leave_when: str
    keep: bool = False
    setup: Setup = Setup()
