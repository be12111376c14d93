"""What the room promises: decisions, and actions with exactly one owner."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from .agenda import open_step
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .people import name_of
from .records import Gone, Place, Record, kind_of
from .text import tidy, within, written
from .times import day


class Action(Record, frozen=True, kw_only=True, tag="action"):
    """Who does what by when. `due` is YYYY-MM-DD; `participant` has taken it on by own hand."""

    step: str
    what: str
    who: str = ""
    due: str = ""
    first_step: str = ""
    participant: str = ""
    about: str = ""


class Decision(Record, frozen=True, kw_only=True, tag="decision"):
    """What was chosen, about which note or cluster, on the basis of which vote."""

    step: str
    text: str
    about: str = ""
    round: str = ""


class AddAction(Command, frozen=True, kw_only=True):
    id: Id
    step: Id
    what: Text
    who: Text = ""
    due: str = ""
    first_step: Text = ""
    about: OptionalId = ""


class ChangeAction(Command, frozen=True, kw_only=True):
    action: Id
    what: Text | UnsetType = UNSET
    who: Text | UnsetType = UNSET
    due: str | UnsetType = UNSET
    first_step: Text | UnsetType = UNSET


class TakeAction(Command, frozen=True, kw_only=True):
    """On: I take this on, under the name `who`. Off: I give it back."""

    action: Id
    taken: bool
    who: Text = ""


class RemoveAction(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    action: Id


class AddDecision(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    id: Id
    step: Id
    text: Text
    about: OptionalId = ""
    round: OptionalId = ""


class ChangeDecision(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    decision: Id
    text: Text


class RemoveDecision(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    decision: Id


class ActionAdded(Event, frozen=True, kw_only=True):
    action: Action


class ActionChanged(Event, frozen=True, kw_only=True):
    action: str
    changes: dict[str, str]


class ActionTaken(Event, frozen=True, kw_only=True):
    action: str
    participant: str
    who: str


class ActionRemoved(Event, frozen=True, kw_only=True):
    action: str


class DecisionAdded(Event, frozen=True, kw_only=True):
    decision: Decision


class DecisionChanged(Event, frozen=True, kw_only=True):
    decision: str
    text: str


class DecisionRemoved(Event, frozen=True, kw_only=True):
    decision: str


def the_action(place: Place, action_id: str) -> Action:
    if (action := place.get(Action, action_id)) is None:
        raise Refused("no_such_action", "action")
    return action


def the_decision(place: Place, decision_id: str) -> Decision:
    if (decision := place.get(Decision, decision_id)) is None:
        raise Refused("no_such_decision", "decision")
    return decision


def first_step_of(text: str) -> str:
    return within(tidy(text), LIMITS.note_graphemes, "first_step")


def what_of(text: str) -> str:
    return written(text, LIMITS.note_graphemes, "what")


def add_action(place: Place, command: AddAction, by: By) -> Iterator[Event]:
    step = open_step(place, command.step, "what")
    if step.layout != "actions":
        raise Refused("no_actions_here", "what", title=step.title)
    place.check_new(command.id)
    if place.count(Action) >= LIMITS.actions:
        raise Refused("too_many_actions", limit=LIMITS.actions)
    yield ActionAdded(
        action=Action(
            id=command.id,
            step=step.id,
            what=what_of(command.what),
            who=name_of(command.who),
            due=day(command.due, "due"),
            first_step=first_step_of(command.first_step),
            about=command.about,
        )
    )


def change_action(place: Place, command: ChangeAction, by: By) -> Iterator[Event]:
    action = the_action(place, command.action)
    if by.role != "facilitator" and action.participant != by.actor:
        raise Refused("not_yours", "action")
    wanted: dict[str, str] = {}
    if command.what is not UNSET:
        wanted["what"] = what_of(command.what)
    if command.due is not UNSET:
        wanted["due"] = day(command.due, "due")
    if command.first_step is not UNSET:
        wanted["first_step"] = first_step_of(command.first_step)
    if command.who is not UNSET and (who := name_of(command.who)) != action.who:
        wanted |= {"who": who, "participant": ""}
    changes = {name: value for name, value in wanted.items() if getattr(action, name) != value}
    if changes:
        yield ActionChanged(action=action.id, changes=changes)


def take_action(place: Place, command: TakeAction, by: By) -> Iterator[Event]:
    action = the_action(place, command.action)
    if action.participant not in ("", by.actor):
        raise Refused("already_taken", "action", who=action.who)
    if not command.taken:
        if action.participant:
            yield ActionTaken(action=action.id, participant="", who="")
        return
    who = written(name_of(command.who), LIMITS.name_graphemes, "who")
    if (action.participant, action.who) != (by.actor, who):
        yield ActionTaken(action=action.id, participant=by.actor, who=who)


def remove_action(place: Place, command: RemoveAction, by: By) -> Iterator[Event]:
    yield ActionRemoved(action=the_action(place, command.action).id)


def add_decision(place: Place, command: AddDecision, by: By) -> Iterator[Event]:
    step = open_step(place, command.step, "text")
    place.check_new(command.id)
    if place.count(Decision) >= LIMITS.decisions:
        raise Refused("too_many_decisions", limit=LIMITS.decisions)
    yield DecisionAdded(
        decision=Decision(
            id=command.id,
            step=step.id,
            text=written(command.text, LIMITS.prompt_graphemes),
            about=command.about,
            round=command.round,
        )
    )


def change_decision(place: Place, command: ChangeDecision, by: By) -> Iterator[Event]:
    decision = the_decision(place, command.decision)
    if decision.text != (text := written(command.text, LIMITS.prompt_graphemes)):
        yield DecisionChanged(decision=decision.id, text=text)


def remove_decision(place: Place, command: RemoveDecision, by: By) -> Iterator[Event]:
    yield DecisionRemoved(decision=the_decision(place, command.decision).id)


def action_added(place: Place, event: ActionAdded) -> Iterator[Record]:
    yield event.action


def action_changed(place: Place, event: ActionChanged) -> Iterator[Record]:
    if action := place.get(Action, event.action):
        yield msgspec.structs.replace(action, **event.changes)


def action_taken(place: Place, event: ActionTaken) -> Iterator[Record]:
    if action := place.get(Action, event.action):
        yield msgspec.structs.replace(action, participant=event.participant, who=event.who)


def action_removed(place: Place, event: ActionRemoved) -> Iterator[Gone]:
    yield Gone(kind_of(Action), event.action)


def decision_added(place: Place, event: DecisionAdded) -> Iterator[Record]:
    yield event.decision


def decision_changed(place: Place, event: DecisionChanged) -> Iterator[Record]:
    if decision := place.get(Decision, event.decision):
        yield msgspec.structs.replace(decision, text=event.text)


def decision_removed(place: Place, event: DecisionRemoved) -> Iterator[Gone]:
    yield Gone(kind_of(Decision), event.decision)


RULES = {
    AddAction: add_action,
    ChangeAction: change_action,
    TakeAction: take_action,
    RemoveAction: remove_action,
    AddDecision: add_decision,
    ChangeDecision: change_decision,
    RemoveDecision: remove_decision,
}
EFFECTS = {
    ActionAdded: action_added,
    ActionChanged: action_changed,
    ActionTaken: action_taken,
    ActionRemoved: action_removed,
    DecisionAdded: decision_added,
    DecisionChanged: decision_changed,
    DecisionRemoved: decision_removed,
}
