"""Standpoints: as which group of voters one marks, where a poll tells groups apart; as secret as the marks."""

from collections.abc import Iterator

from .messages import By, Command, Event, Id, Refused, Text, digest
from .records import Place, Record


class Standpoint(Record, frozen=True, kw_only=True, tag="standpoint"):
    """As which group one pseudonym marks in one scoring."""

    scoring: str
    group: str
    owner: str


class ChooseScorerGroup(Command, frozen=True, kw_only=True):
    """Which of the scoring's groups the speaker marks as; it can be changed until the scoring closes."""

    scoring: Id
    group: Text


class ScorerGroupChosen(Event, frozen=True, kw_only=True):
    scoring: str
    group: str
    owner: str


def chosen(place: Place, scoring: str, groups: tuple[str, ...], group: str, by: By) -> list[Event]:
    if group not in groups:
        raise Refused("no_such_group", "group")
    before = place.get(Standpoint, digest(scoring, by.name))
    if before and before.group == group:
        return []
    return [ScorerGroupChosen(scoring=scoring, group=group, owner=by.name)]


def check_chosen(place: Place, scoring: str, groups: tuple[str, ...], by: By) -> None:
    if groups and place.get(Standpoint, digest(scoring, by.name)) is None:
        raise Refused("no_group_yet", "scoring")


def who_marks_as(place: Place, scoring: str, group: str) -> set[str]:
    return {it.owner for it in place.all(Standpoint) if (it.scoring, it.group) == (scoring, group)}


def scorer_group_chosen(place: Place, event: ScorerGroupChosen) -> Iterator[Record]:
    if event.group:
        standpoint_id = digest(event.scoring, event.owner)
        yield Standpoint(
            id=standpoint_id, scoring=event.scoring, group=event.group, owner=event.owner
        )


RULES: dict[type, object] = {}
EFFECTS = {ScorerGroupChosen: scorer_group_chosen}
