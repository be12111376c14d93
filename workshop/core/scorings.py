"""What is asked on scales: one round of marks, what it was about, and which one a thought speaks of."""

import msgspec

from .agenda import Step
from .messages import Refused
from .records import Place, Record
from .setup import Needed, Scale


class ScaleResult(msgspec.Struct, frozen=True, kw_only=True):
    """What one item got on one scale. `counts` go from the lowest mark to the highest.

    `median`, the quartiles and their distance are decimals as strings ("3", "2.5"). `met` says whether
    the level that was needed is reached. From one to three answers, `answers` is -1 and all the rest
    is empty: it would say who. `by_group` are the counts of each group of voters, in the scoring's order;
    of a group that is too small to be told, none.
    """

    item: str
    scale: str
    answers: int
    counts: tuple[int, ...] = ()
    median: str = ""
    q1: str = ""
    q3: str = ""
    iqr: str = ""
    met: str = ""
    by_group: tuple[tuple[int, ...], ...] = ()


class ScoredItem(msgspec.Struct, frozen=True, kw_only=True):
    """What is marked, as it read when the scoring opened; `called` as in a candidate."""

    item: str
    title: str
    called: str = ""


class Scoring(Record, frozen=True, kw_only=True, tag="scoring"):
    """One round of marks, open or closed for good. `electorate`, `late`, `seats`, `ballots` count people.

    `text` is the proposal that is polled, word by word; `amends` is the scoring of its `version`
    before. `needed` is the level that was set before, `met` whether it was reached: yes, no, or empty
    where nothing was needed or fewer than four have answered. In a poll `groups` are whom one may mark as.
    By `consensus` nobody marks: the facilitator places each item, and `results` are known at once.
    """

    step: str
    items: tuple[ScoredItem, ...]
    scales: tuple[Scale, ...]
    electorate: int
    state: str = "open"
    seats: int = 0
    late: int = 0
    ballots: int = 0
    text: str = ""
    version: int = 1
    amends: str = ""
    needed: Needed = ""
    met: str = ""
    results: tuple[ScaleResult, ...] = ()
    groups: tuple[str, ...] = ()
    consensus: bool = False


def open_scorings(place: Place) -> list[Scoring]:
    return [found for found in place.all(Scoring) if found.state == "open"]


def the_scoring(place: Place, scoring_id: str, field: str = "scoring") -> Scoring:
    if (found := place.get(Scoring, scoring_id)) is None:
        raise Refused("no_such_scoring", field)
    return found


def scorings_of(place: Place, step: Step) -> list[Scoring]:
    """In the order in which they opened."""
    return [found for found in place.all(Scoring) if found.step == step.id]


def is_asked(place: Place, step: Step) -> bool:
    """Whether the room can give marks in the step at this moment."""
    return step.state == "open" and any(it.state == "open" for it in scorings_of(place, step))


def spoken_of(place: Place, step: Step, scoring: str) -> str:
    """The scoring that a thought written in a poll is about: the latest where it names none, and none
    before the first has opened.
    """
    found = [it.id for it in scorings_of(place, step)]
    if scoring and scoring not in found:
        raise Refused("no_such_scoring", "about")
    return scoring or (found[-1] if found else "")
