"""How the notes of a step lie on the page without scripts: by column, on one wall, and apart in trays."""

from typing import Any

from workshop.core.agenda import Step, sources
from workshop.core.records import Place
from workshop.core.view import Sent
from workshop.methods import TRAYS, TYPES
from workshop.words import gettext as _


def laid_out(
    place: Place, step: Step | None, notes: list[Sent], title: str = ""
) -> list[dict[str, Any]]:
    """Groups of a title, a hint and notes: each column also when it is empty, the rest and trays where there is any."""
    if step is None:
        return []
    trays = {kind: [it for it in notes if it["type"] == kind] for kind in trays_of(place, step)}
    rest = [it for it in notes if it["type"] not in trays]
    known = [column.id for column in step.setup.columns]
    found = [
        {
            "title": column.title,
            "hint": column.hint,
            "notes": [it for it in rest if it["column"] == column.id],
        }
        for column in step.setup.columns
    ]
    left = [it for it in rest if it["column"] not in known]
    if left:
        found.append(group(_("In no column yet") if known else title or _("All notes"), left))
    return found + [group(tray_word(kind), lay) for kind, lay in trays.items() if lay]


def takes(step: Step | None, note: Sent) -> bool:
    """Columns gather of earlier steps only what they could be written as themselves."""
    if step is None or note["step"] == step.id or not (step.setup.columns and step.types):
        return True
    return note["type"] in step.types


def group(title: str, notes: list[Sent]) -> dict[str, Any]:
    return {"title": title, "hint": "", "notes": notes}


def trays_of(place: Place, step: Step) -> list[str]:
    """The types that lie apart here, or did in a step that this one works on."""
    steps = (place.get(Step, found) for found in sources(place, step))
    return sorted({kind for found in steps if found for kind in found.setup.trays})


def tray_word(kind: str) -> str:
    return str(_({**TYPES, **TRAYS}.get(kind, kind)))
