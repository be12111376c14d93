"""What forms say, for pages without scripts: versions of one thing, and the goal that stands by."""

from typing import Any

from workshop.core.forms import GOAL
from workshop.core.view import Sent
from workshop.web.records import Seen


def said_here(seen: Seen, here: str) -> dict[str, Any]:
    """`now` and `earlier` (the newest first) of the room's form, and the newest `goal`; each with its headline."""
    step = seen.get("step", here)
    subject = (step["setup"].get("subject") or step["id"]) if step else ""
    found = versions(seen, subject)
    goals = versions(seen, GOAL)
    return {
        "now": found[0] if found else None,
        "earlier": found[1:],
        "headline": headline(found[0]) if found else "",
        "goal": goals[0] if goals else None,
        "goal_line": headline(goals[0]) if goals else "",
    }


def versions(seen: Seen, subject: str) -> list[Sent]:
    found = [sheet for sheet in seen.all("sheet") if sheet["subject"] == subject]
    return sorted(found, key=lambda sheet: -int(sheet["version"]))


def headline(sheet: Sent) -> str:
    """The one text that stands for all, as every screen chooses it."""
    values: dict[str, str] = sheet["values"]
    return values.get(sheet["subject"]) or next(iter(values.values()), "")
