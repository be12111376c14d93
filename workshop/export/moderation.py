"""moderation.csv: every act of moderation, for facilitators alone; it is in no folder of results."""

from collections.abc import Iterable, Sequence

from workshop.core.agenda import Step
from workshop.core.lot import Parked
from workshop.core.moderation import Moderation
from workshop.core.notes import Note
from workshop.core.records import Place
from workshop.core.view import Viewer, view
from workshop.export.as_csv import as_csv
from workshop.export.table import Cell, Table
from workshop.export.wording import Wording


def moderation_csv(place: Place, _: Wording) -> bytes:
    """In the order in which it was done; a note that is gone has no words any more."""
    head = [_("When"), _("What was done"), _("Reason"), _("By"), _("Step"), _("Note"), _("Note id")]
    return as_csv(Table(_("Moderation"), head, rows(place, _)))


def rows(place: Place, _: Wording) -> Iterable[Sequence[Cell]]:
    words = {"hide": _("Hidden"), "return": _("Returned to its writer"), "show": _("Let go")}
    for act in sorted(place.all(Moderation), key=lambda act: act.at):
        thing = place.get(Note, act.note) or place.get(Parked, act.note)
        seen = view(thing, Viewer(role="facilitator")) or {}
        yield [
            act.at,
            words[act.act],
            act.reason,
            act.who,
            where(place, act, str(seen.get("step", "")), _),
            str(seen.get("text", "")),
            act.note,
        ]


def where(place: Place, act: Moderation, step_id: str, _: Wording) -> str:
    if act.of == "parked":
        return _("Parking lot")
    step = place.get(Step, step_id)
    return step.title if step else ""
