"""The page that shows what would come in, and where to: its choices, its first notes, and what stays out."""

import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from flask import render_template, request
from werkzeug.datastructures import MultiDict

from workshop.access import Claim
from workshop.core.agenda import Step, in_order, sources
from workshop.core.bringing import BringIn, BroughtNote, called, check_takes, types_here
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
    Target,
    check_columns,
    columns_of,
    kept,
    known_by,
    rows_as_notes,
    sift,
)
from workshop.methods import TYPES
from workshop.web.language import speak_as_the_room
from workshop.web.speaking import form_token, place_of
from workshop.words import LANGUAGES, sentence, translator

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
    columns = chosen_columns(brought, form) if isinstance(brought, Table) else None
    found = rows_as_notes(brought, columns) if isinstance(brought, Table) and columns else brought
    assert isinstance(found, Found)
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


def step_of(place: Place, chosen: str) -> tuple[Step, Refused | None]:
    """The chosen step, or the likeliest and why; `nowhere_to_bring` where no step takes any."""
    likeliest = next(iter(steps_for(place)), None)
    if likeliest is None:
        raise Refused("nowhere_to_bring", "step")
    step = place.get(Step, chosen)
    why = why_not(step) if step else None
    return (step, None) if step and not why else (likeliest, why)


def steps_for(place: Place) -> list[Step]:
    """The steps that notes can be brought into: the room's own first, then those after it."""
    workshop = the_workshop(place)
    now = place.get(Step, workshop.step)
    here = now.place if now else 0
    taking = [step for step in in_order(place) if not why_not(step)]
    taking.sort(key=lambda step: (step.place < here, step.place))
    return taking if workshop.state != "closed" else []


def why_not(step: Step) -> Refused | None:
    try:
        check_takes(step)
    except Refused as refused:
        return refused
    return None


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


def target_of(place: Place, step: Step, *, once: bool, parts: frozenset[int]) -> Target:
    here = sources(place, step)
    is_silent = step.setup.silent and not step.naming
    groups = step.layout == "clusters" and not is_silent and "moving" not in step.locks
    return Target(
        note_limit=the_workshop(place).note_limit,
        notes=min(LIMITS.brought, LIMITS.notes - place.count(Note)),
        clusters=LIMITS.clusters - place.count(Cluster),
        types=types_here(place, step),
        words=type_words(),
        columns={column.title.casefold(): column.id for column in step.setup.columns},
        groups=groups,
        titles=frozenset(called(place, step)) if groups else frozenset(),
        there=frozenset(
            known_by(note.text)
            for note in place.all(Note)
            if note.step in here and note.readers == "all"
        ),
        once=once,
        parts=parts,
    )


def type_words() -> Mapping[str, str]:
    """What people call a type, in every language that is spoken here."""
    says = [translator(language) for language in LANGUAGES]
    return {say(words).casefold(): name for name, words in TYPES.items() for say in says}


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
