"""What the simulated participants of a rehearsal write: three questions in each language.

The texts lie in TOML files beside this one, grouped by theme so that a reader can check them.
They come in that order; who lets them be written shuffles them.
"""

from functools import cache
from importlib.resources import files

import msgspec

LANGUAGES = ("en", "nb")
QUESTIONS = ("1_hospital", "2_meetings", "3_newcomers")


class Note(msgspec.Struct, frozen=True):
    """A note to write. `theme` is the cluster it would go to, "" for one that stands alone.

    Notes with one `same` say one thing in different words; `off_topic` ones answer nothing.
    """

    text: str
    type: str
    theme: str
    same: str = ""
    off_topic: bool = False


class Action(msgspec.Struct, frozen=True):
    """A promise: `days` from now is its date, `who` is one of the names."""

    what: str
    who: str
    days: int
    first_step: str


class Question(msgspec.Struct, frozen=True):
    """A workshop to rehearse: what it is called, what it asks, and what the room answers."""

    title: str
    purpose: str
    question: str
    notes: tuple[Note, ...]
    builds: tuple[str, ...]
    actions: tuple[Action, ...]


class Content(msgspec.Struct, frozen=True):
    """All that a language has: names of people, and the questions."""

    names: tuple[str, ...]
    questions: tuple[Question, ...]


class Answers(msgspec.Struct, frozen=True):
    """What the room is asked before it chooses, words for a question that wants some, and what stands in the
    way of a text that is polled.
    """

    question: str
    words: tuple[str, ...]
    doubts: tuple[str, ...]


class _Names(msgspec.Struct):
    names: tuple[str, ...]


class _Notes(msgspec.Struct):
    """Each is [type, text] or [type, text, same]."""

    notes: list[list[str]]
    title: str = ""


class _Builds(msgspec.Struct):
    texts: tuple[str, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    purpose: str
    question: str
    themes: list[_Notes]
    alone: _Notes
    off_topic: _Notes
    builds: _Builds
    actions: tuple[Action, ...]


@cache
def content(language: str) -> Content:
    """Everything there is in a language of `LANGUAGES`."""
    return Content(
        names=msgspec.toml.decode(_read(language, "names"), type=_Names).names,
        questions=tuple(_question(language, name) for name in QUESTIONS),
    )


@cache
def expectations(language: str) -> tuple[str, ...]:
    """What people hope for, for a check-in."""
    return msgspec.toml.decode(_read(language, "expectations"), type=_Builds).texts


@cache
def in_columns(language: str) -> dict[str, tuple[str, ...]]:
    """What people write in the columns of a method, by the id of the column."""
    return msgspec.toml.decode(_read(language, "columns"), type=dict[str, tuple[str, ...]])


@cache
def answers(language: str) -> Answers:
    return msgspec.toml.decode(_read(language, "answers"), type=Answers)


def _question(language: str, name: str) -> Question:
    file = msgspec.toml.decode(_read(language, name), type=_File)
    on_topic = [note for group in (*file.themes, file.alone) for note in _notes(group)]
    return Question(
        title=file.title,
        purpose=file.purpose,
        question=file.question,
        notes=(*on_topic, *_notes(file.off_topic, off_topic=True)),
        builds=file.builds.texts,
        actions=file.actions,
    )


def _notes(group: _Notes, *, off_topic: bool = False) -> list[Note]:
    return [
        Note(text, kind, group.title, "".join(same), off_topic) for kind, text, *same in group.notes
    ]


def _read(language: str, name: str) -> str:
    return (files("workshop.demo") / language / f"{name}.toml").read_text(encoding="utf-8")
