"""The page that shows what would come in, and where to: its choices, its first notes, and what stays out."""

import secrets
from hashlib import sha256
from typing import Any

import msgspec
from flask import render_template, request
from werkzeug.datastructures import MultiDict

from workshop.access import Claim
from workshop.core.agenda import Step, in_order
from workshop.core.bringing import BringIn, BroughtNote
from workshop.core.clusters import Cluster
from workshop.core.history import Deed
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.intake import (
    Columns,
    Found,
    Sifted,
    Table,
    check_columns,
    columns_of,
    kept,
    rows_as_notes,
    sift,
)
from workshop.web.language import speak_as_the_room
from workshop.web.speaking import form_token, place_of
from workshop.web.where_to import step_of, steps_for, target_of, why_not
from workshop.words import sentence

SHOWN = 12  # notes of a preview; the rest is a number
MOST_DIGITS = 8
BEFORE = 5  # of what was brought in before, to take back

Form = MultiDict[str, str]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """`columns` stand for a table alone, `parts` are those chosen of what has parts. `instead` says why
    it goes into another step than the one that was chosen."""

    found: Found
    kept: str
    step: Step
    sifted: Sifted
    once: bool
    groups: bool
    parts: frozenset[int]
    table: Table | None = None
    columns: Columns | None = None
    instead: Refused | None = None

    @property
    def seal(self) -> str:
        """What was looked at: where it goes, and every word of it."""
        seen = (self.step.id, self.sifted.notes, self.sifted.clusters)
        return sha256(msgspec.json.encode(seen)).hexdigest()

    @property
    def first(self) -> list[tuple[str | None, list[BroughtNote]]]:
        """The first notes, by cluster: a title, that may be empty, or None for those that stand alone."""
        piles: dict[int | None, list[BroughtNote]] = {}
        for note in self.sifted.notes[:SHOWN]:
            piles.setdefault(note.cluster, []).append(note)
        titles = self.sifted.clusters
        return [(None if it is None else titles[it], notes) for it, notes in piles.items()]

    @property
    def has_kinds(self) -> bool:
        """Whether the notes are of more than one kind, so that each has to say its own."""
        return len({note.type for note in self.sifted.notes}) > 1


def preview_of(place: Place, brought: Found | Table, form: Form) -> Preview:
    step, instead = step_of(place, form.get("step", ""))
    found, columns = found_in(brought, form)
    once, parts = "once" in form, chosen_parts(found, form)
    target = target_of(place, step, once=once, parts=parts)
    return Preview(
        found=found,
        kept=kept(brought),
        step=step,
        sifted=sift(found, target),
        once=once,
        groups=target.groups,
        parts=parts,
        table=brought if isinstance(brought, Table) else None,
        columns=columns,
        instead=instead,
    )


def found_in(brought: Found | Table, form: Form) -> tuple[Found, Columns | None]:
    """The notes of it; of a table, what its columns were taken for too."""
    if isinstance(brought, Found):
        return brought, None
    columns = chosen_columns(brought, form)
    return rows_as_notes(brought, columns), columns


def chosen_columns(table: Table, form: Form) -> Columns:
    """As the form says, or as the headings do where it does not say it yet."""
    if "column_text" not in form:
        return columns_of(table)
    names = ("text", "type", "cluster")
    given = {name: form.get(f"column_{name}", "") for name in names}
    places = {name: number(value) for name, value in given.items()}
    columns = Columns(
        text=places["text"] or 0,
        type=places["type"],
        cluster=places["cluster"],
        head="head" in form,
    )
    return check_columns(table, columns)


def chosen_parts(found: Found, form: Form) -> frozenset[int]:
    """All of them before anybody has chosen."""
    if "kept" not in form:
        return frozenset(range(len(found.parts)))
    chosen = (number(value) for value in form.getlist("part"))
    return frozenset(it for it in chosen if it is not None)


def number(value: str) -> int | None:
    """A place that a form names; what is none is nothing, however long it is."""
    return int(value) if value.isdecimal() and len(value) < MOST_DIGITS else None


def bring_page(claim: Claim, shown: Preview | None = None, refused: Refused | None = None) -> str:
    place = place_of(claim.workshop)
    speak_as_the_room(place)
    steps = steps_for(place)
    refusals = [why_not(step) for step in in_order(place)]
    return render_template(
        "bring_in.html",
        workshop=the_workshop(place),
        steps=steps,
        waits=any(it and it.code == "hidden_until_reveal" for it in refusals),
        asked=request.values.get("step", ""),
        typed=request.form.get("text", ""),
        shown=shown,
        changed=shown is not None and "bring" in request.form and refused is None,
        before=brought_before(place),
        limits=LIMITS,
        csrf=form_token(claim),
        op=secrets.token_hex(16),
        wrong=refused,
        wrong_words=sentence(refused) if refused else "",
    )


def brought_before(place: Place) -> list[dict[str, Any]]:
    """What was brought in and can still be taken back, the newest first."""
    deeds = [it for it in place.all(Deed) if it.did == BringIn.__name__]
    open_still = [it for it in deeds if not it.undone and not it.final]
    return [told(place, deed) for deed in reversed(open_still[-BEFORE:])]


def told(place: Place, deed: Deed) -> dict[str, Any]:
    step = place.get(Step, deed.about)
    made = [change.new for change in deed.changes]
    return {
        "deed": deed.id,
        "title": step.title if step else "",
        "at": deed.at,
        "notes": sum(isinstance(it, Note) for it in made),
        "clusters": sum(isinstance(it, Cluster) for it in made),
    }
