"""What stands beside the room's step on the page without scripts: other steps, a question, held notes."""

from itertools import groupby
from typing import Any

from workshop.core.agenda import Step, sources
from workshop.core.records import Place
from workshop.core.view import Sent
from workshop.web.records import Seen


def beside(place: Place, seen: Seen, here: str, actor: str) -> dict[str, Any]:
    polls = seen.all("poll")
    return {
        "steps": still_open(seen, here),
        "poll": next((poll for poll in polls if poll["state"] == "open"), None),
        "answers": {it["poll"]: it["answer"] for it in seen.all("answer")},
        "polls": [poll for poll in polls if poll["state"] == "closed"],
        "pace": (seen.get("pace", actor) or {}).get("pace", ""),
        "is_up": seen.get("hand", actor) is not None,
        "held": [note for note in own_notes(seen) if note["held"]],
        "held_thoughts": [it for it in own(seen, "parked") if it["held"]],
        "parked": [it for it in seen.all("parked") if it["readers"] == "all"],
        "mine": [it["id"] for it in own(seen, "parked")],
        "cycles": earlier_cycles(place, seen, here),
    }


def own_notes(seen: Seen) -> list[Sent]:
    return sorted(own(seen, "note"), key=lambda note: (note["place"], note["id"]))


def own(seen: Seen, kind: str) -> list[Sent]:
    mine = (seen.get(kind, authorship["id"]) for authorship in seen.all("authorship"))
    return [record for record in mine if record]


def still_open(seen: Seen, here: str) -> list[dict[str, Any]]:
    """The steps besides the room's that take notes, each with one's own notes in it."""
    found = [
        step
        for step in in_order(seen)
        if step["id"] != here and step["types"] and step["state"] in ("open", "early")
    ]
    mine = own_notes(seen)
    return [
        {"step": step, "mine": [it for it in mine if it["step"] == step["id"] and not it["held"]]}
        for step in found
    ]


def earlier_cycles(place: Place, seen: Seen, here: str) -> list[dict[str, Any]]:
    """What the room has seen in the cycles before this one, step by step."""
    now = place.get(Step, here)
    before = [step for step in in_order(seen) if now and step["cycle"] < now.cycle]
    asked = {it["number"]: it["question"] for it in seen.all("cycle")}
    return [
        {
            "number": number,
            "question": asked.get(number, ""),
            "parts": [part for step in steps if has_any(part := part_of(place, seen, step))],
        }
        for number, steps in groupby(
            sorted(before, key=lambda step: int(step["cycle"])), key=lambda step: step["cycle"]
        )
    ]


def part_of(place: Place, seen: Seen, step: Sent) -> dict[str, Any]:
    shown = by_place(note for note in seen.all("note") if note["readers"] == "all")
    found = place.get(Step, step["id"])
    worked_on = sources(place, found) if found else set()
    piles = [it for it in by_place(seen.all("cluster")) if it["step"] == step["id"]]
    return {
        "step": step,
        "notes": [note for note in shown if note["step"] == step["id"]],
        "piles": [
            {
                "title": pile["title"],
                "notes": [
                    it for it in shown if it["cluster"] == pile["id"] and it["step"] in worked_on
                ],
            }
            for pile in piles
        ],
        "rounds": [
            it for it in seen.all("round") if it["step"] == step["id"] and it["state"] == "closed"
        ],
    }


def has_any(part: dict[str, Any]) -> bool:
    return any(part[name] for name in ("notes", "piles", "rounds"))


def in_order(seen: Seen) -> list[Sent]:
    return by_place(seen.all("step"))


def by_place(records: Any) -> list[Sent]:
    return sorted(records, key=lambda it: int(it["place"]))
