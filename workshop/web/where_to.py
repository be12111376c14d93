"""Where notes from elsewhere can go: the steps that take any, and what fits into one of them."""

from collections.abc import Mapping

from workshop.core.agenda import Step, in_order, sources
from workshop.core.bringing import called, check_takes, types_here
from workshop.core.clusters import Cluster
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.core.notes import Note
from workshop.core.records import Place
from workshop.core.workshop import the_workshop
from workshop.intake import Target, known_by
from workshop.methods import TYPES
from workshop.words import LANGUAGES, translator


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
