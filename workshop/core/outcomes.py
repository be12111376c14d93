"""What the room promises: decisions, and actions with exactly one owner."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Literal

import msgspec
from msgspec import UNSET, UnsetType

from .agenda import open_step
from .limits import LIMITS
from .messages import FACILITATOR, By, Command, Event, Id, OptionalId, Refused, Text
from .owners import owner_of
from .records import Gone, Place, Record, kind_of
from .text import tidy, within, written
from .times import day, day_to_come, to_the_day

# What an action and a decision say besides. What gives reasons may be as long as a prompt.
BESIDE = ("first_step", "helpers", "daily")
Status = Literal["todo", "doing", "done", "dropped"]
OVER = ("done", "dropped")  # nothing is waited for any more
REASONS = ("basis", "alternatives", "decider", "daily")


class Action(Record, frozen=True, kw_only=True, tag="action"):
    """Who does what by when. `due` is YYYY-MM-DD; `participant` has taken it on by own hand.

    `who` is one person; `helpers` are the names of others. `daily` says how it fits the normal week.
    `continued` is what it was continued from, and then it belongs to no step. `status` says how far it
    has come.
    """

    step: str
    what: str
    who: str = ""
    due: str = ""
    first_step: str = ""
    participant: str = ""
    about: str = ""
    helpers: str = ""
    daily: str = ""
    continued: str = ""
    status: Status = "todo"


class Decision(Record, frozen=True, kw_only=True, tag="decision"):
    """What was chosen, about which note or cluster, on the basis of which vote.

    `basis` is what it rests on besides, `alternatives` what else could have been chosen, `decider` who
    decided, `decided_on` the day as YYYY-MM-DD, and `daily` how it lands in daily work.
    """

    step: str
    text: str
    about: str = ""
    round: str = ""
    basis: str = ""
    alternatives: str = ""
    decider: str = ""
    decided_on: str = ""
    daily: str = ""


class AddAction(Command, frozen=True, kw_only=True):
    id: Id
    step: Id
    what: Text
    who: Text = ""
    due: str = ""
    first_step: Text = ""
    about: OptionalId = ""
    helpers: Text = ""
    daily: Text = ""


class ChangeAction(Command, frozen=True, kw_only=True):
    action: Id
    what: Text | UnsetType = UNSET
    who: Text | UnsetType = UNSET
    due: str | UnsetType = UNSET
    first_step: Text | UnsetType = UNSET
    helpers: Text | UnsetType = UNSET
    daily: Text | UnsetType = UNSET
    status: Status | UnsetType = UNSET


class TakeAction(Command, frozen=True, kw_only=True):
    """On: I accept this, under the name `who`, and it is mine. Off: I give it back."""

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
    basis: Text = ""
    alternatives: Text = ""
    decider: Text = ""
    decided_on: str = ""
    daily: Text = ""


class ChangeDecision(Command, frozen=True, kw_only=True):
    roles: ClassVar[frozenset[str]] = FACILITATOR
    decision: Id
    text: Text | UnsetType = UNSET
    basis: Text | UnsetType = UNSET
    alternatives: Text | UnsetType = UNSET
    decider: Text | UnsetType = UNSET
    decided_on: str | UnsetType = UNSET
    daily: Text | UnsetType = UNSET


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
    """`text` stands for itself, as it did before a decision had more to it; `changes` are the rest."""

    decision: str
    text: str
    changes: dict[str, str] = msgspec.field(default_factory=dict)


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


def what_of(text: str) -> str:
    return written(text, LIMITS.note_graphemes, "what")


def said_of(name: str, text: str) -> str:
    """What an action or a decision says besides, made safe to show."""
    limit = LIMITS.prompt_graphemes if name in REASONS else LIMITS.note_graphemes
    return within(tidy(text), limit, name)


def said_anew(command: Command, names: Iterable[str]) -> dict[str, Any]:
    """Of these texts, the ones that the command gives."""
    given = {name: getattr(command, name) for name in names}
    return {name: said_of(name, text) for name, text in given.items() if text is not UNSET}


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
            who=owner_of(command.who),
            due=day_to_come(command.due, "due", by.at),
            about=command.about,
            **said_anew(command, BESIDE),
        )
    )


def change_action(place: Place, command: ChangeAction, by: By) -> Iterator[Event]:
    action = the_action(place, command.action)
    if by.role != "facilitator" and action.participant != by.actor:
        raise Refused("not_yours", "action")
    wanted = said_anew(command, BESIDE)
    if command.what is not UNSET:
        wanted["what"] = what_of(command.what)
    if command.status is not UNSET:
        wanted["status"] = command.status
    if command.due is not UNSET and command.due != action.due:
        wanted["due"] = day_to_come(command.due, "due", by.at)
    if command.who is not UNSET and command.who != action.who:
        wanted |= named_anew(action, command.who)
    if changes := differing(action, wanted):
        yield ActionChanged(action=action.id, changes=changes)


def named_anew(action: Action, text: str) -> dict[str, str]:
    """With another name it is no longer accepted by who had taken it on."""
    who = owner_of(text)
    return {"who": who, "participant": ""} if who != action.who else {}


def differing(record: Record, wanted: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in wanted.items() if getattr(record, name) != value}


def take_action(place: Place, command: TakeAction, by: By) -> Iterator[Event]:
    action = the_action(place, command.action)
    if action.participant not in ("", by.actor):
        raise Refused("already_taken", "action", who=action.who)
    if not command.taken:
        if action.participant:
            yield ActionTaken(action=action.id, participant="", who="")
        return
    who = written(owner_of(command.who), LIMITS.name_graphemes, "who")
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
            decided_on=day(command.decided_on, "decided_on") or to_the_day(by.at),
            **said_anew(command, REASONS),
        )
    )


def change_decision(place: Place, command: ChangeDecision, by: By) -> Iterator[Event]:
    decision = the_decision(place, command.decision)
    text = decision.text
    if command.text is not UNSET:
        text = written(command.text, LIMITS.prompt_graphemes)
    wanted = said_anew(command, REASONS)
    if command.decided_on is not UNSET:
        wanted["decided_on"] = day(command.decided_on, "decided_on")
    changes = differing(decision, wanted)
    if changes or text != decision.text:
        yield DecisionChanged(decision=decision.id, text=text, changes=changes)


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
        yield msgspec.structs.replace(decision, text=event.text, **event.changes)


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
