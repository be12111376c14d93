"""Groups that work apart, on the page without scripts: which is one's own, and what lies on its wall."""

from typing import Any

from workshop.core.agenda import Step
from workshop.core.view import Sent
from workshop.web.records import Seen


def groups_here(seen: Seen, step: Step | None, actor: str) -> dict[str, Any]:
    """Whether groups work apart in the room's step, the own one, and those that can be chosen."""
    groups = sorted(seen.all("group"), key=lambda it: int(it["place"]))
    me = seen.get("participant", actor) or {}
    own = seen.get("group", me.get("group", ""))
    chosen = [it for it in groups if it["chosen"]]
    return {
        "apart": bool(step and step.setup.in_groups) and me.get("role") != "facilitator",
        "formed": bool(groups),
        "own": own,
        "choices": chosen if not own or own["chosen"] else [],
    }


def on_own_wall(groups: dict[str, Any], notes: list[Sent]) -> list[Sent]:
    """Where groups work apart, what the own one has written, and what the room wrote before."""
    if not groups["apart"]:
        return notes
    own = groups["own"]["id"] if groups["own"] else ""
    return [it for it in notes if it["group"] in ("", own)]


def standing_alone(clusters: list[Sent], notes: list[Sent]) -> list[Sent]:
    """What lies in no cluster that this viewer holds, itself or as a copy."""
    known = {it["id"] for it in clusters}
    piled = {it["copied"] or it["id"] for it in notes if it["cluster"] in known}
    elsewhere = {it["copied"] for it in notes if it["apart"]}  # what the own group has a copy of
    rest = [it for it in notes if it["cluster"] not in known and not it["copied"]]
    alone = [it for it in rest if not it["cluster"] or it["id"] not in piled]
    return [it for it in alone if it["id"] not in elsewhere]
