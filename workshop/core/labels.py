"""What a note says of itself beside its words: its type, its column, how its writer knows it, and as whom it was written."""

from typing import Literal

import msgspec

from .agenda import Step
from .messages import Refused

Evidence = Literal["", "assumed", "seen", "heard"]


class Labels(msgspec.Struct, frozen=True):
    """`column` is an id of the step's columns, `role` one of its roles; empty where there is none."""

    type: str
    column: str = ""
    evidence: str = ""
    role: str = ""


NONE = Labels("")


def labels_in(step: Step, wanted: Labels, kept: Labels = NONE) -> Labels:
    """The labels as the step takes them; what the note has already is taken once more.

    Refused: `no_such_column`, `no_such_type`, `step_closed`, `no_evidence_here`, `no_such_role`.
    """
    stays = kept.column and wanted.column == kept.column
    column = kept.column if stays else column_in(step, wanted.column)
    labels = msgspec.structs.replace(wanted, column=column, type=type_in(step, column, wanted.type))
    if labels.type != kept.type:
        check_type(step, labels.type)
    if labels.evidence not in ("", kept.evidence) and not step.setup.evidence:
        raise Refused("no_evidence_here", "evidence", title=step.title)
    if labels.role not in ("", kept.role, *step.setup.roles):
        raise Refused("no_such_role", "role", title=step.title)
    return labels


def column_in(step: Step, column: str) -> str:
    """The column, or the first of the step where none is named."""
    known = [each.id for each in step.setup.columns]
    if column and column not in known:
        raise Refused("no_such_column", "column", title=step.title)
    return column or next(iter(known), "")


def type_in(step: Step, column: str, note_type: str) -> str:
    """The type that the column asks for, else the one that was chosen."""
    asked = next((each.type for each in step.setup.columns if each.id == column), "")
    return asked if asked in step.types else note_type


def check_type(step: Step, note_type: str) -> None:
    if note_type not in step.types:
        raise Refused("no_such_type" if step.types else "step_closed", "type", title=step.title)
