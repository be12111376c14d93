"""A table and a matrix on the page without scripts: rows, what speaks for each, and what the marks came to."""

from typing import Any

from workshop.core.agenda import Step
from workshop.core.records import Place
from workshop.core.rows import rows_of
from workshop.web.records import Seen
from workshop.words import gettext


def compared_here(place: Place, seen: Seen, here: str) -> dict[str, Any]:
    step = place.get(Step, here)
    if step is None or step.layout not in ("table", "matrix"):
        return {"rows": [], "lines": [], "kept": [], "dropped": []}
    choices = {it["item"]: it for it in seen.all("choice") if it["step"] == here}
    return {
        "rows": [row_here(step, seen, row.id) for row in rows_of(place, here)],
        "lines": lines(seen, here, choices),
        "kept": [it for it in choices.values() if it["choice"] == "keep"],
        "dropped": [it for it in choices.values() if it["choice"] == "drop"],
    }


def row_here(step: Step, seen: Seen, row_id: str) -> dict[str, Any]:
    """The row with what may be read for and against it."""
    row = seen.get("row", row_id) or {}
    notes = [it for it in seen.all("note") if it["about"] == row_id and not it["held"]]
    name = next((text for field in step.setup.fields if (text := row["cells"].get(field.id))), "")
    return {
        **row,
        "title": name or (gettext("Doing nothing") if row["nothing"] else ""),
        "mine": any(it["id"] == row_id for it in seen.all("authorship")),
        "notes": sorted(notes, key=lambda it: (it["type"] != "pro", it["place"])),
    }


def lines(seen: Seen, here: str, choices: dict[str, Any]) -> list[dict[str, Any]]:
    """The items of the last weighing, the best first."""
    found = [it for it in seen.all("weighing") if it["step"] == here]
    scoring = seen.get("scoring", found[-1]["id"]) if found else None
    if scoring is None:
        return []
    titles = {it["item"]: it["title"] for it in scoring["items"]}
    scales = {it["id"]: it["title"] for it in scoring["scales"]}
    return [
        {
            **item,
            "title": titles.get(item["item"], ""),
            "where": quadrant_word(item["quadrant"]),
            "apart": [scales[scale] for scale in item["apart"]],
            "choice": choices.get(item["item"], {}).get("choice", ""),
        }
        for item in found[-1]["items"]
    ]


def quadrant_word(quadrant: str) -> str:
    words = {
        "first": gettext("Do first"),
        "explore": gettext("Explore over time"),
        "small": gettext("Small quick gain"),
        "drop": gettext("Leave it"),
    }
    return str(words.get(quadrant, ""))
