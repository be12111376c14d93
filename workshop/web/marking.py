"""The room's scoring on the page without scripts, and how the marks of a closed one lie."""

from typing import Any, get_args

from workshop.core.setup import Needed
from workshop.core.view import Sent
from workshop.export.agreement import level_words
from workshop.web.records import Seen
from workshop.words import current, decimal, gettext

LEVELS = [level for level in get_args(Needed) if level]


def marking_here(seen: Seen, here: str, actor: str) -> dict[str, Any]:
    """The latest scoring of the room's step, this person's own part in it, and what can be opened."""
    step = seen.get("step", here) or {}
    found = [it for it in seen.all("scoring") if it["step"] == here]
    scoring = found[-1] if found else None
    before = [it for it in found[:-1] if it["state"] == "closed"]
    cards = [it for it in seen.all("card") if scoring and it["scoring"] == scoring["id"]]
    return {
        "scoring": scoring,
        "may": any(card["participant"] == actor for card in cards),
        "marks": {
            (it["scoring"], it["item"], it["scale"]): it["value"] for it in seen.all("score")
        },
        "group": next(
            (it["group"] for it in seen.all("standpoint") if it["scoring"] == scoring["id"]), ""
        )
        if scoring
        else "",
        "placed": {
            (it["item"], it["scale"]): it["median"]
            for it in (scoring["results"] if scoring and scoring["consensus"] else ())
        },
        "told": told(scoring) if scoring else {},
        "heard": heard(seen, scoring) if scoring else [],
        "before": [(it, told(it), heard(seen, it)) for it in reversed(before)],
        "levels": levels(step) if step else [],
    }


def heard(seen: Seen, scoring: Sent) -> list[Sent]:
    """What all may read of why marks are low: of this scoring, and what names none with its step's first."""
    if (seen.get("step", scoring["step"]) or {}).get("layout") != "poll":
        return []
    asked = [it["id"] for it in seen.all("scoring") if it["step"] == scoring["step"]]
    notes = [
        note
        for note in seen.all("note")
        if note["step"] == scoring["step"]
        and note["readers"] == "all"
        and (note["about"] if note["about"] in asked else asked[0]) == scoring["id"]
    ]
    return sorted(notes, key=lambda note: int(note["place"]))


def levels(step: Sent) -> list[tuple[str, str]]:
    """Each level of agreement in the marks of the step's first scale."""
    scales = step["setup"].get("scales") or ()
    return [(level, in_words(level, scales[0])) for level in LEVELS] if scales else []


def in_words(level: str, scale: dict[str, Any]) -> str:
    """On the wire a scale leaves nothing out."""
    return level_words(level, scale["low"], scale["high"], gettext)


def told(scoring: Sent) -> dict[str, Any]:
    """The level that was needed, and for each item and scale the marks from the lowest on."""
    scales = {scale["id"]: scale for scale in scoring["scales"]}
    titles = {item["item"]: item["title"] for item in scoring["items"]}
    return {
        "needed": in_words(scoring["needed"], scoring["scales"][0]) if scoring["needed"] else "",
        "lines": [
            {
                **result,
                "title": titles.get(result["item"], ""),
                "scale": scales[result["scale"]]["title"],
                "lie": list(marked(scales[result["scale"]], result["counts"])),
                "groups": [
                    (group, list(marked(scales[result["scale"]], counts)))
                    for group, counts in zip(scoring["groups"], result["by_group"], strict=False)
                    if counts
                ],
                "median": decimal(result["median"], current()),
            }
            for result in scoring["results"]
        ],
    }


def marked(scale: dict[str, Any], counts: list[int]) -> list[tuple[str, int]]:
    """Each mark with its word, and how many gave it."""
    return [(mark_words(scale, mark), count) for mark, count in enumerate(counts, scale["low"])]


def mark_words(scale: dict[str, Any], mark: int) -> str:
    """The number, with its word where it has one; two words are those of the two ends."""
    words = scale["words"]
    if len(words) == 2:
        word = {scale["low"]: words[0], scale["high"]: words[1]}.get(mark, "")
    else:
        word = words[mark - scale["low"]] if words else ""
    return f"{mark} {word}".strip()
