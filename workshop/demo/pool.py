"""What the simulated participants have to say: each text is handed out once, and never comes back."""

from random import Random
from typing import TypeVar

from workshop.demo.content import Action, Note, Question, expectations, in_columns

T = TypeVar("T")


class Pool:
    """The content of one question, shuffled; who takes nothing gets nothing more."""

    def __init__(self, language: str, question: Question, chance: Random) -> None:
        notes = list(question.notes)
        chance.shuffle(notes)
        aside = [note for note in notes if note.off_topic][::2]
        self._parked = [note.text for note in aside]
        self._notes = [note for note in notes if note not in aside]
        self._builds = shuffled(question.builds, chance)
        self._expectations = shuffled(expectations(language), chance)
        self._columns = {id: shuffled(it, chance) for id, it in in_columns(language).items()}
        self._actions = shuffled(question.actions, chance)
        self._themes = {note.text: note.theme for note in notes}

    def note(self) -> Note | None:
        return self._notes.pop() if self._notes else None

    def build(self) -> str:
        return self._builds.pop() if self._builds else ""

    def expectation(self) -> str:
        return self._expectations.pop() if self._expectations else ""

    def for_column(self, column: str) -> str:
        texts = self._columns.get(column)
        return texts.pop() if texts else ""

    def action(self) -> Action | None:
        return self._actions.pop() if self._actions else None

    def parked(self) -> str:
        return self._parked.pop() if self._parked else ""

    def left(self) -> int:
        return len(self._notes)

    def theme(self, text: str) -> str:
        """What the note is about; empty where it stands alone, or a person has written it."""
        return self._themes.get(text, "")


def shuffled(things: tuple[T, ...], chance: Random) -> list[T]:
    return chance.sample(things, len(things))
