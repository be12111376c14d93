"""A recipe of one's own as a file: the agenda with all its words, to keep and to bring in again.

JSON, UTF-8, `{"format": "rytme-recipe", "version": 1, title, purpose, language, steps}`. In a step,
`source` is the place (0 is first) of the step whose notes it works on. Fields are only ever added
within a version, and each has its default when it is left out.
"""

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta

from workshop.core.agenda import (
    Few,
    Layout,
    Least,
    Minutes,
    Order,
    Phase,
    Readers,
    Step,
    Visibility,
)
from workshop.core.changing import MethodId, Script, Types, check_moderated, in_words
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused, Text
from workshop.core.setup import Setup
from workshop.core.workshop import Workshop, purpose_of, title_of

FORMAT: Final = "rytme-recipe"
VERSION: Final = 1
Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8}){0,3}$")]
T = TypeVar("T")

_AT = re.compile(r"`\$\.?(?P<path>[^`]*)`")
_NAMED = re.compile(r"(?P<what>unknown|required) field `(?P<field>[^`]*)`")
_INDEX = re.compile(r"\[(\d+)\]")


class Closed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is spelled wrong is told, and never silently left out."""


class FileStep(Closed, frozen=True, kw_only=True):
    layout: Layout
    phase: Phase
    title: Text
    minutes: Minutes
    method: MethodId = ""
    prompt: Text = ""
    script: Script = ()
    half_time: Text = ""
    types: Types = ()
    cycle: Annotated[int, Meta(ge=1, le=20)] = 1
    source: Annotated[int, Meta(ge=0, lt=LIMITS.steps)] | None = None
    visibility: Visibility = "live"
    readers: Readers = "author"
    anonymous: bool = False
    can_build: bool = False
    moderated: bool = False
    order: Order = "shuffled"
    budget: Few = 0
    per_item: Few = 0
    top: Few = 3
    least: Least = 0
    keep: bool = False
    setup: Setup = Setup()


class RecipeFile(Closed, frozen=True, kw_only=True):
    format: Literal["rytme-recipe"] = FORMAT
    version: Literal[1] = VERSION
    title: Text
    purpose: Text = ""
    language: Language
    steps: Annotated[tuple[FileStep, ...], Meta(min_length=1, max_length=LIMITS.steps)]


class Head(msgspec.Struct):
    """Enough of a file to know what it says it is."""

    format: str = ""
    version: int = 0


def write(recipe: RecipeFile) -> bytes:
    """Every field, so that a file means the same when a default is another one day."""
    return msgspec.json.format(msgspec.json.encode(recipe), indent=2) + b"\n"


def read(data: bytes) -> RecipeFile:
    """The recipe with its words made safe to show; `bad_recipe` says where it is wrong, and why."""
    if len(data) > LIMITS.recipe_bytes:
        raise bad("", Refused("recipe_too_large", limit=LIMITS.recipe_bytes // 1024))
    data = data.removeprefix(b"\xef\xbb\xbf")  # some editors begin a file with a byte-order mark
    head = decoded(data, Head)
    if head.format != FORMAT:
        raise bad("format", Refused("not_a_recipe"))
    if head.version != VERSION:
        raise bad("version", Refused("newer_recipe", version=head.version))
    return sound(decoded(data, RecipeFile))


def decoded(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise named(str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise bad("", Refused("not_json")) from None


def named(error: str) -> Refused:
    """What msgspec found, in words that a person can act on."""
    path = at["path"] if (at := _AT.search(error)) else ""
    if not (field := _NAMED.search(error)):
        return bad(path, Refused("bad_value" if path else "not_a_recipe"))
    where = ".".join(part for part in (path, field["field"][:40]) if part)
    return bad(where, Refused("no_such_field" if field["what"] == "unknown" else "left_out"))


def bad(path: str, why: Refused) -> Refused:
    """`steps[2].minutes` is told as people count: steps 3, minutes."""
    told = _INDEX.sub(lambda found: f" {int(found[1]) + 1}", path).replace(".", ", ")
    there = Refused("recipe_at", where=told, why=why) if told else why
    return Refused("bad_recipe", "recipe", why=there)


def sound(recipe: RecipeFile) -> RecipeFile:
    for place, step in enumerate(recipe.steps):
        checked(f"steps[{place}]", lambda step=step: check_moderated(step.moderated, step.readers))  # type: ignore[misc]
        check_source(recipe.steps, place)
    return msgspec.structs.replace(
        recipe,
        title=checked("", lambda: title_of(recipe.title)),
        purpose=checked("", lambda: purpose_of(recipe.purpose)),
        steps=tuple(step_in_words(step, place) for place, step in enumerate(recipe.steps)),
    )


def step_in_words(step: FileStep, place: int) -> FileStep:
    told: dict[str, Any] = checked(
        f"steps[{place}]", lambda: in_words(msgspec.structs.asdict(step))
    )
    return FileStep(**told)


def checked(path: str, check: Callable[[], T]) -> T:
    """What the core refuses is refused at its place in the file."""
    try:
        return check()
    except Refused as why:
        raise bad(".".join(part for part in (path, why.field) if part), why) from None


def check_source(steps: Sequence[FileStep], place: int) -> None:
    """A source is in the file, and following it never comes back."""
    seen, at = {place}, steps[place].source
    while at is not None:
        if at >= len(steps):
            raise bad(f"steps[{place}].source", Refused("bad_value"))
        if at in seen:
            raise bad(f"steps[{place}].source", Refused("bad_source"))
        seen.add(at)
        at = steps[at].source


def recipe_of(workshop: Workshop, steps: Sequence[Step]) -> RecipeFile:
    """The agenda of a workshop, in its order, without anything that the room has made."""
    places = {step.id: place for place, step in enumerate(steps)}
    return RecipeFile(
        title=workshop.title,
        purpose=workshop.purpose,
        language=workshop.language,
        steps=tuple(
            FileStep(**{**shared_fields(step), "source": places.get(step.source)}) for step in steps
        ),
    )


def steps_of(recipe: RecipeFile, ids: Sequence[str]) -> tuple[Step, ...]:
    """The steps of a new workshop; `ids` holds a random id for each."""
    return tuple(
        Step(
            id=ids[place],
            place=place,
            **{**shared_fields(step), "source": "" if step.source is None else ids[step.source]},
        )
        for place, step in enumerate(recipe.steps)
    )


def shared_fields(step: Step | FileStep) -> dict[str, Any]:
    """What a step is in a workshop and in a file alike."""
    return {name: getattr(step, name) for name in FileStep.__struct_fields__}
