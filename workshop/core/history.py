"""What was done, for who wants to look back or take it back: one deed for each thing somebody did."""

from .agenda import Step
from .candidates import Choice
from .clusters import Cluster
from .continuing import Continued
from .cycles import Cycle
from .forms import Sheet
from .groups import Group
from .lot import Parked
from .messages import Command, Event, Id, Time
from .notes import Authorship, Note
from .outcomes import Action, Decision
from .people import Participant
from .polls import Poll
from .records import Change, Record
from .rows import Row
from .scores import Card
from .scorings import Scoring
from .signals import Hand
from .spotlight import Lit
from .timer import Timer
from .votes import Paper, Round
from .workshop import Workshop

# What an undo puts back. Other records follow from these (a plan); of secret ones (ballots, answers, hidden notes) there is no deed at all.
Lasting = (
    Workshop
    | Step
    | Participant
    | Timer
    | Note
    | Authorship
    | Cluster
    | Group
    | Cycle
    | Row
    | Choice
    | Action
    | Decision
    | Sheet
    | Continued
    | Parked
    | Round
    | Paper
    | Poll
    | Scoring
    | Card
)
# These go with much else that is done; they are put back only where they are what was done.
Passing = Lit | Hand


class Deed(Record, frozen=True, kw_only=True, tag="deed"):
    """One accepted command. `who` is a facilitator's name, empty for participants.

    `about` is the thing it was done to, never a person. `final`: it can no longer be undone.
    `owner` and `changes` (never sent) are whose it is, and what it did to each record.
    """

    did: str
    who: str
    role: str
    at: Time
    about: str = ""
    undone: bool = False
    final: bool = False
    owner: str = ""
    changes: tuple[Change, ...] = ()


class Undo(Command, frozen=True, kw_only=True):
    """Facilitators take back what any of them did; participants what they themselves did last."""

    deed: Id


class Undone(Event, frozen=True, kw_only=True):
    """A deed taken back by a new entry: records as they were before it, and (kind, id) of what it made."""

    deed: str
    put: tuple[Lasting | Passing, ...]
    drop: tuple[tuple[str, str], ...]
